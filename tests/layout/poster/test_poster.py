"""poster: type size, sides, papers and the refusal when events do not fit, with made-up heights."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from press.content.edition import Edition
from press.content.typefaces import Typeface
from press.content.values import House
from press.diagnostics import Place, Refusal
from press.geometry import Box
from press.language.dates import Date
from press.layout.poster.blocks import Face, Trial
from press.layout.poster.composition import MARGIN, paper
from press.layout.poster.event_texts import TEXT_FACE, TEXT_PT, least_fit, room_of, text_face
from press.layout.poster.legibility import ink_mm, least_ink_mm, medial_ink
from press.layout.poster.poster import lay_out_poster
from press.layout.poster.sheet import PosterSheet
from tests.support.crowds import crowd, real_edition

PAPERS = ("A0", "A1", "A2", "A3")
A1_WIDTH_MM = 841 - 2 * MARGIN


def measure(trials: tuple[Trial, ...]) -> dict[str, float]:
    """Heights as if letters were all alike: lines of letters at a width and type size."""
    heights = {}
    for trial in trials:
        if isinstance(trial.block, Face):
            letters = len(trial.block.text.plain()) + 1.2 * len(trial.block.title.plain())
            lines = -(-letters * 2.6 * trial.em_mm // (trial.width_mm - 6.4 * trial.em_mm))
            heights[trial.id] = (18.0 + lines * 9.2) * trial.em_mm
        else:
            heights[trial.id] = {"grand": 110.0, "plain": 75.0}[trial.block.kind] * trial.scale
    return heights


def laid(edition: Edition) -> PosterSheet:
    sheet = lay_out_poster(edition, measure)
    assert sheet
    return sheet


def real(**words: Any) -> Edition:
    edition = real_edition()
    words = {"composition": "cards", **words}
    return replace(edition, poster=replace(edition.poster, **words))


def with_a_whole_year() -> Edition:
    """The real edition as if of the summit of 2005 no more were known than its year."""
    edition = real()
    summit = replace(edition.entries["world-summit"], when=Date.parse("2005"))
    return replace(edition, entries={**edition.entries, summit.id: summit})


def refused(edition: Edition) -> tuple[str, str]:
    with pytest.raises(Refusal) as refusal:
        laid(edition)
    (complaint,) = refusal.value.diagnostics
    assert complaint.code == "layout/too-many-cards"
    return complaint.message, complaint.hint


def test_events_of_the_period_and_no_others_have_cards():
    sheet = laid(real())
    dated = [e.id for e in real().entries.values() if 2005 <= e.when.year <= 2012]
    assert [card.id for card in sheet.cards] == dated


def test_an_omitted_event_has_no_card_and_no_mark():
    sheet = laid(real(omit=("side-event",)))
    assert "side-event" not in {c.id for c in sheet.cards} | {m.id for m in sheet.marks}


def test_an_interval_is_a_bar_and_a_day_a_point():
    marks = {mark.id: mark for mark in laid(real()).marks}
    year = {mark.id: mark for mark in laid(with_a_whole_year()).marks}["world-summit"]
    assert year.width_mm == pytest.approx(A1_WIDTH_MM * 365 / 2922, abs=0.01)
    assert marks["world-summit"].width_mm == pytest.approx(A1_WIDTH_MM * 3 / 2922, abs=0.01)
    assert marks["resolution-1674"].width_mm == 0
    assert marks["report-2011"].width_mm == pytest.approx(A1_WIDTH_MM * 30 / 2922, abs=0.01)


def test_a_turning_point_of_a_whole_year_says_that_year_once():
    faces = {card.id: card.face for card in laid(with_a_whole_year()).cards}
    summit = faces["world-summit"]
    assert summit.year and summit.year.text == "2005"
    assert summit.date is None
    assert all(face.date for id, face in faces.items() if id != "world-summit")


def test_an_actor_keeps_to_its_side_of_the_axis():
    sheet = laid(real())
    sides = defaultdict(set)
    for mark in sheet.marks:
        sides[mark.dress].add(mark.side)
    assert all(len(side) == 1 for side in sides.values())
    assert {side for found in sides.values() for side in found} == {"above", "below"}


@pytest.mark.parametrize("side", ["above", "below"])
def test_an_actor_whose_record_names_a_side_has_its_cards_there(side):
    edition = real()
    few = dict(list(edition.entries.items())[::3])
    sheet = laid(replace(edition, entries=few))
    first = sheet.marks[0].dress
    sided = {**edition.actors, first: replace(edition.actors[first], side=side)}
    held = laid(replace(edition, entries=few, actors=sided))
    assert {mark.side for mark in held.marks if mark.dress == first} == {side}
    assert {mark.side for mark in held.marks} == {"above", "below"}


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_a_leader_line_goes_from_the_axis_to_its_card_on_any_paper(name, orientation):
    sheet = laid(crowd(16, paper=name, orientation=orientation))
    axis, sides = sheet.axis, {m.id: m.side for m in sheet.marks}
    inner = paper(name, orientation)
    safe = Box(10, 10, inner.width_mm - 20, inner.height_mm - 20)
    for card in sheet.cards:
        edge = axis.y_mm if sides[card.id] == "above" else axis.y_mm + axis.height_mm
        assert card.leader[0][1] == pytest.approx(edge, abs=0.02)
        x, y = card.leader[-1]
        assert card.rule[0][1] == card.rule[1][1] == pytest.approx(card.box.y_mm, abs=0.02)
        if card.box.x_mm < x < card.box.right_mm:
            near = card.box.bottom_mm if sides[card.id] == "above" else card.box.y_mm
            assert y == pytest.approx(near, abs=0.02)
        else:
            assert (x, y) == card.rule[0]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(card.leader))
        assert card.box.within(safe)
    cards = [card.box for card in sheet.cards]
    assert not [1 for i, a in enumerate(cards) for b in cards[i + 1 :] if a.overlaps(b)]
    around = (sheet.header_box, sheet.foot_box, Box(0, axis.y_mm, 9999, axis.height_mm))
    assert not [1 for card in cards for box in around if card.overlaps(box)]


def test_few_events_are_set_larger_under_a_large_title():
    few, many = laid(crowd(8)), laid(crowd(28))
    assert few.fit > many.fit
    assert many.header.kind == "plain"


def test_the_ink_of_a_medial_letter_is_measured_in_the_font():
    assert medial_ink("Noto Naskh Arabic") == pytest.approx(0.34, abs=0.01)
    assert medial_ink("Amiri") == pytest.approx(0.27, abs=0.01)
    assert ink_mm(72, "Noto Naskh Arabic") == pytest.approx(25.4 * 0.34, abs=0.3)


def test_a_face_of_small_letters_is_set_larger_and_one_of_long_strokes_has_room():
    house = real_edition().masthead.house
    assert room_of(house)[0] == 1.0
    assert room_of(house)[1] < 0.2
    amiri = replace(house, faces=(Typeface("text", "Amiri", (), Place("publication.yaml")),))
    larger, room = room_of(amiri)
    assert larger == pytest.approx(1.25, abs=0.02)
    assert 0.7 < room < 1.0  # a lam reaches 1.01 em over its line, a jeem 0.53 below


@pytest.mark.parametrize("name", PAPERS)
def test_type_is_never_set_below_the_legible_size(name):
    edition = crowd(20, paper=name, distance=1.3 if name in ("A0", "A1") else 0.7)
    sheet = laid(edition)
    ink = ink_mm(TEXT_PT, TEXT_FACE) * sheet.em_mm
    assert ink >= least_ink_mm(edition.poster.letter, edition.poster.distance or 0.0)
    assert sheet.fit >= least_fit(paper(name, "landscape"), edition.poster)


def test_who_reads_from_twice_as_far_needs_letters_twice_as_large():
    near, far = real(distance=1.0).poster, real(distance=2.0).poster
    assert near and far
    sheet = paper("A1", "landscape")
    assert least_fit(sheet, far) == pytest.approx(2 * least_fit(sheet, near), abs=0.003)


def test_too_many_events_are_refused_with_how_many_fit():
    message, hint = refused(crowd(70, texts="minor"))
    held = int(message.rsplit("; ", 1)[1].split()[0])
    assert message.startswith("70 events do not fit on A1 landscape")
    assert 10 < held < 70
    assert "`omit`" in hint


@pytest.mark.parametrize("count", [50, 80])
def test_what_the_refusal_offers_does_fit(count):
    """Each remedy that is named, taken at its word, makes a poster of all events."""
    _, hint = refused(crowd(count, texts="minor"))
    omit, *offered = hint.partition(": ")[2].split("; ")
    assert "`omit`" in omit and offered
    # Of eighty only the pairs of changes, which are named where one is not enough.
    for remedy in [o for o in offered if count < 80 or "together" in o]:
        settings: dict[str, object] = {}
        for setting in re.findall(r"`([^`]+)`", remedy):
            key, _, value = setting.partition(": ")
            if key == "reading":
                settings["distance"] = float(value.strip("{}").partition(": ")[2])
            else:
                settings[key] = value
        assert len(laid(crowd(count, **{"texts": "minor", **settings})).cards) == count, remedy


@pytest.mark.parametrize("count", [8, 16, 31, 50, 80])
def test_from_eight_events_to_eighty_a_setting_makes_the_poster(count):
    """Up to 31 as designed; more by title below the major ones, read from nearer by."""
    words: dict[str, object] = {}
    if count > 31:
        words = {"texts": "major", "distance": 1.0 if count > 50 else 1.2}
    sheet = laid(crowd(count, **words))
    assert len(sheet.cards) == len(sheet.marks) == count
    assert abs(filled(sheet, "above") - filled(sheet, "below")) < 0.25


@pytest.mark.parametrize(("count", "parts"), [(8, 8), (31, 8), (50, 2)])
def test_a_card_of_any_crowd_stands_over_its_own_year_and_over_no_other_number(count, parts):
    edition = crowd(count)
    sheet = laid(edition)
    assert len(sheet.axis.parts) == parts
    for card in sheet.cards:
        begin = edition.entries[card.id].when.begin
        for part in sheet.axis.parts:
            edge = part.x_mm + part.width_mm
            if part.begin <= begin < part.after:
                assert part.x_mm <= card.box.x_mm + card.box.width_mm / 2 <= edge
            else:
                # A number is 50 mm wide, from 3 mm after the beginning of its year on.
                assert card.box.x_mm >= edge - 3 or card.box.right_mm <= edge - 53


def filled(sheet: PosterSheet, side: str) -> float:
    """Which share of the room on a side of the axis its cards cover."""
    sides = {mark.id: mark.side for mark in sheet.marks}
    cards = [card.box for card in sheet.cards if sides[card.id] == side]
    above = sheet.axis.y_mm - sheet.header_box.bottom_mm
    below = sheet.foot_box.y_mm - sheet.axis.y_mm - sheet.axis.height_mm
    room = (above if side == "above" else below) * sheet.sheet.width_mm
    return sum(box.width_mm * box.height_mm for box in cards) / room


def test_the_same_events_make_the_same_poster():
    assert laid(crowd(28)) == laid(crowd(28))


def test_an_address_is_printed_as_a_code_only_where_there_is_one():
    assert laid(real()).code is None
    edition = real()
    masthead = replace(edition.masthead, address="https://example.org/r2p")
    code = laid(replace(edition, masthead=masthead)).code
    assert code
    assert code.address.text == "https://example.org/r2p"


def test_letters_of_a_face_of_ones_own_are_measured_in_that_face():
    naskh, amiri = (
        Typeface("text", name, (), Place("")) for name in ("Noto Naskh Arabic", "Amiri")
    )
    assert text_face(House()) == TEXT_FACE
    assert text_face(House(faces=(amiri,))) == "Amiri"
    assert text_face(House("en", faces=(amiri,))) == TEXT_FACE
    poster = real().poster
    assert poster
    sheet = paper("A1", "landscape")
    least = [least_fit(sheet, poster, face.family) for face in (naskh, amiri)]
    assert least[1] / least[0] == pytest.approx(0.34 / 0.272, abs=0.01)
