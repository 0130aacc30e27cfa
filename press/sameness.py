"""Sameness: a derived file says what the poster says, glyph for glyph, each at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from press.diagnostics import Diagnostic, Place, quote
from press.grid import MARGIN_MM, SHEETS_MM, lay_grid
from press.pages import Glyph, Page
from press.sheets import Box
from press.tilewords import FURNITURE_MM

# How far a glyph may stand from its place on the poster, in mm: what rounding in a PDF may do.
TOLERANCE_MM = 0.2


def same_on_press(poster: Page, press: Page, name: str) -> Iterator[Diagnostic]:
    """What the print shop's file `name` lacks of the poster's glyphs, or has beside them."""
    yield from _missing(_inked(poster), press, (0.0, 0.0), name, 1)
    yield from _missing(_inked(press), poster, (0.0, 0.0), name, 1)


def same_on_tiles(
    poster: Page, tiles: Sequence[Page], overlap_mm: float, name: str
) -> Iterator[Diagnostic]:
    """What a tile lacks of the glyphs that stand on its part of the poster; a map comes first."""
    grid = lay_grid(
        (poster.width_mm, poster.height_mm),
        SHEETS_MM[name[-2:].upper()],
        overlap_mm=overlap_mm,
        border_mm=MARGIN_MM + FURNITURE_MM,
    )
    for tile, page in zip(grid.tiles, tiles[1:], strict=False):
        shift = (grid.window.x_mm - tile.part.x_mm, grid.window.y_mm - tile.part.y_mm)
        held = (g for g in _inked(poster) if _inside(g, tile.part))
        yield from _missing(held, page, shift, name, page.number)


def _inked(page: Page) -> Iterator[Glyph]:
    return (g for row in page.rows for g in row.glyphs if not g.character.isspace())


def _inside(glyph: Glyph, part: Box) -> bool:
    return (
        part.x_mm <= glyph.left
        and glyph.right <= part.right_mm
        and part.y_mm <= glyph.baseline <= part.bottom_mm
    )


def _missing(
    wanted: Iterable[Glyph], page: Page, shift: tuple[float, float], name: str, number: int
) -> Iterator[Diagnostic]:
    """One complaint for the first of `wanted` that does not stand on `page`, moved by `shift`."""
    standing: dict[tuple[str, int, int], list[tuple[float, float]]] = defaultdict(list)
    for glyph in _inked(page):
        key = (glyph.character, round(glyph.left), round(glyph.baseline))
        standing[key].append((glyph.left, glyph.baseline))
    for glyph in wanted:
        x, y = glyph.left + shift[0], glyph.baseline + shift[1]
        near = (
            place
            for column in (-1, 0, 1)
            for row in (-1, 0, 1)
            for place in standing[glyph.character, round(x) + column, round(y) + row]
        )
        if not any(abs(a - x) <= TOLERANCE_MM and abs(b - y) <= TOLERANCE_MM for a, b in near):
            yield Diagnostic(
                "derived/other-text",
                Place(f"{name}.pdf", number),
                f"the letter {quote(glyph.character)} of the poster is not at its place, "
                f"{x:.1f} mm from the left and {y:.1f} mm from the top",
                "build again with --force; if it stays, report it: the poster itself is right",
            )
            return
