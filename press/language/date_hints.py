"""Guess the nearest form of the grammar of dates for what is typed in another way."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from babel import Locale

from press.language.calendar import month_length
from press.language.months import month_names

_ABOUT = r"(?:c\.?|ca\.?|circa|about|around|approx\.?|vers|نحو|حوالي|قرابة|زهاء)"
_SEASON = {21: ("03", "05"), 22: ("06", "08"), 23: ("09", "11"), 24: ("12", "02")}


def nearest_form(typed: str) -> str:
    """The date that `typed` seems to mean, in a form that is read; empty when nothing is near."""
    text = "".join(str(unicodedata.digit(c, c)) for c in " ".join(typed.split()))
    for pattern, form in _FORMS:
        if (match := pattern.fullmatch(text)) and (near := form(match)) != typed:
            return near
    return ""


def _padded(match: re.Match[str]) -> str:
    year, month, day = match["y"], int(match["m"]), int(match["d"] or 0)
    if not 1 <= month <= 12 or not 0 <= day <= month_length(int(year), month):
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _turned(match: re.Match[str]) -> str:
    """A day typed first, as most of the world does, or a month; in doubt nothing is guessed."""
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if day <= 12 < month:
        day, month = month, day
    sure = 1 <= month <= 12 and (day > 12 or day == month)
    return f"{year}-{month:02}-{day:02}" if sure and day <= month_length(int(year), month) else ""


def _named(match: re.Match[str]) -> str:
    """A month by its name, or by both that Arabic has for it."""
    months = {_months().get(name.strip(" .").lower(), 0) for name in match["name"].split("/")}
    day, year = int(match.groupdict().get("d") or 0), match["y"]
    (month, *others) = months
    if others or not month or day > month_length(int(year), month):
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


@cache
def _months() -> dict[str, int]:
    """The month that each name stands for in the languages that editors here write."""
    names = dict(month_names())
    for tag in ("en", "fr"):
        for width in ("wide", "abbreviated"):
            named = Locale.parse(tag).months["format"][width].items()
            names |= {name.rstrip(".").lower(): month for month, name in named}
    return names


def _serial(match: re.Match[str]) -> str:
    """The number that a spreadsheet has for a day, since 1955: days after 30 December 1899."""
    number = int(match["n"])
    day = datetime.date(1899, 12, 30) + datetime.timedelta(number)
    return day.isoformat() if 20_000 <= number < 60_000 else ""


def _season(match: re.Match[str]) -> str:
    first, last = _SEASON[int(match["s"])]
    year = int(match["y"])
    return f"{year:04}-{first}/{year + (first > last):04}-{last}"


def _before_era(match: re.Match[str]) -> str:
    year = int(match["y"]) - 1
    return f"-{year:04}" if year else "0000"


def _of_four(match: re.Match[str]) -> str:
    """Each year of three digits in four: 830/833, 828~, 853-09-10."""
    return re.sub(r"(?<![\d-])(-?)(\d{3})(?=[-~?%/]|$)", r"\g<1>0\2", match[0])


def _century(match: re.Match[str]) -> str:
    number, part = int(match["n"]), (match["part"] or "").lower()
    first = (number - 1) * 100
    ends = {"first half": (0, 49), "second half": (50, 99), "early": (0, 33), "late": (67, 99)}
    if not 2 <= number <= 99:
        return ""
    if part:
        low, high = ends[part]
        return f"{first + low:04}/{first + high:04}"
    return f"{first // 100:02}XX"


def _same(form: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match.expand(form)


_Y = r"(?P<y>\d{4})"
_NAME = r"[^\W\d_]+\.?(?:[ /][^\W\d_]+){0,3}"
_BARE = r"(?:-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?|\d{3}X|\d\dXX)"
_ONE = rf"{_BARE}[~?%]?"
_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (re.compile(pattern, re.IGNORECASE), form)
    for pattern, form in (
        (rf"({_ONE})", _same(r"\1")),  # only its digits were of another family
        (rf"{_ABOUT}\s*(?:the year |عام |سنة )?({_ONE})", _same(r"\1~")),
        (rf"[~?%]({_ONE})", _same(r"\1~")),
        (rf"({_BARE})(?:~\?|\?~)", _same(r"\1%")),
        (rf"(?:after|since|from|منذ|بعد)\s+(?:عام |سنة )?({_ONE})", _same(r"\1/..")),
        (rf"(?:before|until|till|up to|حتى|قبل)\s+(?:عام |سنة )?({_ONE})", _same(r"../\1")),
        (rf"({_ONE})\s*/", _same(r"\1/..")),
        (rf"/\s*({_ONE})", _same(r"../\1")),
        (rf"({_ONE})\s*(?:--?|–|—|to|and|\.\.|إلى|و)\s*({_ONE})", _same(r"\1/\2")),
        (rf"(?:from|between|بين|من)\s+({_ONE})\s+(?:to|and|إلى|و)\s*({_ONE})", _same(r"\1/\2")),
        (rf"[\[{{]({_ONE})(?:,\s*{_ONE})*?,\s*({_ONE})[\]}}]", _same(r"\1/\2")),
        (rf"[\[{{]({_ONE})\.\.({_ONE})[\]}}]", _same(r"\1/\2")),
        (r"(\d\d)(\d\d)\s?[–/]\s?(\d\d)", _same(r"\1\2/\1\3")),
        (r"(?:the )?(\d{3})0\s*['’]?s", _same(r"\1X")),
        (r"(\d{3})[ux?*_.-]", _same(r"\1X")),
        (r"(\d{2})(?:uu|xx|\?\?|\*\*|__|\.\.|--)", _same(r"\1XX")),
        (r"(\d)[uX?]{3}", _same(r"\g<1>000/\g<1>999")),
        (r"(\d\d)(\d\d)-([5-9]\d|4[2-9])", _same(r"\1\2/\1\3")),
        (rf"{_Y}-(?P<s>2[1-4])", _season),
        (rf"({_Y})-[Xu]{{2}}(?:-[Xu]{{2}})?", _same(r"\1")),
        (rf"({_Y}-\d\d)-[Xu]{{2}}", _same(r"\1")),
        (r"(-?\d{4}-\d\d-\d\d)[T ]\s*(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?",
         _same(r"\1T\2")),
        (rf"{_Y}[-/.](?P<m>\d{{1,2}})(?:[-/.](?P<d>\d{{1,2}}))?", _padded),
        (r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)", _padded),
        (rf"(?P<d>\d{{1,2}})[-/. ](?P<m>\d{{1,2}})[-/. ]{_Y}", _turned),
        (rf"(?:{_NAME}[,،]? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?[- ](?:of |de )?(?P<name>{_NAME})"
         rf"[,،]?[- ]{_Y}", _named),
        (rf"(?P<name>{_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?[,،]? {_Y}", _named),
        (rf"(?P<name>{_NAME})[,،]? {_Y}", _named),
        (r"(?P<n>\d{5})", _serial),
        (r"(?P<y>\d{1,4})\s*(?:b\.?\s?c\.?(?:\s?e\.?)?|ق\s?\.?\s?م\.?|av\.? j\.?-c\.?)",
         _before_era),
        (r"(?:a\.?d\.?\s*)?(\d{3})(?:\s*(?:a\.?d\.?|c\.?e\.?|م))?", _same(r"0\1")),
        (r"(?:a\.?d\.?\s*)?(\d{2})(?:\s*(?:a\.?d\.?|c\.?e\.?|م))?", _same(r"00\1")),
        (r"(?:a\.?d\.?\s*)(\d{4})|(\d{4})\s*(?:a\.?d\.?|c\.?e\.?|م)", _same(r"\1\2")),
        (r"-(?P<y>\d{1,3})", _before_era),
        (r"(?:\d{3,4}(?:-\d\d){0,2}[~?%]?|\.\.)(?:/(?:\d{3,4}(?:-\d\d){0,2}[~?%]?|\.\.))?",
         _of_four),
        (r"(?:the )?(?:(?P<part>first half|second half|early|late)(?: of)?(?: the)? )?"
         r"(?P<n>\d{1,2})(?:st|nd|rd|th|e) (?:century|siècle)", _century),
    )
]  # fmt: skip
