"""whereabouts: where words stand in a finished PDF."""

import pytest

from press.commands.errata import prose_of
from press.preflight.readback.locate import read_whereabouts
from tests.support.pdfs import set_pages

CORNERS = {
    "يمين فوق": ("top-right", "right: 0; top: 0"),
    "وسط فوق": ("top-middle", "right: 70mm; top: 0"),
    "يسار فوق": ("top-left", "left: 0; top: 0"),
    "يمين تحت": ("bottom-right", "right: 0; top: 60mm"),
    "وسط تحت": ("bottom-middle", "right: 70mm; top: 60mm"),
    "يسار تحت": ("bottom-left", "left: 0; top: 60mm"),
}


@pytest.fixture(scope="module")
def sheet() -> bytes:
    """A sheet of 210 × 120 mm with words in each of its sixths."""
    texts = (f'<p style="position: absolute; {at}">{text}' for text, (_, at) in CORNERS.items())
    return set_pages("".join(texts))


@pytest.mark.parametrize("text", CORNERS)
def test_words_stand_in_their_sixth_of_the_sheet(sheet, text):
    assert read_whereabouts(sheet).sixth(prose_of(text)) == CORNERS[text][0]


def test_words_that_are_not_printed_stand_nowhere(sheet):
    assert read_whereabouts(sheet).sixth(prose_of("ليس هنا")) == ""
