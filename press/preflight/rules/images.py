"""Images: rules on what a finished page draws beside its letters: images and colour spaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from press.pdf.content_streams import contents
from press.pdf.images import ppi, read_images
from press.pdf.objects import held
from press.preflight.document import Opened
from press.preflight.finding import Finding

# Pixels an inch of an image that are fine at arm's length and at a poster's distance, and those
# below which steps are seen.
FINE_PPI, FINE_POSTER_PPI = 220, 120
LEAST_PPI, LEAST_POSTER_PPI = 100, 60
# What a file for screens and office printers may use; the output intent of ours is sRGB. WeasyPrint
# lists Lab on every page; it depends on no device.
PLAIN_SPACES = frozenset(("/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB", "/Lab"))


def coarse_image(opened: Opened) -> Iterator[Finding]:
    """An image has 220 pixels an inch in the brief, 120 on a poster; 100 and 60 are the least."""
    poster = opened.kind == "poster"
    fine, least = (FINE_POSTER_PPI, LEAST_POSTER_PPI) if poster else (FINE_PPI, LEAST_PPI)
    for image in read_images(opened.pdf):
        found = ppi(image)
        if found < 0.98 * fine:  # sizes are rounded to whole pixels
            yield Finding(
                image.page,
                {
                    "name": image.name,
                    "ppi": found,
                    "fine": fine,
                    "wanted": round(image.pixels[0] * fine / found),
                },
                at=image.box,
                severity="error" if found < least else "advice",
            )


def colour_space(opened: Opened) -> Iterator[Finding]:
    """What is not for the press draws in greys and in the RGB of its output intent alone."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        for name, space in _spaces(page):
            kind = str(space[0] if isinstance(space, pikepdf.Array) and len(space) else space)
            if kind == "/ICCBased" and int(space[1].get("/N", 0)) in (1, 3):
                continue
            inner = space[1] if kind == "/Indexed" else None
            if inner is not None and str(inner) in PLAIN_SPACES:
                continue
            if kind not in PLAIN_SPACES | {"/Pattern"}:
                yield Finding(number, {"name": name, "space": kind[1:]})


def _spaces(page: pikepdf.Page) -> Iterator[tuple[str, Any]]:
    """The colour spaces that a page's contents have at hand, and those of images and shadings."""
    seen: set[tuple[int, int]] = set()
    for _, resources in contents(page):
        for name, space in (held(resources, "/ColorSpace") or {}).items():
            yield name[1:], space
        for kind in ("/XObject", "/Shading", "/Pattern"):
            for name, drawn in (held(resources, kind) or {}).items():
                if drawn.objgen in seen and drawn.objgen != (0, 0):
                    continue
                seen.add(drawn.objgen)
                for holder in (drawn, held(drawn, "/Shading")):
                    space = held(holder, "/ColorSpace")
                    if space is not None:
                        yield name[1:], space
