"""Placing cards on one side of a time axis: places and leader lines, on numbers alone, in mm.

Time runs towards smaller x; `near` is a card's distance from the corridor between axis and cards.
`columns.py` says which cards make a column and where it stands. The line of the card nearest to
the corridor meets its edge; the others run in the duct at the right of their column and turn to
their cards at the far edge. A line turns once in the corridor where it does not start straight
below.

The side below the axis is the same turned by half a turn: `turned` and `turned_back`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from press.layout.poster.cards.columns import Field, Heights, cheapest
from press.layout.poster.cards.item import Item

# A line is straight when its mark and its upright are nearer than this.
STRAIGHT_MM = 0.05
# Two level stretches at the same height keep at least twice this apart.
REACH_MM = 1.5


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a card stands: its right edge, its size, how near to the corridor, its upright."""

    item: Item
    right: float
    width: float
    height: float
    near: float
    upright: float

    @property
    def nearest(self) -> bool:
        """Whether its line meets its near edge, and runs in no duct."""
        return self.near == 0.0


@dataclass(frozen=True, slots=True)
class Leader:
    """A line from the axis: where it starts, and at which level it turns (0: it does not)."""

    start: float
    level: int


@dataclass(frozen=True, slots=True)
class Placement:
    """One side of the axis: the places in time order, their lines, and what they cost."""

    places: tuple[CardPlace, ...]
    leaders: tuple[Leader, ...]
    price: float

    @property
    def levels(self) -> int:
        """How many levels the corridor must hold."""
        return max((line.level for line in self.leaders), default=0)

    def gaps(self, left: float, right: float) -> Iterator[float]:
        """The empty stretches between two edges and the columns."""
        edges = sorted({(p.right, p.right - p.width) for p in self.places}, reverse=True)
        for begin, end in edges:
            yield right - begin
            right = end
        yield right - left


def turned(items: Sequence[Item], field: Field) -> list[Item]:
    """The same events seen after half a turn of the sheet, in time order there."""
    whole = field.left + field.right
    return [item.turned(whole) for item in reversed(items)]


def turned_back(placement: Placement, field: Field) -> Placement:
    """A placement of turned events as it stands below the axis, uprights left of their cards."""
    whole = field.left + field.right
    return Placement(
        tuple(
            replace(
                p,
                item=p.item.turned(whole),
                right=whole - p.right + p.width,
                upright=whole - p.upright,
            )
            for p in reversed(placement.places)
        ),
        tuple(Leader(whole - line.start, line.level) for line in reversed(placement.leaders)),
        placement.price,
    )


def place(items: Sequence[Item], heights: Heights, field: Field) -> Placement | None:
    """The places of `items`, given in time order, or None when they do not fit."""
    found = cheapest(items, heights, field)
    if found is None:
        return None
    price, columns = found
    places: list[CardPlace] = []
    for column in columns:
        stack: list[CardPlace] = []
        near, width, right = 0.0, column.width, column.right
        for index, item in reversed(list(enumerate(column.items))):
            height = heights[item.id][width]
            upright = column.outer - index * field.line if stack else item.meet(right, width)
            stack.append(CardPlace(item, right, width, height, round(near, 6), upright))
            near += height + field.gap
        places += reversed(stack)
    return Placement(tuple(places), lead(places), price)


def lead(places: Sequence[CardPlace]) -> tuple[Leader, ...]:
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


def _starts(places: Sequence[CardPlace]) -> list[float]:
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
