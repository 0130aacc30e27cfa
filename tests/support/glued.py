"""Office sheets laid together as a reader does: cut, in order, each on its neighbours."""

import io
import math

import pikepdf
from PIL import Image, ImageChops

from press.bind.grid import Grid
from tests.support.pdfs import picture

PX_MM = 0.125
# pdfium sets the edges of boxes on whole pixels, and smooths a letter that a seam cuts in another
# way; over so many pixels, 1.5 mm, that is evened out.
EVENED = 12
PX_PT = PX_MM * 72 / 25.4


def rendered(pdf: bytes, page: int, box: tuple[float, ...]) -> Image.Image:
    """The part `box` (in pt) of a page, a pixel every `PX_MM`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for name in ("/MediaBox", "/CropBox", "/TrimBox"):
            opened.pages[page].obj[name] = pikepdf.Array(list(box))
        out = io.BytesIO()
        opened.save(out)
    return picture(out.getvalue(), page, 25.4 / 72 / PX_MM)


def whole_poster(pdf: bytes, size_mm: tuple[float, float]) -> Image.Image:
    """The poster itself, rendered alike."""
    width, height = (round(side / PX_MM) for side in size_mm)
    # A thousandth less than whole pixels: pdfium rounds up.
    return rendered(pdf, 0, (0, 1e-3, width * PX_PT - 1e-3, height * PX_PT))


def glued(pdf: bytes, grid: Grid, size: tuple[int, int]) -> Image.Image:
    """The sheets of `pdf`, the map first, laid together to a picture of `size` pixels."""
    assembled = Image.new("RGB", size)
    for number, placed in enumerate(grid.tiles, start=1):
        part, window = placed.part, grid.window(placed)
        # Whole pixels of the poster, seen where this sheet shows them.
        x, right = math.ceil(part.x_mm / PX_MM - 1e-6), math.floor(part.right_mm / PX_MM + 1e-6)
        y, bottom = math.ceil(part.y_mm / PX_MM - 1e-6), math.floor(part.bottom_mm / PX_MM + 1e-6)
        left = (window.x_mm - part.x_mm) / PX_MM * PX_PT + x * PX_PT
        top = grid.sheet_mm[1] * 72 / 25.4 - (window.y_mm - part.y_mm) / PX_MM * PX_PT - y * PX_PT
        box = (left, top - (bottom - y) * PX_PT + 1e-3, left + (right - x) * PX_PT - 1e-3, top)
        assembled.paste(rendered(pdf, number, box), (x, y))
    return assembled


def difference(one: Image.Image, other: Image.Image) -> int:
    """How much two pictures differ where they differ most, of 255."""
    apart = ImageChops.difference(one.reduce(EVENED), other.reduce(EVENED))
    return max(int(high) for _, high in apart.getextrema())
