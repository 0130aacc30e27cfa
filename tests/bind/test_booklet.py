"""A booklet folds into its brief: sheets are folded here as one folds paper, and leafed through."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from press.bind.booklet import SheetSide, booklet, impose
from press.bind.ruled_pages import missing_pages, set_ruled_pages
from press.pdf.pages import read_pages
from press.preflight.preflight import judge_booklet, judge_press
from tests.support.damages import Damage, at, put, retyped, rewritten, without
from tests.support.derived import judge
from tests.support.pdfs import codes, damaged, derived, finished
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[2]


def folded(sides: list[SheetSide], direction: str) -> list[int]:
    """The pages in the order in which one reads the sheets when they lie in each other, folded.

    A sheet is a front and the back behind it: what stands left on the front has behind it what
    stands right on the back. Folded, its outer half is the leaf that is read first.
    """
    leaves = []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        left, right = (front.left, back.right), (front.right, back.left)
        first, last = (right, left) if direction == "ltr" else (left, right)
        leaves.append((first, last))
    read = [page for first, _ in leaves for page in first]
    for _, (outside, inside) in reversed(leaves):
        read += [inside, outside]
    return read


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize("pages", [4, 8, 12, 44])
def test_folded_sheets_read_from_the_first_page_to_the_last(pages, direction):
    sides = list(impose(pages, direction))
    assert len(sides) == pages // 2
    assert folded(sides, direction) == list(range(1, pages + 1))


def test_what_is_read_from_right_to_left_has_its_cover_left_of_the_fold():
    assert next(impose(8, "rtl")) == SheetSide(1, 8, 0.0)
    assert next(impose(8, "ltr")) == SheetSide(8, 1, 0.0)


def test_inner_sheets_move_in_by_what_those_around_them_push_them_out():
    assert [side.creep_mm for side in impose(12, "rtl", 0.2)] == pytest.approx(
        [0, 0, 0.2, 0.2, 0.4, 0.4]
    )


def test_pages_that_fill_no_sheet_are_not_imposed():
    with pytest.raises(ValueError, match="42 pages"):
        list(impose(42, "rtl"))


@pytest.mark.parametrize(("pages", "lacking"), [(1, 3), (40, 0), (42, 2), (43, 1)])
def test_ruled_pages_fill_the_last_sheet(pages, lacking):
    assert missing_pages(pages) == lacking


def test_press_file_and_booklet_of_a_sound_brief_have_no_fault():
    one, made = finished("brief"), derived("brief")
    assert [document.form for document in made.documents] == ["press", "booklet"]
    for other in made.documents:
        assert judge((), one.document, other, one.sheets, one.edition) == []


def test_a_brief_for_the_press_fills_its_sheets():
    one, (press, _) = finished("brief"), derived("brief").documents
    assert press.pages == one.document.pages + missing_pages(one.document.pages)
    assert press.pages % 4 == 0


def test_ruled_pages_say_what_they_are_for():
    one = finished("brief")
    made = set_ruled_pages(one.edition.masthead, OURS, None, pages=3, size_mm=(148.0, 210.0))
    pages = read_pages(made.pdf)
    assert [round(page.height_mm) for page in pages] == [210, 210, 210]
    said = ["".join(g.character for row in page.rows for g in row.glyphs) for page in pages]
    assert ["ملاحظات"[::-1] in text for text in said] == [True, True, True]


def test_creep_moves_pages_towards_the_fold_and_is_judged_by_its_setting():
    one = finished("brief")
    with pikepdf.open(io.BytesIO(one.document.pdf)) as pdf:
        del pdf.pages[4:-1]
        eight = io.BytesIO()
        pdf.pages.extend(pdf.pages[:3])
        pdf.save(eight)
    brief = replace(one.document, pdf=eight.getvalue(), pages=8)
    moved = booklet(brief, None, one.edition.masthead, creep_mm=0.7)
    laid = replace(one.sheets.of("brief"), creep_mm=0.7)
    assert judge((), brief, moved, replace(one.sheets, brief=laid), one.edition) == []
    found = judge((), brief, moved, one.sheets, one.edition)
    assert {complaint.code for complaint in found} == {"bind/other-text"}


DAMAGES: dict[str, tuple[Damage, str]] = {
    "a sheet is gone": (lambda pdf: pdf.pages.__delitem__(-1), "page-count"),
    "a sheet is smaller": (
        put("0/MediaBox", pikepdf.Array([0, 0, 800, 842])), "booklet-sheets",
    ),
    "a printer may shrink it": (
        without("Root/ViewerPreferences/PrintScaling"), "booklet-printing",
    ),
    "it is turned over the long edge": (
        put("Root/ViewerPreferences/Duplex", pikepdf.Name.DuplexFlipLongEdge), "booklet-printing",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damaged_booklet_is_caught_by_its_own_rule(what):
    damage, code = DAMAGES[what]
    one, (_, made) = finished("brief"), derived("brief").documents
    pages = read_pages(one.document.pdf)
    assert codes(judge_booklet(damaged(made, damage), pages, one.sheets, one.edition)) == {code}


def test_two_pages_that_changed_places_are_caught():
    exchange = retyped("0/Contents", rb"(/P\d+ Do)(.*)(/P\d+ Do)", rb"\3\2\1")
    one, (_, made) = finished("brief"), derived("brief").documents
    found = judge((), one.document, damaged(made, exchange), one.sheets, one.edition)
    assert {complaint.code for complaint in found} == {"bind/other-text"}


def test_an_opener_that_stops_at_the_trim_is_caught():
    """The press file of a brief is judged by the rules of a poster's."""

    def paint_over_the_bleed(pdf: pikepdf.Pdf) -> None:
        left, low, _, high = (float(edge) for edge in at(pdf, "0/BleedBox"))
        width = float(at(pdf, "0/TrimBox/0")) - left
        strip = f"\nq 0 0 0 0 k {left} {low} {width} {high - low} re f Q".encode()
        rewritten("0/Contents", lambda held: held + strip)(pdf)

    one, (made, _) = finished("brief"), derived("brief").documents
    found = judge_press(damaged(made, paint_over_the_bleed), one.sheets, one.edition)
    assert codes(found) == {"press-bleed"}


def test_two_runs_give_the_same_bytes():
    _, made = derived("brief").documents
    derived.cache_clear()
    assert derived("brief").documents[1].pdf == made.pdf
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
