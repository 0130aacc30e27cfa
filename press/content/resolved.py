"""Records when their references lead somewhere: actors, entries, chapters, persons, sources.

Each is `typed_at` a place, which tells no two of them apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from press.content.icons import Icon
from press.content.picture_files import Picture
from press.content.prose import Prose
from press.content.typed_at import TypedAt
from press.content.values import Value
from press.diagnostics import Place
from press.language.dates import Date
from press.language.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts; `about` may be empty.

    `colour` is six hexadecimal digits, `side` where the poster must have it; empty where the
    record leaves them to us.
    """

    id: str
    name: str
    short: str
    about: str
    colour: str
    icon: Icon | None
    side: str
    typed_at: TypedAt = field(compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with its texts resolved; phrases are in house form.

    `kind` is the name of what it is, or empty. The first of its actors gives it its `dress`.
    """

    id: str
    typed_at: TypedAt = field(compare=False)
    title: Prose
    when: Date
    date: Phrase
    actors: tuple[Actor, ...]
    kind: str
    kind_id: str
    rank: str
    symbol: Phrase | None
    meeting: Phrase | None
    people: tuple[str, ...]
    see: tuple[str, ...]
    tags: tuple[str, ...]
    brief: Prose
    poster: Prose
    facts: tuple[str, ...]
    image: Picture | None = None

    @property
    def dress(self) -> str:
        """The id of the actor whose colour it has, or `none`."""
        return self.actors[0].id if self.actors else "none"

    @property
    def place(self) -> Place:
        """Where its file begins."""
        return self.typed_at.place


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that is shown large or drawn: as printed, as typed, and what it is."""

    said: Prose
    value: Value
    label: Prose


@dataclass(frozen=True, slots=True)
class Exhibited:
    """What a chapter shows beside its text, at its head or `after` an entry.

    `points` are pairs of head (may be empty) and text; a cell that is None is one with the cell
    before it.
    """

    id: str
    title: Prose
    text: Prose
    points: tuple[tuple[Prose, Prose], ...]
    drawn: tuple[Shown, ...]
    aloud: Prose
    columns: tuple[Prose, ...]
    rows: tuple[tuple[Prose | None, ...], ...]
    after: str
    exceptional: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the brief, numbered from 1."""

    id: str
    number: int
    title: Prose
    lead: Prose
    text: Prose
    entries: tuple[Entry, ...]
    exhibits: tuple[Exhibited, ...]
    facts: tuple[str, ...]
    typed_at: TypedAt = field(compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office; `until` and its phrase are None while it had no end in the record."""

    post: str
    since: Date
    start: Phrase
    until: Date | None
    end: Phrase | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person as printed; `dated_by` are the facts that date the terms."""

    id: str
    name: str
    latin: str
    role: str
    about: Prose
    terms: tuple[Term, ...]
    dated_by: tuple[str, ...]
    typed_at: TypedAt = field(compare=False)
    image: Picture | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A source as printed in the list of sources; `kind` as in records.py."""

    id: str
    kind: str
    title: str
    original: str
    language: str
    by: str
    date: Phrase | None
    symbol: Phrase | None
    address: str
    typed_at: TypedAt = field(compare=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term of the glossary."""

    id: str
    term: str
    latin: str
    definition: Prose
    typed_at: TypedAt = field(compare=False)


@dataclass(frozen=True, slots=True)
class Omission:
    """A statement of the sheet left out on purpose."""

    id: str
    about: str
    reason: str
    typed_at: TypedAt = field(compare=False)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a page; `role` may be empty."""

    name: str
    role: str
    image: Picture | None = None


@dataclass(frozen=True, slots=True)
class FreePage:
    """A page of the brief's own; its text may be empty, and it need not be signed."""

    id: str
    title: Prose
    text: Prose
    sign: Signature | None
    typed_at: TypedAt = field(compare=False)
    image: Picture | None = None
