"""The poster's sheet: what stands where in mm, finished values that a template has to dress."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from press.colour.scheme import Scheme
from press.content.edition import Masthead, PressSpec
from press.content.prose import Prose
from press.content.resolved import Actor
from press.geometry import Box
from press.language.dates import Instant
from press.language.phrases import Phrase

# Seats in a row with an event, and the em that each takes (styles/poster/event.css).
SEATS_A_ROW, SEAT_EM = 10, 8.2


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A large figure with a bar, its length in mm, with seats, or with neither.

    `votes` are how many were for, against and abstained, by these words.
    """

    value: Phrase
    label: Prose
    bar: float
    votes: Mapping[str, int]

    @property
    def seats(self) -> tuple[str, ...]:
        """How each member voted."""
        return tuple(vote for vote, count in self.votes.items() for _ in range(count))

    @property
    def row_em(self) -> float:
        """How wide rows of seats are that hold as many each, in em; a seat takes `SEAT_EM`."""
        count = len(self.seats)
        rows = max(1, -(-count // SEATS_A_ROW))
        return round(-(-count // rows) * SEAT_EM, 2)


@dataclass(frozen=True, slots=True)
class Pillar:
    """One of the points that stand in the title block."""

    number: int
    text: Prose


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says; `year` stands large on the card of a turning point.

    `form` is `card`, or `sky` for an event of a skyline, which may carry `figures` of its own;
    `dress` is the actor whose colour it has, or `none`; `date` is None where it would say the
    year again.
    """

    id: str
    rank: str
    actors: tuple[Actor, ...]
    dress: str
    date: Phrase | None
    title: Prose
    text: Prose
    symbol: Phrase | None
    year: Phrase | None
    form: str = "card"
    figures: tuple[FigureCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The title block; `kind` is `plain`, or `grand` where events are few; `sky` on a skyline."""

    kind: str
    orientation: str
    title: str
    subtitle: Prose
    introduction: Prose
    pillars: tuple[Pillar, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Words that stand by themselves in the sky of a skyline.

    `kind`: `lead` under the title, `promise`, `introduction`, `pillars`, `headline`, `filler` or
    `figure`; `fact` is that of the figure.
    """

    id: str
    kind: str
    text: Prose
    figure: FigureCell | None
    fact: str
    pillars: tuple[Pillar, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """The last lines of a skyline: who acts in it, where it is from, which edition it is."""

    kind: str
    legend: tuple[Actor, ...]
    sources_line: Prose
    edition: Phrase
    coded: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A panel at its place, in mm."""

    panel: Panel
    box: Box


@dataclass(frozen=True, slots=True)
class EraBand:
    """A stretch of time that has a name, on the axis."""

    name: Prose
    x_mm: float
    width_mm: float


@dataclass(frozen=True, slots=True)
class Trial:
    """A card or title block at a width and a type size on a sheet of a scale, to be measured."""

    id: str
    block: Face | Header | Panel | Foot
    width_mm: float
    scale: float
    fit: float

    @property
    def em_mm(self) -> float:
        """What a design millimetre of a card becomes."""
        return round(self.scale * self.fit, 4)


# What gives the height in mm of each trial by its id; it is infinite where a word is too wide.
Measure = Callable[[tuple[Trial, ...]], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Card:
    """A face at its place; `leader` is the way from its mark, `rule` the line along its top."""

    face: Face
    box: Box
    leader: tuple[tuple[float, float], ...]
    rule: tuple[tuple[float, float], ...]

    @property
    def id(self) -> str:
        """The event's id."""
        return self.face.id


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis; `width_mm` is 0 for a day, else what the date covers.

    `side`: `above` or `below`, the edge of the axis at which it stands.
    """

    id: str
    x_mm: float
    width_mm: float
    dress: str
    rank: str
    side: str


@dataclass(frozen=True, slots=True)
class AxisPart:
    """A part of the axis, as a year, from the instant `begin` to before `after`.

    It has no `label` where it is cut too short for one; `wordy` when labels are words and not bare
    numbers. `turning` when a turning point lies in it. `cards` are the ids of the events that begin
    in it: it is their heading where they are read.
    """

    begin: Instant
    after: Instant
    label: Phrase | None
    wordy: bool
    x_mm: float
    width_mm: float
    turning: bool
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The time axis: `x_start_mm` is its first instant; `ticks` stand between the parts."""

    x_start_mm: float
    x_end_mm: float
    y_mm: float
    height_mm: float
    parts: tuple[AxisPart, ...]
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TermBar:
    """A term of office on the axis' scale; `end` is None when it is not in the record.

    `post` is empty where the bar is too short for it. To who cannot see the bar is said which
    `office` it was, from when and to when.
    """

    name: str
    post: str
    x_mm: float
    y_mm: float
    width_mm: float
    office: str
    start: Phrase
    end: Phrase | None


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: the address that it holds, its modules a side, and its dark ones as a path."""

    address: Phrase
    side: int
    path: str


@dataclass(frozen=True, slots=True)
class Composed:
    """What a composition decides of a `PosterSheet`, by the same names."""

    composition: str
    fit: float
    header: Header
    header_box: Box
    foot_box: Box
    axis: Axis
    marks: tuple[Mark, ...]
    cards: tuple[Card, ...]
    terms: tuple[TermBar, ...]
    figures: tuple[tuple[FigureCell, ...], ...]
    title_mm: float = 0.0
    label_mm: float = 0.0
    panels: tuple[Placed, ...] = ()
    eras: tuple[EraBand, ...] = ()


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """The poster, finished values only.

    `composition`: `cards` or `skyline`, whose title has an em of `title_mm`, and `panels` in its
    sky, and whose names of periods have one of `label_mm`.
    `scale`: mm a design millimetre, 1 on A1. `fit`: the share of the designed type size on cards.
    `press`: what the press file is made for; office sheets share `overlap_mm`.
    """

    composition: str
    sheet: Box
    orientation: str
    scale: float
    fit: float
    publication: Masthead
    header: Header
    header_box: Box
    foot_box: Box
    headings: Mapping[str, str]
    scheme: Scheme
    sources_line: Prose
    edition: Phrase
    fingerprint: str
    axis: Axis
    marks: tuple[Mark, ...]
    cards: tuple[Card, ...]
    terms: tuple[TermBar, ...]
    figures: tuple[tuple[FigureCell, ...], ...]
    legend: tuple[Actor, ...]
    code: Code | None
    title_mm: float
    label_mm: float
    panels: tuple[Placed, ...]
    eras: tuple[EraBand, ...]
    press: PressSpec
    overlap_mm: float

    @property
    def intervals(self) -> bool:
        """Whether some date covers more than a day."""
        return any(mark.width_mm for mark in self.marks)

    @property
    def days(self) -> bool:
        """Whether some date is a day."""
        return any(not mark.width_mm for mark in self.marks)

    @property
    def ranks(self) -> tuple[str, ...]:
        """The weights that events have, the greatest first."""
        held = {mark.rank for mark in self.marks}
        return tuple(rank for rank in ("turning-point", "major", "minor") if rank in held)

    @property
    def voted(self) -> bool:
        """Whether some figure is a vote."""
        return any(figure.votes for row in self.figures for figure in row)

    @property
    def open_terms(self) -> bool:
        """Whether the end of some term is not in the record."""
        return any(term.end is None for term in self.terms)

    @property
    def em_mm(self) -> float:
        """What a design millimetre of a card becomes."""
        return round(self.scale * self.fit, 4)
