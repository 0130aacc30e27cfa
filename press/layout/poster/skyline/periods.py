"""Divide a skyline's axis into periods, each a column for the events that begin in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from press.content.values import House
from press.language.calendar import civil
from press.language.dates import DAY, Date, Instant, Moment
from press.language.phrases import Phrase
from press.language.steps import STEPS, Division, divide
from press.layout.poster.axis import label_of, length_of, ticks_of
from press.layout.timescale import Paces, TimeScale

# A period is no narrower than this, in design mm, and a stretch has no more of them.
LEAST_MM, MOST = 40.0, 24
# An axis of fewer periods says too little of when; only one that is no finer has fewer.
FEWEST = 3
# What is nearer than this touches, in design mm.
TOUCH = 0.01
# Years stand in pairs only where there are so many.
YEARLY, PAIRS = Division("year", 1), 3
# The sizes of the names below the axis in design mm, the largest that all fit in is taken: a digit
# or a letter is six tenths of it wide, and so much is free beside.
SIZES, DIGIT, LETTER, BESIDE = (20.5, 17.0, 14.0, 11.6, 9.2, 7.1), 0.62, 0.6, 3.0
# The line of a name, in its em.
NAME_LINE = 1.32
# A period that is cut short by the end of its stretch may be so much narrower than a whole one.
CUT = 0.55


@dataclass(frozen=True, slots=True)
class Period:
    """A part of time from `begin` to before `after`, with where it stands in design mm.

    `left` and `right` are edges on a sheet on which time runs from right to left.
    """

    begin: Instant
    after: Instant
    label: Phrase
    left: float
    right: float

    @property
    def width(self) -> float:
        """Its width in design mm."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Partition:
    """An axis divided into periods: whether their names are words, the size of these in design mm,
    where ticks stand between.
    """

    periods: tuple[Period, ...]
    wordy: bool
    size: float
    ticks: tuple[float, ...]

    @property
    def named(self) -> float:
        """How wide the widest name is, in design mm."""
        return max(_wide(p.label, self.size, wordy=self.wordy) for p in self.periods)

    def lent(self, held: Set[int]) -> tuple[tuple[float, float], ...]:
        """The left and right edges of each period for its events, where those `held` have some.

        A period without events lends half of its room to the one before it.
        """
        return tuple(
            (
                p.left - (later.width / 2 if later and n in held and n + 1 not in held else 0),
                p.right,
            )
            for n, (p, later) in enumerate(zip_longest(self.periods, self._touching()))
        )

    def _touching(self) -> Iterator[Period | None]:
        """What follows each period, if it touches it: not across a break between two paces."""
        for one, other in pairwise(self.periods):
            yield other if abs(one.left - other.right) < TOUCH else None

    def holding(self, instant: Instant) -> int:
        """Which period an instant lies in; the last one of what lies in none."""
        return next(
            (n for n, p in enumerate(self.periods) if p.begin <= instant < p.after),
            len(self.periods) - 1,
        )


def partitions(paces: Paces, house: House, beside: float = 0.0) -> Iterator[Partition]:
    """The ways to divide an axis whose periods hold their names and may be columns, finest first.

    Each stretch of `paces` is divided by itself, by the finest step that is not finer than asked.
    Names stand below the axis, or `beside` one that runs down, where they have so many design mm.
    """
    told: set[tuple[Period, ...]] = set()
    fewest = 0
    for finest in range(len(STEPS)):
        parts = [_stretch(scale, house, STEPS[finest:], beside) for scale in paces.stretches]
        periods = tuple(p for _, held in parts for p in held)
        if periods in told or len(periods) > MOST:
            continue
        fewest = fewest or min(FEWEST, len(periods))
        if len(periods) < fewest:
            return
        told.add(periods)
        wordy = any(step.unit != "year" for step, _ in parts)
        ticks = tuple(
            tick
            for scale, (step, held) in zip(paces.stretches, parts, strict=True)
            for tick in ticks_of(scale, step, [p.begin for p in held])
        )
        yield Partition(periods, wordy, _size(periods, beside, wordy=wordy), ticks)
        if {step for step, _ in parts} == {YEARLY} and len(parts) == 1:
            pairs = tuple(_pairs(periods, house))
            if len(pairs) >= PAIRS:
                inner = tuple(p.right for p in periods if p.begin not in {q.begin for q in pairs})
                yield Partition(pairs, False, _size(pairs, beside, wordy=False), (*ticks, *inner))


def _pairs(periods: Sequence[Period], house: House) -> Iterator[Period]:
    """Years two by two, from the first; an odd one at the end stands alone."""
    for one, *others in (periods[n : n + 2] for n in range(0, len(periods), 2)):
        if not others:
            yield one
            continue
        (other,) = others
        years = (civil(one.begin // DAY)[0], civil((other.after - 1) // DAY)[0])
        date = Date("interval", (Moment("year", years[0]), Moment("year", years[1])))
        label = house.language.say_date(
            date, digits=house.digits, months=house.months, style="label"
        )
        yield replace(one, after=other.after, label=label, left=other.left)


def _stretch(
    scale: TimeScale, house: House, steps: Sequence[Division], beside: float
) -> tuple[Division, tuple[Period, ...]]:
    """A stretch by the first of `steps` whose periods hold a column and their names, or as one."""
    mm = abs(scale.end_mm - scale.start_mm) / (scale.after - scale.first)
    for step in steps:
        if (scale.after - scale.first) / length_of(step) > MOST:
            continue
        cuts = _joined(list(divide(scale.first, scale.after, step)), step)
        if any((after - begin) * mm < LEAST_MM for begin, after in cuts):
            continue
        # The first name is told in full; where that has no room, the second.
        for full in (0, 1):
            periods = tuple(
                _period(scale, cut, step, house, full=n == full) for n, cut in enumerate(cuts)
            )
            if _named(periods, SIZES[-1], beside, wordy=step.unit != "year"):
                return step, periods
    return steps[-1], (_period(scale, (scale.first, scale.after), steps[-1], house, full=True),)


def _joined(cuts: list[tuple[Instant, Instant]], step: Division) -> list[tuple[Instant, Instant]]:
    """The parts, of which one cut short by an end of the stretch joins its neighbour."""
    short = CUT * length_of(step)
    if len(cuts) > 1 and cuts[0][1] - cuts[0][0] < short:
        cuts = [(cuts[0][0], cuts[1][1]), *cuts[2:]]
    if len(cuts) > 1 and cuts[-1][1] - cuts[-1][0] < short:
        cuts = [*cuts[:-2], (cuts[-2][0], cuts[-1][1])]
    return cuts


def _period(
    scale: TimeScale, cut: tuple[Instant, Instant], step: Division, house: House, *, full: bool
) -> Period:
    begin, after = cut
    label = label_of(begin, step, house, first=full)
    return Period(begin, after, label, scale.at(after), scale.at(begin))


def _size(periods: Sequence[Period], beside: float, *, wordy: bool) -> float:
    """The largest size at which every name fits into its period."""
    return next((size for size in SIZES if _named(periods, size, beside, wordy=wordy)), SIZES[-1])


def _named(periods: Sequence[Period], size: float, beside: float, *, wordy: bool) -> bool:
    """Whether every name of this size fits into its period, or beside it."""
    if beside and any(size * NAME_LINE > p.width for p in periods):
        return False
    return all(_wide(p.label, size, wordy=wordy) <= (beside or p.width) for p in periods)


def _wide(name: Phrase, size: float, *, wordy: bool) -> float:
    return len(name.text) * (LETTER if wordy else DIGIT) * size + BESIDE
