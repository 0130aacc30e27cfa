"""What is placed beside a time axis: a mark, and where its card may stand, in mm."""

from __future__ import annotations

from dataclasses import dataclass

# A line meets a card's edge at least this far from its corners.
INSET_MM = 4.0
# A stretch of the axis, from its earlier end to its later one, and the one without ends.
Stretch = tuple[float, float]
ANYWHERE: Stretch = (1e6, -1e6)


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be placed: `begin` ≥ `end` are what its date covers on the axis.

    `own`: its period, in which the middle of its card stands. `clear`: from the name of the period
    before to that of the period after; its card stands over neither.
    """

    id: str
    rank: str
    begin: float
    end: float
    own: Stretch = ANYWHERE
    clear: Stretch = ANYWHERE

    def turned(self, whole: float) -> Item:
        """The same after half a turn of a sheet of which `whole` is left and right together."""
        spans = ((whole - b, whole - a) for a, b in ((self.begin, self.end), self.own, self.clear))
        (begin, end), own, clear = spans
        return Item(self.id, self.rank, begin, end, own, clear)

    def edges(self, width: float) -> Stretch:
        """Where the right edge of its card may be."""
        half = width / 2
        return min(self.own[0] + half, self.clear[0]), max(
            self.own[1] + half, self.clear[1] + width
        )

    def off(self, x: float) -> float:
        """How far `x` lies from what the date covers."""
        return max(0.0, x - self.begin, self.end - x)

    def meet(self, right: float, width: float) -> float:
        """Where a line meets the edge of its card, as near as can be to what the date covers."""
        low, high = right - width + INSET_MM, right - INSET_MM
        first, last = max(low, self.end), min(high, self.begin)
        if first <= last:
            return (first + last) / 2
        return high if self.end > high else low
