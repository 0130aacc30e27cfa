"""How Arabic stands on a line: isolation, visual order, folding for comparison."""

from __future__ import annotations

import unicodedata
from typing import Literal

from bidi import get_display

from press.language.phrases import Direction, Phrase

_ISOLATES: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
_POP = "\u2069"
_TATWEEL = "\u0640"
# The opening one of each pair stands for both: a page may show a bracket of an Arabic run as
# itself or as its mirror image. Curved quotation marks are not mirrored, but fonts mix them up.
_ONE_FORM = str.maketrans(")]}»›>”’", "([{«‹<“‘")


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
