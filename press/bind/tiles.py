"""Tile the poster over office sheets, in reading order, with cut lines, glue strips and a map."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary

from press.bind.bind import Document
from press.bind.describe import describe
from press.bind.furnishing import furnish
from press.bind.grid import Grid, Tile, grid_of
from press.bind.light import lighten
from press.bind.tile_labels import map_box, ruler_box, say_tiles
from press.cache import Store
from press.codes.row import Value
from press.content.edition import Masthead
from press.diagnostics import Diagnostic, Place, Refusal
from press.geometry import MM_PER_PT, Box
from press.pdf.content_streams import as_form
from press.pdf.pages import read_pages
from press.products import FORMS, FormName, file_name
from press.project import Project
from press.render.render import render_page

# Lines, in mm: their width, how far a cut line runs past a corner, how far a bracket stands off
# the part and how deep it is.
LINE_MM, PAST_MM, OFF_MM, DEPTH_MM = 0.12, 4.0, 0.5, 0.8


def tile(
    poster: Document,
    masthead: Masthead,
    project: Project,
    *,
    form: FormName = "tiles-a4",
    overlap_mm: float,
    store: Store | None = None,
) -> Document:
    """The poster on the office sheets of `form`: a map, then the tiles in order.

    Tiles run as the language does, then down; neighbours share `overlap_mm`, and the edges of a
    sheet stay empty, since office printers cannot reach them. The poster stands in the file once,
    as it was drawn; marks and labels stand outside of it. Nothing is tagged: the poster itself is
    the file for readers. Two runs give the same bytes. Raises `Refusal` when the poster is not one
    page, or when the sheets have no room for the overlap.
    """
    name = file_name(poster.product, form).removesuffix(".pdf")
    pages = read_pages(poster.pdf)
    if len(pages) != 1:
        many: dict[str, Value] = {"poster": str(poster.product), "pages": len(pages)}
        raise Refusal([Diagnostic("bind/not-one-page", Place(name), many)])
    try:
        grid = grid_of(pages[0], form, overlap_mm, masthead.house.language.direction)
    except ValueError as error:
        shared = {"overlap": f"{overlap_mm:g}", "sheet": FORMS[form].sheet}
        raise Refusal([Diagnostic("bind/no-room", Place(name), shared)]) from error
    told = say_tiles(grid, FORMS[form].sheet, masthead)
    words = furnish(render_page("tiles", project, masthead.house, told), project, store)
    with (
        pikepdf.open(io.BytesIO(poster.pdf)) as source,
        pikepdf.open(io.BytesIO(words.pdf)) as labels,
        pikepdf.new() as pdf,
    ):
        drawn_form = pdf.copy_foreign(as_form(source.pages[0]))
        if FORMS[form].light:
            lighten(drawn_form)
        sheets = [_map_lines(grid), *(_tile_lines(grid, tile) for tile in grid.tiles)]
        for label, (at, clip, lines) in zip(labels.pages, sheets, strict=True):
            drawn = _draw(grid, drawn_form, at, clip) + _in_mm(grid, lines)
            written = pdf.copy_foreign(as_form(label))
            if FORMS[form].light:
                lighten(written)
            _add_page(pdf, grid, drawn_form, written, drawn)
        describe(pdf, masthead)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return Document(poster.product, poster.kind, form, out.getvalue(), len(pdf.pages))


# What one sheet shows: where the whole poster lies on it, what of that is seen, and its lines.
_Drawing = tuple[Box, Box, list[str]]


def _tile_lines(grid: Grid, tile: Tile) -> _Drawing:
    """A tile and its marks: what is cut has a line at its edge, what is glued has brackets.

    A sheet lies on the one before it in its row and on the one above: there its edge is cut. What
    the next one and the one below cover keeps its paper.
    """
    seen, poster = grid.window(tile), grid.whole
    x, y = seen.x_mm - tile.part.x_mm, seen.y_mm - tile.part.y_mm
    at = Box(x, y, poster.width_mm, poster.height_mm)
    # Lines touch the part from outside; of a row's sides the first is cut, the last is glued.
    half, top, bottom = LINE_MM / 2, seen.y_mm, seen.bottom_mm
    left, right = (seen.x_mm, -1), (seen.right_mm, 1)
    (first, out), (last, away) = (right, left) if grid.direction == "rtl" else (left, right)
    lines = [
        _line(seen.x_mm - PAST_MM, top - half, seen.right_mm + PAST_MM, top - half),
        _line(first + out * half, top - PAST_MM, first + out * half, bottom + PAST_MM),
    ]
    if tile.column == grid.columns:
        edge = last + away * half
        lines.append(_line(edge, top - PAST_MM, edge, bottom + PAST_MM))
    elif grid.overlap_mm:
        inner = last - away * grid.overlap_mm
        for edge, up in ((top, -1), (bottom, 1)):
            near, far = edge + up * OFF_MM, edge + up * (OFF_MM + DEPTH_MM)
            lines.append(_path((last, near), (last, far), (inner, far), (inner, near)))
    if tile.row == grid.rows:
        lines.append(
            _line(seen.x_mm - PAST_MM, bottom + half, seen.right_mm + PAST_MM, bottom + half)
        )
    elif grid.overlap_mm:
        inner = bottom - grid.overlap_mm
        for edge, side in ((seen.x_mm, -1), (seen.right_mm, 1)):
            near, far = edge + side * OFF_MM, edge + side * (OFF_MM + DEPTH_MM)
            lines.append(_path((near, bottom), (far, bottom), (far, inner), (near, inner)))
    return at, seen, lines


def _map_lines(grid: Grid) -> _Drawing:
    """The small poster with the seams that will be seen, and the line to measure."""
    small = map_box(grid)
    scale = small.width_mm / grid.whole.width_mm
    seams = []
    for tile in grid.tiles:
        edge = tile.part.right_mm if grid.direction == "rtl" else tile.part.x_mm
        x, y = small.x_mm + edge * scale, small.y_mm + tile.part.y_mm * scale
        if tile.row == 1 and tile.column > 1:
            seams.append(_line(x, small.y_mm, x, small.bottom_mm))
        if tile.column == 1 and tile.row > 1:
            seams.append(_line(small.x_mm, y, small.right_mm, y))
    frame = f"{small.x_mm:.3f} {small.y_mm:.3f} {small.width_mm:.3f} {small.height_mm:.3f} re S"
    ruler = ruler_box(grid)
    measure = _path(
        (ruler.x_mm, ruler.y_mm),
        (ruler.x_mm, ruler.bottom_mm),
        (ruler.right_mm, ruler.bottom_mm),
        (ruler.right_mm, ruler.y_mm),
    )
    # A white band below each seam keeps it seen on dark ground.
    return small, small, ["q 1 G 0.7 w", *seams, "Q", *seams, frame, measure]


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return _path((x, y), (to_x, to_y))


def _path(*points: tuple[float, float]) -> str:
    steps = " ".join(f"{x:.3f} {y:.3f} {'l' if i else 'm'}" for i, (x, y) in enumerate(points))
    return f"{steps} S"


def _draw(grid: Grid, form: pikepdf.Object, at: Box, clip: Box) -> str:
    """The poster drawn as large as `at`, seen through `clip`, both in mm on the sheet."""
    left, bottom, right, _ = (float(v) for v in form.BBox)
    scale = at.width_mm / MM_PER_PT / (right - left)
    floor = grid.sheet_mm[1]
    window = (clip.x_mm, floor - clip.bottom_mm, clip.width_mm, clip.height_mm)
    x = at.x_mm / MM_PER_PT - left * scale
    y = (floor - at.bottom_mm) / MM_PER_PT - bottom * scale
    seen = " ".join(f"{value / MM_PER_PT:.5f}" for value in window)
    return f"q {seen} re W n {scale:.8f} 0 0 {scale:.8f} {x:.5f} {y:.5f} cm /Poster Do Q\n"


def _in_mm(grid: Grid, lines: list[str]) -> str:
    """Lines in mm from the sheet's upper left corner."""
    unit = 1 / MM_PER_PT
    space = f"{unit:.8f} 0 0 {-unit:.8f} 0 {grid.sheet_mm[1] * unit:.5f} cm"
    return "\n".join([f"q {space} 0 G {LINE_MM} w", *lines, "Q\n"])


def _add_page(
    pdf: pikepdf.Pdf, grid: Grid, form: pikepdf.Object, words: pikepdf.Object, drawn: str
) -> None:
    """A sheet with what is drawn and what is written on it, all of it beside the reading order."""
    width, height = (round(side / MM_PER_PT, 5) for side in grid.sheet_mm)
    content = f"/Artifact BMC\n{drawn}/Words Do\nEMC\n".encode("ascii")
    page = pdf.add_blank_page(page_size=(width, height))
    page.obj.Contents = pdf.make_stream(content)
    page.obj.Resources = Dictionary(XObject=Dictionary(Poster=form, Words=words))
    page.obj.TrimBox = Array([0, 0, width, height])
