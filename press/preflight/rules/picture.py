"""Pictured: rules on the poster as a picture for slides: its form, and that it is the poster."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, UnidentifiedImageError

from press.preflight.finding import Finding
from press.preflight.rules.file import MOST_BYTES

WIDTH_PX = 2400
# The poster is drawn again, as large: thin lines grey in another way when they are drawn smaller.
# Both are compared as small as this, each part 21 mm wide on A1, in levels of 255: alike to a
# rounding error when they are the same, 4 apart when one is half as large and dark edges fall
# between its pixels, 15 in one part when a word in display type is gone.
ACROSS, DOWN = 40, 28
UNLIKE = 6
_BOX = Image.Resampling.BOX


@dataclass(frozen=True, slots=True)
class Pictured:
    """The picture as a file, and the poster that it is of, as PDF."""

    png: bytes
    poster: bytes


def picture_form(pictured: Pictured) -> Iterator[Finding]:
    """It is a PNG in RGB, 2,400 pixels wide, in the proportions of the poster."""
    try:
        picture = Image.open(io.BytesIO(pictured.png))
    except UnidentifiedImageError:
        yield Finding(0, case="unread")
        return
    if (picture.format, picture.mode) != ("PNG", "RGB"):
        yield Finding(0, {"format": str(picture.format), "mode": picture.mode}, case="kind")
    with pypdfium2.PdfDocument(pictured.poster) as document:
        width, height = document[0].get_size()
    high = WIDTH_PX * height / width
    if picture.width != WIDTH_PX or abs(picture.height - high) > 1:
        yield Finding(
            0,
            {"width": picture.width, "height": picture.height, "due": WIDTH_PX, "high": high},
            case="size",
        )
    if len(pictured.png) > MOST_BYTES:
        yield Finding(0, {"size": len(pictured.png) / 1e6}, case="large")


def picture_likeness(pictured: Pictured) -> Iterator[Finding]:
    """It shows the poster: small, both look alike as a whole and in every part."""
    try:
        picture = Image.open(io.BytesIO(pictured.png)).convert("L")
    except UnidentifiedImageError:
        return  # picture_form says so
    with pypdfium2.PdfDocument(pictured.poster) as document:
        page = document[0]
        drawn = page.render(scale=WIDTH_PX / page.get_width()).to_pil().convert("L")
    small = (one.resize((ACROSS, DOWN), _BOX) for one in (picture, drawn))
    apart = max(ImageChops.difference(*small).tobytes())
    if apart > UNLIKE:
        yield Finding(0, {"apart": apart})
