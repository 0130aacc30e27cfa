"""Arabic words without their vowel signs, which are typed or left out at will."""

from __future__ import annotations

import re

# Between brackets of a pattern: vowel signs, with the stroke that lengthens a word; and all that
# stands in an Arabic word.
SIGNS = "\u0640\u064b-\u065f\u0670"
IN_WORDS = "\u0621-\u064a\u064b-\u065f\u0670\u0671-\u06d3"
SIGN = re.compile(f"[{SIGNS}]")


def without_signs(text: str) -> str:
    """`text` without vowel signs and lengthening strokes."""
    return SIGN.sub("", text)
