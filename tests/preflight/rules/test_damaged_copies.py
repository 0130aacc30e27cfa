"""Every damage to the office sheets and the picture of a poster is caught by its own rule."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageOps, ImageStat

from press.diagnostics import Diagnostic
from press.pdf.pages import read_pages
from press.preflight.preflight import judge_picture, judge_tiles
from tests.support.damages import (
    Damage,
    at,
    drop_the_language,
    loose_the_fonts,
    retyped,
    rewritten,
    turn_the_direction,
    turned,
    without,
)
from tests.support.derived import judge
from tests.support.pdfs import (
    carry_too_much,
    codes,
    damaged,
    derived,
    finished,
    picture,
    with_image,
)

PAPERS = ("A4", "A3")


def said(
    damage: Damage, *, paper: str = "A4", pages: int | None = None, light: bool = False
) -> list[Diagnostic]:
    """What is said of the office sheets of a paper after `damage`."""
    one = finished("poster")
    (poster,) = read_pages(one.document.pdf)
    form = f"tiles-{paper.lower()}{'-light' if light else ''}"
    (made,) = (document for document in derived().documents if document.form == form)
    document = damaged(made, damage, pages=pages)
    sheets = read_pages(document.pdf, cut=True)
    return judge_tiles(document, sheets, poster, one.sheets, one.edition)


def take_a_sheet(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def exchange_two_labels(pdf: pikepdf.Pdf) -> None:
    one, other = (at(pdf, f"{n}/Resources/XObject") for n in (2, 3))
    one.Words, other.Words = other.Words, one.Words


at_the_edge = rewritten("1/Contents", lambda held: held + b"\n8 8 20 20 re f")
SHEET_DAMAGES: dict[str, tuple[Damage, str]] = {
    "a sheet is taken": (take_a_sheet, "page-count"),
    "fonts are not embedded": (loose_the_fonts, "fonts-embedded"),
    "a sheet is turned": (turned(2), "sheet-size"),
    "printers may shrink it": (
        without("Root/ViewerPreferences/PrintScaling"), "sheet-scaling",
    ),
    "two labels change places": (exchange_two_labels, "sheet-order"),
    "something is drawn at the edge": (at_the_edge, "sheet-margins"),
    "an image is too coarse": (with_image(2, "Gray", 60, (250, 400)), "coarse-image"),
    "an image is in inks": (with_image(2, "CMYK", 200, (250, 400)), "colour-space"),
    "it is too large for mail": (carry_too_much, "file-size"),
    "pages turn the other way": (turn_the_direction, "direction"),
    "the language is gone": (drop_the_language, "language"),
}  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("what", SHEET_DAMAGES)
def test_damaged_office_sheets_are_caught_by_their_own_rule(what, paper):
    damage, code = SHEET_DAMAGES[what]
    found = said(damage, paper=paper)
    assert codes(found) == {code}
    assert {d.place.path for d in found} == {f"poster-tiles-{paper.lower()}.pdf"}


POSTER = "0/Resources/XObject/Poster"  # which all sheets draw
LIGHT_DAMAGES: dict[str, tuple[Damage, str]] = {
    "a text is grey": (retyped(POSTER, b"BT\n0 g", b"BT\n.5 g", count=1), "sheet-toner"),
    "a solid is filled": (
        rewritten(POSTER, lambda c: c + b"\n0 g 900 900 80 80 re f"), "sheet-toner",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LIGHT_DAMAGES)
def test_damaged_sheets_for_toner_are_caught_by_their_own_rule(what):
    damage, code = LIGHT_DAMAGES[what]
    assert codes(said(damage, light=True)) == {code}


def test_sheets_for_toner_are_sound_and_say_what_the_poster_says():
    """No colour, more paper, and every letter at its place."""
    one = finished("poster")
    pages = read_pages(one.document.pdf)
    by_form = {document.form: document for document in derived().documents}
    for form in ("tiles-a4-light", "tiles-a3-light"):
        assert judge(pages, one.document, by_form[form], one.sheets, one.edition) == []
    coloured, light = (picture(by_form[form].pdf, 0, 1) for form in ("tiles-a4", "tiles-a4-light"))
    assert ImageChops.difference(light, light.convert("L").convert("RGB")).getbbox() is None
    assert sum(ImageStat.Stat(light).mean) > sum(ImageStat.Stat(coloured).mean)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_tile_that_was_never_made_is_missed(paper):
    made = derived().documents[1:][PAPERS.index(paper)].pages
    found = said(take_a_sheet, paper=paper, pages=made - 1)
    assert codes(found) == {"sheet-count"}


def test_what_stands_at_the_edge_of_a_sheet_is_found_with_its_place():
    (found,) = said(at_the_edge)
    assert found.place.line == 2
    assert "2.5 mm" in found.message or "3.0 mm" in found.message  # 8 pt are 2.8 mm


# -- the picture -----------------------------------------------------------------------------


def shown(change: Callable[[Image.Image], Image.Image], form: str = "PNG") -> list[Diagnostic]:
    """What is said of the picture after `change`."""
    out = io.BytesIO()
    change(Image.open(io.BytesIO(derived().picture))).save(out, form)
    one = finished("poster")
    return judge_picture("poster.png", out.getvalue(), one.document, one.edition)


def blot(picture: Image.Image) -> Image.Image:
    """A white patch, 60 by 30 mm of the poster, over its title."""
    (page,) = read_pages(finished("poster").document.pdf)
    scale = picture.width / page.width_mm
    title = max((g for row in page.rows for g in row.glyphs), key=lambda g: g.size)
    x, y = title.left * scale, title.top * scale
    ImageDraw.Draw(picture).rectangle((x, y, x + 60 * scale, y + 30 * scale), fill="white")
    return picture


PICTURE_DAMAGES: dict[str, tuple[Callable[[Image.Image], Image.Image], str]] = {
    "it is half as wide": (lambda p: p.reduce(2), "picture-form"),
    "it is ten pixels too high": (lambda p: p.resize((2400, p.height + 10)), "picture-form"),
    "it is in greys": (lambda p: p.convert("L"), "picture-form"),
    "it is white": (lambda p: Image.new("RGB", p.size, "white"), "picture-likeness"),
    "it is mirrored": (ImageOps.mirror, "picture-likeness"),
    "a part of it is covered": (blot, "picture-likeness"),
}


@pytest.mark.parametrize("what", PICTURE_DAMAGES)
def test_a_damaged_picture_is_caught_by_its_own_rule(what):
    damage, code = PICTURE_DAMAGES[what]
    found = shown(damage)
    assert codes(found) == {code}
    assert {d.place.path for d in found} == {"poster.png"}


def test_a_picture_of_another_kind_is_caught():
    assert codes(shown(lambda picture: picture, "BMP")) == {"picture-form"}


def test_a_picture_that_is_none_is_said_once():
    one = finished("poster")
    (found,) = judge_picture("poster.png", b"nothing", one.document, one.edition)
    assert found.code == "preflight/picture-form"
