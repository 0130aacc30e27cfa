"""Dates as people type them in cells, in both languages and both calendars."""

from __future__ import annotations

import pytest

from press.commands.sheets.date_texts import read_date
from press.commands.sheets.hijri_texts import NoDate


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
        ("1427هـ", "2006/2007"),
        ("رمضان 1427", "2006-09/2006-10"),
        ("15 رمضان 1427 هـ الموافق 8 أكتوبر 2006", "2006-10-08"),
        ("8 أكتوبر 2006 (15 رمضان 1427)", "2006-10-08"),
        ("28–30 April 2006", "2006-04-28/2006-04-30"),
        ("April 28-30, 2006", "2006-04-28/2006-04-30"),
        ("28 و29 نيسان 2006", "2006-04-28, 2006-04-29"),
        ("نيسان – أيار 2006", "2006-04/2006-05"),
        ("28 نيسان إلى 3 أيار 2006", "2006-04-28/2006-05-03"),
        ("بين عامي 1914 و1918", "1914/1918"),
        ("circa 1514–1520", "1514~/1520~"),
        ("على الأرجح 1514", "1514?"),
        ("القرن السادس عشر", "15XX"),
        ("النصف الأول من القرن السادس عشر", "1500/1549"),
        ("ستينيات القرن التاسع عشر", "186X"),
        ("500 ق.م", "-0499"),
        ("44 BCE", "-0043"),
        ("28/4/2006 10:30 PM", "2006-04-28T22:30"),
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
        ("33", "unread"),
    ],
)
def test_what_is_no_date_is_told_apart(typed: str, case: str) -> None:
    with pytest.raises(NoDate) as wrong:
        read_date(typed)
    assert wrong.value.case == case


def test_a_stated_order_decides_between_day_and_month() -> None:
    assert str(read_date("4/5/2006", "day-first")) == "2006-05-04"
    assert str(read_date("4/5/2006", "month-first")) == "2006-04-05"
