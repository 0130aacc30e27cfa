"""A complaint about a printed page leads to the millimetre, the record and the line of YAML."""

import json
from pathlib import Path

import pytest

from press.content.edition import Edition
from press.content.prose import Prose
from press.diagnostics import Diagnostic, Place
from press.geometry import Box
from tests.support.pdfs import BASE, finished


@pytest.fixture(scope="module")
def edition() -> Edition:
    return finished("brief").edition


def typed_at(place: Place | None) -> str:
    """What stands in the base project from a place on."""
    assert place
    name = Path(place.path).relative_to("content")
    line = (BASE / name).read_text("utf-8").splitlines()[place.line - 1]
    return line[max(0, place.column - 1) :]


RECORDS = [
    ("resolution-1706", "title", "القرار 1706"),
    ("resolution-1706", "title in the contents", "القرار 1706"),
    ("resolution-1706", "symbol", "S/RES/1706 (2006)"),
    ("resolution-1706", "date", "2006-08-31"),
    ("unsc-1706-troops", "value", "17300"),
    ("note-unsc-1706-troops", "note", "تقول الصحيفة"),
    ("chapter-council", "title", "مجلس الأمن"),
    ("publication", "publisher", ""),
    ("brief", "introduction", ""),
]


@pytest.mark.parametrize(("record", "what", "begins"), RECORDS)
def test_a_key_of_a_record_has_the_place_where_it_was_typed(edition, record, what, begins):
    place = edition.typed(record, what)
    assert place
    assert typed_at(place).startswith(begins)
    if begins:
        assert place.column > 1


def test_a_key_that_a_record_lacks_has_the_place_of_the_record(edition):
    place = edition.typed("resolution-1706", "end of a term")
    assert place == Place("content/events/2006-08-31-resolution-1706.yaml", 1, 1)


def test_a_name_that_no_record_has_no_place(edition):
    assert edition.typed("nobody") is None


def test_every_event_person_source_and_fact_has_its_place(edition):
    names = [*edition.entries, *(f"person-{p}" for p in edition.people)]
    names += [*(f"source-{s}" for s in edition.sources), *edition.facts]
    assert [name for name in names if edition.typed(name) is None] == []


def words_and_places(prose: Prose) -> list[tuple[str, Place | None]]:
    """Each word of a text's first paragraph and where it is said to have been typed."""
    letters, found = 0, []
    for word in prose.plain().split("\n")[0].split():
        found.append((word, prose.at(0, letters)))
        letters += len(word)
    return found


def test_every_word_of_a_text_of_several_lines_has_its_own_line_and_column(edition):
    found = words_and_places(edition.entries["resolution-1706"].brief)
    by_word = dict(found)
    assert [by_word[w].line for w in ("وفق", "واستند", "بنشر", "وامتنعت", "التصويت،")] == [
        9, 9, 10, 11, 12,
    ]  # fmt: skip
    for word in ("وفق", "واستند", "بنشر", "وامتنعت", "التصويت،"):
        assert typed_at(by_word[word]).startswith(word)


def test_a_word_of_a_value_has_the_place_of_its_reference(edition):
    by_word = dict(words_and_places(edition.entries["resolution-1706"].brief))
    assert typed_at(by_word["الصين"]).startswith("{unsc-1706-abstained.names}")


BOX = Box(35.24, 120.42, 40.0, 5.2)


def test_the_place_on_the_page_and_the_line_of_the_record_are_printed_one_below_the_other():
    found = Diagnostic(
        "preflight/readback", Place("brief.pdf", 12),
        {"record": "resolution-1706", "what": "symbol", "text": "1706"}, case="text", at=BOX,
        record="resolution-1706",
        typed=Place("content/events/2006-08-31-resolution-1706.yaml", 14, 11),
    )  # fmt: skip
    assert found.lines().splitlines() == [
        "brief.pdf:12: error: resolution-1706, symbol: 1706 is not on the page "
        "[preflight/readback]",
        "  at: 35.2 mm from the left, 120.4 mm from the top, 40.0 × 5.2 mm",
        "  record: resolution-1706, content/events/2006-08-31-resolution-1706.yaml:14:11",
        f"  hint: {found.hint}",
    ]


def test_programs_get_the_same_as_keys_that_are_always_there():
    found = Diagnostic("preflight/direction", Place("brief.pdf", 12), at=BOX)
    told = json.loads(found.json_line())
    assert told["at"] == {"x_mm": 35.24, "y_mm": 120.42, "width_mm": 40.0, "height_mm": 5.2}
    assert (told["path"], told["line"], told["column"]) == ("brief.pdf", 12, 0)
    assert (told["record"], told["typed"]) == ("", None)
    bare = json.loads(Diagnostic("load/not-utf8", Place("a.yaml", 3)).json_line())
    assert list(bare) == list(told)
