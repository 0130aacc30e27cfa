"""Notes: short at the foot of the page that cites them, whole in the annex, linked both ways."""

from __future__ import annotations

import pikepdf

from press.filters import line
from press.prose import NoteMark, Prose
from tests.built import Run


def marks(run: Run) -> list[NoteMark]:
    """Every mark that a text of the brief carries."""
    from press.expected import brief_texts

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
    html = str(line(Prose(((mark,),))))
    assert 'id="mark-ga-2010-members-2"' in html
    assert 'href="#foot-ga-2010-members-2"' in html
    assert 'href="#mark-ga-2010-members-2"' in html
    assert 'href="#note-ga-2010-members"' in html
