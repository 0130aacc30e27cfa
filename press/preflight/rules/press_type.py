"""Judge whether type and solids of a finished press file bear plates that slip or have pinholes."""

from __future__ import annotations

from collections.abc import Iterator

from press.pdf.painting import PaintColour, Painted
from press.preflight.finding import Finding, Said
from press.preflight.rules.separations import Pressed, is_black_alone, under

# Text keeps its colour from these sizes on, in pt; smaller text of several inks would blur.
BOLD_PT, REGULAR_PT = 17.0, 24.0
# Smaller text that is left white in all four inks closes up, in pt.
REVERSED_PT = 14.0
# A solid of black that is as large both ways, in mm, shows every pinhole of one plate.
SOLID_MM = 10.0
# What is smaller is a rounding, in pt.
_ROUNDING = 0.05


def press_small_type(pressed: Pressed) -> Iterator[Finding]:
    """Text under 17 pt bold or 24 pt regular is printed from the black plate alone, or is white."""
    for one in _first_of_each_page(
        one
        for one in pressed.painted
        if one.kind == "text"
        and one.size_pt < (BOLD_PT if one.bold else REGULAR_PT) - _ROUNDING
        and not is_black_alone(one.colour)
        and any(one.colour.values)
    ):
        values: dict[str, Said] = {
            "size": one.size_pt,
            "colour": _said(one.colour),
            "bold": BOLD_PT,
            "regular": REGULAR_PT,
        }
        yield Finding(one.page, values, at=one.box)


def press_reversed_type(pressed: Pressed) -> Iterator[Finding]:
    """Nothing under 14 pt is left white in a ground of four inks."""

    def closes_up(order: int, one: Painted) -> bool:
        if one.kind != "text" or one.size_pt >= REVERSED_PT - _ROUNDING or any(one.colour.values):
            return False
        ground = under(pressed.grounds[one.page], order, one.box)
        return ground is not None and all(ground.colour.values)

    small = (one for order, one in enumerate(pressed.painted) if closes_up(order, one))
    for one in _first_of_each_page(small):
        yield Finding(one.page, {"size": one.size_pt, "least": REVERSED_PT}, at=one.box)


def press_solids(pressed: Pressed) -> Iterator[Finding]:
    """A solid of black over 10 mm both ways is deepened by the other inks."""
    for one in _first_of_each_page(
        one
        for one in pressed.painted
        if one.kind == "fill"
        and one.colour == PaintColour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0))
        and one.solid_mm > SOLID_MM
    ):
        yield Finding(
            one.page, {"width": one.box.width_mm, "height": one.box.height_mm}, at=one.box
        )


def _first_of_each_page(found: Iterator[Painted]) -> Iterator[Painted]:
    pages: set[int] = set()
    for one in found:
        if one.page not in pages:
            pages.add(one.page)
            yield one


def _said(colour: PaintColour) -> str:
    shares = " ".join(f"{100 * share:g}" for share in colour.values)
    return f"cmyk({shares})"
