"""timescale: days to millimetres and back."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.language.dates import Date
from press.layout.timescale import TimeScale

DAYS = st.dates(datetime.date(2005, 1, 1), datetime.date(2012, 12, 31))
POSTER = TimeScale.of_years(2005, 2012, 817.0, 24.0)


def test_the_first_morning_stands_at_the_start_and_the_last_evening_at_the_end() -> None:
    assert POSTER.at(datetime.date(2005, 1, 1)) == 817.0
    assert POSTER.at(datetime.date(2013, 1, 1)) == pytest.approx(24.0)


@given(DAYS)
def test_a_day_is_read_back_from_its_place(day: datetime.date) -> None:
    assert POSTER.day_at(POSTER.at(day)) == day


@given(DAYS, DAYS)
def test_later_days_stand_further_left(one: datetime.date, other: datetime.date) -> None:
    if one < other:
        assert POSTER.at(one) > POSTER.at(other)


def test_a_month_covers_its_days_and_no_more() -> None:
    begin, end = POSTER.extent(Date.parse("2011-06"))
    assert begin == POSTER.at(datetime.date(2011, 6, 1))
    assert end == POSTER.at(datetime.date(2011, 7, 1))


def test_a_day_is_a_point() -> None:
    begin, end = POSTER.extent(Date.parse("2011-06-15"))
    assert begin == end


def test_every_year_has_its_stretch_and_the_stretches_meet() -> None:
    years = POSTER.years()
    assert [year for year, _, _ in years] == list(range(2005, 2013))
    assert all(a[2] == pytest.approx(b[1]) for a, b in pairwise(years))


def test_each_year_has_three_quarter_ticks_between_its_ends() -> None:
    assert len(POSTER.quarters()) == 3 * 8


def test_a_scale_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match="no length"):
        TimeScale(datetime.date(2005, 1, 1), datetime.date(2005, 1, 1), 0, 100)
