"""Graphics: rules on what a finished page draws beside its letters: images and colour spaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from press.geometry import MM_PER_INCH, MM_PER_PT, SAME, Box, Matrix, bounds, joined, matrix_of
from press.pdf.objects import held
from press.preflight.document import Opened
from press.preflight.finding import Finding

# Pixels an inch of an image that are fine at arm's length and at a poster's distance, and those
# below which steps are seen.
FINE_PPI, POSTER_PPI = 220, 120
LEAST_PPI, LEAST_POSTER_PPI = 100, 60
# What a file for screens and office printers may use; the output intent of ours is sRGB. WeasyPrint
# lists Lab on every page; it depends on no device.
PLAIN_SPACES = frozenset(("/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB", "/Lab"))


@dataclass(frozen=True, slots=True)
class Placed:
    """An image where it is drawn: page from 1, its place in mm, its pixels each way."""

    page: int
    name: str
    at: Box
    width_px: int
    height_px: int

    @property
    def ppi(self) -> float:
        """The fewer of its pixels an inch, across and down."""
        across = self.width_px / max(self.at.width_mm, 1e-6)
        return min(across, self.height_px / max(self.at.height_mm, 1e-6)) * MM_PER_INCH


def coarse_image(opened: Opened) -> Iterator[Finding]:
    """An image has 220 pixels an inch in the brief, 120 on a poster; 100 and 60 are the least."""
    poster = opened.kind == "poster"
    fine, least = (POSTER_PPI, LEAST_POSTER_PPI) if poster else (FINE_PPI, LEAST_PPI)
    for image in placed_images(opened.pdf):
        if image.ppi < 0.98 * fine:  # sizes are rounded to whole pixels
            yield Finding(
                image.page,
                {
                    "name": image.name,
                    "ppi": image.ppi,
                    "fine": fine,
                    "wanted": _wanted(image, fine),
                },
                at=image.at,
                severity="error" if image.ppi < least else "advice",
            )


def _wanted(image: Placed, fine: int) -> int:
    return round(image.width_px * fine / image.ppi)


def placed_images(pdf: pikepdf.Pdf) -> Iterator[Placed]:
    """Every image with a name where it is drawn; stencils and images in forms too."""
    for number, page in enumerate(pdf.pages, start=1):
        if _holds_images(page.resources, set()):
            left, top = float(page.trimbox[0]), float(page.trimbox[3])
            start = (MM_PER_PT, 0.0, 0.0, -MM_PER_PT, -left * MM_PER_PT, top * MM_PER_PT)
            yield from _drawn(page, page.resources, number, start)


def _holds_images(resources: Any, seen: set[tuple[int, int]]) -> bool:
    """Whether anything below `resources` is an image; most pages have none and are not parsed."""
    for held_object in (held(resources, "/XObject") or {}).values():
        if held_object.get("/Subtype") == "/Image":
            return True
        if held_object.objgen not in seen:
            seen.add(held_object.objgen)
            if _holds_images(held_object.get("/Resources"), seen):
                return True
    return False


def _drawn(content: Any, resources: Any, number: int, matrix: Matrix) -> Iterator[Placed]:
    """The images that a page or form draws; `matrix` leads from its space to mm on the page."""
    kept: list[Matrix] = []
    named = held(resources, "/XObject") or {}
    for instruction in pikepdf.parse_content_stream(content, "q Q cm Do"):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            kept.append(matrix)
        elif operator == "Q" and kept:
            matrix = kept.pop()
        elif operator == "cm":
            matrix = joined(matrix_of(operands), matrix)
        elif operator == "Do" and str(operands[0]) in named:
            name, drawn = str(operands[0]), named[str(operands[0])]
            if drawn.get("/Subtype") == "/Image":
                size = int(drawn.Width), int(drawn.Height)
                yield Placed(number, name[1:], _unit(matrix), *size)
            elif drawn.get("/Subtype") == "/Form":
                own = joined(matrix_of(drawn.get("/Matrix", SAME)), matrix)
                yield from _drawn(drawn, drawn.get("/Resources", resources), number, own)


def _unit(matrix: Matrix) -> Box:
    """Where the unit square comes to lie: an image fills it (ISO 32000-1, 8.9.3)."""
    x0, y0, x1, y1 = bounds(matrix, 0.0, 0.0, 1.0, 1.0)
    return Box(x0, y0, x1 - x0, y1 - y0)


def colour_space(opened: Opened) -> Iterator[Finding]:
    """What is not for the press draws in greys and in the RGB of its output intent alone."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        for name, space in _spaces(page.resources, set()):
            kind = str(space[0] if isinstance(space, pikepdf.Array) and len(space) else space)
            if kind == "/ICCBased" and int(space[1].get("/N", 0)) in (1, 3):
                continue
            inner = space[1] if kind == "/Indexed" else None
            if inner is not None and str(inner) in PLAIN_SPACES:
                continue
            if kind not in PLAIN_SPACES | {"/Pattern"}:
                yield Finding(number, {"name": name, "space": kind[1:]})


def _spaces(resources: Any, seen: set[tuple[int, int]]) -> Iterator[tuple[str, Any]]:
    """The colour spaces that a page's resources hold, and those of its images and shadings."""
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
            if drawn.get("/Subtype") != "/Image":
                yield from _spaces(drawn.get("/Resources"), seen)
