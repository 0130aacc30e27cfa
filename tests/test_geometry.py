"""Paper has the size of its name, and matrices lead where ISO 32000-1 says."""

import pytest

from press.geometry import PAPERS_MM, SAME, Box, bounds, joined, matrix_of, paper_mm


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("A0", (841, 1189)), ("A4", (210, 297)), ("A5", (148, 210)), ("A6", (105, 148)),
        ("B1", (707, 1000)), ("B5", (176, 250)), ("letter", (215.9, 279.4)),
        ("Tabloid", (279.4, 431.8)), ("arch-d", (609.6, 914.4)), ("170 x 240 mm", (170, 240)),
        ("170×240", (170, 240)), ("99.5x210mm", (99.5, 210)),
    ],
)  # fmt: skip
def test_a_paper_has_the_size_of_its_name_or_the_one_that_is_typed(typed, size):
    assert paper_mm(typed) == size


@pytest.mark.parametrize(
    "typed", ["", "A7", "C4", "170", "170 x", "0 x 240", "8.5 x 11 in", "A4 x"]
)
def test_what_is_no_paper_has_no_size(typed):
    assert paper_mm(typed) is None


def test_every_paper_is_listed_upright():
    assert all(width < height for width, height in PAPERS_MM.values())


def test_a_matrix_is_applied_before_the_one_around_it():
    twice, moved = matrix_of((2, 0, 0, 2, 0, 0)), matrix_of((1, 0, 0, 1, 10, 0))
    assert bounds(joined(moved, twice), 0, 0, 1, 1) == (20, 0, 22, 2)
    assert bounds(joined(twice, moved), 0, 0, 1, 1) == (10, 0, 12, 2)
    assert joined(SAME, twice) == joined(twice, SAME) == twice


def test_a_quarter_turn_keeps_the_bounds_in_order():
    assert bounds((0, 1, -1, 0, 0, 0), 0, 0, 3, 2) == (-2, 0, 0, 3)


def test_boxes_that_do_not_meet_share_nothing():
    assert Box(0, 0, 5, 5).shared(Box(3, 2, 9, 9)) == Box(3, 2, 2, 3)
    assert Box(0, 0, 5, 5).shared(Box(7, 0, 5, 5)).width_mm == 0
