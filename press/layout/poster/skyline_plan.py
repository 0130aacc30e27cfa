"""Plan a skyline: the occasions on its axis, its columns, and what was found for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.geometry import Box
from press.layout.poster.blocks import Panel
from press.layout.poster.periods import Partition
from press.layout.poster.sky import Titled

# The measure of an event, its dot and all, in its own em: the least that reads well, the least that
# is read at all, the most.
WELL, LEAST, MOST = 74.0, 51.0, 124.0
# Between the columns.
GUTTER = 5.0
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
    down to which rank events carry their text.
    """

    partition: Partition
    columns: int
    texts: str

    def narrow(self, fit: float) -> bool:
        """Whether columns are narrower than reads well."""
        return self.text_width(fit) < WELL * fit

    def text_width(self, fit: float) -> float:
        """How wide every event stands at a type size."""
        # In whole millimetres, so that what is measured serves more than one way to divide an axis.
        return min(float(int(self.partition.narrowest / self.columns - GUTTER)), MOST * fit)


@dataclass(frozen=True, slots=True)
class Skyline:
    """What was found: the boxes of the events, the title and what stands beside it."""

    shape: ColumnPlan
    fit: float
    boxes: Mapping[str, Box]
    title: Titled
    seats: Seats
    banded: bool
