"""Snapshot: all that an edition says, as plain data that outlives the engine, to be compared."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from press.content.edition import Edition
from press.content.ledger import ledger
from press.content.prose import Linked, NoteMark, Piece, Printed, Prose, Vouched, Words
from press.content.resolved import Entry
from press.content.selection import edition_of
from press.files import read_json
from press.language.bidi import isolate
from press.language.phrases import Phrase
from press.layout.brief.brief import lay_out_brief
from press.layout.timescale import TimeScale
from press.preflight.readback.expected import brief_texts

# Counted up when an old snapshot can no longer be read as a new one.
VERSION = 1
# A title said again in the contents is no text of its own.
_AGAIN = "in the contents"
# What a text is of its record, and the text.
Text = tuple[str, Prose | Phrase | str]
KINDS = ("entry", "card", "chapter", "person", "term", "note", "source", "part")


@dataclass(frozen=True, slots=True)
class Said:
    """One text: what it is of its record, and its words in logical order, values isolated."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """What one output prints of one record.

    `output` is the stem of a product, `kind` entry, card, chapter, person, term, note,
    source or part; `group` the id of the chapter that an entry stands in; `anchor` the id of the
    record's element on the page.
    """

    output: str
    kind: str
    group: str
    id: str
    name: str
    anchor: str
    texts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class FactSaid:
    """A fact with its printed value, and the titles of the sources that attest it."""

    id: str
    record: str
    about: str
    value: str
    status: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An edition: its masthead, and the records and facts in the order in which they are printed.

    A fact that no text prints is in none: the report has it, and nobody who holds a copy.
    """

    title: str
    publisher: str
    number: int
    date: str
    content: str
    records: tuple[Record, ...]
    facts: tuple[FactSaid, ...]
    version: int = VERSION


def snapshot(edition: Edition, content: str) -> Snapshot:
    """What `edition` says, `content` being the fingerprint of its records."""
    masthead = edition.masthead
    rows = ledger(edition)
    return Snapshot(
        masthead.title,
        masthead.publisher,
        masthead.number,
        isolate(masthead.date),
        content,
        tuple(_products(edition)),
        tuple(
            FactSaid(
                row.id,
                row.record,
                row.about,
                row.value,
                row.status,
                tuple(edition.sources[by].title for by in edition.facts[row.id].supporters),
            )
            for row in rows
            if row.texts
        ),
    )


def _products(edition: Edition) -> Iterator[Record]:
    """The records of every product, each as its own events and words tell it."""
    for stem in edition.products:
        seen = edition_of(edition, stem)
        yield from _brief(seen, stem)
        yield from _poster(seen, stem)


def _brief(edition: Edition, stem: str) -> Iterator[Record]:
    """The records of a brief, chapters before their entries."""
    sheet = lay_out_brief(edition, "")
    if sheet is None:
        return
    chapters = {entry.id: chapter.id for chapter in sheet.chapters for entry in chapter.entries}
    parts: dict[tuple[str, str], list[Text]] = {}
    for expected in brief_texts(sheet):
        if _AGAIN not in expected.what and expected.record != "publication":
            said = expected.what, expected.text
            parts.setdefault((expected.anchor, expected.record), []).append(said)
    for (anchor, id), texts in parts.items():
        kind = "entry" if anchor == id else anchor.removesuffix(f"-{id}")
        # The parts of the brief itself have no name but that of their heading.
        heading = sheet.headings.get(anchor, "") if id == "brief" else ""
        kind = kind if kind in KINDS else "part"
        yield _record(stem, kind, chapters.get(id, ""), id, anchor, texts, heading)
    masthead = edition.masthead
    shared: list[Text] = [
        ("title", masthead.title),
        ("subtitle", masthead.subtitle),
        ("publisher", masthead.publisher),
        ("edition", masthead.date),
    ]
    yield _record(stem, "part", "", "publication", "", shared)


def _poster(edition: Edition, stem: str) -> Iterator[Record]:
    """The records of a poster: its own words, then its cards in time order."""
    words = edition.poster
    if words is None:
        return
    texts: list[Text] = [
        ("title", words.title),
        ("subtitle", words.subtitle),
        ("introduction", words.introduction),
        ("sources-line", words.sources_line),
        *((f"pillar {number}", pillar) for number, pillar in enumerate(words.pillars, 1)),
        *((f"figure {figure.fact}", figure.label) for figure in words.figures),
    ]
    yield _record(stem, "part", "", "poster", "", texts)
    scale = TimeScale(*words.period, 0.0, 1.0)
    shown = [e for e in edition.entries.values() if scale.holds(e.when) and e.id not in words.omit]
    for entry in sorted(shown, key=lambda e: (e.when.begin, e.id)):
        yield _record(stem, "card", "", entry.id, "", _card(entry))


def _card(entry: Entry) -> Iterator[Text]:
    fields: list[tuple[str, Prose | Phrase | str | None]] = [
        ("title", entry.title),
        ("date", entry.date),
        *(("actor", actor.short) for actor in entry.actors),
        ("symbol", entry.symbol),
        ("poster", entry.poster),
    ]
    yield from ((what, text) for what, text in fields if text)


def _record(
    output: str,
    kind: str,
    group: str,
    id: str,
    anchor: str,
    texts: Iterable[Text],
    heading: str = "",
) -> Record:
    """A record; texts of one name are one, a text said before under another name is left out."""
    said: dict[str, str] = {}
    for what, words in texts:
        text = isolated(words)
        if what in said:
            said[what] += f"\n{text}"
        elif text not in said.values():
            said[what] = text
    name = heading or next(iter(said.values()), id).split("\n")[0]
    held = tuple(Said(what, text) for what, text in said.items())
    return Record(output, kind, group, id, name, anchor, held)


def isolated(text: Prose | Phrase | str) -> str:
    """`text` in logical order, every value between U+2066 or U+2067 and U+2069, no note marks."""
    if isinstance(text, str):
        return text
    if isinstance(text, Phrase):
        return isolate(text)
    return "\n".join("".join(map(_piece, paragraph)) for paragraph in text.paragraphs)


def _piece(piece: Piece) -> str:
    match piece:
        case Words():
            return piece.text
        case Printed():
            return isolate(piece.phrase)
        case Vouched() | Linked():
            return "".join(map(_piece, piece.pieces))
        case NoteMark():
            return ""


def as_json(taken: Snapshot) -> bytes:
    """The snapshot as JSON, one key a field."""
    return (json.dumps(dataclasses.asdict(taken), ensure_ascii=False, indent=1) + "\n").encode()


def from_json(told: bytes) -> Snapshot:
    """The snapshot that `as_json` gave. Raises ValueError for anything else."""
    try:
        held = read_json(told)
        if held["version"] != VERSION:
            raise ValueError(f"a snapshot of version {held['version']}; this is {VERSION}")
        records = tuple(
            Record(**{**r, "texts": tuple(Said(**t) for t in r["texts"])}) for r in held["records"]
        )
        facts = tuple(FactSaid(**{**f, "sources": tuple(f["sources"])}) for f in held["facts"])
        return Snapshot(**{**held, "records": records, "facts": facts})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a snapshot: {error}") from error
