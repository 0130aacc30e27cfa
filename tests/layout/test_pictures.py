"""Pictures stand on the grid, keep their proportions and are asked for as large as they are."""

from dataclasses import replace

import pytest

from press.content.picture_files import Picture
from press.content.prose import Prose
from press.layout.pictures import size_picture

PHOTO = Picture("content/a b.jpg", "صورة", Prose(), "", "", None, 3000, 2000, True, "0123")


@pytest.mark.parametrize("size", [(3000, 2000), (500, 2000), (4000, 300), (30, 4000)])
def test_a_picture_is_whole_lines_high_and_no_wider_than_its_column(size):
    held = replace(PHOTO, width=size[0], height=size[1])
    sized = size_picture(held, width_mm=118.0, grid_mm=6.5, lines=16)
    assert sized
    assert sized.height_mm / 6.5 == pytest.approx(round(sized.height_mm / 6.5))
    assert sized.height_mm <= 16 * 6.5 + 0.01
    assert sized.width_mm <= 118.0
    if size[1] / size[0] * 118 >= 6.5:
        assert sized.height_mm / sized.width_mm == pytest.approx(size[1] / size[0])


def test_a_picture_is_asked_for_with_no_more_pixels_than_are_seen():
    sized = size_picture(PHOTO, width_mm=97.5, grid_mm=6.5, lines=10)
    assert sized
    assert sized.address == "content/a%20b.jpg?of=0123&px=1152"


def test_what_is_cut_out_and_another_file_make_another_address():
    others = (replace(PHOTO, digest="4567"), replace(PHOTO, crop=(0.0, 0.0, 1.0, 0.5)))
    sized = [size_picture(p, width_mm=97.5, grid_mm=6.5, lines=10) for p in (PHOTO, *others)]
    assert len({one.address for one in sized if one}) == 3


def test_nothing_is_nothing():
    assert size_picture(None, width_mm=97.5, grid_mm=6.5, lines=10) is None
