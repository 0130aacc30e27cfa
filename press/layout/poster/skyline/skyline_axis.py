"""Draw the axis of a skyline: its periods, breaks and eras, and the mark of every event, in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from press.content.edition import Era
from press.content.prose import Prose
from press.content.resolved import Entry
from press.layout.poster.sheet import Axis, AxisPart, EraBand, Mark
from press.layout.poster.skyline.periods import Partition
from press.layout.timescale import Paces

# What lasts stands as a bar in one of so many rows; days nearer than this, in design mm, are one.
BARS, APART = 3, 1.8
# How wide a letter of an era's name is, and what stands before it, in design mm.
ERA_LETTER, ERA_PAD = 2.7, 3.0
# The line of a name that stands beside the axis, in design mm, and what words leave free in it.
ERA_LINE, ERA_FILL = 8.0, 1.4
# A bar that is shorter has no room for soft ends, in design mm.
SOFT = 5.0


def axis_of(
    paces: Paces,
    part: Partition,
    entries: Sequence[Entry],
    k: float,
    *,
    y_mm: float,
    height_mm: float,
    names_mm: float = 0.0,
) -> Axis:
    """The axis with its periods; an event belongs to the one in which it begins."""
    turning = {e.id for e in entries if e.rank == "turning-point"}
    made: list[AxisPart] = []
    for number, period in enumerate(part.periods):
        last = number == len(part.periods) - 1
        here = tuple(
            e.id
            for e in entries
            if period.begin <= e.when.begin
            and (last or e.when.begin < period.after)
            and not any(e.id in other.cards for other in made)
        )
        made.append(
            AxisPart(
                period.begin,
                period.after,
                period.label,
                part.wordy,
                round(period.left * k, 3),
                round(period.width * k, 3),
                not turning.isdisjoint(here),
                here,
            )
        )
    return Axis(
        round(paces.start_mm * k, 3),
        round(paces.end_mm * k, 3),
        round(y_mm * k, 3),
        round(height_mm * k, 3),
        tuple(made),
        tuple(round(tick * k, 3) for tick in part.ticks),
        tuple(
            round((one.end_mm + other.start_mm) / 2 * k, 3)
            for one, other in pairwise(paces.stretches)
        ),
        names_mm=round(names_mm * k, 3),
    )


def marks_of(paces: Paces, entries: Sequence[Entry], k: float) -> tuple[Mark, ...]:
    """The mark of every event: a day on the line, what lasts as a bar in a row below it.

    Days that stand too near to each other are one mark, that of the first, over all of them.
    """
    marks: list[Mark] = []
    ends = [float("inf")] * BARS
    for entry in entries:
        begin, end = paces.extent(entry.when)
        side = "day"
        if begin - end > 0:
            row = next((n for n, last in enumerate(ends) if begin < last - 0.5), BARS - 1)
            ends[row] = min(end, ends[row])
            side = f"bar-{row + 1}"
        doubted = any(m.approximate or m.uncertain for m in entry.when.moments)
        soft = doubted and begin - end >= SOFT
        marks.append(
            Mark(
                entry.id,
                end,
                begin - end,
                entry.dress,
                entry.rank,
                side,
                open=entry.when.open,
                soft=soft,
            )
        )
    return tuple(
        replace(mark, x_mm=round(mark.x_mm * k, 3), width_mm=round(mark.width_mm * k, 3))
        for mark in _merged(marks)
    )


def _merged(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, of which days that are too near are one."""
    groups: list[list[int]] = []
    for number, mark in sorted(enumerate(marks), key=lambda pair: -pair[1].x_mm):
        if mark.side != "day":
            continue
        if groups and marks[groups[-1][-1]].x_mm - mark.x_mm < APART:
            groups[-1].append(number)
        else:
            groups.append([number])
    found = list(marks)
    for group in groups:
        if len(group) > 1:
            right, left = found[group[0]].x_mm, found[group[-1]].x_mm
            for place, number in enumerate(group):
                found[number] = replace(
                    found[number],
                    x_mm=left,
                    width_mm=right - left,
                    side="days",
                    count=0 if place else len(group),
                )
    return found


def eras_of(
    paces: Paces, eras: Sequence[Era], k: float, beside: float = 0.0
) -> tuple[EraBand, ...]:
    """The eras that reach onto the axis, each clipped to it.

    A name that is longer than its band runs on to where the next era begins; one that is longer
    still is left out, and the band is told by its tint alone. Names of eras stand along the axis,
    or `beside` it in lines of so many design mm.
    """
    first, last = paces.stretches[0].first, paces.stretches[-1].after
    ends = [(max(era.begin, first), min(era.after, last), era) for era in eras]
    held = sorted(((b, a, era) for b, a, era in ends if b < a), key=lambda end: end[:2])
    bands = []
    for number, (begin, after, era) in enumerate(held):
        right, left = paces.at(begin), paces.of(after - 1).at(after)
        behind = [paces.at(b) for b, _, _ in held[number + 1 :] if b > begin]
        room = right - (max(behind) if behind else min(paces.start_mm, paces.end_mm))
        wide = len(era.name.plain()) * ERA_LETTER + ERA_PAD
        if beside:
            # Words end lines before they are full.
            wide = ERA_LINE * ceil(ERA_FILL * wide / beside)
        name = era.name if wide <= max(room, right - left) else Prose()
        bands.append(
            EraBand(
                name,
                round(left * k, 3),
                round((right - left) * k, 3),
                round(max(min(wide, room), right - left) * k, 3),
            )
        )
    return tuple(bands)
