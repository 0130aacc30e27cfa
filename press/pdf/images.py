"""Finds the images that the pages of a PDF draw, and how fine they are."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary

from press.geometry import MM_PER_INCH
from press.pdf.content_streams import contents
from press.pdf.objects import held
from press.pdf.painting import Painted, walk_page

# What says where an image stands.
_PLACES = frozenset((b"q", b"Q", b"cm", b"Do"))


def read_images(pdf: pikepdf.Pdf) -> tuple[Painted, ...]:
    """The images that the pages of a PDF draw, those in forms and stencils too, without clips.

    Most pages have none and are not read.
    """
    found: list[Painted] = []
    for number, page in enumerate(pdf.pages, start=1):
        at_hand = (held(resources, "/XObject") or Dictionary() for _, resources in contents(page))
        if any(one.get("/Subtype") == "/Image" for named in at_hand for one in named.values()):
            walk_page(page, number, found, _PLACES)
    return tuple(found)


def ppi(image: Painted) -> float:
    """The fewer of its pixels an inch, across and down."""
    across, down = image.pixels
    sides = across / max(image.box.width_mm, 1e-6), down / max(image.box.height_mm, 1e-6)
    return min(sides) * MM_PER_INCH
