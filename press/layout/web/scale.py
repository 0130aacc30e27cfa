"""Draws the timeline to scale: where each mark stands, and in which row its label has room.

A page in a browser is as wide as its reader's screen. So places are shares of the scale's length,
and the room of a label is reckoned for the narrowest screen on which the scale is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from press.content.edition import Era
from press.content.resolved import Entry
from press.content.values import House
from press.geometry import Box
from press.layout.poster.axis import divide_axis
from press.layout.timescale import Paces, TimeScale
from press.layout.web.sheet import ScaleEra, ScaleMark, ScaleTick, WebEvent, WebScale

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
    paces: Paces,
    eras: Sequence[Era],
    house: House,
) -> WebScale:
    """The scale of the events, of which `entries` are the records, in the paces of a line.

    That is as long as it likes to be, in either direction.
    """
    line = _in_percent(paces)
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
        tuple(_eras(eras, line)),
        tuple(
            round((one.end_mm + other.start_mm) / 2, 3) for one, other in pairwise(line.stretches)
        ),
        ZOOMS,
        tuple(
            tuple(tick for stretch in line.stretches for tick in _ticks(entries, stretch, house, z))
            for z in ZOOMS
        ),
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


def _in_percent(paces: Paces) -> Paces:
    """The stretches of a line in percent of its length, from its start edge."""
    length = paces.end_mm - paces.start_mm

    def share(mm: float) -> float:
        return 100.0 * (mm - paces.start_mm) / length

    return Paces(
        tuple(
            TimeScale(one.first, one.after, share(one.start_mm), share(one.end_mm))
            for one in paces.stretches
        )
    )


def _eras(eras: Sequence[Era], line: Paces) -> Iterator[ScaleEra]:
    """The eras that lie on the line, as far as they do."""
    first, after = line.stretches[0].first, line.stretches[-1].after
    for era in eras:
        begin, end = max(era.begin, first), min(era.after, after)
        if begin < end:
            at = line.at(begin)
            width = line.of(end - 1).at(end) - at
            yield ScaleEra(era.name, round(at, 3), round(width, 3))


def _ticks(
    entries: Sequence[Entry], stretch: TimeScale, house: House, zoom: int
) -> tuple[ScaleTick, ...]:
    """The parts of the calendar that have room for their names on a stretch at a zoom."""
    percent = stretch.end_mm - stretch.start_mm
    length = LENGTH_MM * zoom * percent / 100.0
    line = TimeScale(stretch.first, stretch.after, 0.0, length)
    axis = divide_axis(line, entries, house, Box(0.0, 0.0, length, 1.0), 1.0)
    return tuple(
        ScaleTick(round(stretch.start_mm + percent * part.x_mm / length, 3), part.label)
        for part in axis.parts
    )
