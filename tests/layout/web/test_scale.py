"""scale: marks stand where their dates do, and no label over another."""

from __future__ import annotations

from itertools import combinations

import pytest

from press.content.prose import Prose
from press.content.values import House
from press.language.calendar import day_of
from press.language.dates import DAY, Date
from press.language.phrases import Phrase
from press.layout.web.scale import LABEL_EM, LENGTH_EM, ROWS, ZOOMS, draw_scale, stands_before
from press.layout.web.sheet import WebEvent, WebScale

HOUSE = House("en")


def event(name: str, date: str, rank: str = "minor") -> WebEvent:
    when = Date.parse(date)
    said = Phrase(date, "ltr")
    return WebEvent(name, Prose(), when, said, "", (), "none", "", rank, None, Prose(), False)


def drawn(*events: WebEvent, years: tuple[int, int] = (2000, 2009)) -> WebScale:
    period = day_of(years[0]) * DAY, day_of(years[1] + 1) * DAY
    return draw_scale(events, (), period, HOUSE)


def test_a_day_is_a_point_and_a_year_is_as_long_as_it_is() -> None:
    day, year = drawn(event("a", "2005-01-01"), event("b", "2008")).marks
    assert (day.width, year.width) == (0.0, pytest.approx(10.0, abs=0.05))
    assert day.at == pytest.approx(50.0, abs=0.1)
    assert year.at == pytest.approx(80.0, abs=0.1)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_label_stands_over_another(zoom: int) -> None:
    many = [event(f"e{n}", f"200{n % 10}-0{n % 9 + 1}-1{n % 7}") for n in range(60)]
    width = 100.0 * LABEL_EM / (LENGTH_EM * zoom)
    placed = [
        (mark.rows[zoom], mark.at - (width if stands_before(mark.at) else 0.0))
        for mark in drawn(*many).marks
        if mark.rows[zoom]
    ]
    assert len(placed) > 10
    assert all(abs(row) < ROWS for row, _ in placed)
    assert [
        (a, b) for a, b in combinations(placed, 2) if a[0] == b[0] and abs(a[1] - b[1]) < width
    ] == []


def test_in_a_crowd_turning_points_keep_their_labels() -> None:
    crowd = [event(f"e{n}", f"2005-06-{n + 1:02}") for n in range(20)]
    scale = drawn(*crowd, event("turn", "2005-06-25", "turning-point"))
    rows = {mark.event.id: mark.rows[1] for mark in scale.marks}
    assert rows["turn"]
    assert sum(bool(row) for row in rows.values()) == 2 * ROWS


def test_a_larger_scale_has_room_for_more_labels() -> None:
    crowd = [event(f"e{n}", f"2005-{n + 1:02}-01") for n in range(12)]
    counts = [sum(bool(mark.rows[zoom]) for mark in drawn(*crowd).marks) for zoom in ZOOMS]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] == 12


def test_years_before_our_era_and_five_centuries_have_their_ticks() -> None:
    old = draw_scale((), (), (day_of(-43) * DAY, day_of(10) * DAY), HOUSE)
    assert [tick.label.text for tick in old.ticks[0] if tick.label]
    wide = drawn(event("a", "1514"), years=(1500, 1999))
    labels = [tick.label.text for tick in wide.ticks[0] if tick.label]
    assert 3 < len(labels) < 30
    assert "1600" in labels
