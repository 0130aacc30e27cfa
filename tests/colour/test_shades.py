"""Shades: what is computed of a colour does what it is for."""

import pytest

from press.colour.scheme import FREE, scheme
from press.colour.shades import Rgb, between, contrast, deep, grey, read_rgb, tint

PAPER: Rgb = (255, 255, 255)
INK = read_rgb("18222d")
COLOURS = ["#ffcc00", "00aa55", "7a1f2b", "3366ff", "111111", "eeeeee"]


def test_contrast_is_that_of_wcag():
    assert contrast((0, 0, 0), PAPER) == pytest.approx(21.0)
    assert contrast(PAPER, PAPER) == pytest.approx(1.0)
    assert contrast(read_rgb("777777"), PAPER) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", COLOURS)
def test_white_text_is_read_on_every_deep_tone_and_ink_on_every_tint(colour):
    assert contrast(deep(read_rgb(colour), PAPER, PAPER), PAPER) >= 8.0
    assert contrast(tint(read_rgb(colour)), INK) >= 7.0


@pytest.mark.parametrize("ground", ["f4f0e8", "d8cfbd"])
@pytest.mark.parametrize("colour", COLOURS)
def test_text_of_every_deep_tone_is_read_on_the_ground(colour, ground):
    assert contrast(deep(read_rgb(colour), PAPER, read_rgb(ground)), read_rgb(ground)) >= 7.0


def test_a_colour_that_is_deep_enough_stays():
    assert deep(read_rgb("12305a"), PAPER, PAPER) == read_rgb("12305a")


def test_grey_is_lightness_without_hue():
    assert grey(PAPER) == pytest.approx(100.0)
    assert grey((0, 0, 0)) == 0.0
    assert grey(read_rgb("777777")) == pytest.approx(50.0, abs=0.6)


def test_half_way_between_black_and_white_is_a_grey():
    red, green, blue = between((0, 0, 0), PAPER, 0.5)
    assert red == green == blue


@pytest.mark.parametrize("colour", FREE)
def test_our_own_colours_are_read_on_paper(colour):
    assert contrast(read_rgb(colour), PAPER) >= 4.5


def test_a_palette_that_is_ours_has_no_tokens_of_its_own():
    assert scheme({}, ()).tokens == {}


def test_what_is_mixed_of_a_palette_follows_it():
    tokens = scheme({"ink": "000000", "accent": "006644"}, ()).tokens
    assert tokens["ink"] == tokens["seat"] == "#000000"
    assert tokens["accent"] == tokens["chart"] == "#006644"
    assert contrast(read_rgb(tokens["ink-soft"]), PAPER) >= 4.5
