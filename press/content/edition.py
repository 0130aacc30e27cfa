"""The edition: everything that brief and poster may say, resolved and ready to be audited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from press.content.facts import Fact
from press.content.nodes import Text
from press.content.passages import Passage
from press.content.picture_files import Picture
from press.content.prose import Prose
from press.content.resolved import (
    Actor,
    Chapter,
    Definition,
    Entry,
    FreePage,
    Omission,
    Person,
    Shown,
    Source,
)
from press.content.typed_at import NOWHERE, TypedAt
from press.content.values import House, Value
from press.diagnostics import Place
from press.geometry import Size
from press.language.dates import Date, Instant
from press.language.nouns import CountedNoun
from press.language.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Masthead:
    """What brief and poster share; what the record leaves out is empty.

    `sheet` is the source that is audited, `years` the first and last of the period if it has one.
    `palette` has the colours that are not ours, six hexadecimal digits by name. `sheets` are the
    words on office and press sheets, and that of a `draft`.
    """

    title: str
    subtitle: Prose
    language: str
    number: int
    edition: Date
    date: Phrase
    publisher: str
    subject: str
    keywords: tuple[str, ...]
    house: House
    address: str = ""
    sheet: str = ""
    years: tuple[int, int] | None = None
    palette: Mapping[str, str] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)
    draft: bool = False
    logos: tuple[Picture, ...] = ()
    typed_at: TypedAt = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class BriefWords:
    """The words that only the brief says; `findings` and `figures` are those of the summary.

    `lines` is how its reading text is set: justified or ragged; `paper` its width and height in
    mm, `image` that of its cover; `parts` names what it prints, in order, its own `pages` among it.
    """

    introduction: Prose
    findings: tuple[Prose, ...]
    summary: Prose
    figures: tuple[Shown, ...]
    headings: Mapping[str, str]
    notes_lead: Prose
    sources_lead: Prose
    blurb: Prose
    colophon: Prose
    lines: str
    press: PressSpec
    creep_mm: float
    paper: Size
    parts: tuple[str, ...]
    pages: tuple[FreePage, ...]
    typed_at: TypedAt = field(compare=False)
    image: Picture | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the poster shows large: a fact's value, and what it is."""

    fact: str
    value: Value
    label: Prose


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence in a free field of the poster, under the value of a fact where there is one."""

    fact: str
    value: Value | None
    text: Prose


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of time that has a name, from an instant to before another."""

    name: Prose
    begin: Instant
    after: Instant


@dataclass(frozen=True, slots=True)
class PressSpec:
    """What the print shop asks of a publication's press file.

    `bleed_mm` around the trim; `profile`, the file below content/ with the colour profile of its
    press, None for the default; `ink_limit`, the most of all inks together, 3 for 300 %.
    """

    bleed_mm: float
    profile: Text | None
    ink_limit: float


@dataclass(frozen=True, slots=True)
class PosterWords:
    """The words that only the poster says, its period, paper and selection.

    `paper` is a name of a paper, or `W x H mm`. `composition`: auto, skyline or cards; `paces`:
    auto, linear, or the stretches of time that have a pace of their own, each from an instant to
    before another. `texts`: the lowest rank whose events carry their text, those below it their
    title only; as many as fit when it is auto. `pictures`: the same of pictures, or none. The
    poster is read from `distance` metres (the paper decides when None); `letter` is the least ink
    of a medial letter as a share of that. Office sheets share `overlap_mm` when glued.
    """

    title: str
    subtitle: Prose
    introduction: Prose
    headings: Mapping[str, str]
    sources_line: Prose
    pillars: tuple[Prose, ...]
    figures: tuple[Figure, ...]
    period: tuple[Instant, Instant]
    omit: tuple[str, ...]
    paper: str
    orientation: str
    composition: str
    paces: str | tuple[tuple[Instant, Instant], ...]
    eras: tuple[Era, ...]
    promise: Prose
    headline: Saying | None
    fillers: tuple[Saying, ...]
    texts: str
    pictures: str
    distance: float | None
    letter: float
    press: PressSpec
    overlap_mm: float
    typed_at: TypedAt = field(compare=False)

    @property
    def place(self) -> Place:
        """Where its file begins."""
        return self.typed_at.place


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events a product tells; what is empty asks for nothing.

    All must hold, any of several is enough, `rank` is the least; `period`: first and last day.
    """

    actors: tuple[str, ...]
    kinds: tuple[str, ...]
    rank: str
    tags: tuple[str, ...]
    events: tuple[str, ...]
    period: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class ProductWords:
    """What one product says: a brief with its chapters, or a poster; and what it selects."""

    kind: str
    brief: BriefWords | None
    chapters: tuple[Chapter, ...]
    poster: PosterWords | None
    select: Selection | None

    @property
    def press(self) -> PressSpec:
        """What it asks of the print shop."""
        words = self.brief or self.poster
        assert words
        return words.press


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything resolved. `texts` names every prose with the record that says it.

    `products` are the words of each by its stem; `brief`, `chapters` and `poster` those of the
    first of either kind. `passages` are all texts as they were typed, for who audits them.

    `corrigendum` are the fixed words of a corrigendum, which belongs to no publication; `web` those
    that only a page in a browser says.
    """

    masthead: Masthead
    brief: BriefWords | None
    poster: PosterWords | None
    chapters: tuple[Chapter, ...]
    products: Mapping[str, ProductWords]
    entries: Mapping[str, Entry]
    actors: Mapping[str, Actor]
    people: Mapping[str, Person]
    sources: Mapping[str, Source]
    glossary: tuple[Definition, ...]
    omissions: tuple[Omission, ...]
    facts: Mapping[str, Fact]
    lexicon: Mapping[str, CountedNoun]
    texts: tuple[tuple[str, str, Prose], ...]
    passages: tuple[Passage, ...] = field(compare=False, repr=False)
    corrigendum: Mapping[str, str]
    web: Mapping[str, str] = field(default_factory=dict)

    @property
    def beside(self) -> tuple[str, ...]:
        """The files that records name and that stand beside them: profiles of presses, pictures."""
        profiles = [product.press.profile for product in self.products.values()]
        named = [f"content/{profile}" for profile in profiles if profile]
        return tuple(dict.fromkeys([*named, *(picture.file for picture in self.pictures())]))

    def pictures(self) -> Iterator[Picture]:
        """Its logos, and the pictures of its events, its people and its briefs."""
        held = [*self.masthead.logos, *(entry.image for entry in self.entries.values())]
        held += [person.image for person in self.people.values()]
        for brief in (product.brief for product in self.products.values() if product.brief):
            held.append(brief.image)
            for page in brief.pages:
                held += [page.image, page.sign.image if page.sign else None]
        yield from (picture for picture in held if picture)

    def told(self) -> Iterator[Entry]:
        """The entries in the order in which the brief tells them."""
        for chapter in self.chapters:
            yield from chapter.entries

    def typed(self, element: str, what: str = "") -> Place | None:
        """Where the key `what` was typed of the record that an element of a page prints.

        Elements have the ids of their records: those of events, actors and facts alone, of others
        behind the name of their kind.
        """
        return next((at.of(what) for id, at in self._elements() if id == element), None)

    def _elements(self) -> Iterator[tuple[str, TypedAt]]:
        """The ids of elements that print a record, each with the place of that."""
        yield "publication", self.masthead.typed_at
        if self.brief:
            yield "brief", self.brief.typed_at
        if self.poster:
            yield "poster", self.poster.typed_at
        yield from ((id, entry.typed_at) for id, entry in self.entries.items())
        for product in self.products.values():
            yield from ((f"chapter-{c.id}", c.typed_at) for c in product.chapters)
            pages = product.brief.pages if product.brief else ()
            yield from ((f"page-{page.id}", page.typed_at) for page in pages)
        kinds: tuple[
            tuple[str, Iterable[Actor | Person | Source | Definition | Omission | Fact]], ...
        ] = (
            ("", self.actors.values()),
            ("actor-", self.actors.values()),
            ("person-", self.people.values()),
            ("source-", self.sources.values()),
            ("term-", self.glossary),
            ("note-", self.omissions),
            ("", self.facts.values()),
            ("note-", self.facts.values()),
            ("doubt-", self.facts.values()),
        )
        for kind, held in kinds:
            yield from ((f"{kind}{one.id}", one.typed_at) for one in held)
