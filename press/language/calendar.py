"""Count the days of the proleptic Gregorian calendar, year 0 and those before it included."""

from __future__ import annotations

# Days are counted as `datetime.date.toordinal` counts them: 1 January of the year 1 is day 1.
_TO_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year: int) -> bool:
    """Whether `year`, astronomically counted (0 is 1 before our era), has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days month `month`, from 1, of `year` has."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_of(year: int, month: int = 1, day: int = 1) -> int:
    """The day as a number; that of 1 January of the year 1 is 1, that of the day before it 0."""
    before = year - 1
    leaps = before // 4 - before // 100 + before // 400
    past = _TO_MONTH[month - 1] + (month > 2 and is_leap(year))
    return 365 * before + leaps + past + day


def civil(day: int) -> tuple[int, int, int]:
    """The year, month and day of the day numbered `day`."""
    year = day * 400 // 146_097 + 1  # never too small by more than one, nor too large
    while day_of(year) > day:
        year -= 1
    while day_of(year + 1) <= day:
        year += 1
    month = next(m for m in range(12, 0, -1) if day_of(year, m) <= day)
    return year, month, day - day_of(year, month) + 1
