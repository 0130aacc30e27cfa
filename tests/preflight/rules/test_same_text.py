"""sameness: a derived file that says something else than the poster is caught."""

from dataclasses import replace

import pytest

from press.pdf.pages import RAISED, Page, read_pages
from press.preflight.rules.same_text import same_on_press
from tests.support.pdfs import set_pages


def poster(text: str, *, left_mm: float = 50.0) -> Page:
    """A page with `text` in a box 50 mm wide, whose left edge stands at `left_mm`."""
    box = f"position: absolute; left: {left_mm}mm; top: 30mm; width: 50mm"
    (page,) = read_pages(set_pages(f'<p style="{box}">{text}</p>'))
    return page


def test_the_same_text_at_the_same_place_is_the_same():
    assert not list(same_on_press(poster("عنصر 17300"), poster("عنصر 17300"), "poster-press.pdf"))


@pytest.mark.parametrize("other", ["عنصر 17310", "عنصر 1730", "عنصر 17300 أو", "عنصر 13700"])
def test_another_letter_or_digit_is_found(other):
    found = list(same_on_press(poster("عنصر 17300"), poster(other), "poster-press.pdf"))
    assert {d.code for d in found} == {"bind/other-text"}


def test_text_that_has_moved_is_found():
    assert list(same_on_press(poster("قرار"), poster("قرار", left_mm=51.0), "poster-press.pdf"))


def test_a_figure_that_a_small_copy_shows_as_if_raised_is_the_same():
    page = poster("عنصر 17300")
    raised = str.maketrans("0123456789", RAISED)
    rows = tuple(
        replace(
            row,
            glyphs=tuple(g._replace(character=g.character.translate(raised)) for g in row.glyphs),
        )
        for row in page.rows
    )
    assert not list(same_on_press(page, replace(page, rows=rows), "poster-tiles-a4.pdf"))
