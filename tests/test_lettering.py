from __future__ import annotations

import io

import pikepdf

from press.copying import copied_text
from press.lettering import mend_lettering
from press.pages import UNMAPPED, read_pages
from tests.pdfs import set_pages


def mended(body: str, style: str = "") -> tuple[bytes, int]:
    with pikepdf.open(io.BytesIO(set_pages(body, style))) as pdf:
        count = mend_lettering(pdf)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue(), count


def test_a_letter_that_its_mark_had_taken_gets_its_text_back():
    assert UNMAPPED in {g.character for g in read_pages(set_pages("<p>القارئَ"))[0].rows[0].glyphs}
    pdf, count = mended("<p>القارئَ")
    assert count == 2
    assert "".join(g.character for g in read_pages(pdf)[0].rows[0].glyphs) == "ئراقلا"


def test_a_mark_gives_back_the_letter_that_it_had_taken():
    pdf, _ = mended("<p>أُلقي أب", "p { font-weight: bold }")
    assert copied_text(pdf).count("أ") == 2


def test_a_page_without_marks_is_left_alone():
    assert mended("<p>القارئ أب")[1] == 0
