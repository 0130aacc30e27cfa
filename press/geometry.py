"""Geometry: units, sizes of paper, boxes in mm, and the matrices that lead from space to space."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

MM_PER_INCH = 25.4
MM_PER_PT = MM_PER_INCH / 72
# The pixel of CSS (Values and Units, 6.2).
MM_PER_PX = MM_PER_INCH / 96
PT_PER_PX = 0.75

# Width and height, in mm.
Size = tuple[float, float]


def _series(letter: str, width: float, height: float) -> dict[str, Size]:
    """Seven sizes of ISO 216: each is half of the one before, rounded down."""
    sizes = {}
    for number in range(7):
        sizes[f"{letter}{number}"] = (width, height)
        width, height = float(height // 2), width
    return sizes


# Paper, upright, in mm: ISO 216; ANSI/ASME Y14.1, with the names of the trade.
PAPERS_MM: dict[str, Size] = {
    **_series("A", 841.0, 1189.0),
    **_series("B", 1000.0, 1414.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
    "Arch A": (228.6, 304.8),
    "Arch B": (304.8, 457.2),
    "Arch C": (457.2, 609.6),
    "Arch D": (609.6, 914.4),
    "Arch E": (914.4, 1219.2),
}
_IN_MM = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)(?:\s*mm)?")


def paper_mm(typed: str) -> Size | None:
    """The size of a paper by its name, or typed as `170 x 240 mm`; None for what is neither."""
    named = {name.casefold().replace(" ", ""): size for name, size in PAPERS_MM.items()}
    if size := named.get(typed.casefold().replace(" ", "").replace("-", "")):
        return size
    if not (sides := _IN_MM.fullmatch(typed.strip())):
        return None
    width, height = float(sides[1]), float(sides[2])
    return (width, height) if width and height else None


@dataclass(frozen=True, slots=True)
class Box:
    """A box in mm from the upper left corner of a sheet, or of the trim of a page."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float

    @property
    def right_mm(self) -> float:
        """The x of the right edge."""
        return self.x_mm + self.width_mm

    @property
    def bottom_mm(self) -> float:
        """The y of the lower edge."""
        return self.y_mm + self.height_mm

    def overlaps(self, other: Box, gap_mm: float = 0.0) -> bool:
        """Whether the two boxes come nearer than `gap_mm` to each other."""
        return not (
            self.right_mm + gap_mm <= other.x_mm
            or other.right_mm + gap_mm <= self.x_mm
            or self.bottom_mm + gap_mm <= other.y_mm
            or other.bottom_mm + gap_mm <= self.y_mm
        )

    def within(self, other: Box) -> bool:
        """Whether this box lies inside `other`, to a hundredth of a millimetre."""
        return (
            self.x_mm >= other.x_mm - 0.01
            and self.y_mm >= other.y_mm - 0.01
            and self.right_mm <= other.right_mm + 0.01
            and self.bottom_mm <= other.bottom_mm + 0.01
        )

    def shared(self, other: Box) -> Box:
        """What the two boxes have in common; where that is nothing, a side of the box is 0."""
        x, y = max(self.x_mm, other.x_mm), max(self.y_mm, other.y_mm)
        right, end = min(self.right_mm, other.right_mm), min(self.bottom_mm, other.bottom_mm)
        return Box(x, y, max(0.0, right - x), max(0.0, end - y))


# The numbers a b c d e f of a matrix (ISO 32000-1, 8.3.3).
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(numbers: Iterable[Any]) -> Matrix:
    """Six numbers as a matrix. Raises ValueError for more or fewer."""
    a, b, c, d, e, f = (float(number) for number in numbers)
    return a, b, c, d, e, f


def joined(m: Matrix, n: Matrix) -> Matrix:
    """First `m`, then `n` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = n
    return (
        m[0] * a + m[1] * c,
        m[0] * b + m[1] * d,
        m[2] * a + m[3] * c,
        m[2] * b + m[3] * d,
        m[4] * a + m[5] * c + e,
        m[4] * b + m[5] * d + f,
    )


def bounds(
    matrix: Matrix, x: float, y: float, width: float, height: float
) -> tuple[float, float, float, float]:
    """The least and greatest x and y, as x0 y0 x1 y1, of a rectangle after `matrix`."""
    a, b, c, d, e, f = matrix
    corners = [(p, q) for p in (x, x + width) for q in (y, y + height)]
    xs = [a * p + c * q + e for p, q in corners]
    ys = [b * p + d * q + f for p, q in corners]
    return min(xs), min(ys), max(xs), max(ys)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point stands after `matrix`."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scale_of(matrix: Matrix) -> float:
    """By how much a matrix enlarges lengths: the root of by how much it enlarges areas."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))
