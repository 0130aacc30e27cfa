"""Index documents and sources: what each is, and every place that speaks of it or rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from press.content.edition import Edition
from press.content.prose import Printed, Prose
from press.content.values import is_symbol, say_symbol
from press.language.phrases import Phrase
from press.layout.brief.breaks import openings
from press.layout.brief.exhibits import Indexed, Referral
from press.layout.brief.sheet import ListedSource, Note

# A part of a long index, in documents; a page has room for some twenty.
LEAST, MOST = 240, 360
# What more places than these rest on is cited throughout.
THROUGHOUT = 12


def index_documents(
    edition: Edition, sources: Iterable[ListedSource], headings: Mapping[str, str]
) -> tuple[Indexed, ...]:
    """Every document of which the brief gives the symbol, by its letters and numbers."""
    sources = tuple(sources)
    # A document among the sources has its own title; another is named by the entry that tells it.
    titles = {source.symbol.text: source.title for source in sources if source.symbol}
    places: dict[str, dict[str, Referral]] = {}

    def add(symbol: Phrase, title: str, anchor: str, spoken: str) -> None:
        if title:
            titles.setdefault(symbol.text, title)
        places.setdefault(symbol.text, {}).setdefault(anchor, Referral(anchor, spoken))

    told = list(edition.told())
    for entry in told:
        title = entry.title.plain()
        if entry.symbol:
            add(entry.symbol, title, entry.id, title)
        if entry.meeting:
            record = f"{headings.get('meeting', '')}: {title}".lstrip(": ")
            add(entry.meeting, record, entry.id, title)
    for entry in told:
        for symbol in _symbols(entry.brief, edition):
            add(symbol, "", entry.id, entry.title.plain())
    for source in sources:
        if source.symbol:
            add(source.symbol, "", f"source-{source.id}", source.title)
    listed = [text for text in sorted(places, key=_order) if text in titles]
    opening = openings(listed, LEAST, MOST)
    turns = {entry.id: turn for turn, entry in enumerate(told)}
    return tuple(
        Indexed(
            say_symbol(text),
            titles[text],
            tuple(sorted(places[text].values(), key=lambda p: turns.get(p.anchor, len(turns)))),
            text in opening,
        )
        for text in listed
    )


def index_sources(
    edition: Edition, sources: Iterable[ListedSource], notes: Iterable[Note]
) -> tuple[ListedSource, ...]:
    """`sources` with what rests on each: chapters, entries, people and notes, in running order."""
    places: dict[str, dict[str, Referral]] = {}

    def add(source: str, anchor: str, title: str) -> None:
        places.setdefault(source, {}).setdefault(anchor, Referral(anchor, title))

    attesting: dict[str, set[str]] = {}
    for fact in edition.facts.values():
        attesting.setdefault(fact.record, set()).update(a.source for a in fact.said)
    for record, anchor, title in _records(edition):
        for id in attesting.get(record, ()):
            add(id, anchor, title)
    for note in notes:
        for source in note.sources:
            add(source.id, f"note-{note.id}", note.about)
    held = ((source, tuple(places.get(source.id, {}).values())) for source in sources)
    return tuple(
        replace(source, places=there[:1], throughout=True)
        if len(there) > THROUGHOUT
        else replace(source, places=there)
        for source, there in held
    )


def _records(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """The records that the brief tells, in running order: id, anchor and title."""
    for chapter in edition.chapters:
        if chapter.id not in edition.entries:  # which has the facts of that name
            yield chapter.id, f"chapter-{chapter.id}", chapter.title.plain()
        for entry in chapter.entries:
            yield entry.id, entry.id, entry.title.plain()
    for person in edition.people.values():
        yield person.id, f"person-{person.id}", person.name


def _symbols(prose: Prose, edition: Edition) -> Iterator[Phrase]:
    """The document symbols that a text prints."""
    printed = (piece.phrase for piece in prose.pieces() if isinstance(piece, Printed))
    yield from (p for p in printed if is_symbol(p.text, edition.masthead.house.symbols))


def _order(symbol: str) -> list[tuple[int, str]]:
    """Letters by letter, numbers by number: C.12 before C.100."""
    return [
        (int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", symbol)
    ]
