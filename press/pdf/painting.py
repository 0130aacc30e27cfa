"""Walk through what the pages of a PDF paint: text, grounds, lines and images, in their colours.

Forms and tiling patterns are walked through where they are drawn (ISO 32000-1, 8.4, 8.10, 9.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import pikepdf
from pikepdf import Dictionary, Stream

from press.geometry import MM_PER_PT, SAME, Box, Matrix, joined, matrix_of, moved, scale_of
from press.pdf.fonts import is_bold
from press.pdf.objects import space_name
from press.pdf.operations import operations, values_of

Kind = Literal["text", "fill", "stroke", "image", "shading"]
_FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
_ENDS = _FILLS | _STROKES | {"n"}
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
# Operators of colour: which they set, and the space that they bring (table 74).
_SETS = {
    "g": ("fill", "DeviceGray"), "rg": ("fill", "DeviceRGB"), "k": ("fill", "DeviceCMYK"),
    "G": ("stroke", "DeviceGray"), "RG": ("stroke", "DeviceRGB"), "K": ("stroke", "DeviceCMYK"),
    "cs": ("fill", ""), "CS": ("stroke", ""),
    "sc": ("fill", None), "scn": ("fill", None), "SC": ("stroke", None), "SCN": ("stroke", None),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaintColour:
    """A colour as it is set: its space by name, of one that is built on another with its name."""

    space: str
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Painted:
    """Something painted on a page, in the order of painting.

    `box`: its bounds in mm from the trim's upper left corner, as far as a clip shows it; of text a
    box from where its first letter stands, as high and wide as its size. `size_pt` and `bold` are
    of text, `solid_mm` of a fill: the shorter side of the largest part of its path. `over`: whether
    it prints over other inks, and in which mode. `name` is of an image, and how many `pixels` it is
    wide and high.
    """

    page: int
    kind: Kind
    colour: PaintColour
    box: Box
    size_pt: float = 0.0
    bold: bool = False
    over: bool = False
    over_mode: int = 0
    solid_mm: float = 0.0
    name: str = ""
    pixels: tuple[int, int] = (0, 0)


class _State(NamedTuple):
    """What `q` keeps and `Q` brings back."""

    ctm: Matrix
    clip: tuple[float, float, float, float] | None = None
    fill: PaintColour = PaintColour("DeviceGray", (0.0,))
    stroke: PaintColour = PaintColour("DeviceGray", (0.0,))
    bold: bool = False
    size: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fills_over: bool = False
    strokes_over: bool = False
    over_mode: int = 0


def read_painting(pdf: pikepdf.Pdf) -> tuple[Painted, ...]:
    """Everything that the pages of a PDF paint, page by page."""
    found: list[Painted] = []
    for number, page in enumerate(pdf.pages, start=1):
        walk_page(page, number, found)
    return tuple(found)


def walk_page(
    page: pikepdf.Page, number: int, found: list[Painted], only: frozenset[bytes] = frozenset()
) -> None:
    """Put what a page paints into `found`; `only` these operators are followed, or all."""
    left, _, _, top = (float(edge) for edge in page.trimbox)
    walk = _Painting(number, (left, top), found, only)
    walk.run(page, page.obj.get("/Resources", Dictionary()), _State(SAME))


@dataclass(slots=True)
class _Painting:
    page: int
    corner: tuple[float, float]
    found: list[Painted]
    only: frozenset[bytes] = frozenset()
    state: _State = field(default_factory=lambda: _State(SAME))
    kept: list[_State] = field(default_factory=list)
    parts: list[list[tuple[float, float]]] = field(default_factory=list)
    clips: bool = False
    line: Matrix = SAME
    text: Matrix = SAME
    leading: float = 0.0

    def run(self, content: Any, resources: Any, state: _State) -> None:
        """Walk through a content stream that begins in `state`."""
        outer = self.state, self.kept
        self.state, self.kept = state, []
        for operator, operands in operations(content):
            if not self.only or operator in self.only:
                shown = operator in (b"TJ", b"Tj")  # what is shown is not asked for
                self.take(operator.decode(), [] if shown else values_of(operands), resources)
        self.state, self.kept = outer

    def take(self, operator: str, held: Any, resources: Any) -> None:
        """Follow one operator."""
        if operator == "q":
            self.kept.append(self.state)
        elif operator == "Q":
            self.state = self.kept.pop() if self.kept else self.state
        elif operator == "cm":
            self.state = self.state._replace(ctm=joined(matrix_of(held), self.state.ctm))
        elif operator == "gs":
            self.set_state(_named(resources, "/ExtGState", held[0]) or Dictionary())
        elif operator in _SETS:
            self.set_colour(*_SETS[operator], held, resources)
        elif operator in ("m", "l", "c", "v", "y", "re"):
            self.add_points(operator, held)
        elif operator in ("W", "W*"):
            self.clips = True
        elif operator in _ENDS:
            self.end_path(operator)
        elif operator == "sh":
            self.paint("shading", PaintColour("Shading"), self.state.clip)
        elif operator == "Do":
            self.draw(held[0][1:], _named(resources, "/XObject", held[0]))
        elif operator[0] in "T'\"" or operator == "BT":
            self.write(operator, held, resources)

    def set_state(self, given: Any) -> None:
        over = bool(given.get("/OP", self.state.strokes_over))
        fills = given.get("/op", given.get("/OP", self.state.fills_over))
        self.state = self.state._replace(
            strokes_over=over,
            fills_over=bool(fills),
            over_mode=int(given.get("/OPM", self.state.over_mode)),
        )
        if "/Font" in given:
            self.state = self.state._replace(bold=is_bold(given.Font[0]), size=float(given.Font[1]))

    def set_colour(self, which: str, space: str | None, held: Any, resources: Any) -> None:
        if space == "":
            colour = PaintColour(space_name(_named(resources, "/ColorSpace", held[0]) or held[0]))
        else:
            own: PaintColour = getattr(self.state, which)
            numbers = tuple(v for v in held if not isinstance(v, str))
            colour = PaintColour(own.space if space is None else space, numbers)
            pattern = _named(resources, "/Pattern", held[-1]) if len(held) > len(numbers) else None
            if isinstance(pattern, Stream):
                start = _State(matrix_of(pattern.get("/Matrix", SAME)))
                self.run(pattern, pattern.get("/Resources", resources), start)
        if which == "fill":
            self.state = self.state._replace(fill=colour)
        else:
            self.state = self.state._replace(stroke=colour)

    def add_points(self, operator: str, held: list[float]) -> None:
        if operator in ("m", "re") or not self.parts:
            self.parts.append([])
        if operator == "re":
            x, y, width, height = held
            held = [x, y, x + width, y, x + width, y + height, x, y + height]
        self.parts[-1] += [
            moved(self.state.ctm, held[i], held[i + 1]) for i in range(0, len(held) - 1, 2)
        ]

    def end_path(self, operator: str) -> None:
        around = _around([point for part in self.parts for point in part])
        if around and operator in _FILLS:
            self.paint("fill", self.state.fill, around, solid_mm=self.solid_mm())
        if around and operator in _STROKES:
            self.paint("stroke", self.state.stroke, around)
        if around and self.clips:
            self.state = self.state._replace(clip=_cut(around, self.state.clip))
        self.parts, self.clips = [], False

    def solid_mm(self) -> float:
        """The shorter side of the largest part of the path, as far as the clip shows it."""
        shown = [_cut(_around(part), self.state.clip) for part in self.parts]
        sides = [min(one[2] - one[0], one[3] - one[1]) for one in shown if one]
        return max(sides, default=0.0) * MM_PER_PT

    def draw(self, name: str, drawn: Any) -> None:
        if not isinstance(drawn, Stream):
            return
        if drawn.get("/Subtype") == "/Form":
            ctm = joined(matrix_of(drawn.get("/Matrix", SAME)), self.state.ctm)
            text = self.line, self.text
            self.run(drawn, drawn.get("/Resources", Dictionary()), self.state._replace(ctm=ctm))
            self.line, self.text = text
            return
        corners = [moved(self.state.ctm, x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)]
        mask = drawn.get("/ImageMask", False)
        colour = self.state.fill if mask else PaintColour(space_name(drawn.get("/ColorSpace")))
        pixels = int(drawn.get("/Width", 0)), int(drawn.get("/Height", 0))
        self.paint("image", colour, _around(corners), name=name, pixels=pixels)

    def write(self, operator: str, held: Any, resources: Any) -> None:
        """Follow an operator of text."""
        if operator == "BT":
            self.line = self.text = SAME
        elif operator == "Tm":
            self.line = self.text = matrix_of(held)
        elif operator in ("Td", "TD"):
            x, y = held
            self.leading = -y if operator == "TD" else self.leading
            self.line = self.text = joined((1, 0, 0, 1, x, y), self.line)
        elif operator == "TL":
            self.leading = held[0]
        elif operator == "Tf":
            font = _named(resources, "/Font", held[0])
            self.state = self.state._replace(bold=is_bold(font), size=held[1])
        elif operator == "Ts":
            self.state = self.state._replace(rise=held[0])
        elif operator == "Tr":
            self.state = self.state._replace(mode=int(held[0]))
        if operator in ("T*", "'", '"'):
            self.line = self.text = joined((1, 0, 0, 1, 0, -self.leading), self.line)
        if operator in _SHOWS:
            self.show()

    def show(self) -> None:
        state = self.state
        place = joined(self.text, state.ctm)
        size = state.size * scale_of(place)
        x, y = moved(place, 0.0, state.rise)
        for modes, colour, over in (
            ((0, 2, 4, 6), state.fill, state.fills_over),
            ((1, 2, 5, 6), state.stroke, state.strokes_over),
        ):
            if state.mode in modes:
                self.paint("text", colour, (x, y, x + size, y + size), over=over, size_pt=size)

    def paint(
        self,
        kind: Kind,
        colour: PaintColour,
        around: tuple[float, float, float, float] | None,
        over: bool | None = None,
        **own: Any,
    ) -> None:
        """Note what is painted; `own` is what it has of its own, see `Painted`."""
        state = self.state
        set_over = state.strokes_over if kind == "stroke" else state.fills_over
        clipped = around if kind == "text" else _cut(around, state.clip)
        if clipped is None:
            return
        left, low, right, high = clipped
        x, y = (left - self.corner[0]) * MM_PER_PT, (self.corner[1] - high) * MM_PER_PT
        box = Box(x, y, (right - left) * MM_PER_PT, (high - low) * MM_PER_PT)
        own["bold"] = kind == "text" and state.bold
        own |= {"over": set_over if over is None else over, "over_mode": state.over_mode}
        self.found.append(Painted(self.page, kind, colour, box, **own))


def _named(resources: Any, kind: str, name: Any) -> Any:
    """The resource of a kind by its name; None when there is none."""
    return resources.get(kind, Dictionary()).get(str(name)) if resources is not None else None


def _around(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float] | None:
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _cut(
    one: tuple[float, float, float, float] | None, other: tuple[float, float, float, float] | None
) -> tuple[float, float, float, float] | None:
    """What two boxes share; the one that there is; None for nothing."""
    if one is None or other is None:
        return one or other
    left, low = max(one[0], other[0]), max(one[1], other[1])
    right, high = min(one[2], other[2]), min(one[3], other[3])
    return (left, low, right, high) if left <= right and low <= high else None
