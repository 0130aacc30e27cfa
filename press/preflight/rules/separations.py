"""Plates: rules on what a finished press file lays down: colours, ink, blending, crop marks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

from press.bind.colours import INK_LIMIT
from press.geometry import MM_PER_PT, Box
from press.pdf.objects import held
from press.pdf.pages import Shape, read_shapes
from press.preflight.document import Opened
from press.preflight.finding import Finding

# Operators of colour that are not in inks (ISO 32000-1, table 74), and those that are.
_OTHER = {"g": "grey", "G": "grey", "rg": "RGB", "RG": "RGB"}
_OPERATORS = "g G rg RG k K cs CS gs"
# A mark may stand off the line of the trim by so much, in mm.
OFF_MM = 0.1
INK_PX_PER_MM = 1.0
_HINT = "see press/bind/separate.py, which writes the press file"

Inks = tuple[float, float, float, float]


def press_colours(opened: Opened) -> Iterator[Finding]:
    """Everything is painted in the four inks; images may be greys, for the black plate."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        told: set[str] = set()
        for content, resources in contents(page):
            told |= set(_strange(content, resources))
        for space in sorted(told):
            yield Finding(number, f"something is painted in {space}, not in inks", _HINT)


def contents(page: pikepdf.Page) -> Iterator[tuple[Any, Any]]:
    """The content of a page, and of the forms and patterns that it draws, with their resources."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, Any]] = [(page, page.resources)]
    while waiting:
        content, resources = waiting.pop()
        yield content, resources
        for kind in ("/XObject", "/Pattern"):
            for drawn in (held(resources, kind) or {}).values():
                if isinstance(drawn, pikepdf.Stream) and drawn.objgen not in seen:
                    seen.add(drawn.objgen)
                    if drawn.get("/Subtype") != "/Image":
                        waiting.append((drawn, drawn.get("/Resources")))


def _strange(content: Any, resources: Any) -> Iterator[str]:
    """The colour spaces other than CMYK that a content stream paints in, or has at hand."""
    for instruction in pikepdf.parse_content_stream(content, _OPERATORS):
        if (operator := str(instruction.operator)) in _OTHER:
            yield _OTHER[operator]
    for space in (held(resources, "/ColorSpace") or {}).values():
        if _name(space) not in ("DeviceCMYK", "Pattern", "Separation All"):
            yield _name(space)
    shaded = [p.Shading for p in _patterns(resources) if "/Shading" in p]
    for shading in [*(held(resources, "/Shading") or {}).values(), *shaded]:
        if _name(shading.get("/ColorSpace")) != "DeviceCMYK":
            yield _name(shading.get("/ColorSpace"))
    for drawn in (held(resources, "/XObject") or {}).values():
        name = _name(drawn.get("/ColorSpace"))
        image = drawn.get("/Subtype") == "/Image" and not drawn.get("/ImageMask", False)
        if image and name not in ("DeviceGray", "DeviceCMYK"):
            yield name
        group = held(drawn, "/Group", "/CS")
        if group is not None and _name(group) != "DeviceCMYK":
            yield _name(group)


def _patterns(resources: Any) -> Iterator[Any]:
    yield from (held(resources, "/Pattern") or {}).values()


def _name(space: Any) -> str:
    """A colour space by its name; of one that is built on another, with the colour it is for."""
    if isinstance(space, pikepdf.Array) and len(space):
        name = str(space[0])[1:]
        return f"{name} {str(space[1])[1:]}" if name == "Separation" else name
    return str(space).removeprefix("/")


def press_blending(opened: Opened) -> Iterator[Finding]:
    """Nothing mixes or prints over other inks: then no place has more ink than a colour has.

    Plain opacity lies between the two colours, ink by ink (ISO 32000-1, 11.3.3).
    """
    for number, page in enumerate(opened.pdf.pages, start=1):
        states: dict[tuple[int, int], Any] = {}
        for _, resources in contents(page):
            for name, state in (held(resources, "/ExtGState") or {}).items():
                states.setdefault(state.objgen if state.objgen[0] else (0, hash(name)), state)
        for state in states.values():
            mode, mask = state.get("/BM", "/Normal"), state.get("/SMask", "/None")
            if mode not in ("/Normal", "/Compatible") or mask != "/None":
                yield Finding(number, "a graphics state blends colours, or fades them", _HINT)
            if state.get("/OP", False) or state.get("/op", False):
                yield Finding(number, "a graphics state prints inks over others", _HINT)


def press_ink(opened: Opened) -> Iterator[Finding]:
    """No place of the printed sheet has more than 300 % of ink (see `press_blending`)."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        # Six decimals are more than a file holds.
        wet = {inks for inks in _painted(page) if round(sum(inks), 6) > INK_LIMIT}
        if wet and (at := _where(opened.pdf, number - 1, wet)):
            most = max(map(sum, wet))
            yield Finding(
                number,
                f"{most:.0%} of ink lie here; paper takes {INK_LIMIT:.0%}",
                "take back cyan, magenta and yellow together and let black carry the depth",
                at,
            )


def _painted(page: pikepdf.Page) -> Iterator[Inks]:
    """Every mixture of inks that a page sets, at the ends of its gradients too."""
    for content, resources in contents(page):
        for instruction in pikepdf.parse_content_stream(content, "k K"):
            yield _inks(instruction.operands)
        for ends in _ends(resources):
            yield _inks(ends)


def _inks(values: Any) -> Inks:
    cyan, magenta, yellow, black = (float(value) for value in values)
    return cyan, magenta, yellow, black


def _ends(resources: Any) -> Iterator[pikepdf.Array]:
    """The colours at the ends of each part of a gradient in four inks."""
    shadings = [*(held(resources, "/Shading") or {}).values()]
    waiting = [held(s, "/Function") for s in shadings]
    waiting += [held(p, "/Shading", "/Function") for p in _patterns(resources)]
    while waiting:
        if (function := waiting.pop()) is None:
            continue
        waiting += list(function.get("/Functions", ()))
        for key in ("/C0", "/C1"):
            if key in function and len(function[key]) == 4:
                yield function[key]


def _where(pdf: pikepdf.Pdf, index: int, wet: set[Inks]) -> Box | None:
    """Where colours of `wet` can be seen on a page, in mm; None when others cover them all.

    The page is drawn once more with them in black and with all else in white.
    """
    out = io.BytesIO()
    pdf.save(out)
    with pikepdf.open(out) as copy:
        page = copy.pages[index]
        for content, resources in list(contents(page)):
            for ends in _ends(resources):
                for place, share in enumerate(_told(_inks(ends), wet)):
                    ends[place] = share
            changed = pikepdf.unparse_content_stream(list(_marked(content, wet)))
            if isinstance(content, pikepdf.Page):
                content.obj.Contents = copy.make_stream(changed)
            else:
                content.write(changed)
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        page.obj.MediaBox = page.obj.CropBox = page.trimbox
        drawn = io.BytesIO()
        copy.save(drawn)
    document = pypdfium2.PdfDocument(drawn.getvalue())
    try:
        picture = document[index].render(scale=INK_PX_PER_MM * MM_PER_PT, grayscale=True).to_pil()
    finally:
        document.close()
    seen = picture.point(lambda level: 255 if level < 128 else 0).getbbox()
    if seen is None:
        return None
    x, y = (
        (right - left) * MM_PER_PT / picture.width,
        (top - bottom) * MM_PER_PT / picture.height,
    )
    return Box(seen[0] * x, seen[1] * y, (seen[2] - seen[0]) * x, (seen[3] - seen[1]) * y)


def _told(inks: Inks, wet: set[Inks]) -> Inks:
    """Black for what is too wet, else white."""
    return (0.0, 0.0, 0.0, 1.0) if inks in wet else (0.0, 0.0, 0.0, 0.0)


def _marked(content: Any, wet: set[Inks]) -> Iterator[Any]:
    for instruction in pikepdf.parse_content_stream(content):
        if str(instruction.operator) in ("k", "K"):
            inks = list(_told(_inks(instruction.operands), wet))
            yield inks, instruction.operator
        else:
            yield instruction


def press_marks(opened: Opened) -> Iterator[Finding]:
    """Two crop marks stand at each corner, on the lines of the trim and outside the bleed."""
    shapes = read_shapes(opened.document.pdf)
    for number, page in enumerate(opened.pdf.pages, start=1):
        trim, bleed = (
            [float(edge) * MM_PER_PT for edge in box]
            for box in (page.trimbox, page.obj.get("/BleedBox", page.trimbox))
        )
        width, height = trim[2] - trim[0], trim[3] - trim[1]
        around = trim[0] - bleed[0]
        marks = [s for s in shapes if s.page == number and _is_mark(s, width, height, around)]
        for x in (0.0, width):
            for y in (0.0, height):
                at = Box(x, y, 0.0, 0.0)
                across = any(abs(_y(m) - y) < OFF_MM and _beside(m, x, width) for m in marks)
                down = any(abs(_x(m) - x) < OFF_MM and _above(m, y, height) for m in marks)
                if not (across and down):
                    yield Finding(number, "a corner of the trim has no crop marks", _HINT, at)


def _is_mark(shape: Shape, width: float, height: float, around: float) -> bool:
    """Whether a shape lies outside the bleed, `around` mm from the trim."""
    return (
        shape.right < -around
        or shape.left > width + around
        or shape.bottom < -around
        or shape.top > height + around
    )


def _x(shape: Shape) -> float:
    return (shape.left + shape.right) / 2


def _y(shape: Shape) -> float:
    return (shape.top + shape.bottom) / 2


def _beside(shape: Shape, x: float, width: float) -> bool:
    """Whether a shape stands on the side of the sheet on which the edge `x` is."""
    return shape.right < 0 if x == 0.0 else shape.left > width


def _above(shape: Shape, y: float, height: float) -> bool:
    return shape.bottom < 0 if y == 0.0 else shape.top > height
