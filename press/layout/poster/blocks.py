"""What is measured before a poster is laid out: events, title blocks, words that stand alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from press.content.picture_files import Picture
from press.content.prose import Prose
from press.content.resolved import Actor
from press.geometry import MM_PER_INCH
from press.language.phrases import Phrase

# Seats in a row with an event, and the em that each takes (styles/poster/event.css).
SEATS_A_ROW, SEAT_EM = 10, 8.2
# Letters that reach far below the line where a word ends in them.
DEEP = "جحخعغيىئ"
# A picture with an event is so many em high at most, and has so many pixels an inch at least.
PICTURE_EM, EVENT_PPI = 64.0, 120


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A large figure with a bar, its length in mm, with seats, or with neither; `fact` is its fact.

    `votes` are how many were for, against and abstained, by these words.
    """

    value: Phrase
    label: Prose
    bar: float
    votes: Mapping[str, int]
    fact: str = ""

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
class Face:  # no typeface; its name is part of the fingerprint that a poster prints
    """What a card says; `year` stands large on the card of a turning point.

    `form` is `card`, or `sky` for an event of a skyline, which may carry `figures` of its own and
    names nobody where it is `bare`;
    `dress` is the actor whose colour it has, or `none`; `date` is None where it would say the
    year again. `picture` stands below its text.
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
    picture: Picture | None = None

    @property
    def picture_em(self) -> float:
        """The most that its picture is wide, in em, so that one on end is not too high."""
        picture = self.picture
        return round(PICTURE_EM * picture.width / picture.height, 2) if picture else 0.0

    @property
    def picture_mm(self) -> float:
        """The most that its picture is wide, in mm, for its pixels; 0 for a drawing."""
        picture = self.picture
        fine = picture is not None and picture.pixels
        return round(picture.width / EVENT_PPI * MM_PER_INCH, 2) if picture and fine else 0.0

    @property
    def named(self) -> tuple[Actor, ...]:
        """The actors whose names it prints."""
        return () if "bare" in self.form else self.actors


@dataclass(frozen=True, slots=True)
class Header:
    """The title block; `kind` is `plain`, or `grand` where events are few; `sky` on a skyline."""

    kind: str
    orientation: str
    title: str
    subtitle: Prose
    introduction: Prose
    pillars: tuple[Pillar, ...]

    @property
    def deep(self) -> bool:
        """Whether a word of the title ends in a letter that reaches far below its line."""
        return any(word[-1] in DEEP for word in self.title.split())


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
    """The last lines of a skyline: who acts in it, where it is from, which edition it is.

    `signs`: each mark that stands on its axis and is no plain day, with what it means.
    """

    kind: str
    legend: tuple[Actor, ...]
    signs: tuple[tuple[str, str], ...]
    sources_line: Prose
    edition: Phrase
    coded: bool


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
