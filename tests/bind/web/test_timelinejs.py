"""timelinejs: dates in parts as far as they are known, each in words beside them."""

import json
from dataclasses import replace

from press.bind.web.timelinejs import timelinejs
from press.content.prose import Prose, Words
from press.diagnostics import Place
from press.language.dates import Date
from tests.support.site import english

SHEET = english().sheet


def events() -> dict[str, dict[str, object]]:
    return {one["unique_id"]: one for one in json.loads(timelinejs(SHEET))["events"]}


def test_a_date_has_the_parts_that_are_known():
    held = events()
    assert held["event-crest"]["start_date"] == {"year": 2018, "month": 12, "day": 22}
    assert held["event-survey"]["start_date"] == {"year": 2019, "month": 3}
    assert held["event-warning"]["start_date"] == {
        "year": 2018, "month": 12, "day": 20, "hour": 6, "minute": 30,
    }  # fmt: skip
    assert held["event-winter"]["end_date"] == {"year": 2022, "month": 3}


def test_what_is_about_right_is_said_in_words():
    dike = events()["event-dike"]
    assert dike["start_date"] == {"year": 2020}
    assert "2020" in str(dike["display_date"]) and dike["display_date"] != "2020"


def test_a_year_before_our_era_is_a_negative_number():
    assert SHEET.timeline
    year = SHEET.timeline.years[0]
    old = replace(year.events[0], when=Date.parse("-0043"))
    sheet = replace(SHEET, timeline=replace(SHEET.timeline, years=(replace(year, events=(old,)),)))
    (event,) = json.loads(timelinejs(sheet))["events"]
    assert event["start_date"] == {"year": -43}


def test_no_text_is_taken_for_markup():
    assert SHEET.timeline
    year = SHEET.timeline.years[0]
    typed = Prose(((Words("a < b & <i>c</i>", Place("x")),),))
    sly = replace(year.events[0], title=typed, text=typed)
    sheet = replace(SHEET, timeline=replace(SHEET.timeline, years=(replace(year, events=(sly,)),)))
    (event,) = json.loads(timelinejs(sheet))["events"]
    assert event["text"]["headline"] == "a &lt; b &amp; &lt;i&gt;c&lt;/i&gt;"
    assert event["text"]["text"] == "<p>a &lt; b &amp; &lt;i&gt;c&lt;/i&gt;</p>"
