import io

import pikepdf
import pytest

from press.pdf.pages import UNMAPPED, GlyphRow, read_pages, read_shapes
from tests.support.pdfs import set_pages


def rows(body: str, style: str = "") -> list[str]:
    """The rows of a small page, from left to right, with their spaces."""
    return [seen(row) for page in read_pages(set_pages(body, style)) for row in page.rows]


def seen(row: GlyphRow) -> str:
    return "".join(f"{' ' if space else ''}{glyph.character}" for glyph, space in row.spaced())


def test_letters_stand_from_left_to_right_as_the_eye_sees_them():
    assert rows("<p>سلم 12") == ["12 ملس"]


def test_an_alef_stands_left_of_the_lam_it_is_tied_to():
    assert rows("<p>لا لأن الإبطاء") == ["ءاطبإلا نأل ال"]


def test_the_letters_of_one_ligature_stand_in_their_order():
    assert rows("<p>لله الله") == ["هللا هلل"]


def test_a_space_is_a_gap_and_nothing_else():
    justified = "p { text-align: justify; width: 52mm }"
    assert rows("<p>دار ورد اذا رأى زرزور ذرة دارها وزاد", justified)[0].count(" ") >= 4


def test_a_number_of_five_figures_keeps_the_space_in_it():
    assert rows("<p>17&nbsp;300 عنصر") == ["رصنع 17 300"]


def test_marks_are_left_out():
    assert rows("<p>شيئاً مسجِّل") == ["لجسم ائيش"]


def test_a_letter_is_not_read_twice_when_its_mark_carries_its_text():
    bold = "p { font-weight: bold }"
    assert rows("<p>أُلقي أب", bold) == ["بأ يقلأ"]


def test_a_glyph_without_text_is_kept_as_such():
    assert rows("<p>القارئَ") == [f"{UNMAPPED}راقلا"]


def test_the_raised_figure_of_a_note_follows_its_word():
    note = '<a class="note-ref">3</a>'
    assert rows(f"<p>في 2006{note}، ثم{note} أذن") == ["نذأ ³مث ،³2006 يف"]


def test_the_brackets_of_a_raised_figure_are_read_with_it():
    note = '<a class="note-ref">(25)</a>'
    assert rows(f"<p>في 2006{note}، ثم{note} أذن") == ["نذأ ²⁵مث ،²⁵2006 يف"]
    assert rows("<p>في (2006) أذن") == ["نذأ (2006) يف"]


def test_a_raised_figure_is_told_from_the_last_figure_of_a_number():
    assert rows('<p><bdi dir="ltr">30</bdi><a class="note-ref">8</a>') == ["⁸30"]


def test_figures_of_another_column_are_not_raised():
    columns = "div { display: flex; gap: 6mm } .b { padding-top: 1mm }"
    body = '<div><p class="b">نص طويل</p><p>12</p></div>'
    assert sorted(rows(body, columns)) == sorted(["12", "ليوط صن"])


def test_a_hyphen_at_the_end_of_a_line_is_kept():
    narrow = '<p class="latin" dir="ltr" style="width: 30mm; white-space: normal">'
    lines = rows(f"{narrow}international-coalition-for")
    assert lines[0].endswith("-")
    assert "".join(lines) == "international-coalition-for"


def test_cells_of_one_height_stand_on_one_row():
    table = "<table style='width: 100%'><td>أول<td>ثان</table>"
    assert rows(table) == ["ناث لوأ"]


def test_places_count_from_the_corner_of_the_trim():
    pdf = set_pages("<p>أ", "@page { bleed: 10mm; margin: 20mm }")
    (page,) = read_pages(pdf)
    assert (page.width_mm, page.height_mm) == pytest.approx((210, 120))
    (glyph,) = page.rows[0].glyphs
    assert glyph.right == pytest.approx(190, abs=1)


def test_a_glyph_knows_its_size():
    (page,) = read_pages(set_pages("<p style='font-size: 17pt'>أ"))
    assert page.rows[0].glyphs[0].size == pytest.approx(17, abs=0.01)


@pytest.mark.parametrize("dress", ["", "opacity: 0.5;", "transform: rotate(0);"])
def test_a_box_is_a_shape_whatever_it_is_wrapped_in(dress):
    place = "position: absolute; left: 30mm; top: 10mm; width: 3mm; height: 6mm; background: red"
    (shape,) = read_shapes(set_pages(f"<div style='{dress}{place}'></div>"))
    edges = (shape.left, shape.top, shape.right, shape.bottom)
    assert edges == pytest.approx((50, 30, 53, 36), abs=0.01)


def test_pages_are_numbered_from_one():
    pdf = set_pages("<p>أ<p style='break-before: page'>ب")
    assert [page.number for page in read_pages(pdf)] == [1, 2]


def test_a_page_without_text_has_no_rows():
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        out = io.BytesIO()
        pdf.save(out)
    (page,) = read_pages(out.getvalue())
    assert page.rows == ()
