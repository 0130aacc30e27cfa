"""Divide a poster over office sheets: which part of it stands on which sheet, in mm."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from press.bind.seams import MOST_MM, Interval, divide_sparing, fewest
from press.geometry import PAPERS_MM, Box, Size
from press.language.phrases import Direction
from press.pdf.pages import Page
from press.products import FORMS, FormName

# What stays empty at the edges of a sheet, in mm: office printers cannot reach it.
MARGIN_MM = 5.0
# Around each part, inside the printer's margin: cut lines, brackets and labels, in mm.
FURNITURE_MM = 7.0
# A poster that is made smaller to save sheets has at least this share of its size.
LEAST_SCALE = 0.84


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet's part of the poster; rows count from the top, columns in reading order, from 1."""

    row: int
    column: int
    part: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Tiles in printing order; neighbours share `overlap_mm`. The poster is drawn at `scale`."""

    sheet_mm: Size
    rows: int
    columns: int
    overlap_mm: float
    tiles: tuple[Tile, ...]
    direction: Direction = "rtl"
    scale: float = 1.0

    @property
    def whole(self) -> Box:
        """The poster that the tiles make up, at its scale."""
        right = max(tile.part.right_mm for tile in self.tiles)
        return Box(0.0, 0.0, right, max(tile.part.bottom_mm for tile in self.tiles))

    def window(self, tile: Tile) -> Box:
        """Where a sheet shows its part: in its middle."""
        width, height = self.sheet_mm
        part = tile.part
        x, y = (width - part.width_mm) / 2, (height - part.height_mm) / 2
        return Box(x, y, part.width_mm, part.height_mm)


def grid_of(poster: Page, form: FormName, overlap_mm: float, direction: Direction) -> Grid:
    """The grid of a poster, as it was read, in a form for office sheets. Raises ValueError."""
    return lay_grid(
        (poster.width_mm, poster.height_mm),
        PAPERS_MM[FORMS[form].sheet],
        overlap_mm=overlap_mm,
        border_mm=MARGIN_MM + FURNITURE_MM,
        direction=direction,
        texts=tuple(runs_of(poster)),
        smaller=FORMS[form].smaller,
        large=tuple(large_of(poster)),
    )


def runs_of(page: Page) -> Iterator[Box]:
    """The texts of a page, each as long as no gap of an em parts it, that a seam would cut."""
    for row in page.rows:
        run: list[float] = []
        for glyph in row.glyphs:
            if run and glyph.begin - run[2] > glyph.em:
                yield Box(run[0], run[1], run[2] - run[0], run[3] - run[1])
                run = []
            edges = [glyph.begin, glyph.top, glyph.end, glyph.bottom]
            ends = (min, min, max, max)
            run = [end(a, b) for end, a, b in zip(ends, run, edges, strict=True)] if run else edges
        if run:
            yield Box(run[0], run[1], run[2] - run[0], run[3] - run[1])


def large_of(page: Page) -> Iterator[Box]:
    """The words and the letters of a page that are as large as a seam moves, or larger."""
    for row in page.rows:
        word: list[Box] = []
        for glyph, space in row.spaced():
            if space and word:
                yield _around(word)
                word = []
            if glyph.em >= MOST_MM and glyph.character.strip():
                word.append(
                    Box(glyph.left, glyph.top, glyph.right - glyph.left, glyph.bottom - glyph.top)
                )
                yield word[-1]
        if word:
            yield _around(word)


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(b.x_mm for b in boxes), min(b.y_mm for b in boxes)
    right, bottom = max(b.right_mm for b in boxes), max(b.bottom_mm for b in boxes)
    return Box(left, top, right - left, bottom - top)


def lay_grid(
    poster_mm: Size,
    sheet_mm: Size,
    *,
    overlap_mm: float,
    border_mm: float,
    direction: Direction = "rtl",
    texts: Sequence[Box] = (),
    smaller: bool = False,
    large: Sequence[Box] = (),
) -> Grid:
    """The grid of fewest sheets that shows the poster with `border_mm` free around each part.

    The sheet is turned where that saves sheets. Parts are of one size but for seams that move up to
    15 mm to spare `texts`, or to stand between `large` words or letters; none is a sliver.
    `smaller` draws the poster down to 84 % of its size where that saves sheets, and as large as
    these hold. Raises ValueError when a quarter of the window is less than the overlap.
    """
    grids = [
        _grid(poster_mm, sheet, overlap_mm, border_mm, direction, texts, smaller, large)
        for sheet in (sheet_mm, (sheet_mm[1], sheet_mm[0]))
    ]
    # Of two grids with as many sheets, the larger one; then that in the poster's own orientation.
    across = poster_mm[0] > poster_mm[1]
    return min(
        grids,
        key=lambda g: (len(g.tiles), -g.scale, (g.sheet_mm[0] > g.sheet_mm[1]) != across),
    )


def _grid(
    poster_mm: Size,
    sheet_mm: Size,
    overlap: float,
    border: float,
    direction: Direction,
    texts: Sequence[Box],
    smaller: bool,
    large: Sequence[Box],
) -> Grid:
    rooms = tuple(side - 2 * border for side in sheet_mm)
    counts = [fewest(side, room, overlap) for side, room in zip(poster_mm, rooms, strict=True)]
    scale = 1.0
    if smaller:
        counts = [
            fewest(side * LEAST_SCALE, room, overlap)
            for side, room in zip(poster_mm, rooms, strict=True)
        ]
        held = (n * room - (n - 1) * overlap for n, room in zip(counts, rooms, strict=True))
        scale = min(1.0, *(length / side for length, side in zip(held, poster_mm, strict=True)))
        scale = math.floor(scale * 1000) / 1000
    width, height = (side * scale for side in poster_mm)
    across, wide = (
        [(b.x_mm * scale, b.right_mm * scale) for b in boxes] for boxes in (texts, large)
    )
    down, high = (
        [(b.y_mm * scale, b.bottom_mm * scale) for b in boxes] for boxes in (texts, large)
    )
    # A sheet lies on the one before it in its row: from right to left its right edge is seen.
    seen_at = overlap if direction == "rtl" else 0.0
    columns = divide_sparing(width, counts[0], overlap, rooms[0], across, seen_at, wide)
    rows = divide_sparing(height, counts[1], overlap, rooms[1], down, 0.0, high)
    ordered = list(reversed(columns)) if direction == "rtl" else columns
    tiles = tuple(
        Tile(row, column, _box(x, y))
        for row, y in enumerate(rows, start=1)
        for column, x in enumerate(ordered, start=1)
    )
    return Grid(sheet_mm, len(rows), len(columns), overlap, tiles, direction, scale)


def _box(x: Interval, y: Interval) -> Box:
    return Box(x[0], y[0], x[1] - x[0], y[1] - y[0])
