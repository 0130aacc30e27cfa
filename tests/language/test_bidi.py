from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from press.language.arabic import LANGUAGE as ARABIC
from press.language.bidi import fold, isolate, visual
from press.language.dates import Date
from press.language.months import FAMILIES
from press.language.nouns import CountedNoun
from press.language.phrases import Phrase

FORMS = ("zero", "one", "two", "few", "many", "other")
STATE = CountedNoun(
    "مؤنث", dict(zip(FORMS, ("دولة", "دولة واحدة", "دولتان", "دول", "دولة", "دولة"), strict=True))
)

digits = st.sampled_from(["european", "arabic"])
dates = st.one_of(
    st.dates().map(lambda d: Date.parse(d.isoformat())),
    st.lists(st.dates(), min_size=2, max_size=5, unique=True).map(
        lambda days: Date.parse([d.isoformat() for d in sorted(days)])
    ),
)
counts = st.integers(0, 10**7)
symbols = ["S/RES/1706 (2006)", "A/65/877-S/2011/393", "+1 (646) 465-8523", "www.un.org/ar/?a=1"]
phrases = st.one_of(
    st.builds(ARABIC.say_date, dates, digits=digits, months=st.sampled_from(FAMILIES)),
    st.builds(ARABIC.say_years, st.integers(0, 1999), st.integers(2000, 9999), digits=digits),
    st.builds(
        ARABIC.say_number, st.integers(-(10**7), 10**7), grouped=st.booleans(), digits=digits
    ),
    st.builds(ARABIC.say_percent, st.decimals(-100, 100, places=1), digits=digits),
    st.builds(ARABIC.say_count, counts, st.just(STATE), digits=digits),
    st.builds(ARABIC.say_vote, counts, counts, counts, digits=digits),
    st.builds(ARABIC.say_tally, counts, counts, counts, digits=digits),
    st.sampled_from(symbols).map(lambda symbol: Phrase(symbol, "ltr")),
)
lines = st.sampled_from(
    [("قبل ", " بعد"), ("before ", " after"), ("12 ", " 34"), ("قبل 12", "34 بعد"), ("(", ")%")]
)


def figures(text: str) -> list[str]:
    """The runs of digits with what ties them, a no-break space or a decimal sign."""
    tied = "".join(c if c.isdecimal() or c in ".٫\u00a0" else " " for c in text)
    return tied.split(" ")


@given(phrases, lines, st.sampled_from(["rtl", "ltr"]))
def test_an_isolated_phrase_stands_the_same_on_every_line(phrase, line, base):
    before, after = line
    alone = visual(phrase.text, phrase.direction)
    assert alone in visual(f"{before}{isolate(phrase)}{after}", base)


@given(phrases)
def test_every_figure_keeps_the_order_of_its_digits(phrase):
    shown = visual(isolate(phrase))
    assert sorted(figures(shown)) == sorted(figures(phrase.text))


@given(phrases)
def test_arabic_phrases_read_their_figures_from_the_right(phrase):
    shown = [f for f in figures(visual(isolate(phrase))) if f]
    said = [f for f in figures(phrase.text) if f]
    assert shown == (said[::-1] if phrase.direction == "rtl" else said)


def test_the_first_year_of_a_range_stands_right():
    years = ARABIC.say_years(2005, 2012, digits="european")
    assert visual(f"بين {isolate(years)} تقريباً") == "ًابيرقت 2012–2005 نيب"


def test_the_first_year_stands_right_in_a_left_to_right_paragraph_too():
    assert visual(isolate(ARABIC.say_years(2005, 2012, digits="arabic")), "ltr") == "٢٠١٢–٢٠٠٥"


def test_a_hyphen_in_place_of_the_en_dash_would_turn_the_years_round():
    assert visual(isolate(Phrase("2005-2012", "rtl"))) == "2005-2012"


@pytest.mark.parametrize("base", ["rtl", "ltr"])
def test_the_minus_stands_left_of_european_figures_and_the_percent_sign_right(base):
    assert visual(isolate(ARABIC.say_percent(-12, digits="european")), base) == "−12%"


def test_a_bare_percentage_would_be_turned_round():
    assert visual("-12%") == "12%-"


def test_arabic_indic_percentages_stand_as_cldr_marks_them():
    symbol = Locale("ar").number_symbols["arab"]
    marked = f"{symbol['minusSign']}١٢{symbol['decimal']}٥{symbol['percentSign']}"
    ours = ARABIC.say_percent(Decimal("-12.5"), digits="arabic")
    assert visual(isolate(ours)) == visual(marked).replace("-", "−") == "٪١٢٫٥−"


def test_a_symbol_keeps_its_brackets_on_an_arabic_line():
    symbol = Phrase("S/RES/1706 (2006)", "ltr")
    assert visual(f"القرار {isolate(symbol)}.") == ".S/RES/1706 (2006) رارقلا"


def test_isolation_marks_the_direction():
    assert isolate(Phrase("-12%", "ltr")) == "\u2066-12%\u2069"
    assert isolate(Phrase("دولتان", "rtl")) == "\u2067دولتان\u2069"


def test_every_line_is_a_paragraph_of_its_own():
    assert visual("أب 1\nجد 2") == "1 بأ\n2 دج"


def test_brackets_of_a_right_to_left_run_are_reordered_and_not_mirrored():
    assert visual("أ (ب) «ج»") == "»ج« )ب( أ"


def test_folding_drops_marks_tatweel_spaces_and_controls():
    assert fold("\u2067قَبْـل \u00a0بعد\u200f\u2069") == "قبلبعد"


def test_folding_gives_a_pair_of_brackets_one_form():
    assert fold("«أ» (ب) [ج]") == fold("»أ« )ب( ]ج[")


def test_folding_keeps_the_hamza_of_a_letter():
    assert fold("أإآؤئ") == "أإآؤئ"


def test_a_presentation_form_folds_to_its_letter():
    assert fold("\ufe91\ufef4\ufe96") == "بيت"


def test_a_lam_alef_folds_to_alef_and_lam_in_visual_order():
    assert fold("\ufefb") == "ال"
    assert fold("\ufefb", "logical") == "لا"
