"""The sky of a skyline: the free room over its stacks, in which title and large words stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from press.geometry import Box
from press.layout.poster.blocks import Panel

# Between what stands in the sky and all else below and above it, and in a later column, in design
# mm.
AIR = 13.0
BESIDE = 9.0
# Where in its free room something stands: this share of what is left lies above it.
ABOVE = 0.38
# What stands under the title hangs no farther below it than this, in design mm.
HANGS = 34.0
# A title may be so much smaller where it stands nearer to the beginning of the sheet.
AS_LARGE = 0.8

# The height of something at each width that it may have, in design mm.
Sizes = Mapping[float, float]


@dataclass(frozen=True, slots=True)
class Sky:
    """The room from `left` to `right` and from `top` to `floor`, what stands in it, its columns.

    `edges` are where columns begin and end: what stands in the sky begins at the right edge of one,
    since time runs from right to left.
    """

    left: float
    right: float
    top: float
    floor: float
    taken: tuple[Box, ...]
    edges: tuple[float, ...]

    def rooms(self) -> Iterator[Box]:
        """Every free rectangle between two edges, as high as it may be."""
        edges = sorted({self.left, self.right, *self.edges})
        for number, left in enumerate(edges):
            for right in edges[number + 1 :]:
                # A later column begins with a dot, which is not to touch what stands before it.
                beside = BESIDE if left > self.left else 0.0
                for top, foot in self._free(left, right):
                    yield Box(left + beside, top, right - left - beside, foot - top)

    def _free(self, left: float, right: float) -> Iterator[tuple[float, float]]:
        """The free heights between two edges, from the top down."""
        met = sorted(
            (box.y_mm - AIR, box.bottom_mm + AIR)
            for box in self.taken
            if box.x_mm < right - 0.01 and box.right_mm > left + 0.01
        )
        top = self.top
        for begin, end in met:
            if begin > top:
                yield top, begin
            top = max(top, end)
        if self.floor - AIR > top:
            yield top, self.floor - AIR


@dataclass(frozen=True, slots=True)
class Titled:
    """A title at its size: its box, and the height of an em of it, in design mm."""

    box: Box
    em: float


def title_in(
    rooms: Sequence[Box], shapes: Mapping[float, float], below: Sizes, most: float
) -> Titled | None:
    """The title as large as some room holds, no larger than `most`; as near to the beginning of the
    sheet as it stands nearly as large.

    `shapes`: how high it is at each width, both in em of it; `below`: how high what stands under
    it is at each width, in design mm.
    """
    found: list[Titled] = []
    for room in rooms:
        under = min((h for w, h in below.items() if w <= room.width_mm), default=None)
        if under is None:
            continue
        sizes = {
            shape: min(room.width_mm / shape[0], (room.height_mm - under) / shape[1], most)
            for shape in shapes.items()
        }
        # Of shapes that are as large, the one with the fewest lines.
        (wide, high), em = max(sizes.items(), key=lambda s: (round(s[1], 2), -s[0][1], -s[0][0]))
        if em > 0:
            led = min(w for w, h in below.items() if w <= room.width_mm and h <= under + 0.01)
            width = min(room.width_mm, max(wide * em + 0.5, led))
            box = Box(room.right_mm - width, room.y_mm, width, em * high + under)
            found.append(Titled(box, em))
    largest = max((title.em for title in found), default=0.0)
    near = [title for title in found if title.em >= largest * AS_LARGE]
    return max(near, key=lambda t: (round(t.box.right_mm), t.em, -t.box.y_mm), default=None)


def seat(sky: Sky, sizes: Sizes, title: Box, *, spare: float = 0.0) -> Box | None:
    """Where something of these `sizes` stands in the free part of `sky`; None where it cannot.

    It stands as near to the beginning of the title as it may; with `spare`, in the room that leaves
    most free above and below it, and so much at least, but nowhere beside the title's own field: on
    a time scale it would be read as told of the years below it.
    """
    best: tuple[float, Box] | None = None
    for room in sky.rooms():
        for width, height in sizes.items():
            left_over = room.height_mm - height
            if width > room.width_mm or left_over < spare:
                continue
            below = room.y_mm >= title.bottom_mm and room.right_mm > title.x_mm
            above = min(left_over * ABOVE, HANGS) if below else left_over * ABOVE
            box = Box(room.right_mm - width, room.y_mm + above, width, height)
            if spare and not title.x_mm - 0.01 <= box.x_mm < box.right_mm <= title.right_mm + 0.01:
                continue
            far = abs(title.right_mm - box.right_mm) + abs(title.bottom_mm - box.y_mm)
            score = left_over - 0.05 * far if spare else -far
            score -= 0.2 * (room.width_mm - width)
            if best is None or score > best[0] + 0.01:
                best = score, box
    return best[1] if best else None


def shelf(
    panels: Sequence[Panel], sizes: Mapping[str, Sizes], top: float, whole: Box
) -> tuple[tuple[Panel, Box], ...]:
    """Panels side by side in rows across the sheet, `sizes` by their ids."""
    seats: list[tuple[Panel, Box]] = []
    right, row = whole.right_mm, top
    for panel in panels:
        share = (whole.width_mm - AIR * (len(panels) - 1)) / len(panels)
        own = sizes[panel.id]
        width = max((w for w in own if w <= share), default=min(own))
        if right - width < whole.x_mm - 0.01:
            right, row = whole.right_mm, max(b.bottom_mm for _, b in seats) + AIR
        seats.append((panel, Box(right - width, row, width, own[width])))
        right -= width + AIR
    return tuple(seats)
