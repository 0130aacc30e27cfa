"""Baselines: the lines of the text stand on one grid, so that those of facing pages are level."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from press.preflight.finding import Finding
from press.preflight.lines import Block, SetLine, Setting
from press.preflight.rules.letters import linked
from press.preflight.rules.spacing import finding_at

# A line may stand off the grid by so much, in mm: rounding in PDF and reader moves it by 0.02 mm.
NEAR_MM = 0.15
# The share of a page's text lines that stand on the grid; the others may be in a box that returns
# to it.
LEAST_SHARE = 0.9
# A page with fewer lines of text is one of headings, tables or notes.
LEAST_LINES = 3
# A document with fewer lines below others of their paragraph is one of titles and dates.
LEAST_STEPS = 5
# A column beside the text is at most so wide, as a share of the text.
SIDE = 0.45


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a line of a paragraph stands: its page, the number of its paragraph on the pages read
    with it, the size of its type in pt, its baseline in mm, how many letters it has.
    """

    page: int
    paragraph: int
    size: float
    at: float
    letters: int = 1


@dataclass(frozen=True, slots=True)
class BaselineGrid:
    """Lines every `pitch` mm, the first `first` mm below the upper edge of every page."""

    pitch: float
    first: float

    def off(self, line: Stand) -> float:
        """How far a line stands from the nearest of the grid, in mm; below it is positive."""
        away = (line.at - self.first) % self.pitch
        return away if away <= self.pitch / 2 else away - self.pitch


def off_grid(setting: Setting) -> Iterator[Finding]:
    """The lines of the text stand on one baseline grid throughout."""
    lines = _paragraphs(setting)
    places = {stand: (block, line) for stand, block, line in lines}
    for grid, off, count in astray([stand for stand, *_ in lines]):
        block, line = places[off[0]]
        yield finding_at(
            block,
            line,
            {
                "off": len(off),
                "count": count,
                "pitch": grid.pitch,
                "text": line.said(),
                "by": grid.off(off[0]),
            },
        )


def astray(stands: Iterable[Stand]) -> Iterator[tuple[BaselineGrid, list[Stand], int]]:
    """For each page that is off it, the grid of all, the lines off it, and how many lines it has.

    Lines count that are of the size that most letters have; without paragraphs there is no grid.
    """
    text = _of_text(stands)
    grid = grid_of(text)
    if grid is None:
        return
    by_page: dict[int, list[Stand]] = defaultdict(list)
    for stand in text:
        by_page[stand.page].append(stand)
    for held in by_page.values():
        off = [stand for stand in held if abs(grid.off(stand)) > NEAR_MM]
        if len(held) >= LEAST_LINES and len(off) > (1 - LEAST_SHARE) * len(held):
            yield grid, off, len(held)


def grid_of(text: Sequence[Stand]) -> BaselineGrid | None:
    """The grid that most lines of the text stand on; None for a document without paragraphs."""
    steps = [
        below.at - line.at
        for line, below in pairwise(text)
        if (line.page, line.paragraph) == (below.page, below.paragraph)
    ]
    if len(steps) < LEAST_STEPS:
        return None
    (usual, _), *_ = Counter(round(step, 1) for step in steps).most_common()
    pitch = median(step for step in steps if abs(step - usual) < NEAR_MM)
    if pitch <= NEAR_MM:
        return None
    # Places on the grid lie on a circle: the first is where most of them are.
    places = [stand.at % pitch for stand in text]
    (most, _), *_ = Counter(round(place, 1) for place in places).most_common()
    turned = [(place - most + pitch / 2) % pitch - pitch / 2 for place in places]
    first = most + median(turn for turn in turned if math.fabs(turn) < NEAR_MM)
    return BaselineGrid(round(pitch, 3), first)


def _of_text(stands: Iterable[Stand]) -> list[Stand]:
    """The lines of the size that most letters have: names at the side may be more lines."""
    held = list(stands)
    sizes: Counter[float] = Counter()
    for stand in held:
        sizes[round(stand.size, 1)] += stand.letters
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return [stand for stand in held if round(stand.size, 1) == usual]


def stands(setting: Setting) -> tuple[Stand, ...]:
    """Where the lines of all paragraphs stand, whatever their size."""
    return tuple(stand for stand, *_ in _paragraphs(setting))


def _paragraphs(setting: Setting) -> list[tuple[Stand, Block, SetLine]]:
    """The lines of paragraphs, each with where it stands.

    Not those of tables, notes, lists and drawings, nor of what is for the most part links, nor the
    words of a date in the column beside the text.
    """
    apart = ("Table", "Note", "TOC", "L", "Figure", "Index")
    found = []
    for number, block in enumerate(setting.blocks):
        if block.type != "P" or not block.lines or block.inside(*apart):
            continue
        links = linked(block)
        led = [(line.page, g.mark) in links for line in block.lines for g in line.glyphs]
        if sum(led) * 2 < len(led):
            found += [(_stand(number, line), block, line) for line in block.lines]
    widest = max((_width(block) for _, block, _ in found), default=0.0)
    return [held for held in found if _width(held[1]) > SIDE * widest]


def _width(block: Block) -> float:
    """How long its longest line is, in mm."""
    return max(line.right - line.left for line in block.lines)


def _stand(number: int, line: SetLine) -> Stand:
    return Stand(line.page, number, line.size, baseline(line), len(line.glyphs))


def baseline(line: SetLine) -> float:
    """Where most of a line's letters stand, in mm: raised figures and other sizes left out."""
    return median(glyph.baseline for glyph in line.glyphs if glyph.size == line.size)
