"""Glyphs: the printed characters of a page as pdfium gives them, in mm from the trim's corner."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from functools import cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from press.geometry import MM_PER_PT

# No mark is wider, and every ligature of letters is, in em.
MARK_EM = 0.35
UNMAPPED = "\ufffd"  # in place of a glyph that the PDF gives no text


class Glyph(NamedTuple):
    """One character as printed, in mm: its advance (begin, end), its ink, its baseline; pt size.

    The letters of one ligature share a box. A note's raised figure is a superscript character.
    `mark` is the number of the marked content that it stands in (ISO 32000-1, 14.7.4), -1 for
    none; `colour` is red, green and blue from 0 to 255; `stretch` is its width to its height, 1
    for type as it was drawn.
    """

    character: str
    begin: float
    end: float
    baseline: float
    left: float
    top: float
    right: float
    bottom: float
    size: float
    font: str
    mark: int = -1
    colour: tuple[int, int, int] = (0, 0, 0)
    stretch: float = 1.0

    @property
    def em(self) -> float:
        """The type size in mm."""
        return self.size * MM_PER_PT


class _Face(NamedTuple):
    """What all characters of one object of text share: the last fields of `Glyph`."""

    size: float
    font: str
    mark: int
    colour: tuple[int, int, int]
    stretch: float


def _plain(name: str, result: Any, *arguments: Any) -> Any:
    """pdfium's function `name` for handles and addresses as plain numbers.

    A page has some thousand characters and each is asked about eight times: what ctypes does to
    check typed pointers takes longer than pdfium does.
    """
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    assert address
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_PAGE, _ADDRESS, _INDEX = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
_unicode = _plain("FPDFText_GetUnicode", ctypes.c_uint, _PAGE, _INDEX)
_unmapped = _plain("FPDFText_HasUnicodeMapError", ctypes.c_int, _PAGE, _INDEX)
_origin = _plain("FPDFText_GetCharOrigin", ctypes.c_int, _PAGE, _INDEX, *(2 * [_ADDRESS]))
_ink = _plain("FPDFText_GetCharBox", ctypes.c_int, _PAGE, _INDEX, *(4 * [_ADDRESS]))
_advance = _plain("FPDFText_GetLooseCharBox", ctypes.c_int, _PAGE, _INDEX, _ADDRESS)
_holder = _plain("FPDFText_GetTextObject", ctypes.c_void_p, _PAGE, _INDEX)


@cache
def _read(number: int, *, mapped: bool) -> tuple[str, str]:
    """A character and its kind: "" for one that is not printed, Mn for a mark."""
    # A hyphen at the end of a line comes as U+0002, since a reader may want to drop it.
    character = chr(number).replace("\x02", "-") if mapped else UNMAPPED
    kind = unicodedata.category(character)
    # Spaces are judged by the gap they leave: pdfium drops some and makes up others.
    return character, "" if character.isspace() or kind in ("Cc", "Cf") else kind


def read_glyphs(
    text: Any, x0: float, top: float, cut: tuple[float, float] | None = None
) -> list[Glyph]:
    """The printed characters of a page in the order that pdfium gives them, without marks.

    `text` is pdfium's page of text; `x0` and `top` are the trim's corner in pt. `cut`: only those
    whose origin stands on a page of this width and height in pt.
    """
    page = ctypes.cast(text.raw, ctypes.c_void_p).value
    places = (ctypes.c_double * 6)()  # x, y of the origin; left, right, bottom, top of the ink
    spots = [ctypes.addressof(places) + 8 * n for n in range(6)]
    edges = (ctypes.c_float * 4)()  # left, top, right, bottom of the advance
    loose = ctypes.addressof(edges)
    faces: dict[int, _Face] = {}
    marks: set[tuple[float, ...]] = set()
    found: list[tuple[tuple[float, ...], Glyph]] = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        # What pdfium makes up itself are spaces and ends of lines: `_read` leaves them out.
        mapped = _unmapped(page, index) != 1
        character, kind = _read(_unicode(page, index), mapped=mapped)
        if not kind:
            continue
        _origin(page, index, spots[0], spots[1])
        if cut and not (0 <= places[0] - x0 <= cut[0] and 0 <= top - places[1] <= cut[1]):
            continue
        _ink(page, index, *spots[2:])
        x, y, left, right, bottom, upper = places
        if kind == "Mn":
            marks.add((x, y, left, right))
            continue
        _advance(page, index, loose)
        held = _holder(page, index)
        if held not in faces:
            faces[held] = _face(text, index)
        sides = (
            character,
            (x - x0) * MM_PER_PT,
            (edges[2] - x0) * MM_PER_PT,
            (top - y) * MM_PER_PT,
            (left - x0) * MM_PER_PT,
            (top - upper) * MM_PER_PT,
            (right - x0) * MM_PER_PT,
            (top - bottom) * MM_PER_PT,
        )
        found.append(((x, y, left, right), Glyph._make(sides + faces[held])))
    # WeasyPrint may give a mark the text of its letter too; the letter itself is there again. Not
    # so a ligature that was typed with marks, but that is wider than any mark.
    return [g for spot, g in found if spot not in marks or g.right - g.left > MARK_EM * g.em]


def _face(text: Any, index: int) -> _Face:
    buffer, flags, matrix = ctypes.create_string_buffer(128), ctypes.c_int(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, len(buffer), flags)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    paint = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, index, *paint)
    return _Face(
        float(pdfium.FPDFText_GetFontSize(text, index)) * scale,
        buffer.value.decode("utf-8", "replace"),
        pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(text, index)),
        (paint[0].value, paint[1].value, paint[2].value),
        math.hypot(matrix.a, matrix.b) / scale,
    )
