"""A box on a sheet or a page, in mm."""

from __future__ import annotations

from dataclasses import dataclass


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
