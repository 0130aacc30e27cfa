"""How Arabic stands on a line: isolation, visual order, folding for comparison, terminals."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from press.language.phrases import Direction, Phrase

_ISOLATES: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
_POP = "\u2069"
_TATWEEL = "\u0640"
_LEVEL = "\u200b"  # a zero-width space takes the level of what it follows
# The opening one of each pair stands for both: a page may show a bracket of an Arabic run as
# itself or as its mirror image. Curved quotation marks are not mirrored, but fonts mix them up.
_ONE_FORM = str.maketrans(")]}»›>”’", "([{«‹<“‘")
_MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
_BRACKET = r"[()\[\]{}«»‹›<>]"


def isolate(phrase: Phrase) -> str:
    """`phrase` between U+2066 or U+2067 and U+2069, for text that no markup can isolate."""
    return f"{_ISOLATES[phrase.direction]}{phrase.text}{_POP}"


def visual(text: str, base: Direction = "rtl") -> str:
    """The characters of `text` from left to right, as UAX #9 asks, without invisible controls.

    Every line is a paragraph of direction `base`. Brackets are reordered but not mirrored, as the
    characters behind the glyphs of a page are not: compare after `fold`.
    """
    base_dir = "R" if base == "rtl" else "L"
    lines = (str(get_display(line, base_dir=base_dir)) for line in text.split("\n"))
    return "\n".join(_visible(line) for line in lines)


def _visible(line: str) -> str:
    return "".join(c for c in line if unicodedata.category(c) != "Cf")


def fold(text: str, order: Literal["visual", "logical"] = "visual") -> str:
    """`text` without what differs between the page and the record without changing the words.

    Presentation forms become letters (a lam-alef becomes alef, lam in `visual` order, where the
    later letter stands left); marks, tatweel, white space and invisible controls go; brackets
    and quotation marks take one form a pair.
    """
    letters = "".join(_letters(character, order) for character in text)
    kept = (
        c
        for c in letters
        if c != _TATWEEL and not c.isspace() and unicodedata.category(c) not in ("Mn", "Cf", "Cc")
    )
    return "".join(kept).translate(_ONE_FORM)


def _letters(character: str, order: Literal["visual", "logical"]) -> str:
    if not "\ufb50" <= character <= "\ufeff":
        return character
    letters = unicodedata.normalize("NFKC", character)
    return letters[::-1] if order == "visual" else letters


def for_terminal(text: str) -> str:
    """`text` shaped and in visual order, for terminals that know neither; never for a page.

    Each line takes the direction of its first letter; a line without Arabic is left alone.
    """
    return "\n".join(_for_terminal(line) for line in text.split("\n"))


def _for_terminal(line: str) -> str:
    if not any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in line):
        return line
    # get_display leaves brackets unmirrored and tells no levels: a sign put after each bracket
    # comes to stand before it where the run goes from right to left.
    line = re.sub(_BRACKET, f"\\g<0>{_LEVEL}", line.replace(_LEVEL, ""))
    shown = str(get_display(_reshaper().reshape(line)))
    turned = re.sub(f"({_BRACKET}){_LEVEL}|{_LEVEL}({_BRACKET})", _turn, shown)
    return _visible(turned)


def _turn(match: re.Match[str]) -> str:
    kept, mirrored = match.groups()
    return str(kept or mirrored.translate(_MIRRORED))


@cache
def _reshaper() -> ArabicReshaper:
    # Only lam-alef, which every terminal font has; ligatures of words would hide their letters.
    return ArabicReshaper({"ARABIC LIGATURE ALLAH": False, "delete_harakat": True})
