"""Gatherings judged on their own say what the whole document says, and are compared when bound."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.geometry import Box
from press.pdf import content_streams
from press.preflight.finding import Finding
from press.preflight.preflight import examine
from press.preflight.readback.expected import Expected
from press.preflight.readback.extraction import Share
from press.preflight.readback.printed import Spot, printed_facts, spots
from press.preflight.readback.required import Due, Owed, parted
from press.preflight.review import Reviewed, agree, review, shifted
from press.preflight.rules.baseline_grid import Stand
from press.preflight.rules.composition import PageEnd
from press.preflight.screen_reader import Heard, heard
from tests.support.pdfs import finished

BOX = Box(10.0, 20.0, 30.0, 4.0)
IDS = ("one", "two", "three", "four", "five")


def reviewed(pages: int, name: str, **other: Any) -> Reviewed:
    keys = tuple(f"{name}{page}" for page in range(pages))
    held: dict[str, Any] = {
        "sound": True, "advice": (), "spots": {"fact": (Spot(1, BOX),)},
        "copied": Share(5, 4, 2, 1), "known": {}, "highest": 3, "digits": frozenset({"0123456789"}),
        "heard": {1: (Heard("P", name),)},
        "stands": tuple(Stand(1, 1, 12.0, 30.0 + 6.5 * line) for line in range(8)),
        "loose": (1, 40), "short": (2, 30), "tall": (0, 30),
        "feet": (PageEnd(1, 240.0, 6.5), PageEnd(2, 238.0, 6.5)),
    }  # fmt: skip
    return Reviewed(keys, **{**held, **other})


PARTS = [reviewed(2, "a"), reviewed(3, "b")]
KEYS = ["a0", "a1", "b0", "b1", "b2"]


def test_parts_agree_with_what_is_bound_of_them():
    assert agree(PARTS, KEYS, Due())


@pytest.mark.parametrize(
    "other",
    [
        reviewed(3, "c"),
        reviewed(2, "b"),
        reviewed(3, "b", sound=False),
        reviewed(3, "b", highest=6),
        reviewed(3, "b", digits=frozenset({"٠١٢٣٤٥٦٧٨٩"})),
        reviewed(3, "b", stands=tuple(Stand(1, 1, 12.0, 31.5 + 6.5 * line) for line in range(8))),
        reviewed(3, "b", short=(20, 40)),
        reviewed(3, "b", tall=(9, 40)),
        reviewed(3, "b", feet=(PageEnd(2, 240.0, 6.5), PageEnd(3, 200.0, 6.5))),
    ],
    ids=[
        "another page", "a page less", "a fault", "a number", "other digits", "another grid",
        "short last lines", "tall figures", "a spread that is not level",
    ],
)  # fmt: skip
def test_parts_do_not_agree_when_one_is_not_as_it_should_be(other):
    assert not agree([PARTS[0], other], KEYS, Due())


def test_a_number_that_no_page_has_may_be_that_of_a_note():
    assert agree([PARTS[0], reviewed(3, "b", highest=47)], KEYS, Due(highest=47))


def test_pages_are_counted_from_the_first_of_the_document():
    advice = (("thin_page", Finding(2, {"full": 0.2, "least": 0.4}, "last", severity="advice")),)
    _, moved = shifted([PARTS[0], replace(PARTS[1], advice=advice)])
    assert [one.page for _, one in moved.advice] == [4]
    assert [spot.page for spot in moved.spots["fact"]] == [3]
    assert {stand.page for stand in moved.stands} == {3}
    assert [foot.page for foot in moved.feet] == [3, 4]
    assert moved.heard == {3: (Heard("P", "b"),)}


@given(
    st.lists(st.sampled_from((*IDS, "", "nowhere"))),
    st.lists(st.integers(0, 2), min_size=len(IDS), max_size=len(IDS)),
)
def test_every_text_is_due_in_one_part_and_that_of_its_anchor(anchors, homes):
    texts = tuple(Expected(f"r{n}", "title", "نص", anchor) for n, anchor in enumerate(anchors))
    whole = Due(texts, tuple(Owed(one.record, "", "") for one in texts), frozenset({"كلمة"}), 7)
    ids = [{name for name, home in zip(IDS, homes, strict=True) if home == at} for at in range(3)]
    parts = parted(whole, ids)
    assert sorted(t.record for part in parts for t in part.texts) == sorted(t.record for t in texts)
    for part, names in zip(parts, ids, strict=True):
        assert (part.words, part.highest) == (whole.words, whole.highest)
        assert [t for t in texts if t in part.texts] == list(part.texts)
        assert all(t.anchor in names for t in part.texts if t.anchor in IDS)
        # An event is missed where its title is due.
        assert {owed.id for owed in part.entries} == {t.record for t in part.texts}


def test_an_event_that_is_due_nowhere_is_missed_in_the_first_part():
    first, other = parted(Due(entries=(Owed("event", "", ""),)), [{"one"}, {"two"}])
    assert [owed.id for owed in first.entries] == ["event"]
    assert not other.entries


def test_the_parts_of_the_brief_print_each_fact_where_the_whole_does(run):
    (document,) = (one for one in run.built.documents if one.file == "brief.pdf")
    found, reading = examine(document, run.built.sheets, run.built.edition)
    assert not found
    assert reading
    whole = printed_facts(spots(reading), run.built.edition)
    told = json.loads((run.output / "report.json").read_text("utf-8"))
    by_parts = {
        fact["id"]: {(spot["page"], *spot["box"].values()) for spot in printed["spots"]}
        for fact in told["facts"]
        for printed in fact["printed"]
        if printed["file"] == "brief.pdf"
    }
    assert by_parts.keys() == whole.keys()
    for fact, held in whole.items():
        assert by_parts[fact] == {
            (s.page, s.box.x_mm, s.box.y_mm, s.box.width_mm, s.box.height_mm) for s in held
        }


def test_the_parts_of_the_brief_are_heard_as_the_whole_is(run):
    (document,) = (one for one in run.built.documents if one.file == "brief.pdf")
    proof = (run.output / "proof.html").read_text("utf-8")
    for page, said in heard(document.pdf).items():
        told = json.dumps([[one.type, one.text] for one in said], ensure_ascii=False)
        assert f'"brief.pdf/{page}": {told}'.replace("<", "\\u003c") in proof


def test_no_two_threads_read_with_pdfium_in_the_process_that_builds(run):
    """It is not made for that, and ends the process."""
    assert run.readers == {"MainThread"}


def test_lines_that_are_loose_are_counted_over_all_gatherings():
    many = [replace(part, loose=(2, 40)) for part in PARTS]
    assert agree(PARTS, KEYS, Due())
    assert not agree(many, KEYS, Due())


def test_what_contents_draw_is_looked_at_once(monkeypatch):
    gathering = finished("brief").gathered[-1]
    first = review(gathering.pdf, Due(), frozenset())
    assert first.known
    monkeypatch.setattr(content_streams, "_drawn", lambda *asked: pytest.fail("looked at again"))
    assert review(gathering.pdf, Due(), frozenset(), first.known) == first
