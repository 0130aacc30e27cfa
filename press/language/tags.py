"""Tell of a language by its tag (BCP 47) how it is called and which way it is written."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from press.language.phrases import Direction

# Scripts written from right to left (CLDR), by ISO 15924.
RIGHT_TO_LEFT = frozenset(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"])


@cache
def direction_of(tag: str) -> Direction:
    """`rtl` or `ltr`, by the script that is named, else that in which the language is written."""
    language, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in RIGHT_TO_LEFT else "ltr"
    try:
        order = Locale.parse(language).character_order
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if order == "right-to-left" else "ltr"


@cache
def name_of(tag: str, spoken: str) -> str:
    """What the language of `tag` is called in the language `spoken`: «الفارسية», Persian.

    The tag itself where CLDR has no name for it.
    """
    language = tag.partition("-")[0]
    return str(Locale.parse(spoken).languages.get(tag.replace("-", "_"), "")) or str(
        Locale.parse(spoken).languages.get(language, tag)
    )


@cache
def script_of(tag: str) -> str:
    """The script in which a language is most often written, by ISO 15924; empty where unknown."""
    likely = get_global("likely_subtags").get(tag.partition("-")[0], "").split("_")
    return next((part for part in likely if len(part) == 4), "")


@cache
def language_in(script: str) -> str:
    """The language that is most often written in a script (CLDR): `he` of Hebrew letters."""
    return str(get_global("likely_subtags").get(f"und_{script}", "und").partition("_")[0])
