"""ToUnicode: mends the text that WeasyPrint 70 gives to glyphs, for search, copy and speech.

Of a letter with a mark (أُ) WeasyPrint gives the text of both to the mark, which it draws first,
and none to the letter, unless either was drawn before. The mark then reads as a letter more
wherever it is used, and the letter may read as nothing.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont, TTLibError

from press.typeset.tagging.glyph_texts import letterforms

_TEXT = re.compile(rb"BT(.*?)ET", re.DOTALL)
_FACE = re.compile(rb"/(\w+) [\d.]+ Tf")
_GLYPHS = re.compile(rb"<([0-9A-Fa-f]+)>")
_ENTRY = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]*)>")


def mend_lettering(pdf: pikepdf.Pdf) -> int:
    """Give marks and letters their own text in every font of `pdf`; how many glyphs it mended.

    ISO 32000-1, 9.10.3 lets a glyph stand for any text; what it can stand for is asked of the
    installed font, and of the glyphs drawn beside it. A font that is not installed is judged by
    the second alone; what then remains without text, preflight names.
    """
    mended = 0
    for font, runs in _runs_by_font(pdf):
        texts = _texts(font)
        odd = {glyph for glyph, text in texts.items() if not text or _is_joint(text)}
        if odd:
            marks = {glyph for glyph in odd if _width(font, glyph) == 0}
            changed = _mended(texts, odd, marks, _forms(font), runs)
            if changed:
                mended += len(changed)
                _write(pdf, font, changed)
    return mended


def _mended(
    texts: dict[str, str],
    odd: set[str],
    marks: set[str],
    forms: dict[int, tuple[str, ...]],
    runs: list[list[str]],
) -> dict[str, str]:
    """The texts to change, by glyph: `odd` have none or one with a mark, `marks` have no width.

    The text of a whole cluster stands at the glyph that was drawn first of it, and those after it
    have none: it tells which of its possible texts each has.
    """
    wrong = {}
    for glyph in odd:
        text, own = texts[glyph], forms.get(int(glyph, 16), ())
        # A ligature of marks, or of a letter with its mark, has a text of several signs by right.
        right = _spread(text) in map(_spread, own) if own else glyph not in marks
        if not (text and right):
            wrong[glyph] = own
    wholes: dict[str, list[str]] = {glyph: [] for glyph in wrong}
    for run in runs:
        whole = ""
        for glyph in run:
            whole = texts.get(glyph) or whole
            if glyph in wrong and whole not in wholes[glyph]:
                wholes[glyph].append(whole)
    changed = {}
    for glyph, own in wrong.items():
        fitting = [text for whole in wholes[glyph] for text in own if _holds(whole, text)]
        if fitting or own:
            changed[glyph] = (fitting or own)[0]
        elif whole := "".join(wholes[glyph][:1]):
            changed[glyph] = "".join(c for c in whole if _is_mark(c) == (glyph in marks))
    return {glyph: text for glyph, text in changed.items() if text != texts[glyph]}


def _forms(font: Any) -> dict[int, tuple[str, ...]]:
    """The texts that each glyph may have, asked of the font that this one is a part of."""
    program = font.DescendantFonts[0].FontDescriptor.get("/FontFile2")
    if program is None:
        return {}
    try:
        face = TTFont(io.BytesIO(program.read_bytes()), lazy=True)
        name, head = face["name"].getDebugName(6), face["head"]
    except (TTLibError, KeyError):
        return {}
    return letterforms(name or "", head.fontRevision, head.created)


def _is_joint(text: str) -> bool:
    """Whether a text is that of a letter or sign with a mark, as WeasyPrint gives to the mark."""
    return len(text) > 1 and any(map(_is_mark, text))


def _spread(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _holds(whole: str, text: str) -> bool:
    """Whether the characters of `text` stand in `whole` in their order, others between them."""
    left = iter(_spread(whole))
    return all(c in left for c in _spread(text))


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
