"""Paints: what is filled on a page before its letters are printed, in mm from the trim's corner."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from press.geometry import MM_PER_PT

Rgb = tuple[int, int, int]
WHITE: Rgb = (255, 255, 255)
# A rectangle is drawn as a move, three or four lines, and closed.
_RECTANGLE = (4, 5)
# What is no higher is a rule, not a ground for letters, in mm.
THIN_MM = 0.8


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle of one colour: its edges in mm, and when it was painted on its page."""

    left: float
    top: float
    right: float
    bottom: float
    colour: Rgb
    order: int

    def holds(self, x: float, y: float) -> bool:
        """Whether it covers a point."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Paints:
    """The fills and thin rules of a document by page, and when each marked content was printed."""

    fills: dict[int, tuple[Fill, ...]]
    rules: dict[int, tuple[Fill, ...]]
    orders: dict[tuple[int, int], int]

    def even(self, page: int, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether each fill of a page that reaches into a box covers it: what is printed there with
        one mark is printed on one colour.
        """
        return all(
            fill.right < left
            or right < fill.left
            or fill.bottom < top
            or bottom < fill.top
            or (fill.holds(left, top) and fill.holds(right, bottom))
            for fill in self.fills.get(page, ())
        )

    def under(self, page: int, mark: int, x: float, y: float) -> Rgb:
        """The colour on which marked content of a page is printed at a point; paper is white."""
        before = self.orders.get((page, mark), math.inf)
        for fill in reversed(self.fills.get(page, ())):  # the last painted lies on top
            if fill.order < before and fill.holds(x, y):
                return fill.colour
        return WHITE


def read_paints(pdf: bytes, numbers: Iterable[int] | None = None) -> Paints:
    """The fills and the order of printing of a finished PDF, or of the pages `numbers`, from 1."""
    fills: dict[int, tuple[Fill, ...]] = {}
    rules: dict[int, tuple[Fill, ...]] = {}
    orders: dict[tuple[int, int], int] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(1, len(document) + 1) if numbers is None else numbers:
            page = document[number - 1]
            x0, _, _, top = page.get_trimbox()
            found: list[Fill] = []
            thin: list[Fill] = []
            for order in range(pdfium.FPDFPage_CountObjects(page)):
                held = pdfium.FPDFPage_GetObject(page, order)
                kind = pdfium.FPDFPageObj_GetType(held)
                if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                    mark = pdfium.FPDFPageObj_GetMarkedContentID(held)
                    orders.setdefault((number, mark), order)
                elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                    left, low, right, high = _bounds(held)
                    colour = _filled(held)
                    is_rule = (high - low) * MM_PER_PT < THIN_MM
                    if is_rule or colour:
                        left, low, right, high = _clipped(held, (left, low, right, high))
                        edges = (left - x0, top - high, right - x0, top - low)
                        left, upper, right, lower = (edge * MM_PER_PT for edge in edges)
                        fill = Fill(left, upper, right, lower, colour or WHITE, order)
                        (thin if is_rule else found).append(fill)
            fills[number], rules[number] = tuple(found), tuple(thin)
    orders = {key: order for key, order in orders.items() if key[1] >= 0}
    return Paints(fills, rules, orders)


def _filled(held: Any) -> Rgb | None:
    """The colour of a rectangle that is filled and covers what it lies on; else None."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(held, mode, stroke)
    if not mode.value or pdfium.FPDFPath_CountSegments(held) not in _RECTANGLE:
        return None
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(held, red, green, blue, alpha)
    return (red.value, green.value, blue.value) if alpha.value == 255 else None


_Edges = tuple[float, float, float, float]


def _bounds(held: Any) -> _Edges:
    """Left, low, right, high of a path in pt."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(held, *edges)
    left, low, right, high = (edge.value for edge in edges)
    return left, low, right, high


def _clipped(held: Any, edges: _Edges) -> _Edges:
    """The edges of a path as far as its clip shows it."""
    left, low, right, high = edges
    for xs, ys in _clips(held):
        left, right = max(left, min(xs)), min(right, max(xs))
        low, high = max(low, min(ys)), min(high, max(ys))
    return left, low, right, high


def _clips(held: Any) -> Iterator[tuple[list[float], list[float]]]:
    clip = pdfium.FPDFPageObj_GetClipPath(held)
    if not clip:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(max(0, pdfium.FPDFClipPath_CountPaths(clip))):
        xs, ys = [], []
        for number in range(max(0, pdfium.FPDFClipPath_CountPathSegments(clip, index))):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, index, number)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            yield xs, ys
