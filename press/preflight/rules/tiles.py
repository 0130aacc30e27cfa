"""Tiles: rules on the tiled poster as an office printer and the one who glues see it."""

from __future__ import annotations

import io
import math
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

import pikepdf
import pypdfium2

from press.bind.grid import MARGIN_MM, Grid, grid_of
from press.bind.tile_labels import map_box, say_label
from press.geometry import MM_PER_PT, Box
from press.pdf.objects import held
from press.pdf.pages import RAISED, Glyph, GlyphRow, Page
from press.pdf.painting import Painted, walk_page
from press.preflight.document import Opened
from press.preflight.finding import Finding
from press.preflight.readback.readback import Lost, Reader
from press.preflight.readback.words import words_of
from press.products import FORMS

# Boxes and margins may be off by so much, in mm: points are rounded, pixels have a size.
OFF_MM, GREY_MM = 0.1, 0.6
# Glyphs that differ by less stand on one spot, in mm: a PDF has five decimals of a point.
SAME_MM = 0.02
PX_PER_MM = 2.0
# Paler than this, of 255, nothing shows on paper.
PALE = 245
# On sheets for toner nothing wider both ways and larger than this, in mm and mm², is filled darker
# than that, of 1: signs are smaller.
SOLID_MM, SOLID_MM2, TONE = 3.0, 450.0, 0.9
_PLAIN = str.maketrans(RAISED, "0123456789")


@dataclass(frozen=True, slots=True)
class Tiled:
    """The poster on office sheets: opened, with what is printed on each, and how it is divided."""

    opened: Opened
    pages: tuple[Page, ...]
    grid: Grid
    poster: Page


def read_tiled(opened: Opened, pages: tuple[Page, ...], poster: Page) -> Tiled:
    """The sheets of a poster as it was divided; `pages` are theirs, the map first."""
    sheet, direction = opened.sheets.poster, opened.edition.masthead.house.language.direction
    overlap = sheet.overlap_mm if sheet else 0.0
    grid = grid_of(poster, opened.document.form, overlap, direction)
    return Tiled(opened, pages, grid, poster)


def sheet_count(tiled: Tiled) -> Iterator[Finding]:
    """There is a map, and a sheet for every part of the poster."""
    sheets = len(tiled.grid.tiles)
    if len(tiled.pages) != 1 + sheets:
        yield Finding(0, {"pages": len(tiled.pages), "sheets": sheets})


def sheet_size(tiled: Tiled) -> Iterator[Finding]:
    """Every page is an office sheet, in every box."""
    width, height = tiled.grid.sheet_mm
    for number, page in enumerate(tiled.opened.pdf.pages, start=1):
        for box in (page.mediabox, page.cropbox, page.trimbox):
            left, low, right, high = (float(edge) * MM_PER_PT for edge in box)
            if max(abs(right - left - width), abs(high - low - height)) > OFF_MM:
                sides = {"wide": right - left, "high": high - low, "width": width, "height": height}
                yield Finding(number, sides)
                break


def sheet_scaling(tiled: Tiled) -> Iterator[Finding]:
    """The file asks printers not to shrink it: then the parts fit together."""
    if held(tiled.opened.pdf.Root, "/ViewerPreferences", "/PrintScaling") != "/None":
        yield Finding(0)


def sheet_order(tiled: Tiled) -> Iterator[Finding]:
    """Each sheet names its row, column and number, in the order in which they are glued."""
    for number, tile in enumerate(tiled.grid.tiles, start=1):
        if number >= len(tiled.pages):
            return  # sheet_count says so
        label = say_label(tiled.grid, tile, number, tiled.opened.edition.masthead)
        words = words_of(label, tiled.grid.direction)
        if isinstance(Reader([_beside(tiled, number)]).find(words), Lost):
            yield Finding(number + 1, {"row": tile.row, "column": tile.column, "label": label})


def _beside(tiled: Tiled, number: int) -> Page:
    """What a sheet says below its part, without the letters of the poster that lie hidden there."""
    tile, page, scale = tiled.grid.tiles[number - 1], tiled.pages[number], tiled.grid.scale
    window = tiled.grid.window(tile)
    x, y = window.x_mm - tile.part.x_mm, window.y_mm - tile.part.y_mm
    hidden = {
        (
            glyph.character.translate(_PLAIN),
            round((glyph.begin * scale + x) / SAME_MM),
            round((glyph.baseline * scale + y) / SAME_MM),
        )
        for row in tiled.poster.rows
        for glyph in row.glyphs
        if glyph.baseline * scale + y > window.bottom_mm
    }
    # Hidden letters share rows with those that are seen, and make figures look raised.
    rows: dict[float, list[Glyph]] = defaultdict(list)
    for row in page.rows:
        for glyph in row.glyphs:
            if glyph.baseline > window.bottom_mm:
                plain = glyph._replace(character=glyph.character.translate(_PLAIN))
                if not _near(plain, hidden):
                    rows[round(plain.baseline, 1)].append(plain)
    ordered = (sorted(held, key=lambda g: round(g.begin, 2)) for _, held in sorted(rows.items()))
    return replace(page, rows=tuple(GlyphRow(tuple(own), own[0].baseline) for own in ordered))


def _near(glyph: Glyph, places: Container[tuple[str, int, int]]) -> bool:
    """Whether a glyph stands at one of `places`, in steps of `SAME_MM` rounded either way."""
    steps = (glyph.begin / SAME_MM, glyph.baseline / SAME_MM)
    xs, ys = ({math.floor(step), math.ceil(step)} for step in steps)
    return any((glyph.character, x, y) in places for x in xs for y in ys)


def sheet_toner(tiled: Tiled) -> Iterator[Finding]:
    """On light sheets the poster's text is black alone, and no solid is filled.

    The map draws the same form as every sheet, and all of it.
    """
    document = tiled.opened.document
    if not FORMS[document.form].light:
        return
    painted: list[Painted] = []
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        del pdf.pages[0].obj.Resources.XObject["/Words"]
        walk_page(pdf.pages[0], 1, painted)
    scale = map_box(tiled.grid).width_mm / tiled.grid.whole.width_mm
    for one in painted:
        black = one.colour.space == "DeviceGray" and one.colour.values == (0.0,)
        pale = one.colour.space == "DeviceGray" and one.colour.values >= (TONE,)
        if one.kind == "text" and not black:
            yield Finding(1, {}, "text", one.box)
            return
        wide, high = one.box.width_mm / scale, one.box.height_mm / scale
        large = min(wide, high) > SOLID_MM and wide * high > SOLID_MM2
        if one.kind == "shading" or (one.kind == "fill" and large and not pale):
            yield Finding(1, {}, "solid", one.box)
            return


def sheet_margins(tiled: Tiled) -> Iterator[Finding]:
    """The edges of a sheet are empty, 5 mm deep: office printers cannot reach them."""
    document = pypdfium2.PdfDocument(tiled.opened.document.pdf)
    try:
        for index in range(len(document)):
            page = document[index]
            picture = page.render(scale=PX_PER_MM * MM_PER_PT, grayscale=True).to_pil()
            inked = picture.point(lambda level: 255 if level < PALE else 0).getbbox()
            if inked is None:
                yield Finding(index + 1, case="empty")
                continue
            left, top, right, bottom = (edge / PX_PER_MM for edge in inked)
            width, height = picture.width / PX_PER_MM, picture.height / PX_PER_MM
            near = min(left, top, width - right, height - bottom)
            if near < MARGIN_MM - GREY_MM:
                yield Finding(
                    index + 1,
                    {"near": near},
                    at=Box(left, top, right - left, bottom - top),
                    case="edge",
                )
    finally:
        document.close()
