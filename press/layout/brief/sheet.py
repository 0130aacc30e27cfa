"""Sheet: what stands where in the brief, finished values that a template has to dress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.colour.scheme import Scheme
from press.content.edition import Masthead, PressSpec
from press.content.prose import Prose
from press.content.resolved import Actor, Definition, Omission, Person, Signature
from press.language.phrases import Direction, Phrase
from press.layout.brief.exhibits import Exhibit, Indexed, Referral, StripYear, Summary
from press.layout.brief.page import BriefPage
from press.layout.brief.side import SideColumn
from press.layout.pictures import SizedPicture

# What a dot of the cover's key takes of a line with the space after its name, and a letter, in mm.
KEY_MM, KEY_LETTER_MM = 8.0, 1.5


@dataclass(frozen=True, slots=True)
class See:
    """A link to another entry."""

    id: str
    title: Prose


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """An entry as it stands in the brief, and the exhibits that follow it.

    `dress` is the actor whose colour it has, or `none`. `opens`: it begins a part of a long
    chapter, on a new page.
    """

    id: str
    title: Prose
    date: Phrase
    actors: tuple[Actor, ...]
    dress: str
    kind: str
    symbol: Phrase | None
    meeting: Phrase | None
    rank: str
    brief: Prose
    see: tuple[See, ...]
    exhibits: tuple[Exhibit, ...]
    side: SideColumn
    opens: bool = False
    image: SizedPicture | None = None


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

    `opens`: in contents of many pages, it begins a new part, on a new page. `begins`: it begins a
    gathering, on a new page; others run on. `dress` is the actor whose colour it has, or `none`.
    `tab_mm`: how far its tab at the outer edge stands below the first line; None for one alone.
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
    begins: bool
    dress: str
    tab_mm: float | None


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source with its number in the list of sources.

    `places`: what rests on it, in running order; one that is cited `throughout` names the first.
    """

    number: int
    id: str
    title: str
    original: str
    language: str
    direction: Direction
    language_name: str
    by: str
    date: Phrase | None
    symbol: Phrase | None
    address: str
    places: tuple[Referral, ...] = ()
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note: what is printed and what sources say otherwise, and who was heard."""

    number: int
    id: str
    about: str
    reason: str
    sources: tuple[ListedSource, ...]
    entry: See | None
    marked: bool


@dataclass(frozen=True, slots=True)
class Doubted:
    """What rests on the word of the audited source alone, why, and the entry that says it."""

    id: str
    about: str
    doubt: str
    entry: See


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of the brief's own as it stands: its picture, and the signature under it."""

    id: str
    title: Prose
    text: Prose
    image: SizedPicture | None
    sign: Signature | None
    signed: SizedPicture | None


@dataclass(frozen=True, slots=True)
class YearStack:
    """A year of the period, or some, by the first; and the actors of its entries, in time order."""

    label: Phrase
    actor_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearStacks:
    """The stacks of the cover: how wide each is, and how large a dot and its pitch are, in mm.

    `written`: its dots find room in lines of writing on the back.
    """

    stacks: tuple[YearStack, ...]
    column_mm: float
    dot_mm: float
    pitch_mm: float
    written: bool


@dataclass(frozen=True, slots=True)
class BriefSheet:
    """The brief in running order: `chosen` parts, of which some may have nothing to say.

    Parts that are `parted` begin a gathering, others run on.
    """

    publication: Masthead
    page: BriefPage
    chosen: tuple[str, ...]
    pages: Mapping[str, OwnPage]
    cover: SizedPicture | None
    portraits: Mapping[str, SizedPicture]
    years: YearStacks
    actors: tuple[Actor, ...]
    scheme: Scheme
    headings: Mapping[str, str]
    summary: Summary | None
    introduction: Prose
    chapters: tuple[BriefChapter, ...]
    people: tuple[Person, ...]
    glossary: tuple[Definition, ...]
    notes_lead: Prose
    notes: tuple[Note, ...]
    omitted: tuple[Omission, ...]
    doubted: tuple[Doubted, ...]
    sources_lead: Prose
    sources: tuple[ListedSource, ...]
    documents: tuple[Indexed, ...]
    parted: frozenset[str]
    blurb: Prose
    colophon: Prose
    lines: str
    fingerprint: str
    press: PressSpec
    creep_mm: float

    @property
    def key(self) -> tuple[Actor, ...]:
        """The actors whose colours the cover explains, where all their names fit on a line."""
        need = sum(KEY_MM + KEY_LETTER_MM * len(actor.name) for actor in self.actors)
        return self.actors if need <= self.page.measure_mm and len(self.actors) > 1 else ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that have something to say, in order; its own pages by their ids."""
        said = {
            "cover": True,
            "summary": self.summary,
            "contents": True,
            "chapters": self.chapters,
            "introduction": self.introduction or any(actor.about for actor in self.actors),
            "people": self.people,
            "glossary": self.glossary,
            "notes": self.notes or self.omitted or self.notes_lead,
            "sources": self.sources,
            "documents": self.documents,
            "colophon": True,
        }
        return tuple(part for part in self.chosen if said.get(part, part in self.pages))
