"""Read Hijri dates, and compute those of days from 1343 to 1500 AH in the Umm al-Qura calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hijridate import Gregorian, Hijri

from press.diagnostics import Unfit
from press.language.calendar import civil
from press.language.date_hints import nearest_form

# The years of which the tables of Umm al-Qura tell every day.
FIRST, LAST = 1343, 1500


@dataclass(frozen=True, slots=True)
class HijriDate:
    """A year, a month or a day of the Hijri calendar; `month` and `day` are 0 when not named."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> HijriDate:
        """The date written as 1427-08-07, 1139-11 or 1139. Raises `Unfit`."""
        match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text, re.ASCII)
        if match is None:
            near = nearest_form(text)
            fits = re.fullmatch(r"\d{4}(-\d\d){0,2}", near)
            raise Unfit("no-hijri-near" if fits else "no-hijri", text=text, near=near)
        year, month, day = (int(part or 0) for part in match.groups())
        if match[2] and not 1 <= month <= 12:
            raise Unfit("no-month", text=text, month=match[2])
        if match[3] and not 1 <= day <= 30:
            raise Unfit("no-hijri-day", text=text, day=match[3])
        return cls(year, month, day)

    @classmethod
    def of_day(cls, day: int) -> HijriDate | None:
        """The date of a day (its number, press/language/calendar.py); None beyond the tables."""
        year, month, number = civil(day)
        if not 1924 <= year <= 2078:
            return None
        try:
            found = Gregorian(year, month, number).to_hijri()
        except OverflowError:
            return None
        return cls(found.year, found.month, found.day)

    def days_from(self, day: int) -> int | None:
        """How many days lie between it and a day; None where the tables do not tell."""
        if not self.day or not FIRST <= self.year <= LAST:
            return None
        try:
            return abs(Hijri(self.year, self.month, self.day).to_gregorian().toordinal() - day)
        except (OverflowError, ValueError):
            return None

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)]
        return "-".join(parts)
