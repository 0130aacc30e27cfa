"""Sheets: what stands where in brief and poster, finished values that a template has to dress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.content.edition import Actor, Definition, Masthead, Omission, Person
from press.content.prose import Prose
from press.language.phrases import Phrase
from press.layout.brief.exhibits import Exhibit, Indexed, Referral, StripYear, Summary


@dataclass(frozen=True, slots=True)
class See:
    """A link to another entry."""

    id: str
    title: Prose


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """An entry as it stands in the brief, and the exhibits that follow it.

    `opens`: it begins a part of a long chapter, on a new page.
    """

    id: str
    title: Prose
    date: Phrase
    actor: Actor
    kind: str
    symbol: Phrase | None
    meeting: Phrase | None
    rank: str
    brief: Prose
    see: tuple[See, ...]
    exhibits: tuple[Exhibit, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class StripMark:
    """A mark of a chapter's timeline strip, in mm from the strip's start edge."""

    x_mm: float
    width_mm: float
    actor_id: str
    in_chapter: bool
    label: str


@dataclass(frozen=True, slots=True)
class BriefChapter:
    """A chapter as it stands in the brief; its own exhibits stand before its entries.

    `opens`: in contents of many pages, it begins a new part, on a new page.
    """

    id: str
    number: int
    title: Prose
    lead: Prose
    text: Prose
    exhibits: tuple[Exhibit, ...]
    entries: tuple[BriefEntry, ...]
    strip: tuple[StripMark, ...]
    strip_years: tuple[StripYear, ...]
    opens: bool


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source with its number in the list of sources.

    `places`: what rests on it, in running order; one that is cited `throughout` names the first.
    """

    number: int
    id: str
    kind: str
    title: str
    original: str
    language: str
    by: str
    date: Phrase | None
    symbol: Phrase | None
    address: str
    places: tuple[Referral, ...] = ()
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class Dissent:
    """What a source says otherwise."""

    source: ListedSource
    says: Phrase


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note: who says what, what is printed, why, and on whose word."""

    number: int
    id: str
    about: str
    dissents: tuple[Dissent, ...]
    printed: tuple[Phrase, ...]
    reason: str
    sources: tuple[ListedSource, ...]
    entry: See | None
    marked: bool


@dataclass(frozen=True, slots=True)
class YearStack:
    """A year of the period and the actors of its entries, in time order."""

    year: int
    actor_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefSheet:
    """The brief in running order."""

    publication: Masthead
    years: tuple[YearStack, ...]
    actors: tuple[Actor, ...]
    headings: Mapping[str, str]
    summary: Summary | None
    introduction: Prose
    chapters: tuple[BriefChapter, ...]
    people: tuple[Person, ...]
    glossary: tuple[Definition, ...]
    notes_lead: Prose
    notes: tuple[Note, ...]
    omitted: tuple[Omission, ...]
    sources_lead: Prose
    sources: tuple[ListedSource, ...]
    documents: tuple[Indexed, ...]
    colophon: Prose
    fingerprint: str
