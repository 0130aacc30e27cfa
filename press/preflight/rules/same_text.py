"""Sameness: a derived file says what the poster says, glyph for glyph, each at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from press.codes.row import Value
from press.diagnostics import Diagnostic, Place
from press.pdf.pages import RAISED, Page

# How far a glyph may stand from its place on the poster, in mm: what rounding in a PDF may do.
TOLERANCE_MM = 0.2
_FIGURES = dict(zip(RAISED + "٠١٢٣٤٥٦٧٨٩", "0123456789" * 2, strict=True))
CODE = "bind/other-text"


def same_on_press(poster: Page, press: Page, file: str) -> Iterator[Diagnostic]:
    """What the print shop's file `file` lacks of the poster's glyphs, or has beside them."""
    yield from missing(poster, press, file)
    yield from missing(press, poster, file)


def missing(
    wanted: Page,
    page: Page,
    file: str,
    corner: tuple[float, float] = (0.0, 0.0),
    scale: float = 1.0,
) -> Iterator[Diagnostic]:
    """One complaint for the first glyph of `wanted` that `page` of the file `file` has not.

    It is looked for where it stands when `wanted` is drawn at `scale` with its upper left corner at
    `corner`, in mm.
    """
    standing: dict[tuple[str, int, int], list[tuple[float, float]]] = defaultdict(list)
    for character, left, baseline in _inked(page):
        standing[character, round(left), round(baseline)].append((left, baseline))
    allowed = TOLERANCE_MM * scale
    for character, left, baseline in _inked(wanted):
        x, y = left * scale + corner[0], baseline * scale + corner[1]
        if not any(
            abs(a - x) <= allowed and abs(b - y) <= allowed
            for cell in _near(character, round(x), round(y))
            for a, b in standing.get(cell, ())
        ):
            values: dict[str, Value] = {"letter": character, "left": x, "top": y}
            yield Diagnostic(CODE, Place(file, page.number), values, case="letter")
            return


def _near(character: str, column: int, row: int) -> Iterator[tuple[str, int, int]]:
    """A cell and those around it; most glyphs stand in the first."""
    yield character, column, row
    for x in (-1, 0, 1):
        for y in (-1, 0, 1):
            if x or y:
                yield character, column + x, row + y


def _inked(page: Page) -> Iterator[tuple[str, float, float]]:
    """The letters that are seen, and where each begins; figures as such, since a small copy's may
    look raised.
    """
    for row in page.rows:
        for glyph in row.glyphs:
            if not glyph.character.isspace():
                character = glyph.character
                yield _FIGURES.get(character, character), glyph.left, glyph.baseline
