"""Parts: that every office sheet shows its part of the poster, at its place, whole.

The poster stands in the file once, as a form that the map and every sheet draw. What the form says
is read on the map, which shows all of it; of each sheet it is enough to know that it draws this
form, where it draws it, and how much of it is seen.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from press.bind.bind import Document
from press.bind.grid import grid_of
from press.bind.tile_labels import map_box
from press.diagnostics import Diagnostic, Place
from press.geometry import MM_PER_PT, SAME, Box, Matrix, bounds, joined, matrix_of
from press.language.phrases import Direction
from press.pdf.objects import held
from press.pdf.pages import Page, read_some
from press.preflight.rules.same_text import CODE, TOLERANCE_MM, missing

_EVERYWHERE = Box(-1e6, -1e6, 2e6, 2e6)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A form as a page draws it: the matrix leads to points on the page; what of these is seen."""

    form: Any
    matrix: Matrix
    seen: Box


def same_on_tiles(
    poster: Page, tiles: Document, overlap_mm: float, direction: Direction
) -> Iterator[Diagnostic]:
    """Where `tiles`, a map first, do not show what the poster shows."""
    grid = grid_of(poster, tiles.form, overlap_mm, direction)
    whole = Box(0.0, 0.0, poster.width_mm, poster.height_mm)
    small = map_box(grid)
    tiled = ((_at_full_size(tile.part, grid.scale), grid.window(tile)) for tile in grid.tiles)
    shown = [(whole, small), *tiled]
    with pikepdf.open(io.BytesIO(tiles.pdf)) as opened:
        (form, *_), *_ = ([d.form for d in _drawings(page)] or [None] for page in opened.pages)
        for number, (part, window) in enumerate(shown, start=1):
            page = opened.pages[number - 1] if number <= len(opened.pages) else None
            if page is not None and not _shows(page, form, whole, part, window):
                yield Diagnostic(CODE, Place(tiles.file, number), case="part")
    (first,) = read_some(tiles.pdf, (1,))
    scale = small.width_mm / whole.width_mm
    yield from missing(poster, first, tiles.file, (small.x_mm, small.y_mm), scale)


def _at_full_size(part: Box, scale: float) -> Box:
    """A part of the poster drawn at `scale` as a part of the poster itself."""
    sides = (part.x_mm, part.y_mm, part.width_mm, part.height_mm)
    return Box(*(side / scale for side in sides))


def _shows(page: pikepdf.Page, form: Any, whole: Box, part: Box, window: Box) -> bool:
    """Whether a page draws `form` once and no other, so that `part` of it is seen in `window`.

    `whole` is the poster, all three in mm from an upper left corner.
    """
    drawings = list(_drawings(page))
    if form is None or len(drawings) != 1 or drawings[0].form.objgen != form.objgen:
        return False
    (drawing,) = drawings
    left, low, right, high = (float(edge) for edge in form.BBox)
    if not _near(whole, Box(0.0, 0.0, (right - left) * MM_PER_PT, (high - low) * MM_PER_PT)):
        return False
    floor = float(page.mediabox[3]) * MM_PER_PT

    def at(x_mm: float, y_mm: float) -> tuple[float, float]:
        """Where a point of the poster comes to lie on the sheet."""
        x, y = left + x_mm / MM_PER_PT, high - y_mm / MM_PER_PT
        a, b, c, d, e, f = drawing.matrix
        return (a * x + c * y + e) * MM_PER_PT, floor - (b * x + d * y + f) * MM_PER_PT

    (x0, y0), (x1, y1) = at(part.x_mm, part.y_mm), at(part.right_mm, part.bottom_mm)
    seen = drawing.seen
    clip = Box(
        seen.x_mm * MM_PER_PT,
        floor - seen.bottom_mm * MM_PER_PT,
        seen.width_mm * MM_PER_PT,
        seen.height_mm * MM_PER_PT,
    )
    return _near(window, Box(x0, y0, x1 - x0, y1 - y0)) and _near(window, clip)


def _near(one: Box, other: Box) -> bool:
    edges = ((b.x_mm, b.y_mm, b.right_mm, b.bottom_mm) for b in (one, other))
    return all(abs(a - b) <= TOLERANCE_MM for a, b in zip(*edges, strict=True))


def _drawings(page: pikepdf.Page) -> Iterator[_Drawing]:
    """The forms that a page draws in a clip of its own, as the poster is; words have none.

    Clips are rectangles, along the sides of the page (ISO 32000-1, 8.5.4).
    """
    forms: Any = held(page.obj, "/Resources", "/XObject") or {}
    matrix, seen, drawn = SAME, _EVERYWHERE, _EVERYWHERE
    states: list[tuple[Matrix, Box]] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "q":
                states.append((matrix, seen))
            case "Q":
                matrix, seen = states.pop() if states else (SAME, _EVERYWHERE)
            case "cm":
                matrix = joined(matrix_of(operands), matrix)
            case "re":
                x0, y0, x1, y1 = bounds(matrix, *(float(value) for value in operands))
                drawn = Box(x0, y0, x1 - x0, y1 - y0)
            case "W" | "W*":
                seen = seen.shared(drawn)
            case "Do" if seen != _EVERYWHERE and str(operands[0]) in forms:
                form = forms[str(operands[0])]
                if form.get("/Subtype") == "/Form":
                    own = matrix_of(form.Matrix) if "/Matrix" in form else SAME
                    yield _Drawing(form, joined(own, matrix), seen)
