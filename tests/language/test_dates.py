import datetime

import pytest

from press.language.dates import Date


def test_a_day_covers_itself_alone():
    date = Date.parse("2006-08-31")
    assert (date.precision, date.first, date.last) == (
        "day",
        datetime.date(2006, 8, 31),
        datetime.date(2006, 8, 31),
    )


def test_a_month_runs_from_its_first_day_to_its_last():
    date = Date.parse("2008-02")
    assert date.precision == "month"
    assert (date.first, date.last) == (datetime.date(2008, 2, 1), datetime.date(2008, 2, 29))


def test_a_year_runs_from_new_year_to_its_last_day():
    date = Date.parse("2005")
    assert (date.precision, date.year) == ("year", 2005)
    assert (date.first, date.last) == (datetime.date(2005, 1, 1), datetime.date(2005, 12, 31))


def test_several_days_are_given_as_a_list_or_as_texts():
    listed = Date.parse(["2009-07-23", "2009-07-24", "2009-07-28"])
    assert listed == Date.parse("2009-07-23", "2009-07-24", "2009-07-28")
    assert (listed.precision, len(listed.days)) == ("days", 3)


def test_a_list_of_one_day_is_a_day():
    assert Date.parse(["2009-07-23"]) == Date.parse("2009-07-23")


@pytest.mark.parametrize("text", ["2006-08-31", "2007-12", "2005", "0987-01-02"])
def test_a_date_reads_as_it_was_typed(text):
    assert str(Date.parse(text)) == text


def test_several_days_read_with_commas():
    assert str(Date.parse("2009-07-23", "2009-07-24")) == "2009-07-23, 2009-07-24"


@pytest.mark.parametrize("day", ["2007-12-11", "2007-12-01", "2007-12-31", "2007-12"])
def test_a_month_covers_what_lies_in_it(day):
    assert Date.parse("2007-12").covers(Date.parse(day))


@pytest.mark.parametrize("other", ["2008-01-01", "2007-11", "2007"])
def test_a_month_does_not_cover_what_lies_outside(other):
    assert not Date.parse("2007-12").covers(Date.parse(other))


def test_a_year_covers_its_months_and_its_days():
    year = Date.parse("2009")
    assert year.covers(Date.parse("2009-07"))
    assert year.covers(Date.parse("2009-07-23", "2009-07-28"))


def test_several_days_cover_only_days_that_are_named():
    days = Date.parse("2009-07-23", "2009-07-24", "2009-07-28")
    assert days.covers(Date.parse("2009-07-24"))
    assert not days.covers(Date.parse("2009-07-25"))


def test_several_days_do_not_cover_a_month_that_begins_and_ends_on_them():
    assert not Date.parse("2009-07-01", "2009-07-31").covers(Date.parse("2009-07"))


def test_a_day_does_not_cover_its_month():
    assert not Date.parse("2007-12-11").covers(Date.parse("2007-12"))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("2006-13", "2006-13 has the month 13; months go from 01 to 12"),
        ("2006-00-10", "2006-00-10 has the month 00; months go from 01 to 12"),
        ("2006-02-30", "2006-02-30 has the day 30; the month 2006-02 has 28 days"),
        ("2006-02-00", "2006-02-00 has the day 00; the month 2006-02 has 28 days"),
        ("0000", "0000 has the year 0000; years begin with 0001"),
        ("2006-8-1", "2006-8-1 is no date; write it as 2006-08-31, 2006-08 or 2006"),
        ("٢٠٠٦", "٢٠٠٦ is no date; write it as 2006-08-31, 2006-08 or 2006"),
        ("2006-08-31\n", "2006-08-31\n is no date; write it as 2006-08-31, 2006-08 or 2006"),
        ([], "this list of days is empty; write at least one day"),
        (
            ["2009-07-24", "2009-07-23"],
            "the days are out of order: 2009-07-23 comes before 2009-07-24",
        ),
        (["2009-07-23", "2009-07-23"], "the day 2009-07-23 stands twice in this list"),
        (["2009-07-23", "2009-08"], "a list of dates holds whole days only; 2009-08 is a month"),
    ],
)
def test_a_wrong_date_says_what_is_wrong(typed, message):
    with pytest.raises(ValueError) as refusal:
        Date.parse(typed)
    assert str(refusal.value) == message
