"""poster: rows, widths and the refusal when the events do not fit, with a made-up measure."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from press.dates import Date
from press.diagnostics import Refusal
from press.edition import Edition
from press.load import load
from press.placing import row_height
from press.poster import FIELD, LEAST_FIT, lay_out_poster
from press.project import Project
from press.resolve import resolve
from press.sheets import PosterSheet, Trial
from press.validate import validate

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def edition() -> Edition:
    project = Project(ROOT, ROOT / "output", datetime.date(2026, 11, 23))
    return resolve(validate(load(project)))


def measure(trials: tuple[Trial, ...]) -> dict[str, float]:
    """A card's height as if its letters were all alike: lines of letters at its width and size."""
    heights = {}
    for trial in trials:
        letters = len(trial.face.text.plain()) + 1.2 * len(trial.face.title.plain())
        lines = -(-letters * 2.9 * trial.fit // trial.width_mm)
        heights[trial.face.id] = 14.0 + lines * 9.6 * trial.fit
    return heights


def laid(edition: Edition) -> PosterSheet:
    sheet = lay_out_poster(edition, "0123456789ab", measure)
    assert sheet
    return sheet


def with_events(edition: Edition, count: int) -> Edition:
    """The edition with `count` events spread evenly over the period."""
    models = [e for e in edition.entries.values() if e.when.year >= 2006]
    entries = {}
    for index in range(count):
        day = datetime.date(2005, 1, 10) + datetime.timedelta(days=index * 2900 // count)
        model = models[index % len(models)]
        entries[f"e{index}"] = replace(model, id=f"e{index}", when=Date.parse(str(day)))
    return replace(edition, entries=entries)


def test_events_of_the_period_and_no_others_have_cards(edition: Edition) -> None:
    sheet = laid(edition)
    dated = [e.id for e in edition.entries.values() if 2005 <= e.when.year <= 2012]
    assert [card.id for card in sheet.cards] == dated


def test_an_omitted_event_has_no_card_and_no_mark(edition: Edition) -> None:
    assert edition.poster
    words = replace(edition.poster, omit=("side-event",))
    sheet = laid(replace(edition, poster=words))
    assert "side-event" not in {c.id for c in sheet.cards} | {m.id for m in sheet.marks}


def test_no_card_is_higher_than_its_row(edition: Edition) -> None:
    sheet = laid(edition)
    tops = sorted({card.y_mm for card in sheet.cards})
    rows = round((FIELD.foot - FIELD.top + FIELD.gap) / (tops[1] - tops[0]))
    assert all(card.height_mm <= row_height(FIELD, rows) + 0.01 for card in sheet.cards)


def test_an_interval_is_a_bar_and_a_day_a_point(edition: Edition) -> None:
    marks = {mark.id: mark for mark in laid(edition).marks}
    assert marks["world-summit"].width_mm == pytest.approx(800 * 365 / 2922, abs=0.01)
    assert marks["resolution-1674"].width_mm == 0
    assert marks["report-2011"].width_mm == pytest.approx(800 * 30 / 2922, abs=0.01)


def test_a_leader_line_goes_from_the_axis_to_the_top_of_its_card(edition: Edition) -> None:
    for card in laid(edition).cards:
        assert card.leader[0][1] == 470.0
        assert card.leader[-1] == (card.x_mm, card.y_mm)
        steps = zip(card.leader, card.leader[1:], strict=False)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in steps)


def test_few_events_stand_in_fewer_rows_at_a_larger_size(edition: Edition) -> None:
    assert laid(with_events(edition, 8)).fit > 1


def test_type_is_never_set_below_the_legible_size(edition: Edition) -> None:
    assert laid(with_events(edition, 34)).fit >= LEAST_FIT


def test_too_many_events_are_refused_with_numbers_that_help(edition: Edition) -> None:
    with pytest.raises(Refusal) as refusal:
        laid(with_events(edition, 80))
    (complaint,) = refusal.value.diagnostics
    assert complaint.code == "layout/too-many-cards"
    assert "80 events" in complaint.message
    assert "turning points" in complaint.hint
