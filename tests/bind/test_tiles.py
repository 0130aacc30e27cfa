"""tiles: the poster on office sheets, from right to left, nothing lost and nothing twice."""

import io
import re

import pikepdf
import pypdfium2
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from press.bind.bind import Document
from press.bind.grid import Grid, grid_of, lay_grid
from press.bind.seams import divide_sparing
from press.bind.tiles import tile
from press.content.edition import Masthead
from press.content.prose import Prose
from press.content.values import House
from press.diagnostics import Refusal
from press.geometry import PAPERS_MM
from press.language.bidi import fold, visual
from press.language.dates import Date
from press.language.phrases import Phrase
from press.pdf.pages import read_pages
from press.project import HOME, Project
from press.render.render import Html
from press.typeset.typeset import typeset
from tests.support.glued import difference, glued, whole_poster
from tests.support.pdfs import picture
from tests.support.projects import project_in

TITLE = "ملصق للتجربة"
LENT = yaml.safe_load((HOME / "content" / "headings.ar.yaml").read_text("utf-8"))["sheets"]
MASTHEAD = Masthead(
    TITLE, Prose(()), "ar", 1, Date.parse("2026"), Phrase("2026", "rtl"), "", "", (), House(),
    sheets=LENT,
)  # fmt: skip
# A poster with something to see at every edge, seam and corner: 420 × 297 mm.
POSTER = f"""<!doctype html><html lang="ar" dir="rtl"><title>{TITLE}</title>
<style>
@page {{ size: 420mm 297mm; margin: 0; background: #f4f0e8 }}
body {{ color: #18222d; font-family: "Noto Kufi Arabic"; font-size: 18pt }}
div, svg {{ position: absolute }}
.frame {{ border: 3mm solid #a2371f; height: 291mm; left: 0; top: 0; width: 414mm }}
.faint {{ background: #12305a; height: 60mm; left: 150mm; opacity: 0.5; top: 90mm; width: 120mm }}
svg {{ height: 297mm; left: 0; top: 0; width: 420mm }}
</style>
<div class="frame"></div><div class="faint">شفاف</div>
<svg viewBox="0 0 420 297"><path d="M0 0L420 297M420 0L0 297" stroke="#12305a"/></svg>
<p>{"نص طويل يمر فوق كل حافة بين ورقة وأختها. " * 60} <a href="https://example.org">رابط</a></p>
"""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("tiles")
    return project_in(root, day="2026-11-23")


@pytest.fixture(scope="session")
def poster(project: Project) -> Document:
    gathering = typeset(Html("poster", POSTER), project)
    return Document("poster", "poster", "pdf", gathering.pdf, gathering.pages)


@pytest.fixture(scope="session")
def tiles(poster: Document, project: Project) -> Document:
    return tile(poster, MASTHEAD, project, overlap_mm=10)


# Any poster from A3 to A0 in both orientations, any sheet, any overlap and border that fit.
sides = st.floats(297.0, 1189.0)
grids = st.builds(
    lambda width, height, sheet, overlap, border: lay_grid(
        (width, height), PAPERS_MM[sheet], overlap_mm=overlap, border_mm=border
    ),
    sides,
    sides,
    st.sampled_from(("A3", "A4")),
    st.floats(0.0, 30.0),
    st.floats(0.0, 15.0),
)


def whole(grid: Grid) -> tuple[float, float]:
    """The size of the poster that a grid makes up, in mm."""
    parts = [t.part for t in grid.tiles]
    return max(p.right_mm for p in parts), max(p.bottom_mm for p in parts)


@given(grids, st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_every_point_of_the_poster_is_on_some_tile(grid, u, v):
    x, y = u * whole(grid)[0], v * whole(grid)[1]
    near = 1e-9
    assert any(
        t.part.x_mm - near <= x <= t.part.right_mm + near
        and t.part.y_mm - near <= y <= t.part.bottom_mm + near
        for t in grid.tiles
    )


@given(sides, sides, st.sampled_from(("A3", "A4")), st.floats(0.0, 30.0))
def test_the_tiles_make_up_the_poster_and_nothing_beside_it(width, height, sheet, overlap):
    grid = lay_grid((width, height), PAPERS_MM[sheet], overlap_mm=overlap, border_mm=12.0)
    assert whole(grid) == pytest.approx((width, height))
    assert min(t.part.x_mm for t in grid.tiles) == pytest.approx(0.0, abs=1e-9)
    assert min(t.part.y_mm for t in grid.tiles) == 0.0


@given(grids)
def test_neighbours_share_exactly_the_overlap(grid):
    parts = {(t.row, t.column): t.part for t in grid.tiles}
    for (row, column), part in parts.items():
        if left := parts.get((row, column + 1)):
            assert left.right_mm - part.x_mm == pytest.approx(grid.overlap_mm, abs=1e-9)
        if below := parts.get((row + 1, column)):
            assert part.bottom_mm - below.y_mm == pytest.approx(grid.overlap_mm, abs=1e-9)


@given(grids)
def test_tiles_run_from_right_to_left_then_down(grid):
    order = [(t.part.y_mm, -t.part.x_mm) for t in grid.tiles]
    assert order == sorted(order)
    assert [(t.row, t.column) for t in grid.tiles] == [
        (r, c) for r in range(1, grid.rows + 1) for c in range(1, grid.columns + 1)
    ]


@given(sides, sides, st.sampled_from(("A3", "A4")), st.floats(0.0, 30.0))
def test_no_tile_is_a_sliver_and_none_is_larger_than_its_sheet_shows(width, height, sheet, overlap):
    grid = lay_grid((width, height), PAPERS_MM[sheet], overlap_mm=overlap, border_mm=12.0)
    room = [side - 24.0 for side in grid.sheet_mm]
    for part in (t.part for t in grid.tiles):
        assert room[0] / 3 <= part.width_mm <= room[0] + 1e-6
        assert room[1] / 3 <= part.height_mm <= room[1] + 1e-6


def test_from_left_to_right_the_first_tile_stands_left():
    rtl, ltr = (
        lay_grid((841, 594), PAPERS_MM["A4"], overlap_mm=10, border_mm=12, direction=way)
        for way in ("rtl", "ltr")
    )
    assert rtl.tiles[0].part.right_mm == pytest.approx(841)
    assert ltr.tiles[0].part.x_mm == 0
    mirrored = [(t.row, ltr.columns + 1 - t.column, t.part) for t in ltr.tiles]
    assert sorted(mirrored, key=str) == sorted(
        ((t.row, t.column, t.part) for t in rtl.tiles), key=str
    )


def test_a_seam_moves_off_the_texts_that_it_would_cut():
    """Two parts of 100 mm share 10: the seam at 45 moves to the gap at 50, or stays in one."""
    plain = divide_sparing(100, 2, 10, 80, [], 0)
    assert plain == [(0, 55), (45, 100)]
    assert divide_sparing(100, 2, 10, 80, [(30, 49), (51, 70)], 0) == [(0, 60), (50, 100)]
    assert divide_sparing(100, 2, 10, 80, [(0, 44), (46, 70)], 0) == plain


def test_a_seam_moves_no_further_than_15_mm_and_no_part_outgrows_its_sheet():
    wide = [(20.0, 90.0)]
    assert divide_sparing(100, 2, 10, 80, wide, 0) == [(0, 55), (45, 100)]
    assert divide_sparing(100, 2, 10, 57, [(30.0, 49.0)], 0) == [(0, 55), (45, 100)]


def test_where_no_line_is_spared_the_seam_stands_between_large_words_or_letters():
    line, words = [(0.0, 100.0)], [(0.0, 48.0), (52.0, 100.0)]
    assert divide_sparing(100, 2, 10, 80, line, 0, words)[1] == (49, 100)
    letters = [(0.0, 39.0), (41.0, 100.0)]
    assert divide_sparing(100, 2, 10, 80, line, 0, [*line, *letters])[1] == (40, 100)
    # A line that can be spared is spared before a letter.
    texts = [(0.0, 38.0), (42.0, 100.0)]
    assert divide_sparing(100, 2, 10, 80, texts, 0, [(30.0, 44.0)] * 3)[1] == (41, 100)


def test_an_a1_poster_goes_on_eight_a4_or_four_a3_at_nearly_its_size():
    for sheet, exact, fewer in (("A4", 15, 8), ("A3", 8, 4)):
        grids = [
            lay_grid((841, 594), PAPERS_MM[sheet], overlap_mm=10, border_mm=12, smaller=smaller)
            for smaller in (False, True)
        ]
        assert [len(grid.tiles) for grid in grids] == [exact, fewer]
        assert grids[0].scale == 1
        assert 0.84 <= grids[1].scale < 1
        assert grids[1].whole.width_mm == pytest.approx(841 * grids[1].scale)


def test_a_poster_that_needs_all_its_sheets_is_not_made_smaller():
    grid = lay_grid((180, 270), PAPERS_MM["A4"], overlap_mm=10, border_mm=12, smaller=True)
    assert (len(grid.tiles), grid.scale) == (1, 1)


def test_the_sheet_is_turned_where_that_saves_paper():
    a1 = lay_grid((841, 594), PAPERS_MM["A4"], overlap_mm=10, border_mm=12)
    upright = lay_grid((594, 841), PAPERS_MM["A4"], overlap_mm=10, border_mm=12)
    assert (a1.sheet_mm, a1.rows, a1.columns) == ((210, 297), 3, 5)
    assert (upright.sheet_mm, upright.rows, upright.columns) == ((297, 210), 5, 3)


def test_the_assembled_tiles_equal_the_poster(poster, tiles):
    original = whole_poster(poster.pdf, (420, 297))
    grid = grid_of(read_pages(poster.pdf)[0], "tiles-a4", 10, "rtl")
    assert original.getcolors(10) is None  # there is something to see
    assert difference(original, glued(tiles.pdf, grid, original.size)) < 32


@pytest.mark.parametrize("sheet", ["A4", "A3"])
def test_the_sheets_of_the_publication_make_up_its_poster(run, sheet):
    """Glued together they show what the poster shows, but for how letters are smoothed."""
    size = run.poster.width_mm, run.poster.height_mm
    pdf = (run.output / f"poster-tiles-{sheet.lower()}.pdf").read_bytes()
    form = f"tiles-{sheet.lower()}"
    grid = grid_of(run.poster, form, 10, "rtl")
    original = whole_poster((run.output / "poster.pdf").read_bytes(), size)
    assert difference(original, glued(pdf, grid, original.size)) < 32
    off = grid_of(run.poster, form, 12, "rtl")
    assert difference(original, glued(pdf, off, original.size)) > 128


def test_the_poster_stands_in_the_file_once_and_as_lines(tiles):
    with pikepdf.open(io.BytesIO(tiles.pdf)) as pdf:
        posters = {page.Resources.XObject.Poster.objgen for page in pdf.pages}
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Width" in o]
    assert len(posters) == 1
    assert images == []


def test_a_tile_shows_nothing_of_the_poster_outside_its_window(project, tiles):
    dark = f'<html lang="ar"><title>{TITLE}</title><style>@page {{ size: 420mm 297mm;' \
        " margin: 0; background: #000 }</style>"  # fmt: skip
    gathering = typeset(Html("poster", dark), project)
    made = tile(
        Document("poster", "poster", "pdf", gathering.pdf, 1), MASTHEAD, project, overlap_mm=10
    )
    image = picture(made.pdf, 1, 25.4 / 72 * 4, "L")  # 4 px a mm
    grid = lay_grid((420, 297), PAPERS_MM["A4"], overlap_mm=10, border_mm=12)
    window = grid.window(grid.tiles[0])
    inside = tuple(round(4 * v) for v in (window.x_mm, window.y_mm, window.right_mm,
                                          window.bottom_mm))  # fmt: skip
    assert image.crop(inside).resize((1, 1)).getpixel((0, 0)) < 4
    # Thin lines and small words are left.
    image.paste(255, inside)
    assert sum(image.histogram()[:128]) < image.width * image.height / 100


def test_the_printers_margin_stays_empty(tiles):
    document = pypdfium2.PdfDocument(tiles.pdf)
    for page in document:
        image = page.render(scale=25.4 / 72 * 2).to_pil().convert("L")  # 2 px a mm
        image.paste(255, (10, 10, image.width - 10, image.height - 10))
        assert image.getextrema() == (255, 255)
    document.close()


def rows_of(document: Document, page: int) -> list[str]:
    """The rows of a page from left to right, folded."""
    return [
        fold("".join(glyph.character for glyph in row.glyphs))
        for row in read_pages(document.pdf)[page].rows
    ]


def test_a_tile_says_in_arabic_where_it_belongs(tiles):
    rows = rows_of(tiles, 2)
    said = fold(visual("الصف 1 · العمود 2 · الورقة 2 من"))
    assert any(said in row for row in rows)


def test_a_tile_names_its_neighbours_and_has_its_own_number_large(tiles):
    page = read_pages(tiles.pdf)[2]
    large = {g.character for row in page.rows for g in row.glyphs if g.size == pytest.approx(24)}
    assert large == {"2"}
    with pikepdf.open(io.BytesIO(tiles.pdf)) as pdf:
        words = pdf.pages[2].Resources.XObject.Words.read_bytes()
    assert len(re.findall(rb"[hf]\*?\n", words)) >= 3  # arrows to the right, left and down


def test_the_first_sheet_tells_how_to_assemble(tiles):
    rows = rows_of(tiles, 0)
    for words in ("خريطة التجميع", "رتب الأوراق بأرقامها: من اليمين إلى اليسار، ثم صفا تحت صف."):
        assert any(fold(visual(words)) in row for row in rows)


def test_there_is_a_sheet_for_the_map_and_one_for_every_tile(poster, tiles):
    grid = grid_of(read_pages(poster.pdf)[0], "tiles-a4", 10, "rtl")
    assert tiles.file == "poster-tiles-a4.pdf"
    assert tiles.pages == 1 + len(grid.tiles)


def test_nothing_is_tagged_and_nothing_can_be_clicked(tiles):
    with pikepdf.open(io.BytesIO(tiles.pdf)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert all("/Annots" not in page.obj for page in pdf.pages)
        page = pdf.pages[1]
        assert page.Contents.read_bytes().startswith(b"/Artifact BMC")
        for form in (page.Resources.XObject.Poster, page.Resources.XObject.Words):
            assert b"MCID" not in form.read_bytes()


def test_title_language_and_size_are_told(tiles):
    with pikepdf.open(io.BytesIO(tiles.pdf)) as pdf:
        assert pdf.docinfo.Title == TITLE
        assert pdf.Root.Lang == "ar"
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        assert TITLE in pdf.Root.Metadata.read_bytes().decode("utf-8")


def test_two_runs_give_the_same_bytes(poster, project, tiles):
    assert tile(poster, MASTHEAD, project, overlap_mm=10).pdf == tiles.pdf


def test_a3_sheets_are_fewer(poster, project, tiles):
    made = tile(poster, MASTHEAD, project, form="tiles-a3", overlap_mm=10)
    assert made.file == "poster-tiles-a3.pdf"
    assert made.pages < tiles.pages


def test_an_overlap_that_no_sheet_has_room_for_is_refused(poster, project):
    with pytest.raises(Refusal, match="bind/no-room"):
        tile(poster, MASTHEAD, project, overlap_mm=60)


def test_only_one_page_is_tiled(project):
    style = "html { font-family: Noto Sans } p { break-after: page }"
    two = f'<html lang="ar"><title>{TITLE}</title><style>{style}</style><p>1<p>2'
    gathering = typeset(Html("poster", two), project)
    with pytest.raises(Refusal, match="bind/not-one-page"):
        tile(
            Document("poster", "poster", "pdf", gathering.pdf, 2), MASTHEAD, project, overlap_mm=10
        )
