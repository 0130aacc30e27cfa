"""The poster's sheet: what stands where in mm, finished values that a template has to dress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from press.colour.scheme import Scheme
from press.content.edition import Masthead, PressSpec
from press.content.prose import Prose
from press.content.resolved import Actor
from press.geometry import Box
from press.language.dates import Instant
from press.language.phrases import Phrase
from press.layout.pictures import SizedPicture
from press.layout.poster.blocks import Face, FigureCell, Header, Panel

# A line from point to point, each as x and y in mm.
Way = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from a point on, in mm; `x` and `y` are its direction, one long."""

    x_mm: float
    y_mm: float
    length_mm: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Seated:
    """A panel at its place, in mm."""

    panel: Panel
    box: Box


@dataclass(frozen=True, slots=True)
class EraBand:
    """A stretch of time on the axis, and its name, which takes `name_mm`; empty without room."""

    name: Prose
    x_mm: float
    width_mm: float
    name_mm: float


@dataclass(frozen=True, slots=True)
class Card:
    """A face at its place; `leader` is the way from its mark, `rule` the line along its top.

    `picture` is that of the face, no larger than it is printed.
    """

    face: Face
    box: Box
    leader: Way
    rule: Way
    picture: SizedPicture | None = None

    @property
    def id(self) -> str:
        """The event's id."""
        return self.face.id


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis; `width_mm` is 0 for a day, else what the date covers.

    `side`: `above` or `below`, the edge of the axis at which it stands; on a skyline `day`, `days`
    for several that are too near to be apart, of which the first has their `count`, the others 0,
    or `bar-1` to `bar-3`. `open` is the end at which it goes on; `soft` is not certain.
    """

    id: str
    x_mm: float
    width_mm: float
    dress: str
    rank: str
    side: str
    count: int = 1
    open: str = ""
    soft: bool = False


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
    """The time axis: `x_start_mm` is its first instant; `ticks` stand between the parts,
    `breaks` between two paces.

    Across, places along it are counted from the sheet's left edge and `y_mm` from its upper one,
    and names begin `names_mm` below it; where time runs `down`, those along it, of marks and eras
    too, from the upper edge and `y_mm` from the left one.
    """

    x_start_mm: float
    x_end_mm: float
    y_mm: float
    height_mm: float
    parts: tuple[AxisPart, ...]
    ticks: tuple[float, ...]
    breaks: tuple[float, ...] = ()
    down: bool = False
    names_mm: float = 0.0

    def box(self, mark: Mark) -> Box:
        """The part of the sheet that the axis takes beside a mark, in mm."""
        if self.down:
            return Box(self.y_mm, mark.x_mm, self.height_mm, mark.width_mm)
        return Box(mark.x_mm, self.y_mm, mark.width_mm, self.height_mm)


@dataclass(frozen=True, slots=True)
class TermBar:
    """A term of office on the axis' scale; `end` is None when it is not in the record.

    It is `early` where it began before the axis does: then the bar's edge is no date.
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
    early: bool = False


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
    seen_from_afar: bool = True
    label_mm: float = 0.0
    swell: float = 1.0
    panels: tuple[Seated, ...] = ()
    eras: tuple[EraBand, ...] = ()
    leaders: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """The poster, finished values only.

    `composition`: `cards` or `skyline`, whose title has an em of `title_mm`, and `panels` in its
    sky, `swell` times as large as designed, and whose names of periods have one of `label_mm`.
    `seen_from_afar`: its title is read from as far as a title should be.
    `leaders` lead from the periods of an axis that runs down to their events.
    `scale`: mm a design millimetre, 1 on A1. `fit`: the share of the designed type size on cards.
    `press`: what the press file is made for; office sheets share `overlap_mm`.
    """

    composition: str
    sheet: Box
    orientation: str
    scale: float
    margin_mm: float
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
    seen_from_afar: bool
    label_mm: float
    swell: float
    panels: tuple[Seated, ...]
    eras: tuple[EraBand, ...]
    leaders: tuple[Way, ...]
    press: PressSpec
    overlap_mm: float

    @property
    def signs(self) -> tuple[tuple[str, str], ...]:
        """Each mark on the axis of a skyline that is no plain day, with what it means."""
        return signs_of(self.marks, self.terms, self.headings)

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
    def strokes(self) -> tuple[Stroke, ...]:
        """The straight parts of all `leaders`."""
        return tuple(
            Stroke(*a, round(dist(a, b), 3), (b[0] - a[0]) / dist(a, b), (b[1] - a[1]) / dist(a, b))
            for way in self.leaders
            for a, b in pairwise(way)
        )

    @property
    def em_mm(self) -> float:
        """What a design millimetre of a card becomes."""
        return round(self.scale * self.fit, 4)


def signs_of(
    marks: Sequence[Mark], terms: Sequence[TermBar], headings: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Which signs stand among marks and terms, each with its heading."""
    stands = {
        "interval": any(mark.side.startswith("bar") for mark in marks),
        "several": any(mark.count > 1 for mark in marks),
        "term": bool(terms),
        "open-term": any(term.end is None for term in terms),
    }
    return tuple(
        (sign, headings[sign]) for sign, there in stands.items() if there and sign in headings
    )
