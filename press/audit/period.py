"""Judge the period of the poster: it runs forward, and events stand apart in it."""

from __future__ import annotations

from collections.abc import Iterator

from press.audit.audited import Audited
from press.content.edition import Edition
from press.content.validate import Records
from press.diagnostics import Diagnostic
from press.language.dates import DAY

# Where the events take a smaller share of the period, nobody tells them apart on a wall.
LEAST_SHARE = 0.01


def wrong_period(audited: Audited) -> Iterator[Diagnostic]:
    """The period of a poster begins before it ends, and its events stand apart in it."""
    found: dict[Diagnostic, None] = {}
    for stem in audited.records.posters:
        found |= dict.fromkeys(_wrong(audited.told[stem], audited.records, stem))
    yield from found  # one period may be that of several posters


def outside_period(audited: Audited) -> Iterator[Diagnostic]:
    """An event outside the period of the poster is left out on purpose."""
    found: dict[str, Diagnostic] = {}
    for stem in audited.records.posters:
        seen = audited.told[stem]
        if not any(_wrong(seen, audited.records, stem)):
            found |= {d.place.path: d for d in _outside(seen, audited.records, stem)}
    yield from found.values()


def _wrong(edition: Edition, records: Records, stem: str) -> Iterator[Diagnostic]:
    """What is wrong with the period of one poster, of which `edition` is what it tells."""
    period = records.posters[stem].period
    if edition.poster is None or period is None:
        return
    place = edition.poster.typed_at.of("period")
    typed = {"first": str(period[0]), "last": str(period[-1])}
    first, after = edition.poster.period
    inside = [
        e.when for e in edition.entries.values() if e.when.end > first and e.when.begin < after
    ]
    if first >= after or period[0].begin > period[-1].begin:
        yield Diagnostic("audit/wrong-period", place, typed, case="turned")
    elif edition.entries and not inside:
        yield Diagnostic("audit/wrong-period", place, typed, case="empty")
    elif inside:
        begin, end = min(when.begin for when in inside), max(when.end for when in inside)
        if max(end - begin, 365 * DAY) < LEAST_SHARE * (after - first):
            yield Diagnostic("audit/wrong-period", place, typed, case="wide")


def _outside(edition: Edition, records: Records, stem: str) -> Iterator[Diagnostic]:
    if edition.poster is None or records.posters[stem].period is None:
        return
    first, after = edition.poster.period
    for entry in edition.entries.values():
        if entry.id in edition.poster.omit:
            continue
        if entry.when.begin < first or entry.when.end > after:
            place = entry.typed_at.of("date")
            yield Diagnostic("audit/outside-period", place, {"event": entry.id}, severity="advice")
