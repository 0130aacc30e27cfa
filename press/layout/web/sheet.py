"""The web page's sheet: finished values that a template has to dress for a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.colour.scheme import Scheme
from press.content.edition import Masthead
from press.content.prose import Prose
from press.content.resolved import Actor
from press.language.dates import Date
from press.language.phrases import Phrase
from press.layout.brief.sheet import BriefSheet, Note


@dataclass(frozen=True, slots=True)
class WebEvent:
    """An event of the timeline; `dress` is the actor whose colour it has, or `none`.

    `told`: the brief has an entry of it. `days`: what a machine reads of its date, empty where
    that has no such form (HTML, 3.5.5).
    """

    id: str
    title: Prose
    when: Date
    date: Phrase
    days: str
    actors: tuple[Actor, ...]
    dress: str
    kind: str
    rank: str
    symbol: Phrase | None
    text: Prose
    told: bool

    @property
    def anchor(self) -> str:
        """The id of its element on the timeline; its own id is that of its entry in the brief."""
        return f"event-{self.id}"


@dataclass(frozen=True, slots=True)
class WebYear:
    """A year and the events that begin in it."""

    label: Phrase
    events: tuple[WebEvent, ...]


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """An event on the drawn scale, in percent of its length from its start edge.

    `width` is 0 for a day. `rows` say for each zoom in which row its label stands, above the line
    (negative) or below it, counted from it in halves of a row; 0 where there is no room for one.
    The label stands `before` its mark where the scale soon ends.
    """

    event: WebEvent
    at: float
    width: float
    rows: Mapping[int, float]
    before: bool


@dataclass(frozen=True, slots=True)
class ScaleTick:
    """A part of the calendar that begins `at` percent of the scale; some have no label."""

    at: float
    label: Phrase | None


@dataclass(frozen=True, slots=True)
class ScaleEra:
    """A stretch of time that has a name, in percent of the scale's length."""

    name: Prose
    at: float
    width: float


@dataclass(frozen=True, slots=True)
class WebScale:
    """The timeline drawn to scale; `ticks` are those of each zoom, `zooms` how many times as long
    as the page is wide it is then, `above` and `below` the rows of labels that it has.

    At `breaks`, in percent, the line is broken: the pace is another behind them.
    """

    marks: tuple[ScaleMark, ...]
    eras: tuple[ScaleEra, ...]
    breaks: tuple[float, ...]
    zooms: tuple[int, ...]
    ticks: tuple[tuple[ScaleTick, ...], ...]
    above: int
    below: int


@dataclass(frozen=True, slots=True)
class WebFigure:
    """A figure shown large; `votes` are how many were for, against and abstained.

    Some sentences stand alone, without a value.
    """

    fact: str
    value: Phrase | None
    label: Prose
    votes: Mapping[str, int]

    @property
    def seats(self) -> tuple[str, ...]:
        """How each member voted."""
        return tuple(vote for vote, count in self.votes.items() for _ in range(count))


@dataclass(frozen=True, slots=True)
class WebTimeline:
    """The timeline: the words of the poster where there is one, the years, the drawn scale."""

    promise: Prose
    introduction: Prose
    pillars: tuple[Prose, ...]
    figures: tuple[WebFigure, ...]
    sources_line: Prose
    headings: Mapping[str, str]
    years: tuple[WebYear, ...]
    scale: WebScale | None
    legend: tuple[Actor, ...]

    @property
    def events(self) -> tuple[WebEvent, ...]:
        """All events in the order of time."""
        return tuple(event for year in self.years for event in year.events)


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the page: the key of the words for it, its pages (0 where it has none), size.

    `kept`: a browser saves it, and does not show it.
    """

    file: str
    word: str
    pages: int
    size: Phrase | None
    kept: bool


@dataclass(frozen=True, slots=True)
class WebSheet:
    """The whole publication as one page; `brief` and `timeline` are None where there is none.

    `dark` has the tokens of colour for a dark screen; `notes` are those of each entry, by its id.
    """

    publication: Masthead
    words: Mapping[str, str]
    scheme: Scheme
    dark: Mapping[str, str]
    timeline: WebTimeline | None
    brief: BriefSheet | None
    notes: Mapping[str, tuple[Note, ...]]
    downloads: tuple[Download, ...]
    fingerprint: str
