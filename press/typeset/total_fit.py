"""Chooses where the lines of a paragraph end, all of them together (Knuth and Plass, 1981).

Nothing here knows of WeasyPrint: a paragraph is a row of places where a line may end, and a plan is
which of them are taken. Lengths are in any one unit, word spaces in em.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Word spaces are as wide as the font has them, or between these two; beyond, but for want of
# better, up to the third. What is wider is no justified line any more. In em.
NARROWEST, WIDE, LOOSE, WIDEST = 0.17, 0.40, 0.45, 0.60
# What a paragraph pays once for every line, for spaces at the limit, for a last line that is too
# short, for a hyphen, for two of them one below the other, and for a tight line beside a loose one.
LINE, LIMIT, SHORT, HYPHEN, HYPHENS, UNLIKE = 10.0, 100.0, 4700.0, 50.0, 3000.0, 3000.0
# A ragged line pays `LIMIT` for a hole of this share of the measure.
HOLE = 0.12


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end and the next one begin.

    `end` is where the text of a line that ends here ends, `begin` where that of the next one
    begins, as lengths from the start of the paragraph; the spaces between are in neither. `spaces`
    that can be widened stand before `end`, `skipped` before `begin`. `cost` is what a line pays
    that ends here.
    """

    end: float
    begin: float
    spaces: int
    skipped: int
    cost: float = 0.0
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide lines are: `width`, the first one less `indent`; what an em is and how many em of it
    a word space has, and how long the last line is at least."""

    width: float
    indent: float
    em: float
    space: float
    last: float

    def of(self, start: int) -> float:
        """The width of the line that begins at the break `start`, of which 0 begins the first."""
        return self.width - (0 if start else self.indent)


@dataclass(frozen=True, slots=True)
class Plan:
    """The breaks that end the lines, the last of them the paragraph's end, and the widest word
    space of a justified line."""

    ends: tuple[int, ...]
    widest: float


def justified(breaks: Sequence[Break], measure: Measure, start: int = 0) -> Plan:
    """The best lines from the break `start` on when all but the last are of one width.

    `breaks` begins with the start of the paragraph and ends with its end. Words are hyphenated
    where the spaces would be wider than they should be without.
    """
    pays = _Justified(breaks, measure)
    plan = _best(breaks, start, pays)
    if plan.widest > WIDE and any(held.hyphen for held in breaks):
        hyphenated = _best(breaks, start, pays, hyphens=True)
        return min(plan, hyphenated, key=lambda held: held.widest)
    return plan


def ragged(breaks: Sequence[Break], measure: Measure, start: int = 0) -> Plan:
    """The best lines from the break `start` on when none is stretched: the holes are alike."""
    return _best(breaks, start, _Ragged(breaks, measure))


def level(breaks: Sequence[Break], measure: Measure, start: int = 0) -> Plan:
    """As few lines as there can be, as long as each other, from the break `start` on."""
    return _best(breaks, start, _Level(breaks, measure))


class _Ragged:
    """What a line pays for the hole at its end."""

    per_line = 0.0
    even_last = False

    def __init__(self, breaks: Sequence[Break], measure: Measure) -> None:
        self.breaks, self.measure = breaks, measure

    def line(self, start: int, end: int) -> tuple[float, int, float] | None:
        """Badness, kind and word space of a line; None for one that does not fit."""
        width = self.measure.of(start)
        held = self.breaks[end].end - self.breaks[start].begin
        hole = (width - held) / width
        if hole < 0:
            return None
        last = end == len(self.breaks) - 1
        if last and not self.even_last:
            return _short(held, start, self.measure), 1, 0.0
        return LIMIT * (hole / HOLE) ** 2 + self.per_line, 1, 0.0

    def short(self, start: int, end: int) -> bool:
        """Whether a line is so short that one that begins earlier is sure to be better."""
        held = self.breaks[end].end - self.breaks[start].begin
        return held < 0.5 * self.measure.width


class _Level(_Ragged):
    """A hole pays at the end of the last line too, and a line more for all holes."""

    per_line = 1e6
    even_last = True


class _Justified(_Ragged):
    """What a line pays for word spaces that are not as the font has them."""

    def line(self, start: int, end: int) -> tuple[float, int, float] | None:
        """Badness, kind (0 tight … 3 very loose) and word space of a line; None if it is too long.

        The last line is as long as it is, or tight.
        """
        measure, here = self.measure, self.breaks[end]
        before = self.breaks[start]
        held, spaces = here.end - before.begin, here.spaces - before.skipped
        width = measure.of(start)
        last = end == len(self.breaks) - 1
        if last and held <= width:
            return _short(held, start, measure), 1, 0.0
        space = measure.space + (width - held) / (measure.em * spaces) if spaces else 0.0
        if not spaces:
            if held > width + 0.01:
                return None
            space = measure.space + (width - held) / measure.em
        if space < NARROWEST:
            return None
        if space < measure.space:
            share = (measure.space - space) / max(measure.space - NARROWEST, 0.02)
            return LIMIT * share**3, 0 if share > 0.5 else 1, space
        share = (space - measure.space) / max(WIDE - measure.space, 0.05)
        bad = LIMIT * share**3
        if space > LOOSE:
            bad += 40 * LIMIT + 60 * LIMIT * (space - LOOSE) / (WIDEST - LOOSE)
        if space > WIDEST:
            bad += 1000 * LIMIT * (space - WIDEST)
        return bad, 1 if share <= 0.5 else 2 if share <= 1 else 3, space


def _short(held: float, start: int, measure: Measure) -> float:
    """What a last line of the length `held` pays; one that is the only one may be short."""
    return SHORT if start and held < measure.last else 0.0


def _best(breaks: Sequence[Break], start: int, pays: _Ragged, *, hyphens: bool = False) -> Plan:
    """The breaks that cost least together, found from the first to the last (dynamic programming).

    A line that fits nowhere is set as it is: what cannot be broken stands out of the measure.
    """
    # By break and kind of the line that ends there: cost, the break and kind before, its space.
    best: list[dict[int, tuple[float, int, int, float]]] = [{} for _ in breaks]
    best[start] = {1: (0.0, -1, -1, 0.0)}
    for end in range(start + 1, len(breaks)):
        last = end == len(breaks) - 1
        if breaks[end].hyphen and not hyphens:
            continue
        for before in range(end - 1, start - 1, -1):
            if not best[before] or (not last and before > start and pays.short(before, end)):
                continue
            line = pays.line(before, end)
            if line is None:
                break
            _take(best, line, before, end, breaks)
        if not best[end]:  # one piece alone, too short or too long
            before = max(at for at in range(start, end) if best[at])
            _take(best, pays.line(before, end) or (1e4 * LIMIT, 1, 0.0), before, end, breaks)
    return _traced(best, len(breaks) - 1)


def _take(
    best: list[dict[int, tuple[float, int, int, float]]],
    line: tuple[float, int, float],
    before: int,
    end: int,
    breaks: Sequence[Break],
) -> None:
    """Keep a line that ends at `end` when it is the best of its kind so far."""
    bad, kind, space = line
    here, found = breaks[end], best[end]
    own = (LINE + bad + here.cost) ** 2
    if here.hyphen and breaks[before].hyphen:
        own += HYPHENS
    for kind_before, (cost, *_) in best[before].items():
        total = cost + own + (UNLIKE if abs(kind - kind_before) > 1 else 0.0)
        if kind not in found or total < found[kind][0]:
            found[kind] = total, before, kind_before, space


def _traced(best: list[dict[int, tuple[float, int, int, float]]], end: int) -> Plan:
    """The way back from the last break to the first."""
    kind = min(best[end], key=lambda held: best[end][held][0])
    ends: list[int] = []
    widest = 0.0
    while True:
        _, before, kind_before, space = best[end][kind]
        if before < 0:
            return Plan(tuple(reversed(ends)), widest)
        ends.append(end)
        widest = max(widest, space)
        end, kind = before, kind_before
