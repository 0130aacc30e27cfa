"""Fonts: rules on the fonts in a finished PDF, checkpoints 10 and 31 of Matterhorn 1.1.

We embed one kind of font: Type 0 with the encoding Identity-H over a TrueType font whose glyphs
are its codes, or over the outlines of a project's own OpenType font (CFF). Every other kind is
refused, and with it what could be wrong in it.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont, TTLibError

from press.pdf.objects import held
from press.preflight.finding import Finding, Said
from press.preflight.inspection import Inspected

# A width in the file may differ so much from that in the font, in thousandths of an em (31-016).
WIDTH = 1.0
# A CID font of outlines of the Compact Font Format (ISO 32000-1, table 117).
_OUTLINES = "/CIDFontType0"
_ENTRY = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_LIST = re.compile(rb"(\d+)\s+beginbfchar\s(.*?)\sendbfchar", re.DOTALL)


def matterhorn_10(seen: Inspected) -> Iterator[Finding]:
    """Every code that is shown leads to a text (10-001, 31-027), a real one (31-028, 029)."""
    for page, font, codes in seen.fonts():
        name = str(font.get("/BaseFont", "/?"))[1:]
        if "/ToUnicode" not in font:
            yield Finding(page, {"name": name}, case="no-map")
            continue
        texts = dict(_entries(font.ToUnicode.read_bytes().lower()))
        # The glyph for a missing character has none; matterhorn_31 names it.
        shown = {code.hex() for code in codes} - {"0000"}
        missing = sorted(code for code in shown if code.encode() not in texts)
        if missing:
            yield Finding(page, {"glyph": missing[0], "name": name}, case="no-text")
        for code, text in texts.items():
            units = {text[at : at + 4] for at in range(0, len(text), 4)}
            if wrong := units & {b"0000", b"feff", b"fffe"}:
                condition = "31-028" if b"0000" in wrong else "31-029"
                yield Finding(
                    page,
                    {"condition": condition, "glyph": code.decode(), "name": name},
                    case="no-character",
                )


def _entries(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The codes and texts of a map, from lists that hold as many as they say."""
    for count, block in _LIST.findall(data):
        entries = _ENTRY.findall(block)
        if len(entries) == int(count):
            yield from entries


def matterhorn_31(seen: Inspected) -> Iterator[Finding]:
    """Fonts are of our one kind, and hold every glyph that is shown, as wide as told (31)."""
    for page, font, codes in seen.fonts():
        name = str(font.get("/BaseFont", "/?"))[1:]
        if strange := _strange(font):
            case, kind = strange
            yield Finding(page, {"name": name, "kind": kind}, case)
            continue
        inner = font.DescendantFonts[0]
        program = held(inner, "/FontDescriptor", "/FontFile2")
        if program is None and inner.Subtype == _OUTLINES:
            program = held(inner, "/FontDescriptor", "/FontFile3")
        if program is None:
            continue  # preflight/fonts-embedded names it
        try:
            face = TTFont(io.BytesIO(program.read_bytes()), lazy=True)
            count, widths = face["maxp"].numGlyphs, _advances(face)
        except (TTLibError, LookupError, AssertionError, ArithmeticError, struct.error) as error:
            yield Finding(page, {"name": name, "said": str(error)}, case="unread")
            continue
        told = _widths(inner)
        if b"\0\0" in codes:
            yield Finding(page, {"name": name}, case="missing")
        for glyph in sorted({int.from_bytes(code, "big") for code in codes} - {0}):
            if glyph >= count:
                yield Finding(page, {"name": name, "glyph": glyph}, case="lacks")
                break
            if abs(told.get(glyph, 1000.0) - widths[glyph]) > WIDTH:
                width, asked = widths[glyph], told.get(glyph, 1000.0)
                values: dict[str, Said] = {
                    "glyph": glyph,
                    "name": name,
                    "width": width,
                    "told": asked,
                }
                yield Finding(page, values, "width")
                break


def _strange(font: Any) -> tuple[str, str] | None:
    """How a font is not of our kind, a case of the row, and its type; None for ours."""
    kind = str(font.get("/Subtype", "/?"))[1:]
    if kind != "Type0":
        return "simple", kind
    encoding = font.get("/Encoding")
    if encoding != "/Identity-H":
        return "encoding", kind
    inner = font.DescendantFonts[0]
    if inner.get("/Subtype") == _OUTLINES:
        program = held(inner, "/FontDescriptor", "/FontFile3")
        if program is not None and program.get("/Subtype") != "/OpenType":
            return "other-type", str(program.get("/Subtype"))
        return None
    if inner.get("/Subtype") != "/CIDFontType2":
        return "other-type", str(inner.get("/Subtype"))
    mapping = inner.get("/CIDToGIDMap")
    if mapping is None:
        return "no-map", kind
    if mapping != "/Identity":
        return "map", kind
    if held(inner, "/FontDescriptor", "/CIDSet") is not None:
        return "set", kind
    return None


def _advances(face: Any) -> list[float]:
    """The advance of each glyph of a font program in thousandths of an em."""
    per_em = face["head"].unitsPerEm
    metrics = face["hmtx"].metrics
    return [metrics[name][0] * 1000 / per_em for name in face.getGlyphOrder()]


def _widths(font: Any) -> dict[int, float]:
    """The widths that the file tells (ISO 32000-1, 9.7.4.3), in both of their forms."""
    found: dict[int, float] = {}
    parts = list(font.get("/W", ()))
    at = 0
    while at + 1 < len(parts):
        first, second = int(parts[at]), parts[at + 1]
        if isinstance(second, pikepdf.Array):
            found |= {first + index: float(width) for index, width in enumerate(second)}
            at += 2
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(parts[at + 2]))
            at += 3
    return found


def archive_fonts(seen: Inspected) -> Iterator[Finding]:
    """Every font says what it is, and its program is of the kind we embed (PDF/A-2, 6.2.11.2)."""
    for page, font, _ in seen.fonts():
        for part in (font, *font.get("/DescendantFonts", ())):
            if part.get("/Type") != "/Font":
                yield Finding(page, case="type")
            if not isinstance(part.get("/BaseFont"), pikepdf.Name):
                yield Finding(page, case="name")
            if held(part, "/FontDescriptor", "/FontFile2", "/Subtype") is not None:
                yield Finding(page, case="program")


FACES: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    matterhorn_10,
    matterhorn_31,
    archive_fonts,
)
