"""Dates as people type them in cells, in both languages and both calendars."""

import pytest

from press.commands.sheets.date_texts import read_date
from press.commands.sheets.hijri_texts import NoDate
from tests.support.tables import table


@pytest.mark.parametrize(("typed", "date"), table(__file__, "dates"))
def test_a_date_is_read(typed, date):
    assert str(read_date(typed)) == date


@pytest.mark.parametrize(("typed", "case"), table(__file__, "no dates"))
def test_what_is_no_date_is_told_apart(typed, case):
    with pytest.raises(NoDate) as wrong:
        read_date(typed)
    assert wrong.value.case == case


def test_a_stated_order_decides_between_day_and_month():
    assert str(read_date("4/5/2006", "day-first")) == "2006-05-04"
    assert str(read_date("4/5/2006", "month-first")) == "2006-04-05"
