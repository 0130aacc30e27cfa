"""Fill the narrow column beside an entry: what stands there, and how much room it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

from press.content.resolved import Entry
from press.content.values import Value
from press.layout.brief.exhibits import LaneMark
from press.layout.timescale import TimeScale

# Letters of a date and of a name that fit on a line of the column.
DATE_LETTERS, NAME_LETTERS = 19, 14
# More members than these voted: their seats would fill the column.
MOST_SEATS = 60
# Seats on a line of the column.
SEATS = 15
# A mark on the column's strip is never narrower than the eye can see, in mm.
NARROWEST_MM = 1.2
# Lines of the grid that the head of an entry takes beside its column, and that a side line takes.
HEAD_LINES, SIDE_LINE = 2.5, 0.75
# The first lines of an entry's text that stay with its head.
LEAST_ROOM = 3
# The seats of a vote by word, in the order of a tally.
VOTES = ("for", "against", "abstained")


@dataclass(frozen=True, slots=True)
class SideColumn:
    """The place of an entry in its period, how each member voted, and the column's lines.

    `mark` is None without a strip, `seats` empty without a vote. The column is `height` lines of
    the grid high; `room` of them must be free below the entry's head.
    """

    mark: LaneMark | None
    seats: tuple[str, ...]
    height: float
    room: int


def side_of(entry: Entry, vote: Value | None, scale: TimeScale) -> SideColumn:
    """What stands beside `entry`; `scale` is as long as the column is wide."""
    mark = mark_of(entry, scale, NARROWEST_MM) if scale.holds(entry.when) else None
    seats = seats_of(vote) if vote else ()
    if len(seats) > MOST_SEATS:
        seats = ()
    lines = float(_lines(entry.date.text, DATE_LETTERS))
    lines += sum(0.4 + _lines(actor.name, NAME_LETTERS) for actor in entry.actors)
    lines += bool(entry.symbol) + bool(entry.meeting)
    lines += 0.6 * math.ceil(len(seats) / SEATS) + bool(seats) / 2
    lines += 1.0 if mark else 0.0
    height = round(0.6 + lines * SIDE_LINE, 2)
    return SideColumn(mark, seats, height, max(LEAST_ROOM, math.ceil(height - HEAD_LINES)))


def _lines(text: str, letters: int) -> int:
    return math.ceil(len(text) / letters)


def seats_of(vote: Value) -> tuple[str, ...]:
    """A word for each member that voted: for, against, abstained."""
    counts = zip(VOTES, vote.held, strict=True)
    return tuple(word for word, count in counts for _ in range(cast(int, count)))


def mark_of(entry: Entry, scale: TimeScale, narrowest_mm: float) -> LaneMark:
    """The mark of an entry on a line of time, no narrower than `narrowest_mm`."""
    begin, end = scale.extent(entry.when)
    width = max(end - begin, narrowest_mm)
    x = min(max((begin + end - width) / 2, 0.0), scale.end_mm - width)
    return LaneMark(entry.id, round(x, 2), round(width, 2), entry.rank == "turning-point")
