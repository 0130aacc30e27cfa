"""Divide a poster's axis: the finest parts of the calendar whose names fit on it, and its ticks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from press.content.resolved import Entry
from press.content.values import House
from press.geometry import Box
from press.language.calendar import civil
from press.language.dates import DAY, Date, Instant, Moment
from press.language.phrases import Phrase
from press.language.steps import STEPS, Division, divide
from press.layout.poster.sheet import Axis, AxisPart
from press.layout.timescale import TimeScale

# The room of a name on the axis in design mm: a digit and what stands beside it, at the size of a
# number; the same for a letter of a name with words, which is set smaller (styles/poster/axis.css).
DIGIT, WORD_LETTER, BESIDE = 13.4, 6.4, 4.5
# Ticks between the parts stand no nearer than this, in design mm.
TICK = 8.0
# More parts than these are not even tried.
MOST_PARTS = 60


def divide_axis(
    scale: TimeScale,
    entries: Sequence[Entry],
    house: House,
    box: Box,
    k: float,
    division: Divided | None = None,
) -> Axis:
    """The axis in its box in design mm, in mm; parts with a turning point are marked.

    It is divided as finely as names have room for, unless a `division` of it is given. An event
    belongs to the part in which it begins.
    """
    step, parts = division or next(divisions(scale, house))
    turning = {e.id for e in entries if e.rank == "turning-point"}
    made = []
    for begin, after, label in parts:
        edges = sorted((scale.at(begin), scale.at(after)))
        here = tuple(e.id for e in entries if begin <= e.when.begin < after)
        made.append(
            AxisPart(
                begin,
                after,
                label,
                step.unit != "year",
                round(edges[0] * k, 3),
                round((edges[1] - edges[0]) * k, 3),
                not turning.isdisjoint(here),
                here,
            )
        )
    return Axis(
        round(scale.start_mm * k, 3),
        round(scale.end_mm * k, 3),
        round(box.y_mm * k, 3),
        round(box.height_mm * k, 3),
        tuple(made),
        tuple(round(x * k, 3) for x in ticks_of(scale, step, [begin for begin, _, _ in parts])),
    )


# A step, and the parts into which it divides the axis: from, to before, and the name that fits.
Divided = tuple[Division, list[tuple[Instant, Instant, Phrase | None]]]


def divisions(scale: TimeScale, house: House) -> Iterator[Divided]:
    """What divides the axis so that all parts hold their names, from fine to coarse.

    A part that is cut short needs none. After the first only those with two names or more.
    """
    found = 0
    mm = abs(scale.end_mm - scale.start_mm) / (scale.after - scale.first)
    for step in STEPS:
        if (scale.after - scale.first) / length_of(step) > MOST_PARTS:
            continue
        stretches = list(divide(scale.first, scale.after, step))
        named = []
        for number, (begin, after) in enumerate(stretches):
            label = label_of(begin, step, house, first=number == 0)
            held = (after - begin) * mm >= name_room(label, wordy=step.unit != "year")
            named.append((begin, after, label if held else None))
        # What is cut off by the ends of the axis may be too short; it stands without a name.
        whole = named[1:-1] if len(named) > 2 else []
        names = sum(bool(label) for _, _, label in named)
        if all(label for _, _, label in whole) and names > min(found, 1):
            found += 1
            yield step, named
    if not found:
        parts = divide(scale.first, scale.after, STEPS[-1])
        yield STEPS[-1], [(begin, after, None) for begin, after in parts]


def label_of(begin: Instant, step: Division, house: House, *, first: bool) -> Phrase:
    """What is printed where a part begins: a year; a month, day or hour, at the first in full."""
    year, month, day = civil(begin // DAY)
    minute = begin % DAY

    def said(moment: Moment) -> Phrase:
        date = Date(moment.unit, (moment,))
        return house.language.say_date(
            date, digits=house.digits, months=house.months, style="label"
        )

    if step.unit == "year":
        return said(Moment("year", year))
    if step.unit == "month":
        if first or month == 1:
            return said(Moment("month", year, month))
        return house.language.phrase(house.language.month(month, house.months))
    if step.unit == "day" or (minute == 0 and not first):
        if first or day == 1 or step.unit == "hour":
            return said(Moment("day", year, month, day))
        return house.language.phrase(str(day), house.digits)
    return house.language.phrase(f"{minute // 60:02}:{minute % 60:02}", house.digits)


def name_room(label: Phrase, *, wordy: bool) -> float:
    """The room that the name of a part takes from its beginning on, in design mm."""
    return len(label.text) * (WORD_LETTER if wordy else DIGIT) + BESIDE


def length_of(step: Division) -> float:
    """How long a part is, in minutes, about."""
    return (
        step.count * {"hour": 60, "day": DAY, "month": 30.4 * DAY, "year": 365.2 * DAY}[step.unit]
    )


def ticks_of(scale: TimeScale, step: Division, begins: Iterable[Instant]) -> tuple[float, ...]:
    """Where the divisions of the finest step that has room begin between the parts, in mm."""
    known = set(begins)
    for finer in STEPS[: STEPS.index(step)]:
        if (scale.after - scale.first) / length_of(finer) > 20 * MOST_PARTS:
            continue
        cuts = [begin for begin, _ in divide(scale.first, scale.after, finer)]
        places = [scale.at(cut) for cut in cuts]
        if all(abs(a - b) >= TICK for a, b in pairwise(places[1:])):
            return tuple(scale.at(cut) for cut in cuts if cut not in known)
    return ()
