"""Derive the poster's other files: for the print shop, for office printers, for screens.

Only the process that typesets them waits for WeasyPrint.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from typing import Literal

import pypdfium2

from press.bind.bind import Document
from press.bind.press_file import press_file
from press.bind.slug import set_slug
from press.colour.inks import Press
from press.content.edition import Masthead
from press.layout.poster.sheet import PosterSheet
from press.project import Project
from press.render.render import Html
from press.typeset.gathering import Gathering

# The forms on the sheets that office printers take.
TILED: tuple[Literal["tiles-a4", "tiles-a3"], ...] = ("tiles-a4", "tiles-a3")


@dataclass(frozen=True, slots=True)
class Derived:
    """The poster's other files: PDFs to be written as they are, and a picture."""

    press: Document
    tiles: tuple[Document, ...]
    picture: bytes


def set_for_press(html: Html, project: Project, press: Press) -> Gathering:
    """The poster set again with the bleed and in the inks of a press."""
    from press.typeset.typeset import typeset

    return typeset(html, project, press=press)


def derive(
    poster: Document,
    pressed: Gathering,
    press: Press,
    laid: PosterSheet,
    masthead: Masthead,
    project: Project,
) -> Derived:
    """The other files of `poster`; `pressed` is the same HTML typeset for `press`.

    Raises `Refusal` for a poster that cannot be cut into sheets.
    """
    from press.bind.tiles import tile

    today = datetime.date.fromordinal(masthead.edition.first)
    slug = set_slug(
        masthead,
        press,
        project,
        fingerprint=laid.fingerprint,
        width_mm=laid.sheet.width_mm,
        pages=pressed.pages,
    )
    for_press = press_file(pressed, masthead, press, today=today, slug=slug)
    tiles = tuple(
        tile(poster, masthead, project, form=form, overlap_mm=laid.overlap_mm) for form in TILED
    )
    return Derived(for_press, tiles, picture(poster))


def picture(poster: Document, *, width_px: int = 2400) -> bytes:
    """The first page as a PNG in RGB, `width_px` wide and as high as its proportions ask.

    The same poster gives the same bytes; the file holds neither date nor place.
    """
    document = pypdfium2.PdfDocument(poster.pdf)
    try:
        page = document[0]
        # pdfium rounds the size up: a hair less than a whole number keeps the width.
        scale = (width_px - 1e-3) / page.get_width()
        image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    finally:
        document.close()
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
