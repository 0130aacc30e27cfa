"""What stands beside the text: the summary, charts with their tables, pull-outs, the index."""

import re

import pytest

from press.content.nodes import Items, Text
from press.content.product_records import TableRecord
from press.content.prose import Prose
from press.content.references import show
from press.content.resolved import Shown
from press.content.values import read_value
from press.diagnostics import Place
from press.layout.brief.charts import _cells, draw
from press.layout.brief.exhibits import Exhibit
from press.layout.brief.notes import Notes
from press.preflight.readback.words import letter
from tests.support.built import Run


def exhibits(run: Run) -> list[Exhibit]:
    found = []
    for chapter in run.brief_sheet.chapters:
        found += chapter.exhibits
        for entry in chapter.entries:
            found += entry.exhibits
    return found


def rows(run: Run, page: int) -> list[str]:
    return ["".join(letter(g.character) for g in row.glyphs) for row in run.brief[page - 1].rows]


def pages_with(run: Run, words: str) -> list[int]:
    """The pages on which `words`, of one line, stand; letters only, in visual order."""
    visual = "".join(letter(c) for c in reversed(words) if not c.isspace())
    return [page.number for page in run.brief if any(visual in r for r in rows(run, page.number))]


def typed(*cells: str) -> Items:
    place = Place("brief.yaml")
    return Items.placed([Text.placed(cell, place) for cell in cells], place)


def test_every_drawn_value_stands_in_the_table_beside_the_drawing(run):
    drawn = [e for e in exhibits(run) if e.drawn]
    assert len(drawn) == 2
    for exhibit in (e for e in drawn if e.rows):
        cells = " ".join(c.text.plain() for row in exhibit.rows for c in row)
        for one in exhibit.drawn:
            for figure in re.findall(r"\d+", one.value.plain()):
                assert re.search(rf"\b{figure}\b", cells)


def test_every_drawing_says_aloud_all_its_values(run):
    for exhibit in exhibits(run):
        for one in exhibit.drawn:
            for figure in re.findall(r"\d+", one.value.plain()):
                assert figure == "0" or re.search(rf"\b{figure}\b", exhibit.aloud)


def test_bars_are_as_long_as_their_counts(run):
    (chart,) = (e for e in exhibits(run) if e.drawn and e.drawn[0].bar)
    ratios = {round(one.bar / int(one.value.plain()), 2) for one in chart.drawn}
    assert len(ratios) == 1


@pytest.mark.parametrize(
    ("typed_values", "bars"),
    [
        (["12", "140", "412"], [2.91, 33.98, 100.0]), (["1.5 km", "3 km"], [50.0, 100.0]),
        (["0", "0"], [0.0, 0.0]), (["-3", "6"], [0.0, 100.0]),
        (["5 km", "3 kg", "8"], [0.0, 0.0, 100.0]),
    ],
)  # fmt: skip
def test_figures_of_one_unit_are_drawn_as_bars(typed_values, bars):
    said = Prose()
    shown = tuple(
        Shown(said, read_value(value, None, counted=False), said) for value in typed_values
    )
    assert [one.bar for one in draw(shown, 100.0)] == bars


def test_every_vote_is_drawn_with_the_fifteen_seats_of_the_council(run):
    (chart,) = (e for e in exhibits(run) if e.drawn and e.drawn[0].seats)
    assert {len(one.seats) for one in chart.drawn} == {15}
    assert chart.drawn[1].seats.count("against") == 3


def test_a_joined_cell_reaches_over_the_columns_that_follow_it(run):
    for exhibit in exhibits(run):
        for row in exhibit.rows:
            assert sum(cell.columns for cell in row) == len(exhibit.columns)
    joined = _cells((Prose(), None, None, Prose()), Notes(run.built.edition, {}))
    assert [cell.columns for cell in joined] == [3, 1]


def test_a_row_has_a_cell_for_every_column():
    with pytest.raises(ValueError, match="row 1 has 1 cells, the table 2 columns"):
        TableRecord(columns=typed("أ", "ب"), rows=Items.placed([typed("ج")], Place("brief.yaml")))


def test_a_vote_is_shown_in_short_words_and_a_count_in_house_form(run):
    house = run.brief_sheet.publication.house
    assert show(read_value("12-0-3", None, counted=False), house).text == (
        "12 مؤيداً، ولا معارض، و3 ممتنعين"
    )
    assert show(read_value("42", None, counted=True), house).text == "42"


def test_the_summary_is_one_page_with_three_figures_and_who_acted(run):
    summary = run.brief_sheet.summary
    assert summary
    assert len(summary.figures) == 3
    assert len(summary.years) == 8
    heading, contents = run.brief_sheet.headings["summary"], run.brief_sheet.headings["contents"]
    assert pages_with(run, heading)[0] == 2
    assert pages_with(run, contents)[0] == 3


def test_every_document_of_an_entry_is_in_the_index_by_its_symbol(run):
    indexed = {d.symbol.text: {p.anchor for p in d.places} for d in run.brief_sheet.documents}
    for chapter in run.brief_sheet.chapters:
        for entry in chapter.entries:
            for symbol in (entry.symbol, entry.meeting):
                if symbol:
                    assert entry.id in indexed[symbol.text]
    assert list(indexed).index("S/RES/1366 (2001)") < list(indexed).index("S/RES/1674 (2006)")
