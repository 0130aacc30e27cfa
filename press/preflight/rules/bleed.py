"""Bleed: whether what reaches the trim of a sheet goes on to the end of its bleed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from press.geometry import MM_PER_PT
from press.preflight.document import Opened
from press.preflight.finding import Finding

# A knife may go 1 mm astray; what it must not show is looked for 1 mm inside the trim and 1 mm
# inside the outer edge of the bleed.
INSIDE_MM = 1.0
# Two colours are one when no part of theirs differs by more, of 255; the palest wash differs by 11.
SAME = 6
PX_PER_MM = 2
EDGES = ("upper", "lower", "left", "right")


def press_bleed(opened: Opened) -> Iterator[Finding]:
    """What reaches the trim of a finished press file is painted to the end of its bleed."""
    with pypdfium2.PdfDocument(opened.document.pdf) as document:
        for number, page in enumerate(opened.pdf.pages, start=1):
            media, bleed, trim = (
                [float(edge) for edge in page.obj[box]]
                for box in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            around = (
                bleed[0] - media[0], bleed[1] - media[1], media[2] - bleed[2], media[3] - bleed[3]
            )  # fmt: skip
            bleed_mm = (trim[0] - bleed[0]) * MM_PER_PT
            for edge, where in _short(document[number - 1], bleed_mm, around):
                yield Finding(number, {"where": where}, edge)


def _short(
    page: Any, bleed_mm: float, around: tuple[float, float, float, float]
) -> Iterator[tuple[str, str]]:
    """Each edge at which colour ends early, and where along it, in mm.

    `around` the bleed there is more paper, in pt as pdfium crops.
    """
    scale = PX_PER_MM * MM_PER_PT
    picture = page.render(scale=scale, crop=around, rev_byteorder=True).to_pil().convert("RGB")
    width, height = picture.size
    outer, inner = round(INSIDE_MM * PX_PER_MM), round((bleed_mm + INSIDE_MM) * PX_PER_MM)
    trim = round(bleed_mm * PX_PER_MM)
    for edge in EDGES:
        across = edge in ("upper", "lower")
        length, depth = (width, height) if across else (height, width)
        outside, inside = (
            (outer, inner) if edge in ("upper", "left") else (depth - 1 - outer, depth - 1 - inner)
        )
        lines = [
            (trim, at, length - trim, at + 1) if across else (at, trim, at + 1, length - trim)
            for at in (outside, inside)
        ]
        short = [trim + along for along in _differing(*map(picture.crop, lines))]
        if short:
            start, end = (round((a - trim) / PX_PER_MM) for a in (short[0], short[-1]))
            where = f"{start}–{end}" if start < end else f"{start}"
            yield edge, where


def _differing(one: Image.Image, other: Image.Image) -> list[int]:
    """The pixels, from 0, that are not of one colour in two lines of them."""
    off = ImageChops.difference(one, other)
    if off.getbbox() is None:
        return []
    red, green, blue = off.point(lambda level: level > SAME).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return [along for along, level in enumerate(most.tobytes()) if level]
