"""Divide a stretch of time by the calendar: by hours, days, months, years, decades, centuries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from press.language.calendar import civil, day_of
from press.language.dates import DAY, Instant

Unit = Literal["hour", "day", "month", "year"]
HOUR: Instant = 60


@dataclass(frozen=True, slots=True)
class Division:
    """A division of the calendar: `count` units at a time, counted from the year, month or day."""

    unit: Unit
    count: int


# From the finest to the coarsest, each a whole number of those before it in its unit.
STEPS = (
    *(Division("hour", n) for n in (1, 3, 6, 12)),
    *(Division("day", n) for n in (1, 5)),
    *(Division("month", n) for n in (1, 3)),
    *(Division("year", n) for n in (1, 5, 10, 50, 100, 500, 1000)),
)


def divide(first: Instant, after: Instant, step: Division) -> Iterator[tuple[Instant, Instant]]:
    """The parts of the stretch from `first` to before `after`, in order; they touch each other.

    They are cut where the calendar's own divisions begin, so the first and the last may be short.
    """
    cuts = [cut for cut in _cuts(first, after, step) if first < cut < after]
    yield from pairwise([first, *cuts, after])


def around(first: Instant, after: Instant) -> tuple[Instant, Instant]:
    """The whole years about a stretch; where it lies in one year the months, then days, hours."""
    last = after - 1
    for unit in reversed(get_args(Unit)):
        step = Division(unit, 1)
        begin = max(cut for cut in _cuts(first, first + 1, step) if cut <= first)
        end = min(cut for cut in _cuts(last, last + 1, step) if cut > last)
        if begin not in _cuts(last, last + 1, step)[:1] or unit == "hour":
            return begin, end
    raise AssertionError("every stretch lies in hours")


def _cuts(first: Instant, after: Instant, step: Division) -> list[Instant]:
    """Where divisions begin, from that in which `first` lies to one that is not before `after`."""
    if step.unit == "hour":
        size = step.count * HOUR
        low, high = first // size, -(-after // size)
        return [n * size for n in range(low, high + 1)]
    year, month, _ = civil(first // DAY)
    until = civil((after - 1) // DAY)
    if step.unit == "year":
        # Before our era years are counted backwards: 500 BC has the number -499; no year is 0.
        low = (year if year > 0 else year - 1) // step.count * step.count
        round_years = range(low, until[0] + step.count + 1, step.count)
        return sorted({day_of(y if y > 0 else y + 1) * DAY for y in round_years})
    if step.unit == "month":
        low = (year * 12 + month - 1) // step.count * step.count
        high = until[0] * 12 + until[1] - 1 + step.count
        months = range(low, high + 1, step.count)
        return [day_of(n // 12, n % 12 + 1) * DAY for n in months]
    # Days are counted within their month: 1, 6, 11, 16, 21, 26; what is left joins the last.
    found = []
    for n in range(year * 12 + month - 1, until[0] * 12 + until[1] + 1):
        begin = day_of(n // 12, n % 12 + 1)
        length = day_of((n + 1) // 12, (n + 1) % 12 + 1) - begin
        days = range(0, length, step.count)
        found += [(begin + d) * DAY for d in days if step.count == 1 or length - d >= step.count]
    low = max(n for n, cut in enumerate(found) if cut <= first)
    high = min((n for n, cut in enumerate(found) if cut >= after), default=len(found) - 1)
    return found[low : high + 1]
