"""Figures: the numbers, dates and document symbols that stand in a running Arabic text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Literal

from press.content.values import Value, is_symbol
from press.language.amounts import Amount, Range
from press.language.calendar import day_of
from press.language.dates import Date
from press.language.isolates import TELEPHONE, tokens
from press.language.languages import languages

_EUROPEAN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
# The same without what parts thousands.
_PLAIN = {**_EUROPEAN, **dict.fromkeys(map(ord, " \u00a0\u202f,٬"))}
_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f,٬]\d{3})+(?!\d)"
_NUMBER = re.compile(rf"(?<![A-Za-z\d])(?:{_GROUPED}|\d+)(?:[.٫]\d+)?(?![A-Za-z\d])")
_SHORT = re.compile(r"(?<![\w/.-])\d{1,3}/\d{1,4}(?![\w/-])")
# What stands for letters already read, so that no figure is read twice and none across them.
_READ = "\ufffc"
# Every figure has one.
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"[@#](?=\w*[A-Za-z])|\S+@|[\w./:\\-]+\.[A-Za-z]{3,4}$")


@dataclass(frozen=True, slots=True)
class When:
    """A date as written: `year` and `month` 0 when not named, `days` its first and last day.

    `month` is -1 when two names are given that do not belong together.
    """

    year: int
    month: int
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure at `start` to `end` of a text: a number in European digits without grouping, a
    symbol, or a date with its `when`."""

    kind: Literal["number", "date", "symbol"]
    start: int
    end: int
    text: str
    when: When | None = None


@lru_cache(maxsize=4096)  # every text of a record may be asked what a fact vouches for
def figures(text: str, symbols: str = "") -> tuple[TypedFigure, ...]:
    """The figures of `text` in order; a year by itself is a number, digits in a Latin word none.

    `symbols` is the pattern of the publication's document symbols.
    """
    if not _DIGIT.search(text):
        return ()
    found: list[TypedFigure] = []
    for token in tokens(text):
        # An address, a name of an account or a file is told by itself, whatever digits it has.
        if token.kind == "address" or (token.kind != "words" and _NAME.match(token.text)):
            blank = _READ * (token.end - token.start)
            text = text[: token.start] + blank + text[token.end :]
    readers = [_dates, _telephones, _numbers]
    if symbols:
        readers = [partial(_symbols, symbols), _dates, _short_symbols, _telephones, _numbers]
    for read in readers:
        held = list(read(text))
        found += held
        text = _blanked(text, held)
    return tuple(sorted(found, key=lambda f: f.start))


def _blanked(text: str, held: Sequence[TypedFigure]) -> str:
    """`text` with what was read covered, so that nothing else reads it."""
    parts, done = [], 0
    for figure in sorted(held, key=lambda f: f.start):
        parts += [text[done : figure.start], _READ * (figure.end - max(done, figure.start))]
        done = max(done, figure.end)
    return "".join([*parts, text[done:]])


def vouched_numbers(value: Value, symbols: str) -> Iterator[str]:
    """The numbers that `value` vouches for: of a date its years, of a symbol all that are in it."""
    for held in value.held:
        if isinstance(held, int):
            yield str(held)
        elif isinstance(held, Date):
            yield from years_of(held)
        elif isinstance(held, Amount | Range):
            yield from figures_of(held)
        elif value.kind == "phone":
            yield _dialled(held)
        elif value.kind == "symbol":
            yield from re.findall(r"\d+", held)
        else:
            for figure in figures(held, symbols):
                yield from re.findall(r"\d+(?:\.\d+)?", figure.text.translate(_EUROPEAN))


def figures_of(held: Amount | Range) -> Iterator[str]:
    """The figures of an amount as a text may write them: with its scale in a word or without."""
    for amount in (held.low, held.high) if isinstance(held, Range) else (held,):
        for figure in (amount.figure, amount.number, amount.within):
            if figure is not None:
                yield f"{abs(figure):f}"


def years_of(date: Date) -> set[str]:
    """The years and the numbers of centuries that `date` says, as it is typed or in words."""
    said = set()
    for moment in date.moments:
        said.add(str(moment.year if moment.year > 0 else 1 - moment.year))
        if moment.unit in ("decade", "century"):
            said.add(str(moment.year // 100 + 1))
        if moment.unit == "decade" and moment.year % 100 == 0:
            said.add(str(moment.year + 9))
    return said


def bounds_of(date: Date) -> set[str]:
    """The years that words in place of `date` must name; of a longer stretch they may name none."""
    if date.precision in ("decade", "century", "interval"):
        return set()  # «the first half of the 16th century»
    first, last = date.year, date.last_year
    return {str(year if year > 0 else 1 - year) for year in (first, last)}


def vouched_dates(value: Value, symbols: str) -> Iterator[Date | When]:
    """The dates that `value` vouches for, those that a claim names in words included."""
    for held in value.held:
        if isinstance(held, Date):
            yield held
        elif isinstance(held, str):
            yield from (f.when for f in figures(held, symbols) if f.when)


def vouched_symbols(value: Value, symbols: str) -> Iterator[str]:
    """The symbols that `value` vouches for, a double symbol also by its halves."""
    for held in value.held:
        if isinstance(held, str):
            if value.kind == "symbol":
                yield from {held, *_halves(held, symbols)}
                continue
            for figure in figures(held, symbols):
                if figure.kind == "symbol":
                    yield from {figure.text, *_halves(figure.text, symbols)}


def same_symbol(typed: str, vouched: Iterable[str]) -> bool:
    """Whether `typed` is one of `vouched`; the year in brackets, and what precedes the two
    numbers at its end («63/308»), may be left out."""
    bare = {re.sub(r" \(\d{4}\)$", "", symbol) for symbol in vouched}
    if "/" in typed and typed[0].isdigit():
        return any(symbol.endswith(f"/{typed}") for symbol in bare)
    return typed in set(vouched) | bare


def same_date(typed: When, vouched: Iterable[Date | When]) -> bool:
    """Whether each end of `typed` lies in one of `vouched`, as finely as it is written."""
    dates = tuple(vouched)
    if not typed.days:
        return any(_has_month(date, typed) for date in dates)
    return all(any(_has_day(date, typed, day) for date in dates) for day in typed.days)


def _has_day(date: Date | When, typed: When, day: int) -> bool:
    if isinstance(date, When):
        return date.month == typed.month and day in date.days and typed.year in (0, date.year)
    return any(
        m.unit in ("day", "minute")
        and (m.month, m.day) == (typed.month, day)
        and typed.year in (0, m.year)
        for m in date.moments
    )


def _has_month(date: Date | When, typed: When) -> bool:
    if isinstance(date, When):
        return (date.year, date.month) == (typed.year, typed.month)
    return any(
        m.unit in ("minute", "day", "month") and (m.year, m.month) == (typed.year, typed.month)
        for m in date.moments
    )


def _halves(symbol: str, symbols: str) -> list[str]:
    """Both symbols of a document of two bodies, with a hyphen between them."""
    for cut in re.finditer("-", symbol):
        halves = [symbol[: cut.start()], symbol[cut.end() :]]
        if all(is_symbol(half, symbols) for half in halves):
            return halves
    return [symbol]


@cache
def _symbol_pattern(symbols: str) -> re.Pattern[str]:
    """A symbol in a text is not part of a longer Latin word."""
    return re.compile(rf"(?<![A-Za-z0-9/.])(?:{symbols})")


def _symbols(symbols: str, text: str) -> Iterator[TypedFigure]:
    for match in _symbol_pattern(symbols).finditer(text):
        symbol = match[0].rstrip(".")  # a point at its end is the sentence's
        if re.search(r"\d", symbol):
            yield TypedFigure("symbol", match.start(), match.start() + len(symbol), symbol)


def _short_symbols(text: str) -> Iterator[TypedFigure]:
    """The two numbers at the end of a symbol, without what stands before them: 63/308."""
    for match in _SHORT.finditer(text):
        yield TypedFigure("symbol", match.start(), match.end(), match[0].translate(_EUROPEAN))


def _telephones(text: str) -> Iterator[TypedFigure]:
    """Telephone numbers, each one figure: its digits, and the + that it may begin with."""
    for match in TELEPHONE.finditer(text):
        yield TypedFigure("number", match.start(), match.end(), _dialled(match[0]))


def _dialled(typed: str) -> str:
    return re.sub(r"[^\d+]", "", typed).translate(_EUROPEAN)


def _numbers(text: str) -> Iterator[TypedFigure]:
    for match in _NUMBER.finditer(text):
        plain = match[0].translate(_PLAIN)
        plain = plain.lstrip("0") or "0"
        yield TypedFigure("number", match.start(), match.end(), plain)


@cache
def _months() -> dict[str, int]:
    """The names of months in every language that publications have."""
    return {
        name.rstrip("."): number
        for language in languages().values()
        for name, number in language.month_forms().items()
    }


@cache
def _date_pattern() -> re.Pattern[str]:
    names = sorted((n for n in _months() if not n.isascii()), key=len, reverse=True)
    latin = sorted((n for n in _months() if n.isascii()), key=len, reverse=True)
    months = "|".join([*names, *(rf"{name}(?![A-Za-z])\.?" for name in latin)]).replace(" ", r"\s+")
    day = r"\d{1,2}(?!\d)"
    last = rf"(?:\s?[–-]\s?|،?\s+و\s?|\s+(?:إلى|and|to)\s+){day}"
    days = rf"{day}(?:(?:[،,]\s+{day})*{last})*"
    return re.compile(
        rf"(?<![\d/.-])(?:(?P<iso>\d{{4}}-\d\d(?:-\d\d)?)(?![\d-])"
        rf"|(?P<slashed>\d{{1,2}}/\d{{1,2}}/\d{{4}})(?!\d)"
        rf"|(?<!\w)(?P<named>{months})\s+(?P<after>{day}),?\s+(?P<its_year>\d{{4}})(?!\d)"
        rf"|(?:(?P<days>{days})\s+(?:من\s+(?:شهر\s+)?)?|(?<!\w))[وفبلك]?(?P<first>{months})"
        rf"(?:\s?/\s?(?P<second>{months}))?(?!\w)"
        rf"(?:\s+(?:من\s+)?(?:عام\s+|سنة\s+)?(?P<year>\d{{4}})(?!\d))?)"
    )


def _dates(text: str) -> Iterator[TypedFigure]:
    for match in _date_pattern().finditer(text):
        when = _when(match)
        if when and (when.days or when.year):
            yield TypedFigure("date", match.start(), match.end(), match[0], when)


def _when(match: re.Match[str]) -> When | None:
    if match["iso"] or match["slashed"]:
        numbers = [int(n) for n in re.findall(r"\d+", match[0])]
        year, month, *days = numbers if match["iso"] else reversed(numbers)
        return When(year, month, tuple(days))
    keys = ("first", "second", "named")
    names = [" ".join(match[key].split()).rstrip(".") for key in keys if match[key]]
    months = {_months()[name] for name in names}
    days = [int(n) for n in re.findall(r"\d+", match["days"] or match["after"] or "")]
    year = int(match["year"] or match["its_year"] or 0)
    return When(year, months.pop() if len(months) == 1 else -1, tuple(days))


def days_apart(typed: When, date: Date) -> int:
    """About how many days lie between `typed` and `date`; a month not named counts as January."""
    first = min(max(min(typed.days, default=1), 1), 28)
    return abs(date.first - day_of(typed.year or date.year, min(max(typed.month, 1), 12), first))
