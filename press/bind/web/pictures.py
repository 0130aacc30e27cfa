"""Draw the pictures of turning points that readers pass on, in the sizes that others show whole."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import pypdfium2

from press.geometry import PT_PER_PX
from press.layout.web.sheet import WebEvent, WebSheet
from press.project import Project
from press.render.render import Html, render_page

TEMPLATE = "social"
FOLDER = "social"


@dataclass(frozen=True, slots=True)
class PictureSize:
    """A size in px; a text of more than `letters` is left out."""

    width_px: int
    height_px: int
    letters: int
    shape: Literal["landscape", "portrait"]


# As links are shown, and as pictures are.
SIZES = (PictureSize(1200, 630, 150, "landscape"), PictureSize(1080, 1350, 300, "portrait"))


@dataclass(frozen=True, slots=True)
class SocialSet:
    """The pictures of one size by their files, and the pages that they were drawn from."""

    size: PictureSize
    events: tuple[WebEvent, ...]
    pdf: bytes
    pictures: dict[str, bytes] = field(hash=False)


def turning_points(sheet: WebSheet) -> tuple[WebEvent, ...]:
    """The events of which there are pictures."""
    events = sheet.timeline.events if sheet.timeline else ()
    return tuple(event for event in events if event.rank == "turning-point")


def draw_social(sheet: WebSheet, size: PictureSize, project: Project) -> SocialSet:
    """The pictures of every turning point in one size.

    Typesets with WeasyPrint and draws with PDFium: in a process of the crew. Raises `Refusal` for
    a text that does not fit, and for a fault in the template.
    """
    from press.typeset.typeset import typeset

    events = turning_points(sheet)
    gathering = typeset(page_of(sheet, events, size, project), project)
    document = pypdfium2.PdfDocument(gathering.pdf)
    try:
        pictures = {
            f"{FOLDER}/{event.id}-{size.width_px}x{size.height_px}.png": _drawn(page, size)
            for event, page in zip(events, document, strict=True)
        }
    finally:
        document.close()
    return SocialSet(size, events, gathering.pdf, pictures)


def page_of(
    sheet: WebSheet, events: Sequence[WebEvent], size: PictureSize, project: Project
) -> Html:
    """The pages of `events`, each as large as its picture."""
    scale = sheet.timeline.scale if sheet.timeline else None
    values = {"web": sheet, "events": events, "size": size, "marks": scale.marks if scale else ()}
    return render_page(TEMPLATE, project, sheet.publication.house, values)


def _drawn(page: pypdfium2.PdfPage, size: PictureSize) -> bytes:
    """A page as PNG; it is the same whenever it is drawn."""
    # pdfium rounds the size up: a hair less keeps it.
    image = page.render(scale=1 / PT_PER_PX - 1e-6, rev_byteorder=True).to_pil().convert("RGB")
    if image.size != (size.width_px, size.height_px):
        image = image.crop((0, 0, size.width_px, size.height_px))
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
