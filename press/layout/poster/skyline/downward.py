"""Search for a skyline whose time runs down the sheet, for sheets too narrow for four columns.

All in design millimetres, on a sheet whose axis stands at its right side. The axis is laid out as
any: a line from right to left, `LINE` of the sheet long. Here it is stretched to what the title
leaves of the sheet, and stood on its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import ClassVar

from press.geometry import Box
from press.layout.poster.composition import Paper
from press.layout.poster.skyline.bands import settled, shared
from press.layout.poster.skyline.panels import MOST_TITLE
from press.layout.poster.skyline.periods import Partition
from press.layout.poster.skyline.sky import shelf, title_in
from press.layout.poster.skyline.skyline_plan import GUTTER, WELL, ColumnPlan, Skyline
from press.layout.poster.skyline.skyline_search import BAND_GAP, COARSER, Search
from press.layout.poster.skyline.stacks import AXIS_GAP, CROWDED, GAP_EM, Standing
from press.layout.timescale import Paces, TimeScale

# A sheet with room for fewer columns of text is too narrow for time to run across it.
COLUMNS = 4
# The proportion of a sheet on which type has its designed size, as of all papers of the A series.
UPRIGHT = sqrt(2)
# The axis takes so much of the sheet's height at least, a title of it so much at most, and is tried
# in steps down to what is read from afar.
LINE, TITLE, SMALLER = 0.5, 0.3, 0.93
# From the axis outward: marks and ticks, the names of the periods, of which the widest is no wider
# than this share of the sheet; eras with their names.
MARKS, NAMES, ERAS, ERA_NAME = 11.0, 0.17, 64.0, 56.0
# The most of type as a share of its designed size: lines of text are then as long as there is room.
MOST_FIT = 3.0
# From the axis to the texts, in which lines lead to them; from such a line to the
# first text, in its em.
CORRIDOR, UNDER = 30.0, 3.0


def runs_down(sheet: Paper, least_fit: float) -> bool:
    """Whether an upright sheet has no room for four columns of text side by side.

    Their type is the least that is legible from where it is read, and larger on a sheet that is
    higher than other papers are for its width: it grows with the root of the area.
    """
    if sheet.height <= sheet.width:
        return False
    fit = max(least_fit, sqrt(sheet.height / sheet.width / UPRIGHT))
    return sheet.width - 2 * sheet.margin < COLUMNS * (WELL * fit + GUTTER)


def line_of(sheet: Paper) -> tuple[float, float]:
    """Where time begins and ends on the axis before it is stretched: no shorter than this."""
    return LINE * (sheet.height - 2 * sheet.margin), 0.0


@dataclass(slots=True)
class Downward(Search):
    """The same search, where the events of a period stand beside its stretch of the axis.

    `eras`: whether eras stand beside the names of the periods.
    """

    eras: bool = False
    # Narrow columns are higher than wide ones: none stands wherever another does.
    most: ClassVar[slice] = slice(None)
    most_fit: ClassVar[float] = MOST_FIT

    def axis_x(self, partition: Partition) -> float:
        """Where the edge of the axis stands at which the texts are."""
        outside = MARKS + partition.named + ERAS * self.eras
        return self.sheet.width - self.sheet.margin - outside

    def stood(self, u: float, top: float) -> float:
        """Where what is laid out at `u` of the line stands, measured from the sheet's foot."""
        start, _ = line_of(self.sheet)
        return self.sheet.height - self.floor + u / start * (self.floor - top)

    def paces(self, paces: Paces, top: float) -> Paces:
        """The line as long as the sheet lets it be where it begins at `top`."""
        return Paces(
            tuple(
                TimeScale(s.first, s.after, self.stood(s.start_mm, top), self.stood(s.end_mm, top))
                for s in paces.stretches
            )
        )

    def partition(self, partition: Partition, top: float) -> Partition:
        """The same of a partition of it."""
        return replace(
            partition,
            periods=tuple(
                replace(p, left=self.stood(p.left, top), right=self.stood(p.right, top))
                for p in partition.periods
            ),
            ticks=tuple(self.stood(tick, top) for tick in partition.ticks),
        )

    def _better(self, coarser: Skyline, finer: Skyline) -> bool:
        """Also where its title alone is seen from afar."""
        return coarser.fit > finer.fit * COARSER or (finer.banded and not coarser.banded)

    def _plans(self, partition: Partition, texts: str, least: float) -> Iterator[ColumnPlan]:
        """One column, and as many as are wide enough."""
        room = self._room(partition)
        for columns in range(1, int(room / (least * self.least_fit + GUTTER)) + 1):
            yield ColumnPlan(partition, columns, texts, room)

    def _room(self, partition: Partition) -> float:
        """The width of the texts beside the axis."""
        return self.axis_x(partition) - CORRIDOR - self.sheet.margin

    def _at(self, shape: ColumnPlan, fit: float) -> Skyline | None:
        """The skyline under the largest title that leaves its events room.

        One under a title that is not read from afar is taken for one in a band: type may be
        smaller for the sake of the other.
        """
        standing = self._standing(shape, fit)
        if standing is None:
            return None
        gap, under = GAP_EM * fit * (CROWDED if shape.narrow(fit) else 1.0), UNDER * fit
        bands = [
            shared([s for s in standing if s.period == n], shape.columns, gap)
            for n in range(len(shape.partition.periods))
        ]
        heights = [
            max((sum(s.height + gap for s in column) for column in band), default=-under) + under
            for band in bands
        ]
        furniture, sheet = self.furniture, self.sheet
        inner = sheet.width - 2 * sheet.margin
        high = TITLE * (self.floor - sheet.margin)
        whole = Box(sheet.margin, sheet.margin, inner, high)
        em = MOST_TITLE
        while True:
            title = title_in([whole], furniture.shapes, furniture.lead_sizes(), em)
            if title is None or title.em < furniture.near:
                return None
            row = shelf(furniture.must, furniture.sizes, title.box.bottom_mm + BAND_GAP, whole)
            top = max([title.box.bottom_mm, *(b.bottom_mm for _, b in row)]) + 2 * BAND_GAP
            tops = self._tops(shape.partition, heights, top, gap)
            if tops:
                break
            if title.em <= furniture.near:
                return None
            em = max(title.em * SMALLER, furniture.near)
        boxes = self._boxes(shape, fit, bands, tops, gap)
        far = title.em >= furniture.far
        return Skyline(shape, fit, boxes, title, row, not far, furniture.swell, top, tuple(tops))

    def _tops(
        self, partition: Partition, heights: Sequence[float], top: float, gap: float
    ) -> tuple[float, ...] | None:
        """Where the bands begin, as near as may be to where their periods do."""
        start, _ = line_of(self.sheet)
        if self.floor - top < start:
            return None
        begins = [self.sheet.height - self.stood(p.right, top) for p in partition.periods]
        held = [n for n, height in enumerate(heights) if height]
        # Below the last event there is no other.
        found = settled(
            [begins[n] for n in held], [heights[n] for n in held], top, self.floor + gap - AXIS_GAP
        )
        return found and tuple(
            dict(zip(held, found, strict=True)).get(n, begin) for n, begin in enumerate(begins)
        )

    def _boxes(
        self,
        shape: ColumnPlan,
        fit: float,
        bands: Sequence[Sequence[Sequence[Standing]]],
        tops: Sequence[float],
        gap: float,
    ) -> dict[str, Box]:
        """The box of each event, the oldest on top of its band."""
        width, right = shape.text_width(fit), self.axis_x(shape.partition) - CORRIDOR
        boxes: dict[str, Box] = {}
        for band, top in zip(bands, tops, strict=True):
            for number, column in enumerate(band):
                y = top + UNDER * fit
                for event in column:
                    x = right - shape.room * number / shape.columns - width
                    boxes[event.id] = Box(x, y, width, event.height)
                    y += event.height + gap
        return boxes
