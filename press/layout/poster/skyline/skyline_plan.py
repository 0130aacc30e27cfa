"""Plan a skyline: the occasions on its axis, its columns, and what was found for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from press.geometry import Box
from press.layout.poster.blocks import Panel
from press.layout.poster.ranks import RANKS
from press.layout.poster.skyline.periods import Partition
from press.layout.poster.skyline.sky import Titled

# The measure of an event, its dot and all, in its own em: the least that reads well, the least that
# is read at all, the most.
WELL, LEAST, MOST = 74.0, 51.0, 124.0
# Between the columns.
GUTTER = 5.0
# What an event says: its text too, no more than date, who acted and title, or date and title alone.
Says = Literal["text", "title", "bare"]
# What the height of an event depends on: its id, what it says, its width and type size.
Key = tuple[str, Says, float, float]
# The last level of texts: those of turning points, and the lowest rank bare.
BARE = "bare"
# What stands beside the title grows with the room, to so many times its size; what stands under the
# title, of so many design mm, to no more than a share of it. The title keeps so much of its own.
SWELLS = (2.4, 2.0, 1.7, 1.45, 1.2)
LEAD_MM, OF_TITLE, KEPT = 11.64, 0.36, 0.95
Seats = tuple[tuple[Panel, Box], ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of the axis: its instant's period in each partition is told by `x_mm`."""

    id: str
    rank: str
    begin: int
    x_mm: float


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A way to set the events: how the axis is divided, into how many columns each period, and
    down to which rank events carry their text, or `BARE`; `room` is the width of the narrowest
    period that has events.
    """

    partition: Partition
    columns: int
    texts: str
    room: float

    def says(self, rank: str) -> Says:
        """What an event of this rank says."""
        lowest = RANKS[0] if self.texts == BARE else self.texts
        if RANKS.index(rank) <= RANKS.index(lowest):
            return "text"
        return "bare" if self.texts == BARE and rank == RANKS[-1] else "title"

    def narrow(self, fit: float) -> bool:
        """Whether columns are narrower than reads well."""
        return self.text_width(fit) < WELL * fit

    def text_width(self, fit: float) -> float:
        """How wide every event stands at a type size."""
        # In whole millimetres, so that what is measured serves more than one way to divide an axis.
        return min(float(int(self.room / self.columns - GUTTER)), MOST * fit)


@dataclass(frozen=True, slots=True)
class Skyline:
    """What was found: the boxes of the events, the title, and what stands beside it.

    That is `swell` times as large as designed. Where time runs down, the axis begins at `top` and
    the events of each period at one of `tops`.
    """

    shape: ColumnPlan
    fit: float
    boxes: Mapping[str, Box]
    title: Titled
    seats: Seats
    banded: bool
    swell: float
    top: float = 0.0
    tops: tuple[float, ...] = ()
