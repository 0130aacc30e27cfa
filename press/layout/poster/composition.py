"""Composition: the proportions of a poster on any paper, in design millimetres.

A design millimetre is a millimetre on A1 and scales with the sheet: every measure here, in the
styles (`rem`) and in the templates keeps its share of the sheet. docs/poster.md says why it is
this composition.
"""

from __future__ import annotations

from dataclasses import dataclass

from press.geometry import PAPERS_MM, Box, paper_mm
from press.layout.poster.cards.columns import Field

# From where a sheet is read unless poster.yaml says otherwise: two and a half times its short side,
# in quarters of a metre; from no farther than one stands before a wall, from no nearer than a hand.
SIDES, QUARTER_M, FARTHEST_M, NEAREST_M = 2.53, 0.25, 1.5, 0.25

# Nothing stands nearer to the trim, in design mm; and in mm on sheets smaller than A3, since office
# printers and knives need 10.
MARGIN, LEAST_MARGIN_MM = 20.5, 10.25
# Between cards and what stands above and below them.
GAP = 8.0
# The corridor of the leader lines: from the axis to the first level, from the last to the cards.
FIRST, LAST, LEVEL, LEAST_LEVEL = 4.0, 4.0, 2.8, 2.0
CORRIDORS = (17.0, 28.0)
# The axis: a scale with marks above and below, between them a band with years and terms of office.
SCALE, YEARS, TERM_PITCH, TERM_PAD = 6.0, 26.0, 7.4, 3.0
# The foot: figures in rows of so many cells, the legend beside them or below, the last line.
CELLS = {"landscape": 8, "portrait": 4}
FOOT_PAD, LEGEND_ROW, LAST_LINE = 5.0, 12.0, 9.0
FIGURE_ROW = {"landscape": 43.0, "portrait": 37.0}
LEGEND_ROWS = {"landscape": 1, "portrait": 2}
# The code and its address, at the left of all that but the last line.
CODE = 54.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: its size in mm, how many mm a design millimetre is, its size in those."""

    name: str
    orientation: str
    width_mm: float
    height_mm: float

    @property
    def scale(self) -> float:
        """Millimetres a design millimetre, by the short side."""
        return min(self.width_mm, self.height_mm) / PAPERS_MM["A1"][0]

    @property
    def read_from_m(self) -> float:
        """From how far it is read unless poster.yaml says otherwise, in m."""
        sides = min(self.width_mm, self.height_mm) / 1000 * SIDES
        return min(max(sides // QUARTER_M * QUARTER_M, NEAREST_M), FARTHEST_M)

    @property
    def margin(self) -> float:
        """The margin on all sides in design millimetres."""
        return max(MARGIN, LEAST_MARGIN_MM / self.scale)

    @property
    def width(self) -> float:
        """The width in design millimetres."""
        return self.width_mm / self.scale

    @property
    def height(self) -> float:
        """The height in design millimetres."""
        return self.height_mm / self.scale


@dataclass(frozen=True, slots=True)
class Composition:
    """Where everything stands that does not depend on cards, in design millimetres.

    `above` and `below` are the fields of the cards, `top` and `bottom` their edges at the
    corridors; the axis lies from `axis.y_mm` on.
    """

    header: Box
    axis: Box
    foot: Box
    above: Field
    below: Field
    top: float
    bottom: float
    corridor: float

    def pitch(self, levels: int) -> float:
        """From level to level in the corridor, when it holds so many."""
        return min(LEVEL, (self.corridor - FIRST - LAST) / max(levels - 1, 1))


def paper(name: str, orientation: str) -> Paper:
    """The paper `name` in its orientation; `W x H mm` stands as it is typed.

    Raises ValueError for what is no paper.
    """
    size = paper_mm(name)
    if size is None:
        raise ValueError(f"{name} is no paper")
    if name not in PAPERS_MM:
        return Paper(name, "landscape" if size[0] > size[1] else "portrait", *size)
    short, long = size
    return Paper(name, orientation, *((long, short) if orientation == "landscape" else size))


def inner_width(sheet: Paper) -> float:
    """The width between the margins."""
    return sheet.width - 2 * sheet.margin


def foot_height(sheet: Paper, figures: int, *, coded: bool) -> float:
    """The height of the foot with so many figures, and with a code to be photographed or not."""
    rows = -(-figures // CELLS[sheet.orientation])
    legend = LEGEND_ROWS[sheet.orientation] * LEGEND_ROW
    above = FOOT_PAD + rows * FIGURE_ROW[sheet.orientation] + legend
    return max(above, CODE if coded else 0.0) + LAST_LINE + sheet.margin


def axis_height(term_lines: int) -> float:
    """The height of the axis with terms of office in so many lines."""
    terms = term_lines * TERM_PITCH + TERM_PAD if term_lines else 0.0
    return 2 * SCALE + YEARS + terms


def compose(
    sheet: Paper, *, header: float, foot: float, axis: float, corridor: float, share: float
) -> Composition:
    """The composition with parts of these heights.

    `share`: which part of the room for cards lies above the axis.
    """
    left, right = sheet.margin, sheet.width - sheet.margin
    title = Box(left, sheet.margin, right - left, header)
    ceiling, floor = title.bottom_mm + GAP, sheet.height - foot - GAP
    room = floor - ceiling - axis - 2 * corridor
    top = ceiling + share * room
    line = Box(0.0, top + corridor, sheet.width, axis)
    bottom = line.bottom_mm + corridor
    return Composition(
        title,
        line,
        Box(0.0, sheet.height - foot, sheet.width, foot),
        Field(left, right, top - ceiling),
        Field(left, right, floor - bottom),
        top,
        bottom,
        corridor,
    )


def larger_papers(name: str) -> tuple[str, ...]:
    """The larger papers of the same series, the next one first; none of a free size."""
    series = [other for other in PAPERS_MM if other[0] == name[0] and name in PAPERS_MM]
    area = {other: PAPERS_MM[other][0] * PAPERS_MM[other][1] for other in series}
    return tuple(sorted((o for o in series if area[o] > area[name]), key=lambda o: area[o]))


def scaled(box: Box, k: float) -> Box:
    """A box in design mm as one in mm."""
    sides = (box.x_mm, box.y_mm, box.width_mm, box.height_mm)
    return Box(*(round(side * k, 3) for side in sides))
