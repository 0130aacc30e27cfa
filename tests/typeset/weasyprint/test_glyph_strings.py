"""glyph_strings: readers find the glyphs of a justified line where WeasyPrint set them."""

from contextlib import nullcontext

from press.typeset import typeset as typesetting
from tests.support.lines import set_lines

# The face of the text lacks brackets and a per cent sign: another font follows and comes back.
TEXT = "صدر القرار (رقم 1706) ونص على أن 45% من القوات (وعددها 17300) تنشر خلال شهرين " * 6
STYLE = "p { text-align: justify; word-spacing: 1.2pt }"
NEAR_MM = 0.4


def short_lines() -> int:
    """How many lines, but the last, do not reach the right margin for pdfium."""
    return sum(line.right > NEAR_MM for line in set_lines(f"<p>{TEXT}</p>", STYLE)[:-1])


def test_every_line_reaches_the_margin():
    assert short_lines() == 0


def test_without_the_patch_lines_with_two_fonts_do_not(monkeypatch):
    monkeypatch.setattr(typesetting, "without_empty_strings", nullcontext)
    assert short_lines() > 3
