"""calendars: each date at its true precision, and none that a calendar cannot say."""

import datetime
from dataclasses import replace

import pytest
from icalendar import Calendar

from press.bind.web.calendars import anniversaries, calendar, is_sayable
from press.language.dates import Date
from tests.support.site import english

SHEET = english().sheet


def dated(typed: str | list[str]) -> list[dict[str, object]]:
    """What the calendar holds of a publication with one event of this date."""
    assert SHEET.timeline
    year = SHEET.timeline.years[0]
    event = replace(year.events[0], when=Date.parse(typed))
    timeline = replace(SHEET.timeline, years=(replace(year, events=(event,)),))
    read = Calendar.from_ical(calendar(replace(SHEET, timeline=timeline)))
    return [
        {key: one.decoded(key) for key in ("dtstart", "dtend") if key in one}
        for one in read.walk("VEVENT")
    ]


DAY = datetime.date


@pytest.mark.parametrize(
    ("typed", "begin", "end"),
    [
        ("2006-08-31", DAY(2006, 8, 31), DAY(2006, 9, 1)),
        ("2006-08", DAY(2006, 8, 1), DAY(2006, 9, 1)),
        ("1514", DAY(1514, 1, 1), DAY(1515, 1, 1)),
        ("2011-01/2011-03", DAY(2011, 1, 1), DAY(2011, 4, 1)),
        (["2005-09-14", "2005-09-15", "2005-09-16"], DAY(2005, 9, 14), DAY(2005, 9, 17)),
    ],
)
def test_a_date_is_the_whole_days_that_it_names(typed, begin, end):
    assert dated(typed) == [{"dtstart": begin, "dtend": end}]


def test_a_minute_is_one_of_the_clock_where_it_happened():
    assert dated("2011-03-17T18:25") == [{"dtstart": datetime.datetime(2011, 3, 17, 18, 25)}]


@pytest.mark.parametrize("typed", ["1514~", "1514?", "185X", "15XX", "../1500", "1991/..", "-0043"])
def test_what_no_calendar_can_say_is_left_out(typed):
    assert not is_sayable(Date.parse(typed))
    assert dated(typed) == []


def test_days_apart_are_one_event_on_each_of_them():
    held = calendar(replace(SHEET, timeline=with_date(["2009-07-23", "2009-07-28"])))
    assert b"DTSTART;VALUE=DATE:20090723" in held
    assert b"RDATE;VALUE=DATE:20090728" in held


def with_date(typed: str | list[str]) -> object:
    assert SHEET.timeline
    year = SHEET.timeline.years[0]
    event = replace(year.events[0], when=Date.parse(typed))
    return replace(SHEET.timeline, years=(replace(year, events=(event,)),))


def test_anniversaries_are_of_days_alone_and_come_every_year():
    read = Calendar.from_ical(anniversaries(SHEET))
    yearly = {str(one["summary"]): one for one in read.walk("VEVENT")}
    assert set(yearly) == {"The first warning", "The December crest", "A third gauge"}
    assert all(one["rrule"]["FREQ"] == ["YEARLY"] for one in yearly.values())
    assert yearly["The December crest"].decoded("dtstart") == DAY(2018, 12, 22)


def test_an_event_keeps_its_name_and_the_file_holds_no_time_of_its_making():
    assert calendar(SHEET) == calendar(SHEET)
    names = [str(one["uid"]) for one in Calendar.from_ical(calendar(SHEET)).walk("VEVENT")]
    assert len(set(names)) == len(names) == 5  # the dike was begun in about 2020
