"""papers: the publication on papers whose scale is no round number, set in earnest."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from press.composition import paper
from press.layout import Sheets
from press.overflow import overflowing
from press.poster import lay_out_poster
from press.postersheet import Trial
from press.project import Project
from press.render import render, render_trials
from press.typeset import lay_out, measure
from tests.crowds import real_edition

ROOT = Path(__file__).resolve().parent.parent
PROJECT = Project(ROOT, ROOT / "output", datetime.date(2026, 1, 31))
# WeasyPrint's own unit.
MM_PER_PX = 25.4 / 96


@pytest.mark.parametrize(("name", "orientation"), [("A0", "portrait"), ("A2", "landscape")])
def test_a_poster_on_another_paper_is_set_as_it_was_measured(name: str, orientation: str) -> None:
    edition = real_edition()
    assert edition.poster
    words = replace(edition.poster, paper=name, orientation=orientation)
    edition = replace(edition, poster=words)

    def heights(trials: tuple[Trial, ...]) -> dict[str, float]:
        return measure(render_trials(trials, edition.masthead.house, PROJECT), PROJECT)

    sheet = lay_out_poster(edition, heights)
    assert sheet
    ((html,),) = render(Sheets(None, sheet), PROJECT).values()
    document = lay_out(html, PROJECT).document
    assert list(overflowing(document, "poster", 1)) == []
    (page,) = document.pages
    assert page.width * MM_PER_PX == pytest.approx(paper(name, orientation).width_mm, abs=0.01)
    # A rem is a design millimetre, to a thousandth of the sheet's width.
    rem = page._page_box.style.root_style["font_size"] * MM_PER_PX
    assert rem == pytest.approx(paper(name, orientation).scale, rel=1e-4)
