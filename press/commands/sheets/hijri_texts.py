"""Read Hijri dates as people type them, and give the days of the Gregorian calendar for them."""

from __future__ import annotations

import re

from hijridate import Hijri

from press.language.dates import Date

_SIGN = re.compile(r"\s*(?:هـ\.?|ه\.?|هجري(?:ة|ا|اً)?|A\.?H\.?)$")
_MONTHS = (
    "محرم|المحرم|muharram", "صفر|safar", "ربيع ال[أا]ول|rabi al-awwal|rabi i",
    "ربيع (?:الآخر|الاخر|الثاني)|rabi al-thani|rabi ii",
    "جماد[ىي] ال[أا]ول[ىي]?|jumada al-ula|jumada i",
    "جماد[ىي] (?:الآخرة|الاخرة|الثانية|الآخر)|jumada al-akhirah|jumada ii", "رجب|rajab",
    "شعبان|sha[’'‘]?ban", "رمضان|ramadan", "شوال|shawwal", "ذ[وي] القعدة|dhu al-qa[’'‘]?dah",
    "ذ[وي] الحجة|dhu al-hijjah",
)  # fmt: skip
_NAMED = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_MONTHS, 1))


class NoDate(ValueError):
    """Raised for a text that is no date; `case` is one of those of sheet/bad-date."""

    def __init__(self, case: str) -> None:
        self.case = case
        super().__init__(case)


def is_hijri(text: str) -> bool:
    """Whether a text says that it is a Hijri date, or names a month of that calendar."""
    named = re.search(rf"(?:^|\s)(?:{'|'.join(_MONTHS)})[،,]?\s+\d", text, re.IGNORECASE)
    return bool(_SIGN.search(text) or named)


def said_hijri(text: str) -> str:
    """A Hijri date as a record has it: 1427-09-15, 1427-09, 1427. Raises `NoDate`."""
    year, month, day = _parts(text)
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def read_hijri(text: str) -> Date:
    """The day of a Hijri date from 1343 to 1500 (Umm al-Qura), the months or years of one without.

    Raises `NoDate`.
    """
    year, month, day = _parts(text)
    try:
        begin = Hijri(year, month or 1, day or 1)
        last_month = month or 12
        end = begin if day else Hijri(year, last_month, Hijri(year, last_month, 1).month_length())
        first, last = (one.to_gregorian().isoformat() for one in (begin, end))
    except (ValueError, OverflowError) as error:
        raise NoDate("impossible" if 1343 <= year <= 1500 else "hijri") from error
    length = 10 if day else 7 if month else 4
    ends = dict.fromkeys(one[:length] for one in (first, last))
    return Date.parse("/".join(ends))


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day; nought where none is named. Raises `NoDate`."""
    bare = _SIGN.sub("", text)
    day = r"(?P<day>\d{1,2})\s+(?:من\s+|of\s+)?(?:شهر\s+)?"
    named = re.fullmatch(
        rf"(?:(?:{day})?(?:{_NAMED})[،,]?\s+(?:سنة\s+|عام\s+)?)?(?P<year>\d{{3,4}})",
        bare,
        re.IGNORECASE,
    )
    if named:
        month = next((n for n in range(1, 13) if named[f"m{n}"]), 0)
        return int(named["year"]), month, int(named["day"] or 0)
    for pattern in (
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?",
        r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})",
    ):
        if match := re.fullmatch(pattern, bare):
            return int(match["year"]), int(match["month"]), int(match["day"] or 0)
    raise NoDate("unread")
