"""The page of the brief: the size of type, the margins and the lines that follow from its paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.geometry import PAPERS_MM, Size

# The page that styles/shared/tokens.css describes, in mm: its line, its margins, the narrow column
# with its gutter, and what the outer dots of the cover leave free.
OURS: Size = PAPERS_MM["A4"]
GRID_MM, SIDE_MM, HANG_MM, GUTTER_MM, DOT_FREE_MM = 6.5, 25.0, 42.0, 6.0, 2.2
HEAD_LINES, FOOT_MM, LEAST_FOOT_MM = 4, 20.0, 16.0
SIDE_COLUMN_MM = 30.0
# What the longest bar of a chart leaves for the value beside it.
VALUE_MM = 26.0
# A seat of a chart, and what parts the columns of a table.
SEAT_MM, CELL_MM = 4.6, 4.875
# The most that symbols, and their pages, take of a line of the index.
SYMBOLS = 0.32
# How long the tab of a chapter is, and how many lines it stands below the one before.
TAB_MM, TAB_LINES = 12.0, 2.5
# A text that is wider than this has notes, sources and contents in two columns.
TWO_COLUMNS_MM = 130.0
# Text is no wider than this at its full size: the eye must find the next line.
WIDEST_MM = 168.0
# On smaller paper type shrinks less than the paper, titles by the root of its width; what is read
# stays within what a reader reads at ease.
SHRINKS, READABLE = 1 / 2, 0.96


@dataclass(frozen=True, slots=True)
class BriefPage:
    """A page in mm; `scale` is the size of its type and spaces as a share of those on A4.

    `display` is that of its titles. `lines` stand between its margins, one `grid_mm` apart.
    """

    width_mm: float
    height_mm: float
    scale: float
    display: float
    side_mm: float
    head_mm: float
    foot_mm: float
    lines: int

    @property
    def grid_mm(self) -> float:
        """A line of reading text."""
        return GRID_MM * self.scale

    @property
    def measure_mm(self) -> float:
        """What is left between the margins of a page, the narrow column included."""
        return self.width_mm - 2 * self.side_mm

    @property
    def hang_mm(self) -> float:
        """The narrow column and its gutter."""
        return HANG_MM * self.scale

    @property
    def column_mm(self) -> float:
        """The column of the text, beside the narrow one."""
        return self.measure_mm - self.hang_mm

    @property
    def side_column_mm(self) -> float:
        """What of the narrow column a picture may take, a gutter of the text left free."""
        return SIDE_COLUMN_MM * self.scale

    @property
    def side_mm_wide(self) -> float:
        """The narrow column without its gutter."""
        return (HANG_MM - GUTTER_MM) * self.scale

    @property
    def bar_mm(self) -> float:
        """The longest bar of a chart, which leaves room for its value."""
        return self.column_mm - VALUE_MM * self.scale

    def tab_mm(self, number: int) -> float:
        """How far below the first line the tab of a chapter, counted from 0, stands.

        Each stands below the one before; those that have no room begin at the head again.
        """
        room = self.lines * self.grid_mm - TAB_MM * self.scale
        pitch = TAB_LINES * self.grid_mm
        return number % (int(room / pitch) + 1) * pitch

    @property
    def dots_mm(self) -> float:
        """All columns of dots on the cover together."""
        return self.measure_mm + 2 * DOT_FREE_MM * self.scale

    @property
    def columns(self) -> int:
        """The columns of notes, sources and contents."""
        return 2 if self.measure_mm >= TWO_COLUMNS_MM else 1

    @property
    def tokens(self) -> Mapping[str, float]:
        """The tokens of style sheets that are no shares of the type, in mm; none on A4."""
        if (self.width_mm, self.height_mm) == OURS:
            return {}
        narrow = min(1.0, self.bar_mm / (OURS[0] - 2 * SIDE_MM - HANG_MM - VALUE_MM))
        return {
            "seat-side": SEAT_MM * narrow,
            "cell": CELL_MM * narrow,
            "symbols": min(HANG_MM * self.scale, SYMBOLS * self.measure_mm),
            "folios": min(HANG_MM * self.scale, SYMBOLS * self.measure_mm),
            "page-height": self.height_mm,
            "page-head": self.head_mm,
            "page-foot": self.foot_mm,
            "page-side": self.side_mm,
            "dots": self.dots_mm,
        }


def page_on(paper: Size) -> BriefPage:
    """The page of a brief on a paper, in mm: whole lines between margins in its proportions."""
    width, height = paper
    display = min(1.0, (min(paper) / OURS[0]) ** SHRINKS)
    scale = max(READABLE, display)
    grid = GRID_MM * scale
    least = max(LEAST_FOOT_MM, FOOT_MM * height / OURS[1])
    side = max(SIDE_MM * width / OURS[0], (width - WIDEST_MM * scale) / 2)
    head = HEAD_LINES * grid
    lines = int((height - head - least) / grid)
    return BriefPage(width, height, scale, display, side, head, height - head - lines * grid, lines)
