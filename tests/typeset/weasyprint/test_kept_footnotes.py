"""kept_footnotes: a note stands at the foot of the page that cites it."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from press.typeset import typeset as typesetting
from tests.typeset.weasyprint.test_shared_footnotes import cited, goals_of_marks, set_pages

# Nine lines and one of two, which fits the page no more with its note.
BODY = "".join("<p>كلام</p>" for _ in range(8)) + cited("one", 1, "<br>وعن المدنيين")


def test_a_note_whose_first_line_goes_overleaf_goes_with_it() -> None:
    pages, pdf = set_pages(BODY + cited("one", 2))
    assert [page.count("one") for page in pages] == [0, 1]
    assert [goal for goal, _ in goals_of_marks(pdf)] == ["foot-one-1", "foot-one-1"]


# Two notes of lines that stand already, and a paragraph of which one line finds room, not the two
# that it needs.
CROWDED = (
    cited("one", 1)
    + cited("two", 1)
    + "".join("<p>كلام</p>" for _ in range(5))
    + "<p>أول<br>وثان<br>وثالث<br>ورابع</p>"
)


def test_a_paragraph_that_finds_no_room_leaves_the_notes_above_it_where_they_are() -> None:
    pages, _ = set_pages(CROWDED)
    assert ["one" in page and "two" in page for page in pages] == [True, False]


def test_without_the_patch_a_note_goes_overleaf_to_make_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typesetting, "keeping_footnotes", nullcontext)
    pages, _ = set_pages(CROWDED)
    assert "two" not in pages[0]
