"""Draws the timeline to scale: where each mark stands, and in which row its label has room.

A page in a browser is as wide as its reader's screen. So places are shares of the scale's length,
and the room of a label is reckoned for the narrowest screen on which the scale is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from press.content.resolved import Entry
from press.content.values import House
from press.geometry import Box
from press.language.dates import Instant
from press.layout.poster.axis import divide_axis
from press.layout.timescale import TimeScale
from press.layout.web.sheet import ScaleMark, ScaleTick, WebEvent, WebScale

# How many times as long as the page the scale may be drawn.
ZOOMS = (1, 2, 4, 8)
# The least length of the scale and the width of a label and its gap, in em of the label
# (styles/web/scale.css), and the rows of labels on either side of the line.
LENGTH_EM, LABEL_EM = 72.0, 11.0
ROWS = 3
# The length of the scale in the millimetres of a poster, for which its parts are chosen.
LENGTH_MM = 560.0
_RANKS = ("turning-point", "major", "minor")


def draw_scale(
    events: Sequence[WebEvent],
    entries: Sequence[Entry],
    period: tuple[Instant, Instant],
    house: House,
) -> WebScale:
    """The scale of a period with its events, of which `entries` are the records."""
    line = TimeScale(*period, 0.0, 100.0)
    held = [event for event in events if line.holds(event.when)]
    spans = [line.extent(event.when) for event in held]
    begins = [begin for begin, _ in spans]
    rows = {zoom: _rows(begins, held, zoom) for zoom in ZOOMS}
    marks = tuple(
        ScaleMark(
            event,
            round(begin, 3),
            round(max(end - begin, 0.0), 3),
            {zoom: zoomed[number] for zoom, zoomed in rows.items()},
            stands_before(begin),
        )
        for number, (event, (begin, end)) in enumerate(zip(held, spans, strict=True))
    )
    used = [row for mark in marks for row in mark.rows.values()]
    return WebScale(
        marks,
        ZOOMS,
        tuple(_ticks(entries, period, house, zoom) for zoom in ZOOMS),
        above=int(0.5 - min([0.0, *used])),
        below=int(0.5 + max([0.0, *used])),
    )


def stands_before(at: float) -> bool:
    """Whether the label of a mark stands before it, since behind it the scale soon ends."""
    return at > 100.0 * (1.0 - LABEL_EM / LENGTH_EM)


def _rows(begins: Sequence[float], events: Sequence[WebEvent], zoom: int) -> list[float]:
    """The row of each label: the nearest to the line that is free, above and below by turns.

    Events of more weight are served first, so that in a crowd the labels that are left out are
    those of the least.
    """
    width = 100.0 * LABEL_EM / (LENGTH_EM * zoom)
    taken: dict[float, list[float]] = {}
    nearest = [side * (row + 0.5) for row in range(ROWS) for side in (-1, 1)]
    rows = [0.0] * len(events)
    order = sorted(range(len(events)), key=lambda n: (_RANKS.index(events[n].rank), begins[n]))
    for number in order:
        start = begins[number] - (width if stands_before(begins[number]) else 0.0)
        for row in nearest:
            if all(abs(start - other) >= width for other in taken.get(row, ())):
                taken.setdefault(row, []).append(start)
                rows[number] = row
                break
    return rows


def _ticks(
    entries: Sequence[Entry], period: tuple[Instant, Instant], house: House, zoom: int
) -> tuple[ScaleTick, ...]:
    """The parts of the calendar that have room for their names at a zoom."""
    length = LENGTH_MM * zoom
    axis = divide_axis(
        TimeScale(*period, 0.0, length), entries, house, Box(0.0, 0.0, length, 1.0), 1.0
    )
    return tuple(ScaleTick(round(100.0 * part.x_mm / length, 3), part.label) for part in axis.parts)
