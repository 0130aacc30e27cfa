"""side: what stands beside an entry has room, whatever its dates, names and votes."""

from dataclasses import replace

from press.content.values import read_value
from press.layout.brief.side import LEAST_ROOM, MOST_SEATS, side_of
from press.layout.timescale import TimeScale

SCALE = TimeScale.of_years(2005, 2012, 0.0, 36.0)


def test_seats_are_as_many_as_voted_and_none_where_they_would_fill_the_column(run):
    entry = next(run.built.edition.told().__iter__())
    vote = read_value("12-0-3", None, counted=False)
    assert [side_of(entry, vote, SCALE).seats.count(w) for w in ("for", "abstained")] == [12, 3]
    many = read_value(f"{MOST_SEATS}-1-0", None, counted=False)
    assert side_of(entry, many, SCALE).seats == ()


def test_more_beside_an_entry_asks_for_more_room(run):
    entry = max(run.built.edition.told(), key=lambda one: len(one.actors))
    few = side_of(replace(entry, actors=entry.actors[:1]), None, SCALE)
    many = side_of(replace(entry, actors=entry.actors[:1] * 6), None, SCALE)
    assert LEAST_ROOM <= few.room < many.room
    assert few.height < many.height


def test_an_entry_out_of_the_period_has_no_place_on_its_strip(run):
    entry = next(run.built.edition.told().__iter__())
    assert side_of(entry, None, TimeScale.of_years(1900, 1910, 0.0, 36.0)).mark is None
