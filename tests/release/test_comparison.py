"""comparison: what is new, gone, elsewhere or worded otherwise between two snapshots."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.release.comparison import Comparison, FactChange, compare
from press.release.snapshot import FactSaid, Record, Said, Snapshot, as_json, from_json


def entry(id: str, chapter: str = "council", text: str = "أذن المجلس بنشر قوة") -> Record:
    return Record("brief", "entry", chapter, id, f"مدخل {id}", id, (Said("brief", text),))


def edition(*records: Record, troops: str = "17 300 عنصر") -> Snapshot:
    fact = FactSaid("troops", "a", "قوام القوة", troops, "agreed", ("صحيفة وقائع",))
    return Snapshot("عنوان", "ورّاق", 1, "23 تموز/يوليو 2026", "0123456789ab", records, (fact,))


def told(found: Comparison) -> list[tuple[str, str, str]]:
    return [(c.kind, c.record.id, c.behind.id if c.behind else "") for c in found.records]


OLD = edition(entry("a"), entry("b"), entry("c"), entry("d"))


def test_an_edition_does_not_differ_from_itself():
    assert not compare(OLD, OLD)


def test_a_snapshot_is_read_back_as_it_was_written():
    assert from_json(as_json(OLD)) == OLD


@pytest.mark.parametrize("told", [b"", b"[]", b'{"version": 0}', b'{"version": 1}'])
def test_what_is_no_snapshot_is_refused(told):
    with pytest.raises(ValueError):
        from_json(told)


def test_a_fact_with_another_value_is_told_with_both_and_its_sources():
    found = compare(OLD, replace(edition(troops="17 500 عنصر"), records=OLD.records))
    assert found.facts == (
        FactChange("troops", "قوام القوة", "17 300 عنصر", "17 500 عنصر", ("صحيفة وقائع",)),
    )
    assert not found.records


def test_a_record_more_is_added_behind_its_neighbour_and_one_less_is_removed():
    new = edition(entry("a"), entry("x"), entry("b"), entry("d"))
    assert told(compare(OLD, new)) == [("added", "x", "a"), ("removed", "c", "")]


def test_one_record_that_went_to_the_end_is_the_only_one_that_moved():
    new = edition(entry("b"), entry("c"), entry("d"), entry("a"))
    assert told(compare(OLD, new)) == [("moved", "a", "d")]


def test_an_entry_in_another_chapter_has_moved_though_its_neighbours_are_the_same():
    new = edition(entry("a"), entry("b"), entry("c"), entry("d", "assembly"))
    assert told(compare(OLD, new)) == [("moved", "d", "c")]


def test_a_text_that_changed_is_told_word_by_word():
    new = edition(entry("a", text="أذن المجلس بنشر بعثة"), entry("b"), entry("c"), entry("d"))
    (change,) = compare(OLD, new).records
    (text,) = change.texts
    assert [(s.before, s.after) for s in text.steps if not s.kept] == [(" قوة", " بعثة")]


def test_the_same_words_with_other_spaces_are_the_same_text():
    new = edition(entry("a", text="أذن  المجلس\tبنشر قوة "), entry("b"), entry("c"), entry("d"))
    assert not compare(OLD, new)


@given(st.permutations("abcdefg"), st.permutations("abcdefg"))
def test_those_that_have_not_moved_keep_their_order(old, new):
    found = compare(edition(*map(entry, old)), edition(*map(entry, new)))
    moved = {change.record.id for change in found.records}
    assert [id for id in old if id not in moved] == [id for id in new if id not in moved]
    assert len(moved) < len(old)
