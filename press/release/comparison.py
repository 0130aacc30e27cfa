"""Comparison: what one edition says and another does not, fact by fact and record by record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from press.release.snapshot import FactSaid, Record, Snapshot
from press.release.word_diff import Correction, Step, corrections, reword

Kind = Literal["added", "removed", "moved", "reworded"]
# What stands in an order of the editor's own; notes and cards follow from others.
ORDERED = ("entry", "chapter", "person", "term", "source")


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is new, gone or has another value; empty for what is not there."""

    id: str
    about: str
    before: str
    after: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text of a record as it was and as it is, the steps between, and how to correct it."""

    what: str
    before: str
    after: str
    steps: tuple[Step, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is new, gone, elsewhere or says something else.

    `behind` is the record that it follows now, among those of its kind; None for the first.
    """

    kind: Kind
    before: Record | None
    after: Record | None
    behind: Record | None = None
    texts: tuple[TextChange, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it was, or as it is when it is new."""
        held = self.before or self.after
        assert held
        return held


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two editions; falsy when nothing does."""

    facts: tuple[FactChange, ...]
    records: tuple[RecordChange, ...]

    def __bool__(self) -> bool:
        return bool(self.facts or self.records)


Key = tuple[str, str, str]


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    """What differs between two editions, records in the order in which the new one prints them.

    A record may be both moved and reworded; it is listed once for each.
    """
    return Comparison(tuple(_facts(old.facts, new.facts)), tuple(_records(old, new)))


def _facts(old: Sequence[FactSaid], new: Sequence[FactSaid]) -> Iterator[FactChange]:
    was = {fact.id: fact for fact in old}
    now = {fact.id: fact for fact in new}
    for id in dict.fromkeys((*now, *was)):
        before, after = was.get(id), now.get(id)
        held = after or before
        assert held
        values = before.value if before else "", after.value if after else ""
        if before is None or after is None or before.value != after.value:
            yield FactChange(id, held.about, *values, held.sources)


def _records(old: Snapshot, new: Snapshot) -> Iterator[RecordChange]:
    was = {_key(record): record for record in old.records}
    now = {_key(record): record for record in new.records}
    moved = _moved(was, now)
    last: dict[tuple[str, str], Record] = {}
    for key, after in now.items():
        behind = last.get((after.output, after.kind))
        last[after.output, after.kind] = after
        before = was.get(key)
        if before is None:
            yield RecordChange("added", None, after, behind)
            continue
        if key in moved:
            yield RecordChange("moved", before, after, behind)
        if texts := tuple(_texts(before, after)):
            yield RecordChange("reworded", before, after, behind, texts)
    for key, before in was.items():
        if key not in now:
            yield RecordChange("removed", before, None)


def _key(record: Record) -> Key:
    return record.output, record.kind, record.id + record.anchor


def _texts(before: Record, after: Record) -> Iterator[TextChange]:
    was = {said.what: said.text for said in before.texts}
    now = {said.what: said.text for said in after.texts}
    for what in dict.fromkeys((*now, *was)):
        texts = was.get(what, ""), now.get(what, "")
        steps = reword(*texts)
        if any(not step.kept for step in steps):
            yield TextChange(what, *texts, steps, corrections(*texts))


def _moved(was: Mapping[Key, Record], now: Mapping[Key, Record]) -> set[Key]:
    """The fewest records that must be taken for moved, so that all others keep their order.

    An entry that changed its chapter has moved too.
    """
    places = {key: place for place, key in enumerate(was)}
    found = set()
    for output, kind in {(record.output, record.kind) for record in now.values()}:
        if kind not in ORDERED:
            continue
        common = [k for k, r in now.items() if (r.output, r.kind) == (output, kind) and k in was]
        stay = [key for key in common if was[key].group == now[key].group]
        kept = _longest_rising([places[key] for key in stay])
        found |= {key for key in common if places[key] not in kept}
    return found


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The longest rising part of different `numbers` (patience sorting)."""
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tops, number)
        before[number] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [number]
    kept = set()
    at = tops[-1] if tops else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept
