"""Dates: a day, a month, a year or several days, as an editor types them."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Precision = Literal["day", "month", "year", "days"]


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month, a year or several days; `days` holds the first and last of a longer one."""

    precision: Precision
    days: tuple[datetime.date, ...]

    @classmethod
    def parse(cls, written: str | Iterable[str], *more: str) -> Date:
        """The date written as 2006-08-31, 2007-12, 2005, or as several days in order.

        Raises ValueError with a sentence that says what is wrong.
        """
        texts = [written, *more] if isinstance(written, str) else [*written, *more]
        if not texts:
            raise ValueError("this list of days is empty; write at least one day")
        dates = [cls._read(text) for text in texts]
        if len(dates) == 1:
            return dates[0]
        for text, date in zip(texts, dates, strict=True):
            if date.precision != "day":
                kind = date.precision
                raise ValueError(f"a list of dates holds whole days only; {text} is a {kind}")
        for before, after in pairwise(dates):
            if before == after:
                raise ValueError(f"the day {after} stands twice in this list")
            if before.first > after.first:
                raise ValueError(f"the days are out of order: {after} comes before {before}")
        return cls("days", tuple(date.first for date in dates))

    @classmethod
    def _read(cls, text: str) -> Date:
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text)
        if match is None:
            raise ValueError(f"{text} is no date; write it as 2006-08-31, 2006-08 or 2006")
        year, month, day = (int(group) if group else None for group in match.groups())
        if not year:
            raise ValueError(f"{text} has the year 0000; years begin with 0001")
        if month is None:
            return cls("year", (datetime.date(year, 1, 1), datetime.date(year, 12, 31)))
        if not 1 <= month <= 12:
            raise ValueError(f"{text} has the month {month:02}; months go from 01 to 12")
        length = calendar.monthrange(year, month)[1]
        if day is None:
            ends = datetime.date(year, month, 1), datetime.date(year, month, length)
            return cls("month", ends)
        if not 1 <= day <= length:
            raise ValueError(
                f"{text} has the day {day:02}; the month {year:04}-{month:02} has {length} days"
            )
        return cls("day", (datetime.date(year, month, day),))

    @property
    def first(self) -> datetime.date:
        """The first day that this date covers."""
        return self.days[0]

    @property
    def last(self) -> datetime.date:
        """The last day that this date covers."""
        return self.days[-1]

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.first.year

    def covers(self, other: Date) -> bool:
        """Whether `other` lies wholly in this date: a day in its month, a month in its year."""
        if self.precision == "days":
            return other.precision in ("day", "days") and set(other.days) <= set(self.days)
        return self.first <= other.first and other.last <= self.last

    def __str__(self) -> str:
        """As an editor types it: `2007-12`, and `2009-07-23, 2009-07-24` for several days."""
        length = {"year": 4, "month": 7}.get(self.precision)
        if length:
            return self.first.isoformat()[:length]
        return ", ".join(day.isoformat() for day in self.days)
