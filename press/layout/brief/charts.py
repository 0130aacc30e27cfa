"""Charts and tables: number their points, scale their bars, join their cells, mark their notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from press.content.prose import NoteMark, Piece, Prose
from press.content.resolved import Actor, Entry, Exhibited, Shown
from press.language.amounts import Amount
from press.layout.brief.exhibits import Cell, Drawn, Exhibit, Lane, Point
from press.layout.brief.notes import Notes
from press.layout.brief.side import mark_of, seats_of
from press.layout.timescale import TimeScale

# A mark on a lane is never narrower than the eye can see, in mm.
NARROWEST_MM = 1.6
# The kinds of values that a bar is drawn for.
BARRED = ("count", "number", "amount")


def show_exhibit(exhibit: Exhibited, notes: Notes, bar_mm: float) -> Exhibit:
    """An exhibit as it stands on a page, its bars no longer than `bar_mm`."""
    return Exhibit(
        id=exhibit.id,
        title=notes.mark(exhibit.title, None),
        text=notes.mark(exhibit.text, None),
        points=tuple(
            Point(number, notes.mark(head, None), notes.mark(text, None))
            for number, (head, text) in enumerate(exhibit.points, start=1)
        ),
        drawn=draw(exhibit.drawn, bar_mm),
        aloud=" ".join(exhibit.aloud.plain().split()),
        columns=tuple(notes.mark(column, None) for column in exhibit.columns),
        rows=tuple(tuple(_cells(row, notes)) for row in exhibit.rows),
        exceptional=exhibit.exceptional,
    )


def draw(shown: tuple[Shown, ...], bar_mm: float) -> tuple[Drawn, ...]:
    """Values large or drawn: votes as seats, figures of one unit as bars of one scale.

    Of several units those are drawn that have none. There are no note marks in a chart, its table
    carries them.
    """
    amounts = [a for one in shown if (a := _drawn_amount(one)) is not None]
    units = {amount.unit for amount in amounts}
    unit = next(iter(units)) if len(units) == 1 else ""
    longest = max((a.number for a in amounts if a.unit == unit), default=Decimal())
    drawn = []
    for one in shown:
        bar = 0.0
        amount = _drawn_amount(one)
        if amount is not None and amount.unit == unit and longest > 0:
            bar = round(float(max(amount.number, Decimal()) / longest) * bar_mm, 2)
        seats = seats_of(one.value) if one.value.kind == "vote" else ()
        drawn.append(Drawn(one.said, one.label, bar, seats))
    return tuple(drawn)


def _drawn_amount(one: Shown) -> Amount | None:
    """The figure that a bar is drawn for, if it is one."""
    amount = one.value.amount if one.value.kind in BARRED else None
    return amount if isinstance(amount, Amount) else None


def draw_lanes(actors: Iterable[Actor], told: Iterable[Entry], scale: TimeScale) -> Iterator[Lane]:
    """Who acted when: a lane for each of `actors` that acted within `scale`."""
    entries = [entry for entry in told if scale.holds(entry.when)]
    for actor in actors:
        acted = [entry for entry in entries if actor in entry.actors]
        if acted:
            marks = tuple(mark_of(entry, scale, NARROWEST_MM) for entry in acted)
            yield Lane(actor, marks, tuple(entry.date for entry in acted))


def _cells(row: tuple[Prose | None, ...], notes: Notes) -> Iterator[Cell]:
    """The cells of a row; what is noted in any of them is marked on the first, which names it.

    A mark after a figure of a table would part it from the figures above and below.
    """
    texts: list[tuple[Prose, int]] = []
    marks: list[Piece] = []
    for text in row:
        if text is None:
            texts[-1] = (texts[-1][0], texts[-1][1] + 1)
            continue
        marked = notes.mark(text, None)
        marks += [p for paragraph in marked.paragraphs for p in paragraph if type(p) is NoteMark]
        texts.append((text, 1))
    if marks and texts[0][0].paragraphs:
        *before, last = texts[0][0].paragraphs
        texts[0] = Prose((*before, (*last, *marks))), texts[0][1]
    yield from (Cell(text, columns) for text, columns in texts)
