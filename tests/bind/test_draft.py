"""What is a draft says so across every page, and nothing else of it is changed."""

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from press.bind.bind import Document
from press.bind.draft import mark_draft, set_mark
from press.preflight.preflight import preflight
from press.products import products_of
from press.typeset.gathering import Gathering
from tests.support import small
from tests.support.pdfs import codes, derived, finished, picture
from tests.support.projects import OURS

# Rules of what a file is made of; what is read and seen was judged before it was marked.
OF_THE_FILE = (
    "archive", "pdfa", "pdfua", "syntax", "untagged", "fonts", "colour-space", "metadata",
)  # fmt: skip


@cache
def mark() -> Gathering:
    """The word of the base project."""
    masthead = replace(finished("brief").edition.masthead, sheets={"draft": "مسودة"})
    return set_mark(masthead, OURS)


def marked(document: Document) -> Document:
    """A document as a draft."""
    return replace(document, pdf=mark_draft(document.pdf, mark(), document.form))


def changed(document: Document, page: int) -> list[tuple[float, float]]:
    """The middles of the fields, ten across and ten down, where a page looks otherwise marked."""
    before, after = (picture(held.pdf, page, 0.4) for held in (document, marked(document)))
    width, height = before.size
    fields = [(x / 10, y / 10) for x in range(10) for y in range(10)]

    def cut(x: float, y: float) -> tuple[int, int, int, int]:
        return (int(x * width), int(y * height), int((x + 0.1) * width), int((y + 0.1) * height))

    return [
        (x + 0.05, y + 0.05)
        for x, y in fields
        if before.crop(cut(x, y)).tobytes() != after.crop(cut(x, y)).tobytes()
    ]


def test_every_page_of_a_brief_is_marked_over_all_else_as_no_part_of_its_text():
    with pikepdf.open(io.BytesIO(marked(finished("brief").document).pdf)) as pdf:
        ends = [page.obj.Contents[-1].read_bytes() for page in pdf.pages]
    assert all(end.split(b"\n")[1].endswith(b"/Subtype /Watermark>> BDC") for end in ends)
    assert all(end.rstrip().endswith(b"EMC") for end in ends)
    assert all(end.count(b" Do") == 1 for end in ends)


def test_a_draft_keeps_what_is_asked_of_an_archive_and_of_readers():
    one = finished("brief")
    before = codes(preflight(one.document, one.sheets, one.edition))
    after = codes(preflight(marked(one.document), one.sheets, one.edition)) - before
    assert [code for code in after if code.startswith(OF_THE_FILE)] == []


def test_the_mark_is_seen_in_the_middle_of_a_page_and_not_at_its_edges():
    fields = changed(finished("brief").document, 1)
    assert len(fields) >= 10
    assert all(0.1 < x < 0.9 and 0.2 < y < 0.8 for x, y in fields)


def test_both_pages_on_a_side_of_a_booklet_are_marked():
    (booklet,) = (d for d in derived("brief").documents if d.form == "booklet")
    across = {x for x, _ in changed(booklet, 0)}
    assert min(across) < 0.3
    assert max(across) > 0.7


def test_a_poster_is_marked_in_every_part_as_large_as_an_office_sheet():
    with pikepdf.open(io.BytesIO(marked(finished("poster").document).pdf)) as pdf:
        assert pdf.pages[0].obj.Contents[-1].read_bytes().count(b" Do") == 6


def test_two_marks_of_one_file_are_the_same_bytes():
    document = finished("brief").document
    assert marked(document).pdf == marked(document).pdf


@pytest.mark.parametrize(("audit", "press"), [("draft", False), ("strict", True)])
def test_nothing_of_a_draft_goes_to_a_press(tmp_path, audit, press):
    change = ("language: ar", f"language: ar\naudit: {audit}")
    project = small.project(tmp_path, {"publication.yaml": change})
    printed = [product for product in products_of(project).values() if product.kind != "web"]
    assert {"press" in product.forms for product in printed} == {press}
