"""web: the page tells the timeline that the poster shows, else that of the brief."""

import pytest

from press.language.dates import Date
from press.layout.web.web import machine_date
from tests.support import small
from tests.support.site import english, shown


def test_the_timeline_is_that_of_the_poster_in_the_order_of_time():
    timeline = english().sheet.timeline
    assert timeline
    assert [event.id for event in timeline.events] == [
        "warning", "crest", "survey", "dike", "winter", "gauge",
    ]  # fmt: skip
    assert [year.label.text for year in timeline.years] == [
        "2018", "2019", "2020", "2022", "2024",
    ]  # fmt: skip
    assert all(event.told for event in timeline.events)


def test_where_the_page_has_the_sources_it_has_no_line_about_those_of_a_poster(tmp_path):
    both = shown(small.project(tmp_path / "both", {})).sheet.timeline
    alone = shown(small.project(tmp_path / "alone", {"brief.yaml": None})).sheet.timeline
    assert both and not both.sources_line
    assert alone and alone.sources_line


def test_without_a_poster_the_timeline_is_what_the_brief_tells(tmp_path):
    sheet = shown(small.project(tmp_path, {"poster.yaml": None})).sheet
    assert sheet.timeline and sheet.brief
    assert {event.id for event in sheet.timeline.events} == {
        entry.id for chapter in sheet.brief.chapters for entry in chapter.entries
    }


def test_of_several_briefs_the_first_is_told(tmp_path):
    second = "chapters:\n  one:\n    title: فصل آخر\n    entries: [luck-appointed]\n"
    sheet = shown(small.project(tmp_path, {"brief-short.yaml": second})).sheet
    assert [chapter.id for chapter in sheet.brief.chapters] == ["council", "advisers"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2006-08-31", "2006-08-31"), ("2006-08", "2006-08"), ("1514", "1514"),
        ("2011-03-17T18:25", "2011-03-17T18:25"), ("1514~", ""), ("185X", ""), ("-0043", ""),
        ("1500/1550", ""),
    ],
)  # fmt: skip
def test_a_machine_reads_only_dates_that_have_its_form(typed, read):
    assert machine_date(Date.parse(typed)) == read
