"""Columns: how the events of one side are cut into columns of cards, and where these stand, in mm.

A column holds cards of one width that follow each other in time, the earliest farthest from the
axis. The card nearest to the axis is reached straight from it, anywhere along its edge; the lines
of the others run side by side in a duct at the column's right, the earliest event's outermost, so
that no two lines cross. Of all ways to cut the events, to choose widths and to set the columns on a
grid, the one with the least price is taken: weighted squared displacements, high columns, cards
that are higher than broad. Dynamic programming finds it, so nothing cheaper exists on the grid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import add

from press.layout.poster.cards.item import ANYWHERE, INSET_MM, Item, Stretch

WEIGHT = {"turning-point": 3.0, "major": 1.6, "minor": 1.0}
# What a pair of cards in one column costs, in weighted mm²: low broad columns before high narrow
# ones, so that the skyline is high only where the events are many.
HEIGHT_PRICE = 300.0
# What a card costs for each width that it is higher than SHAPE widths.
SHAPE_PRICE, SHAPE = 6000.0, 0.75
# A card may not stand further from its mark than this: a line that long is not followed.
FARTHEST_MM = 150.0
# Of two places where a line is straight, the one with the mark nearer to the card's middle: what
# this costs, a share of a squared displacement.
CENTRE = 0.05

# The height of a card at each width that it may have.
Heights = Mapping[str, Mapping[float, float]]


@dataclass(frozen=True, slots=True)
class Field:
    """Where cards may stand, and the distances that they keep, all in mm.

    `depth`: from the corridor to the far edge. `air`: from a column to the next at its left.
    `pad`: from the innermost line of a duct to its cards.
    `line`: from line to line in a duct, whole steps of the grid. `gap`: from card to card.
    `grid`: how finely columns are set.
    """

    left: float
    right: float
    depth: float
    gap: float = 4.5
    air: float = 4.0
    pad: float = 2.4
    line: float = 3.0
    grid: float = 1.5

    @property
    def slots(self) -> int:
        """How many steps of the grid lie between its edges; slot s is s steps from the right."""
        return int((self.right - self.left) / self.grid + 1e-9)

    def room(self, count: int) -> float:
        """The width of the duct of a column of so many cards, with its distance to them."""
        return (count - 2) * self.line + self.pad if count > 1 else 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """Cards in a column, in time order: the right edge of its duct and of the cards, the width."""

    outer: float
    right: float
    width: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """A column that some next cards can make: how many, their width, how many slots they take.

    `costs[i]` is what it costs with its outer edge at slot `first` + i.
    """

    count: int
    width: float
    step: int
    first: int
    costs: Sequence[float]


# A stretch of slots from a first one, and what each costs.
Costs = tuple[int, Sequence[float]]


def stand(items: Sequence[Item], heights: Heights, field: Field) -> bool:
    """Whether `items`, given in time order, can all stand: quick, since nothing is priced.

    Each column as far right as it may: what can stand after a column, can after one further right.
    """
    never, span = 2 * field.slots, field.right - field.left
    first = [0, *[never] * len(items)]
    for done, begin in enumerate(first[:-1]):
        begin = first[done]
        if begin == never:
            continue
        edges = ANYWHERE
        for count, width, _ in shapes(items, done, heights, field):
            room, item = field.room(count), items[done + count - 1]
            edges = _common(edges if count > 1 else ANYWHERE, item.edges(width))
            if count == 1:
                # The first and the last place of a duct for which its lines are not too long.
                low, high = float(begin) * field.grid, span
            else:
                before, at = items[done + count - 2], (count - 2) * field.line
                low = max(low, field.right - before.begin - at - FARTHEST_MM)
                high = min(high, field.right - before.end - at + FARTHEST_MM)
            # The card nearest to the axis is met anywhere along its edge.
            reach = room + width - INSET_MM, room + INSET_MM
            start = max(low, field.right - item.begin - reach[0] - FARTHEST_MM)
            last = min(high, span - room - width, field.right - item.end - reach[1] + FARTHEST_MM)
            slot, end = _slots(edges, room, field)
            slot = max(slot, -int(-start // field.grid))
            if slot <= min(end, int(last // field.grid)):
                after = slot + _step(count, width, field)
                first[done + count] = min(first[done + count], after)
    return first[-1] < never


def _common(one: Stretch, other: Stretch) -> Stretch:
    """What both stretches have, turned round where that is nothing."""
    return min(one[0], other[0]), max(one[1], other[1])


def _slots(edges: Stretch, room: float, field: Field) -> tuple[int, int]:
    """The first and the last slot of a duct beside which cards have their right edge in `edges`."""
    first, last = (field.right - room - edge for edge in edges)
    return -int(-(first - 1e-9) // field.grid), int((last + 1e-9) // field.grid)


def _step(count: int, width: float, field: Field) -> int:
    """How many slots a column takes, with the air at its left."""
    return -int(-(field.room(count) + width + field.air) // field.grid)


def shapes(
    items: Sequence[Item], done: int, heights: Heights, field: Field
) -> Iterator[tuple[int, float, float]]:
    """How many items from `done` on fit into a column at a width, and what its shape costs."""
    for width in heights[items[done].id]:
        depth, shape = -field.gap, 0.0
        for count in range(1, len(items) - done + 1):
            height = heights[items[done + count - 1].id].get(width)
            if height is None or depth + field.gap + height > field.depth + 1e-9:
                break
            depth += field.gap + height
            shape += SHAPE_PRICE * max(0.0, height / width - SHAPE)
            yield count, width, shape + HEIGHT_PRICE * count * (count - 1) / 2


def cheapest(
    items: Sequence[Item], heights: Heights, field: Field
) -> tuple[float, list[Column]] | None:
    """The cheapest columns of `items`, given in time order, and their price; None: no room."""
    if not stand(items, heights, field):
        return None
    # costs[k][s]: the first k items stand, and the next column begins at slot s; least[k][s]: at
    # slot s or, for less, further right.
    widest = max((w for h in heights.values() for w in h), default=0.0)
    beyond = field.slots + int((widest + 99.0) / field.grid)
    costs = [[float("inf")] * beyond for _ in range(len(items) + 1)]
    costs[0] = [0.0] * beyond
    ways: list[list[Stack]] = []
    least: list[list[float]] = []
    for done in range(len(items)):
        least.append(list(accumulate(costs[done], min)))
        # Where the cards before stand at all; nothing else need be looked at.
        begin = next((s for s, cost in enumerate(least[done]) if cost < float("inf")), None)
        ways.append([] if begin is None else list(_stacks(items, done, heights, field, begin)))
        for way in ways[-1]:
            target, begin = costs[done + way.count], way.first + way.step
            end = begin + len(way.costs)
            prices = map(add, least[done][way.first : way.first + len(way.costs)], way.costs)
            target[begin:end] = map(min, target[begin:end], prices)
    best = min(costs[-1])
    if best == float("inf"):
        return None
    return best, list(_trace(items, costs, least, ways, field))[::-1]


def _stacks(
    items: Sequence[Item], done: int, heights: Heights, field: Field, begin: int
) -> Iterator[Stack]:
    """All columns that the items from `done` on can make: any number of them at any common width.

    `begin`: the first slot where they may stand.
    """
    pitch = round(field.line / field.grid)
    duct: list[Costs] = []
    edges = ANYWHERE
    for count, width, fixed in shapes(items, done, heights, field):
        nearest = items[done + count - 1]
        edges = _common(edges if count > 1 else ANYWHERE, nearest.edges(width))
        start, end = _slots(edges, field.room(count), field)
        last = int((field.right - field.left - field.room(count) - width) / field.grid + 1e-9)
        if count == 1:
            first, costs = _from(
                _straight(nearest, width, field.left, field.right, field.grid), begin
            )
        else:
            if len(duct) < count - 1:
                low, more = _in_duct(items[done + count - 2], field.left, field.right, field.grid)
                one = _from((low - (count - 2) * pitch, more), begin)
                duct.append(_sum(duct[-1], one) if duct else one)
            low, more = _straight(nearest, width, field.left, field.right - field.pad, field.grid)
            first, costs = _sum(duct[count - 2], (low - (count - 2) * pitch, more))
        first, costs = _from((first, costs), start)
        priced = [cost + fixed for cost in costs[: max(0, min(last, end) + 1 - first)]]
        if priced:
            yield Stack(count, width, _step(count, width, field), first, priced)


def _from(costs: Costs, begin: int) -> Costs:
    """The same costs, none before a slot."""
    first, held = costs
    return (begin, held[begin - first :]) if first < begin else costs


@lru_cache(maxsize=4096)
def _in_duct(item: Item, left: float, right: float, grid: float) -> Costs:
    """What it costs that an item's line runs in a duct, from the first slot on where it may."""
    low = max(0, -int(-(right - item.begin - FARTHEST_MM) // grid))
    high = min(int((right - left) / grid), int((right - item.end + FARTHEST_MM) / grid))
    weight = WEIGHT[item.rank]
    return low, [weight * item.off(right - s * grid) ** 2 for s in range(low, high + 1)]


@lru_cache(maxsize=16384)
def _straight(item: Item, width: float, left: float, right: float, grid: float) -> Costs:
    """What it costs that a card, nearest to the axis, has its right edge at a slot."""
    low = max(0, -int(-(right - item.begin - width + INSET_MM - FARTHEST_MM) // grid))
    high = int((right - item.end - INSET_MM + FARTHEST_MM) / grid)
    high = min(int((right - left) / grid), high)
    weight = WEIGHT[item.rank]
    costs = []
    for slot in range(low, high + 1):
        edge = right - slot * grid
        off = item.off(item.meet(edge, width)) ** 2
        costs.append(weight * (off + CENTRE * item.off(edge - width / 2) ** 2))
    return low, costs


def _sum(one: Costs, other: Costs) -> Costs:
    """Costs from a first slot and others from another, together where both are."""
    low = max(one[0], other[0])
    return low, list(map(add, one[1][low - one[0] :], other[1][low - other[0] :]))


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
        outer = field.right - slot * field.grid
        yield Column(outer, outer - field.room(way.count), way.width, tuple(items[done:count]))
        count, after = done, costs[done].index(least[done][slot])
