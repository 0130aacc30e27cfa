"""Chronology: dates, symbols and terms of office agree with one another and with the calendar."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from press.audit.audited import Audited
from press.audit.figures import bounds_of, figures
from press.codes.row import Value
from press.content.nodes import Text
from press.content.validate import Records
from press.diagnostics import Diagnostic, Place
from press.language.calendar import civil, day_of
from press.language.dates import Date
from press.language.hijri import HijriDate

# What the groups of a publication's pattern of symbols are, by their names: `number…` counts the
# documents of a series, `year…` is the year of a document, and `span1945_9_6…` counts spans from
# September of 1945 and so many years to June of the next.
_SPAN = re.compile(r"span(\d+)_(\d+)_(\d+)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with its date; `event` is the event whose own symbol it is, or empty."""

    symbol: Text
    date: Date
    event: str = ""


def chronology(audited: Audited) -> Iterator[Diagnostic]:
    """What the records say of time can be true together."""
    documents, symbols = tuple(_documents(audited.records)), audited.symbols
    yield from _terms(audited)
    for document in documents:
        yield from _year(document, symbols)
        yield from _span(document, symbols)
    yield from _numbering(documents, symbols)
    yield from _shown(audited.records)
    yield from _after_edition(audited)
    yield from _sequences(audited.records)


def shared_symbol(audited: Audited) -> Iterator[Diagnostic]:
    """A document symbol belongs to one event."""
    owners: dict[str, str] = {}
    for event in audited.records.events.values():
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


def _terms(audited: Audited) -> Iterator[Diagnostic]:
    """A term ends after it begins, and the terms of a person stand in order."""
    for person in audited.edition.people.values():
        typed = audited.records.people[person.id].terms
        terms = list(zip(person.terms, typed, strict=True))
        for term, keys in terms:
            if term.until and keys.end and term.until.last < term.since.first:
                yield _wrong(keys.end.place, "term", end=str(term.until), begin=str(term.since))
        for (before, _), (after, keys) in pairwise(terms):
            if after.since.last < before.since.first:
                yield _wrong(
                    keys.start.place, "terms", begin=str(after.since), before=str(before.since)
                )


def _groups(document: Dated, symbols: str, named: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The groups of the pattern that stand in a symbol and have names that begin so."""
    match = re.fullmatch(symbols, document.symbol)
    for name, said in match.groupdict().items() if match else ():
        if said is not None and name.startswith(named):
            yield name, match  # type: ignore[misc]


def _year(document: Dated, symbols: str) -> Iterator[Diagnostic]:
    """The year in a symbol is that of its date; a paper of December may be issued in January."""
    for name, match in _groups(document, symbols, "year"):
        year, date = int(match[name]), document.date
        last_year, last_month, _ = civil(date.last)
        if not date.year <= year <= last_year + (last_month == 12):
            yield _wrong(
                document.symbol.place,
                "year",
                symbol=str(document.symbol),
                year=year,
                date=str(date),
            )


def _span(document: Dated, symbols: str) -> Iterator[Diagnostic]:
    """A document is of the span of time, as a session, that its symbol counts."""
    for name, match in _groups(document, symbols, "span"):
        if told := _SPAN.match(name):
            base, first, last = map(int, told.groups())
            opens, date = base + int(match[name]), document.date
            if date.last < day_of(opens, first, 1) or _month(date.first) > (opens + 1, last):
                yield _wrong(
                    document.symbol.place,
                    "span",
                    symbol=str(document.symbol),
                    opens=f"{opens}-{first:02}",
                    closes=f"{opens + 1}-{last:02}",
                    date=str(date),
                )


def _month(day: int) -> tuple[int, int]:
    year, month, _ = civil(day)
    return year, month


def _numbering(documents: tuple[Dated, ...], symbols: str) -> Iterator[Diagnostic]:
    """In a series a higher number has no earlier date, and one number has one date."""
    series: dict[str, dict[int, list[Dated]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for name, match in _groups(document, symbols, "number"):
            series[document.symbol[: match.start(name)]][int(match[name])].append(document)
    for numbered in series.values():
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


def _after_edition(audited: Audited) -> Iterator[Diagnostic]:
    edition = audited.edition.masthead.edition
    for event in audited.records.events.values():
        if event.date.first > edition.last:
            yield _wrong(
                event.typed_at.of("date"),
                "edition",
                date=str(event.date),
                edition=str(edition),
            )


def _shown(records: Records) -> Iterator[Diagnostic]:
    """Words in place of a date name its years, and a Hijri date is that of its day."""
    for event in records.events.values():
        if event.shown:
            said = {figure.text for figure in figures(event.shown)} | {
                str(f.when.year) for f in figures(event.shown) if f.when
            }
            if missing := [y for y in sorted(bounds_of(event.date)) if y not in said]:
                yield _wrong(event.shown.place, "shown", year=missing[0], date=str(event.date))
        day = event.date.precision == "day"
        apart = event.hijri.days_from(event.date.first) if event.hijri and day else None
        if apart:
            found = _wrong(
                event.typed_at.of("hijri"),
                "hijri",
                hijri=str(event.hijri),
                date=str(event.date),
                computed=str(HijriDate.of_day(event.date.first)),
            )
            yield replace(found, severity="advice") if apart == 1 else found


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
                    event.typed_at.of("date"),
                    "after",
                    date=str(event.date),
                    id=other.id,
                    other=str(other.date),
                )


def _wrong(place: Place, case: str, **values: Value) -> Diagnostic:
    return Diagnostic("audit/chronology", place, values, case=case)
