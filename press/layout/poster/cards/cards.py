"""Cards: those of an arrangement, their lines and marks, in mm.

What is arranged is in design mm, as on A1; `k` is the scale of the sheet.
"""

from __future__ import annotations

from collections.abc import Mapping

from press.geometry import Box
from press.layout.poster.blocks import Face
from press.layout.poster.cards.arrangement import Arrangement
from press.layout.poster.cards.placement import CardPlace as Spot
from press.layout.poster.cards.placement import Leader, Placement
from press.layout.poster.composition import FIRST, Composition, scaled
from press.layout.poster.sheet import Card, Mark


def cards(found: Arrangement, faces: Mapping[str, Face], k: float) -> list[Card]:
    """Every card with the line from its mark, above the axis and below."""
    return [*_above(found, faces, k), *_below(found, faces, k)]


def _above(found: Arrangement, faces: Mapping[str, Face], k: float) -> list[Card]:
    """The cards above the axis; ducts are at the right of their columns."""
    corridor, axis = found.composition.top, found.composition.axis.y_mm
    cards = []
    for spot, line in zip(found.above.places, found.above.leaders, strict=True):
        left, top = spot.right - spot.width, corridor - spot.near - spot.height
        turn = axis - _level(line, found.above, found.composition)
        end = corridor if spot.nearest else top
        edges = (spot.right, left)
        box = Box(left, top, spot.width, spot.height)
        cards.append(
            _card(faces[spot.item.id], box, spot, _way(spot, line, axis, turn, end), edges, k)
        )
    return cards


def _below(found: Arrangement, faces: Mapping[str, Face], k: float) -> list[Card]:
    """The cards below the axis; ducts are at the left of their columns."""
    corridor, axis = found.composition.bottom, found.composition.axis.bottom_mm
    cards = []
    for spot, line in zip(found.below.places, found.below.leaders, strict=True):
        left, top = spot.right - spot.width, corridor + spot.near
        turn = axis + _level(line, found.below, found.composition)
        edges = (left, spot.right)
        box = Box(left, top, spot.width, spot.height)
        cards.append(
            _card(faces[spot.item.id], box, spot, _way(spot, line, axis, turn, top), edges, k)
        )
    return cards


def _level(line: Leader, placement: Placement, composition: Composition) -> float:
    """How far from the axis a line turns."""
    return FIRST + (line.level - 1) * composition.pitch(placement.levels) if line.level else 0.0


def _way(
    spot: Spot, line: Leader, axis: float, turn: float, end: float
) -> tuple[tuple[float, float], ...]:
    """The way of a line from its mark, by a turn in the corridor where it is not straight."""
    if not line.level:
        return ((line.start, axis), (line.start, end))
    return ((line.start, axis), (line.start, turn), (spot.upright, turn), (spot.upright, end))


def _card(
    face: Face,
    box: Box,
    spot: Spot,
    way: tuple[tuple[float, float], ...],
    edges: tuple[float, float],
    k: float,
) -> Card:
    """A card with its line and its rule, which begins at the line where that runs in a duct."""
    begin = edges[0] if spot.nearest else spot.upright
    rule = ((begin, box.y_mm), (edges[1], box.y_mm))
    points = (tuple((round(x * k, 2), round(y * k, 2)) for x, y in part) for part in (way, rule))
    leader, above = points
    return Card(face, scaled(box, k), leader, above)


def marks(found: Arrangement, faces: Mapping[str, Face], k: float) -> list[Mark]:
    """The mark of every card on its edge of the axis."""
    return [
        Mark(
            item.id,
            round(item.end * k, 3),
            round((item.begin - item.end) * k, 3),
            faces[item.id].dress,
            item.rank,
            side,
        )
        for side, placement in (("above", found.above), ("below", found.below))
        for item in (spot.item for spot in placement.places)
    ]
