"""downward: time runs down a sheet too narrow for four columns, events beside their stretches."""

from dataclasses import replace
from itertools import combinations, pairwise, product
from types import SimpleNamespace
from typing import Any

import pytest

from press.content.edition import Edition, Era
from press.content.prose import Prose, Words
from press.diagnostics import Place, Refusal
from press.language.dates import Date
from press.layout.poster.composition import paper
from press.layout.poster.poster import lay_out_poster
from press.layout.poster.sheet import PosterSheet
from press.layout.poster.skyline.bands import settled, shared
from press.layout.poster.skyline.downward import runs_down
from press.layout.poster.skyline.stacks import Standing
from press.pdf.pages import Shape
from press.preflight.rules.poster import Posted, off_scale
from tests.fuzz.posters import offered, set_faults, wrong
from tests.support.spans import SPANS, drawn, estimated

BANNER = "300 x 1500 mm"


def banner(count: int, span: str, language: str, **words: object) -> Edition:
    return drawn(count, SPANS[span], language, paper=BANNER, orientation="portrait", **words)


def laid(edition: Edition) -> PosterSheet:
    sheet = lay_out_poster(edition, estimated)
    assert sheet
    return sheet


@pytest.mark.parametrize(
    ("name", "least", "down"),
    [
        ("A4", 0.76, False),
        ("A4", 1.83, True),  # read from 1.2 m
        ("A3", 2.15, True),  # read from 2 m
        ("A1", 0.81, False),
        ("850 x 2000 mm", 0.56, False),
        ("600 x 1600 mm", 0.8, False),
        ("300 x 1500 mm", 0.8, True),
        ("1500 x 300 mm", 3.0, False),  # across there is room for time
    ],
)
def test_time_runs_down_where_four_columns_of_text_have_no_room(name, least, down):
    assert runs_down(paper(name, "portrait"), least) is down


@pytest.mark.parametrize(
    ("count", "span", "language"), list(product((1, 8, 28, 80), SPANS, ("ar", "en")))[::5]
)
def test_events_stand_apart_beside_the_axis_in_order(count, span, language):
    edition = banner(count, span, language)
    sheet = laid(edition)
    axis = sheet.axis
    assert axis.down and axis.x_start_mm < axis.x_end_mm
    assert list(wrong(sheet, edition)) == []
    # The axis stands where lines begin to be read, the texts at its other side.
    right = language == "ar"
    assert all((card.box.x_mm < axis.y_mm) is right for card in sheet.cards)
    # What is older begins higher, or stands in an earlier column of the same band.
    where = {card.id: card.box for card in sheet.cards}
    assert {id for part in axis.parts for id in part.cards} == set(edition.entries) == set(where)
    bands = [[where[id] for id in part.cards] for part in axis.parts]
    for a, b in (pair for band in bands for pair in pairwise(band)):
        assert a.bottom_mm < b.y_mm if a.x_mm == b.x_mm else (b.x_mm < a.x_mm) is right


def test_a_mark_stands_as_far_down_the_axis_as_its_day_is_in_time():
    edition = banner(8, "8 years", "en")
    sheet = laid(edition)
    first, after = edition.poster.period
    long = sheet.axis.x_end_mm - sheet.axis.x_start_mm
    for mark in sheet.marks:
        when = edition.entries[mark.id].when
        if when.precision == "day" and mark.side == "day":
            share = (when.begin - first) / (after - first)
            assert mark.x_mm == pytest.approx(sheet.axis.x_start_mm + share * long, abs=0.01)


def test_lines_lead_from_the_beginning_of_a_period_to_its_events_and_never_cross():
    sheet = laid(banner(28, "8 years", "ar"))
    held = [part for part in sheet.axis.parts if part.cards]
    boxes = {card.id: card.box for card in sheet.cards}
    assert len(sheet.leaders) == len(held)
    for part, (tick, at, _) in zip(held, sheet.leaders, strict=True):
        assert tick[1] == pytest.approx(part.x_mm, abs=0.01)
        assert 1 < boxes[part.cards[0]].y_mm - at[1] < 5
    for one, other in pairwise(sheet.leaders):
        assert all(a[1] < b[1] for a, b in zip(one, other, strict=True))


def test_a_sheet_that_is_read_from_far_keeps_its_texts_or_offers_what_holds():
    told = {}
    for count, language in product((1, 8, 28), ("ar", "en")):
        edition = drawn(
            count, SPANS["8 years"], language, paper="A4", orientation="portrait", distance=1.2
        )
        try:
            told[count, language] = laid(edition).axis.down
        except Refusal as refusal:
            assert offered(edition, refusal) == []
    assert told[8, "en"] and told[1, "ar"]


def test_paces_break_the_axis_as_across():
    edition = banner(8, "3,000 years", "ar")
    first, after = edition.poster.period
    middle = Date.parse("1000").begin
    words = replace(edition.poster, paces=((first, middle), (middle, after)))
    axis = laid(replace(edition, poster=words)).axis
    (gap,) = axis.breaks
    assert not any(p.x_mm < gap < p.x_mm + p.width_mm for p in axis.parts)
    assert axis.x_start_mm < gap < axis.x_end_mm


def test_an_era_is_as_long_as_its_years_and_keeps_its_name_where_lines_have_room():
    edition = banner(8, "8 years", "ar")
    spans = [
        (Date.parse(a).begin, Date.parse(b).end) for a, b in (("2007", "2008"), ("2010", "2010"))
    ]
    names = [Prose(((Words("الحرب " * times, Place("")),),)) for times in (500, 1)]
    eras = tuple(Era(name, *span) for name, span in zip(names, spans, strict=True))
    sheet = laid(replace(edition, poster=replace(edition.poster, eras=eras)))
    for band, (begin, after) in zip(sheet.eras, spans, strict=True):
        years = [p for p in sheet.axis.parts if begin <= p.begin and p.after <= after]
        assert band.width_mm == pytest.approx(sum(year.width_mm for year in years), abs=0.1)
        assert band.x_mm == pytest.approx(min(year.x_mm for year in years), abs=0.1)
    assert [bool(band.name) for band in sheet.eras] == [False, True]


def test_bands_move_as_little_as_they_must():
    assert settled([0, 50, 100], [30, 30, 30], 0, 200) == (0, 50, 100)
    # Two that want the same place share the way; the sum of squares of 15 and 15 is the least.
    assert settled([50, 50], [30, 30], 0, 200) == pytest.approx((35, 65))
    assert settled([0, 90], [30, 40], 0, 100) == pytest.approx((0, 60))
    assert settled([0, 90], [30, 80], 0, 100) is None


def test_events_are_shared_out_so_that_the_highest_column_is_the_lowest():
    heights = [10, 40, 10, 20, 30]
    events = [Standing(f"e{n}", 0, 0.0, float(h)) for n, h in enumerate(heights)]
    for columns in (1, 2, 3):
        found = shared(events, columns, 2.0)
        assert [e for column in found for e in column] == events
        # Every way to cut five events into so many columns.
        ways = [
            max(sum(heights[n] + 2 for n in range(a, b)) for a, b in pairwise((0, *cuts, 5)))
            for count in range(columns)
            for cuts in combinations(range(1, 5), count)
        ]
        assert max(sum(e.height + 2 for e in column) for column in found) == min(ways)


@pytest.mark.parametrize(
    "edition",
    [
        pytest.param(banner(10, "8 years", "ar"), id="banner"),
        pytest.param(
            drawn(8, SPANS["8 years"], "en", paper="A4", orientation="portrait", distance=1.2),
            id="A4 read from 1.2 m",
        ),
    ],
)
def test_a_finished_sheet_keeps_every_rule(edition):
    assert laid(edition).axis.down
    assert set_faults(edition) == []


def test_a_mark_that_is_moved_down_the_axis_is_caught():
    edition = banner(8, "8 years", "ar")
    sheet = laid(edition)
    x = sheet.axis.y_mm

    def caught(off: float) -> list[str]:
        """What is found where the shape of the third mark stands `off` mm below its place."""
        shapes = tuple(
            Shape(1, x - 2, y - 0.4, x + 3, y + mark.width_mm + 0.4)
            for n, mark in enumerate(sheet.marks)
            for y in [mark.x_mm + off * (n == 2)]
        )
        reading: Any = SimpleNamespace(shapes=shapes)
        return [str(f.record) for f in off_scale(Posted(reading, sheet, edition, edition.poster))]

    assert sheet.marks[2].side == "day"
    assert caught(0.0) == []
    assert caught(0.5) == [sheet.marks[2].id]
