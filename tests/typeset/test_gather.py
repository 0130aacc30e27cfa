"""Gatherings: parted, numbered after each other, bound as if they had been set in one piece."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from press.bind.join import join
from press.cache import Store
from press.diagnostics import Refusal
from press.layout.brief import index as indexing
from press.layout.brief.breaks import LEAST, MOST, openings
from press.layout.brief.brief import LISTED, parted_contents
from press.pdf.page_keys import page_keys
from press.pdf.structure import Annotation, Element, MarkedContent, read_structure
from press.render.folios import blocks, ids, links, part, places, with_folios
from press.render.render import Html, render
from press.tasks import Alone
from press.typeset import gather as gathering
from press.typeset.gather import gather
from press.typeset.gathering import Gathering, Numbers
from press.typeset.tagging.mend import mend
from press.typeset.typeset import lay_out, number, paint
from press.workers import Crew, alone
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[2]
STYLE = """
@page { size: 100mm 90mm; margin: 15mm }
@page :left { @bottom-left { content: counter(page) } @top-left { content: string(head) } }
@page :right { @bottom-right { content: counter(page) } @top-right { content: string(head) } }
html { font-family: "Noto Naskh Arabic"; font-size: 11pt }
h1 { bookmark-level: 1; break-before: page; string-set: head content(); font-size: 14pt }
h2 { bookmark-level: 2; font-size: 12pt }
a::after { content: " ص " attr(data-folio) }
a.bare::after { content: none }
svg { width: 8mm; height: 8mm }
"""
DISC = '<svg viewBox="0 0 9 9"><title>قرص</title><circle cx="4" cy="4" r="4" fill="#12305a"/></svg>'


def page_text(word: str, count: int) -> str:
    return "".join(f"<p>{word} {n} في نص الفقرة التي تملأ الصفحة</p>" for n in range(count))


TEXT = f"""<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>كتاب</title>
<style>{STYLE}</style></head><body>
<h1 id="contents">المحتويات</h1><p><a href="#one">الأول</a></p><p><a href="#two">الثاني</a></p>
<p><a href="#deep">الموضع</a></p>{DISC}
<!-- gathering -->
<section class="chapter" id="one"><h1>الأول</h1>{page_text("سطر", 40)}<h2 id="late">آخر</h2>{DISC}
<p><a href="#deep">انظر</a></p>
<!-- gathering -->
<h2 id="after">تتمة</h2>{page_text("تتمة", 30)}</section>
<!-- gathering -->
<h1 id="two">الثاني</h1>{page_text("كلمة", 35)}<h2 id="deep">الموضع</h2>
<table><thead><tr><th>رأس</th></tr></thead><tbody><tr><td>خلية</td></tr></tbody></table>
<p><a class="bare" href="#one">عودة</a> <a href="#contents">فهرس</a></p>
</body></html>"""
HTMLS = tuple(Html("book", text, number) for number, text in enumerate(part(TEXT), start=1))


@pytest.fixture(scope="module")
def gathered() -> tuple[Gathering, ...]:
    return gather(HTMLS, OURS, alone())


@pytest.fixture(scope="module")
def bound(gathered: tuple[Gathering, ...]) -> bytes:
    return saved(join(gathered))


@pytest.fixture(scope="module")
def copied(gathered: tuple[Gathering, ...]) -> bytes:
    """The same parts joined by WeasyPrint itself, in one process, and mended as one piece."""
    laid, running, folios = [], dict[str, str](), dict[str, int]()
    for html, made in zip(HTMLS, gathered, strict=True):
        one = lay_out(html, OURS)
        folios |= {name: made.first + page for name, page in one.anchors().items()}
    for html, made in zip(HTMLS, gathered, strict=True):
        filled = Html(html.name, with_folios(html.text, folios), html.part)
        one = lay_out(filled, OURS, first=made.first)
        assert number(one, Numbers(made.first, running, {}))
        running |= one.foliation.running()
        laid.append(one)
    pages = [page for one in laid for page in one.document.pages]
    whole = laid[0].document.copy(pages)
    return mend(paint(replace(laid[0], document=whole), OURS)).pdf


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def tags(element: Element) -> Any:
    def kid(held: Element | MarkedContent | Annotation) -> Any:
        if isinstance(held, Element):
            return tags(held)
        return (held.page, held.number) if isinstance(held, MarkedContent) else (held.page, "link")

    return element.type, [kid(held) for held in element.kids]


def goals(pdf: pikepdf.Pdf) -> dict[str, tuple[int, list[float]]]:
    numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages, start=1)}
    held = list(pdf.Root.Names.Dests.Names)
    return {
        str(name): (numbers[goal[0].objgen], [round(float(v), 3) for v in goal[2:4]])
        for name, goal in zip(held[::2], held[1::2], strict=True)
    }


def links_of(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, str, list[float]]]:
    for at, page in enumerate(pdf.pages, start=1):
        for link in page.obj.get("/Annots", ()):
            edges = [round(float(edge), 2) for edge in link.Rect]
            yield at, str(link.Dest), str(link.Contents), edges


def outline(pdf: pikepdf.Pdf) -> Any:
    def told(items: Any) -> Any:
        return [(item.title, told(item.children)) for item in items]

    with pdf.open_outline() as held:
        return told(held.root)


def test_a_text_is_parted_at_its_marks_and_every_part_has_the_head():
    assert len(HTMLS) == 4
    assert all(html.text.count("<title>كتاب</title>") == 1 for html in HTMLS)


def test_what_is_open_at_a_mark_is_closed_and_opened_again_without_its_id():
    assert HTMLS[1].text.count("</section>") == 1
    assert '<section class="chapter" data-continued>' in HTMLS[2].text
    assert sorted(i for html in HTMLS for i in ids(html.text)) == sorted(ids(TEXT))


def test_every_link_is_given_the_folio_of_its_goal_and_no_other():
    text = with_folios('<a class="x" data-folio="9" href="#a">b</a><a href="#c">d</a>', {"a": 12})
    assert text == '<a class="x" data-folio="12" href="#a">b</a><a href="#c">d</a>'
    assert links(text) == {"a", "c"}


def test_blocks_are_what_stands_in_the_body_alone():
    text = (
        '<html><head><link href="a"></head><body class="b"><!-- <p> --><header><img><p>x<br>y</p>'
        "</header>\n<section><h1>z</h1><section></section></section><hr></body></html>"
    )
    assert blocks(text) == 3


def test_no_gathering_has_more_blocks_than_pages(run):
    """A page is guessed for each block of what was never laid out."""
    told = json.loads((run.output / "report.json").read_text("utf-8"))["gatherings"]
    pages = [held["pages"] for held in told if held["file"] == "brief.pdf"]
    found = [blocks(html.text) for html in render(run.built.sheets, OURS)["brief"]]
    assert len(found) == len(pages)
    assert found[0] == pages[0]
    assert all(least <= counted for least, counted in zip(found, pages, strict=True))


def test_gatherings_are_numbered_one_after_the_other(gathered):
    assert gathered[0].first == 1
    assert all(b.first == a.first + a.pages for a, b in pairwise(gathered))
    assert sum(g.pages for g in gathered) > 8


def test_every_page_has_its_number_and_the_head_that_runs_on(bound, gathered):
    for number_, text in enumerate(texts(bound), start=1):
        assert str(number_) in text.split(), number_
    chapter_goes_on = texts(bound)[gathered[2].first - 1]
    assert "الأول" in chapter_goes_on


def test_what_links_print_is_the_page_that_they_lead_to(bound):
    with pikepdf.open(io.BytesIO(bound)) as pdf:
        places = goals(pdf)
    contents = texts(bound)[0]
    for name in ("one", "two", "deep"):
        assert f"ص {places[name][0]}" in contents or str(places[name][0]) in contents.split(), name


def test_bound_gatherings_have_the_text_of_the_same_pages_copied(bound, copied):
    assert texts(bound) == texts(copied)


def test_bound_gatherings_have_the_links_goals_and_bookmarks_of_the_same_pages_copied(
    bound, copied
):
    with pikepdf.open(io.BytesIO(bound)) as ours, pikepdf.open(io.BytesIO(copied)) as theirs:
        assert goals(ours) == goals(theirs)
        assert list(links_of(ours)) == list(links_of(theirs))
        assert outline(ours) == outline(theirs)
        assert len(list(links_of(ours))) >= 6


def test_bound_gatherings_have_the_tags_of_the_same_pages_copied(bound, copied):
    with pikepdf.open(io.BytesIO(bound)) as ours, pikepdf.open(io.BytesIO(copied)) as theirs:
        assert tags(read_structure(ours)) == tags(read_structure(theirs))
        assert [kid.S for kid in ours.Root.StructTreeRoot.K] == ["/Document"]


def test_the_parent_tree_of_a_bound_file_leads_to_the_tags_of_its_page(bound):
    with pikepdf.open(io.BytesIO(bound)) as pdf:
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        keys = [int(key) for key in nums[::2]]
        owners = dict(zip(keys, nums[1::2], strict=True))
        assert keys == sorted(set(keys))
        for page in pdf.pages:
            assert all(o.Pg.objgen == page.obj.objgen for o in owners[page.obj.StructParents] if o)
            for link in page.obj.get("/Annots", ()):
                assert owners[link.StructParent].S == "/Link"


def test_bound_gatherings_look_like_the_same_pages_copied(bound, copied):
    ours, theirs = pypdfium2.PdfDocument(bound), pypdfium2.PdfDocument(copied)
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert bytes(one.render(scale=1).buffer) == bytes(other.render(scale=1).buffer)


def test_what_gatherings_hold_alike_is_kept_once_and_subsets_have_names_of_their_own(bound):
    with pikepdf.open(io.BytesIO(bound)) as pdf:
        streams = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        profiles = [o for o in streams if "/N" in o and o.get("/Type") != "/ObjStm"]
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/FontName" in o]
    assert len(profiles) == 1
    names = [str(font.FontName) for font in fonts]
    assert len(names) == len(set(names))


def test_two_bindings_of_the_same_gatherings_give_the_same_bytes(gathered, bound):
    assert saved(join(gathered)) == bound


def test_pages_that_differ_in_their_margins_are_laid_out_on_their_own_side():
    style = "@page :left { margin-left: 30mm; margin-right: 10mm }"
    html = Html("book", TEXT.replace("</style>", f"{style}</style>"))
    laid = lay_out(html, OURS, first=1)
    assert not number(laid, Numbers(2, {}, {}))
    assert number(laid, Numbers(3, {}, {}))
    assert paint(laid, OURS).first == 3


def test_where_ids_stand_is_looked_for_once_a_gathering(monkeypatch):
    asked = []

    def counted(text):
        asked.append(text)
        return places(text)

    monkeypatch.setattr(gathering, "places", counted)
    gather(HTMLS, OURS, alone())
    assert asked == [html.text for html in HTMLS]


def test_a_list_of_pages_is_laid_out_when_these_are_known(monkeypatch):
    """Two at once: chapters of two pages where their letters fill one, and where each is told."""
    laid: list[int] = []

    def counted(html: Html, *rest: Any, **named: Any) -> Any:
        laid.append(html.part)
        return lay_out(html, OURS, **named)

    monkeypatch.setattr("press.typeset.worker.lay_out", counted)
    wide = "<p style='height: 30mm'>طويل</p>" * 2
    chapters = "".join(f'<h1 id="c{n}">فصل</h1>{wide}' for n in range(9))
    told = "".join(f'<a data-once="x" href="#c{n}"></a>' for n in range(9))
    body = f"{chapters}<!-- gathering --><p>{told}</p>"
    page = f"{TEXT[: TEXT.index('<body>')]}<body>{body}</body></html>"
    htmls = [Html("book", one, at) for at, one in enumerate(part(page), start=1)]
    made = gather(htmls, OURS, Crew([Alone(), Alone()]))
    assert (made[1].first, laid) == (19, [1, 2])
    assert [one.worker for one in made] == [0, 1]  # they are painted side by side


def test_what_is_edited_is_guessed_to_stand_where_it_stood(tmp_path, monkeypatch):
    """Ten chapters of two pages where their letters fill one: a guess has a digit too few."""
    laid: list[int] = []

    def counted(html: Html, *rest: Any, **named: Any) -> Any:
        laid.append(html.part)
        return lay_out(html, OURS, **named)

    monkeypatch.setattr("press.typeset.worker.lay_out", counted)
    wide = "<p style='height: 30mm'>طويل</p>" * 2
    leads = [f'<a href="#c{min(n + 2, 9)}">ما يلي</a>' for n in range(9)]
    told = [f'<h1 id="c{n}">فصل</h1>{wide}<p>{lead}</p>' for n, lead in enumerate(leads)]
    body = "<!-- gathering -->".join([*told, f'<h1 id="c9">آخر</h1>{wide}'])
    page = f"{TEXT[: TEXT.index('<body>')]}<body>{body}</body></html>"
    store = Store(tmp_path / "work", "engine")

    def made(text: str) -> tuple[Gathering, ...]:
        htmls = [Html("book", one, at) for at, one in enumerate(part(text), start=1)]
        return gather(htmls, OURS, alone(), store=store)

    made(page)
    assert len(laid) > 10
    laid.clear()
    assert made(page.replace("آخر", "أخير"))[-1].first == 19
    assert laid == [10]
    laid.clear()
    made(page.replace("فصل", "باب", 9))
    assert sorted(laid) == list(range(1, 10))


def test_a_page_has_the_same_key_in_its_gathering_and_bound(gathered, bound):
    alone_keys = [key for one in gathered for key in page_keys(mend(one).pdf)]
    assert list(page_keys(bound)) == alone_keys
    assert len(set(alone_keys)) == len(alone_keys)


def test_a_long_chapter_is_parted_and_an_entry_more_moves_few_parts():
    ids = [f"event-{n}" for n in range(250)]
    opening = openings(ids)
    sizes = [
        b - a for a, b in pairwise([0, *(ids.index(i) for i in sorted(opening, key=ids.index))])
    ]
    assert all(LEAST <= size <= MOST for size in sizes)
    more = openings([*ids[:100], "another", *ids[100:]])
    assert len(opening & more) >= len(opening) - 3
    assert openings(ids[: LEAST + MOST]) == frozenset()


def test_long_contents_are_parted_between_chapters(run):
    chapters = run.built.edition.chapters
    assert parted_contents(chapters) == frozenset()
    many = [replace(chapter, id=f"{chapter.id}-{n}") for n in range(LISTED) for chapter in chapters]
    lines = sum(len(chapter.entries) + 1 for chapter in many)
    assert lines // (2 * LISTED) <= len(parted_contents(many)) <= lines // LISTED


def test_a_long_index_is_parted_and_each_line_has_its_name(run, monkeypatch):
    monkeypatch.setattr(indexing, "LEAST", 4)
    monkeypatch.setattr(indexing, "MOST", 6)
    sheet = run.brief_sheet
    listed = indexing.index_documents(run.built.edition, sheet.sources, sheet.headings)
    assert [d.symbol for d in listed] == [d.symbol for d in sheet.documents]
    starts = [0, *(n for n, document in enumerate(listed) if document.opens)]
    parts = [listed[i:j] for i, j in pairwise([*starts, len(listed)])]
    assert len(parts) > 2
    assert all(4 <= len(part) <= 10 for part in parts)
    assert not listed[0].opens
    assert len({document.anchor for document in listed}) == len(listed)


def test_no_term_of_the_glossary_ends_in_a_space_that_would_break_its_line(run):
    text = "".join(html.text for html in render(run.built.sheets, OURS)["brief"])
    terms = re.findall(r"<dt>([^<]*)<span class=\"term-latin\">", text)
    assert len(terms) == len([d for d in run.brief_sheet.glossary if d.latin])
    assert all(term == term.strip() for term in terms)


def test_all_gatherings_are_tried_and_each_fault_of_theirs_is_told_once():
    """A style that all share is one fault; what only one holds is found behind another's."""
    faults = {1: "nowhere", 2: "nowhere", 3: "elsewhere"}
    spoilt = [
        replace(html, text=html.text.replace("</body>", f'<a href="#{faults[n]}">x</a></body>'))
        if (n := html.part) in faults
        else html
        for html in HTMLS
    ]
    with pytest.raises(Refusal) as refusal:
        gather(spoilt, OURS, alone())
    told = [(one.code, one.values["id"]) for one in refusal.value.diagnostics]
    assert told == [("typeset/missing-anchor", "elsewhere"), ("typeset/missing-anchor", "nowhere")]
