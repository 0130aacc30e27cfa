"""Lettering: mends the text that WeasyPrint 70 gives to glyphs, for search, copy and speech.

Of a letter with a mark (أُ) WeasyPrint gives the text of both to the mark, which it draws first,
and none to the letter, unless either was drawn before. The mark then reads as a letter more
wherever it is used, and the letter may read as nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

_TEXT = re.compile(rb"BT(.*?)ET", re.DOTALL)
_FACE = re.compile(rb"/(\w+) [\d.]+ Tf")
_GLYPHS = re.compile(rb"<([0-9A-Fa-f]+)>")
_ENTRY = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]*)>")


def mend_lettering(pdf: pikepdf.Pdf) -> int:
    """Give marks and letters their own text in every font of `pdf`; how many glyphs it mended.

    A glyph without advance whose text holds a letter is a mark (ISO 32000-1, 9.10.3 lets a glyph
    stand for any text, so nothing else tells). What remains without text, preflight names.
    """
    mended = 0
    for font, runs in _runs_by_font(pdf):
        texts = _texts(font)
        marks = {g for g in texts if _has_letter(texts[g]) and _width(font, g) == 0}
        if marks or "" in texts.values():
            changed = _mended(texts, marks, runs)
            if changed:
                mended += len(changed)
                _write(pdf, font, changed)
    return mended


def _mended(texts: dict[str, str], marks: set[str], runs: list[list[str]]) -> dict[str, str]:
    """The texts to change: of each mark, and of the first letter that it was drawn with."""
    changed: dict[str, str] = {}
    for run in runs:
        for mark, letter in pairwise(run):
            if mark not in marks or mark in changed:
                continue
            # The first that a mark was drawn with is the one whose text it was given.
            whole, own = texts[mark], changed.get(letter, texts.get(letter, ""))
            if not own:
                own = "".join(c for c in whole if not _is_mark(c))
                changed[letter] = own
            for form in (whole, unicodedata.normalize("NFD", whole)):
                if form.startswith(own):
                    changed[mark] = form[len(own) :]
                    break
            else:
                changed[mark] = "".join(c for c in whole if _is_mark(c))
    return changed


def _has_letter(text: str) -> bool:
    return any(not _is_mark(c) for c in text) and any(_is_mark(c) for c in text)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _runs_by_font(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, list[list[str]]]]:
    """Every font of the file with the glyphs that each of its runs draws, in drawing order."""
    fonts: dict[tuple[int, int], tuple[Any, list[list[str]]]] = {}
    for page in pdf.pages:
        held = page.resources.get("/Font", pikepdf.Dictionary())
        content = page.Contents.read_bytes()
        for text in _TEXT.findall(content):
            faces = _FACE.split(text)
            for name, drawn in zip(faces[1::2], faces[2::2], strict=True):
                font = held[f"/{name.decode()}"]
                if "/ToUnicode" in font and "/DescendantFonts" in font:
                    run = [
                        glyphs[i : i + 4].decode().lower()
                        for glyphs in _GLYPHS.findall(drawn)
                        for i in range(0, len(glyphs), 4)
                    ]
                    fonts.setdefault(font.objgen, (font, []))[1].append(run)
    yield from fonts.values()


def _texts(font: Any) -> dict[str, str]:
    """The text of each glyph, by its number as four hexadecimal digits."""
    return {
        glyph.decode().lower(): bytes.fromhex(text.decode()).decode("utf-16-be")
        for glyph, text in _ENTRY.findall(font.ToUnicode.read_bytes())
    }


def _width(font: Any, glyph: str) -> float:
    """The advance of a glyph in thousandths of an em (ISO 32000-1, 9.7.4.3)."""
    number = int(glyph, 16)
    parts = list(font.DescendantFonts[0].get("/W", []))
    for first, widths in zip(parts[::2], parts[1::2], strict=False):
        if int(first) <= number < int(first) + len(widths):
            return float(widths[number - int(first)])
    return 1000.0


def _write(pdf: pikepdf.Pdf, font: Any, changed: dict[str, str]) -> None:
    """Write the changed texts into the font's map."""

    def entry(match: re.Match[bytes]) -> bytes:
        text = changed.get(match[1].decode().lower())
        if text is None:
            return match[0]
        return b"<%b> <%b>" % (match[1], text.encode("utf-16-be").hex().encode())

    font.ToUnicode = pdf.make_stream(_ENTRY.sub(entry, font.ToUnicode.read_bytes()))
