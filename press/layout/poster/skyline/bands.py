"""Bands: the events of each period beside its stretch of an axis that runs down, in design mm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from press.layout.poster.skyline.stacks import Standing


def shared(
    events: Sequence[Standing], columns: int, gap: float
) -> tuple[tuple[Standing, ...], ...]:
    """The events of a period in order in so many columns, the highest of which is the lowest.

    `gap` lies between two events of a column.
    """
    above = [0.0, *accumulate(event.height + gap for event in events)]
    limits = sorted({b - a for n, a in enumerate(above) for b in above[n + 1 :]})
    low, high = 0, len(limits) - 1
    while low < high:
        middle = (low + high) // 2
        fits = len(_filled(events, limits[middle], gap)) <= columns
        low, high = (low, middle) if fits else (middle + 1, high)
    return _filled(events, limits[low], gap) if limits else ()


def _filled(
    events: Sequence[Standing], limit: float, gap: float
) -> tuple[tuple[Standing, ...], ...]:
    """The events in columns, each as full as `limit` lets it be, with the gap after each event."""
    columns: list[list[Standing]] = []
    room = 0.0
    for event in events:
        if not columns or event.height + gap > room + 1e-6:
            columns.append([])
            room = max(limit, event.height + gap)
        columns[-1].append(event)
        room -= event.height + gap
    return tuple(map(tuple, columns))


def settled(
    wanted: Sequence[float], heights: Sequence[float], top: float, floor: float
) -> tuple[float, ...] | None:
    """Where bands of these heights begin, in order and apart, between `top` and `floor`; None where
    there is no room for all.

    The sum of the squares of how far they are from where they are `wanted` is the least.
    """
    before = [0.0, *accumulate(heights)]
    if before[-1] > floor - top + 1e-6:
        return None
    # Bands that push each other move as one: each as (sum of what they want, how many).
    blocks: list[tuple[float, int]] = []
    for place, above in zip(wanted, before, strict=False):
        blocks.append((place - above, 1))
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            (more, many), (some, few) = blocks.pop(), blocks.pop()
            blocks.append((more + some, many + few))
    pushed = [total / count for total, count in blocks for _ in range(count)]
    last = floor - before[-1]
    return tuple(
        min(max(place, top), last) + above for place, above in zip(pushed, before, strict=False)
    )
