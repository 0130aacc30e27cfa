"""Grid: which part of a poster stands on which office sheet, from right to left, in mm."""

from __future__ import annotations

import math
from dataclasses import dataclass

from press.geometry import Box

# What stays empty at the edges of a sheet, in mm: office printers cannot reach it.
MARGIN_MM = 5.0


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet's part of the poster; rows count from the top, columns from the right, from 1."""

    row: int
    column: int
    part: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Tiles in printing order; all parts are of one size, and neighbours share `overlap_mm`."""

    sheet_mm: tuple[float, float]
    rows: int
    columns: int
    overlap_mm: float
    tiles: tuple[Tile, ...]

    @property
    def window(self) -> Box:
        """Where every sheet shows its part: in its middle."""
        width, height = self.sheet_mm
        part = self.tiles[0].part
        return Box(
            (width - part.width_mm) / 2,
            (height - part.height_mm) / 2,
            part.width_mm,
            part.height_mm,
        )


def lay_grid(
    poster_mm: tuple[float, float],
    sheet_mm: tuple[float, float],
    *,
    overlap_mm: float,
    border_mm: float,
) -> Grid:
    """The grid of fewest sheets that shows the poster with `border_mm` free around each part.

    The sheet is turned where that saves sheets. Parts are of one size, so the last row and column
    are never slivers: with n parts in a line each fills at least half of what its sheet could show
    (n - 1 parts were too few: part > window (n - 1) / n). Raises ValueError when a quarter of the
    window is less than the overlap.
    """
    width, height = sheet_mm
    grids = [
        _grid(poster_mm, sheet, overlap_mm, border_mm)
        for sheet in ((width, height), (height, width))
    ]
    # Of two grids with as many sheets, the one whose parts have the poster's own orientation.
    across = poster_mm[0] > poster_mm[1]
    return min(grids, key=lambda g: (len(g.tiles), (g.sheet_mm[0] > g.sheet_mm[1]) != across))


def _grid(
    poster_mm: tuple[float, float],
    sheet_mm: tuple[float, float],
    overlap: float,
    border: float,
) -> Grid:
    columns, width = _divide(poster_mm[0], sheet_mm[0] - 2 * border, overlap)
    rows, height = _divide(poster_mm[1], sheet_mm[1] - 2 * border, overlap)
    tiles = tuple(
        Tile(
            row,
            column,
            Box(
                poster_mm[0] - width - (column - 1) * (width - overlap),
                (row - 1) * (height - overlap),
                width,
                height,
            ),
        )
        for row in range(1, rows + 1)
        for column in range(1, columns + 1)
    )
    return Grid(sheet_mm, rows, columns, overlap, tiles)


def _divide(length: float, window: float, overlap: float) -> tuple[int, float]:
    """How many parts of at most `window` cover `length`, and the length of each."""
    if overlap < 0 or 4 * overlap > window:
        raise ValueError(f"sheets that show {window:g} mm cannot overlap by {overlap:g} mm")
    # n windows cover n window - (n - 1) overlap.
    count = max(1, math.ceil((length - overlap) / (window - overlap) - 1e-9))
    return count, (length + (count - 1) * overlap) / count
