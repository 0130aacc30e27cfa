"""Chronology: dates, symbols and terms of office agree with one another and with the calendar."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from press.codes.row import Value
from press.content.edition import Edition
from press.content.nodes import Text, place_of
from press.content.passages import Passage
from press.content.validate import Records
from press.diagnostics import Diagnostic, Place
from press.language.calendar import civil, day_of
from press.language.dates import Date

# Documents that are numbered in the order of their dates.
_SERIES = (re.compile(r"S/RES/(\d+)"), re.compile(r"S/PV\.(\d+)"))
# Sessions of the General Assembly are in its symbols since the thirty-first, in 1976.
_FIRST_SESSION = 31


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with its date; `event` is the event whose own symbol it is, or empty."""

    symbol: Text
    date: Date
    event: str = ""


def chronology(
    edition: Edition, records: Records, texts: tuple[Passage, ...]
) -> Iterator[Diagnostic]:
    """What the records say of time can be true together."""
    documents = tuple(_documents(records))
    yield from _terms(edition, records)
    for document in documents:
        yield from _year(document)
        yield from _session(document)
    yield from _numbering(documents)
    yield from _after_edition(edition, records)
    yield from _sequences(records)


def shared_symbol(
    edition: Edition, records: Records, texts: tuple[Passage, ...]
) -> Iterator[Diagnostic]:
    """A document symbol belongs to one event."""
    owners: dict[str, str] = {}
    for event in records.events.values():
        if event.symbol is None:
            continue
        if str(event.symbol) in owners:
            yield Diagnostic(
                "audit/shared-symbol",
                event.symbol.place,
                {"symbol": str(event.symbol), "event": owners[str(event.symbol)]},
            )
        owners.setdefault(str(event.symbol), event.id)


def _documents(records: Records) -> Iterator[Dated]:
    for event in records.events.values():
        if event.symbol is not None:
            yield Dated(event.symbol, event.date, event.id)
        if event.meeting is not None:
            yield Dated(event.meeting, event.date)
    for source in records.sources.values():
        if source.symbol is not None and source.date is not None:
            yield Dated(source.symbol, source.date)


def _terms(edition: Edition, records: Records) -> Iterator[Diagnostic]:
    """A term ends after it begins, and the terms of a person stand in order."""
    for person in edition.people.values():
        typed = records.people[person.id].terms
        terms = list(zip(person.terms, typed, strict=True))
        for term, keys in terms:
            if term.until and keys.end and term.until.last < term.since.first:
                yield _wrong(keys.end.place, "term", end=str(term.until), begin=str(term.since))
        for (before, _), (after, keys) in pairwise(terms):
            if after.since.last < before.since.first:
                yield _wrong(
                    keys.start.place, "terms", begin=str(after.since), before=str(before.since)
                )


def _year(document: Dated) -> Iterator[Diagnostic]:
    """The year in a symbol is that of its date; a paper of December may be issued in January."""
    for match in re.finditer(r"\((\d{4})\)$|(?:^|-)S/(\d{4})/", document.symbol):
        year, date = int(match[1] or match[2]), document.date
        last_year, last_month, _ = civil(date.last)
        issued = last_year + (1 if match[2] and last_month == 12 else 0)
        if not date.year <= year <= issued:
            yield _wrong(
                document.symbol.place,
                "year",
                symbol=str(document.symbol),
                year=year,
                date=str(date),
            )


def _session(document: Dated) -> Iterator[Diagnostic]:
    """A session runs from September to September; its papers come out from January before."""
    for match in re.finditer(r"(?:^|-)A/(RES/)?(\d+)/", document.symbol):
        session, date = int(match[2]), document.date
        if session < _FIRST_SESSION:
            continue
        opens = day_of(1945 + session, 9 if match[1] else 1, 1)
        closes = day_of(1946 + session, 9, 30)
        if date.last < opens or date.first > closes:
            yield _wrong(
                document.symbol.place,
                "session",
                symbol=str(document.symbol),
                opens=1945 + session,
                closes=1946 + session,
                date=str(date),
            )


def _numbering(documents: tuple[Dated, ...]) -> Iterator[Diagnostic]:
    """In a series a higher number has no earlier date, and one number has one date."""
    for series in _SERIES:
        numbered: dict[int, list[Dated]] = defaultdict(list)
        for document in documents:
            if match := series.match(document.symbol):
                numbered[int(match[1])].append(document)
        for same in numbered.values():
            for first, other in pairwise(same):
                if first.event and other.event:
                    continue  # two events of one symbol: `shared_symbol` says so
                if first.date.last < other.date.first or other.date.last < first.date.first:
                    yield _wrong(
                        other.symbol.place,
                        "two-dates",
                        symbol=str(other.symbol),
                        date=str(other.date),
                        other=str(first.date),
                        at=str(first.symbol.place),
                    )
        for before, after in pairwise(sorted(numbered)):
            first, other = numbered[before][0], numbered[after][0]
            if other.date.last < first.date.first:
                yield _wrong(
                    other.symbol.place,
                    "numbering",
                    symbol=str(other.symbol),
                    date=str(other.date),
                    lower=str(first.symbol),
                    other=str(first.date),
                )


def _after_edition(resolved: Edition, records: Records) -> Iterator[Diagnostic]:
    edition = resolved.masthead.edition
    for event in records.events.values():
        if event.date.first > edition.last:
            yield _wrong(
                _date_place(records, event.id),
                "edition",
                date=str(event.date),
                edition=str(edition),
            )


def _sequences(records: Records) -> Iterator[Diagnostic]:
    """An event of a kind that comes after another follows that of its year which it names."""
    for event in records.events.values():
        kind = records.kinds.events.get(str(event.kind))
        if kind is None or kind.after is None:
            continue
        for id in event.see:
            other = records.events[str(id)]
            same = other.kind == kind.after and other.date.year == event.date.year
            if same and event.date.last < other.date.first:
                yield _wrong(
                    _date_place(records, event.id),
                    "after",
                    date=str(event.date),
                    id=other.id,
                    other=str(other.date),
                )


def _date_place(records: Records, id: str) -> Place:
    return place_of(records.raw[id], ["date"])


def _wrong(place: Place, case: str, **values: Value) -> Diagnostic:
    return Diagnostic("audit/chronology", place, values, case=case)
