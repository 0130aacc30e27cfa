"""steps: a stretch of time is divided where the calendar divides it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from press.language.calendar import civil
from press.language.dates import DAY, Date
from press.language.steps import STEPS, Division, around, divide


def instant(text: str) -> int:
    return Date.parse(text).begin


def said(moment: int) -> str:
    """The instant as year-month-day, with the hour where it is not midnight."""
    year, month, day = civil(moment // DAY)
    hour = moment % DAY // 60
    return f"{year:04}-{month:02}-{day:02}" + (f" {hour}" if hour else "")


DIVIDED = [
    ("2005", "2007", Division("year", 1), ["2005-01-01", "2006-01-01", "2007-01-01"]),
    ("1514", "1535", Division("year", 10), ["1514-01-01", "1520-01-01", "1530-01-01"]),
    ("-0012", "0012", Division("year", 10),
     ["-012-01-01", "-009-01-01", "0001-01-01", "0010-01-01"]),
    ("-0746", "0600", Division("year", 500),
     ["-746-01-01", "-499-01-01", "0001-01-01", "0500-01-01"]),
    ("-0002", "0002", Division("year", 1),
     ["-002-01-01", "-001-01-01", "0000-01-01", "0001-01-01", "0002-01-01"]),
    ("2011-01", "2011-03", Division("month", 1), ["2011-01-01", "2011-02-01", "2011-03-01"]),
    ("2010-11", "2011-04", Division("month", 3), ["2010-11-01", "2011-01-01", "2011-04-01"]),
    ("2012-02-26", "2012-03-07", Division("day", 5), ["2012-02-26", "2012-03-01", "2012-03-06"]),
    ("2011-03-17", "2011-03-18", Division("hour", 12),
     ["2011-03-17", "2011-03-17 12", "2011-03-18", "2011-03-18 12"]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "step", "begins"), DIVIDED)
def test_parts_begin_where_the_calendar_has_it(first, last, step, begins):
    parts = list(divide(instant(first), Date.parse(last).end, step))
    assert [said(begin) for begin, _ in parts] == begins


@given(
    first=some.integers(-2_000 * 366 * DAY, 3_000 * 366 * DAY),
    length=some.integers(1, 500 * DAY),
    step=some.sampled_from(STEPS),
)
def test_parts_touch_each_other_and_cover_the_stretch(first, length, step):
    parts = list(divide(first, first + length, step))
    assert parts[0][0] == first
    assert parts[-1][1] == first + length
    assert all(a[1] == b[0] and a[0] < a[1] for a, b in pairwise(parts))


AROUND = [
    ("2005-09-16", "2012-09-05", "2005-01-01", "2013-01-01"),
    ("2011-01-05", "2011-03-17", "2011-01-01", "2011-04-01"),
    ("2011-03-11", "2011-03-17", "2011-03-11", "2011-03-18"),
    ("2011-03-11T06:00", "2011-03-11T18:25", "2011-03-11 6", "2011-03-11 19"),
]


@pytest.mark.parametrize(("first", "last", "begin", "end"), AROUND)
def test_a_period_is_the_whole_years_months_days_or_hours_about_its_events(first, last, begin, end):
    found = around(instant(first), Date.parse(last).end)
    assert (said(found[0]), said(found[1])) == (begin, end)
