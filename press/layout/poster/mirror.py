"""Mirror a poster that was laid out from right to left, for a language that runs the other way."""

from __future__ import annotations

from dataclasses import replace

from press.geometry import Box
from press.layout.poster.sheet import Axis, Card, PosterSheet


def mirror(laid: PosterSheet) -> PosterSheet:
    """The same sheet with left and right changed: every x, in mm, and no text."""
    width = laid.sheet.width_mm

    def box(one: Box) -> Box:
        return replace(one, x_mm=round(width - one.right_mm, 3))

    def way(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
        return tuple((round(width - x, 3), y) for x, y in points)

    def card(one: Card) -> Card:
        return replace(one, box=box(one.box), leader=way(one.leader), rule=way(one.rule))

    def axis(one: Axis) -> Axis:
        return replace(
            one,
            x_start_mm=round(width - one.x_start_mm, 3),
            x_end_mm=round(width - one.x_end_mm, 3),
            parts=tuple(
                replace(part, x_mm=round(width - part.x_mm - part.width_mm, 3))
                for part in one.parts
            ),
            ticks=tuple(round(width - x, 3) for x in one.ticks),
            breaks=tuple(round(width - x, 3) for x in one.breaks),
        )

    return replace(
        laid,
        header_box=box(laid.header_box),
        foot_box=box(laid.foot_box),
        axis=axis(laid.axis),
        marks=tuple(
            replace(mark, x_mm=round(width - mark.x_mm - mark.width_mm, 3)) for mark in laid.marks
        ),
        cards=tuple(card(one) for one in laid.cards),
        panels=tuple(replace(one, box=box(one.box)) for one in laid.panels),
        eras=tuple(
            replace(era, x_mm=round(width - era.x_mm - era.width_mm, 3)) for era in laid.eras
        ),
        terms=tuple(
            replace(term, x_mm=round(width - term.x_mm - term.width_mm, 3)) for term in laid.terms
        ),
    )
