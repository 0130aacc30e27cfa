"""Placing cards on one side of a time axis: columns and leader lines, on numbers alone, in mm.

Time runs towards smaller x; `near` is a card's distance from the corridor between axis and cards.
A column holds cards of one width that follow each other in time, the earliest farthest from the
axis. At its right runs a duct with one upright a card, the earliest card's outermost, so that no
two lines cross; an upright turns once in the corridor to reach its mark. Of all ways to cut the
events into columns, to choose the columns' widths and to set them on a grid, the one with the least
price is taken: weighted squared displacements, high columns, ill-shaped cards. Dynamic programming
finds it, so nothing cheaper exists on the grid and the same input gives the same poster.

The side below the axis is the same turned by half a turn: `turned` and `turned_back`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import add

WEIGHT = {"turning-point": 3.0, "major": 1.6, "minor": 1.0}
GRID_MM = 1.0
# What a pair of cards in one column costs, in weighted mm²: low broad columns before high narrow
# ones, so that the skyline is high only where the events are many.
HEIGHT_PRICE = 1000.0
# What a card costs for each width that it is higher than SHAPE widths.
SHAPE_PRICE, SHAPE = 6000.0, 0.75
# A card may not stand further from its mark than this: a line that long is not followed.
FARTHEST_MM = 150.0
# A line is straight when its mark and its upright are nearer than this.
STRAIGHT_MM = 0.05
# Two level stretches at the same height keep at least twice this apart.
REACH_MM = 1.5

# The height of a card at each width that it may have.
Heights = Mapping[str, Mapping[float, float]]


@dataclass(frozen=True, slots=True)
class Field:
    """Where cards may stand, and the distances that they keep, all in mm.

    `depth`: from the corridor to the far edge. `air`: from a column's text to the next duct.
    `pad`: from the innermost upright to the text.
    `line`: from upright to upright, whole steps of the grid. `gap`: from card to card.
    """

    left: float
    right: float
    depth: float
    gap: float = 4.5
    air: float = 4.0
    pad: float = 2.4
    line: float = 3.0


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
    """Where a card stands: its right edge, its size, how near to the corridor, its upright."""

    item: Item
    right: float
    width: float
    height: float
    near: float
    upright: float


@dataclass(frozen=True, slots=True)
class Leader:
    """A line from the axis: where it starts, and at which level it turns (0: it does not)."""

    start: float
    level: int


@dataclass(frozen=True, slots=True)
class Placement:
    """One side of the axis: the places in time order, their lines, and what they cost."""

    places: tuple[Place, ...]
    leaders: tuple[Leader, ...]
    price: float

    @property
    def levels(self) -> int:
        """How many levels the corridor must hold."""
        return max((line.level for line in self.leaders), default=0)


def turned(items: Sequence[Item], field: Field) -> list[Item]:
    """The same events seen after half a turn of the sheet, in time order there."""
    whole = field.left + field.right
    return [Item(i.id, i.rank, whole - i.end, whole - i.begin) for i in reversed(items)]


def turned_back(placement: Placement, field: Field) -> Placement:
    """A placement of turned events as it stands below the axis, uprights left of their cards."""
    whole = field.left + field.right
    return Placement(
        tuple(
            replace(
                p,
                item=Item(p.item.id, p.item.rank, whole - p.item.end, whole - p.item.begin),
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
    found = _cut(items, heights, field)
    if found is None:
        return None
    price, columns = found
    places: list[Place] = []
    for right, width, column in columns:
        stack: list[Place] = []
        near = 0.0
        for index, item in enumerate(reversed(column)):
            height = heights[item.id][width]
            upright = right + field.pad + index * field.line
            stack.append(Place(item, right, width, height, round(near, 6), upright))
            near += height + field.gap
        places += reversed(stack)
    return Placement(tuple(places), lead(places), price)


Column = tuple[float, float, Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Stack:
    """A column that some next cards can make: how many, their width, how many slots they take.

    `costs[i]` is what it costs with its duct's outer edge at slot `first` + i.
    """

    count: int
    width: float
    step: int
    first: int
    costs: Sequence[float]


def _cut(
    items: Sequence[Item], heights: Heights, field: Field
) -> tuple[float, list[Column]] | None:
    """The cheapest columns, (right edge of the cards, width, items) each, and their price."""
    # Slot s is s grid steps left of the field's right edge. costs[k][s]: the first k items stand,
    # and the next duct begins at slot s; least[k][s]: at slot s or, for less, further right.
    slots = int((field.right - field.left) / GRID_MM) + 1
    beyond = slots + int(max((w for h in heights.values() for w in h), default=0.0) / GRID_MM) + 99
    costs = [[float("inf")] * beyond for _ in range(len(items) + 1)]
    costs[0] = [0.0] * beyond
    offs = [_offs(item, field, slots) for item in items]
    ways: list[list[Stack]] = []
    least: list[list[float]] = []
    for done in range(len(items)):
        least.append(list(accumulate(costs[done], min)))
        # Where the cards before stand at all; nothing else need be looked at.
        begin = next((s for s, cost in enumerate(least[done]) if cost < float("inf")), slots)
        ways.append(list(_stacks(items[done:], offs[done:], heights, field, begin)))
        for way in ways[-1]:
            target, begin = costs[done + way.count], way.first + way.step
            end = begin + len(way.costs)
            prices = map(add, least[done][way.first : way.first + len(way.costs)], way.costs)
            target[begin:end] = map(min, target[begin:end], prices)
    best = min(costs[-1])
    if best == float("inf"):
        return None
    return best, list(_trace(items, costs, least, ways, field))[::-1]


def _offs(item: Item, field: Field, slots: int) -> tuple[int, list[float]]:
    """The first slot where an item's upright may stand, and what it costs there and onwards."""
    weight, right = WEIGHT[item.rank], field.right
    low = max(0, int((right - item.begin - FARTHEST_MM) / GRID_MM))
    high = min(slots, int((right - item.end + FARTHEST_MM) / GRID_MM) + 1)
    return low, [weight * item.off(right - slot * GRID_MM) ** 2 for slot in range(low, high)]


def _stacks(
    rest: Sequence[Item],
    offs: Sequence[tuple[int, list[float]]],
    heights: Heights,
    field: Field,
    begin: int,
) -> Iterator[Stack]:
    """All columns that the first of `rest` can make: any number of them at any common width.

    `begin`: the first slot where they may stand.
    """
    if begin >= int((field.right - field.left) / GRID_MM):
        return
    pitch = round(field.line / GRID_MM)
    sums: list[tuple[int, list[float]]] = []
    for width in heights[rest[0].id]:
        depth, shape = -field.gap, 0.0
        for count, item in enumerate(rest, start=1):
            height = heights[item.id].get(width)
            if height is None or depth + field.gap + height > field.depth:
                break
            depth += field.gap + height
            shape += SHAPE_PRICE * max(0.0, height / width - SHAPE)
            if len(sums) < count:
                low, costs = offs[count - 1]
                sums.append(
                    _sum(sums[-1], low - (count - 1) * pitch, costs) if sums else (low, costs)
                )
            first, costs = sums[count - 1]
            extra = (count - 1) * pitch * GRID_MM + field.pad + width
            # The cards end at the left edge of the field at the latest.
            stop = int((field.right - extra - field.left) / GRID_MM + 1e-9) + 1
            fixed = shape + HEIGHT_PRICE * count * (count - 1) / 2
            step = -int(-(extra + field.air) // GRID_MM)
            priced = [cost + fixed for cost in costs[: max(0, stop - first)]]
            if priced:
                yield Stack(count, width, step, first, priced)


def _sum(before: tuple[int, list[float]], other: int, more: list[float]) -> tuple[int, list[float]]:
    """Costs from a first slot and others from slot `other`, together where both are."""
    first, costs = before
    low = max(first, other)
    return low, list(map(add, costs[low - first :], more[low - other :]))


def _trace(
    items: Sequence[Item],
    costs: Sequence[list[float]],
    least: Sequence[list[float]],
    ways: Sequence[list[Stack]],
    field: Field,
) -> Iterator[Column]:
    """The columns of the cheapest way, from the last in time to the first."""
    count = len(items)
    after = costs[-1].index(min(costs[-1]))
    while count:
        price = costs[count][after]
        done, way, slot = next(
            (done, way, slot)
            for done in range(count)
            for way in ways[done]
            if done + way.count == count
            for slot in [after - way.step]
            if 0 <= slot - way.first < len(way.costs)
            and least[done][slot] + way.costs[slot - way.first] == price
        )
        column = items[done:count]
        outer = field.right - slot * GRID_MM
        yield outer - (way.count - 1) * field.line - field.pad, way.width, column
        count, after = done, costs[done].index(least[done][slot])


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
