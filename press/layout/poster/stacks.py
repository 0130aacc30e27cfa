"""Stack the events of each period over its stretch of the axis, the oldest on top, in design mm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    room; None where there is none.
    """
    count = grid.columns
    columns: list[list[Standing]] = [[] for _ in range(count)]
    left, right = grid.periods[period]
    at = 0
    for event in events:
        own = min(count - 1, max(0, int((right - event.x_mm) / (right - left) * count)))
        at = max(at, own)
        columns[at].append(event)
    # What is too high goes on to the next column, what does not fit there goes back.
    for number in range(count - 1):
        while _height(columns[number], grid) > grid.depth and columns[number]:
            columns[number + 1].insert(0, columns[number].pop())
    for number in range(count - 1, 0, -1):
        while _height(columns[number], grid) > grid.depth and columns[number]:
            columns[number - 1].append(columns[number].pop(0))
    if any(_height(column, grid) > grid.depth for column in columns):
        return None
    return tuple(tuple(column) for column in columns)


def _height(column: Sequence[Standing], grid: ColumnGrid) -> float:
    return sum(event.height for event in column) + grid.gap * max(0, len(column) - 1)
