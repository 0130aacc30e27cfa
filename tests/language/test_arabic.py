from decimal import Decimal

import pytest
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from press.language.arabic import LANGUAGE as ARABIC
from press.language.dates import Date
from press.language.nouns import CountedNoun
from press.language.phrases import Phrase
from tests.support.tables import table

STATE = CountedNoun(
    "مؤنث",
    {
        "zero": "دولة",
        "one": "دولة واحدة",
        "two": {"رفع": "دولتان", "نصب": "دولتين", "جر": "دولتين"},
        "few": "دول",
        "many": "دولة",
        "other": "دولة",
    },
)
MARKED = CountedNoun("مذكر", {c: c for c in ("zero", "one", "two", "few", "many", "other")})
# CLDR's own samples of the cardinal categories of Arabic (plurals.xml, locale ar).
SAMPLES = {
    "zero": [0],
    "one": [1],
    "two": [2],
    "few": [*range(3, 11), *range(103, 111), 1003],
    "many": [*range(11, 27), 111, 1011],
    "other": [
        *range(100, 103), *range(200, 203), *range(300, 303), *range(400, 403), *range(500, 503),
        600, 1000, 10_000, 100_000, 1_000_000,
    ],
}  # fmt: skip


def day(*texts: str) -> str:
    return ARABIC.say_date(Date.parse(*texts), digits="european", months="both").text


# -- dates -----------------------------------------------------------------------------------


def test_a_day_has_both_names_of_its_month():
    phrase = ARABIC.say_date(Date.parse("2006-04-28"), digits="european", months="both")
    assert phrase == Phrase("28 نيسان/أبريل 2006", "rtl")


def test_a_month_name_can_be_levantine():
    date = Date.parse("2007-12")
    assert ARABIC.say_date(date, digits="european", months="levantine").text == "كانون الأول 2007"


def test_a_month_name_can_be_gregorian():
    date = Date.parse("2007-12")
    assert ARABIC.say_date(date, digits="european", months="gregorian").text == "ديسمبر 2007"


def test_a_year_stands_alone():
    assert day("2005") == "2005"


def test_digits_can_be_arabic_indic():
    phrase = ARABIC.say_date(Date.parse("2006-04-28"), digits="arabic", months="both")
    assert phrase.text == "٢٨ نيسان/أبريل ٢٠٠٦"


def test_days_of_one_month_are_joined_before_its_name():
    assert day("2009-07-23", "2009-07-24", "2009-07-28") == "23 و24 و28 تموز/يوليو 2009"


def test_two_days_in_a_row_are_joined_and_no_range():
    assert day("2009-07-23", "2009-07-24") == "23 و24 تموز/يوليو 2009"


def test_three_days_in_a_row_are_a_range():
    assert day("2005-09-14", "2005-09-15", "2005-09-16") == "14–16 أيلول/سبتمبر 2005"


def test_days_of_two_months_stand_before_their_months():
    said = day("2009-07-23", "2009-07-24", "2009-08-03")
    assert said == "23 و24 تموز/يوليو، و3 آب/أغسطس 2009"


def test_a_range_over_two_months_names_both():
    said = day("2009-06-30", "2009-07-01", "2009-07-02")
    assert said == "30 حزيران/يونيو – 2 تموز/يوليو 2009"


def test_days_of_two_years_name_both_years():
    said = day("2009-12-31", "2010-01-04")
    assert said == "31 كانون الأول/ديسمبر 2009 و4 كانون الثاني/يناير 2010"


# -- figures ---------------------------------------------------------------------------------


def test_years_run_from_right_to_left_with_an_en_dash():
    assert ARABIC.say_years(2005, 2012, digits="european") == Phrase("2005–2012", "rtl")


def test_years_that_run_backwards_are_refused():
    with pytest.raises(ValueError, match="not 2012 to 2005"):
        ARABIC.say_years(2012, 2005, digits="european")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"), (1706, "1706"), (9999, "9999"), (17300, "17\u00a0300"),
        (1234567, "1\u00a0234\u00a0567"),
    ],
)  # fmt: skip
def test_five_digits_and_more_are_grouped_with_a_no_break_space(number, text):
    assert ARABIC.say_number(number, grouped=True, digits="european") == Phrase(text, "ltr")


def test_identifiers_are_never_grouped():
    assert ARABIC.say_number(17300, grouped=False, digits="european").text == "17300"


def test_arabic_indic_figures_are_right_to_left_for_their_sign():
    assert ARABIC.say_number(-17300, grouped=True, digits="arabic") == Phrase("−١٧\u00a0٣٠٠", "rtl")


@pytest.mark.parametrize(
    ("percent", "digits", "text"),
    [
        (12, "european", "12%"),
        (-12, "european", "−12%"),
        (Decimal("12.50"), "european", "12.50%"),
        (Decimal("-12.5"), "arabic", "−١٢٫٥٪"),
        (Decimal("1E+2"), "european", "100%"),
    ],
)
def test_the_percent_sign_touches_its_number(percent, digits, text):
    assert ARABIC.say_percent(percent, digits=digits).text == text


# -- ordinals --------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "masculine", "feminine"), table(__file__, "ordinals"))
def test_an_ordinal_agrees_in_gender(number, masculine, feminine):
    assert ARABIC.say_ordinal(int(number)) == masculine
    assert ARABIC.say_ordinal(int(number), "مؤنث") == feminine


@pytest.mark.parametrize("case", ["نصب", "جر"])
def test_case_shows_in_the_tens_of_an_ordinal(case):
    assert ARABIC.say_ordinal(20, case=case) == "العشرين"
    assert ARABIC.say_ordinal(63, "مؤنث", case=case) == "الثالثة والستين"


def test_case_does_not_show_up_to_nineteen():
    assert all(ARABIC.say_ordinal(n, case="جر") == ARABIC.say_ordinal(n) for n in range(1, 20))


@pytest.mark.parametrize("case", ARABIC.cases)
@pytest.mark.parametrize("gender", ARABIC.genders)
def test_every_ordinal_is_different(gender, case):
    assert len({ARABIC.say_ordinal(n, gender, case=case) for n in range(1, 100)}) == 99


@pytest.mark.parametrize("number", [-1, 0, 100])
def test_ordinals_outside_1_to_99_are_refused(number):
    with pytest.raises(ValueError, match=f"from 1 to 99, not {number}"):
        ARABIC.say_ordinal(number)


# -- counted nouns ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "لا دولة"),
        (1, "دولة واحدة"),
        (2, "دولتان"),
        (3, "3 دول"),
        (10, "10 دول"),
        (11, "11 دولة"),
        (42, "42 دولة"),
        (99, "99 دولة"),
        (100, "100 دولة"),
        (102, "102 دولة"),
        (103, "103 دول"),
        (111, "111 دولة"),
        (1002, "1002 دولة"),
        (17300, "17\u00a0300 دولة"),
    ],
)
def test_a_noun_agrees_with_its_number(number, text):
    assert ARABIC.say_count(number, STATE, digits="european") == Phrase(text, "rtl")


@pytest.mark.parametrize("case", ["نصب", "جر"])
def test_the_dual_differs_by_case(case):
    assert ARABIC.say_count(2, STATE, case=case, digits="european").text == "دولتين"


def test_counts_can_have_arabic_indic_digits():
    assert ARABIC.say_count(42, STATE, digits="arabic").text == "٤٢ دولة"


def test_a_phrase_of_zero_is_said_as_it_is():
    noun = ARABIC.read_noun({**RAW, "zero": "ما من دولة"})
    assert ARABIC.say_count(0, noun, digits="european").text == "ما من دولة"


def test_nothing_is_counted_a_negative_number_of_times():
    with pytest.raises(ValueError, match="-3 times"):
        ARABIC.say_count(-3, STATE, digits="european")


@pytest.mark.parametrize("category", SAMPLES)
def test_agreement_is_that_of_the_samples_of_cldr(category):
    for number in SAMPLES[category]:
        assert ARABIC.say_count(number, MARKED, digits="european").text.split()[-1] == category


def test_agreement_is_that_of_cldr_for_every_number_to_ten_thousand():
    for number in range(10_001):
        rest = number % 100
        rule = (
            ("zero", "one", "two")[number] if number < 3
            else "few" if 3 <= rest <= 10
            else "many" if rest >= 11
            else "other"
        )  # fmt: skip
        said = ARABIC.say_count(number, MARKED, digits="european").text.split()
        assert said[-1] == rule
        assert "".join(said[:-1]) in ({str(number)} if number > 2 else {"", "لا"})


RAW = {
    "gender": "مؤنث",
    "zero": "دولة",
    "one": "دولة واحدة",
    "two": {"رفع": "دولتان", "نصب": "دولتين", "جر": "دولتين"},
    "few": "دول",
    "many": "دولة",
    "other": "دولة",
}


def test_a_noun_is_read_as_typed():
    assert ARABIC.read_noun(RAW) == STATE


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"plural": "دول"}, "has no plural; it has gender, zero, one, two, few, many, other"),
        ({"few": ""}, "this counted noun lacks few"),
        ({"gender": "f"}, "the gender of a noun is one of .مذكر., .مؤنث., not f"),
        ({"two": {"رفع": "دولتان"}}, "the form two is one text, or one text for each of .رفع."),
        ({"two": {"رفع": "أ", "نصب": ["ب"], "جر": "ج"}}, "the form two is one text"),
        ({"two": ["دولتان"]}, "the form two is one text, or one text for each of .رفع."),
    ],
)
def test_a_noun_with_wrong_forms_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        ARABIC.read_noun({**RAW, **change})


# -- votes and lists -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vote", "text"),
    [
        ((12, 0, 3), "12 صوتاً مقابل لا شيء، وامتناع 3 أعضاء عن التصويت"),
        ((9, 3, 3), "9 أصوات مقابل 3 أصوات، وامتناع 3 أعضاء عن التصويت"),
        ((12, 1, 2), "12 صوتاً مقابل صوت واحد، وامتناع عضوين عن التصويت"),
        ((13, 2, 0), "13 صوتاً مقابل صوتين، دون امتناع أي عضو عن التصويت"),
        ((14, 0, 1), "14 صوتاً مقابل لا شيء، وامتناع عضو واحد عن التصويت"),
    ],
)
def test_a_vote_is_said_in_words_that_agree(vote, text):
    assert ARABIC.say_vote(*vote, digits="european") == Phrase(text, "rtl")


@pytest.mark.parametrize(
    ("vote", "text"),
    [
        ((12, 0, 3), "12 مؤيداً، ولا معارض، و3 ممتنعين"),
        ((9, 1, 2), "9 مؤيدين، ومعارض واحد، وممتنعان"),
        ((193, 15, 0), "193 مؤيداً، و15 معارضاً، ولا ممتنع"),
        ((0, 102, 11), "لا مؤيد، و102 معارض، و11 ممتنعاً"),
    ],
)
def test_a_vote_that_stands_by_itself_says_what_each_figure_counts(vote, text):
    assert ARABIC.say_tally(*vote, digits="european") == Phrase(text, "rtl")


def test_a_list_is_joined_as_cldr_joins_it():
    for items in (["أ"], ["أ", "ب"], ["أ", "ب", "ج"], ["أ", "ب", "ج", "د"]):
        assert ARABIC.join_list(items, style="plain") == format_list(items, locale="ar")


def test_a_list_can_have_commas():
    assert ARABIC.join_list(["أ", "ب", "ج"], style="commas") == "أ، وب، وج"


def test_short_names_are_joined_without_commas():
    assert ARABIC.join_list(["كوبا", "نيكاراغوا", "وفد السودان"]) == "كوبا ونيكاراغوا ووفد السودان"


def test_items_that_are_joined_themselves_get_commas():
    assert ARABIC.join_list(["البوسنة والهرسك", "غواتيمالا"]) == "البوسنة والهرسك، وغواتيمالا"


def test_long_items_get_commas():
    long = "المفوض السامي للأمم المتحدة لحقوق الإنسان"
    assert ARABIC.join_list([long, "المستشار الخاص"]) == f"{long}، والمستشار الخاص"


def test_an_empty_list_cannot_be_said():
    with pytest.raises(ValueError, match="an empty list"):
        ARABIC.join_list([])


@given(
    st.integers(0, 10**9), st.sampled_from(ARABIC.cases), st.sampled_from(["european", "arabic"])
)
def test_the_figure_of_a_count_is_never_changed(number, case, digits):
    said = ARABIC.say_count(number, STATE, case=case, digits=digits).text
    figures = "".join(c for c in said if c.isdecimal())
    assert (int(figures) == number) if figures else number < 3
