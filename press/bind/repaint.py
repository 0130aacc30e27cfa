"""Repaint a page for the press: every operator of colour in inks, in forms and patterns too."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Operator, Stream

from press.bind.colours import Ink
from press.bind.inks import BLACK, Inks, Paint, space_of, text_of
from press.pdf.content_streams import MARKS

# What operators paint, ISO 32000-1: 8.5.3 paths, 9.4.3 text, 9.3.6 modes of text.
FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
SHOWS = frozenset(("Tj", "TJ", "'", '"'))
MODES_FILL, MODES_STROKE = (0, 2, 4, 6), (1, 2, 5, 6)
DEVICE = {"g": "gray", "rg": "rgb", "k": "cmyk"}
# With what colour a space begins (ISO 32000-1, 8.6.8).
FIRST = {"gray": (0.0,), "rgb": (0.0, 0.0, 0.0), "cmyk": (0.0, 0.0, 0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state so far as inks and the size of text depend on it.

    `scale` is a length on the page over that length in the content; `text_scale` that of the text
    matrix alone; `size` is the font's.
    """

    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_space: str = "gray"
    stroke_space: str = "gray"
    scale: float = 1.0
    text_scale: float = 1.0
    font: pikepdf.Object | None = None
    size: float = 0.0
    mode: int = 0


def repaint(pdf: pikepdf.Pdf, page: pikepdf.Page, inks: Inks) -> tuple[bytes, Dictionary]:
    """The page's content in inks, without marks, and the resources that it draws on.

    What cannot be repainted is noted in `inks.found`.
    """
    # A page begins in black, which is black on the press too.
    content, resources = _Painter(pdf, inks, page.obj.get("/Resources"), State(), {}).run(page)
    return b"0 0 0 1 k 0 0 0 1 K\n" + content, resources


@dataclass(slots=True)
class _Painter:
    """Repaints one content stream, operator by operator."""

    pdf: pikepdf.Pdf
    inks: Inks
    source: pikepdf.Object | None
    state: State
    forms: dict[tuple[Any, ...], Stream]
    stack: list[State] = field(default_factory=list)
    out: list[tuple[list[Any], Operator]] = field(default_factory=list)
    kept: dict[str, dict[str, pikepdf.Object]] = field(default_factory=dict)

    def run(self, content: pikepdf.Page | pikepdf.Object) -> tuple[bytes, Dictionary]:
        base = self.state
        for instruction in pikepdf.parse_content_stream(content):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self.inks.refuse("an image that stands in the text of the page", "draw it as SVG")
                continue
            operator = str(instruction.operator)
            if operator not in MARKS:
                self.step(operator, list(instruction.operands), base)
        resources = Dictionary({kind: Dictionary(named) for kind, named in self.kept.items()})
        return pikepdf.unparse_content_stream(self.out), resources

    def step(self, operator: str, operands: list[Any], base: State) -> None:
        fills = operator.islower()
        match operator:
            case "g" | "rg" | "k" | "G" | "RG" | "K":
                space = DEVICE[operator.lower()]
                return self.set_colour(fills, space, operands)
            case "cs" | "CS":
                return self.set_space(fills, operands[0])
            case "sc" | "scn" | "SC" | "SCN":
                space = self.state.fill_space if fills else self.state.stroke_space
                if space == "pattern":
                    return self.set_pattern(operator, operands, base)
                return self.set_colour(fills, space, operands)
            case "q":
                self.stack.append(self.state)
            case "Q" if self.stack:
                self.state = self.stack.pop()
            case "cm":
                self.state = replace(self.state, scale=self.state.scale * _scale(operands))
            case "BT":
                self.state = replace(self.state, text_scale=1.0)
            case "Tm":
                self.state = replace(self.state, text_scale=_scale(operands))
            case "Tr":
                self.state = replace(self.state, mode=int(operands[0]))
            case "Tf":
                font = self.resource("/Font", operands[0])
                self.inks.font(font)
                self.state = replace(self.state, font=font, size=float(operands[1]))
                operands[0] = self.keep("/Font", operands[0], font)
            case "gs":
                graphics = self.resource("/ExtGState", operands[0])
                self.inks.state(graphics)
                operands[0] = self.keep("/ExtGState", operands[0], graphics)
            case "sh":
                shading = self.inks.shading(self.resource("/Shading", operands[0]))
                operands[0] = self.keep("/Shading", operands[0], shading)
            case "Do":
                operands[0] = self.keep("/XObject", operands[0], self.drawn(operands[0]))
        if operator in SHOWS:
            return self.show(operator, operands)
        if operator in FILLS:
            self.inks.painted(self.state.fill)
        if operator in STROKES:
            self.inks.painted(self.state.stroke)
        self.put(operator, operands)
        return None

    def put(self, operator: str, operands: list[Any]) -> None:
        self.out.append((operands, Operator(operator)))

    def put_ink(self, ink: Ink, *, fills: bool) -> None:
        self.put("k" if fills else "K", [round(share, 4) for share in ink.inks])

    def set_colour(self, fills: bool, space: str, operands: list[Any]) -> None:
        paint = self.inks.of(space, [float(value) for value in operands])
        # A colour that no token has is noted where something is painted with it.
        self.put_ink(paint if isinstance(paint, Ink) else BLACK, fills=fills)
        self.state = (
            replace(self.state, fill=paint, fill_space=space)
            if fills
            else replace(self.state, stroke=paint, stroke_space=space)
        )

    def set_space(self, fills: bool, name: Any) -> None:
        named = (
            self.source.get("/ColorSpace", Dictionary())
            if self.source is not None
            else Dictionary()
        )
        space = space_of(named.get(str(name), name))
        if space == "pattern":
            self.put("cs" if fills else "CS", [Name.Pattern])
            self.state = (
                replace(self.state, fill=None, fill_space=space)
                if fills
                else replace(self.state, stroke=None, stroke_space=space)
            )
        else:
            self.set_colour(fills, space, list(FIRST.get(space, ())))

    def set_pattern(self, operator: str, operands: list[Any], base: State) -> None:
        pattern = self.resource("/Pattern", operands[-1])
        if len(operands) > 1 or pattern.get("/PaintType") == 2:
            self.inks.refuse("a pattern without colours of its own", "draw it in token colours")
        if isinstance(pattern, Stream):
            # A pattern's space is that of the content as it began, ISO 32000-1, 8.7.2.
            new: pikepdf.Object = self.repainted(pattern, base)
        else:
            parts = dict(pattern.items())
            new = Dictionary({**parts, "/Shading": self.inks.shading(pattern.Shading)})
            if "/ExtGState" in pattern:
                self.inks.state(pattern.ExtGState)
        self.put(operator, [self.keep("/Pattern", operands[-1], new)])

    def show(self, operator: str, operands: list[Any]) -> None:
        state = self.state
        size_pt = state.size * state.text_scale * state.scale
        changed = []
        for fills, modes, paint in (
            (True, MODES_FILL, state.fill),
            (False, MODES_STROKE, state.stroke),
        ):
            if state.mode in modes:
                ink = self.inks.text(paint, size_pt, lambda: text_of(state.font, operands))
                if isinstance(paint, Ink) and ink != paint:
                    self.put_ink(ink, fills=fills)
                    changed.append((paint, fills))
        self.put(operator, operands)
        for paint, fills in changed:
            self.put_ink(paint, fills=fills)

    def drawn(self, name: Any) -> pikepdf.Object:
        """What `Do` draws: a form in inks, or an image that may stay as it is."""
        drawn: pikepdf.Object = self.resource("/XObject", name)
        if drawn.get("/Subtype") == Name.Form:
            return self.repainted(drawn, self.state)
        self.inks.image(drawn)
        if drawn.get("/ImageMask", False):
            self.inks.painted(self.state.fill)
        return drawn

    def repainted(self, form: pikepdf.Object, state: State) -> Stream:
        """A form or pattern in inks, once for every size and colour that it is drawn in."""
        key = (form.objgen, round(state.scale, 4), state.fill, state.stroke)
        if key not in self.forms:
            inner = replace(state, scale=state.scale * _scale(form.get("/Matrix")))
            painter = _Painter(self.pdf, self.inks, form.get("/Resources"), inner, self.forms)
            content, resources = painter.run(form)
            new = self.pdf.make_stream(content)
            for entry, value in form.items():
                if entry not in ("/Length", "/Filter", "/DecodeParms", "/StructParents"):
                    new[entry] = value
            new.Resources = resources
            if group := form.get("/Group"):
                new.Group = Dictionary({**dict(group.items()), "/CS": Name.DeviceCMYK})
            self.forms[key] = new
        return self.forms[key]

    def resource(self, kind: str, name: Any) -> Any:
        named = self.source.get(kind, Dictionary()) if self.source is not None else Dictionary()
        return named[str(name)]

    def keep(self, kind: str, name: Any, value: pikepdf.Object) -> Name:
        """Keep a resource under its name, or under a like one where that holds another."""
        named = self.kept.setdefault(kind, {})
        own = str(name)
        while own in named and named[own].objgen != value.objgen:
            own += "-"
        named[own] = value
        return Name(own)


def _scale(matrix: Iterable[Any] | None) -> float:
    """By how much a matrix enlarges lengths: the root of by how much it enlarges areas."""
    if matrix is None:
        return 1.0
    a, b, c, d, _, _ = (float(value) for value in matrix)
    return math.sqrt(abs(a * d - b * c))
