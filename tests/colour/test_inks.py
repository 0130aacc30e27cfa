"""A colour is mixed of two inks and black, as near as the press comes to it."""

import math

import pytest

from press.colour.inks import LEAST_DOT, Press, in_black, mix, rich_black
from press.colour.profiles import DEFAULT_PROFILE
from press.colour.transforms import on_screen, printed

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 3.0)
COLOURS = [(0x12, 0x30, 0x5A), (0x6A, 0x24, 0x57), (0xA2, 0x37, 0x1F), (0xF4, 0xE7, 0xD6)]
COLOURS += [(0x21, 0x71, 0xAB), (0xF4, 0xF0, 0xE8), (0x54, 0x5E, 0x1A), (0xFF, 0xEE, 0x00)]


def lab(inks: tuple[float, ...]) -> tuple[float, float, float]:
    """How inks look in print."""
    return printed([[round(100 * share) for share in inks]], PRESS.profile)[0]


@pytest.mark.parametrize("colour", COLOURS)
def test_a_colour_in_print_is_near_to_that_of_the_screen(colour):
    assert math.dist(lab(mix(colour, PRESS)), on_screen(colour)) < 6


@pytest.mark.parametrize("colour", COLOURS)
def test_a_colour_is_of_two_inks_and_black_with_no_dot_too_small(colour):
    inks = mix(colour, PRESS)
    assert sum(share > 0 for share in inks[:3]) <= 2
    assert all(share == 0 or share >= LEAST_DOT / 100 for share in inks)


def test_no_mixture_is_nearer_than_the_one_that_is_taken():
    cyan, magenta, yellow, black = (round(100 * share) for share in mix(COLOURS[4], PRESS))
    wanted = on_screen(COLOURS[4])
    others = [
        [cyan + c, magenta + m, yellow, black + k]
        for c in (-2, 0, 2)
        for m in (-2, 0, 2)
        for k in (-2, 0, 2)
    ]
    nearest = min(math.dist(seen, wanted) for seen in printed(others, PRESS.profile))
    assert math.dist(lab(mix(COLOURS[4], PRESS)), wanted) <= nearest


@pytest.mark.parametrize(
    ("colour", "black"), [((0, 0, 0), 1.0), ((0x18, 0x22, 0x2D), 1.0), ((255, 255, 255), 0.0)]
)
def test_black_and_white_are_so_in_print(colour, black):
    assert mix(colour, PRESS) == (0, 0, 0, black)


@pytest.mark.parametrize("colour", [(0x55, 0x60, 0x6C), (0xC9, 0xCF, 0xD6), (0x80, 0x80, 0x80)])
def test_a_grey_is_of_black_alone_and_as_light(colour):
    inks = mix(colour, PRESS)
    assert inks[:3] == (0, 0, 0)
    assert lab(inks)[0] == pytest.approx(on_screen(colour)[0], abs=1)


def test_the_limit_of_ink_is_kept_where_a_colour_would_have_more():
    navy = (0x05, 0x10, 0x45)
    assert sum(mix(navy, PRESS)) > 2.0
    assert sum(mix(navy, Press(PRESS.profile, 5.0, 2.0))) <= 2.0


def test_small_text_is_as_light_in_black_as_in_its_inks():
    brick = mix(COLOURS[2], PRESS)
    black = in_black(brick, PRESS)
    assert black[:3] == (0, 0, 0)
    assert lab(black)[0] == pytest.approx(lab(brick)[0], abs=1)
    assert in_black((0.0, 0.0, 0.0, 0.0), PRESS) == (0.0, 0.0, 0.0, 0.0)


def test_a_solid_is_deepened_as_far_as_the_limit_of_ink_allows():
    assert rich_black(PRESS) == (0.6, 0.4, 0.3, 1.0)
    *coloured, black = rich_black(Press(PRESS.profile, 5.0, 1.8))
    assert black == 1.0 and 0.75 < sum(coloured) <= 0.8
