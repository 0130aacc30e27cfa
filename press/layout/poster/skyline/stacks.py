"""Stack the events of each period over its stretch of the axis, the oldest on top, in design mm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from press.geometry import Box

# From event to event in a stack, in em, and the share of it in a narrow one; from the last event to
# the axis, in design mm.
GAP_EM, CROWDED = 8.0, 0.6
AXIS_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Standing:
    """An event to be stacked: where its period lies in the axis, its mark, its height."""

    id: str
    period: int
    x_mm: float
    height: float


@dataclass(frozen=True, slots=True)
class ColumnGrid:
    """The columns of a skyline: `columns` in each period, as high as `depth` above the axis at
    `floor`; all texts are `width` wide, and `gap` lies between events.
    """

    periods: tuple[tuple[float, float], ...]
    columns: int
    width: float
    floor: float
    depth: float
    gap: float

    def right(self, period: int, column: int) -> float:
        """The right edge of a column, counted in the direction of time, which runs to the left."""
        left, right = self.periods[period]
        return right - (right - left) * column / self.columns


def stack(events: Sequence[Standing], grid: ColumnGrid) -> Mapping[str, Box] | None:
    """The box of each of `events`, given in time order; None where some period has no room."""
    boxes: dict[str, Box] = {}
    for period in range(len(grid.periods)):
        here = [event for event in events if event.period == period]
        columns = _shared(here, grid, period)
        if columns is None:
            return None
        for number, column in enumerate(columns):
            foot = grid.floor
            x = grid.right(period, number) - grid.width
            for event in reversed(column):
                boxes[event.id] = Box(x, foot - event.height, grid.width, event.height)
                foot -= event.height + grid.gap
    return {event.id: boxes[event.id] for event in events}


def _shared(
    events: Sequence[Standing], grid: ColumnGrid, period: int
) -> tuple[tuple[Standing, ...], ...] | None:
    """The events of a period in its columns, in order, each as near to its own time as there is
    room: the sum of the squares of columns that they are off is the least. None where no way to
    share them out has room.
    """
    left, right = grid.periods[period]
    own = [
        min(grid.columns - 1, max(0, int((right - e.x_mm) / (right - left) * grid.columns)))
        for e in events
    ]
    # How high the first events are together, each with the gap before it.
    height = [0.0, *accumulate(event.height + grid.gap for event in events)]
    # The least price of the first events in the columns so far, and where each column ends.
    ways: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for column in range(grid.columns):
        found: dict[int, tuple[int, tuple[int, ...]]] = {}
        for first, (price, ends) in ways.items():
            for after in range(first, len(events) + 1):
                if height[after] - height[first] - grid.gap > grid.depth:
                    break
                if after > first:
                    price += (own[after - 1] - column) ** 2
                if after not in found or price < found[after][0]:
                    found[after] = price, (*ends, after)
        ways = found
    if len(events) not in ways:
        return None
    _, ends = ways[len(events)]
    return tuple(tuple(events[a:b]) for a, b in pairwise((0, *ends)))
