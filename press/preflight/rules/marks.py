"""Judge what stands outside the bleed of a finished press file: its crop marks and its slug."""

from __future__ import annotations

from collections.abc import Iterator

from press.geometry import MM_PER_PT, Box
from press.pdf.pages import Page, Shape, read_shapes, read_some
from press.pdf.shown_text import read_forms
from press.preflight.document import Opened
from press.preflight.finding import Finding

# A mark may stand off the line of the trim by so much, in mm.
OFF_MM = 0.1


def press_slug(opened: Opened) -> Iterator[Finding]:
    """Below each bleed a line says which build a sheet is of, and which of the sheets it is."""
    fingerprint, bleed = opened.fingerprint, opened.press.bleed_mm

    def said(page: Page) -> bool:
        below = "".join(
            glyph.character
            for row in page.rows
            if row.baseline > page.height_mm + bleed
            for glyph in row.glyphs
        )
        return fingerprint in below and f"{page.number}/{len(pages)}" in below

    pages = read_forms(opened.document.pdf)
    # Our slugs are forms; of another press file the page itself may say it.
    lacking = [page.number for page in pages if not said(page)]
    for page in read_some(opened.document.pdf, lacking):
        if not said(page):
            yield Finding(page.number)


def press_marks(opened: Opened) -> Iterator[Finding]:
    """Two crop marks stand at each corner, on the lines of the trim and outside the bleed."""
    shapes = read_shapes(opened.document.pdf)
    for number, page in enumerate(opened.pdf.pages, start=1):
        trim, bleed = (
            [float(edge) * MM_PER_PT for edge in box]
            for box in (page.trimbox, page.obj.get("/BleedBox", page.trimbox))
        )
        width, height = trim[2] - trim[0], trim[3] - trim[1]
        around = trim[0] - bleed[0]
        marks = [s for s in shapes if s.page == number and _is_mark(s, width, height, around)]
        for x in (0.0, width):
            for y in (0.0, height):
                at = Box(x, y, 0.0, 0.0)
                across = any(abs(_y(m) - y) < OFF_MM and _beside(m, x, width) for m in marks)
                down = any(abs(_x(m) - x) < OFF_MM and _above(m, y, height) for m in marks)
                if not (across and down):
                    yield Finding(number, at=at)


def _is_mark(shape: Shape, width: float, height: float, around: float) -> bool:
    """Whether a shape lies outside the bleed, `around` mm from the trim."""
    return (
        shape.right < -around
        or shape.left > width + around
        or shape.bottom < -around
        or shape.top > height + around
    )


def _x(shape: Shape) -> float:
    return (shape.left + shape.right) / 2


def _y(shape: Shape) -> float:
    return (shape.top + shape.bottom) / 2


def _beside(shape: Shape, x: float, width: float) -> bool:
    """Whether a shape stands on the side of the sheet on which the edge `x` is."""
    return shape.right < 0 if x == 0.0 else shape.left > width


def _above(shape: Shape, y: float, height: float) -> bool:
    return shape.bottom < 0 if y == 0.0 else shape.top > height
