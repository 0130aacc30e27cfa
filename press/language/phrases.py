"""Hold what is said: a text with its direction, in one of two families of digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["rtl", "ltr"]
Digits = Literal["european", "arabic"]
Style = Literal["phrase", "label"]

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One printed element that is isolated on its line: `text` in logical order, no markup."""

    text: str
    direction: Direction


def in_digits(text: str, digits: Digits) -> str:
    """`text` with its figures in a family of digits; no other sign is changed."""
    return text.translate(_ARABIC_INDIC) if digits == "arabic" else text
