"""changed: which pages of two PDFs differ, and where."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Name
from PIL import Image

from press.geometry import Box
from press.render.render import Html
from press.report import page_diff
from press.report.page_diff import ChangedPage, changed_pages, differing
from press.typeset.typeset import typeset
from tests.support.projects import project_in

Set = Callable[..., bytes]

STYLE = """@page { size: 100mm 80mm; margin: 10mm; @bottom-right { content: counter(page) } }
html { font-family: "Noto Naskh Arabic"; font-size: 12pt } section { break-after: page }
p { position: absolute; top: 20mm; margin: 0 }"""
TEXTS = (
    "أذن المجلس بنشر قوة أممية في دارفور لم تسمح بها الخرطوم",
    "عيّن الأمين العام مستشاراً خاصاً معنياً بالمسؤولية عن الحماية",
    "ناقشت الجمعية العامة تقرير الأمين العام في ثلاث جلسات",
)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Set:
    """Sets one page a text, A7 across, with its folio."""
    root = tmp_path_factory.mktemp("changed")
    project = project_in(root, day="2026-11-23")

    def set_pages(*texts: str) -> bytes:
        body = "".join(f"<section><p>{text}</p></section>" for text in texts)
        page = f'<html lang="ar" dir="rtl"><title>ورق</title><style>{STYLE}</style>{body}</html>'
        return typeset(Html("changed", page), project).pdf

    return set_pages


@pytest.fixture(scope="session")
def three(pages: Set) -> bytes:
    return pages(*TEXTS)


def test_nothing_differs_between_a_file_and_itself(three):
    assert changed_pages("x.pdf", three, three) == ()
    assert changed_pages("x.pdf", three, three + b"\n") == ()


def test_a_word_that_changed_is_one_region_on_its_page(three, pages):
    other = pages(TEXTS[0], TEXTS[1].replace("مستشاراً", "ممثلاً"), TEXTS[2])
    (page,) = changed_pages("x.pdf", three, other)
    assert (page.file, page.before, page.after) == ("x.pdf", 2, 2)
    (region,) = page.regions
    assert region.within(Box(10, 29, 80, 10))  # the line, 7.2 mm high, from 10 + 20 mm


def test_a_page_more_is_new_and_those_after_it_differ_by_their_number(three, pages):
    other = pages(TEXTS[0], "صفحة جديدة لا تشبه غيرها في شيء", *TEXTS[1:])
    new, *moved = changed_pages("x.pdf", three, other)
    assert new == ChangedPage("x.pdf", 0, 2)
    assert [(p.before, p.after) for p in moved] == [(2, 3), (3, 4)]
    for page in moved:
        (folio,) = page.regions
        assert folio.y_mm > 70 and folio.width_mm < 4


def test_a_page_less_is_gone(three, pages):
    gone, moved = changed_pages("x.pdf", three, pages(TEXTS[0], TEXTS[2]))
    assert gone == ChangedPage("x.pdf", 2, 0)
    assert (moved.before, moved.after) == (3, 2)


def printed(said: str, mark: str = "") -> bytes:
    """A page of a press file with 5 mm of bleed: `said` below that, `mark` within it."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        page.obj.BleedBox = Array([50, 50, 150, 150])
        slug = pikepdf.Page(pdf.add_blank_page(page_size=(200, 200))).as_form_xobject()
        del pdf.pages[1]
        slug.write(said.encode())
        page.add_resource(slug, Name.XObject, Name("/Slug1"))
        page.obj.Contents = pdf.make_stream(f"{mark} q 1 0 0 1 0 0 cm /Slug1 Do Q".encode())
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_what_stands_outside_the_bleed_is_not_compared(monkeypatch):
    first, second = (printed(f"60 20 {width} 10 re f") for width in (20, 40))
    mark = "100 100 8 8 re f"
    (page,) = changed_pages("x.pdf", first, printed("60 20 40 10 re f", mark))
    (region,) = page.regions
    assert region.within(Box(35, 31, 4, 5))  # the mark alone, from the upper left of the media
    monkeypatch.setattr(page_diff, "_grey", lambda page: pytest.fail("drawn for its slug"))
    assert changed_pages("x.pdf", first, second) == ()


def test_two_places_far_apart_are_two_regions_and_near_ones_are_one():
    before = Image.new("L", (300, 300), 255)  # 100 mm square
    after = before.copy()
    after.paste(0, (30, 30, 36, 36))
    after.paste(0, (39, 30, 45, 36))
    after.paste(0, (240, 270, 246, 276))
    assert differing(before, after) == (Box(10, 10, 5, 2), Box(80, 90, 2, 2))


def test_a_page_of_another_size_differs_where_there_was_none():
    before = Image.new("L", (300, 300), 255)
    after = Image.new("L", (300, 330), 255)
    after.paste(0, (0, 300, 300, 330))
    assert differing(before, after) == (Box(0, 100, 100, 10),)
