"""Sameness: a derived file says what the poster says, glyph for glyph, each at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from press.diagnostics import Diagnostic, Place
from press.pdf.pages import RAISED, Glyph, Page

# How far a glyph may stand from its place on the poster, in mm: what rounding in a PDF may do.
TOLERANCE_MM = 0.2
_FIGURES = str.maketrans(RAISED + "٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
CODE = "derived/other-text"


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
    for glyph in _inked(page):
        key = (glyph.character, round(glyph.left), round(glyph.baseline))
        standing[key].append((glyph.left, glyph.baseline))
    allowed = TOLERANCE_MM * scale
    for glyph in _inked(wanted):
        x, y = glyph.left * scale + corner[0], glyph.baseline * scale + corner[1]
        near = (
            place
            for column in (-1, 0, 1)
            for row in (-1, 0, 1)
            for place in standing[glyph.character, round(x) + column, round(y) + row]
        )
        if not any(abs(a - x) <= allowed and abs(b - y) <= allowed for a, b in near):
            yield Diagnostic(
                CODE,
                Place(file, page.number),
                {"letter": glyph.character, "left": x, "top": y},
                case="letter",
            )
            return


def _inked(page: Page) -> Iterator[Glyph]:
    """The glyphs that are seen; figures as such, since a small copy's may look raised."""
    for row in page.rows:
        for glyph in row.glyphs:
            if not glyph.character.isspace():
                yield glyph._replace(character=glyph.character.translate(_FIGURES))
