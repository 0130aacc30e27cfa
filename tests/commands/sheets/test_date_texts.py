"""Dates as people type them in cells, in both languages and both calendars."""

from __future__ import annotations

import pytest

from press.commands.sheets.date_texts import NoDate, read_date


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("٢٨ نيسان 2006", "2006-04-28"),
        ("28 من نيسان/أبريل 2006", "2006-04-28"),
        ("الجمعة 28 أبريل 2006م", "2006-04-28"),
        ("نيسان 2006", "2006-04"),
        ("28/4/2006", "2006-04-28"),
        ("28.4.2006", "2006-04-28"),
        ("2006/4/28", "2006-04-28"),
        ("4/2006", "2006-04"),
        ("April 2006", "2006-04"),
        ("Friday, 28th of April 2006", "2006-04-28"),
        ("April 28, 2006", "2006-04-28"),
        ("Sept. 2001", "2001-09"),
        ("about 1514", "1514~"),
        ("نحو عام 1870", "1870~"),
        ("c. 1514 AD", "1514~"),
        ("1455?", "1455?"),
        ("the 16th century", "15XX"),
        ("1860s", "186X"),
        ("300 BC", "-0299"),
        ("1990-1995", "1990/1995"),
        ("12 مايو 1948 - 3 يونيو 1949", "1948-05-12/1949-06-03"),
        ("1427هـ", "2006-01-31/2007-01-19"),
        ("١٥ رمضان ١٤٢٧ هـ", "2006-10-08"),
        ("2009-07-23; 2009-07-24", "2009-07-23, 2009-07-24"),
    ],
)
def test_a_date_is_read(typed: str, date: str) -> None:
    assert str(read_date(typed)) == date


@pytest.mark.parametrize(
    ("typed", "case"),
    [
        ("31/2/2006", "impossible"),
        ("31 شباط 2006", "impossible"),
        ("2006-13-01", "impossible"),
        ("28 نيسان/مايو 2006", "impossible"),
        ("4/5/2006", "order"),
        ("1300هـ", "hijri"),
        ("1995 to 1990", "turned"),
        ("قريباً", "unread"),
        ("", "unread"),
        ("28/4/06", "unread"),
    ],
)
def test_what_is_no_date_is_told_apart(typed: str, case: str) -> None:
    with pytest.raises(NoDate) as wrong:
        read_date(typed)
    assert wrong.value.case == case


def test_a_stated_order_decides_between_day_and_month() -> None:
    assert str(read_date("4/5/2006", "day-first")) == "2006-05-04"
    assert str(read_date("4/5/2006", "month-first")) == "2006-04-05"
