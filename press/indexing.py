"""Index the documents: each symbol, what it is, and every place that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from press.arabic import Phrase
from press.edition import Edition
from press.exhibits import Indexed, Place
from press.parting import openings
from press.prose import Linked, Piece, Printed, Prose, Vouched
from press.sheets import ListedSource

# A part of a long index, in documents; a page has room for some twenty.
LEAST, MOST = 240, 360


def index_documents(
    edition: Edition, sources: Iterable[ListedSource], headings: Mapping[str, str]
) -> tuple[Indexed, ...]:
    """Every document of which the brief gives the symbol, by organ and number."""
    titles: dict[str, str] = {}
    places: dict[str, dict[str, Place]] = {}

    def add(symbol: Phrase, title: str, anchor: str, spoken: str) -> None:
        if title:
            titles.setdefault(symbol.text, title)
        places.setdefault(symbol.text, {}).setdefault(anchor, Place(anchor, spoken))

    told = list(edition.told())
    for entry in told:
        title = entry.title.plain()
        if entry.symbol:
            add(entry.symbol, title, entry.id, title)
        if entry.meeting:
            record = f"{headings.get('meeting', '')}: {title}".lstrip(": ")
            add(entry.meeting, record, entry.id, title)
    for entry in told:
        for symbol in _symbols(entry.brief):
            add(symbol, "", entry.id, entry.title.plain())
    for source in sources:
        if source.symbol:
            add(source.symbol, source.title, f"source-{source.id}", source.title)
    listed = [text for text in sorted(places, key=_order) if text in titles]
    opening = openings(listed, LEAST, MOST)
    return tuple(
        Indexed(Phrase(text, "ltr"), titles[text], tuple(places[text].values()), text in opening)
        for text in listed
    )


def _symbols(prose: Prose) -> Iterator[Phrase]:
    """The symbols that a text prints."""
    for paragraph in prose.paragraphs:
        for piece in paragraph:
            for inner in _inner(piece):
                if inner.phrase.direction == "ltr" and re.match(r"[A-Z]+/", inner.phrase.text):
                    yield inner.phrase


def _inner(piece: Piece) -> Iterator[Printed]:
    if isinstance(piece, Printed):
        yield piece
    elif isinstance(piece, Vouched | Linked):
        yield from (p for p in piece.pieces if isinstance(p, Printed))


def _order(symbol: str) -> list[tuple[int, str]]:
    """Letters by letter, numbers by number: S/PV.5430 before S/PV.10000."""
    return [
        (int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", symbol)
    ]
