"""Figures: rules on how they stand in an Arabic text, and on what marks of notes stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from press.pdf.pages import RAISED
from press.preflight.finding import Finding, Said
from press.preflight.lines import Block, SetLine, Setting, box_of
from press.preflight.rules.composition import APART
from press.preflight.rules.pagination import READING_PT

# A figure stands no higher than an alef, as a share of it, but on so large a share of the lines, or
# on so few of them.
AS_HIGH, TALL_SHARE, FEW = 1.04, 0.1, 3
FIGURES = frozenset("0123456789")


def tall_figure(setting: Setting) -> Iterator[Finding]:
    """Figures in Arabic paragraphs stand no higher than an alef beside them."""
    tall, count = tallness(setting)
    if too_tall(tall, count):
        block, line = next((block, line) for block, line, high in _figured(setting) if high)
        values: dict[str, Said] = {"lines": tall, "text": line.said()}
        yield Finding(line.page, values, at=box_of(line), record=block.record, severity="advice")


def tallness(setting: Setting) -> tuple[int, int]:
    """On how many lines a figure is too high, and how many have figures."""
    high = [high for _, _, high in _figured(setting)]
    return sum(high), len(high)


def too_tall(tall: int, count: int) -> bool:
    """Whether figures are too high on so many lines that it is no exception."""
    return tall > max(FEW, TALL_SHARE * count)


def _figured(setting: Setting) -> Iterator[tuple[Block, SetLine, bool]]:
    """The lines of paragraphs that have figures and an alef, and whether a figure is too high."""
    for block in setting.blocks:
        if block.type != "P" or block.inside(*APART):
            continue
        for line in block.lines:
            alefs = [_height(line, g.top) for g in line.glyphs if g.character == "ا"]
            figures = [_height(line, g.top) for g in line.glyphs if g.character in FIGURES]
            if line.size >= READING_PT and alefs and figures:
                yield block, line, max(figures) > AS_HIGH * max(alefs)


def _height(line: SetLine, top: float) -> float:
    return line.baseline - top


def marked_figure(setting: Setting) -> Iterator[Finding]:
    """The mark of a note stands on words: on a figure it would be read as a power."""
    for block in setting.blocks:
        lettered = any(
            unicodedata.category(g.character[:1]).startswith("L")
            for line in block.lines
            for g in line.glyphs
        )
        for line in block.lines:
            signs = [g.character for g in line.glyphs]
            if any(c in RAISED for c in signs) and not lettered:
                yield Finding(
                    line.page, {"text": line.said()}, at=box_of(line), record=block.record
                )
