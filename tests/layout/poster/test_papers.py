"""papers: the poster set in earnest: on papers whose scale is no round number, with long dates."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from press.content.edition import Edition
from press.content.prose import Prose, Words
from press.diagnostics import Place, Refusal
from press.language.arabic import LANGUAGE as ARABIC
from press.language.phrases import Phrase
from press.layout.layout import Sheets
from press.layout.poster.blocks import Trial
from press.layout.poster.composition import paper
from press.layout.poster.poster import lay_out_poster
from press.render.render import render, render_trials
from press.typeset.overflow import overflowing
from press.typeset.typeset import lay_out, measure
from tests.support.crowds import real_edition
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[3]
# WeasyPrint's own unit.
MM_PER_PX = 25.4 / 96


KNOWN: dict[str, float] = {}  # what one test measured is not measured by the next


def heights(trials: tuple[Trial, ...]) -> dict[str, float]:
    new = tuple(trial for trial in trials if repr(trial) not in KNOWN)
    if new:
        found = measure(render_trials(new, real_edition().masthead.house, OURS), OURS)
        KNOWN.update((repr(trial), found[trial.id]) for trial in new)
    return {trial.id: KNOWN[repr(trial)] for trial in trials}


def set_poster(edition: Edition) -> Any:
    """The poster laid out by WeasyPrint."""
    sheet = lay_out_poster(edition, heights)
    assert sheet
    ((html,),) = render(Sheets(None, sheet), OURS).values()
    return lay_out(html, OURS).document


@pytest.mark.parametrize(("name", "orientation"), [("A0", "portrait"), ("A2", "landscape")])
def test_a_poster_on_another_paper_is_set_as_it_was_measured(name, orientation):
    edition = real_edition()
    words = replace(edition.poster, composition="cards", paper=name, orientation=orientation)
    document = set_poster(replace(edition, poster=words))
    assert list(overflowing(document, "poster", 1)) == []
    (page,) = document.pages
    assert page.width * MM_PER_PX == pytest.approx(paper(name, orientation).width_mm, abs=0.01)
    # A rem is a design millimetre, to a thousandth of the sheet's width.
    rem = page._page_box.style.root_style["font_size"] * MM_PER_PX
    assert rem == pytest.approx(paper(name, orientation).scale, rel=1e-4)


def test_no_card_is_narrower_than_its_date_however_long_dates_are():
    """«٩ تشرين الثاني/نوفمبر» is not parted, and is wider than the narrowest card."""
    edition = real_edition()
    entries = {
        id: replace(entry, date=ARABIC.say_date(entry.when, digits="arabic", months="both"))
        for id, entry in edition.entries.items()
    }
    document = set_poster(replace(edition, entries=entries))
    assert list(overflowing(document, "poster", 1)) == []


def long_word() -> Prose:
    """A title of one word that is longer than any column is wide."""
    return Prose(((Words("س" * 400, Place("")),),))


@pytest.mark.parametrize("composition", ["cards", "skyline"])
def test_a_word_that_no_card_is_wide_enough_for_is_refused_at_its_place(composition):
    edition = real_edition()
    edition = replace(edition, poster=replace(edition.poster, composition=composition))
    entry = edition.entries["resolution-1706"]
    long = replace(entry, symbol=Phrase("S/RES/" + "1706" * 30, "ltr"), title=long_word())
    with pytest.raises(Refusal) as refusal:
        set_poster(replace(edition, entries=edition.entries | {entry.id: long}))
    (complaint,) = refusal.value.diagnostics
    assert complaint.code == "typeset/overflow"
    assert complaint.place.path.endswith("2006-08-31-resolution-1706.yaml")
    assert "resolution-1706" in complaint.message
