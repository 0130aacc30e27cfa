"""Judge the plates of a finished press file: what is painted in which inks, and over what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf

from press.geometry import Box
from press.pdf.content_streams import contents
from press.pdf.objects import held, space_name
from press.pdf.painting import PaintColour, Painted, read_painting
from press.preflight.document import Opened
from press.preflight.finding import Finding

# Text in so much black prints over; a lighter tint of it stands on a dark ground.
DARK = 0.5
# What its own operators mean, and the marks that stand on every plate.
IN_INKS = ("DeviceCMYK", "Pattern", "Shading", "Separation All")


@dataclass(frozen=True)
class Pressed:
    """A finished press file, everything that it paints, and the most ink its paper takes.

    The limit is in shares; 3 is 300 %.
    """

    pdf: pikepdf.Pdf
    painted: tuple[Painted, ...]
    ink_limit: float

    @cached_property
    def by_page(self) -> dict[int, list[tuple[int, Painted]]]:
        """What each page paints, with its place in the order of painting."""
        found: dict[int, list[tuple[int, Painted]]] = defaultdict(list)
        for order, one in enumerate(self.painted):
            found[one.page].append((order, one))
        return found

    @cached_property
    def grounds(self) -> dict[int, list[tuple[int, Painted]]]:
        """The fills of each page in inks, with their place in the order of painting."""
        return {
            page: [
                (order, one)
                for order, one in held
                if one.kind == "fill" and one.colour.space == "DeviceCMYK"
            ]
            for page, held in self.by_page.items()
        }


def read_pressed(opened: Opened) -> Pressed:
    """The press file with what its pages paint."""
    return Pressed(opened.pdf, read_painting(opened.pdf), opened.press.ink_limit)


def press_colours(pressed: Pressed) -> Iterator[Finding]:
    """Everything is painted in the four inks; images may be greys, for the black plate."""
    pages: set[int] = set()
    for one in pressed.painted:
        grey = one.kind == "image" and one.colour.space == "DeviceGray"
        if one.colour.space not in IN_INKS and not grey and one.page not in pages:
            pages.add(one.page)
            yield Finding(one.page, {"colour": _said(one.colour)}, at=one.box)
    for number, page in enumerate(pressed.pdf.pages, start=1):
        if number not in pages:
            strange = {space for content, held in contents(page) for space in _at_hand(held)}
            strange |= {space for content, _ in contents(page) for space in _set(content)}
            for space in sorted(strange):
                yield Finding(number, {"colour": space})


def _said(colour: PaintColour) -> str:
    """A colour as a person knows it."""
    if colour.space == "DeviceRGB" and len(colour.values) == 3:
        return "RGB, #" + "".join(f"{round(255 * level):02x}" for level in colour.values)
    return {"DeviceRGB": "RGB", "DeviceGray": "grey"}.get(colour.space, colour.space)


def _set(content: Any) -> Iterator[str]:
    """The colours that a content stream sets, painted or not, that are not in inks."""
    for instruction in pikepdf.parse_content_stream(content, "g G rg RG"):
        yield "grey" if str(instruction.operator) in "gG" else "RGB"


def _at_hand(resources: Any) -> Iterator[str]:
    """The colour spaces other than CMYK in the resources of a content stream."""
    for space in (held(resources, "/ColorSpace") or {}).values():
        if space_name(space) not in ("DeviceCMYK", "Pattern", "Separation All"):
            yield space_name(space)
    for shading in _shadings(resources):
        if space_name(shading.get("/ColorSpace")) != "DeviceCMYK":
            yield space_name(shading.get("/ColorSpace"))
    if any(len(ends) != 4 for ends in ends_of(resources)):
        yield "a gradient of another number of colours"
    for drawn in (held(resources, "/XObject") or {}).values():
        name = space_name(drawn.get("/ColorSpace"))
        image = drawn.get("/Subtype") == "/Image" and not drawn.get("/ImageMask", False)
        if image and name not in ("DeviceGray", "DeviceCMYK"):
            yield name
        group = held(drawn, "/Group", "/CS")
        if group is not None and space_name(group) != "DeviceCMYK":
            yield space_name(group)


def _shadings(resources: Any) -> list[Any]:
    patterns = (held(resources, "/Pattern") or {}).values()
    shaded = [pattern.Shading for pattern in patterns if "/Shading" in pattern]
    return [*(held(resources, "/Shading") or {}).values(), *shaded]


def press_blending(pressed: Pressed) -> Iterator[Finding]:
    """Nothing mixes its inks with others: then no place has more ink than a colour has.

    Plain opacity lies between the two colours, ink by ink (ISO 32000-1, 11.3.3); for what prints
    over others see `press_overprint` and `press_ink`.
    """
    for number, page in enumerate(pressed.pdf.pages, start=1):
        states: dict[tuple[int, int], Any] = {}
        for _, resources in contents(page):
            for name, state in (held(resources, "/ExtGState") or {}).items():
                states.setdefault(state.objgen if state.objgen[0] else (0, hash(name)), state)
        for state in states.values():
            mode, mask = state.get("/BM", "/Normal"), state.get("/SMask", "/None")
            if mode not in ("/Normal", "/Compatible") or mask != "/None":
                yield Finding(number)


def press_overprint(pressed: Pressed) -> Iterator[Finding]:
    """Text in black, or a dark tint of it, prints over what is beneath; nothing else does.

    Where the one knocked out, or the other did not, paper would show, or colours would mix.
    """
    told: set[tuple[int, str]] = set()
    for one in pressed.painted:
        black = one.kind == "text" and is_black_alone(one.colour) and one.colour.values[3] >= DARK
        if black and not (one.over and one.over_mode == 1):
            case = "knocks-out"
        elif one.over and not black:
            case = "prints-over"
        else:
            continue
        if (one.page, case) not in told:
            told.add((one.page, case))
            yield Finding(one.page, {}, case, one.box)


def is_black_alone(colour: PaintColour) -> bool:
    """Whether a colour is black or a tint of it, from the black plate alone."""
    if colour.space != "DeviceCMYK" or len(colour.values) != 4:
        return False
    cyan, magenta, yellow, black = colour.values
    return not (cyan or magenta or yellow) and black > 0


def ends_of(resources: Any) -> Iterator[pikepdf.Array]:
    """The colours at the ends of each part of the gradients."""
    waiting = [held(shading, "/Function") for shading in _shadings(resources)]
    while waiting:
        if (function := waiting.pop()) is None:
            continue
        waiting += list(function.get("/Functions", ()))
        yield from (function[key] for key in ("/C0", "/C1") if key in function)


def under(grounds: list[tuple[int, Painted]], order: int, box: Box) -> Painted | None:
    """The last ground that was painted before `order` where a letter stands that has `box`."""
    x, y = box.x_mm, (box.y_mm + box.bottom_mm) / 2
    for painted, ground in reversed(grounds):
        at = ground.box
        if painted < order and at.x_mm <= x <= at.right_mm and at.y_mm <= y <= at.bottom_mm:
            return ground
    return None
