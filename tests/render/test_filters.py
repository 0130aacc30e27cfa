"""filters: what of a text becomes an element of its own."""

import re

import pytest

from press.render.filters import plain_in


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("في عام 2005 و1973.", ["2005", "1973"]),
        ("القرار 63/308 في الساعة 12:30", ["63/308", "12:30"]),
        ("2005–2012", ["2005–2012"]),
        ("القرار 1706 (2006)، (عام 2007)", ["1706", "(2006)", "2007)"]),
        ("نحو 10⁶ أو 3.5", ["10⁶", "3.5"]),
        ("٢٠٠٥", []),
        ("<b>&#39;</b>", []),
    ],
)
def test_a_figure_in_an_arabic_text_is_an_element(text, digits):
    made = re.sub("[\u200e\u200f]", "", plain_in(text, "rtl", digits=True))
    assert re.findall(r'digits">([^<]*)<', made) == digits
    assert "<b>" not in made


def test_figures_of_a_text_in_latin_letters_are_as_its_letters():
    assert str(plain_in("In 2005 and 2012", "ltr", digits=True)) == "In 2005 and 2012"
