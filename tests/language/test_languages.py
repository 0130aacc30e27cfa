"""languages: how each says dates, in a text and as a label; what a third one needs."""

from pathlib import Path

import pytest

from press.language.dates import Date
from press.language.language import Language
from press.language.languages import languages
from tests.support.french import LANGUAGE as FRENCH
from tests.support.tables import table

ARABIC, ENGLISH = languages()["ar"], languages()["en"]


def said(language: Language, *typed: str, months: str = "") -> tuple[str, str]:
    """A date as a phrase and as a label, in European digits."""
    date = Date.parse(*typed)
    family = months or language.months[0]
    phrase = language.say_date(date, digits="european", months=family)
    label = language.say_date(date, digits="european", months=family, style="label")
    assert phrase.direction == label.direction == language.direction
    return phrase.text, label.text


@pytest.mark.parametrize(("typed", "phrase", "label"), table(__file__, "Arabic"))
def test_arabic_says_every_kind_of_date(typed, phrase, label):
    assert said(ARABIC, typed) == (phrase, label)


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ("un", "من نيسان/أبريل إلى تموز/يوليه 2011"),
        ("levantine", "من نيسان إلى تموز 2011"),
        ("gregorian", "من أبريل إلى يوليو 2011"),
    ],
)
def test_an_interval_names_months_in_the_family_of_the_publication(months, text):
    assert said(ARABIC, "2011-04/2011-07", months=months)[0] == text


def test_arabic_indic_digits_change_figures_and_no_other_sign():
    date = Date.parse("-0043-03-15")
    phrase = ARABIC.say_date(date, digits="arabic", months="levantine")
    assert phrase.text == "١٥ آذار ٤٤ ق.م"
    clock = ARABIC.say_date(Date.parse("2011-03-17T18:25"), digits="arabic", months="gregorian")
    assert clock.text == "١٧ مارس ٢٠١١، الساعة ١٨:٢٥"


@pytest.mark.parametrize(("typed", "phrase", "label"), table(__file__, "English"))
def test_english_says_every_kind_of_date(typed, phrase, label):
    assert said(ENGLISH, typed) == (phrase, label)


def test_a_list_of_days_names_each_month_and_year_once():
    days = ("2009-07-23", "2009-07-24", "2009-08-28")
    assert said(ENGLISH, *days)[0] == "23 and 24 July and 28 August 2009"
    assert said(ARABIC, *days)[0] == "23 و24 تموز/يوليو، و28 آب/أغسطس 2009"


# -- a third language: one module (here in tests/support) ----------------------------------------


@pytest.mark.parametrize(("typed", "phrase", "label"), table(__file__, "French"))
def test_a_third_language_says_dates_with_its_words_alone(typed, phrase, label):
    assert said(FRENCH, typed) == (phrase, label)


def test_a_third_language_has_numbers_plurals_and_lists_of_cldr():
    noun = FRENCH.read_noun({"one": "État", "many": "d’États", "other": "États"})
    assert FRENCH.say_count(1, noun, digits="european").text == "1 État"
    assert FRENCH.say_count(17300, noun, digits="european").text == "17\u202f300 États"
    assert FRENCH.say_count(1_000_000, noun, digits="european").text.endswith("d’États")
    assert FRENCH.say_ordinal(1) == "1er"
    assert FRENCH.say_percent(45, digits="european").text == "45\u00a0%"
    assert FRENCH.join_list(["a", "b", "c"]) == "a, b et c"


def test_every_module_with_a_language_is_found_by_its_tag():
    assert list(languages()) == ["ar", "en"]
    assert all(isinstance(language, Language) for language in languages().values())
    assert (ARABIC.direction, ENGLISH.direction, FRENCH.direction) == ("rtl", "ltr", "ltr")


# -- English ------------------------------------------------------------------------------------


def test_english_counts_and_orders():
    noun = ENGLISH.read_noun({"one": "state", "other": "states"})
    assert ENGLISH.say_count(1, noun, digits="european").text == "1 state"
    assert ENGLISH.say_count(3150, noun, digits="european").text == "3,150 states"
    assert ENGLISH.say_count(0, noun, digits="european").text == "0 states"
    assert [ENGLISH.say_ordinal(n) for n in (1, 8, 11, 22, 63, 112)] == [
        "first", "eighth", "11th", "22nd", "63rd", "112th",
    ]  # fmt: skip
    assert ENGLISH.say_vote(12, 0, 3, digits="european").text == (
        "12 votes in favour, none against and 3 abstentions"
    )
    assert ENGLISH.say_tally(12, 0, 3, digits="european").text == (
        "12 for, none against, 3 abstaining"
    )
    assert ENGLISH.join_list(["Tripoli, Libya", "Juba"]) == "Tripoli, Libya; and Juba"


def test_a_noun_of_a_language_without_genders_has_none():
    with pytest.raises(ValueError, match="a counted noun has no gender; it has one, other"):
        ENGLISH.read_noun({"gender": "neuter", "one": "state", "other": "states"})


def test_what_a_language_must_say_is_on_the_page_that_adds_one():
    page = (Path(__file__).resolve().parents[2] / "docs" / "languages.md").read_text("utf-8")
    assert Language.__abstractmethods__
    for name in Language.__abstractmethods__:
        assert f"`{name}`" in page
