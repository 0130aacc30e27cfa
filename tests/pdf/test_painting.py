"""What a page paints is read from its content stream, in millimetres of the sheet."""

import pikepdf
import pytest

from press.geometry import MM_PER_PT
from press.pdf.painting import read_painting

# Four modules of a code at the corners of a square of 100 pt, each a line that is closed.
CODE = "0 0 m 9 0 l 9 9 l 0 9 l h 91 0 m 100 0 l 100 9 l 91 9 l h 0 91 9 9 re 91 91 9 9 re"


@pytest.mark.parametrize(
    ("content", "solid_pt"),
    [
        (f"{CODE} f", 9), (f"{CODE} 20 20 60 40 re f", 40), ("0 0 100 100 re f", 100),
        ("0 0 m 100 0 l 100 100 l 0 100 l h f", 100), ("10 10 30 80 re W n 0 0 100 100 re f", 30),
        (f"q 2 0 0 2 0 0 cm {CODE} f Q", 18),
    ],
)  # fmt: skip
def test_a_fill_is_as_solid_as_the_largest_part_of_its_path(content, solid_pt):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 300))
        page.contents_add(content.encode())
        (fill,) = read_painting(pdf)
    assert fill.solid_mm == pytest.approx(solid_pt * MM_PER_PT)
