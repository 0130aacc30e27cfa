"""Exhibits: what stands beside running text, large figures, pull-outs, charts and tables."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from press.content.prose import Prose
from press.content.resolved import Actor
from press.language.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a pull-out, headed by its own words or else by its number."""

    number: int
    head: Prose
    text: Prose


@dataclass(frozen=True, slots=True)
class Drawn:
    """A value shown large or drawn: `bar` is its length in mm, `seats` one word a vote, or none.

    The words of `seats` are for, against and abstained.
    """

    value: Prose
    label: Prose
    bar: float
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table that reaches over so many columns."""

    text: Prose
    columns: int


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A pull-out, chart or table; `aloud` says what the drawing shows to who cannot see it.

    Rows that are `exceptional`, counted from 1, stand out.
    """

    id: str
    title: Prose
    text: Prose
    points: tuple[Point, ...]
    drawn: tuple[Drawn, ...]
    aloud: str
    columns: tuple[Prose, ...]
    rows: tuple[tuple[Cell, ...], ...]
    exceptional: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class StripYear:
    """A year of a strip and where it begins, in mm from the strip's start edge."""

    label: Phrase
    x_mm: float


@dataclass(frozen=True, slots=True)
class LaneMark:
    """An entry on the lane of who acted, in mm from the lane's start edge."""

    entry: str
    x_mm: float
    width_mm: float
    turning: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """Who acted, and when; `dates` are those of its marks."""

    actor: Actor
    marks: tuple[LaneMark, ...]
    dates: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary: findings, text, the figures to remember, and the period lane by lane.

    `size` of the figures is one of four, the first the largest.
    """

    findings: tuple[Prose, ...]
    text: Prose
    figures: tuple[Drawn, ...]
    size: int
    lanes: tuple[Lane, ...]
    years: tuple[StripYear, ...]


@dataclass(frozen=True, slots=True)
class Referral:
    """Where a document is spoken of: the id of an element of the page, and its title."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document by its symbol, what it is, and where it is spoken of.

    One that `opens` a part of a long index stands on a new page.
    """

    symbol: Phrase
    title: str
    places: tuple[Referral, ...]
    opens: bool = False

    @property
    def anchor(self) -> str:
        """The id of its line."""
        return document_anchor(self.symbol)


def document_anchor(symbol: Phrase) -> str:
    """The id of a document's line in the index."""
    slug = re.sub(r"[^0-9a-z]+", "-", symbol.text.lower()).strip("-")
    if not re.fullmatch(r"[0-9A-Za-z/.() -]+", symbol.text):
        slug = f"{slug}-{hashlib.sha256(symbol.text.encode()).hexdigest()[:8]}"
    return f"document-{slug}"
