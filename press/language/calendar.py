"""Count the days of the proleptic Gregorian calendar, year 0 and those before it included."""

from __future__ import annotations

import calendar
import datetime

# `datetime` has the years 1 to 9999; the calendar repeats itself after 400, of so many days.
_CYCLE = 146_097


def month_length(year: int, month: int) -> int:
    """How many days month `month`, from 1, of `year` has; the year 0 is 1 before our era."""
    return calendar.monthrange(2000 + year % 400, month)[1]


def day_of(year: int, month: int = 1, day: int = 1) -> int:
    """The day as a number; that of 1 January of the year 1 is 1, that of the day before it 0."""
    cycles, within = divmod(year - 1, 400)
    return datetime.date(within + 1, month, 1).toordinal() + day - 1 + cycles * _CYCLE


def civil(day: int) -> tuple[int, int, int]:
    """The year, month and day of the day numbered `day`."""
    cycles, within = divmod(day - 1, _CYCLE)
    found = datetime.date.fromordinal(within + 1)
    return found.year + cycles * 400, found.month, found.day
