"""Finished pages as a reader's program sees them: glyphs in rows, in mm from the trim's corner.

What pdfium gives for fonts that draw a letter in one piece, as Noto's do, is exact. Amiri draws
some letters in two (لك) and WeasyPrint 70 gives both of them the letter's text: it reads twice.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from press.geometry import MM_PER_PT, SAME, Box, Matrix, bounds, joined
from press.pdf.glyphs import UNMAPPED as UNMAPPED
from press.pdf.glyphs import Glyph as Glyph  # what pages are made of
from press.pdf.glyphs import read_glyphs

# Glyphs whose baselines differ by less stand on one row, in mm. Note marks are raised by more.
SAME_ROW_MM = 0.35
# Two glyphs with more than this between their advances are parted by a space, in em: half of
# the narrowest word space (0.22 em in Noto Naskh), and more than any kerning inside a word.
SPACE_EM = 0.11
# The same of Latin letters, which are kerned beside a space too («f » in Noto Serif).
LATIN_SPACE_EM = 0.07
# How far a raised figure may stand from the word it follows, in em of that word.
RAISED_GAP_EM = 0.4
# Figures with nothing of their own baseline nearer than this, in em, may be raised ones.
ALONE_EM = 0.6
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # how the figures of notes are given
_AROUND = "()"  # around the figure of a note: turned round or not, as the run that holds it
_RAISED = str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩", RAISED * 2)


@dataclass(frozen=True, slots=True)
class GlyphRow:
    """The glyphs on one baseline, from left to right, whatever box they belong to."""

    glyphs: tuple[Glyph, ...]
    baseline: float

    def spaced(self) -> Iterator[tuple[Glyph, bool]]:
        """Each glyph, and whether a space stands left of it."""
        edge, raised, inside = math.inf, 0.0, False
        for glyph in self.glyphs:
            # The figure of a note is smaller than the word beside it; that of «m²» is not. One that
            # stands right of its word is parted from the next as any letter is.
            latin = "A" <= glyph.character <= "\u024f" and glyph.character not in RAISED
            least = LATIN_SPACE_EM if latin else SPACE_EM
            if 0 < raised < glyph.size and not inside:
                least = RAISED_GAP_EM
            space = glyph.begin - edge > least * glyph.em
            yield glyph, space
            in_figure = glyph.character in RAISED
            inside = in_figure and edge != math.inf and not space and (inside or not raised)
            edge = glyph.end if edge == math.inf else max(edge, glyph.end)
            raised = glyph.size if in_figure else 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its number from 1, its trim size in mm, its rows from top to bottom."""

    number: int
    width_mm: float
    height_mm: float
    rows: tuple[GlyphRow, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """The bounds of a drawn path on a page, in mm from the trim's upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def turned(self) -> Shape:
        """The same with x and y in each other's place, as it lies along an axis that runs down."""
        return Shape(self.page, self.top, self.left, self.bottom, self.right)


def around(glyphs: Iterable[Glyph]) -> Box:
    """The box around the ink of some glyphs of one page; there must be one."""
    held = tuple(glyphs)
    left, top = min(g.left for g in held), min(g.top for g in held)
    right, bottom = max(g.right for g in held), max(g.bottom for g in held)
    return Box(left, top, right - left, bottom - top)


def read_pages(pdf: bytes, *, cut: bool = False) -> tuple[Page, ...]:
    """The pages of a finished PDF, read with pdfium; characters it made up itself are left out.

    `cut`: so is what stands outside of the page, as most of a poster does on each of its tiles.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_read_page(document[i], i + 1, cut=cut) for i in range(len(document)))


def read_some(pdf: bytes, numbers: Iterable[int]) -> tuple[Page, ...]:
    """The pages of `numbers`, from 1, as `read_pages` reads them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_read_page(document[number - 1], number) for number in numbers)


def read_shapes(pdf: bytes) -> tuple[Shape, ...]:
    """Every path that a finished PDF fills or strokes, page by page in the order of painting."""
    found: list[Shape] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for index in range(len(document)):
            page = document[index]
            x0, _, _, top = page.get_trimbox()
            for left, bottom, right, upper in _paths(page):
                edges = (left - x0, top - upper, right - x0, top - bottom)
                found.append(Shape(index + 1, *(edge * MM_PER_PT for edge in edges)))
    return tuple(found)


def _read_page(page: Any, number: int, *, cut: bool = False) -> Page:
    x0, y0, x1, y1 = page.get_trimbox()
    size = (x1 - x0, y1 - y0) if cut else None
    rows = tuple(_rows(read_glyphs(page.get_textpage(), x0, y1, size)))
    return Page(number, (x1 - x0) * MM_PER_PT, (y1 - y0) * MM_PER_PT, rows)


def _rows(glyphs: list[Glyph]) -> Iterator[GlyphRow]:
    """The rows from top to bottom; a raised figure goes with the word that it follows."""
    order = _visual_order(glyphs)
    by_height = sorted(range(len(glyphs)), key=lambda i: glyphs[i].baseline)
    rows: list[list[int]] = []
    for index in by_height:
        top = glyphs[rows[-1][0]].baseline if rows else -math.inf
        if glyphs[index].baseline - top > SAME_ROW_MM:
            rows.append([])
        rows[-1].append(index)
    lines = [[glyphs[i] for i in sorted(row, key=order.__getitem__)] for row in rows]
    for number, line in enumerate(lines):
        for run in _figures(line):
            for below in lines[number + 1 : number + 12]:
                if place := _word_before(run, below):
                    below[place - 1 : place - 1] = _raised(run)
                    line[:] = [g for g in line if g not in run]
                    break
    for line in lines:
        if line:
            yield GlyphRow(tuple(line), max(g.baseline for g in line))


def _visual_order(glyphs: list[Glyph]) -> list[tuple[float, float, int, int]]:
    """A key for each glyph that sorts a row from left to right.

    Of two letters on one spot (an alef without advance under its lam) that stands left whose ink
    does: where high marks part a line, pdfium gives neither the one nor the other order. A mark
    goes with its letter, and comes after it. The letters of one ligature have one box, and pdfium
    has turned them round already.
    """
    keys = []
    ligature = -1
    spot = 0.0
    before: tuple[float, ...] = ()
    for index, glyph in enumerate(glyphs):
        place = glyph.begin, glyph.end, glyph.left, glyph.baseline
        ligature += place != before
        before = place
        right_to_left, combining = _way(glyph.character)
        if not combining:
            spot = round(glyph.left, 2) if right_to_left else 0.0
        turn = -ligature if right_to_left else ligature
        keys.append((round(glyph.begin, 2), spot, turn, index))
    return keys


@cache
def _way(character: str) -> tuple[bool, bool]:
    """Whether a character runs from right to left, and whether it is a mark."""
    return (
        unicodedata.bidirectional(character) in ("R", "AL"),
        bool(unicodedata.combining(character)),
    )


def _figures(line: list[Glyph]) -> list[list[Glyph]]:
    """The runs of digits of a line that stand alone, as raised figures do, or between brackets."""
    runs: list[list[Glyph]] = []
    if not any(glyph.character.isdecimal() for glyph in line):
        return runs
    for index, glyph in enumerate(line):
        if index and glyph.begin - line[index - 1].end < ALONE_EM * glyph.em:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [run for run in runs if _is_figure("".join(g.character for g in run))]


def _raised(run: list[Glyph]) -> list[Glyph]:
    """A run of raised figures as such; brackets around it are read as a part of the outer ones."""
    held = [
        glyph._replace(character=glyph.character.translate(_RAISED))
        for glyph in run
        if glyph.character not in _AROUND
    ]
    held[0] = held[0]._replace(begin=run[0].begin)
    held[-1] = held[-1]._replace(end=run[-1].end)
    return held


def _is_figure(text: str) -> bool:
    """Whether a text is a figure, and nothing or brackets around it."""
    bare = text.strip(_AROUND)
    return bare.isdecimal() and len(text) - len(bare) in (0, 2)


def _word_before(run: list[Glyph], line: list[Glyph]) -> int:
    """Before which glyph of `line`, counted from 1, raised figures go; 0 where they belong to none.

    They stand left of the word that they follow, or right of it where it runs from left to right:
    the nearer of two words has them.
    """
    nearest, found = math.inf, 0
    for place, glyph in enumerate(line, start=1):
        rise = glyph.baseline - run[0].baseline
        if not 0.2 < rise / glyph.em < 0.8 or run[0].size >= 1.1 * glyph.size:
            continue
        sides = (abs(glyph.begin - run[-1].end), place), (abs(run[0].begin - glyph.end), place + 1)
        for gap, at in sides:
            if gap < min(nearest, RAISED_GAP_EM * glyph.em):
                nearest, found = gap, at
    return found


def _paths(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """The bounds of every path on a page, in pt, those in forms too."""
    count = pdfium.FPDFPage_CountObjects(page)
    for index in range(count):
        held = pdfium.FPDFPage_GetObject(page, index)
        yield from _bounds(held, SAME)


def _bounds(held: Any, outer: Matrix) -> Iterator[tuple[float, float, float, float]]:
    kind = pdfium.FPDFPageObj_GetType(held)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        inner = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(held, inner)
        within = joined((inner.a, inner.b, inner.c, inner.d, inner.e, inner.f), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(held)):
            yield from _bounds(pdfium.FPDFFormObj_GetObject(held, index), within)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH:
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(held, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        yield bounds(outer, left, bottom, right - left, top - bottom)
