"""Baselines: the lines of the text stand on one grid, so that those of facing pages are level."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from press.diagnostics import quote
from press.letters import linked
from press.lines import finding_at
from press.opened import Finding
from press.setting import Block, Line, Setting

# A line may stand off the grid by so much, in mm: rounding in PDF and reader moves it by 0.02 mm.
NEAR_MM = 0.15
# The share of a page's text lines that stand on the grid; the others may be in a box that returns
# to it.
LEAST_SHARE = 0.9
# A page with fewer lines of text is one of headings, tables or notes.
LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines every `pitch` mm, the first `first` mm below the upper edge of every page."""

    pitch: float
    first: float

    def off(self, line: Line) -> float:
        """How far a line stands from the nearest of the grid, in mm; below it is positive."""
        away = (baseline(line) - self.first) % self.pitch
        return away if away <= self.pitch / 2 else away - self.pitch


def off_grid(setting: Setting) -> Iterator[Finding]:
    """The lines of the text stand on one baseline grid throughout."""
    found = grid_of(setting)
    if found is None:
        return
    for pairs in text_lines(setting).values():
        off = [(block, line) for block, line in pairs if abs(found.off(line)) > NEAR_MM]
        if len(pairs) >= LEAST_LINES and len(off) > (1 - LEAST_SHARE) * len(pairs):
            block, line = off[0]
            yield finding_at(
                block,
                line,
                f"{len(off)} of {len(pairs)} lines of the text stand off the grid of "
                f"{found.pitch:.2f} mm, first {quote(line.said())}, by {found.off(line):+.2f} mm",
                "make its height and spaces shares of `--grid`, or ask `--on-grid: start`",
            )


def grid_of(setting: Setting) -> Grid | None:
    """The grid that most lines of the text stand on; None for a document without paragraphs."""
    pairs = [pair for page in text_lines(setting).values() for pair in page]
    by_block: dict[int, list[Line]] = defaultdict(list)
    for block, line in pairs:
        by_block[id(block)].append(line)
    steps = [
        baseline(below) - baseline(line)
        for lines in by_block.values()
        for line, below in pairwise(lines)
        if line.page == below.page
    ]
    if not steps:
        return None
    (usual, _), *_ = Counter(round(step, 1) for step in steps).most_common()
    pitch = median(step for step in steps if abs(step - usual) < NEAR_MM)
    if pitch <= NEAR_MM:
        return None
    # Places on the grid lie on a circle: the first is where most of them are.
    places = [baseline(line) % pitch for _, line in pairs]
    (most, _), *_ = Counter(round(place, 1) for place in places).most_common()
    turned = [(place - most + pitch / 2) % pitch - pitch / 2 for place in places]
    first = most + median(turn for turn in turned if math.fabs(turn) < NEAR_MM)
    return Grid(round(pitch, 3), first)


def text_lines(setting: Setting) -> dict[int, list[tuple[Block, Line]]]:
    """By page, the lines of paragraphs in the size that most of them have.

    Not those of tables, notes, lists and drawings, nor of what is for the most part links.
    """
    apart = ("Table", "Note", "TOC", "L", "Figure", "Index")
    blocks = [b for b in setting.blocks if b.type == "P" and b.lines and not b.inside(*apart)]
    sizes = Counter(round(line.size, 1) for block in blocks for line in block.lines)
    if not sizes:
        return {}
    (size, _), *_ = sizes.most_common()
    found: dict[int, list[tuple[Block, Line]]] = defaultdict(list)
    for block in blocks:
        links = linked(block)
        led = [(line.page, g.mark) in links for line in block.lines for g in line.glyphs]
        if sum(led) * 2 < len(led):
            for line in block.lines:
                if round(line.size, 1) == size:
                    found[line.page].append((block, line))
    return found


def baseline(line: Line) -> float:
    """Where most of a line's letters stand, in mm: raised figures and other sizes left out."""
    return median(glyph.baseline for glyph in line.glyphs if glyph.size == line.size)
