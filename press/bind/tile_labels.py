"""Say what stands on office sheets, and where: which tile it is, its neighbours, how to glue them.

The words are those of the language, and templates/tiles.html puts them in their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from press.bind.grid import FURNITURE_MM, Grid, Tile
from press.content.edition import Masthead
from press.geometry import Box
from press.language.phrases import Phrase

RULER_MM = 100.0
# On the map: title above, instructions and ruler below, names of rows beside, in mm.
HEAD_MM, FOOT_MM, SIDE_MM = 36.0, 68.0, 19.0
# From the small poster down to the instructions and to the ruler, in mm.
STEPS_MM, RULE_MM = 6.0, 47.0
# A strip that is narrower has no room for the word, in mm.
WORD_MM = 7.0
# What the number of a sheet takes above its part, and what an arrow with a number takes, in mm.
NUMBER_MM, ARROW_MM, BESIDE_MM = 40.0, 12.0, 6.4
# The number stands so far off the cut line, in mm.
RAISED_MM = 0.4
# From the end of a label's line to the arrow that leads down, past the word of a glue strip.
DOWN_MM = 24.0

Way = Literal["left", "right", "up", "down"]


@dataclass(frozen=True, slots=True)
class NumberAt:
    """A number at its place on a sheet; of an arrow, the way it leads."""

    number: int
    box: Box
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class TileSheet:
    """What a tile's sheet says: where the tile belongs, its number, its neighbours, its strips."""

    row: int
    column: int
    number: NumberAt
    label: Box
    arrows: tuple[NumberAt, ...]
    glue: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class MapSheet:
    """What the map says: sizes and counts, the tiles, rows and columns on it, and its ruler."""

    size: Phrase
    share: Phrase | None
    paper: str
    sheets: int
    rows: int
    columns: int
    numbers: tuple[NumberAt, ...]
    named_rows: tuple[NumberAt, ...]
    named_columns: tuple[NumberAt, ...]
    head: Box
    steps: Box
    ruler: Box
    ruler_mm: int


def say_tiles(grid: Grid, paper: str, masthead: Masthead) -> Mapping[str, object]:
    """The values of templates/tiles.html: the sheet of the map, then those of every tile."""
    tiles = [_tile(grid, tile, number) for number, tile in enumerate(grid.tiles, start=1)]
    return {
        "masthead": masthead,
        "map": _map(grid, paper, masthead),
        "tiles": tiles,
        "width": grid.sheet_mm[0],
        "height": grid.sheet_mm[1],
        "glued": grid.overlap_mm > 0,
    }


def map_box(grid: Grid) -> Box:
    """Where the small poster stands on the map sheet."""
    (width, height), whole = grid.sheet_mm, grid.whole
    room, tall = width - 2 * SIDE_MM, height - HEAD_MM - FOOT_MM
    scale = min(room / whole.width_mm, tall / whole.height_mm)
    small = (whole.width_mm * scale, whole.height_mm * scale)
    return Box((width - small[0]) / 2, HEAD_MM, *small)


def ruler_box(grid: Grid) -> Box:
    """Where the line stands that tells whether the printer kept the size."""
    top = map_box(grid).bottom_mm + RULE_MM
    return Box((grid.sheet_mm[0] - RULER_MM) / 2, top, RULER_MM, 2.0)


def _map(grid: Grid, paper: str, masthead: Masthead) -> MapSheet:
    small, whole, house = map_box(grid), grid.whole, masthead.house
    scale = small.width_mm / whole.width_mm
    numbers, rows, columns = [], [], []
    for number, tile in enumerate(grid.tiles, start=1):
        seen = _seen(grid, tile)
        x = small.x_mm + (seen.x_mm + seen.width_mm / 2) * scale
        y = small.y_mm + (seen.y_mm + seen.height_mm / 2) * scale
        numbers.append(NumberAt(number, Box(x - 3.5, y - 3.5, 7.0, 7.0)))
        if tile.row == 1:
            wide = seen.width_mm * scale
            columns.append(NumberAt(tile.column, Box(x - wide / 2, small.y_mm - 5.0, wide, 4.5)))
        if tile.column == 1:
            beside = small.right_mm + 1.0 if grid.direction == "rtl" else small.x_mm - 15.0
            rows.append(NumberAt(tile.row, Box(beside, y - 2.2, 14.0, 4.5)))
    across = grid.sheet_mm[0] - 2 * SIDE_MM
    share = Decimal(round(grid.scale * 1000)) / 10
    said = [
        house.language.say_number(round(side), grouped=False, digits=house.digits).text
        for side in (whole.width_mm, whole.height_mm)
    ]
    return MapSheet(
        size=Phrase(" × ".join(said), "ltr"),
        share=house.language.say_percent(share, digits=house.digits) if share < 100 else None,
        paper=paper,
        sheets=len(grid.tiles),
        rows=grid.rows,
        columns=grid.columns,
        numbers=tuple(numbers),
        named_rows=tuple(rows),
        named_columns=tuple(columns),
        head=Box(SIDE_MM, 11.0, across, 20.0),
        steps=Box(SIDE_MM, small.bottom_mm + STEPS_MM, across, RULE_MM - STEPS_MM),
        ruler=ruler_box(grid),
        ruler_mm=round(RULER_MM),
    )


def say_label(grid: Grid, tile: Tile, number: int, masthead: Masthead) -> str:
    """What is read on sheet `number`, from 1: where it belongs, and which one it is."""
    house, words = masthead.house, masthead.sheets
    counts = (tile.row, tile.column, number, len(grid.tiles))
    row, column, sheet, sheets = (
        house.language.say_number(n, grouped=False, digits=house.digits).text for n in counts
    )
    named = [
        f"{words.get('row', '')} {row}",
        f"{words.get('column', '')} {column}",
        f"{words.get('sheet', '')} {sheet} {words.get('of', '')} {sheets}",
        masthead.title,
    ]
    return " · ".join(named)


def _tile(grid: Grid, tile: Tile, number: int) -> TileSheet:
    window = grid.window(tile)
    middle = window.x_mm + window.width_mm / 2
    above = Box(middle - NUMBER_MM / 2, window.y_mm - FURNITURE_MM - RAISED_MM, NUMBER_MM, 7.0)
    return TileSheet(
        tile.row,
        tile.column,
        NumberAt(number, above),
        Box(window.x_mm + 2.0, window.bottom_mm + 2.2, window.width_mm - 4.0, 4.5),
        tuple(_arrows(grid, tile, number)),
        tuple(_strips(grid, tile)),
    )


def _arrows(grid: Grid, tile: Tile, number: int) -> Iterator[NumberAt]:
    """Which sheets stand beside this one, above and below it."""
    window, rtl = grid.window(tile), grid.direction == "rtl"
    middle = window.y_mm + window.height_mm / 2 - 4.0
    sides: dict[Way, Box] = {
        "left": Box(window.x_mm - BESIDE_MM - 0.3, middle, BESIDE_MM, 8.0),
        "right": Box(window.right_mm + 0.3, middle, BESIDE_MM, 8.0),
    }
    onward: Way = "left" if rtl else "right"
    back: Way = "right" if rtl else "left"
    if tile.column < grid.columns:
        yield NumberAt(number + 1, sides[onward], onward)
    if tile.column > 1:
        yield NumberAt(number - 1, sides[back], back)
    if tile.row > 1:
        x = window.x_mm + window.width_mm / 2 + NUMBER_MM / 2
        above = Box(x, window.y_mm - FURNITURE_MM + 1.0, ARROW_MM, 4.5)
        yield NumberAt(number - grid.columns, above, "up")
    if tile.row < grid.rows:
        x = window.x_mm + DOWN_MM if rtl else window.right_mm - DOWN_MM - ARROW_MM
        yield NumberAt(number + grid.columns, Box(x, window.bottom_mm + 2.2, ARROW_MM, 4.5), "down")


def _strips(grid: Grid, tile: Tile) -> Iterator[Box]:
    """Where it is said that a strip is for the glue."""
    window = grid.window(tile)
    if grid.overlap_mm < WORD_MM:
        return
    if tile.column < grid.columns:
        rtl = grid.direction == "rtl"
        x = window.x_mm if rtl else window.right_mm - grid.overlap_mm
        for y in (window.y_mm - 6.8, window.bottom_mm + 2.2):
            yield Box(x, y, grid.overlap_mm, 4.5)
    if tile.row < grid.rows:
        y = window.bottom_mm - grid.overlap_mm / 2 - 2.2
        for x in (window.x_mm - FURNITURE_MM, window.right_mm + 1.4):
            yield Box(x, y, FURNITURE_MM - 1.4, 4.5)


def _seen(grid: Grid, tile: Tile) -> Box:
    """What is still seen of a part when its neighbours lie on its strips."""
    part, shared = tile.part, grid.overlap_mm
    beside = shared if tile.column < grid.columns else 0.0
    under = shared if tile.row < grid.rows else 0.0
    left = beside if grid.direction == "rtl" else 0.0
    return Box(part.x_mm + left, part.y_mm, part.width_mm - beside, part.height_mm - under)
