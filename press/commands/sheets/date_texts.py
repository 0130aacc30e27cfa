"""Read dates as people type them in cells, and give them in the forms that records have."""

from __future__ import annotations

import calendar
import re
from functools import cache

from hijridate import Gregorian, Hijri

from press.commands.sheets.spelling import european
from press.diagnostics import Unfit
from press.language.date_hints import nearest_form
from press.language.dates import Date
from press.language.months import month_names

_ABOUT = re.compile(
    r"^(?:c\.|ca\.?|circa|about|around|approx(?:imately|\.)?|نحو|حوالي|حوالى|قرابة|زهاء)\s*"
    r"|\s*(?:approximately|approx\.?|تقريبا|تقريباً)$",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"^(?:in\s+)?(?:the\s+)?(?:year\s+|(?:في\s+)?(?:عام\s+|سنة\s+|العام\s+))", re.IGNORECASE
)
_DAY_NAME = re.compile(
    r"^(?:(?:يوم\s+)?(?:السبت|ال[أا]حد|الاثنين|الإثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s*[،,]?\s+",
    re.IGNORECASE,
)
_OUR_ERA = re.compile(r"\s*(?:م\.?|ميلادي(?:ة|ا|اً)?|AD|A\.D\.|CE)$")
_HIJRI = re.compile(r"\s*(?:هـ\.?|ه\.?|هجري(?:ة|ا|اً)?|A\.?H\.?)$")
_TO = re.compile(r"\s+(?:[–—-]|to|until|إلى|الى|حتى)\s+|\s*[–—]\s*", re.IGNORECASE)
_HIJRI_MONTHS = (
    "محرم|المحرم|muharram", "صفر|safar", "ربيع ال[أا]ول|rabi al-awwal|rabi i",
    "ربيع (?:الآخر|الاخر|الثاني)|rabi al-thani|rabi ii",
    "جماد[ىي] ال[أا]ول[ىي]?|jumada al-ula|jumada i",
    "جماد[ىي] (?:الآخرة|الاخرة|الثانية|الآخر)|jumada al-akhirah|jumada ii", "رجب|rajab",
    "شعبان|sha[’'‘]?ban", "رمضان|ramadan", "شوال|shawwal", "ذ[وي] القعدة|dhu al-qa[’'‘]?dah",
    "ذ[وي] الحجة|dhu al-hijjah",
)  # fmt: skip


class NoDate(ValueError):
    """Raised for a text that is no date; `case` is one of those of sheet/bad-date."""

    def __init__(self, case: str) -> None:
        self.case = case
        super().__init__(case)


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
    bare = _ABOUT.sub("", text)
    about = bare != text
    bare = _DAY_NAME.sub("", bare)
    read = _one(bare, order)
    if about:
        read = _about(read)
    return read


def about(date: Date) -> Date:
    """`date` as one that is about right only."""
    return _about(date)


def _about(date: Date) -> Date:
    text = str(date)
    return date if len(date.moments) > 1 or text[-1] in "~?%" else Date.parse(f"{text}~")


def _one(text: str, order: str) -> Date:
    if _HIJRI.search(text):
        return _hijri(_YEAR.sub("", _HIJRI.sub("", text)))
    text = _OUR_ERA.sub("", text)
    for read in (_named, _numbers):
        if (found := read(text, order)) is not None:
            return found
    bare = _YEAR.sub("", text)
    for form in dict.fromkeys((bare, nearest_form(bare), nearest_form(text))):
        try:
            return Date.parse(form)
        except Unfit as error:
            if error.case in ("no-day", "no-month"):
                raise NoDate("impossible") from error
            if error.case == "interval-order":
                raise NoDate("turned") from error
    if len(ends := _TO.split(text)) == 2 and all(ends):
        return interval(read_date(ends[0], order), read_date(ends[1], order))
    raise NoDate("unread")


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


def _hijri(text: str) -> Date:
    """A year, month or day of the Hijri calendar, of 1343 to 1500, as its Gregorian days."""
    months = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_HIJRI_MONTHS, 1))
    match = re.fullmatch(
        rf"(?:(?:(?P<day>\d{{1,2}})\s+)?(?:{months})[،,]?\s+)?(?P<year>\d{{3,4}})",
        text,
        re.IGNORECASE,
    )
    numbers = re.fullmatch(
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?", text
    ) or re.fullmatch(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})", text)
    if not (match or numbers):
        raise NoDate("unread")
    if match:
        year, day = int(match["year"]), int(match["day"] or 0)
        month = next((n for n in range(1, 13) if match[f"m{n}"]), 0)
    else:
        assert numbers is not None
        year, month, day = int(numbers["year"]), int(numbers["month"]), int(numbers["day"] or 0)
    try:
        begin = Hijri(year, month or 1, day or 1)
        last_month = month or 12
        end = begin if day else Hijri(year, last_month, Hijri(year, last_month, 1).month_length())
        days = [_iso(one.to_gregorian()) for one in (begin, end)]
    except (ValueError, OverflowError) as error:
        raise NoDate("impossible" if 1343 <= year <= 1500 else "hijri") from error
    return Date.parse(days[0]) if days[0] == days[1] else Date.parse("/".join(days))


def _iso(day: Gregorian) -> str:
    return str(day.isoformat())
