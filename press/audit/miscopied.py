"""Miscopied: letters that another program lost, read in a wrong encoding, or drew as pictures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from press.content.passages import Passage
from press.diagnostics import Diagnostic


def _read_as(byte: int) -> str:
    """The sign that a byte is in the encoding of Western Windows; some bytes are none there."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


_BYTES = {_read_as(byte): byte for byte in range(0x80, 0x100)}
_REST = "[" + re.escape("".join(map(_read_as, range(0x80, 0xC0)))) + "]"
# UTF-8 that was read so: a letter is two or three signs.
_MISREAD = re.compile(f"(?:[\xc2-\xdf]{_REST}|[\xe0-\xef]{_REST}{_REST})+")
# What a single letter read wrong may have been: one of Western Europe, of Arabic, or a mark.
_LIKELY = re.compile("[\xa0-\xff\u0600-\u06ff\u2010-\u203a]")
# Ligatures, letters and digits of full width, and letters of formulas.
_PICTURES = re.compile("[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]+")
# A letter of Cyrillic or Greek in a word of Latin letters looks like one of these, and is none.
_MIXED = re.compile(r"(?:(?<=[A-Za-z])(?P<in>[\u0400-\u052f])|(?P<at>[\u0400-\u052f])(?=[A-Za-z]))")


def miscopied(passage: Passage) -> Iterator[Diagnostic]:
    """Every letter is the one that was meant, whatever program it was copied from; once a text."""
    words = passage.words
    if "\ufffd" in words:
        yield _found("lost", passage, words.index("\ufffd"))
    for match in _MISREAD.finditer(words):
        right = bytes(_BYTES[sign] for sign in match[0]).decode("utf-8", "ignore")
        if len(right) > 1 or _LIKELY.fullmatch(right):
            yield _found("encoding", passage, match.start(), match[0], right)
            break
    if drawn := _PICTURES.search(words):
        right = unicodedata.normalize("NFKC", drawn[0])
        yield _found("picture", passage, drawn.start(), drawn[0], right)
    if mixed := _MIXED.search(words):
        letter = mixed["in"] or mixed["at"]
        yield _found("mixed", passage, mixed.start(), f"U+{ord(letter):04X}")


def _found(
    case: str, passage: Passage, position: int, typed: str = "", right: str = ""
) -> Diagnostic:
    values = {"typed": typed[:20], "right": right[:20]}
    return Diagnostic("audit/miscopied", passage.at(position), values, case=case)
