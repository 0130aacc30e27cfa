"""languages: how each says dates, in a text and as a label; what a third one needs."""

from pathlib import Path

import pytest

from press.language.dates import Date
from press.language.language import Language
from press.language.languages import languages
from tests.support.french import LANGUAGE as FRENCH

ARABIC, ENGLISH = languages()["ar"], languages()["en"]


def said(language: Language, *typed: str, months: str = "") -> tuple[str, str]:
    """A date as a phrase and as a label, in European digits."""
    date = Date.parse(*typed)
    family = months or language.months[0]
    phrase = language.say_date(date, digits="european", months=family)
    label = language.say_date(date, digits="european", months=family, style="label")
    assert phrase.direction == label.direction == language.direction
    return phrase.text, label.text


@pytest.mark.parametrize(
    ("typed", "phrase", "label"),
    [
        ("2006-08-31", "31 آب/أغسطس 2006", "31 آب/أغسطس 2006"),
        ("1514", "1514", "1514"),
        ("1514~", "نحو عام 1514", "نحو 1514"),
        ("1514?", "عام 1514 (تاريخ غير مؤكد)", "1514؟"),
        ("1514-03~", "نحو آذار/مارس 1514", "نحو آذار/مارس 1514"),
        ("185X", "خمسينيات القرن التاسع عشر", "خمسينيات القرن التاسع عشر"),
        ("190X", "العقد الأول من القرن العشرين", "العقد الأول من القرن العشرين"),
        ("191X", "العقد الثاني من القرن العشرين", "العقد الثاني من القرن العشرين"),
        ("15XX", "القرن السادس عشر", "القرن السادس عشر"),
        ("20XX", "القرن الحادي والعشرين", "القرن الحادي والعشرون"),
        ("1500/1550", "بين 1500 و1550", "1500–1550"),
        ("1514~/1550", "بين نحو 1514 و1550", "نحو 1514–1550"),
        ("../1500", "حتى عام 1500", "حتى 1500"),
        ("1500/..", "منذ عام 1500", "منذ 1500"),
        ("2011-01/2011-03",
         "من كانون الثاني/يناير إلى آذار/مارس 2011", "كانون الثاني/يناير – آذار/مارس 2011"),
        ("2011-03-11/2011-03-14", "11–14 آذار/مارس 2011", "11–14 آذار/مارس 2011"),
        ("2011-02-28/2011-03-03",
         "من 28 شباط/فبراير إلى 3 آذار/مارس 2011", "28 شباط/فبراير – 3 آذار/مارس 2011"),
        ("2011-03-17T18:25",
         "17 آذار/مارس 2011، الساعة 18:25", "17 آذار/مارس 2011، 18:25"),
        ("2011-03-17T18:25/2011-03-17T19:05",
         "17 آذار/مارس 2011، من الساعة 18:25 إلى الساعة 19:05",
         "17 آذار/مارس 2011، 18:25–19:05"),
        ("-0043", "44 ق.م", "44 ق.م"),
        ("-0043-03-15", "15 آذار/مارس 44 ق.م", "15 آذار/مارس 44 ق.م"),
        ("-0043/0014", "بين 44 ق.م و14 م", "44 ق.م–14 م"),
        ("15XX/16XX",
         "من القرن السادس عشر إلى القرن السابع عشر", "القرن السادس عشر – القرن السابع عشر"),
    ],
)  # fmt: skip
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


@pytest.mark.parametrize(
    ("typed", "phrase", "label"),
    [
        ("2006-08-31", "31 August 2006", "31 August 2006"),
        ("2006-08", "August 2006", "August 2006"),
        ("1514~", "about 1514", "c. 1514"),
        ("1514?", "1514 (date uncertain)", "1514?"),
        ("1514%", "about 1514 (date uncertain)", "c. 1514?"),
        ("185X", "the 1850s", "1850s"),
        ("190X", "the years 1900–1909", "1900–1909"),
        ("15XX", "the 16th century", "16th century"),
        ("20XX~", "about the 21st century", "c. 21st century"),
        ("1500/1550", "between 1500 and 1550", "1500–1550"),
        ("../1500", "until 1500", "until 1500"),
        ("1500/..", "since 1500", "since 1500"),
        ("2011-01/2011-03", "January to March 2011", "January–March 2011"),
        ("2010-12/2011-03", "December 2010 to March 2011", "December 2010 – March 2011"),
        ("2011-03-11/2011-03-14", "11–14 March 2011", "11–14 March 2011"),
        ("2011-02-28/2011-03-03", "28 February to 3 March 2011", "28 February – 3 March 2011"),
        ("2011-03-17T18:25", "17 March 2011, 18:25", "17 March 2011, 18:25"),
        ("2011-03-17T18:25/2011-03-17T19:05",
         "17 March 2011, 18:25 to 19:05", "17 March 2011, 18:25–19:05"),
        ("2011-03-17T18:25/2011-03-18T09:00",
         "17 March 2011, 18:25 to 18 March 2011, 09:00",
         "17 March 2011, 18:25 – 18 March 2011, 09:00"),
        ("0000", "1 BC", "1 BC"),
        ("-0043", "44 BC", "44 BC"),
        ("-0043/0014", "between 44 BC and AD 14", "44 BC–AD 14"),
        ("0079-08-24", "24 August AD 79", "24 August AD 79"),
    ],
)  # fmt: skip
def test_english_says_every_kind_of_date(typed, phrase, label):
    assert said(ENGLISH, typed) == (phrase, label)


def test_a_list_of_days_names_each_month_and_year_once():
    days = ("2009-07-23", "2009-07-24", "2009-08-28")
    assert said(ENGLISH, *days)[0] == "23 and 24 July and 28 August 2009"
    assert said(ARABIC, *days)[0] == "23 و24 تموز/يوليو، و28 آب/أغسطس 2009"


# -- a third language: one module (here in tests/support) ----------------------------------------


@pytest.mark.parametrize(
    ("typed", "phrase", "label"),
    [
        ("2006-08-01", "1er août 2006", "1er août 2006"),
        ("2006-08-31", "31 août 2006", "31 août 2006"),
        ("1514~", "vers 1514", "vers 1514"),
        ("185X", "les années 1850", "années 1850"),
        ("15XX", "le XVIe siècle", "XVIe siècle"),
        ("1500/1550", "entre 1500 et 1550", "1500–1550"),
        ("../1500", "jusqu’en 1500", "jusqu’en 1500"),
        ("2011-01/2011-03", "de janvier à mars 2011", "janvier–mars 2011"),
        ("2011-03-17T18:25", "17 mars 2011 à 18 h 25", "17 mars 2011, 18 h 25"),
        ("-0043", "44 av. J.-C.", "44 av. J.-C."),
    ],
)
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
