"""Judges the lines of justified paragraphs: their ends, their word spaces, and rivers of these.

A paragraph is justified when its lines end on one edge, all but the last of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from press.preflight.finding import Finding, Said
from press.preflight.lines import Block, SetLine, Setting, box_of
from press.preflight.rules.spacing import finding_at

# Lines of a paragraph that must end alike for it to be justified; and their share of all but the
# last one.
LEAST_LINES, LEAST_SHARE = 3, 0.75
# Lines that end alike do so within so many mm; one may stand out by so many: bowls and marks do.
SAME_EDGE_MM, OUT_MM = 0.6, 0.8
# A line is loose whose word spaces are wider, in em; so large a share of the lines may be.
LOOSE_EM, LOOSE_SHARE = 0.45, 0.04
# A river runs down so many lines, through word spaces that are wider, in em, and lie so far one
# below the other, as a share of the narrower.
RIVER_LINES, RIVER_EM, RIVER_SHARE = 3, 0.38, 0.7
# Two glyphs further apart have a word space between them, in em.
SPACE_EM = 0.13


@dataclass(frozen=True, slots=True)
class Justified:
    """A justified paragraph on one page or column: its block, the edge at which its lines end, in
    mm, and all lines but its last."""

    block: Block
    edge: float
    lines: tuple[SetLine, ...]


def loose_lines(setting: Setting) -> Iterator[Finding]:
    """At most a twenty-fifth of the justified lines have word spaces wider than 0.45 em."""
    loose, count = looseness(setting)
    if too_many(loose, count):
        held = [(one.block, line) for one in justified(setting) for line in one.lines]
        block, line = max(held, key=lambda pair: widest_space(pair[1]))
        yield _advice(
            block,
            line,
            {"loose": loose, "count": count, "em": LOOSE_EM, "text": line.said()},
        )


def looseness(setting: Setting) -> tuple[int, int]:
    """How many justified lines are loose, and how many there are."""
    widest = [widest_space(line) for one in justified(setting) for line in one.lines]
    return sum(em > LOOSE_EM for em in widest), len(widest)


def too_many(loose: int, count: int) -> bool:
    """Whether so many of the justified lines may not be loose; one always may."""
    return loose > 1 and loose > LOOSE_SHARE * count


def widest_space(line: SetLine) -> float:
    """The widest word space of a line, in em; 0 for a line without any."""
    return max(((right - left) / em for left, right, em in spaces(line)), default=0.0)


def overfull_line(setting: Setting) -> Iterator[Finding]:
    """No line of a justified paragraph stands out of its measure."""
    for one in justified(setting):
        for line in one.lines:
            out = max(one.edge - _end(one.block, line), 0)
            if out > OUT_MM:
                yield finding_at(
                    one.block,
                    line,
                    {"text": line.said(), "out": out},
                )


def river(setting: Setting) -> Iterator[Finding]:
    """No three wide word spaces of a justified paragraph lie one below the other."""
    for one in justified(setting):
        runs: list[tuple[float, float, int]] = []
        for line in one.lines:
            here = [(a, b) for a, b, em in spaces(line) if b - a > RIVER_EM * em]
            runs = [(a, b, 1 + _above(a, b, runs)) for a, b in here]
            if any(count >= RIVER_LINES for *_, count in runs):
                yield _advice(
                    one.block,
                    line,
                    {"lines": RIVER_LINES, "text": line.said()},
                )
                break


def justified(setting: Setting) -> Iterator[Justified]:
    """The justified paragraphs of a document, page by page and column by column."""
    for block in setting.blocks:
        if block.type != "P" or block.inside("Table", "TOC", "Figure"):
            continue
        for lines in _columns(block):
            full = lines[:-1] if lines[-1] is block.lines[-1] else lines
            ends = [_end(block, line) for line in full]
            if len(full) < LEAST_LINES - 1:
                continue
            edge = median(ends)
            alike = [end for end in ends if abs(end - edge) <= SAME_EDGE_MM]
            if len(alike) >= max(LEAST_LINES - 1, LEAST_SHARE * len(ends)):
                yield Justified(block, edge, tuple(full))


def spaces(line: SetLine) -> Iterator[tuple[float, float, float]]:
    """Where each word space of a line begins and ends, in mm, and the em beside it."""
    edge = line.glyphs[0].end
    for before, glyph in pairwise(line.glyphs):
        edge = max(edge, before.end)
        gap = glyph.begin - edge
        # Most letters touch: no em need be worked out for these.
        if gap > 0 and gap > SPACE_EM * (em := max(before.em, glyph.em)):
            yield edge, glyph.begin, em


def _columns(block: Block) -> Iterator[tuple[SetLine, ...]]:
    """The lines of a block that stand one below the other, on one page."""
    run: list[SetLine] = []
    for line in block.lines:
        if run and (line.page != run[-1].page or line.baseline <= run[-1].baseline):
            yield tuple(run)
            run = []
        run.append(line)
    if run:
        yield tuple(run)


def _end(block: Block, line: SetLine) -> float:
    """How far to the right a line ends, in mm, counted in the direction of reading.

    Advances and not ink: a bowl reaches out of the letter that it belongs to.
    """
    if block.runs_right:
        return -max(glyph.end for glyph in line.glyphs)
    return min(glyph.begin for glyph in line.glyphs)


def _above(left: float, right: float, runs: list[tuple[float, float, int]]) -> int:
    """The length of the longest river that a word space goes on."""
    found = 0
    for begin, end, count in runs:
        common = min(right, end) - max(left, begin)
        if common >= RIVER_SHARE * min(right - left, end - begin):
            found = max(found, count)
    return found


def _advice(block: Block, line: SetLine, values: Mapping[str, Said]) -> Finding:
    at = box_of(line)
    return Finding(line.page, values, at=at, record=block.record, severity="advice")
