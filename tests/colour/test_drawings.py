"""A drawing goes to press in its inks, however its colours are said."""

import re

import pytest

from press.colour.drawings import drawing_in_inks
from press.colour.inks import Press
from press.colour.profiles import DEFAULT_PROFILE

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 3.0, 3.0)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<path fill='#8a1c1c'/>",
        "<path fill='navy' stroke='rgb(9 99 9)'/>",
        "<path style='stroke-width:4;fill:hsl(9 50% 50%)'/>",
        "<style>.a{fill:teal;stroke:#333}</style><path class='a'/>",
        "<linearGradient id='g'><stop stop-color='red'/><stop/></linearGradient>",
        "<path fill='currentColor'/>",
    ],
)
def test_no_colour_of_a_screen_is_left(inside):
    said = drawing_in_inks(SVG.format(inside), PRESS)
    values = re.findall(r"(?:fill|stroke|stop-color)(?:=\"|:)([^\";}]+)", said)
    assert values
    assert all(value.startswith("device-cmyk(") for value in values)


def test_what_names_no_colour_is_black_and_what_has_none_has_none():
    said = drawing_in_inks(SVG.format("<path d='M0 0h9'/><path fill='none'/>"), PRESS)
    assert re.search(r"<svg[^>]* fill=\"device-cmyk\(0 0 0 1\)\"", said)
    assert 'fill="none"' in said


def test_what_leads_to_a_gradient_still_leads_there():
    assert 'fill="url(#g)"' in drawing_in_inks(SVG.format("<path fill='url(#g)'/>"), PRESS)
