"""qr: the code is read back from its drawing, by a reader of its own."""

import re

import zxingcpp
from PIL import Image, ImageDraw

from press.layout.poster.qr import QUIET, code_of

ADDRESS = "https://example.org/r2p/poster"


def drawn(path: str, side: int, scale: int = 6) -> Image.Image:
    """The path's runs of dark modules as black boxes on white."""
    image = Image.new("L", (side * scale, side * scale), 255)
    draw = ImageDraw.Draw(image)
    for run in re.finditer(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
        x, y, length = (int(n) * scale for n in run.groups())
        draw.rectangle((x, y, x + length - 1, y + scale - 1), fill=0)
    return image


def test_a_reader_finds_the_address_in_the_drawing():
    code = code_of(ADDRESS)
    (found,) = zxingcpp.read_barcodes(drawn(code.path, code.side))
    assert found.text == ADDRESS


def test_the_code_has_its_quiet_zone():
    code = code_of(ADDRESS)
    starts = [int(x) for x in re.findall(r"M(\d+) ", code.path)]
    assert min(starts) == QUIET
    assert max(int(y) for y in re.findall(r"M\d+ (\d+)", code.path)) < code.side - QUIET
