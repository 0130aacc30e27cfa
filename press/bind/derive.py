"""Derive the other forms of a product: for the print shop, for office printers, for screens.

Only the process that typesets them waits for WeasyPrint.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pikepdf
import pypdfium2

from press.bind.bind import Document
from press.bind.press_file import press_file
from press.bind.ruled_pages import missing_pages, set_ruled_pages
from press.bind.slug import set_slug
from press.cache import Store
from press.colour.inks import Press
from press.content.edition import Masthead
from press.geometry import MM_PER_PT, Size
from press.layout.brief.sheet import BriefSheet
from press.layout.poster.sheet import PosterSheet
from press.products import FORMS, FormName
from press.project import Project
from press.typeset.gathering import Gathering

# The forms on the sheets that office printers take.
TILED = tuple(form.name for form in FORMS.values() if form.sheet)


@dataclass(frozen=True, slots=True)
class Derived:
    """The other forms of a product: PDFs to be written as they are; of a poster a picture too."""

    documents: tuple[Document, ...]
    picture: bytes = b""


def derive_poster(
    poster: Document,
    pressed: Sequence[Gathering],
    press: Press,
    laid: PosterSheet,
    masthead: Masthead,
    project: Project,
    forms: Collection[FormName],
    store: Store | None = None,
) -> Derived:
    """Those other `forms` of `poster`; `pressed` is the same HTML typeset for `press`.

    `store` has small pages of an earlier build.
    Raises `Refusal` for a poster that cannot be cut into sheets.
    """
    from press.bind.tiles import tile

    made = []
    if "press" in forms:
        made.append(_for_press(poster, pressed, press, laid.fingerprint, masthead, project, store))
    tiles = [form for form in TILED if form in forms]
    made += [
        tile(poster, masthead, project, form=form, overlap_mm=laid.overlap_mm, store=store)
        for form in tiles
    ]
    return Derived(tuple(made), picture(poster) if "png" in forms else b"")


def derive_brief(
    brief: Document,
    pressed: Sequence[Gathering],
    press: Press,
    laid: BriefSheet,
    masthead: Masthead,
    project: Project,
    forms: Collection[FormName],
    store: Store | None = None,
) -> Derived:
    """Those other `forms` of `brief`; `pressed` are the same gatherings typeset for `press`.

    Ruled pages before the last fill the sheets of four; `store` has those of an earlier build.
    """
    from press.bind.booklet import booklet

    lacking, size_mm = missing_pages(brief.pages), size_of(brief)

    def ruled(on: Press | None) -> Gathering | None:
        if not lacking:
            return None
        asked = masthead, project, on
        return set_ruled_pages(*asked, pages=lacking, size_mm=size_mm, store=store)

    made = []
    if "press" in forms:
        held = brief, pressed, press, laid.fingerprint, masthead, project, store
        made.append(_for_press(*held, ruled(press)))
    if "booklet" in forms:
        made.append(booklet(brief, ruled(None), masthead, creep_mm=laid.creep_mm))
    return Derived(tuple(made))


def _for_press(
    document: Document,
    pressed: Sequence[Gathering],
    press: Press,
    fingerprint: str,
    masthead: Masthead,
    project: Project,
    store: Store | None,
    notes: Gathering | None = None,
) -> Document:
    """The press file of a document, with its slug and with ruled pages, if there are any."""
    slug = set_slug(
        masthead,
        press,
        project,
        fingerprint=fingerprint,
        width_mm=size_of(document)[0],
        pages=sum(gathering.pages for gathering in pressed) + (notes.pages if notes else 0),
        store=store,
    )
    return press_file(
        pressed, masthead, press, document.product, document.kind, notes=notes, slug=slug
    )


def size_of(document: Document) -> Size:
    """The trim of the first page, in mm."""
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        left, bottom, right, top = (float(edge) * MM_PER_PT for edge in pdf.pages[0].trimbox)
    return right - left, top - bottom


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
