"""Mirror a poster that was laid out from right to left, for a language that runs the other way."""

from __future__ import annotations

from dataclasses import replace

from press.geometry import Box
from press.layout.poster.sheet import Axis, Card, EraBand, Mark, PosterSheet, Way


def mirror(laid: PosterSheet) -> PosterSheet:
    """The same sheet with left and right changed: every x, in mm, and no text.

    What runs down the sheet runs down it as before, at its other side.
    """
    width = laid.sheet.width_mm
    down = laid.axis.down

    def box(one: Box) -> Box:
        return replace(one, x_mm=round(width - one.right_mm, 3))

    def way(points: Way) -> Way:
        return tuple((round(width - x, 3), y) for x, y in points)

    def card(one: Card) -> Card:
        return replace(one, box=box(one.box), leader=way(one.leader), rule=way(one.rule))

    beside = round(width - laid.axis.y_mm - laid.axis.height_mm, 3)
    return replace(
        laid,
        header_box=box(laid.header_box),
        foot_box=box(laid.foot_box),
        axis=replace(laid.axis, y_mm=beside) if down else turned(laid.axis, width),
        marks=laid.marks if down else turned_marks(laid.marks, width),
        cards=tuple(card(one) for one in laid.cards),
        panels=tuple(replace(one, box=box(one.box)) for one in laid.panels),
        eras=laid.eras if down else turned_eras(laid.eras, width),
        leaders=tuple(map(way, laid.leaders)),
        terms=tuple(
            replace(term, x_mm=round(width - term.x_mm - term.width_mm, 3)) for term in laid.terms
        ),
    )


def turned(axis: Axis, length: float) -> Axis:
    """An axis the other way round on a sheet of this `length` along it, in mm."""
    return replace(
        axis,
        x_start_mm=round(length - axis.x_start_mm, 3),
        x_end_mm=round(length - axis.x_end_mm, 3),
        parts=tuple(
            replace(part, x_mm=round(length - part.x_mm - part.width_mm, 3)) for part in axis.parts
        ),
        ticks=tuple(round(length - x, 3) for x in axis.ticks),
        breaks=tuple(round(length - x, 3) for x in axis.breaks),
    )


def turned_marks(marks: tuple[Mark, ...], length: float) -> tuple[Mark, ...]:
    """Its marks."""
    return tuple(replace(mark, x_mm=round(length - mark.x_mm - mark.width_mm, 3)) for mark in marks)


def turned_eras(eras: tuple[EraBand, ...], length: float) -> tuple[EraBand, ...]:
    """Its eras."""
    return tuple(replace(era, x_mm=round(length - era.x_mm - era.width_mm, 3)) for era in eras)
