"""Find a skyline: the largest type at which all events stand under a title that is seen from afar.

All in design millimetres, on a sheet on which time runs from right to left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from press.geometry import Box
from press.layout.poster.blocks import Face, Measure, Panel, Trial
from press.layout.poster.composition import Paper
from press.layout.poster.ranks import RANKS
from press.layout.poster.skyline.panels import MOST_TITLE, Furniture, swollen
from press.layout.poster.skyline.periods import Partition
from press.layout.poster.skyline.sky import Sky, Titled, seat, shelf, title_in
from press.layout.poster.skyline.skyline_plan import (
    GUTTER,
    KEPT,
    LEAD_MM,
    LEAST,
    OF_TITLE,
    SWELLS,
    WELL,
    ColumnPlan,
    Key,
    Occasion,
    Says,
    Seats,
    Skyline,
)
from press.layout.poster.skyline.stacks import (
    AXIS_GAP,
    CROWDED,
    GAP_EM,
    ColumnGrid,
    Standing,
    stack,
)

# Type as a share of its designed size: the most, the step down from it; from here on it needs no
# coarser division of the axis, in which it would be so many times as large.
MOST_FIT, STEP = 2.2, 0.94
DESIGNED, COARSER = 1.3, 1.35
# So many ways to divide an axis are tried, the finest ones.
TRIED = 3
# A title in the sky is so wide and high at least, as a share of the sheet's width and in design mm;
# for its sake the type of events may be so much smaller than under a band across the top, and a
# little smaller for one that is so much larger.
WIDE, HIGH, WORTH, NEARLY, MUCH = 0.25, 55.0, 0.8, 0.93, 1.15
# What fills free room leaves so much of it free, in design mm; so many do.
SPARE, FILLERS = 75.0, 2
# Between a band across the top and the events.
BAND_GAP = 14.0


@dataclass(slots=True)
class Search:
    """The events of a sheet, with what stands beside them, and how high each is found to be."""

    sheet: Paper
    floor: float
    events: Sequence[Occasion]
    faces: Callable[[str, Says, bool], Face]
    furniture: Furniture
    least_fit: float
    measure: Measure
    known: dict[Key, float] = field(default_factory=dict)
    tried: dict[tuple[ColumnPlan, float], Skyline | None] = field(default_factory=dict)
    # What does not stand in the most columns at the least size stands in none.
    most: ClassVar[slice] = slice(-1, None)
    most_fit: ClassVar[float] = MOST_FIT

    def find(
        self, partitions: Sequence[Partition], levels: Sequence[str], least: float
    ) -> Skyline | None:
        """The skyline that keeps most texts, in the finest partition, with the largest type.

        A coarser partition is taken where events stand so much larger in it; `least`: the least
        measure of an event, in its own em.
        """
        for texts in levels:
            best: Skyline | None = None
            for partition in partitions[:TRIED]:
                plans = list(self._plans(partition, texts, least))
                if not any(self.at(plan, self.least_fit) for plan in plans[self.most]):
                    continue
                found = [f for plan in plans if (f := self._largest(plan, least))]
                one = max(found, key=lambda f: (round(f.fit, 3), -f.shape.columns), default=best)
                if one and (best is None or self._better(one, best)):
                    best = one
                if best and best.fit >= DESIGNED:
                    break
            if best:
                return best
        return None

    def _better(self, coarser: Skyline, finer: Skyline) -> bool:
        return coarser.fit > finer.fit * COARSER

    def swelled(self, found: Skyline) -> Skyline:
        """The same events and the same title with larger words beside it, where there is room."""
        for swell in (s for s in SWELLS if s * LEAD_MM <= found.title.em * OF_TITLE):
            larger = swollen(self.furniture, self.sheet, self.measure, swell)
            one = replace(self, furniture=larger, tried={}).at(found.shape, found.fit)
            if (
                one
                and one.banded == found.banded
                and one.title.em >= found.title.em * KEPT
                and len(one.seats) >= len(found.seats)
            ):
                return one
        return found

    def holds(self, partitions: Sequence[Partition], levels: Sequence[str]) -> bool:
        """Whether all events stand at the least legible size with the fewest texts."""
        return any(
            self.at(shape, self.least_fit)
            for partition in partitions[:TRIED]
            for least in (WELL, LEAST)
            for shape in list(self._plans(partition, levels[-1], least))[self.most]
        )

    def too_wide(self, partitions: Sequence[Partition]) -> list[str]:
        """The events with a word that no column is wide enough for."""
        widest = max(partitions, key=self._room)
        plan = ColumnPlan(widest, 1, RANKS[-1], self._room(widest))
        width, fit = plan.text_width(self.least_fit), self.least_fit
        keys: list[Key] = [(e.id, "text", round(width, 3), fit) for e in self.events]
        self._learn([key for key in keys if key not in self.known])
        return [key[0] for key in keys if self.known[key] == float("inf")]

    def _plans(self, partition: Partition, texts: str, least: float) -> Iterator[ColumnPlan]:
        """The numbers of columns in a period at which its events are wide enough."""
        room = self._room(partition)
        most = int(room / (least * self.least_fit + GUTTER))
        for columns in range(max(1, most - 2), most + 1):
            yield ColumnPlan(partition, columns, texts, room)

    def _room(self, partition: Partition) -> float:
        """The width of the narrowest period that has events, with what is lent to it."""
        areas = partition.lent(held := self._held(partition))
        return min(areas[n][1] - areas[n][0] for n in held)

    def _held(self, partition: Partition) -> frozenset[int]:
        return frozenset(partition.holding(event.begin) for event in self.events)

    def _largest(self, shape: ColumnPlan, least: float) -> Skyline | None:
        """The largest type for a shape; a title in the sky may cost some of it."""
        fits = [f for f in self._fits() if shape.text_width(f) >= least * f]
        if not fits or not self.at(shape, fits[-1]):
            return None
        low, high = 0, len(fits) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.at(shape, fits[middle]) else (middle + 1, high)
        best = self.at(shape, fits[low])
        for fit in fits[low:]:
            if best is None or not best.banded or fit < best.fit * WORTH:
                break
            open_sky = self.at(shape, fit)
            best = open_sky if open_sky and not open_sky.banded else best
        # A little of it for a title that is much larger; all that is more than enough of it.
        near = [fit for fit in fits if best and min(best.fit * NEARLY, DESIGNED) <= fit < best.fit]
        for one in filter(None, (self.at(shape, fit) for fit in near)):
            if best and one.title.em > best.title.em * MUCH and best.banded == one.banded:
                best = one
        return best

    def _fits(self) -> Iterator[float]:
        """The type sizes, from large to small, the least legible one last."""
        fit = max(self.most_fit, self.least_fit)
        while fit > self.least_fit * 1.01:
            yield round(fit, 3)
            fit *= STEP
        yield self.least_fit

    def at(self, shape: ColumnPlan, fit: float) -> Skyline | None:
        """The skyline at a type size; None where events or words find no room."""
        if (shape, fit) not in self.tried:
            self.tried[shape, fit] = self._at(shape, fit)
        return self.tried[shape, fit]

    def _at(self, shape: ColumnPlan, fit: float) -> Skyline | None:
        standing = self._standing(shape, fit)
        if standing is None:
            return None
        width = shape.text_width(fit)
        grid = ColumnGrid(
            shape.partition.lent(self._held(shape.partition)),
            shape.columns,
            width,
            self.floor - AXIS_GAP,
            self.floor - AXIS_GAP - self.sheet.margin,
            GAP_EM * fit * (CROWDED if shape.narrow(fit) else 1.0),
        )
        if (boxes := stack(standing, grid)) is None:
            return None
        found = self._under_sky(shape, fit, boxes)
        for least in (self.furniture.far, self.furniture.near):
            found = found or self._under_band(shape, fit, standing, grid, least)
        return found

    def _under_sky(self, shape: ColumnPlan, fit: float, boxes: Mapping[str, Box]) -> Skyline | None:
        """The title in the largest free field over the events."""
        sky = self._sky(shape, self.sheet.margin, tuple(boxes.values()))
        inner = sky.right - sky.left
        rooms = [r for r in sky.rooms() if r.width_mm >= WIDE * inner and r.height_mm >= HIGH]
        furniture = self.furniture
        title = title_in(rooms, furniture.shapes, furniture.lead_sizes(), MOST_TITLE)
        if title is None or title.em < furniture.far:
            return None
        if (seats := self._seats(replace(sky, taken=(*sky.taken, title.box)), title)) is None:
            return None
        return Skyline(shape, fit, boxes, title, seats, False, furniture.swell)

    def _under_band(
        self,
        shape: ColumnPlan,
        fit: float,
        standing: Sequence[Standing],
        grid: ColumnGrid,
        least: float,
    ) -> Skyline | None:
        """The title in a band of its own across the top, words that find no place beside it."""
        furniture = self.furniture
        left, right = self.sheet.margin, self.sheet.width - self.sheet.margin
        whole = Box(left, self.sheet.margin, right - left, self.floor - self.sheet.margin)
        title = title_in([whole], furniture.shapes, furniture.lead_sizes(), least * 1.15)
        if title is None or title.em < least:
            return None
        top = title.box.bottom_mm + BAND_GAP
        for shelved in range(len(furniture.must) + 1):
            beside = len(furniture.must) - shelved
            row = shelf(furniture.must[beside:], furniture.sizes, top, whole)
            ceiling = max((b.bottom_mm for _, b in row), default=top - BAND_GAP) + BAND_GAP
            if (boxes := stack(standing, replace(grid, depth=grid.floor - ceiling))) is None:
                return None
            taken = (*boxes.values(), title.box, *(b for _, b in row))
            sky = self._sky(shape, ceiling, taken)
            rest = furniture.must[:beside]
            seats = self._seats(sky, title, rest)
            if seats is not None:
                return Skyline(shape, fit, boxes, title, (*row, *seats), True, furniture.swell)
        return None

    def _seats(self, sky: Sky, title: Titled, must: Sequence[Panel] | None = None) -> Seats | None:
        """Where the panels stand; None where one that must be printed finds no place."""
        seats: list[tuple[Panel, Box]] = []
        needed = self.furniture.must if must is None else must
        for panel in (*needed, *self.furniture.may[:FILLERS]):
            spare = 0.0 if panel in needed else SPARE
            box = seat(sky, self.furniture.sizes[panel.id], title.box, spare=spare)
            if box:
                seats.append((panel, box))
                sky = replace(sky, taken=(*sky.taken, box))
            elif panel in needed:
                return None
        return tuple(seats)

    def _sky(self, shape: ColumnPlan, top: float, taken: tuple[Box, ...]) -> Sky:
        periods = shape.partition.periods
        edges = {
            period.right - period.width * n / shape.columns
            for period in periods
            for n in range(shape.columns)
        }
        left, right = self.sheet.margin, self.sheet.width - self.sheet.margin
        return Sky(left, right, top, self.floor, taken, tuple(sorted(edges)))

    def _standing(self, shape: ColumnPlan, fit: float) -> list[Standing] | None:
        """The events with their heights at a type size; None where a word is too wide."""
        width = shape.text_width(fit)
        keys = {e.id: (e.id, shape.says(e.rank), round(width, 3), fit) for e in self.events}
        self._learn([key for key in keys.values() if key not in self.known])
        heights = {id: self.known[key] for id, key in keys.items()}
        if any(height == float("inf") for height in heights.values()):
            return None
        return [
            Standing(e.id, shape.partition.holding(e.begin), e.x_mm, heights[e.id])
            for e in self.events
        ]

    def _learn(self, keys: Sequence[Key]) -> None:
        """Have the heights of events measured, as they will stand on the sheet."""
        if not keys:
            return
        k = self.sheet.scale
        scale = round(k, 5)
        trials = tuple(
            Trial(
                f"e{n}", self.faces(id, says, width < WELL * fit), round(width * k, 3), scale, fit
            )
            for n, (id, says, width, fit) in enumerate(keys)
        )
        heights = self.measure(trials)
        for n, key in enumerate(keys):
            self.known[key] = heights[f"e{n}"] / k
