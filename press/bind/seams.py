"""Place the seams between office sheets where they cut the fewest texts."""

from __future__ import annotations

import math
from collections.abc import Sequence

Interval = tuple[float, float]
# A seam may move so far from its place, in mm, by steps of a millimetre.
MOST_MM = 15
# No part is shorter than this share of what its sheet could show.
LEAST = 1 / 3
# A seam that stands nearer to a letter cuts it, in mm: hands are not exact.
NEAR_MM = 0.5
# What it costs to move a seam by a millimetre, in texts: of two seams the one that moves less.
MOVED = 1e-3
# What it costs to cut a large word or letter beside the line that it stands in, in texts: where
# no place spares the line, the seam goes between words, else between letters.
LARGE = 0.25


def fewest(length: float, room: float, overlap: float) -> int:
    """The fewest parts of at most `room` that cover `length`.

    Raises ValueError when a quarter of the room is less than the overlap.
    """
    if overlap < 0 or 4 * overlap > room:
        raise ValueError(f"sheets that show {room:g} mm cannot overlap by {overlap:g} mm")
    # n rooms cover n room - (n - 1) overlap.
    return max(1, math.ceil((length - overlap) / (room - overlap) - 1e-9))


def divide_sparing(
    length: float,
    count: int,
    overlap: float,
    room: float,
    texts: Sequence[Interval],
    seen_at: float,
    large: Sequence[Interval] = (),
) -> list[Interval]:
    """`count` parts of a length that share `overlap`, none longer than `room`.

    They are of one size but for seams that move to cut fewer of `texts`, and of `large` words and
    letters, which are wider than a seam moves. Of what two parts share,
    the seam is seen `seen_at` from its beginning.
    """
    size = (length + (count - 1) * overlap) / count
    places = [[0.0], *([n * (size - overlap)] for n in range(1, count))]
    if texts:
        steps = range(-MOST_MM, MOST_MM + 1)
        places[1:] = [[place + step for step in steps] for (place,) in places[1:]]
    least = min(size, room * LEAST)

    def fits(part: float) -> bool:
        return least - 1e-6 <= part <= room + 1e-6

    # The cheapest way to each place of the last seam, and the seams on it.
    ways: list[tuple[float, list[float]]] = [(0.0, [0.0])]
    for number in range(1, count):
        nominal = number * (size - overlap)
        ways = [
            min(
                (cost + price, [*way, place])
                for cost, way in ways
                if fits(place + overlap - way[-1])
            )
            for place, price in (
                (
                    place,
                    _cut(texts, place + seen_at)
                    + LARGE * _cut(large, place + seen_at)
                    + MOVED * abs(place - nominal),
                )
                for place in places[number]
            )
            if any(fits(place + overlap - way[-1]) for _, way in ways)
        ]
    _, starts = min(way for way in ways if fits(length - way[1][-1]))
    ends = [*(start + overlap for start in starts[1:]), length]
    return list(zip(starts, ends, strict=True))


def _cut(texts: Sequence[Interval], at: float) -> int:
    return sum(start - NEAR_MM < at < end + NEAR_MM for start, end in texts)
