"""Write the events as linked data: schema.org's Event (JSON-LD 1.1), with the facts and sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from press.content.edition import Edition
from press.content.facts import Fact, by_record
from press.content.ledger import ledger
from press.language.dates import Date, Moment
from press.layout.web.sheet import WebEvent, WebSheet

NAME = "timeline.json"
# schema.org has no word for a date that is about right, nor for what sources make of a fact.
CONTEXT = [
    "https://schema.org",
    {"warraq": "urn:warraq:", "edtf": "warraq:edtf", "status": "warraq:status"},
]


def linked_data(sheet: WebSheet, edition: Edition) -> bytes:
    """`timeline.json`: the publication with its events in the order of time.

    A date is given as schema.org takes it (ISO 8601) where that says as much as the record, and
    always as the record has it (`edtf`). Each fact is a Claim with its status and its sources.
    """
    masthead = sheet.publication
    held: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "CreativeWork",
        "name": masthead.title,
        "inLanguage": masthead.language,
        "version": str(masthead.number),
        "datePublished": str(masthead.edition),
        "identifier": sheet.fingerprint,
    }
    if masthead.publisher:
        held["publisher"] = {"@type": "Organization", "name": masthead.publisher}
    if masthead.address:
        held["url"] = masthead.address
    facts = by_record(edition.facts)
    values = {row.id: row.value for row in ledger(edition)}
    events = sheet.timeline.events if sheet.timeline else ()
    held["hasPart"] = [
        _event(event, [_claim(f, values[f.id], edition) for f in facts.get(event.id, ())])
        for event in events
    ]
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _event(event: WebEvent, claims: list[dict[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "Event",
        "@id": f"index.html#{event.anchor}",
        "identifier": event.id,
        "name": event.title.plain(),
        **dict(iso_dates(event.when)),
        "edtf": str(event.when),
    }
    if event.text:
        made["description"] = event.text.plain()
    if event.actors:
        made["organizer"] = [{"@type": "Organization", "name": a.name} for a in event.actors]
    if event.kind:
        made["additionalType"] = event.kind
    if claims:
        made["subjectOf"] = claims
    return made


def iso_dates(date: Date) -> Iterator[tuple[str, str]]:
    """`startDate` and `endDate` in ISO 8601; nothing for what it cannot say.

    That is a date which is about right or doubtful, a decade, a century, several days that are not
    one stretch, and a year before 1, whose forms are by agreement only (ISO 8601-1, 4.3.2).
    """
    if date.precision == "days" or any(not _exact(moment) for moment in date.moments):
        return
    first, last = date.moments[0], date.moments[-1]
    if date.open != "start":
        yield "startDate", str(first)
    if date.open == "start" or len(date.moments) > 1:
        yield "endDate", str(last)


def _exact(moment: Moment) -> bool:
    doubtful = moment.approximate or moment.uncertain
    return not doubtful and moment.year > 0 and moment.unit not in ("decade", "century")


def _claim(fact: Fact, value: str, edition: Edition) -> dict[str, Any]:
    sources = [edition.sources[a.source] for a in fact.said if a.source in edition.sources]
    made: dict[str, Any] = {
        "@type": "Claim",
        "identifier": fact.id,
        "name": fact.about,
        "text": value,
        "status": fact.status,
    }
    if sources:
        made["citation"] = [
            {"@type": "CreativeWork", "identifier": source.id, "name": source.title}
            | ({"url": source.address} if source.address else {})
            for source in sources
        ]
    return made
