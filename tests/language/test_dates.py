"""dates: what an editor types, what it covers, and what is refused with the nearest form."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from press.language.calendar import civil, day_of
from press.language.date_hints import nearest_form
from press.language.dates import DAY, Date
from tests.support.tables import table


def days(text: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day of what `text` names."""
    date = Date.parse(text)
    return civil(date.first), civil(date.last)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2006-08-31", "day", (2006, 8, 31), (2006, 8, 31)),
        ("2008-02", "month", (2008, 2, 1), (2008, 2, 29)),
        ("2005", "year", (2005, 1, 1), (2005, 12, 31)),
        ("1514~", "year", (1514, 1, 1), (1514, 12, 31)),
        ("185X", "decade", (1850, 1, 1), (1859, 12, 31)),
        ("15XX", "century", (1500, 1, 1), (1599, 12, 31)),
        ("1500/1550", "interval", (1500, 1, 1), (1550, 12, 31)),
        ("2011-01/2011-03", "interval", (2011, 1, 1), (2011, 3, 31)),
        ("2011-03-17T18:25", "minute", (2011, 3, 17), (2011, 3, 17)),
        ("-0043", "year", (-43, 1, 1), (-43, 12, 31)),
        ("0000", "year", (0, 1, 1), (0, 12, 31)),
        ("-0099/0100-02", "interval", (-99, 1, 1), (100, 2, 28)),
    ],
)
def test_a_date_covers_what_it_names(text, precision, first, last):
    assert Date.parse(text).precision == precision
    assert days(text) == (first, last)


def test_a_time_is_a_minute_of_its_day():
    date = Date.parse("2011-03-17T18:25")
    assert date.begin == day_of(2011, 3, 17) * DAY + 18 * 60 + 25
    assert date.end == date.begin + 1


def test_what_is_about_or_uncertain_says_so_and_covers_the_same():
    about, doubtful, both = map(Date.parse, ("1514~", "1514?", "1514%"))
    assert (about.approximate, about.uncertain) == (True, False)
    assert (doubtful.approximate, doubtful.uncertain) == (False, True)
    assert (both.approximate, both.uncertain) == (True, True)
    assert about.covers(Date.parse("1514")) and Date.parse("1514").covers(about)


def test_an_open_interval_has_no_bound_on_that_side():
    until, since = Date.parse("../1500"), Date.parse("1500/..")
    assert (until.earliest, until.latest) == (None, day_of(1501) * DAY)
    assert (since.earliest, since.latest) == (day_of(1500) * DAY, None)
    assert until.covers(Date.parse("1200")) and not until.covers(Date.parse("1501"))
    assert since.covers(Date.parse("1600/..")) and not Date.parse("1500/1600").covers(since)


@given(st.dates())
def test_days_are_counted_as_python_counts_them(day):
    assert day_of(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)


@given(st.integers(-4_000_000, 4_000_000))
def test_every_day_before_and_after_our_era_is_counted_once(day):
    assert day_of(*civil(day)) == day


# -- the same dates as the package edtf reads them ---------------------------------------------

years = st.integers(-9999, 9999).map(lambda y: f"{'-' * (y < 0)}{abs(y):04}")
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
whole_days = st.dates().map(str)
marks = st.sampled_from(["", "~", "?", "%"])
centuries = st.integers(1, 99).map("{:02}XX".format)
decades = st.integers(1, 999).map("{:03}X".format)
moments = st.builds("{}{}".format, st.one_of(years, months, whole_days), marks)
ends = st.lists(st.one_of(years, months, whole_days), min_size=2, max_size=2)
written = st.one_of(moments, centuries, decades, ends.map("/".join))


@given(written)
def test_dates_cover_the_days_that_the_package_edtf_gives_them(text):
    try:
        ours = Date.parse(text)
    except ValueError as refused:
        assert "ends before it begins" in str(refused) or "one date twice" in str(refused)
        return
    theirs = parse_edtf(text)
    first, last = theirs.lower_strict(), theirs.upper_strict()
    assert civil(ours.first) == tuple(first[:3])
    assert civil(ours.last) == tuple(last[:3])
    assert str(ours) == text


@given(written)
def test_a_date_that_is_read_is_its_own_nearest_form_and_needs_none(text):
    assert nearest_form(text) == ""


@pytest.mark.parametrize(("typed", "near"), table(__file__, "nearest forms"))
def test_what_is_no_date_is_told_the_nearest_form(typed, near):
    assert nearest_form(typed) == near
    if near:
        with pytest.raises(ValueError, match="write"):
            Date.parse(typed)
        assert str(Date.parse(near)) == near


def test_several_days_are_given_as_a_list_or_as_texts():
    listed = Date.parse(["2009-07-23", "2009-07-24", "2009-07-28"])
    assert listed == Date.parse("2009-07-23", "2009-07-24", "2009-07-28")
    assert (listed.precision, len(listed.days)) == ("days", 3)


def test_a_list_of_one_day_is_a_day():
    assert Date.parse(["2009-07-23"]) == Date.parse("2009-07-23")


@pytest.mark.parametrize(
    "text",
    [
        "2006-08-31", "2007-12", "2005", "0987-01-02", "1514~", "1514-03?", "185X%", "15XX",
        "1500~/1550", "../1500", "1500/..", "2011-03-17T18:25/2011-03-17T19:05", "-0043-03-15",
    ],
)  # fmt: skip
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
        ("00XX", "00XX would begin before our era; write 0001/0099"),
        ("soon", "soon is no date; write it as 2006-08-31, 2006-08 or 2006"),
        ("2006-08-31\n", "2006-08-31↵ is no date; write 2006-08-31"),
        ("44 BC", "44 BC is no date; write -0043, which is 44 before our era"),
        ("Y17E7", "Y17E7 is too far away; years go from -9999 to 9999"),
        ("1550/1500", "the interval 1550/1500 ends before it begins; write 1500/1550"),
        ("1500/1500", "the interval 1500/1500 has one date twice; write 1500"),
        ("../..", "../.. is no date; write it as 2006-08-31, 2006-08 or 2006"),
        ("2011-03-17T24:00", "2011-03-17T24:00 has the time 24:00; times go from 00:00 to 23:59"),
        (
            ["1540", "1550"],
            "a list of dates holds whole days only; 1540 is a year; "
            "for a stretch of time write 1540/1550",
        ),
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
