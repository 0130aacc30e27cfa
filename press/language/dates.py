"""Read dates as an editor types them: level 1 of EDTF (ISO 8601-2), times, lists of days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from press.diagnostics import Unfit
from press.language.calendar import civil, day_of, month_length
from press.language.date_hints import nearest_form

Unit = Literal["minute", "day", "month", "year", "decade", "century"]
Precision = Literal[Unit, "interval", "days"]
# Minutes since the midnight before day 0 of press/language/calendar.py: an exact number.
Instant = int
DAY: Instant = 24 * 60

_YEAR = r"(?P<year>-?\d{4})"
_DAY = rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"
_MOMENT: dict[Unit, re.Pattern[str]] = {
    "minute": re.compile(rf"{_DAY}T(?P<hour>\d\d):(?P<minute>\d\d)", re.ASCII),
    "day": re.compile(_DAY, re.ASCII),
    "month": re.compile(rf"{_YEAR}-(?P<month>\d\d)", re.ASCII),
    "year": re.compile(_YEAR, re.ASCII),
    "decade": re.compile(r"(?P<decade>\d{3})X", re.ASCII),
    "century": re.compile(r"(?P<century>\d\d)XX", re.ASCII),
}  # the grammar: an interval is two of these about a slash, either may be `..`
# How each is written again, of year, month and day; how many years the long ones have.
_FORMS: dict[Unit, str] = {
    "minute": "{}-{:02}-{:02}T{hour:02}:{minute:02}",
    "day": "{}-{:02}-{:02}",
    "month": "{}-{:02}",
    "year": "{}",
    "decade": "{:.3}X",
    "century": "{:.2}XX",
}
_YEARS: dict[Unit, int] = {"year": 1, "decade": 10, "century": 100}
_QUALIFIED = {"~": (True, False), "?": (False, True), "%": (True, True)}
_OPEN = ".."


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute, day, month, year, decade or century; `year` 0 is 1 before our era.

    Of a decade or century `year` is the first one; `minute` counts from midnight.
    """

    unit: Unit
    year: int
    month: int = 1
    day: int = 1
    minute: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def begin(self) -> Instant:
        """The instant at which it begins."""
        return day_of(self.year, self.month, self.day) * DAY + self.minute

    @property
    def end(self) -> Instant:
        """The instant at which it is over."""
        if self.unit in _YEARS:
            return day_of(self.year + _YEARS[self.unit]) * DAY
        if self.unit == "month":
            return self.begin + month_length(self.year, self.month) * DAY
        return self.begin + (1 if self.unit == "minute" else DAY)

    @property
    def stem(self) -> str:
        """The day, month or year on which it begins, as a file may be named for it."""
        unit: Unit = self.unit if self.unit in ("day", "month") else "year"
        return str(Moment("day" if self.unit == "minute" else unit, *self.day_key))

    @property
    def day_key(self) -> tuple[int, int, int]:
        """Its year, month and day, those not named as 1."""
        return self.year, self.month, self.day

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        year = f"{sign}{abs(self.year):04}"
        mark = {q: m for m, q in _QUALIFIED.items()}.get((self.approximate, self.uncertain), "")
        hour, minute = divmod(self.minute, 60)
        form = _FORMS[self.unit]
        return form.format(year, self.month, self.day, hour=hour, minute=minute) + mark


@dataclass(frozen=True, slots=True)
class Date:
    """A date as typed: one moment, an interval of two, or a list of whole days.

    `moments` are those that are named: of an interval open at its `start` or `end` there is one.
    """

    precision: Precision
    moments: tuple[Moment, ...]
    open: Literal["", "start", "end"] = ""

    @classmethod
    def parse(cls, written: str | Iterable[str], *more: str) -> Date:
        """The date written as 2006-08-31, 2006-08, 2006, 1514~, 185X, 1500/1550 or days in order.

        Raises ValueError with a sentence that says what is wrong and names the nearest form.
        """
        texts = [written, *more] if isinstance(written, str) else [*written, *more]
        if not texts:
            raise Unfit("no-days")
        if len(texts) == 1:
            return cls._read(texts[0])
        dates = [cls._read(text) for text in texts]
        for text, date in zip(texts, dates, strict=True):
            if date.precision != "day" or date.approximate or date.uncertain:
                stretch = len(dates) == 2 and "day" not in {d.precision for d in dates}
                raise Unfit(
                    "not-days-but-stretch" if stretch else "not-days",
                    text=text, near=f"{texts[0]}/{texts[-1]}",
                    precision="uncertain day" if date.precision == "day" else date.precision,
                )  # fmt: skip
        for before, after in pairwise(dates):
            if before == after:
                raise Unfit("day-twice", day=str(after))
            if before.begin > after.begin:
                raise Unfit("days-order", after=str(after), before=str(before))
        return cls("days", tuple(date.moments[0] for date in dates))

    @classmethod
    def of_day(cls, day: int) -> Date:
        """The date of the day numbered `day`."""
        return cls("day", (Moment("day", *civil(day)),))

    @classmethod
    def _read(cls, text: str) -> Date:
        start, slash, end = text.partition("/")
        if not slash:
            moment = _moment(text, text)
            return cls(moment.unit, (moment,))
        if start == _OPEN and end != _OPEN:
            return cls("interval", (_moment(end, text),), "start")
        if end == _OPEN and start != _OPEN:
            return cls("interval", (_moment(start, text),), "end")
        first, last = _moment(start, text), _moment(end, text)
        if last.begin < first.begin or last.end <= first.begin:
            raise Unfit("interval-order", text=text, near=f"{end}/{start}")
        if first == last:
            raise Unfit("interval-same", text=text, near=start)
        return cls("interval", (first, last))

    @property
    def begin(self) -> Instant:
        """The first instant of what is named, by which events are put in order."""
        return self.moments[0].begin

    @property
    def end(self) -> Instant:
        """The instant at which what is named is over."""
        return self.moments[-1].end

    @property
    def until(self) -> Instant:
        """Where it ends on a line: a stretch until nine o'clock ends there, not a minute later."""
        return self.end - (self.moments[-1].unit == "minute")

    @property
    def earliest(self) -> Instant | None:
        """The first instant that this date can mean; None when it is open at its start."""
        return None if self.open == "start" else self.begin

    @property
    def latest(self) -> Instant | None:
        """The instant before which all is that it can mean; None when it is open at its end."""
        return None if self.open == "end" else self.end

    @property
    def first(self) -> int:
        """The number of the first day that is named."""
        return self.begin // DAY

    @property
    def last(self) -> int:
        """The number of the last day that is named."""
        return (self.end - 1) // DAY

    @property
    def year(self) -> int:
        """The year in which it begins; 0 is 1 before our era."""
        return self.moments[0].year

    @property
    def last_year(self) -> int:
        """The year in which it ends."""
        return civil(self.last)[0]

    @property
    def approximate(self) -> bool:
        """Whether some part of it is about right only."""
        return any(moment.approximate for moment in self.moments)

    @property
    def uncertain(self) -> bool:
        """Whether some part of it is doubtful."""
        return any(moment.uncertain for moment in self.moments)

    @property
    def days(self) -> tuple[int, ...]:
        """The numbers of the days that it names one by one; none of a month or anything longer."""
        return tuple(m.begin // DAY for m in self.moments if m.unit in ("day", "minute"))

    def covers(self, other: Date) -> bool:
        """Whether `other` lies wholly in this date: a day in its month, a month in its year."""
        if self.precision == "days":
            return other.precision in ("day", "days") and set(other.days) <= set(self.days)
        begins = self.earliest is None or (
            other.earliest is not None and self.earliest <= other.earliest
        )
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return begins and ends

    def __str__(self) -> str:
        """As an editor types it: `2007-12`, and `2009-07-23, 2009-07-24` for several days."""
        texts = [str(moment) for moment in self.moments]
        if self.precision == "interval":
            start, end = [_OPEN] * (self.open == "start"), [_OPEN] * (self.open == "end")
            return "/".join([*start, *texts, *end])
        return ", ".join(texts)


def _moment(text: str, whole: str) -> Moment:
    """One end of an interval or a date by itself; `whole` is what was typed."""
    approximate, uncertain = _QUALIFIED.get(text[-1:], (False, False))
    bare = text[:-1] if approximate or uncertain else text
    for unit, pattern in _MOMENT.items():
        if match := pattern.fullmatch(bare):
            found = _checked(unit, {k: int(v) for k, v in match.groupdict().items()}, bare)
            return replace(found, approximate=approximate, uncertain=uncertain)
    near = nearest_form(whole)
    if not near and re.match(r"Y-?\d|-?\d{5,}$", bare, re.ASCII):
        raise Unfit("too-far", text=whole)
    if near[:1] == "-":
        raise Unfit("no-date-before-era", text=whole, near=near, year=1 - int(near[:5]))
    raise Unfit("no-date-near" if near else "no-date", text=whole, near=near)


def _checked(unit: Unit, read: dict[str, int], text: str) -> Moment:
    if unit in ("decade", "century"):
        year = read["decade"] * 10 if unit == "decade" else read["century"] * 100
        if not year:
            last = "0009" if unit == "decade" else "0099"
            raise Unfit("first-years", text=text, near=f"0001/{last}")
        return Moment(unit, year)
    year, month, day = read["year"], read.get("month", 1), read.get("day", 1)
    if not 1 <= month <= 12:
        near = nearest_form(text)
        case = "no-month-near" if near else "no-month"
        raise Unfit(case, text=text, month=f"{month:02}", near=near)
    length = month_length(year, month)
    if not 1 <= day <= length:
        of = text[: text.index("-", 1) + 3]
        raise Unfit("no-day", text=text, day=f"{day:02}", month=of, length=length)
    hour, minute = read.get("hour", 0), read.get("minute", 0)
    if hour > 23 or minute > 59:
        raise Unfit("no-time", text=text, time=f"{hour:02}:{minute:02}")
    return Moment(unit, year, month, day, hour * 60 + minute)
