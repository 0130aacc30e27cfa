"""The time scale: instants to millimetres and back, linear, in either direction."""

from __future__ import annotations

from dataclasses import dataclass

from press.language.calendar import civil, day_of
from press.language.dates import DAY, Date, Instant


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A line from the instant `first` at `start_mm` to the instant `after` at `end_mm`.

    On a poster that runs from right to left, `start_mm` is the larger of the two. Instants are
    whole minutes, see press/language/dates.py, so that no place depends on how it was computed.
    """

    first: Instant
    after: Instant
    start_mm: float
    end_mm: float

    def __post_init__(self) -> None:
        if self.after <= self.first:
            raise ValueError(f"a time scale from {self.first} to {self.after} has no length")

    @classmethod
    def of_years(cls, first: int, last: int, start_mm: float, end_mm: float) -> TimeScale:
        """From 1 January of `first` to the end of `last`; the year 0 is 1 before our era."""
        return cls(day_of(first) * DAY, day_of(last + 1) * DAY, start_mm, end_mm)

    @property
    def mm_per_day(self) -> float:
        """Millimetres a day, negative where time runs towards smaller x."""
        return (self.end_mm - self.start_mm) * DAY / (self.after - self.first)

    def at(self, instant: Instant) -> float:
        """Where `instant` stands, in mm; what lies outside the scale lies outside the line."""
        return self.start_mm + (instant - self.first) / DAY * self.mm_per_day

    def morning(self, day: int) -> float:
        """Where the morning of the day numbered `day` stands, in mm."""
        return self.at(day * DAY)

    def extent(self, date: Date) -> tuple[float, float]:
        """What `date` covers on the line, in mm: (where it begins, where it ends).

        A single day or minute is a point, its beginning twice; anything else runs from its first
        instant to its last, and to the end of the line where it is open.
        """
        begin = self.at(date.begin)
        if date.precision in ("day", "minute"):
            return begin, begin
        start = self.start_mm if date.open == "start" else begin
        return start, self.end_mm if date.open == "end" else self.at(date.until)

    def holds(self, date: Date) -> bool:
        """Whether what is named of `date` lies wholly on the line."""
        return self.first <= date.begin and date.end <= self.after

    def years(self) -> tuple[tuple[int, float, float], ...]:
        """Each year that begins on the line, with where it begins and ends, in mm."""
        return tuple(
            (
                year,
                self.morning(day_of(year)),
                self.at(min(day_of(year + 1) * DAY, self.after)),
            )
            for year in self._years()
            if self.first <= day_of(year) * DAY < self.after
        )

    def _years(self) -> range:
        return range(civil(self.first // DAY)[0], civil(self.after // DAY)[0] + 1)


@dataclass(frozen=True, slots=True)
class Paces:
    """A line of one or more stretches, each with a pace of its own, that follow each other."""

    stretches: tuple[TimeScale, ...]

    @property
    def start_mm(self) -> float:
        """Where its first instant stands."""
        return self.stretches[0].start_mm

    @property
    def end_mm(self) -> float:
        """Where it ends."""
        return self.stretches[-1].end_mm

    def of(self, instant: Instant) -> TimeScale:
        """The stretch in which `instant` lies; the nearest one of what lies in none."""
        return next((s for s in self.stretches if instant < s.after), self.stretches[-1])

    def at(self, instant: Instant) -> float:
        """Where `instant` stands, in mm."""
        return self.of(instant).at(instant)

    def extent(self, date: Date) -> tuple[float, float]:
        """What `date` covers, in mm, see `TimeScale.extent`; a break in between is covered too."""
        begin = self.at(date.begin)
        if date.precision in ("day", "minute"):
            return begin, begin
        last = self.of(date.end - 1)
        start = self.start_mm if date.open == "start" else begin
        return start, self.end_mm if date.open == "end" else last.at(date.until)

    def holds(self, date: Date) -> bool:
        """Whether what is named of `date` begins and ends on stretches."""
        return any(s.first <= date.begin < s.after for s in self.stretches) and any(
            s.first < date.end <= s.after for s in self.stretches
        )
