"""Settle what a press prints in black: small text in black alone, large solids in all four inks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tinycss2.color5 import parse_color
from weasyprint.formatting_structure import boxes

from press.colour.inks import Press, Shares, as_css, in_black, rich_black
from press.colour.tokens import CMYK
from press.geometry import MM_PER_PX, PT_PER_PX

# Text keeps its colour from these sizes on; below, an ink out of register would blur it.
BOLD_PT, REGULAR_PT = 17.0, 24.0
# The weight from which type is bold (CSS Fonts 4).
BOLD = 600
# A solid of black that is as large both ways shows every pinhole of one plate.
SOLID_MM = 10.0


def settle_blacks(document: Any, press: Press) -> None:
    """Change the colours of a WeasyPrint document that is laid out and not painted yet.

    Text under 17 pt bold or 24 pt regular is printed from the black plate alone, as light as it
    was. A ground of black alone that is larger than 10 mm both ways is deepened by other inks.
    """
    styles: dict[int, tuple[Any, Any]] = {}
    for page in document.pages:
        for box in _boxes(page._page_box):
            if isinstance(box, boxes.TextBox) and _is_small(box.style):
                # The old style is kept beside the new one, so that its id stays its own.
                if id(box.style) not in styles:
                    styles[id(box.style)] = box.style, _blackened(box.style, press)
                box.style = styles[id(box.style)][1]
            for name in ("background", "canvas_background"):
                ground = getattr(box, name, None)
                if ground and _is_black(ground.color) and _is_large(ground.layers):
                    setattr(box, name, _deepened(ground, press))


def _boxes(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _is_small(style: Any) -> bool:
    least = BOLD_PT if style["font_weight"] >= BOLD else REGULAR_PT
    return bool(style["font_size"] * PT_PER_PX < least - 0.01)


def _blackened(style: Any, press: Press) -> Any:
    colour = style["color"]
    if getattr(colour, "space", "") != CMYK:
        return style
    new = style.copy()
    new["color"] = _css(in_black(_shares(colour), press), colour.alpha)
    return new


def _shares(colour: Any) -> Shares:
    cyan, magenta, yellow, black = (float(share) for share in colour.coordinates)
    return cyan, magenta, yellow, black


@lru_cache(1024)  # of the few colours of a publication each is asked for by every style
def _css(inks: Shares, alpha: float) -> Any:
    return parse_color(as_css(inks, alpha))


def _is_black(colour: Any) -> bool:
    return getattr(colour, "space", "") == CMYK and _shares(colour) == (0.0, 0.0, 0.0, 1.0)


def _is_large(layers: Any) -> bool:
    _, _, width, height = layers[-1].painting_area if layers else (0, 0, 0, 0)
    return bool(min(width, height) * MM_PER_PX > SOLID_MM)


def _deepened(ground: Any, press: Press) -> Any:
    return ground._replace(color=_css(rich_black(press), ground.color.alpha))
