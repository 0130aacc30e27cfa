"""skyline: events over their own periods, the title in the sky, of any span, on any paper."""

from dataclasses import replace
from itertools import pairwise

import pytest

from press.content.edition import Edition, Era, Saying
from press.content.picture_files import Picture
from press.content.prose import Prose, Words
from press.diagnostics import Place, Refusal
from press.language.dates import Date
from press.layout.poster.blocks import Header, Trial
from press.layout.poster.poster import lay_out_poster
from press.layout.poster.sheet import PosterSheet
from tests.fuzz.posters import Case, cases, edition_of_case, faults, finished_faults
from tests.support.spans import SPANS, drawn, estimated

# Every seventh case with no more than 28 events; all of them are tried by tests/fuzz/posters.py.
SAMPLE = [case for case in cases() if case[0] <= 28][::7]
# Set in earnest and judged by every rule: one event on a small sheet, few on a tall one, a crowd.
SET: list[Case] = [
    (1, "8 years", ("A4", "portrait"), "ar"),
    (8, "8 years", ("850 x 2000 mm", "portrait"), "en"),
    (80, "8 years", ("A1", "landscape"), "ar"),
]


def laid(edition: Edition) -> PosterSheet:
    sheet = lay_out_poster(edition, estimated)
    assert sheet
    return sheet


def prose(text: str) -> Prose:
    return Prose(((Words(text, Place("")),),))


@pytest.mark.parametrize("case", SAMPLE, ids=str)
def test_events_of_any_span_stand_apart_or_a_setting_is_offered_that_holds(case):
    assert faults(case) == []


@pytest.mark.parametrize("case", SET, ids=str)
def test_a_finished_poster_of_any_span_keeps_every_rule(case):
    assert finished_faults(case) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_eighty_events_of_eight_years_stand_on_a1_with_date_and_title(language):
    case: Case = (80, "8 years", ("A1", "landscape"), language)
    sheet = laid(edition_of_case(case))
    assert len(sheet.cards) == 80
    assert all(card.face.title and card.face.date for card in sheet.cards)
    assert not any(card.face.text for card in sheet.cards if card.face.rank == "minor")


def test_events_of_a_period_stand_one_over_the_other_the_oldest_on_top():
    sheet = laid(drawn(28, SPANS["8 years"], "ar"))
    assert [part.label.text for part in sheet.axis.parts if part.label][-1] == "2013"
    boxes = {card.id: card.box for card in sheet.cards}
    for part in sheet.axis.parts:
        for one, other in pairwise(part.cards):
            assert boxes[one].bottom_mm < boxes[other].y_mm
        if part.cards:
            assert 5 < sheet.axis.y_mm - boxes[part.cards[-1]].bottom_mm < 9


def test_years_stand_in_pairs_where_events_are_much_larger_so():
    """On an upright sheet eight years are eight narrow columns, or four wide ones."""
    edition = drawn(8, SPANS["8 years"], "ar", paper="A1", orientation="portrait")
    sheet = laid(edition)
    named = [part.label.text for part in sheet.axis.parts if part.label]
    assert named == ["2006–2007", "2008–2009", "2010–2011", "2012"]
    assert sheet.fit > 1.2


def test_a_first_period_that_is_too_short_for_its_whole_name_leaves_it_to_the_second():
    edition = drawn(8, SPANS["a month"], "ar", paper="A1", orientation="portrait")
    first, second, *_ = laid(edition).axis.parts
    assert first.label and second.label
    assert (first.label.text, second.label.text) == ("13", "16 نيسان/أبريل 2013")


def test_words_in_the_sky_grow_with_its_room():
    few, many = (laid(drawn(n, SPANS["8 years"], "ar")) for n in (1, 28))
    assert few.swell > many.swell >= 1
    assert few.fit > many.fit


def test_a_poster_may_say_nothing_but_its_title_and_events():
    edition = drawn(8, SPANS["8 years"], "ar")
    bare = replace(edition.poster, subtitle=Prose(), introduction=Prose())

    def some(trials: tuple[Trial, ...]) -> dict[str, float]:
        assert trials  # of nothing there is nothing to measure
        return estimated(trials)

    sheet = lay_out_poster(replace(edition, poster=bare), some)
    assert sheet and not sheet.panels


def test_a_mark_that_is_no_plain_day_is_explained_at_the_foot():
    assert [s for s, _ in laid(drawn(28, SPANS["3,000 years"], "ar")).signs] == [
        "interval",
        "several",
    ]
    sheet = laid(drawn(1, SPANS["a day"], "ar"))
    assert sheet.signs == ()


def test_time_runs_from_left_to_right_in_english_and_from_right_to_left_in_arabic():
    for language, rightwards in (("en", True), ("ar", False)):
        axis = laid(drawn(8, SPANS["8 years"], language)).axis
        assert (axis.x_end_mm > axis.x_start_mm) is rightwards
        assert all((a.x_mm < b.x_mm) is rightwards for a, b in pairwise(axis.parts))


def test_events_of_two_distant_centuries_may_have_each_a_pace_of_their_own():
    edition = drawn(8, SPANS["3,000 years"], "en")
    first, after = edition.poster.period
    middle = Date.parse("1000").begin
    words = replace(edition.poster, paces=((first, middle), (middle, after)))
    sheet = laid(replace(edition, poster=words))
    assert len(sheet.axis.breaks) == 1
    (gap,) = sheet.axis.breaks
    assert all(
        part.x_mm + part.width_mm < gap if part.after <= middle else part.x_mm > gap
        for part in sheet.axis.parts
    )


def test_an_era_is_a_band_as_long_as_it_lasted():
    edition = drawn(8, SPANS["8 years"], "ar")
    war = Era(prose("الحرب"), Date.parse("2008").begin, Date.parse("2009").end)
    sheet = laid(replace(edition, poster=replace(edition.poster, eras=(war,))))
    (band,) = sheet.eras
    years = [p for p in sheet.axis.parts if war.begin <= p.begin and p.after <= war.after]
    assert [p.label.text for p in years if p.label] == ["2008–2009"]
    assert band.width_mm == pytest.approx(sum(year.width_mm for year in years), abs=0.1)


def test_days_that_are_too_near_are_one_mark_with_their_number():
    sheet = laid(drawn(28, SPANS["3,000 years"], "ar"))
    many = [mark for mark in sheet.marks if mark.side == "days"]
    assert sum(mark.count for mark in many) == len(many) > 0
    alone = sorted(mark.x_mm for mark in sheet.marks if mark.side == "day")
    assert all(other - one >= 1.79 for one, other in pairwise(alone))


def test_what_is_not_certain_is_soft_and_what_goes_on_is_open():
    edition = drawn(1, SPANS["38 years"], "ar")
    (entry,) = edition.entries.values()
    year = entry.when.year
    for typed, soft, opened in ((f"{year}~", True, ""), (f"{year}/..", False, "end")):
        changed = replace(entry, when=Date.parse(typed))
        period = changed.when.begin, changed.when.end
        poster = replace(edition.poster, period=period)
        (mark,) = laid(replace(edition, entries={entry.id: changed}, poster=poster)).marks
        assert (mark.soft, mark.open) == (soft, opened)


def test_a_promise_stands_in_place_of_the_introduction_and_fillers_where_there_is_room():
    edition = drawn(8, SPANS["8 years"], "ar")
    words = replace(
        edition.poster, promise=prose("وعد"), fillers=(Saying("", None, prose("قول")),) * 2
    )
    kinds = [p.panel.kind for p in laid(replace(edition, poster=words)).panels]
    assert kinds[:2] == ["promise", "filler"]
    assert len(kinds) <= 3


def test_a_poster_is_a_skyline_unless_an_actor_has_a_side():
    edition = drawn(8, SPANS["8 years"], "ar")
    auto = replace(edition, poster=replace(edition.poster, composition="auto"))
    assert laid(auto).composition == "skyline"


def pictured(edition: Edition, count: int, **words: str) -> Edition:
    """An edition whose first `count` events have a picture that lies."""
    shown = Picture("content/a.jpg", "alt", Prose(), "credit", "", None, 1800, 1200, True, "0")
    entries = {
        id: replace(entry, image=shown if number < count else None)
        for number, (id, entry) in enumerate(edition.entries.items())
    }
    return replace(edition, entries=entries, poster=replace(edition.poster, **words))


def test_pictures_stand_with_their_events_where_there_is_room():
    bare = drawn(8, SPANS["8 years"], "en")
    sheet = laid(pictured(bare, 2))
    shown = [card for card in sheet.cards if card.picture]
    assert len(shown) == 2
    assert all(card.picture and card.picture.width_mm <= card.box.width_mm for card in shown)
    texts = {card.id: card.face.text for card in laid(bare).cards}
    assert {card.id: card.face.text for card in sheet.cards} == texts
    assert not any(card.picture for card in laid(pictured(bare, 2, pictures="none")).cards)


def test_pictures_cost_no_text_and_little_type_unless_they_are_asked_for():
    full = drawn(28, SPANS["8 years"], "en", paper="A3")
    bare, sheet = laid(full), laid(pictured(full, 28))
    shown = {card.face.rank for card in sheet.cards if card.picture}
    assert shown == {"turning-point"}
    assert sheet.fit >= bare.fit * 0.8
    assert all(card.face.text for card in sheet.cards)
    crowded = drawn(80, SPANS["8 years"], "en")
    with pytest.raises(Refusal) as refused:
        laid(pictured(crowded, 80, pictures="minor"))
    (told,) = refused.value.diagnostics
    assert "`pictures: none`" in told.hint
    laid(pictured(crowded, 80, pictures="none"))


def test_a_picture_of_few_pixels_stands_smaller_and_one_on_end_is_no_higher_than_text_bears():
    edition = drawn(1, SPANS["38 years"], "en")
    ((id, entry),) = edition.entries.items()
    small = Picture("content/a.png", "alt", Prose(), "", "", None, 240, 120, True, "0")
    (card,) = laid(replace(edition, entries={id: replace(entry, image=small)})).cards
    assert card.face.picture_mm == pytest.approx(50.8)  # 240 pixels, 120 an inch
    tall = replace(small, width=1000, height=4000)
    (card,) = laid(replace(edition, entries={id: replace(entry, image=tall)})).cards
    assert card.face.picture_em * 4 == pytest.approx(64)


@pytest.mark.parametrize(
    ("title", "deep"), [("الحرف العربي في المطبعة", True), ("لبنان", False), ("Water", False)]
)
def test_a_title_with_tails_below_its_line_is_known(title, deep):
    assert Header("sky", "portrait", title, Prose(), Prose(), ()).deep is deep
