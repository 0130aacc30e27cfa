"""figures: the numbers, dates and symbols of a running text."""

import pytest

from press.audit.figures import When, figures, same_date, same_symbol, vouched_numbers
from press.content.values import Value
from press.language.dates import Date
from tests.support.symbols import PATTERN


def read(text: str) -> list[tuple[str, str]]:
    """Kind and text of every figure."""
    return [(figure.kind, figure.text) for figure in figures(text, PATTERN)]


def when(text: str) -> When | None:
    """The date that the text holds."""
    return figures(text, PATTERN)[0].when


def test_a_number_is_read_without_its_grouping():
    assert read("بنشر 17\u00a0300 عنصر و1,500 غيرهم") == [("number", "17300"), ("number", "1500")]


def test_arabic_indic_digits_are_digits():
    assert read("القرار ١٧٠٦") == [("number", "1706")]


def test_a_digit_in_a_latin_word_is_no_figure():
    assert read("تُختصر R2P في عنوان globalr2p.org") == []


def test_a_symbol_is_one_figure_and_leaves_its_full_stop():
    assert read("في الوثيقة A/65/877-S/2011/393.") == [("symbol", "A/65/877-S/2011/393")]


def test_a_symbol_keeps_the_year_in_brackets():
    assert read("(S/RES/1706 (2006))") == [("symbol", "S/RES/1706 (2006)")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("في 28 نيسان/أبريل 2006", When(2006, 4, (28,))),
        ("في 28 نيسان 2006", When(2006, 4, (28,))),
        ("بكانون الأول/ديسمبر 2007", When(2007, 12, ())),
        ("في 23 و24 و28 تموز/يوليو 2009", When(2009, 7, (23, 24, 28))),
        ("من 14 إلى 16 أيلول/سبتمبر 2005", When(2005, 9, (14, 16))),
        ("في 11 أيلول/سبتمبر", When(0, 9, (11,))),
        ("في 2006-08-31", When(2006, 8, (31,))),
        ("في 31/8/2006", When(2006, 8, (31,))),
        ("في 3 اغسطس من عام 2006", When(2006, 8, (3,))),
    ],
)
def test_a_date_is_read_as_people_write_it(text, date):
    assert when(text) == date


def test_two_names_of_different_months_are_no_month():
    assert when("نيسان/مايو 2006") == When(2006, -1, ())


def test_a_month_without_day_and_year_is_no_figure():
    assert read("في تموز/يوليو من كل عام") == []


def test_the_name_of_a_month_in_a_longer_word_is_none():
    assert read("آباء 2006") == [("number", "2006")]


def test_a_month_lies_in_the_dates_of_its_days():
    assert same_date(When(2006, 4, ()), [Date.parse("2006-04-28")])


def test_a_day_does_not_lie_in_a_month():
    assert not same_date(When(2006, 4, (28,)), [Date.parse("2006-04")])


def test_every_day_of_several_is_vouched_for():
    days = [Date.parse(["2009-07-23", "2009-07-24", "2009-07-28"])]
    assert same_date(When(2009, 7, (23, 28)), days)
    assert not same_date(When(2009, 7, (23, 25)), days)


def test_a_date_vouches_for_its_year_and_not_for_its_day_as_a_number():
    assert list(vouched_numbers(Value("date", (Date.parse("2006-04-28"),)), PATTERN)) == ["2006"]


def test_a_symbol_may_be_written_without_its_year_or_letters():
    assert same_symbol("S/RES/1706", ["S/RES/1706 (2006)"])
    assert same_symbol("63/308", ["A/RES/63/308"])
    assert not same_symbol("3/308", ["A/RES/63/308"])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On 31 August 2006 the Council met.", When(2006, 8, (31,))),
        ("On August 31, 2006 the Council met.", When(2006, 8, (31,))),
        ("on 23 and 24 Jul 2009", When(2009, 7, (23, 24))),
        ("14–16 September 2005", When(2005, 9, (14, 16))),
        ("from March 2011 on", When(2011, 3, ())),
    ],
)
def test_a_date_in_an_english_text_is_read(text, when):
    assert [figure.when for figure in figures(text) if figure.kind == "date"] == [when]


@pytest.mark.parametrize("text", ["They may and they march.", "In May 15 states met.", "Mark 5"])
def test_an_english_word_that_is_no_month_is_no_date(text):
    assert not [figure for figure in figures(text) if figure.kind == "date"]
