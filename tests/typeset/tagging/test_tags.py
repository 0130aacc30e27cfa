"""The structure tree is what the HTML says, whole and in order."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from press.pdf.structure import Element, MarkedContent, read_structure
from press.preflight.screen_reader import heard
from press.render.render import Html
from press.typeset.gathering import Gathering
from press.typeset.tagging.tags import mend_tags
from press.typeset.typeset import typeset
from tests.support.pdfs import finished
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[3]
STYLE = """
@page { size: 100mm 60mm; margin: 10mm }
@page { @top-right { content: "رأس الصفحة" } @bottom-left { content: counter(page) } }
body { font: 12pt/1.5 "Noto Naskh Arabic" }
body, p, h1, h2, table { margin: 0 }
.note { float: footnote } .bare::footnote-marker { content: none }
"""
BODY = """
<section><h1 id="one">عنوان <bdi lang="en" dir="ltr">Title</bdi></h1>
<nav role="doc-toc"><ol><li><a href="#two">الفصل الأول</a><ol><li><a href="#three">مدخل</a></li>
</ol></li></ol></nav>
<p>نص فيه <a href="#two" role="doc-noteref">3</a> ثم حاشية<span class="note">نص الحاشية</span>
وأخرى<span class="note bare"><a href="#one">7</a> نص آخر</span>
وبعدها كلام.</p></section>
<section id="two" style="break-before: page"><h1>الفصل الأول</h1>
<div>كلام في صندوق</div><div aria-hidden="true"><a href="#one">زخرف</a></div>
<div role="img" aria-label="رسم">2005 <a href="#one">العنوان</a></div>
<ul><li>بند أول</li><li>بند ثان<ul><li>فرع</li></ul></li></ul>
<dl><div><dt>لفظ</dt> <dd>معنى</dd></div>
<div><dt>لفظ آخر</dt> <dd>معنى آخر</dd></div></dl>
<ol><li>أول</li><li>ثان</li></ol></section>
<section style="break-before: page"><h1 id="three">مدخل</h1>
<p style="orphans: 1; widows: 1">{words}</p></section>
<section style="break-before: page"><h1>جدول</h1><table><thead><tr><th colspan="2">رأس</th></tr>
</thead><tbody>{rows}</tbody></table></section>
""".replace("{words}", "كلمات كثيرة تملأ الصفحة وما بعدها " * 25).replace(
    "{rows}", "".join(f"<tr><th>{n}</th><td>خلية {n}</td></tr>" for n in range(12))
)


@cache
def example() -> Gathering:
    html = f'<html lang="ar" dir="rtl"><style>{STYLE}</style><title>مثال</title><body>{BODY}'
    return typeset(Html("example", html), OURS)


@cache
def mended() -> pikepdf.Pdf:
    pdf = pikepdf.open(io.BytesIO(example().pdf))
    mend_tags(pdf)
    return pdf


@cache
def tree() -> Element:
    (document,) = read_structure(mended()).kids
    assert isinstance(document, Element)
    return document


def all_of(kind: str) -> list[Element]:
    return [element for element in tree().elements() if element.type == kind]


def types(element: Element) -> list[str]:
    return [kid.type if isinstance(kid, Element) else "·" for kid in element.kids]


def test_sections_stand_in_the_document_in_order():
    assert types(tree()) == ["Sect"] * 4
    assert [h.type for h in tree().elements() if h.type[0] == "H"] == ["H1"] * 4


def test_a_foreign_phrase_has_its_language():
    (title,) = all_of("Span")
    assert str(title.held.Lang) == "en"


def test_contents_are_toc_and_toci_with_references():
    outer, inner = all_of("TOC")
    assert types(outer) == ["TOCI"]
    assert types(outer.kids[0])[-1] == "TOC"
    assert types(inner.kids[0]) == ["Lbl", "P"]
    assert types(inner.kids[0].kids[1]) == ["Reference"]


def test_a_link_is_named_by_its_text_and_stands_in_the_tree():
    names = [str(a.held.Contents) for a in tree().annotations()]
    assert names == [
        "الفصل الأول",
        "مدخل",
        "3: الفصل الأول",
        "7: عنوان Title",
        "العنوان: عنوان Title",
    ]


def test_every_annotation_of_a_page_stands_in_the_tree_under_its_number():
    numbers = pikepdf.NumberTree(mended().Root.StructTreeRoot.ParentTree)
    held = [link for page in mended().pages for link in page.obj.get("/Annots", [])]
    assert len(held) == 5
    for link in held:
        assert numbers[int(link.StructParent)].S == "/Link"


def test_a_footnote_stands_behind_its_reference_with_an_id():
    note, numbered = all_of("Note")
    paragraph = next(p for p in all_of("P") if note in p.kids)
    place = paragraph.kids.index(note)
    assert types(paragraph)[place - 1] == "Reference"
    assert types(paragraph)[place + 1 : place + 4] == ["·", "Reference", "Note"]
    assert types(note)[0] == types(numbered)[0] == "Lbl"
    assert types(numbered.kids[0]) == ["Link"]
    ids = pikepdf.NameTree(mended().Root.StructTreeRoot.IDTree)
    assert ids[str(note.held.ID)].objgen == note.held.objgen


def test_words_in_a_box_are_a_paragraph():
    section = all_of("Sect")[1]
    assert types(section) == ["H1", "P", "Figure", "L", "L", "L"]


def test_a_drawing_of_boxes_has_its_text_and_its_place():
    (figure,) = all_of("Figure")
    assert str(figure.held.Alt) == "رسم"
    assert types(figure) == ["·", "Link"]
    left, low, right, high = (float(edge) for edge in figure.held.A.BBox)
    width, height = (float(edge) for edge in mended().pages[1].mediabox[2:])
    assert 0 < left < right < width
    assert 0 < low < high < height


def test_items_have_bodies_and_a_nested_list_stands_in_its_item():
    outer, inner, terms, numbered = all_of("L")
    assert types(outer) == ["LI", "LI"]
    assert inner in outer.kids[1].elements()
    assert "/A" not in outer.held
    assert numbered.held.A.ListNumbering == "/Decimal"
    assert types(terms) == ["LI", "LI"]
    assert types(terms.kids[0]) == ["Lbl", "LBody"]


def test_a_paragraph_over_two_pages_is_one():
    section = all_of("Sect")[2]
    assert types(section) == ["H1", "P"]
    assert len({content.page for content in section.kids[1].contents()}) > 1


def test_a_table_over_two_pages_is_one_with_one_head():
    (table,) = all_of("Table")
    assert types(table) == ["THead", "TBody"]
    assert types(table.kids[1]) == ["TR"] * 12
    assert len({content.page for content in table.contents()}) > 1
    head, *rows = all_of("TH")
    assert (head.held.A.Scope, int(head.held.A.ColSpan)) == ("/Column", 2)
    assert {str(row.held.A.Scope) for row in rows} == {"/Row"}


def test_what_no_tag_holds_is_an_artifact():
    kept = set(tree().contents())
    for number, page in enumerate(mended().pages, start=1):
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                assert MarkedContent(number, int(operands[1].MCID)) in kept
    drawn = mended().pages[0].Contents.read_bytes()
    assert drawn.count(b"/Artifact <</Type /Pagination /Subtype /Header>> BDC") == 1
    assert drawn.count(b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC") == 1


def test_the_index_by_page_leads_from_each_mark_to_its_tag():
    numbers = pikepdf.NumberTree(mended().Root.StructTreeRoot.ParentTree)

    def walk(element: Element) -> Iterator[None]:
        for kid in element.kids:
            if isinstance(kid, MarkedContent):
                page = mended().pages[kid.page - 1]
                owner = numbers[int(page.obj.StructParents)][kid.number]
                assert owner.objgen == element.held.objgen
                yield
            elif isinstance(kid, Element):
                yield from walk(kid)

    assert sum(1 for _ in walk(tree())) > 20


def test_nothing_of_the_origins_is_left_in_the_file():
    assert not any("/Origin" in element.held for element in tree().elements())


@pytest.mark.parametrize("name", ["brief", "poster"])
def test_an_icon_beside_the_name_of_its_actor_is_not_read_aloud(name):
    one = finished(name)
    actors = {actor.name for actor in one.edition.actors.values()}
    with pikepdf.open(io.BytesIO(one.document.pdf)) as pdf:
        tags = list(read_structure(pdf).elements())
    assert not [tag for tag in tags if tag.type == "Figure" and str(tag.held.Alt) in actors]


def test_the_poster_is_read_year_by_year_each_card_from_its_heading_on():
    with pikepdf.open(io.BytesIO(finished("poster").document.pdf)) as pdf:
        (document,) = read_structure(pdf).kids
        assert isinstance(document, Element)
        cards = [element for element in document.elements() if element.type == "Art"]
        assert cards
        assert all(types(card)[:3] == ["H3", "P", "P"] for card in cards)
        told = types(document)
        assert told[told.index("Art") - 1] == "H2"
        figures = [str(e.held.Alt) for e in document.elements() if e.type == "Figure"]
        assert all(re.search("[ء-ي]{2}", text) for text in figures)


def test_each_event_is_heard_once_and_no_number_of_a_drawing():
    one = finished("poster")
    (said,) = heard(one.document.pdf).values()
    titles = [told.text for told in said if told.type == "H3"]
    sheet = one.sheets.poster
    assert len(titles) == len(set(titles)) == len(sheet.cards)
    labels = [part.label.text for part in sheet.axis.parts if part.label]
    assert [told.text for told in said if told.type == "H2" and told.text in labels] == labels
    assert {told.text for told in said if told.text.isdecimal()} <= {*labels}
