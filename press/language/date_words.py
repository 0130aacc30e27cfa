"""Say dates in the words of any language: moments, intervals, lists of days, doubts and eras."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from press.language.dates import Date, Moment
from press.language.phrases import Style

DASH = "\u2013"

# A wording in a running text and, shorter, as a label: of a mark, an axis, a table.
Both = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language says dates; `{}` stands for what is said, pairs are (phrase, label).

    `year` is a year named as one after «about» and the like. `until` and `since` are of an interval
    with an open end; `between` is of two years, `from_to` of anything else. `decade` takes the
    first year, `century` its number, both a style. `day_number`: how a day of a month is written.
    """

    year: Both
    before_era: str
    of_era: str
    day: str
    month: str
    about: Both
    uncertain: Both
    between: Both
    from_to: Both
    until: Both
    since: Both
    at: Both
    hours: Both
    clock: str
    decade: Callable[[int, Style], str]
    century: Callable[[int, Style], str]
    join: Callable[[Sequence[str]], str]
    day_number: Callable[[int], str] = str


@dataclass(frozen=True, slots=True)
class SayDate:
    """Says a date in European digits: `words` of a language, a `month` namer, a `style`."""

    words: DateWords
    month: Callable[[int], str]
    style: Style

    def __call__(self, date: Date) -> str:
        """The date in words."""
        eras = any(m.year <= 0 for m in date.moments)
        match date.precision:
            case "days":
                return self._listed(date, eras=eras)
            case "interval":
                return self._interval(date, eras=eras)
            case "minute" | "day" | "month" | "year" | "decade" | "century":
                return self._moment(date.moments[0], eras=eras)
            case _:
                assert_never(date.precision)

    def _pick(self, both: Both) -> str:
        return both[self.style == "label"]

    def _listed(self, date: Date, *, eras: bool) -> str:
        days = date.days
        in_a_row = len(days) > 2 and days[-1] - days[0] == len(days) - 1
        if in_a_row:
            return self._days((date.moments[0], date.moments[-1]), _span, eras=eras)
        return self._days(date.moments, self.words.join, eras=eras)

    def _days(
        self, days: Sequence[Moment], join: Callable[[Sequence[str]], str], *, eras: bool
    ) -> str:
        """Each month named once, after its days, and each year once, after its months."""
        years = []
        for year, of_year in groupby(days, key=lambda day: day.year):
            parts = []
            for month, of_month in groupby(of_year, key=lambda day: day.month):
                numbers = join([self.words.day_number(day.day) for day in of_month])
                parts.append(self.words.day.format(day=numbers, month=self.month(month)))
            years.append(
                self.words.month.format(month=join(parts), year=self._year(year, eras=eras))
            )
        return join(years)

    def _interval(self, date: Date, *, eras: bool) -> str:
        if date.open:
            named = self._moment(date.moments[0], eras=eras, named=True)
            words = self.words.until if date.open == "start" else self.words.since
            return self._pick(words).format(named)
        first, last = date.moments
        doubtful = date.approximate or date.uncertain
        if first.unit == last.unit == "year":
            short = SayDate(self.words, self.month, "label")
            years = (short._moment(m, eras=eras) for m in (first, last))
            return self._pick(self.words.between).format(*years)
        same_year = first.year == last.year and not doubtful
        if same_year and first.unit == last.unit == "minute" and first.day_key == last.day_key:
            clocks = (self._clock(first), self._clock(last))
            return self._pick(self.words.hours).format(self._day(first, eras=eras), *clocks)
        if same_year and first.unit == last.unit == "day" and first.month == last.month:
            return self._days((first, last), _span, eras=eras)
        if same_year and first.unit == last.unit and first.unit in ("day", "month"):
            year = self._year(first.year, eras=eras)
            begins = self._without_year(first)
            ends = self.words.month.format(month=self._without_year(last), year=year)
            tight = first.unit == "month" and self.style == "label"
            if tight and " " not in begins + self.month(last.month) and "/" not in begins:
                return f"{begins}{DASH}{ends}"
            return self._pick(self.words.from_to).format(begins, ends)
        both = (self._moment(m, eras=eras) for m in (first, last))
        return self._pick(self.words.from_to).format(*both)

    def _moment(self, moment: Moment, *, eras: bool, named: bool = False) -> str:
        doubtful = moment.approximate or moment.uncertain
        said = self._plain(moment, eras=eras, named=named or doubtful)
        if moment.approximate:
            said = self._pick(self.words.about).format(said)
        return self._pick(self.words.uncertain).format(said) if moment.uncertain else said

    def _plain(self, moment: Moment, *, eras: bool, named: bool) -> str:
        match moment.unit:
            case "minute":
                day = self._day(moment, eras=eras)
                return self._pick(self.words.at).format(day, self._clock(moment))
            case "day":
                return self._day(moment, eras=eras)
            case "month":
                year = self._year(moment.year, eras=eras)
                return self.words.month.format(month=self.month(moment.month), year=year)
            case "year":
                year = self._year(moment.year, eras=eras)
                return self._pick(self.words.year).format(year) if named else year
            case "decade":
                return self.words.decade(moment.year, self.style)
            case "century":
                return self.words.century(moment.year // 100 + 1, self.style)
            case _:
                assert_never(moment.unit)

    def _without_year(self, moment: Moment) -> str:
        if moment.unit == "month":
            return self.month(moment.month)
        number = self.words.day_number(moment.day)
        return self.words.day.format(day=number, month=self.month(moment.month))

    def _day(self, moment: Moment, *, eras: bool) -> str:
        return self._days((moment,), self.words.join, eras=eras)

    def _clock(self, moment: Moment) -> str:
        hour, minute = divmod(moment.minute, 60)
        return self.words.clock.format(hour=hour, minute=minute)

    def _year(self, year: int, *, eras: bool) -> str:
        """A year, with its era before ours, beside such a one, and below 100."""
        if year <= 0:
            return self.words.before_era.format(1 - year)
        return self.words.of_era.format(year) if eras or year < 100 else str(year)


def _span(ends: Sequence[str]) -> str:
    return (f" {DASH} " if " " in ends[0] else DASH).join(ends)
