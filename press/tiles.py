"""Tile the poster over office sheets, from right to left, with cut lines, glue strips and a map."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Literal
from xml.sax.saxutils import escape

import pikepdf
from markupsafe import Markup
from pikepdf import Array, Dictionary, Name, String

from press import filters
from press.arabic import Phrase, say_number, say_percent
from press.bind import Document
from press.diagnostics import Diagnostic, Place, Refusal
from press.edition import Masthead
from press.facts import House
from press.grid import SHEETS_MM, Grid, Tile, lay_grid
from press.pages import MM_PER_PT
from press.project import Project
from press.render import Html
from press.sheets import Box
from press.streams import as_form
from press.typeset import typeset

Sheet = Literal["A4", "A3"]
# Around each part, inside the margin: cut marks, brackets and labels, in mm.
FURNITURE_MM = 7.0
LINE_PT = 0.35
# How far a cut line runs past the corner, and how far a bracket stands off the part, in mm.
PAST_MM, OFF_MM = 4.0, 1.0
RULER_MM = 100.0
# Space on the map sheet above and below the small poster, in mm.
HEAD_MM, FOOT_MM, SIDE_MM = 34.0, 74.0, 22.0

STYLE = """
@page { size: %(width)s %(height)s; margin: 0 }
body { font-size: var(--type-1); line-height: 1.4 }
section { break-after: page; height: %(height)s; position: relative }
section p, section ol, section h1, section div { position: absolute; white-space: nowrap }
section ol { list-style: decimal inside; line-height: 1.6; font-size: var(--type-2) }
h1 { font-size: var(--type-6) }
.middle { text-align: center }
.number { background: var(--paper); border: var(--hair) solid var(--ink); border-radius: 50%%;
  box-sizing: border-box; font-size: var(--type-3); height: 7mm; line-height: 6mm; width: 7mm }
"""


def tile(
    poster: Document,
    masthead: Masthead,
    project: Project,
    *,
    sheet: Sheet = "A4",
    overlap_mm: float = 10.0,
    margin_mm: float = 5.0,
) -> Document:
    """The poster on office sheets as `NAME-tiles-a4` or `-a3`: a map, then the tiles in order.

    Tiles run from right to left, then down; neighbours share `overlap_mm`, and `margin_mm` at the
    sheet's edges stays empty, since office printers cannot reach it. The poster stands in the file
    once, as it was drawn; marks and labels stand outside of it. Nothing is tagged: the poster
    itself is the file for readers. Raises `Refusal` when the poster is not one page, or when the
    sheets have no room for the overlap.
    """
    name = f"{poster.name}-tiles-{sheet.lower()}"
    with pikepdf.open(io.BytesIO(poster.pdf)) as source:
        if len(source.pages) != 1:
            said = f"{poster.name} has {len(source.pages)} pages"
            raise _refusal("tiles/not-one-page", name, said, "tile a poster, one page")
        width, height = (
            float(b - a) * MM_PER_PT
            for a, b in zip(source.pages[0].trimbox[:2], source.pages[0].trimbox[2:], strict=True)
        )
        try:
            grid = lay_grid(
                (width, height),
                SHEETS_MM[sheet],
                overlap_mm=overlap_mm,
                border_mm=margin_mm + FURNITURE_MM,
            )
        except ValueError as error:
            hint = "choose a smaller overlap, or larger sheets"
            raise _refusal("tiles/no-room", name, str(error), hint) from error
        small = _map_box((width, height), grid)
        words = typeset(_words(name, grid, small, masthead, (width, height), sheet), project)
        with pikepdf.open(io.BytesIO(words.pdf)) as labels, pikepdf.new() as pdf:
            form = pdf.copy_foreign(as_form(source.pages[0]))
            for number, label in enumerate(labels.pages):
                drawn = (
                    _draw_tile(grid, grid.tiles[number - 1], (width, height))
                    if number
                    else _draw_map(grid, small, (width, height))
                )
                _add_page(pdf, grid, form, pdf.copy_foreign(as_form(label)), "\n".join(drawn))
            _identify(pdf, masthead)
            out = io.BytesIO()
            pdf.save(
                out,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            )
            return Document(name, out.getvalue(), len(pdf.pages))
