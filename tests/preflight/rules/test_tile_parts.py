"""parts: office sheets that show something else than their part of the poster are caught."""

import re
from collections.abc import Callable

import pikepdf
import pytest

from press.geometry import MM_PER_PT
from press.pdf.pages import read_pages
from press.preflight.rules.tile_parts import same_on_tiles
from tests.support.damages import Damage, retyped, rewritten
from tests.support.pdfs import damaged, derived, finished

TILES = 1, 0  # A3 and A4


def found(damage: Damage = lambda pdf: None, which: int = 0) -> list[tuple[str, int]]:
    """What is said of the office sheets after `damage`: the code and the page."""
    one = finished("poster")
    (poster,) = read_pages(one.document.pdf)
    tiles = derived().documents[1:][which]
    document = damaged(tiles, damage, pages=tiles.pages)
    assert document.sheet_mm
    said = same_on_tiles(poster, document, one.sheets.poster.overlap_mm, "rtl")
    return [(complaint.code, complaint.place.line) for complaint in said]


@pytest.mark.parametrize("which", TILES)
def test_sheets_as_they_are_made_show_the_poster(which):
    assert found(which=which) == []


def moved(content: bytes) -> bytes:
    """The poster drawn a millimetre to the right."""
    start, end = re.search(rb"0 0 [\d.]+ (-?[\d.]+) -?[\d.]+ cm /Poster", content).span(1)
    x = float(content[start:end]) + 1 / MM_PER_PT
    return content[:start] + f"{x:.5f}".encode() + content[end:]


def larger(content: bytes) -> bytes:
    """The poster drawn a hundredth larger, from the same corner."""
    return re.sub(rb"([\d.]+) 0 0 [\d.]+ (\S+ \S+ cm /Poster)", rb"1.01 0 0 1.01 \2", content)


def cut(content: bytes) -> bytes:
    """What is seen of the poster ends 20 pt early."""
    start, end = re.search(rb"q \S+ \S+ (\S+) \S+ re W n", content).span(1)
    return content[:start] + f"{float(content[start:end]) - 20:.5f}".encode() + content[end:]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "the poster is a millimetre aside": moved,
    "the poster is larger": larger,
    "less of the poster is seen": cut,
    "all of the poster is seen": lambda c: re.sub(rb"q [^q]*? re W n", b"q ", c, count=1),
    "the poster is not drawn": lambda c: c.replace(b"/Poster Do", b""),
    "the poster is drawn twice": lambda c: c.replace(b"/Poster Do", b"/Poster Do /Poster Do"),
}


@pytest.mark.parametrize("what", SPOILT)
@pytest.mark.parametrize("page", [1, 3])
def test_a_sheet_that_shows_another_part_is_named(what, page):
    said = found(rewritten(f"{page - 1}/Contents", SPOILT[what]))
    assert ("bind/other-text", page) in said
    assert page == 1 or {number for _, number in said} == {page}


def test_another_letter_in_the_poster_that_all_sheets_draw_is_found_on_the_map():
    """The second letter of its first text is put before the first."""
    form = "0/Resources/XObject/Poster"
    damage = retyped(form, rb"\[ <(\w{4})(\w{4})", rb"[ <\2\1", count=1)
    assert found(damage) == [("bind/other-text", 1)]


def test_a_sheet_that_draws_a_poster_of_its_own_is_named():
    def damage(pdf: pikepdf.Pdf) -> None:
        forms = pdf.pages[2].obj.Resources.XObject
        own = pdf.make_stream(forms.Poster.read_bytes())
        for key, value in forms.Poster.items():
            if key not in ("/Length", "/Filter"):
                own[key] = value
        forms.Poster = own

    assert found(damage) == [("bind/other-text", 3)]
