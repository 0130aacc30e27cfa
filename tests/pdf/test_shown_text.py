"""shown text: pages of the same operators have the same letters, and no others are taken for it."""

import io
import re

import pikepdf
import pytest

from press.bind.bind import Document
from press.pdf.pages import read_pages
from press.pdf.shown_text import read_forms, shown_text
from press.preflight import derived as copies
from tests.support.derived import judge
from tests.support.pdfs import damaged, derived, finished


def press_file() -> Document:
    """The press file of a sound poster."""
    return derived().documents[0]


def repainted(pattern: bytes, by: bytes) -> Document:
    """The press file after one place of its content was written otherwise."""

    def damage(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].obj.Contents.read_bytes()
        changed, times = re.subn(pattern, by, content, count=1)
        assert times == 1
        pdf.pages[0].obj.Contents = pdf.make_stream(changed)

    return damaged(press_file(), damage)


def shown(document: Document) -> list[object] | None:
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        return shown_text(pdf.pages[0], {}, aside="/Slug")


def test_a_poster_and_its_press_file_show_the_same_in_other_colours():
    told = shown(finished("poster").document)
    assert told
    assert shown(press_file()) == told


def test_what_shows_the_same_is_read_no_second_time(monkeypatch):
    one = finished("poster")
    read: list[object] = []
    monkeypatch.setattr(copies, "read_some", lambda *asked: read.append(asked) or ())
    assert judge((), one.document, press_file(), one.sheets, one.edition) == []
    assert not read


@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        pytest.param(rb"<[0-9a-f]{4}([0-9a-f]*)>", rb"<\1>", id="a letter less"),
        pytest.param(rb" ([\d.]+) Tm", rb" 9\1 Tm", id="a line elsewhere"),
        pytest.param(rb" ([\d.]+) Tf", rb" 9\1 Tf", id="larger"),
        pytest.param(rb"BT\n", b"BT\n9 Ts\n", id="raised"),
        pytest.param(rb"0\.75 0 0 0\.75 0 0 cm", b"0.7 0 0 0.7 0 0 cm", id="drawn smaller"),
        pytest.param(rb"(?s)BT\n.*?ET\n", b"", id="a line less"),
        pytest.param(rb"BT\n", b"BT\n2 0 Td\n", id="moved by a way that is not followed"),
    ],
)
def test_text_that_differs_is_not_the_same(pattern, by):
    assert shown(repainted(pattern, by)) != shown(press_file())


def test_another_letter_on_the_press_file_is_told():
    one = finished("poster")
    found = judge(
        (), one.document, repainted(rb"<[0-9a-f]{4}([0-9a-f]+)>", rb"<\1>"), one.sheets, one.edition
    )
    assert "bind/other-text" in {told.code for told in found}


def test_text_in_another_font_is_not_the_same():
    def damage(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].obj.Resources.Font
        names = sorted(fonts.keys())
        fonts[names[0]], fonts[names[1]] = fonts[names[1]], fonts[names[0]]

    assert shown(damaged(press_file(), damage)) != shown(press_file())


def test_a_slug_that_stands_on_the_page_is_told_as_text_of_its_own():
    one = finished("poster")
    moved = repainted(
        rb"q 1 0 0 1 ([\d.]+) -?[\d.]+ cm /Slug1 Do", rb"q 1 0 0 1 \1 99 cm /Slug1 Do"
    )
    assert shown(moved) == shown(press_file())
    found = judge((), one.document, moved, one.sheets, one.edition)
    assert "bind/other-text" in {told.code for told in found}


def test_the_text_of_forms_is_read_where_it_stands_on_the_page():
    (page,) = read_pages(press_file().pdf)
    slug = [row for row in page.rows if row.baseline > page.height_mm + 5.0]
    (line,) = read_forms(press_file().pdf)
    assert slug
    assert [row.glyphs for row in line.rows] == [row.glyphs for row in slug]
