"""Compose a skyline whose time runs down the sheet: its axis, marks and the lines to its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from press.content.edition import PosterWords
from press.content.resolved import Entry
from press.layout.poster.mirror import turned, turned_eras, turned_marks
from press.layout.poster.sheet import Composed, Way
from press.layout.poster.skyline.downward import CORRIDOR, ERA_NAME, MARKS, Downward
from press.layout.poster.skyline.skyline_axis import axis_of, eras_of, marks_of
from press.layout.poster.skyline.skyline_plan import Skyline
from press.layout.timescale import Paces


def stood(
    composed: Composed,
    words: PosterWords,
    entries: Sequence[Entry],
    paces: Paces,
    search: Downward,
    found: Skyline,
) -> Composed:
    """A skyline with its axis, of these `paces`, stood on its end at the right of the sheet."""
    sheet, k = search.sheet, search.sheet.scale
    paces, part = search.paces(paces, found.top), search.partition(found.shape.partition, found.top)
    x, length = search.axis_x(part), sheet.height * k
    axis = axis_of(paces, part, entries, k, y_mm=x, height_mm=MARKS + part.named)
    return replace(
        composed,
        axis=replace(turned(axis, length), down=True),
        marks=turned_marks(marks_of(paces, entries, k), length),
        eras=turned_eras(eras_of(paces, words.eras, k, ERA_NAME), length),
        leaders=tuple(_leaders(search, found, x)),
    )


def _leaders(search: Downward, found: Skyline, x: float) -> list[Way]:
    """From where each period with events begins on the axis at `x` to the line over them, in mm."""
    sheet, part = search.sheet, search.partition(found.shape.partition, found.top)
    held = {part.holding(event.begin) for event in search.events}
    ways = [
        ((x, sheet.height - period.right), (x - CORRIDOR, top), (sheet.margin, top))
        for number, (period, top) in enumerate(zip(part.periods, found.tops, strict=True))
        if number in held
    ]
    k = sheet.scale
    return [tuple((round(a * k, 3), round(b * k, 3)) for a, b in way) for way in ways]
