"""Notes: short at the foot of the page that cites them, whole in the annex, linked both ways."""

from __future__ import annotations

import datetime
import io
from contextlib import nullcontext
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from press.content.prose import NoteMark, Prose
from press.pdf.structure import read_structure
from press.preflight.readback.expected import Expected
from press.preflight.readback.reading import _once_a_page
from press.project import Project
from press.render.filters import line
from press.render.render import Html, environment
from press.typeset import typeset as typesetting
from press.typeset.tagging.mend import mend
from press.typeset.typeset import lay_out, paint
from tests.support.built import Run

PROJECT = Project(Path(__file__).resolve().parents[3], Path("output"), datetime.date(2026, 1, 31))
STYLE = """
@page { size: 100mm 100mm; margin: 10mm }
html { font: 12pt/8mm "Noto Naskh Arabic" }
body, p { margin: 0 }
.foot { float: footnote; font: 9pt/5mm "Noto Naskh Arabic" }
.foot::footnote-call { content: "" }
.foot::footnote-marker { content: none }
.next { break-before: page }
"""


def cited(note: str, turn: int, words: str = "", style: str = "") -> str:
    """A paragraph that cites a note."""
    key = f"{note}-{turn}"
    return (
        f'<p class="{style}">كلام عن الحماية{words}<a id="mark-{key}" role="doc-noteref" '
        f'href="#foot-{key}">4</a><span class="foot" id="foot-{key}" data-note="{note}" '
        f'role="doc-footnote"><a href="#mark-{key}">4</a> صحيفة الوقائع: {note}.</span></p>'
    )


def set_pages(body: str) -> tuple[list[str], pikepdf.Pdf]:
    """The texts of the pages, and the file."""
    html = f'<html lang="ar" dir="rtl"><style>{STYLE}</style><title>مثال</title><body>{body}'
    laid = lay_out(Html("example", html), PROJECT)
    pdf = mend(paint(laid, PROJECT, away=frozenset(["foot-one-2"]))).pdf
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    return pages, pikepdf.open(io.BytesIO(pdf))


def goals_of_marks(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Where the links in the text lead, and how they are named."""
    links = [
        note.held
        for element in read_structure(pdf).elements()
        if element.type == "Reference"
        for note in element.annotations()
    ]
    return [(str(link.Dest), str(link.Contents)) for link in links]


def marks(run: Run) -> list[NoteMark]:
    """Every mark that a text of the brief carries."""
    from press.preflight.readback.expected import brief_texts

    return [
        piece
        for expected in brief_texts(run.brief_sheet)
        if isinstance(expected.text, Prose)
        for piece in expected.text.pieces()
        if isinstance(piece, NoteMark) and piece.foot
    ]


def places(run: Run) -> dict[str, int]:
    """The page of every named destination of the brief."""
    with pikepdf.open(run.output / "brief.pdf") as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        return {str(name): numbers[goal[0].objgen] for name, goal in names.items()}


def test_every_note_stands_at_the_foot_of_the_page_that_cites_it(run: Run) -> None:
    found, pages = marks(run), places(run)
    assert len(found) > 50
    away = [m.key for m in found if pages[f"foot-{m.key}"] != pages[f"mark-{m.key}"]]
    assert away == []


def test_no_two_marks_share_a_name(run: Run) -> None:
    keys = [mark.key for mark in marks(run)]
    assert len(keys) == len(set(keys))


def test_a_note_at_the_foot_says_who_differs_and_what_is_printed_when_that_is_short(
    run: Run,
) -> None:
    feet = {m.fact: m.foot.text.plain() for m in marks(run) if m.foot}
    assert feet["ga-2010-members"] == ("صحيفة الوقائع: 24 دولة عضواً. المطبوع هنا: 42 دولة عضواً.")
    assert "المطبوع هنا" not in feet["unsc-1973-quote"]


def test_a_mark_leads_to_the_foot_and_the_foot_to_the_annex_and_back(run: Run) -> None:
    mark = next(m for m in marks(run) if m.fact == "ga-2010-members" and m.turn == 2)
    html = str(line(environment(PROJECT, run.built.edition.masthead.house), Prose(((mark,),))))
    assert 'id="mark-ga-2010-members-2"' in html
    assert 'href="#foot-ga-2010-members-2"' in html
    assert 'href="#mark-ga-2010-members-2"' in html
    assert 'href="#note-ga-2010-members"' in html


def test_a_note_that_a_page_cites_twice_stands_once_at_its_foot_and_both_marks_lead_there() -> None:
    pages, pdf = set_pages(cited("one", 1) + cited("two", 1) + cited("one", 2))
    assert [page.count("one") for page in pages] == [1]
    (first, second, third) = goals_of_marks(pdf)
    assert first == third
    assert first[0] == "foot-one-1"
    assert "صحيفة" in first[1]
    assert second[0] == "foot-two-1"
    assert "foot-one-2" not in pikepdf.NameTree(pdf.Root.Names.Dests)


def test_without_the_patch_it_stands_there_for_every_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typesetting, "sharing_footnotes", nullcontext)
    pages, _ = set_pages(cited("one", 1) + cited("two", 1) + cited("one", 2))
    assert [page.count("one") for page in pages] == [2]


def test_the_next_page_has_its_own() -> None:
    pages, pdf = set_pages(cited("one", 1) + cited("one", 2, style="next") + cited("one", 3))
    assert [page.count("one") for page in pages] == [1, 1]
    assert [goal for goal, _ in goals_of_marks(pdf)] == ["foot-one-1", "foot-one-2", "foot-one-2"]


def test_room_is_kept_for_a_note_that_stands_once() -> None:
    """A page holds ten lines of 8 mm: with a note for each five, with one for all eight."""
    pages, _ = set_pages("".join(cited("one", turn) for turn in range(1, 9)))
    assert len(pages) == 1


def test_a_foot_is_missed_unless_another_of_its_note_stands_on_its_page() -> None:
    feet = tuple(Expected("one", "note at the foot", "نص", f"foot-one-{n}") for n in (1, 2, 3))
    tops = {"foot-one-1": (1, 80.0, 10.0)} | {
        f"mark-one-{n}": (page, 20.0, 10.0) for n, page in ((1, 1), (2, 1), (3, 2))
    }
    assert [e.anchor for e in _once_a_page(feet, tops)] == ["foot-one-1", "foot-one-3"]
