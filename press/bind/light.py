"""Lighten a poster for office toner: text in black alone, grounds of paper, solids as outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Name, Operator

from press.geometry import MM_PER_PT, SAME, Box, Matrix, bounds, joined, matrix_of
from press.pdf.content_streams import drawn
from press.pdf.objects import held

# What is narrower, or smaller, is a line or a sign and keeps its tone, in mm and mm²; what is as
# large as the other area, and light on a dark solid, is a sign on it.
NARROW_MM, SIGN_MM2, ICON_MM2 = 2.5, 30.0, 400.0
# Luminance from 0 to 1: what is lighter is a ground; a sign that is as dark as the other is black,
# and lighter ones are so much lighter, up to a last grey.
GROUND, BLACK, APART, PALEST = 0.55, 0.15, 3.0, 0.7
# Outlines lie within the solid, so wide in mm.
OUTLINE_MM = 0.35

_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_FILLS = {"f": "W", "F": "W", "f*": "W*", "B": "W", "B*": "W*", "b": "W", "b*": "W*"}
_STROKES = frozenset(("S", "s"))
_STEPS = frozenset(("m", "l", "c", "v", "y", "h", "re"))
_COLOURS = frozenset(("g", "rg", "k", "sc", "scn"))
_OTHER_COLOURS = frozenset(("G", "RG", "K", "SC", "SCN", "cs", "CS", "ri"))
_EVERYWHERE = Box(-1e6, -1e6, 2e6, 2e6)

_Steps = tuple[tuple[list[Any], Operator], ...]
_Written = tuple[list[Any], Operator]


@dataclass(frozen=True, slots=True)
class _Showing:
    """Where is painted, in what tone, what of it is seen, and the outlines of that."""

    matrix: Matrix = SAME
    tone: float = 0.0
    seen: Box = _EVERYWHERE
    cuts: tuple[_Steps, ...] = ()


def lighten(form: pikepdf.Object) -> None:
    """Turn what a form draws into what office toner prints well; letters stay where they are."""
    for stream in (form, *drawn(form)):
        stream.write(pikepdf.unparse_content_stream(list(_lightened(stream))))
        states: Any = held(stream, "/Resources", "/ExtGState") or {}
        for name in list(states):
            for key in {"/ca", "/CA"} & set(states[name]):
                states[name][key] = 1


def _lightened(stream: Any) -> Iterator[_Written]:
    """The operators of a stream, each painting with its tone before it."""
    state, kept = _Showing(), list[_Showing]()
    steps: list[_Written] = []
    cuts = ""
    solids: list[Box] = []
    for instruction in pikepdf.parse_content_stream(stream):
        operands, operator = list(instruction.operands), instruction.operator
        name = str(operator)
        if name in _COLOURS:
            state = replace(state, tone=_tone(operands, state.tone))
        elif name in _OTHER_COLOURS or name == "sh":
            continue
        elif name in _STEPS:
            steps.append((operands, operator))
        elif name in ("W", "W*"):
            cuts = name
        elif name == "n" or name in _FILLS or name in _STROKES:
            box = _box(steps, state.matrix)
            if name in _STROKES:
                yield [0], Operator("G")
            if name in _FILLS:
                yield from _filled(tuple(steps), name, state, box.shared(state.seen), solids)
            else:
                yield from steps
                if cuts:
                    yield [], Operator(cuts)
                yield [], operator
            if cuts:
                state = replace(
                    state, seen=state.seen.shared(box), cuts=(*state.cuts, tuple(steps))
                )
            steps, cuts = [], ""
        else:
            if name == "q":
                kept.append(state)
            elif name == "Q" and kept:
                state = kept.pop()
            elif name == "cm":
                state = replace(state, matrix=joined(matrix_of(operands), state.matrix), cuts=())
            yield operands, operator
            if name == "BT":
                yield [0], Operator("g")
                yield [0], Operator("G")


def _filled(
    steps: _Steps, name: str, state: _Showing, box: Box, solids: list[Box]
) -> Iterator[_Written]:
    """A filled shape: of paper, black or in its tone, and a large dark one with an outline."""
    area = box.width_mm * box.height_mm
    narrow = min(box.width_mm, box.height_mm) <= NARROW_MM
    sign = narrow or area <= SIGN_MM2
    on_solid = any(box.within(solid) and area < 0.8 * _area(solid) for solid in solids[-1:])
    light = state.tone >= GROUND
    if light and on_solid and area <= ICON_MM2:
        tone = 0.0
    elif sign:
        apart = min(PALEST, max(0.0, (state.tone - BLACK) * APART))
        tone = state.tone if light else 0.0 if narrow else apart
    else:
        tone = 1.0
    yield [round(tone, 3)], Operator("g")
    yield from steps
    yield [], Operator("f*" if name.endswith("*") else "f")
    if light or sign:
        return
    solids.append(box)
    # Half of a line that follows the edge of what is seen is cut off.
    yield [], Operator("q")
    yield [0], Operator("G")
    yield [[], 0], Operator("d")
    yield [2 * OUTLINE_MM / MM_PER_PT / (abs(_size(state.matrix)) or 1.0)], Operator("w")
    yield from steps
    yield [], Operator(_FILLS[name])
    yield [], Operator("n")
    for outline in (steps, *state.cuts):
        yield from outline
        yield [], Operator("S")
    yield [], Operator("Q")


def _tone(operands: list[Any], before: float) -> float:
    """How light a colour is, from 0 to 1; of a pattern as what was painted with before."""
    parts = [float(part) for part in operands if not isinstance(part, Name)]
    if len(parts) == 4:
        black = parts.pop()
        parts = [(1 - part) * (1 - black) for part in parts]
    if len(parts) == 3:
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    return parts[0] if parts else before


def _box(steps: list[_Written], matrix: Matrix) -> Box:
    """What a path takes, in mm from the lower left corner."""
    corners: list[tuple[float, float]] = []
    for operands, operator in steps:
        at = [float(value) for value in operands]
        if str(operator) == "re":
            at = [at[0], at[1], at[0] + at[2], at[1] + at[3]]
        corners += zip(at[::2], at[1::2], strict=True)
    if not corners:
        return Box(0.0, 0.0, 0.0, 0.0)
    xs, ys = zip(*corners, strict=True)
    edges = bounds(matrix, min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    x0, y0, x1, y1 = (edge * MM_PER_PT for edge in edges)
    return Box(x0, y0, x1 - x0, y1 - y0)


def _size(matrix: Matrix) -> float:
    """How large a matrix draws a length, of those that turn and scale."""
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def _area(box: Box) -> float:
    return box.width_mm * box.height_mm
