"""Read dates as people type them in cells, and give them in the forms that records have."""

from __future__ import annotations

import calendar
import re
from functools import cache

from press.commands.sheets.date_phrases import (
    century_in_english,
    days_of_a_month,
    ends,
    of_one_day,
    without_doubts,
)
from press.commands.sheets.hijri_texts import NoDate, is_hijri, read_hijri, said_hijri
from press.commands.sheets.spelling import european
from press.diagnostics import Unfit
from press.language.date_hints import nearest_form
from press.language.dates import Date
from press.language.months import month_names

_YEAR = re.compile(
    r"^(?:in\s+)?(?:the\s+)?(?:year\s+|(?:في\s+)?(?:عام\s+|سنة\s+|العام\s+))", re.IGNORECASE
)
_DAY_NAME = re.compile(
    r"^(?:(?:يوم\s+)?(?:السبت|ال[أا]حد|الاثنين|الإثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s*[،,]?\s+",
    re.IGNORECASE,
)
_OUR_ERA = re.compile(
    r"\s*(?:(?<!ق)(?<!ق\.)(?<!ق\s)(?<!ق\.\s)م\.?|ميلادي(?:ة|ا|اً)?|\bAD|A\.D\.|\bCE)$"
)


def read_date(typed: str, order: str = "") -> Date:
    """The date typed in a cell, in Arabic or English; `order` is that of numbers alone.

    A Hijri date is given as its days of the Gregorian calendar (Umm al-Qura). Raises `NoDate`.
    """
    text = " ".join(european(typed).replace("\u200f", "").replace("\u200e", "").split())
    days = re.split(r"\s*[;؛]\s*", text)
    try:
        return Date.parse(days)
    except Unfit as error:
        if error.case in ("no-day", "no-month", "no-time"):
            raise NoDate("impossible") from error
        if len(days) > 1:
            raise NoDate("unread") from error
    *others, last = spellings = of_one_day(text)
    for one in others and spellings:
        if not is_hijri(one):
            return _doubted(one, order)
    return _doubted(last, order)


def hijri_of(typed: str) -> str:
    """The Hijri date that is typed in a cell, as a record has it; empty where none is."""
    text = " ".join(european(typed).split())
    for one in of_one_day(text):
        bare = _DAY_NAME.sub("", without_doubts(one)[0])
        if is_hijri(bare) and not ends(bare):
            return said_hijri(_YEAR.sub("", bare))
    return ""


def _doubted(text: str, order: str) -> Date:
    bare, mark = without_doubts(text)
    read = _one(_DAY_NAME.sub("", bare), order)
    return _marked(read, mark) if mark else read


def about(date: Date) -> Date:
    """`date` as one that is about right only."""
    return _marked(date, "~")


def _marked(date: Date, mark: str) -> Date:
    text = str(date)
    if date.precision == "days" or text[-1] in "~?%":
        return date
    ends = [one if one == ".." else f"{one}{mark}" for one in text.split("/")]
    return Date.parse("/".join(ends))


def _one(text: str, order: str) -> Date:
    if days := days_of_a_month(text):
        first, last = _one(days[0], order), _one(days[1], order)
        return interval(first, last) if days[2] else Date.parse([str(first), str(last)])
    if is_hijri(text) and not ends(text):
        return read_hijri(_YEAR.sub("", text))
    if clock := re.fullmatch(r"(.*\d{4})[,،]?\s+(?:at\s+|الساعة\s+)?(\d{1,2}:\d\d.*)", text):
        return timed(_one(clock[1], order), clock[2])
    typed, text = text, _OUR_ERA.sub("", text)
    for read in (_named, _numbers):
        if (found := read(text, order)) is not None:
            return found
    bare = century_in_english(_YEAR.sub("", re.sub("قبل الميلاد", "ق.م", text)))
    if re.fullmatch(r"\d{1,2}", bare) and typed == text:
        raise NoDate("unread")  # a year cut short, or a day
    for form in dict.fromkeys((bare, nearest_form(bare), nearest_form(text))):
        try:
            return Date.parse(form)
        except Unfit as error:
            if error.case in ("no-day", "no-month"):
                raise NoDate("impossible") from error
            if error.case == "interval-order":
                raise NoDate("turned") from error
    if pair := ends(text):
        return interval(read_date(pair[0], order), read_date(pair[1], order))
    raise NoDate("unread")


def timed(date: Date, clock: str) -> Date:
    """`date` at the minute of `clock`: 10:30, 9:05 PM, ٩:٠٥ م. Raises `NoDate`."""
    match = re.fullmatch(
        r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp]\.?[Mm]\.?|[صم])?", clock
    )
    if match is None or date.precision != "day":
        raise NoDate("clock")
    hour, late = int(match[1]), (match[3] or " ")[0].lower()
    if late in "pم" and hour < 12:
        hour += 12
    elif late in "aص" and hour == 12:
        hour = 0
    if hour > 23 or int(match[2]) > 59:
        raise NoDate("clock")
    return Date.parse(f"{date}T{hour:02}:{match[2]}")


def interval(first: Date, last: Date) -> Date:
    """From one date to another. Raises `NoDate` when they are turned round."""
    if first == last:
        return first
    if len(first.moments) > 1 or len(last.moments) > 1:
        start, end = first.moments[0], last.moments[-1]
        first, last = Date.parse(str(start)), Date.parse(str(end))
    try:
        return Date.parse(f"{first}/{last}")
    except Unfit as error:
        raise NoDate("turned") from error


@cache
def _months() -> tuple[dict[str, int], str]:
    names = {name.casefold(): number for name, number in month_names().items()}
    for number in range(1, 13):
        for name in (calendar.month_name[number], calendar.month_abbr[number]):
            names[name.casefold()] = number
    names["sept"] = 9
    pattern = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return names, pattern.replace(r"\ ", r"\s+")


def _named(text: str, order: str) -> Date | None:
    """A date whose month is named: «28 من نيسان/أبريل 2006», 28th of April 2006, April 28, 2006."""
    names, name = _months()
    month = rf"(?P<month>{name})\.?(?:\s?/\s?(?P<second>{name}))?"
    year = r"(?:(?:[،,]\s*|\s+)(?:من\s+)?(?:عام\s+|سنة\s+)?(?P<year>-?\d{3,4}))"
    for pattern in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:من\s+|of\s+)?(?:شهر\s+)?{month}{year}",
        rf"{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{year}",
        rf"(?:شهر\s+)?{month}{year}",
        rf"(?P<day>\d{{1,2}})-{month}-(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[,،]?\s+{month}(?:\s+(?P<day>\d{{1,2}}))?",
    ):
        match = re.fullmatch(pattern, text, re.IGNORECASE)
        if match:
            found = {
                names[" ".join(match[k].casefold().split())]
                for k in ("month", "second")
                if match[k]
            }
            if len(found) > 1:
                raise NoDate("impossible")
            day = match.groupdict().get("day")
            return _made(int(match["year"]), found.pop(), int(day) if day else 0)
    return None


def _numbers(text: str, order: str) -> Date | None:
    """A date of numbers alone: 28/4/2006, 2006/4/28, 4/2006."""
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text):
        return _made(int(match[2]), int(match[1]), 0)
    if match := re.fullmatch(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?", text):
        return _made(int(match[1]), int(match[2]), int(match[3] or 0))
    match = re.fullmatch(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})", text)
    if match is None:
        return None
    first, second, year = map(int, match.groups())
    if order == "day-first" or (order != "month-first" and first > 12 >= second):
        return _made(year, second, first)
    if order == "month-first" or second > 12 >= first:
        return _made(year, first, second)
    if first == second:
        return _made(year, first, second)
    raise NoDate("impossible" if first > 12 else "order")


def _made(year: int, month: int, day: int) -> Date:
    sign, number = ("-", -year) if year < 0 else ("", year)
    text = f"{sign}{number:04}-{month:02}" + (f"-{day:02}" if day else "")
    try:
        return Date.parse(text)
    except Unfit as error:
        raise NoDate("impossible") from error
