"""Months: the names that Arabic readers give them, and where in a text they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from babel import Locale

Months = Literal["both", "un", "levantine", "gregorian"]
FAMILIES: tuple[Months, ...] = get_args(Months)

# CLDR has the Levantine names (نيسان) under ar_SY and the others (أبريل) under ar_EG.
_LOCALES: dict[Months, tuple[str, ...]] = {
    "both": ("ar_SY", "ar_EG"),
    "un": ("ar_SY", "ar_EG"),
    "levantine": ("ar_SY",),
    "gregorian": ("ar_EG",),
}
# United Nations documents write the same pairs, but for the last letter of two.
_UN = {"يونيو": "يونيه", "يوليو": "يوليه"}
# What no publication of ours prints and people type all the same: the names of the Maghreb and of
# Mauritania, of CLDR too, and these.
_ELSEWHERE = ("ar_DZ", "ar_MA", "ar_MR")
_LOOSE = {
    "كانون ثاني": 1, "كانون ثان": 1, "إبريل": 4, "أوغسطس": 8, "تشرين أول": 10,
    "تشرين ثاني": 11, "تشرين ثان": 11, "كانون أول": 12,
}  # fmt: skip


@cache
def month_name(number: int, months: Months) -> str:
    """The name of month `number`, from 1, in a family; of those that write both, with a slash."""
    names = [Locale.parse(tag).months["format"]["wide"][number] for tag in _LOCALES[months]]
    return "/".join(_UN.get(name, name) if months == "un" else name for name in names)


@cache
def month_names() -> dict[str, int]:
    """The month that each single name stands for, however spelt, with and without its hamza."""
    names = dict(_LOOSE)
    for number in range(1, 13):
        for family in FAMILIES:
            names |= dict.fromkeys(month_name(number, family).split("/"), number)
        for tag in _ELSEWHERE:
            names[Locale.parse(tag).months["format"]["wide"][number]] = number
    return names | {re.sub("[أآإ]", "ا", name): number for name, number in names.items()}


@cache
def month_pattern() -> str:
    """A regular expression for one name; a line may break inside it. Longer names come first."""
    return "|".join(sorted(month_names(), key=len, reverse=True)).replace(" ", r"\s+")


@cache
def _together(*, pairs: bool) -> re.Pattern[str]:
    """What no line may break in: a day and its month, and two names without a day where asked."""
    name = month_pattern()
    dated = rf"(?<![\w/.–-])و?(?:\d\d?[–-])?\d\d?\s+(?:{name})(?:/(?:{name}))?(?!\w)"
    return re.compile(rf"{dated}|(?<!\w)[وفبلك]?(?:{name})/(?:{name})(?!\w)" if pairs else dated)


def unbroken(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in pieces, each with whether no line may break in it.

    A day stays with its month, and a month with its other name; the year may stand below.
    """
    done = 0
    for match in _together(pairs="/" in text).finditer(text):
        if match.start() > done:
            yield text[done : match.start()], False
        yield match[0], True
        done = match.end()
    if done < len(text):
        yield text[done:], False


@dataclass(frozen=True, slots=True)
class Named:
    """A month as typed in a text: where its name or names begin, and these.

    `dated`: whether a day stands before it or a year after it.
    """

    start: int
    names: str
    dated: bool

    @property
    def months(self) -> tuple[int, ...]:
        """The months that the names stand for: one, or two when they do not agree."""
        known = month_names()
        names = self.names.split("/")
        return tuple(sorted({known[" ".join(name.split())] for name in names}))


@cache
def _named() -> re.Pattern[str]:
    name = month_pattern()
    return re.compile(
        rf"(?:(?<![\d/.])(?P<day>\d\d?)\s+(?:من\s+)?(?:شهر\s+)?|(?P<said>شهر\s+)|(?<!\w)[وفبلك]?)"
        rf"(?P<names>(?:{name})(?P<pair>\s?/\s?(?:{name}))?)(?!\w)"
        rf"(?P<year>\s+(?:من\s+)?(?:عام\s+|سنة\s+)?\d{{4}}(?!\d))?"
    )


# What stands in every text that names a month for sure.
_SURE = re.compile(r"\d|شهر|/")


def named_months(text: str) -> Iterator[Named]:
    """The months that `text` names for sure: in a date, after «شهر», or by two names.

    «مارس» and «آب» alone are other words too.
    """
    if not _SURE.search(text):
        return
    for match in _named().finditer(text):
        dated = bool(match["day"] or match["year"])
        if dated or match["said"] or match["pair"]:
            yield Named(match.start("names"), match["names"], dated)
