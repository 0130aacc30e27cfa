"""Finished pages as a reader's program sees them: glyphs, rows and boxes, in mm from upper left."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

MM_PER_PT = 25.4 / 72
# Glyphs whose baselines differ by less stand on one row, in mm. Note marks are raised by more.
SAME_ROW_MM = 0.35


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as printed: its ink's edges and its baseline, in mm; its size in pt."""

    character: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True, slots=True)
class Row:
    """The glyphs on one baseline, from left to right, whatever box they belong to."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The characters from left to right."""
        return "".join(g.character for g in self.glyphs)

    @property
    def baseline(self) -> float:
        """The baseline, in mm from the top of the page."""
        return self.glyphs[0].baseline


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its number from 1, its size in mm, its rows from top to bottom."""

    number: int
    width_mm: float
    height_mm: float
    rows: tuple[Row, ...]


def read_pages(pdf: bytes) -> tuple[Page, ...]:
    """The pages of a finished PDF, read with pdfium; characters it made up itself are left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_read_page(document, index) for index in range(len(document)))
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    text = page.get_textpage()
    try:
        width, height = page.get_size()
        # Places count from the upper left corner of the media box, as the eye does.
        x0, y0, _, _ = page.get_mediabox()
        glyphs = list(_glyphs(text, x0, y0 + height))
    finally:
        text.close()
        page.close()
    rows = tuple(_rows(glyphs))
    return Page(index + 1, width * MM_PER_PT, height * MM_PER_PT, rows)


def _glyphs(text: pypdfium2.PdfTextPage, x0: float, top: float) -> Iterable[Glyph]:
    left, right, bottom, upper = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if not code or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        character = chr(code)
        if character in "\r\n":
            continue
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, upper)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetFontInfo(text, index, buffer, len(buffer), flags)
        yield Glyph(
            character,
            (left.value - x0) * MM_PER_PT,
            (top - upper.value) * MM_PER_PT,
            (right.value - x0) * MM_PER_PT,
            (top - bottom.value) * MM_PER_PT,
            (top - y.value) * MM_PER_PT,
            pdfium.FPDFText_GetFontSize(text, index),
            buffer.value.decode("utf-8", "replace"),
        )


def _rows(glyphs: list[Glyph]) -> Iterable[Row]:
    """Glyphs by baseline, then from left to right; marks go with the row of their letter."""
    letters = [g for g in glyphs if unicodedata.category(g.character) != "Mn"]
    letters.sort(key=lambda g: g.baseline)
    row: list[Glyph] = []
    for glyph in letters:
        if row and glyph.baseline - row[0].baseline > SAME_ROW_MM:
            yield _sorted(row)
            row = []
        row.append(glyph)
    if row:
        yield _sorted(row)


def _sorted(row: list[Glyph]) -> Row:
    # The characters of one right-to-left ligature share a box and come in logical order: the
    # later of them stands further left.
    order = sorted(
        enumerate(row),
        key=lambda item: (
            round(item[1].left, 3),
            -item[0] if unicodedata.bidirectional(item[1].character) in ("R", "AL") else item[0],
        ),
    )
    return Row(tuple(glyph for _, glyph in order))
