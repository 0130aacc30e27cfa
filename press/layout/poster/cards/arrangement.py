"""Arranging: which actors stand above the axis and which below, at what type size, in what room.

The largest type that holds all events is taken, between the most that looks well and the least that
is legible. Actors keep to one side; of the ways to divide them those that fill both sides alike
are tried, and the cheapest placement is kept. All in design millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from press.layout.poster.cards.columns import Heights, stand
from press.layout.poster.cards.item import Item
from press.layout.poster.cards.placement import Placement, place, turned, turned_back
from press.layout.poster.composition import CORRIDORS, LEAST_LEVEL, Composition, Paper, compose

# Type on cards as a share of its designed size: the most, and the steps down from it.
MOST_FIT, FIT_STEP = 1.5, 0.05
# A large title is for few events, whose cards may be larger than designed; it may take so much of
# their size.
GRAND_FIT, GRAND_WORTH = 1.1, 0.9
# So many smaller sizes are tried for cards nearer to their marks. A size that is a hundredth
# smaller must be WORTH hundredths cheaper.
SMALLER, WORTH = 2, 4
# Which parts of the room for cards may lie above the axis, and with how many divisions of actors
# and room, of those that hold all cards, the cards are placed.
SHARES = (0.5, 0.42, 0.58, 0.35, 0.65)
DIVISIONS = 8
# The grid that the columns of what was chosen are set on at last, in mm.
FINE_MM = 0.5
# What emptiness between columns costs, a share of its squared width.
EMPTY = 0.5


@dataclass(frozen=True, slots=True)
class PosterEvent:
    """An event to be arranged: its item on the axis, its actor, its heights at fit 1 by width."""

    item: Item
    actor: str
    heights: Mapping[float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """The sheet and what stands on it beside the cards: heights in design mm.

    `headers`: the height of the title block by its kind. `least_fit`: the least legible size.
    `sides`: of actors who keep to one, whether it is that above the axis.
    """

    sheet: Paper
    headers: Mapping[str, float]
    foot: float
    axis: float
    least_fit: float
    sides: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Every card's place, and the composition that it was found in."""

    fit: float
    kind: str
    composition: Composition
    above: Placement
    below: Placement

    @property
    def price(self) -> float:
        """What cards far from their marks and what emptiness between columns costs."""
        fields = (self.composition.above, self.composition.below)
        empty = sum(
            gap**2
            for side, field in zip((self.above, self.below), fields, strict=True)
            for gap in side.gaps(field.left, field.right)
        )
        return self.above.price + self.below.price + EMPTY * empty


def arrange(events: Sequence[PosterEvent], room: Room) -> Arrangement | None:
    """The arrangement at the largest type that holds all `events`, in time order; else None.

    Above the designed size a large title may cost them a little of theirs.
    """
    fits = list(_fits(room.least_fit))
    plain = _largest(events, room, fits, "plain")
    grand = _largest(events, room, [f for f in fits if f >= GRAND_FIT], "grand")
    if not plain:
        return None
    kind = "grand" if grand and grand[0] >= plain[0] * GRAND_WORTH else "plain"
    sizes = grand if kind == "grand" else plain
    found = min(
        (a for fit in sizes[: SMALLER + 1] for a in arrangements(events, room, fit, kind)),
        key=lambda a: a.price * (sizes[0] / a.fit) ** WORTH,
    )
    return refined(found, events, FINE_MM) or found


def refined(found: Arrangement, events: Sequence[PosterEvent], grid: float) -> Arrangement | None:
    """The same arrangement on another grid; None where the corridor does not hold its lines."""
    above, below = (
        replace(f, grid=grid) for f in (found.composition.above, found.composition.below)
    )
    composition = replace(found.composition, above=above, below=below)
    up = {p.item.id for p in found.above.places}
    upper = frozenset(e.actor for e in events if e.item.id in up)
    sides = _sides(events, upper, sized(events, found.fit), composition)
    if sides is None or any(composition.pitch(s.levels) < LEAST_LEVEL for s in sides):
        return None
    return replace(found, composition=composition, above=sides[0], below=sides[1])


def sized(events: Sequence[PosterEvent], fit: float) -> Heights:
    """The heights of cards at a share of the designed type size, by widths at that size."""
    return {
        e.item.id: {round(w * fit, 3): round(h * fit, 3) for w, h in e.heights.items()}
        for e in events
    }


def _largest(
    events: Sequence[PosterEvent], room: Room, fits: list[float], kind: str
) -> list[float]:
    """Those of the type sizes, from large to small, at which all events stand.

    Found by halving: what fits at a size fits at a smaller one, or so nearly always that to try
    them all is not worth the time.
    """
    low, high = 0, len(fits)
    while low < high:
        middle = (low + high) // 2
        if next(arrangements(events, room, fits[middle], kind), None):
            high = middle
        else:
            low = middle + 1
    return fits[low:]


def _fits(least: float) -> Iterator[float]:
    """The type sizes to try, from large to small, `least` the last."""
    steps = max(0, int((MOST_FIT - least) / FIT_STEP + 1e-9))
    for step in range(steps + 1):
        fit = round(MOST_FIT - step * FIT_STEP, 3)
        if fit > least:
            yield fit
    yield least


def arrangements(
    events: Sequence[PosterEvent], room: Room, fit: float, kind: str
) -> Iterator[Arrangement]:
    """What is found at a type size and with a kind of title block, in the lowest corridor."""
    heights = sized(events, fit)
    for corridor in CORRIDORS:
        fitting = crowded = False
        for composition, upper in _divisions(events, heights, room, kind, corridor):
            sides = _sides(events, upper, heights, composition)
            if sides is None:
                continue
            if all(composition.pitch(side.levels) >= LEAST_LEVEL for side in sides):
                fitting = True
                yield Arrangement(fit, kind, composition, *sides)
            crowded = True
        if fitting or not crowded:
            return  # a higher corridor would leave the cards still less room


def _sides(
    events: Sequence[PosterEvent],
    upper: frozenset[str],
    heights: Heights,
    composition: Composition,
) -> tuple[Placement, Placement] | None:
    """The placements above and below, if there is room for the cards."""
    above = place([e.item for e in events if e.actor in upper], heights, composition.above)
    if above is None:
        return None
    rest = turned([e.item for e in events if e.actor not in upper], composition.below)
    below = place(rest, heights, composition.below)
    if below is None:
        return None
    return above, turned_back(below, composition.below)


def _divisions(
    events: Sequence[PosterEvent], heights: Heights, room: Room, kind: str, corridor: float
) -> Iterator[tuple[Composition, frozenset[str]]]:
    """The shares of the room and the actors above with which all cards stand.

    Those that fill both sides most alike come first; no more than are tried.
    """
    loads: dict[str, float] = {}
    actors = sorted({e.actor for e in events})
    held = [(actor, above) for actor, above in room.sides.items() if actor in actors]
    uppers = [
        frozenset(c)
        for n in range(len(actors) + 1)
        for c in combinations(actors, n)
        if all((actor in c) == above for actor, above in held)
    ]
    ranked: list[tuple[float, int, Composition, frozenset[str]]] = []
    for share in SHARES:
        composition = compose(
            room.sheet,
            header=room.headers[kind],
            foot=room.foot,
            axis=room.axis,
            corridor=corridor,
            share=share,
        )
        above, below = composition.above, composition.below
        if not loads:
            for e in events:
                least = min(
                    (w + above.air) * (h + above.gap) for w, h in heights[e.item.id].items()
                )
                loads[e.actor] = loads.get(e.actor, 0.0) + least
        over, under = (f.depth * (f.right - f.left) for f in (above, below))
        total = sum(loads.values())
        for upper in uppers:
            load = sum(loads[o] for o in upper)
            if load <= over and total - load <= under:
                uneven = abs(load / over - (total - load) / under)
                ranked.append((uneven, len(ranked), composition, upper))
    tried = 0
    for _, _, composition, upper in sorted(ranked, key=lambda r: r[:2]):
        items = [e.item for e in events if e.actor in upper]
        rest = turned([e.item for e in events if e.actor not in upper], composition.below)
        if stand(items, heights, composition.above) and stand(rest, heights, composition.below):
            yield composition, upper
            tried += 1
        if tried == DIVISIONS:
            return
