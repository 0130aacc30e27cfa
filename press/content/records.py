"""Records: the shape of everything that an editor may type, one model a kind of record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from press.content.brand import LogoRecord, PaletteRecord, Typefaces
from press.content.fact_records import Facts, SaidRecord
from press.content.facts import KINDS, House, Value, read_value
from press.content.fields import (
    Address,
    Colour,
    Hijri,
    Key,
    LanguageTag,
    Pattern,
    Several,
    Symbol,
    Typed,
    When,
    Where,
    Whole,
    by_source,
    many,
    many_or_none,
)  # fmt: skip
from press.content.nodes import Entries, Items, Text
from press.content.plans import (
    BookletPlan,
    ExhibitRecord,
    FigureRecord,
    PressPlan,
    ReadingPlan,
    SummaryRecord,
    TilesPlan,
)
from press.language.languages import language_of, languages
from press.language.phrases import Digits
from press.products import FormName

Rank = Literal["turning-point", "major", "minor"]
# double: every source's own reading of a figure is typed, and figures in texts have one voucher.
Calendar = Literal["gregorian", "hijri"]
Audit = Literal["strict", "double"]


class Event(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """Something that happened: what is said of it, where it stands in time, its facts."""

    id: str
    place: Where
    title: Typed
    date: When
    shown: Typed | None = None
    hijri: Hijri | None = None
    actor: Several = ()
    kind: Typed | None = None
    rank: Rank = "minor"
    symbol: Symbol | None = None
    meeting: Symbol | None = None
    tags: Several = ()
    people: Several = ()
    see: Several = ()
    brief: Typed | None = None
    poster: Typed | None = None
    facts: Facts = {}
    # The row of a spreadsheet that it came from, and what of that has no place of its own.
    row: Typed | None = None
    notes_of_import: Annotated[dict[Key, Typed], Field(alias="notes-of-import")] = {}


class Term(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A term of office: the post, and the facts that date its beginning and end."""

    post: Typed
    start: Annotated[Typed, Field(alias="from")]
    end: Annotated[Typed | None, Field(alias="to")] = None


class Person(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A person by the name that is printed; `variants` are spellings that are not."""

    id: str
    place: Where
    name: Typed
    latin: Typed | None = None
    variants: Several = ()
    role: Typed | None = None
    about: Typed | None = None
    terms: Annotated[tuple[Term, ...], BeforeValidator(many)] = ()
    facts: Facts = {}


class Actor(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """Who acts, in the order of the lanes: names, a colour, an icon, a side of the poster's axis.

    `icon` is a letter or an SVG file of one path. Without a colour one of ours is taken.
    """

    id: str
    place: Where
    name: Typed
    short: Typed | None = None
    about: Typed | None = None
    variants: Several = ()
    colour: Colour | None = None
    icon: Typed | None = None
    side: Literal["above", "below"] | None = None


class KindRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """What an event or a source is, by the name that is printed.

    An event of a kind that comes `after` another follows the event of that kind and of its year
    that it names in `see`.
    """

    name: Typed
    after: Typed | None = None


class Kinds(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The kinds of events and of sources."""

    place: Where
    events: dict[Key, KindRecord] = {}
    sources: dict[Key, KindRecord] = {}


class State(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A state by the name that is printed; `variants` are names and spellings that are not."""

    id: str
    place: Where
    name: Typed
    variants: Several = ()


class Source(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A source: our description of it, and what the files say of its title, date and address."""

    id: str
    place: Where
    title: Typed
    original: Typed | None = None
    language: LanguageTag | None = None
    kind: Typed | None = None
    by: Typed | None = None
    date: When | None = None
    symbol: Symbol | None = None
    address: Typed | None = None


class GlossaryTerm(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A term as it is used here; `variants` are forms that are not."""

    id: str
    place: Where
    term: Typed
    latin: Typed | None = None
    definition: Typed
    variants: Several = ()


class Omitted(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A statement of the source sheet that is left out on purpose, with the reason."""

    id: str
    place: Where
    about: Typed
    reason: Typed
    said: Annotated[dict[Key, SaidRecord], BeforeValidator(by_source)] = {}

    def readings(self) -> tuple[Value, ...]:
        """What its sources say, each as its look suggests."""
        found = (word.says for word in self.said.values() if word.says is not None)
        return tuple(
            read_value(tuple(map(str, r)) if isinstance(r, Items) else str(r), None, counted=False)
            for r in found
            if not isinstance(r, Entries)
        )


class EditionStamp(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The number and day of an edition; the day of the build unless typed."""

    number: Whole = 1
    date: When | None = None


def _chosen(typed: Text, allowed: Iterable[str]) -> Text:
    if typed not in (names := tuple(allowed)):
        raise PydanticCustomError("literal_error", "", {"expected": ", ".join(names)})
    return typed


def _language(tag: Text) -> Text:
    return _chosen(tag, sorted(languages()))


class Publication(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """What brief and poster share: names, edition, house style."""

    place: Where
    title: Typed
    subtitle: Typed | None = None
    language: Annotated[Typed, AfterValidator(_language)]
    period: Typed | None = None
    edition: EditionStamp = EditionStamp()
    publisher: Typed | None = None
    subject: Typed | None = None
    keywords: Several = ()
    sheet: Typed | None = None
    symbols: Pattern | None = None
    palette: PaletteRecord = PaletteRecord()
    typefaces: Typefaces = Typefaces()
    logos: Annotated[tuple[LogoRecord, ...], BeforeValidator(many)] = ()
    digits: Typed | None = None
    months: Typed | None = None
    calendars: Annotated[tuple[Calendar, ...], BeforeValidator(many)] = ("gregorian",)
    audit: Audit = "strict"
    outputs: dict[FormName, Literal["yes", "no"]] = {}
    address: Address | None = None
    facts: Facts = {}

    @field_validator("digits", "months")
    @classmethod
    def _of_language(cls, typed: Text | None, others: ValidationInfo) -> Text | None:
        """A family of digits or of month names that the language has."""
        tag = others.data.get("language")
        if typed is None or tag is None:  # a wrong language is complained of by itself
            return typed
        return _chosen(typed, getattr(language_of(tag), str(others.field_name)))

    @property
    def house(self) -> House:
        """The house style: what is not typed is the language's first family."""
        speak = language_of(self.language)
        digits = cast(Digits, str(self.digits or speak.digits[0]))
        months = str(self.months or speak.months[0])
        return House(speak.tag, digits, months, str(self.symbols or ""))


class ChapterPlan(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A chapter of the brief: its own words and the events it tells, in order."""

    title: Typed
    lead: Typed | None = None
    text: Typed | None = None
    entries: Several = ()
    exhibits: dict[Key, ExhibitRecord] = {}
    facts: Facts = {}


class SelectRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """Which events a product tells: all must hold, any of several do, `rank` is the least."""

    actor: Several = ()
    kind: Several = ()
    rank: Rank | None = None
    tags: Several = ()
    events: Several = ()
    period: When | None = None


class BriefPlan(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The running order of the brief and the words that only it says."""

    place: Where
    base: Annotated[Typed | None, Field(alias="from")] = None
    select: SelectRecord | None = None
    introduction: Typed | None = None
    summary: SummaryRecord | None = None
    chapters: dict[str, ChapterPlan] = {}
    press: PressPlan = PressPlan()
    booklet: BookletPlan = BookletPlan()
    headings: dict[str, Typed] = {}
    notes_lead: Annotated[Typed | None, Field(alias="notes-lead")] = None
    sources_lead: Annotated[Typed | None, Field(alias="sources-lead")] = None
    colophon: Typed | None = None
    facts: Facts = {}


class PosterPlan(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """What the poster shows, its paper, and the words that only it says."""

    place: Where
    base: Annotated[Typed | None, Field(alias="from")] = None
    select: SelectRecord | None = None
    title: Typed | None = None
    subtitle: Typed | None = None
    introduction: Typed | None = None
    period: Annotated[tuple[When, When] | None, BeforeValidator(many_or_none)] = None
    omit: Several = ()
    paper: Literal["A0", "A1", "A2", "A3"] = "A1"
    orientation: Literal["landscape", "portrait"] = "landscape"
    texts: Rank = "minor"
    reading: ReadingPlan = ReadingPlan()
    press: PressPlan = PressPlan()
    tiles: TilesPlan = TilesPlan()
    headings: dict[str, Typed] = {}
    sources_line: Annotated[Typed | None, Field(alias="sources-line")] = None
    pillars: Several = ()
    figures: tuple[FigureRecord, ...] = ()
    facts: Facts = {}


class Headings(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The fixed words that the pages print, by their keys in the templates."""

    place: Where
    brief: dict[str, Typed] = {}
    poster: dict[str, Typed] = {}
    sheets: dict[str, Typed] = {}
    corrigendum: dict[str, Typed] = {}


# The models of the files below content/: one record a file, or one record a key.
WHOLE: dict[str, type[BaseModel]] = {
    "publication.yaml": Publication,
    "headings": Headings,
    "kinds.yaml": Kinds,
}
# A product by its stem: brief.yaml, brief-short.yaml, poster-a3.yaml.
PLANS: dict[str, type[BaseModel]] = {"brief": BriefPlan, "poster": PosterPlan}
PLAN_FILE = re.compile(r"(?P<stem>(?P<kind>brief|poster)(?:-[a-z0-9-]+)?)\.yaml")
KEYED: dict[str, type[BaseModel]] = {
    "people.yaml": Person,
    "actors.yaml": Actor,
    "states.yaml": State,
    "sources.yaml": Source,
    "glossary.yaml": GlossaryTerm,
    "omitted.yaml": Omitted,
}
# An event's file is named for its id, and for its date if one stands before that:
# 1998-05-03-old-bridge.yaml, gutenberg.yaml.
EVENT_FILE = re.compile(
    r"events/(?:(?P<date>-?\d{4}(?:-\d\d){0,2})-)?(?P<id>[a-z0-9][a-z0-9-]*)\.yaml"
)
ID = re.compile(r"[a-z0-9][a-z0-9-]*")

__all__ = ["EVENT_FILE", "ID", "KEYED", "KINDS", "PLANS", "PLAN_FILE", "WHOLE"]
