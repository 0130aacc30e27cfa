"""docs/values.md says what is printed: each row of its tables is printed here."""

import re
from pathlib import Path

import pytest

from press.language.amounts import read_amount
from press.language.dates import Date
from press.language.languages import languages
from press.language.units import units

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "values.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)


def printed(typed: str, tag: str) -> str:
    """A date or an amount in a language, in its first families of months and digits."""
    language = languages()[tag]
    try:
        date = Date.parse(typed)
    except ValueError:
        phrase = language.say_amount(read_amount(typed), digits="european")
    else:
        phrase = language.say_date(date, digits="european", months=language.months[0])
    return phrase.text.replace("\u00a0", " ")


@pytest.mark.parametrize(("typed", "english", "arabic"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row_of_the_page_is_what_is_printed(typed, english, arabic):
    assert (printed(typed, "en"), printed(typed, "ar")) == (english.strip(), arabic.strip())


def test_the_page_names_every_unit():
    listed = re.findall(r"`([^`]+)`", PAGE[PAGE.index("## Units") :])
    assert set(units()) <= set(listed)
