"""Take apart what people type around dates: doubts, spans of a month, centuries in words."""

from __future__ import annotations

import re

from press.commands.sheets.spelling import folded

ABOUT = re.compile(
    r"^(?:c\.|ca\.?|circa|about|around|approx(?:imately|\.)?|نحو|حوالي|حوالى|قرابة|زهاء)\s*"
    r"|\s*(?:approximately|approx\.?|تقريبا|تقريباً)$",
    re.IGNORECASE,
)
DOUBTED = re.compile(
    r"^(?:probably|perhaps|possibly|maybe|ربما|لعله|على الأرجح|على الارجح|يُرجح|يرجح)\s+"
    r"|\s*(?:\(\?\)|\s\?|\((?:probably|uncertain|على الأرجح)\))$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:on\s+|the\s+(?=\d{1,2}(?:st|nd|rd|th)\s+of\b))|^(?:في\s+)?يوم\s+|^في\s+(?=\d)",
    re.IGNORECASE,
)
# Two dates of one day, as «15 رمضان 1427 هـ الموافق 8 أكتوبر 2006» or with one in brackets.
_SAME_DAY = re.compile(
    r"(?P<one>.+?)\s*(?:[،,]?\s*(?:الموافقة?\s+(?:لـ?\s*)?|الموافق:\s*|corresponding to\s+|=\s*)"
    r"(?P<other>.+)|\((?P<bracketed>.+)\))",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"(?P<first>\d{1,2})\s*(?P<by>[–—-]|to|until|إلى|الى|حتى|و|and|&|،|,)\s*(?P<last>\d{1,2})"
    r"\s+(?P<rest>\D.*)",
    re.IGNORECASE,
)
_DAYS_AFTER = re.compile(
    r"(?P<month>[A-Z][a-z]+\.?)\s+(?P<first>\d{1,2})\s*(?P<by>[–—-]|to|and|&)\s*(?P<last>\d{1,2})"
    r"(?P<rest>,?\s+\d{4})"
)
_SPAN = re.compile(r"\s+(?:[–—-]|to|until|إلى|الى|حتى)\s+|\s*[–—]\s*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"^(?:بين|من)\s+(?:عامي|سنتي|سنة|عام)?\s*(\d{3,4})\s+(?:و|إلى|الى)\s*(?:سنة|عام)?\s*(\d{3,4})$"
)
_YEAR = re.compile(r"\d{3,4}(?:\s*(?:هـ|ه|م|AD|CE|AH))?$")
_ORDINALS = ["اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
_ONES = ["حادي", *_ORDINALS[1:9]]
_NUMBERS = {
    **{word: n for n, word in enumerate(_ORDINALS, 1)},
    **{f"{word} عشر": n for n, word in enumerate(_ONES, 11)},
    "عشرين": 20, "عشرون": 20, "حادي وعشرين": 21, "حادي والعشرين": 21, "حادي والعشرون": 21,
}  # fmt: skip
_DECADES = ["عشرين", "ثلاثين", "اربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
_PARTS = {
    "نصف اول": "first half", "نصف ثاني": "second half", "اوائل": "early", "مطلع": "early",
    "بدايه": "early", "اواخر": "late", "نهايه": "late",
}  # fmt: skip


def without_doubts(text: str) -> tuple[str, str]:
    """`text` without what says that it is about right or uncertain, and the mark of that."""
    doubted = DOUBTED.sub("", text)
    bare = ABOUT.sub("", doubted)
    mark = {(True, False): "?", (False, True): "~", (True, True): "%"}
    return _BEFORE.sub("", bare), mark.get((doubted != text, bare != doubted), "")


def of_one_day(text: str) -> tuple[str, ...]:
    """The two spellings of one date, in two calendars, or `text` alone."""
    match = _SAME_DAY.fullmatch(text)
    if match is None or not re.search(r"\d", (match["other"] or match["bracketed"])):
        return (text,)
    return match["one"].strip(), (match["other"] or match["bracketed"]).strip()


def days_of_a_month(text: str) -> tuple[str, str, bool] | None:
    """The first and last of days that share a month; whether they are a span, not a list."""
    match = _DAYS.fullmatch(text) or _DAYS_AFTER.fullmatch(text)
    if match is None or int(match["first"]) > 31:
        return None
    rest = match["rest"].strip()
    if "month" in match.groupdict():
        rest = f"{match['month']} {rest.strip(', ')}"
    apart = match["by"] in ("و", "and", "&", "،", ",")
    return f"{match['first']} {rest}", f"{match['last']} {rest}", not apart


def ends(text: str) -> tuple[str, str] | None:
    """The two ends of a span, the first with the year that it shares with the last."""
    if match := _BETWEEN.fullmatch(text):
        return match[1], match[2]
    parts = [part.strip() for part in _SPAN.split(text)]
    if len(parts) != 2 or not all(parts):
        return None
    first, last = (re.sub("^(?:من|from)\\s+", "", part) for part in parts)
    shared = _YEAR.search(last)
    if shared and not re.search(r"\d{3,4}", first) and re.search(r"[^\W\d]", first):
        first = f"{first} {shared[0]}"
    return first, last


def century_in_english(text: str) -> str:
    """A century or a decade in Arabic words as English has it; all else as it is."""
    words = folded(text).removesuffix(" ميلادي").removesuffix(" م").removesuffix(" للميلاد")
    before, found, number = words.rpartition("قرن ")
    century = _NUMBERS.get(number) or (int(number) if number.isdecimal() else 0)
    if not found or not 1 <= century <= 21:
        return text
    before = before.strip().removesuffix(" من").strip()
    if not before or before == "في":
        return f"{century}th century"
    if before in _PARTS:
        return f"{_PARTS[before]} of the {century}th century"
    for tens, name in enumerate(_DECADES, 2):
        if before in (f"{name}ات", f"{name}يات"):
            return f"{(century - 1) * 10 + tens}0s"
    return text
