"""Placing cards over a time axis: columns, rows and leader lines, on numbers alone, in mm.

The composition is a skyline. Time runs towards smaller x. A column holds cards that follow each
other in time, the earliest on top, and fills the lowest rows. At its right runs a duct with one
upright a card, the earliest card's outermost, so that no two lines cross; an upright turns once
above the axis to reach its mark. Of all ways to cut the events into columns and to set these on a
1 mm grid the one with the least sum of weighted squared displacements, and of prices for high
columns, is taken (by dynamic programming, so the same input gives the same poster).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WEIGHT = {"turning-point": 3.0, "major": 1.6, "minor": 1.0}
GRID_MM = 1.0
# What a pair of cards in one column costs, in weighted mm²: low broad columns before high narrow
# ones, so that the skyline is high only where the events are many.
HEIGHT_PRICE = 1000.0
# A line is straight when its mark and its upright are nearer than this.
STRAIGHT_MM = 0.05
# Two level stretches at the same height keep at least twice this apart.
REACH_MM = 1.5


@dataclass(frozen=True, slots=True)
class Field:
    """Where cards may stand, and the distances that they keep, all in mm.

    `sky_left`, `sky_foot`: the title block keeps what lies right of the one and above the other.
    `air`: from a column's text to the next duct. `pad`: from the innermost upright to the text.
    `line`: from upright to upright. `gap`: from row to row.
    """

    left: float
    right: float
    top: float
    foot: float
    sky_left: float
    sky_foot: float
    gap: float = 7.0
    air: float = 4.5
    pad: float = 3.0
    line: float = 2.6


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be placed: `begin` ≥ `end` are what its date covers on the axis."""

    id: str
    rank: str
    begin: float
    end: float

    def off(self, x: float) -> float:
        """How far `x` lies from what the date covers."""
        return max(0.0, x - self.begin, self.end - x)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands: its right edge, its width, its row (0 is the lowest), its upright."""

    item: Item
    right: float
    width: float
    row: int
    upright: float


@dataclass(frozen=True, slots=True)
class Leader:
    """A line from the axis: where it starts, and at which level it turns (0: it does not)."""

    start: float
    level: int


def row_height(field: Field, rows: int) -> float:
    """The height of each of `rows` rows."""
    return (field.foot - field.top + field.gap) / rows - field.gap


def row_top(field: Field, rows: int, row: int) -> float:
    """The top of row `row`, counted from the lowest, 0."""
    height = row_height(field, rows)
    return field.foot - height - row * (height + field.gap)


def place(
    items: Sequence[Item], widths: Mapping[str, float], rows: int, field: Field
) -> tuple[Place, ...] | None:
    """The places of `items`, given in time order, or None when they do not fit.

    `widths`: the width at which each card is no higher than a row.
    """
    columns = _cut(items, widths, rows, field)
    if columns is None:
        return None
    return tuple(
        Place(
            item,
            right,
            width,
            len(column) - 1 - index,
            right + field.pad + (len(column) - 1 - index) * field.line,
        )
        for right, width, column in columns
        for index, item in enumerate(column)
    )


Column = tuple[float, float, Sequence[Item]]


def _cut(
    items: Sequence[Item], widths: Mapping[str, float], rows: int, field: Field
) -> list[Column] | None:
    """The cheapest columns: (right edge of the cards, width, items)."""
    under_sky = sum(row_top(field, rows, row) >= field.sky_foot for row in range(rows))
    slots = int((field.right - field.left) / GRID_MM) + 1
    infinite = float("inf")
    # cost[k][i]: the first k items stand, and the next duct may begin at slot i or further left.
    cost = [[infinite] * slots for _ in range(len(items) + 1)]
    origin: list[list[tuple[int, int, Column] | None]] = [
        [None] * slots for _ in range(len(items) + 1)
    ]
    cost[0] = [0.0] * slots
    for done in range(len(items)):
        here = cost[done]
        for slot in range(1, slots):
            if here[slot - 1] < here[slot]:
                here[slot], origin[done][slot] = here[slot - 1], origin[done][slot - 1]
        for count in range(1, min(rows, len(items) - done) + 1):
            column = items[done : done + count]
            width = max(widths[item.id] for item in column)
            last = done + count == len(items)
            for slot in range(slots):
                if here[slot] == infinite:
                    continue
                outer = field.right - slot * GRID_MM
                right = outer - (count - 1) * field.line - field.pad
                if right - width < field.left:
                    break
                if count > under_sky and outer > field.sky_left:
                    continue
                price = here[slot] + HEIGHT_PRICE * count * (count - 1) / 2
                price += sum(
                    WEIGHT[item.rank] * item.off(outer - index * field.line) ** 2
                    for index, item in enumerate(column)
                )
                used = field.right - (right - width - field.air)
                after = -int(-used // GRID_MM)
                after = min(slots - 1, after) if last else after
                if after < slots and price < cost[done + count][after]:
                    cost[done + count][after] = price
                    origin[done + count][after] = (done, slot, (right, width, column))
    return _trace(cost, origin, len(items))


def _trace(
    cost: list[list[float]], origin: list[list[tuple[int, int, Column] | None]], count: int
) -> list[Column] | None:
    """The columns on the cheapest way, from the first in time to the last."""
    slot = min(range(len(cost[-1])), key=lambda i: cost[-1][i])
    if cost[-1][slot] == float("inf"):
        return None
    columns: list[Column] = []
    while count:
        step = origin[count][slot]
        assert step is not None
        count, slot, column = step
        columns.append(column)
    return columns[::-1]


def lead(places: Sequence[Place]) -> tuple[Leader, ...]:
    """The leader lines of `places`, in time order; level 1 turns nearest to the axis.

    Of two lines that both turn towards earlier days the earlier event turns nearer the axis, of
    two that turn towards later days the later one: then no two of them cross.
    """
    starts = _starts(places)
    turns = [_turn(start, p.upright) for start, p in zip(starts, places, strict=True)]
    reach = [
        (min(start, p.upright) - REACH_MM, max(start, p.upright) + REACH_MM)
        for start, p in zip(starts, places, strict=True)
    ]
    levels = [0] * len(places)

    def above(index: int, others: range) -> int:
        met = [
            levels[other]
            for other in others
            if turns[other] == turns[index]
            and reach[index][0] < reach[other][1]
            and reach[other][0] < reach[index][1]
        ]
        return 1 + max(met, default=0)

    for index in range(len(places)):
        if turns[index] > 0:
            levels[index] = above(index, range(index))
    for index in reversed(range(len(places))):
        if turns[index] < 0:
            levels[index] = above(index, range(index + 1, len(places)))
    return tuple(Leader(start, level) for start, level in zip(starts, levels, strict=True))


def _starts(places: Sequence[Place]) -> list[float]:
    """Where each line leaves the axis: as near to its upright as its date and order allow.

    An event that covers an interval may start anywhere in it, but not past a later event's start.
    """
    starts: list[float] = []
    for p in reversed(places):
        nearest = min(max(p.upright, p.item.end), p.item.begin)
        starts.append(min(max(nearest, starts[-1] if starts else nearest), p.item.begin))
    return starts[::-1]


def _turn(start: float, upright: float) -> int:
    """1 when the line turns towards earlier days (larger x), -1 towards later ones, 0 neither."""
    if abs(start - upright) < STRAIGHT_MM:
        return 0
    return 1 if upright > start else -1
