"""timescale: days to millimetres and back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.language.calendar import day_of
from press.language.dates import DAY, Date
from press.layout.timescale import Paces, TimeScale

DAYS = st.integers(day_of(2005), day_of(2012, 12, 31))
POSTER = TimeScale.of_years(2005, 2012, 817.0, 24.0)


def test_the_first_morning_stands_at_the_start_and_the_last_evening_at_the_end():
    assert POSTER.morning(day_of(2005)) == 817.0
    assert POSTER.morning(day_of(2013)) == pytest.approx(24.0)


def read_back(scale: TimeScale, mm: float) -> int:
    """The minute at `mm`, by the rule of three between both ends of the line."""
    share = (mm - scale.start_mm) / (scale.end_mm - scale.start_mm)
    return scale.first + round(share * (scale.after - scale.first))


@given(DAYS)
def test_a_day_is_read_back_from_its_place(day):
    assert read_back(POSTER, POSTER.morning(day)) == day * DAY


@given(st.integers(day_of(-2000) * DAY, day_of(2000) * DAY), st.integers(0, 24 * 60 - 1))
def test_a_minute_of_three_thousand_years_is_read_back_from_its_place(first, minute):
    scale = TimeScale(first, first + 3000 * 366 * DAY, 0.0, 817.0)
    assert abs(read_back(scale, scale.at(first + minute)) - first - minute) <= 1


@given(DAYS, DAYS)
def test_later_days_stand_further_left(one, other):
    if one < other:
        assert POSTER.morning(one) > POSTER.morning(other)


def test_a_month_covers_its_days_and_no_more():
    begin, end = POSTER.extent(Date.parse("2011-06"))
    assert begin == POSTER.morning(day_of(2011, 6))
    assert end == POSTER.morning(day_of(2011, 7))


def test_a_day_is_a_point():
    begin, end = POSTER.extent(Date.parse("2011-06-15"))
    assert begin == end


def test_a_time_of_day_is_a_point_within_its_day():
    begin, end = POSTER.extent(Date.parse("2011-06-15T18:00"))
    morning, evening = POSTER.morning(day_of(2011, 6, 15)), POSTER.morning(day_of(2011, 6, 16))
    assert begin == end == pytest.approx(morning + (evening - morning) * 0.75)


def test_an_open_interval_runs_to_the_end_of_the_line():
    assert POSTER.extent(Date.parse("../2006"))[0] == POSTER.start_mm
    assert POSTER.extent(Date.parse("2006/.."))[1] == POSTER.end_mm


def test_a_scale_across_the_eras_knows_no_gap():
    scale = TimeScale.of_years(-1, 1, 0.0, 1096.0)
    assert [year for year, _, _ in scale.years()] == [-1, 0, 1]
    assert scale.morning(day_of(1)) == 365 + 366


def test_every_year_has_its_stretch_and_the_stretches_meet():
    years = POSTER.years()
    assert [year for year, _, _ in years] == list(range(2005, 2013))
    assert all(a[2] == pytest.approx(b[1]) for a, b in pairwise(years))


def test_a_scale_without_length_is_refused():
    with pytest.raises(ValueError, match="no length"):
        TimeScale(5, 5, 0, 100)


def test_a_stretch_of_hours_ends_on_the_minute_and_one_of_days_with_its_last_day():
    day = Date.parse("2026-10-14")
    scale = TimeScale(day.begin, day.end, 0.0, 24.0)
    assert scale.extent(Date.parse("2026-10-14T08:00/2026-10-14T09:00")) == (8.0, 9.0)
    assert Paces((scale,)).extent(Date.parse("2026-10-14T22:00/2026-10-14T23:30"))[1] == 23.5
    month = Date.parse("2026-10")
    line = TimeScale(month.begin, month.end, 0.0, 31.0)
    assert line.extent(Date.parse("2026-10-14/2026-10-16")) == (13.0, 16.0)
