"""Records: the shape of what an editor types of the world, one model a kind of record."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field

from press.content.fact_records import Facts, SaidRecord
from press.content.fields import (
    Colour,
    Hijri,
    Key,
    LanguageTag,
    Several,
    Symbol,
    Title,
    Typed,
    When,
    Where,
    by_source,
    many,
)  # fmt: skip
from press.content.nodes import Entries, Items
from press.content.picture_fields import ImageRecord
from press.content.typed_at import PlacedRecord
from press.content.values import Value, read_value

Rank = Literal["turning-point", "major", "minor"]


class KeyedRecord(PlacedRecord, BaseModel):
    """A record that others name by its id: the key that it is typed under, or its file's name."""

    id: str
    place: Where


class Event(KeyedRecord, BaseModel):
    """Something that happened: what is said of it, where it stands in time, its facts."""

    title: Title
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
    image: ImageRecord | None = None
    facts: Facts = {}
    # The row of a spreadsheet that it came from, and what of that has no place of its own.
    row: Typed | None = None
    notes_of_import: Annotated[dict[Key, Typed], Field(alias="notes-of-import")] = {}


class TermRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A term of office: the post, and the facts that date its beginning and end."""

    post: Typed
    start: Annotated[Typed, Field(alias="from")]
    end: Annotated[Typed | None, Field(alias="to")] = None


class PersonRecord(KeyedRecord, BaseModel):
    """A person by the name that is printed; `variants` are spellings that are not."""

    name: Typed
    latin: Typed | None = None
    variants: Several = ()
    role: Typed | None = None
    about: Typed | None = None
    terms: Annotated[tuple[TermRecord, ...], BeforeValidator(many)] = ()
    image: ImageRecord | None = None
    facts: Facts = {}


class ActorRecord(KeyedRecord, BaseModel):
    """Who acts, in the order of the lanes: names, a colour, an icon, a side of the poster's axis.

    `icon` is a letter or an SVG file of one path. Without a colour one of ours is taken.
    """

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


class State(KeyedRecord, BaseModel):
    """A state by the name that is printed; `variants` are names and spellings that are not."""

    name: Typed
    variants: Several = ()


class SourceRecord(KeyedRecord, BaseModel):
    """A source: our description of it, and what the files say of its title, date and address."""

    title: Typed
    original: Typed | None = None
    language: LanguageTag | None = None
    kind: Typed | None = None
    by: Typed | None = None
    date: When | None = None
    symbol: Symbol | None = None
    address: Typed | None = None


class GlossaryTerm(KeyedRecord, BaseModel):
    """A term as it is used here; `variants` are forms that are not."""

    term: Typed
    latin: Typed | None = None
    definition: Typed
    variants: Several = ()


class Omitted(KeyedRecord, BaseModel):
    """A statement of the source sheet that is left out on purpose, with the reason."""

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


class Headings(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The fixed words that the pages print, by their keys in the templates."""

    place: Where
    brief: dict[str, Typed] = {}
    poster: dict[str, Typed] = {}
    sheets: dict[str, Typed] = {}
    corrigendum: dict[str, Typed] = {}
    web: dict[str, Typed] = {}
