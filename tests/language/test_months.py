"""months: the names that a publication gives them, read back from what it says."""

import datetime
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.audit.figures import figures
from press.language.arabic import LANGUAGE as ARABIC
from press.language.dates import Date
from press.language.months import FAMILIES, Months, month_name, named_months, unbroken
from press.language.phrases import Digits
from press.render.filters import phrase_in, plain_in

families = st.sampled_from(FAMILIES)
digits = st.sampled_from(["european", "arabic"])
days = st.dates(datetime.date(1945, 1, 1), datetime.date(2040, 12, 31))
several = st.lists(st.integers(0, 70), min_size=2, max_size=6, unique=True).map(sorted)

UN = [
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
    "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
]  # fmt: skip


def said(date: Date, months: Months, house: Digits = "european") -> str:
    return ARABIC.say_date(date, digits=house, months=months).text


def test_the_united_nations_write_both_names_and_end_june_and_july_with_a_ha():
    assert [month_name(number, "un") for number in range(1, 13)] == UN


def test_the_families_differ_in_the_names_alone():
    july = Date.parse("2009-07-23", "2009-07-24")
    assert {months: said(july, months) for months in FAMILIES} == {
        "both": "23 و24 تموز/يوليو 2009",
        "un": "23 و24 تموز/يوليه 2009",
        "levantine": "23 و24 تموز 2009",
        "gregorian": "23 و24 يوليو 2009",
    }


@given(days, families, digits)
def test_every_day_is_read_back(day, months, house):
    (found,) = figures(f"في {said(Date.parse(day.isoformat()), months, house)}، انعقد")
    assert found.when
    assert (found.when.year, found.when.month, found.when.days) == (day.year, day.month, (day.day,))


@given(days, families, digits)
def test_every_month_is_read_back(day, months, house):
    (found,) = figures(f"في {said(Date.parse(day.isoformat()[:7]), months, house)}، انعقد")
    assert found.when
    assert (found.when.year, found.when.month, found.when.days) == (day.year, day.month, ())


@given(days, several, families, digits)
def test_every_day_of_several_is_read_back(start, after, months, house):
    listed = [start + datetime.timedelta(n) for n in after]
    text = said(Date.parse([day.isoformat() for day in listed]), months, house)
    read = [f.when for f in figures(text) if f.when]
    row = all(b - a == datetime.timedelta(1) for a, b in pairwise(listed))
    expected = [listed[0], listed[-1]] if len(listed) > 2 and row else listed
    assert [(w.month, d) for w in read for d in w.days] == [(d.month, d.day) for d in expected]
    assert read[-1].year == listed[-1].year
    assert {w.year for w in read} - {0} == {day.year for day in expected}


@given(days, st.integers(2, 400), families, digits)
def test_a_range_in_words_is_read_back(start, length, months, house):
    end = start + datetime.timedelta(length)
    one, other = (said(Date.parse(day.isoformat()), months, house) for day in (start, end))
    read = [f.when for f in figures(f"من {one} إلى {other}") if f.when]
    assert [(w.year, w.month, *w.days) for w in read] == [
        (day.year, day.month, day.day) for day in (start, end)
    ]


@given(days, several, families, digits)
def test_no_line_parts_a_day_from_its_month_or_a_month_from_its_other_name(
    start, after, months, house
):
    listed = [start + datetime.timedelta(n) for n in after]
    for date in (Date.parse([day.isoformat() for day in listed]), Date.parse(start.isoformat())):
        text = said(date, months, house)
        pieces = list(unbroken(f"في {text}."))
        assert "".join(piece for piece, _ in pieces) == f"في {text}."
        loose = "".join(piece for piece, whole in pieces if not whole)
        for day in date.moments:
            assert month_name(day.month, months) not in loose
            assert "/" not in loose
        for piece, whole in pieces:
            if whole:
                assert re.fullmatch(r"و?(\d+–)?\d+ \D+", piece)


def test_a_date_typed_by_hand_is_kept_together_too():
    assert '<span class="date">25 تموز/يوليه</span> 2012' in plain_in(
        "المؤرخ 25 تموز/يوليه 2012", "rtl"
    )
    assert '<span class="date">بحزيران/يونيه</span>' in plain_in("بحزيران/يونيه من العام", "rtl")
    assert "span" not in plain_in("مارس المجلس اختصاصه و/أو أحاله، في 24 صفحة", "rtl")


def test_a_printed_date_may_break_before_its_year_alone():
    date = ARABIC.say_date(Date.parse("2011-11-09"), digits="european", months="un")
    html = (
        '<bdi dir="rtl" class="value whole dated"><span class="date">9 تشرين الثاني/نوفمبر</span>'
    )
    assert phrase_in(date, "rtl") == f"{html} 2011</bdi>"


@pytest.mark.parametrize(
    "text", ["مارس المجلس اختصاصه عام 2006", "في القرار 1706 مارس ولايته", "آب إلى بلده", "و/أو"]
)
def test_a_word_that_may_be_another_is_no_month(text):
    assert list(named_months(text)) == []


@pytest.mark.parametrize("text", ["14 جويلية 2010", "14 يوليوز 2010", "14 تموز 2010"])
def test_names_of_other_countries_are_read(text):
    (found,) = figures(text)
    assert found.when
    assert (found.when.month, found.when.days) == (7, (14,))
