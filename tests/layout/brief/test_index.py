"""Sources lead back: every source names the pages that rest on it, and each number is right."""

from pathlib import Path

import pikepdf
import pypdfium2

from press.layout.brief.index import THROUGHOUT
from press.pdf.structure import read_structure
from press.render.folios import with_folios
from press.render.render import Html
from press.typeset.gathering import Numbers
from press.typeset.typeset import lay_out, number
from tests.support.built import Run
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[3]
HTML = """<!doctype html><html lang="ar" dir="rtl"><head><style>
html { font-family: "Noto Naskh Arabic" }
[data-once]::after { content: "، " attr(data-folio) }
[data-again] { display: none }
</style></head><body><p>
<a data-once="s" href="#one"></a><a data-once="s" href="#two"></a>
<a data-once="s" href="#three"></a>
</p><p><a data-once="t" href="#three"></a></p></body></html>"""


def printed(run: Run) -> dict[str, list[tuple[str, str]]]:
    """What each source's links print, and where they lead, by the source's anchor."""
    document = pypdfium2.PdfDocument(run.output / "brief.pdf")
    texts = [page.get_textpage() for page in document]
    found: dict[str, list[tuple[str, str]]] = {}
    with pikepdf.open(run.output / "brief.pdf") as pdf:
        for element in read_structure(pdf).elements():
            if element.id.startswith("source-"):
                found[element.id] = [
                    (
                        texts[link.page - 1].get_text_bounded(*map(float, link.held.Rect)),
                        str(link.held.Dest),
                    )
                    for link in element.annotations()
                    if "/Dest" in link.held
                ]
    return found


def pages(run: Run) -> dict[str, int]:
    """The page of every named destination."""
    with pikepdf.open(run.output / "brief.pdf") as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages, start=1)}
        return {
            str(name): numbers[goal[0].objgen]
            for name, goal in pikepdf.NameTree(pdf.Root.Names.Dests).items()
        }


def test_every_source_prints_the_pages_that_rest_on_it_once_and_in_order(run):
    links, at = printed(run), pages(run)
    sheet = run.brief_sheet
    assert len(links) == len(sheet.sources) > 50
    for source in sheet.sources:
        numbers = [int(text.strip(" ،\r\n")) for text, _ in links[f"source-{source.id}"]]
        assert numbers == sorted({at[place.anchor] for place in source.places}), source.id
        goals = [at[goal] for _, goal in links[f"source-{source.id}"]]
        assert numbers == goals, source.id


def test_what_cites_a_source_is_among_its_places(run):
    sheet = run.brief_sheet
    places = {s.id: {p.anchor for p in s.places} for s in sheet.sources if not s.throughout}
    for note in sheet.notes:
        for source in note.sources:
            assert source.id not in places or f"note-{note.id}" in places[source.id]
    for fact in run.built.edition.facts.values():
        for said in fact.said:
            if fact.record in {entry.id for entry in run.built.edition.told()}:
                assert said.source not in places or fact.record in places[said.source]


def test_a_source_that_is_cited_throughout_names_the_first_place_alone(run):
    (sheet,) = (source for source in run.brief_sheet.sources if source.throughout)
    assert (sheet.number, len(sheet.places)) == (1, 1)
    assert all(0 < len(source.places) <= THROUGHOUT for source in run.brief_sheet.sources)


def test_a_link_of_a_source_is_named_by_what_it_leads_to(run):
    source = next(s for s in run.brief_sheet.sources if s.id == "gcr2p-341")
    with pikepdf.open(run.output / "brief.pdf") as pdf:
        (element,) = (e for e in read_structure(pdf).elements() if e.id == f"source-{source.id}")
        names = [str(link.held.Contents) for link in element.annotations() if "/Dest" in link.held]
    titles = {place.title for place in source.places}
    assert set(names) <= titles
    assert len(names) > 1


def test_a_document_among_the_sources_stands_in_the_index_under_its_own_title(run):
    titles = {document.symbol.text: document.title for document in run.brief_sheet.documents}
    assert titles["A/RES/60/1"] == "الوثيقة الختامية لمؤتمر القمة العالمي لعام 2005"
    assert titles["S/PV.5430"].startswith("محضر الجلسة: ")  # no source, told by its entry


def test_of_neighbours_that_lead_to_one_page_the_first_is_printed():
    folios = {"one": 7, "two": 7, "three": 8}
    assert with_folios(HTML, folios).count("data-again") == 2  # one link, and its style
    assert with_folios(HTML, {**folios, "three": 7}).count("data-again") == 3
    again = with_folios(with_folios(HTML, folios), {**folios, "two": 8})
    assert again.index('data-folio="8" data-again=""') > again.index('href="#two"')


def test_one_page_and_several_have_nouns_of_their_own():
    html = '<p data-names="s">' + HTML
    assert "data-several" in with_folios(html, {"one": 7, "two": 7, "three": 8})
    assert "data-several" not in with_folios(html, {"one": 7, "two": 7, "three": 7})
    again = with_folios(html, {"one": 7, "two": 7, "three": 8})
    assert "data-several" not in with_folios(again, {"one": 7, "two": 7, "three": 7})


def test_the_same_page_in_another_list_is_printed_again():
    html = with_folios(HTML, {"one": 7, "two": 7, "three": 7})
    assert 'data-once="t" data-folio="7" href' in html


def test_lists_that_lose_or_gain_a_number_are_laid_out_again():
    laid = lay_out(Html("list", with_folios(HTML, {"one": 7, "two": 7, "three": 8})), OURS)
    assert {"#one", "#two", "#three"} <= laid.foliation.asked
    assert number(laid, Numbers(1, {}, {"one": 6, "two": 6, "three": 9}))
    assert not number(laid, Numbers(1, {}, {"one": 6, "two": 7, "three": 9}))
    assert not number(laid, Numbers(1, {}, {"one": 6, "two": 6, "three": 6}))


def test_every_line_of_the_index_has_its_columns_where_the_others_have(run):
    """The last row of a page too, which is laid out twice."""
    begins = []
    for page in run.brief[-3:-1]:
        for row in page.rows:
            first = max(row.glyphs, key=lambda g: g.right)
            arabic = [g.right for g in row.glyphs if "\u0621" <= g.character <= "\u064a"]
            symbol = any(g.character in "SAG" and g.right > first.right - 35 for g in row.glyphs)
            if arabic and symbol and first.character.isascii():
                begins.append(max(arabic))
    assert len(begins) == len(run.brief_sheet.documents)
    assert max(begins) - min(begins) < 0.5
