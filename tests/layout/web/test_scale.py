"""scale: marks stand where their dates do, and no label over another."""

from itertools import combinations

import pytest

from press.content.edition import Era
from press.content.prose import Prose
from press.content.values import House
from press.language.calendar import day_of
from press.language.dates import DAY, Date
from press.language.phrases import Phrase
from press.layout.timescale import Paces, TimeScale
from press.layout.web.scale import LABEL_EM, LENGTH_EM, ROWS, ZOOMS, draw_scale, stands_before
from press.layout.web.sheet import WebEvent, WebScale

HOUSE = House("en")


def event(name: str, date: str, rank: str = "minor") -> WebEvent:
    when = Date.parse(date)
    said = Phrase(date, "ltr")
    return WebEvent(name, Prose(), when, said, "", (), "none", "", rank, None, Prose(), False)


def drawn(*events: WebEvent, years: tuple[int, int] = (2000, 2009)) -> WebScale:
    period = day_of(years[0]) * DAY, day_of(years[1] + 1) * DAY
    return draw_scale(events, (), linear(*period), (), HOUSE)


def linear(first: int, after: int) -> Paces:
    return Paces((TimeScale(first, after, 0.0, 100.0),))


def test_a_day_is_a_point_and_a_year_is_as_long_as_it_is():
    day, year = drawn(event("a", "2005-01-01"), event("b", "2008")).marks
    assert (day.width, year.width) == (0.0, pytest.approx(10.0, abs=0.05))
    assert day.at == pytest.approx(50.0, abs=0.1)
    assert year.at == pytest.approx(80.0, abs=0.1)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_label_stands_over_another(zoom):
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


def test_in_a_crowd_turning_points_keep_their_labels():
    crowd = [event(f"e{n}", f"2005-06-{n + 1:02}") for n in range(20)]
    scale = drawn(*crowd, event("turn", "2005-06-25", "turning-point"))
    rows = {mark.event.id: mark.rows[1] for mark in scale.marks}
    assert rows["turn"]
    assert sum(bool(row) for row in rows.values()) == 2 * ROWS


def test_a_larger_scale_has_room_for_more_labels():
    crowd = [event(f"e{n}", f"2005-{n + 1:02}-01") for n in range(12)]
    counts = [sum(bool(mark.rows[zoom]) for mark in drawn(*crowd).marks) for zoom in ZOOMS]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] == 12


def test_years_before_our_era_and_five_centuries_have_their_ticks():
    old = draw_scale((), (), linear(day_of(-43) * DAY, day_of(10) * DAY), (), HOUSE)
    assert [tick.label.text for tick in old.ticks[0] if tick.label]
    wide = drawn(event("a", "1514"), years=(1500, 1999))
    labels = [tick.label.text for tick in wide.ticks[0] if tick.label]
    assert 3 < len(labels) < 30
    assert "1600" in labels


def test_a_line_of_two_paces_is_drawn_as_the_poster_has_it_whatever_its_direction():
    old, new = day_of(1500) * DAY, day_of(1900) * DAY
    # On a poster from right to left, in mm: four centuries on 40, ten years on 50, a break of 10.
    paces = Paces((
        TimeScale(old, new, 100.0, 60.0),
        TimeScale(new, day_of(1910) * DAY, 50.0, 0.0),
    ))  # fmt: skip
    era = Era(Prose(), day_of(1700) * DAY, day_of(1800) * DAY)
    scale = draw_scale((event("a", "1700"), event("b", "1905")), (), paces, (era,), HOUSE)
    assert [mark.at for mark in scale.marks] == pytest.approx([20.0, 75.0], abs=0.1)
    assert scale.breaks == (45.0,)
    assert (scale.eras[0].at, scale.eras[0].width) == pytest.approx((20.0, 10.0), abs=0.1)
    places = [tick.at for tick in scale.ticks[0]]
    assert places == sorted(places)
