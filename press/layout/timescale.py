"""The time scale: days to millimetres and back, linear, in either direction."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from press.language.arabic import Date

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A line from the morning of `first` at `start_mm` to the morning of `after` at `end_mm`.

    On a poster that runs from right to left, `start_mm` is the larger of the two.
    """

    first: datetime.date
    after: datetime.date
    start_mm: float
    end_mm: float

    def __post_init__(self) -> None:
        if self.after <= self.first:
            raise ValueError(f"a time scale from {self.first} to {self.after} has no length")

    @classmethod
    def of_years(cls, first: int, last: int, start_mm: float, end_mm: float) -> TimeScale:
        """From 1 January of `first` to the end of `last`."""
        return cls(datetime.date(first, 1, 1), datetime.date(last + 1, 1, 1), start_mm, end_mm)

    @property
    def mm_per_day(self) -> float:
        """Millimetres a day, negative where time runs towards smaller x."""
        return (self.end_mm - self.start_mm) / (self.after - self.first).days

    def at(self, day: datetime.date) -> float:
        """Where the morning of `day` stands, in mm; days outside the scale lie outside the line."""
        return self.start_mm + (day - self.first).days * self.mm_per_day

    def day_at(self, mm: float) -> datetime.date:
        """The day whose morning stands nearest to `mm`."""
        return self.first + DAY * round((mm - self.start_mm) / self.mm_per_day)

    def extent(self, date: Date) -> tuple[float, float]:
        """What `date` covers on the line, in mm: (where it begins, where it ends).

        A single day is a point, its morning twice; a month, a year or several days run from the
        morning of the first day to the evening of the last.
        """
        begin = self.at(date.first)
        if date.precision == "day":
            return begin, begin
        return begin, self.at(date.last + DAY)

    def holds(self, date: Date) -> bool:
        """Whether `date` lies wholly on the line."""
        return self.first <= date.first and date.last < self.after

    def years(self) -> tuple[tuple[int, float, float], ...]:
        """Each year that begins on the line, with where it begins and ends, in mm."""
        return tuple(
            (
                year,
                self.at(datetime.date(year, 1, 1)),
                self.at(min(datetime.date(year + 1, 1, 1), self.after)),
            )
            for year in range(self.first.year, self.after.year + 1)
            if self.first <= datetime.date(year, 1, 1) < self.after
        )

    def quarters(self) -> tuple[float, ...]:
        """Where the second, third and fourth quarters of the years begin, in mm."""
        return tuple(
            self.at(day)
            for year in range(self.first.year, self.after.year + 1)
            for month in (4, 7, 10)
            if self.first <= (day := datetime.date(year, month, 1)) < self.after
        )
