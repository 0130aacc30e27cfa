"""The least that any placement of a side can cost, on no grid at all: SciPy's HiGHS proves it.

All cuts of the events into columns, all widths and all places are open. A binary variable says
whether a column is made, another where it stands, in mm from the right, and a third what it costs
there. The cost is convex in the place, so tangents never over-estimate it; they are added where
the solver puts columns, until the price there is known. The solver's own bound is then a proof.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from press.layout.poster.cards.columns import (
    CENTRE,
    FARTHEST_MM,
    INSET_MM,
    WEIGHT,
    Field,
    Heights,
    Item,
    shapes,
)

# Tangents that every column has from the first; rounds in which more are added; seconds a round.
FIRST, ROUNDS, SECONDS = 8, 40, 120.0
# The least is known when the price of what was found is nearer to it than this share.
NEAR = 0.005
INFINITY = float("inf")


@dataclass(frozen=True)
class Choice:
    """A column that can be made of `items`, after `done` others, and what it costs in any place.

    `low` and `high` are where its outer edge may stand, in mm from the right edge of `field`.
    """

    done: int
    items: Sequence[Item]
    width: float
    fixed: float
    field: Field
    low: float
    high: float

    @property
    def room(self) -> float:
        """How broad its duct is."""
        return self.field.room(len(self.items))

    @property
    def whole(self) -> float:
        """How much of the field it takes, with the air at its left."""
        return self.room + self.width + self.field.air

    def price(self, at: float) -> tuple[float, float]:
        """What it costs there beside what is fixed, and the slope of that."""
        price, slope, right = 0.0, 0.0, self.field.right - at
        for index, item in enumerate(self.items[:-1]):
            off = _off(item, right - index * self.field.line)
            price += WEIGHT[item.rank] * off**2
            slope -= WEIGHT[item.rank] * 2 * off
        last, edge = self.items[-1], right - self.room
        off, centre = _off(last, last.meet(edge, self.width)), _off(last, edge - self.width / 2)
        price += WEIGHT[last.rank] * (off**2 + CENTRE * centre**2)
        return price, slope - WEIGHT[last.rank] * 2 * (off + CENTRE * centre)


def _off(item: Item, x: float) -> float:
    """How far `x` lies right of what the date covers, less than nothing where it lies left."""
    return max(0.0, x - item.begin) - max(0.0, item.end - x)


def choices(items: Sequence[Item], heights: Heights, space: Field) -> Iterator[Choice]:
    """All columns that can be made, wherever they can stand."""
    for done in range(len(items)):
        for count, width, fixed in shapes(items, done, heights, space):
            held, room = items[done : done + count], space.room(count)
            low, high = 0.0, space.right - space.left - room - width
            for index, item in enumerate(held[:-1]):
                line = space.right - index * space.line
                low = max(low, line - item.begin - FARTHEST_MM)
                high = min(high, line - item.end + FARTHEST_MM)
            edge = space.right - room
            low = max(low, edge - width + INSET_MM - held[-1].begin - FARTHEST_MM)
            high = min(high, edge - INSET_MM - held[-1].end + FARTHEST_MM)
            if low <= high:
                yield Choice(done, held, width, fixed, space, low, high)


@dataclass
class Programme:
    """The linear programme in whole numbers: rows of coefficients by column, with their limits.

    Of n choices the columns are n times made or not, n places (0 where not made), n costs.
    """

    made: list[Choice]
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def state(self, nodes: int) -> None:
        """Every event in one column, the columns apart, each where it may stand."""
        many = len(self.made)
        for node in range(nodes + 1):
            begin = [k for k, c in enumerate(self.made) if c.done == node]
            end = [k for k, c in enumerate(self.made) if c.done + len(c.items) == node]
            due = float(node == 0) - float(node == nodes)
            self.rows.append((dict.fromkeys(begin, 1.0) | dict.fromkeys(end, -1.0), due, due))
            if 0 < node < nodes:
                apart = {many + k: 1.0 for k in begin} | {many + k: -1.0 for k in end}
                self.rows.append((apart | {k: -self.made[k].whole for k in end}, 0.0, INFINITY))
        for k, choice in enumerate(self.made):
            self.rows.append(({many + k: 1.0, k: -choice.low}, 0.0, INFINITY))
            self.rows.append(({many + k: 1.0, k: -choice.high}, -INFINITY, 0.0))
            for step in range(FIRST):
                self.touch(k, choice.low + (choice.high - choice.low) * step / (FIRST - 1))

    def touch(self, k: int, at: float) -> None:
        """A tangent: a column costs no less than it says."""
        many, (price, slope) = len(self.made), self.made[k].price(at)
        row = {2 * many + k: 1.0, many + k: -slope, k: slope * at - price}
        self.rows.append((row, 0.0, INFINITY))

    def solve(self) -> Any:
        """What HiGHS finds, with its bound. Raises ImportError without SciPy."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        many = len(self.made)
        cells = [
            (r, k, value) for r, (row, _, _) in enumerate(self.rows) for k, value in row.items()
        ]
        row, column, value = zip(*cells, strict=True)
        matrix = csr_array((value, (row, column)), shape=(len(self.rows), 3 * many))
        limits = [r[1] for r in self.rows], [r[2] for r in self.rows]
        with _silent():
            return milp(
                np.concatenate([[c.fixed for c in self.made], np.zeros(many), np.ones(many)]),
                integrality=np.repeat([1, 0], [many, 2 * many]),
                bounds=Bounds(0.0, np.repeat([1.0, np.inf], [many, 2 * many])),
                constraints=LinearConstraint(matrix, *limits),
                options={"mip_rel_gap": NEAR / 4, "time_limit": SECONDS},
            )


@contextmanager
def _silent() -> Iterator[None]:
    """HiGHS writes now and then, and not through Python."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def least(items: Sequence[Item], heights: Heights, space: Field) -> float:
    """What no placement of `items`, given in time order, costs less than.

    They must be able to stand. Raises ImportError without SciPy.
    """
    if not items:
        return 0.0
    programme = Programme(list(choices(items, heights, space)))
    programme.state(len(items))
    many, proved = len(programme.made), 0.0
    for _ in range(ROUNDS):
        solved = programme.solve()
        proved = max(proved, float(solved.mip_dual_bound or 0.0))
        if solved.x is None:
            break
        chosen = {k: float(solved.x[many + k]) for k in range(many) if solved.x[k] > 0.5}
        price = sum(
            programme.made[k].fixed + programme.made[k].price(at)[0] for k, at in chosen.items()
        )
        if price - proved <= NEAR * price:
            break
        for k, at in chosen.items():
            programme.touch(k, at)
    return proved
