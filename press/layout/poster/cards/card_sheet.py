"""Compose a poster of cards on both sides of its axis, in mm from the sheet's upper left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

from press.content.edition import Edition, PosterWords
from press.content.resolved import Entry
from press.content.values import House
from press.diagnostics import Refusal
from press.geometry import Box
from press.layout.poster.axis import divide_axis, divisions
from press.layout.poster.blocks import Face, FigureCell, Header, Measure, Pillar, Trial
from press.layout.poster.cards import cards as drafting
from press.layout.poster.cards.arrangement import (
    GRAND_WORTH,
    Arrangement,
    PosterEvent,
    Room,
    arrange,
)
from press.layout.poster.cards.capacity import too_many
from press.layout.poster.cards.item import Item
from press.layout.poster.cards.own_period import kept
from press.layout.poster.composition import (
    CELLS,
    SCALE,
    YEARS,
    Paper,
    axis_height,
    foot_height,
    inner_width,
    scaled,
)
from press.layout.poster.event_texts import (
    face_of,
    figure_cell,
    least_fit,
    text_face,
    too_wide,
    tried_pictures,
)
from press.layout.poster.ranks import RANKS
from press.layout.poster.sheet import Axis, Composed
from press.layout.poster.terms import terms as terms_of
from press.layout.timescale import TimeScale

# The widths that a card may have, by its rank, in design mm at its designed type size.
WIDTHS = {
    "turning-point": (82.0, 92.0, 112.0, 136.0),
    "major": (70.0, 82.0, 92.0, 112.0),
    "minor": (70.0, 82.0, 92.0, 112.0),
}
# Once more measured at its final size a card may differ by a line break; so often is tried again.
TRIES = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands: the lowest rank that carries texts, over which axis, what is said, and where."""

    texts: str
    axis: Axis
    faces: dict[str, Face]
    found: Arrangement


Arrange = Callable[[Sequence[PosterEvent], Room], Arrangement | None]


def compose_cards(
    edition: Edition,
    words: PosterWords,
    sheet: Paper,
    entries: Sequence[Entry],
    measure: Measure,
    arrange: Arrange = arrange,
) -> Composed:
    """Cards on both sides of the axis; `entries` are in time order.

    `measure` gives the height in mm of each trial by its id. Raises `Refusal` when the events do
    not fit at legible size.
    """
    scale = TimeScale(*words.period, sheet.width - sheet.margin, sheet.margin)
    house = edition.masthead.house
    headers = _headers(words, sheet.orientation)
    terms = terms_of(edition, scale)
    room = Room(
        sheet,
        headers=_header_heights(headers, sheet, measure),
        foot=foot_height(sheet, len(words.figures), coded=bool(edition.masthead.address)),
        axis=axis_height(len({t.y_mm for t in terms})),
        least_fit=least_fit(sheet, words, text_face(house)),
        sides={a.id: a.side == "above" for a in edition.actors.values() if a.side},
    )

    divided = list(divisions(scale, house))
    line = Box(0.0, 0.0, 0.0, 0.0)
    axes = [divide_axis(scale, entries, house, line, 1.0, d) for d in divided]

    def events(asked: PosterWords, texts: str) -> list[PosterEvent]:
        """The events with texts down to a rank, measured, held to the longest periods."""
        told = replace(asked, texts=texts)
        natural = _natural_heights([face_of(e, told, house) for e in entries], measure)
        if wide := [too_wide(edition, id) for id, heights in natural.items() if not heights]:
            raise Refusal(wide)
        return [
            PosterEvent(_item(e, scale, axes[-1]), group, natural[e.id])
            for e, group in zip(entries, _groups(entries), strict=True)
        ]

    def arranged(
        asked: PosterWords, told: Sequence[str], axes: Sequence[Axis]
    ) -> _Told | list[PosterEvent]:
        """The shortest periods over which all stand, with as many texts as then have room.

        Where all stand over none, the events with the fewest texts.
        """
        short = {texts: replace(asked, texts=texts) for texts in told}
        faces = {t: {e.id: face_of(e, say, house) for e in entries} for t, say in short.items()}
        measured = {texts: events(asked, texts) for texts in told}
        for axis in axes:
            for texts in told:
                held = [
                    replace(m, item=kept(m.item, e.when, axis))
                    for m, e in zip(measured[texts], entries, strict=True)
                ]
                found = _arrange(held, room, faces[texts], measure, arrange)
                if isinstance(found, Arrangement):
                    return _Told(texts, axis, faces[texts], found)
        return measured[told[-1]]

    every = RANKS[::-1] if words.texts == "auto" else (words.texts,)
    plain = arranged(words, every, axes)
    if not isinstance(plain, _Told):
        raise Refusal([too_many(plain, partial(events, words), room, words)])
    said = plain
    for rank in tried_pictures(entries, words):
        more = arranged(replace(words, pictures=rank), (plain.texts,), (plain.axis,))
        if isinstance(more, _Told) and more.found.fit >= plain.found.fit * GRAND_WORTH:
            said = more
            break
    faces, found = said.faces, said.found
    composition, k = found.composition, sheet.scale
    cards = {card.id: card for card in drafting.cards(found, faces, k)}
    order = [e.id for e in entries]
    top = composition.axis.y_mm + SCALE + YEARS
    return Composed(
        "cards",
        fit=found.fit,
        header=headers[found.kind],
        header_box=scaled(composition.header, k),
        foot_box=scaled(composition.foot, k),
        axis=divide_axis(
            scale, entries, house, composition.axis, k, divided[axes.index(said.axis)]
        ),
        marks=tuple(sorted(drafting.marks(found, faces, k), key=lambda m: order.index(m.id))),
        cards=tuple(cards[id] for id in order),
        terms=tuple(
            replace(
                t,
                x_mm=round(t.x_mm * k, 2),
                y_mm=round((top + t.y_mm) * k, 2),
                width_mm=round(t.width_mm * k, 2),
            )
            for t in terms
        ),
        figures=_figure_rows(words, house, sheet),
    )


def _headers(words: PosterWords, orientation: str) -> dict[str, Header]:
    """The title blocks that the sheet may have, the largest first."""
    pillars = tuple(Pillar(number, text) for number, text in enumerate(words.pillars, 1))
    return {
        kind: Header(kind, orientation, words.title, words.subtitle, words.introduction, pillars)
        for kind in ("grand", "plain")
    }


def _header_heights(headers: dict[str, Header], sheet: Paper, measure: Measure) -> dict[str, float]:
    """The height of each title block in design mm, measured as it will stand on `sheet`."""
    k = sheet.scale
    trials = tuple(
        Trial(f"header-{kind}", header, inner_width(sheet) * k, round(k, 5), 1.0)
        for kind, header in headers.items()
    )
    heights = measure(trials)
    return {kind: heights[f"header-{kind}"] / k for kind in headers}


def _natural_heights(faces: list[Face], measure: Measure) -> dict[str, dict[float, float]]:
    """The height of each card at each of its widths, at the designed size, in design mm.

    A width that some date, symbol or word does not fit into is none of a card's; a card without
    any stands in no column.
    """
    trials = [
        Trial(f"{face.id}.{width:g}", face, width, 1.0, 1.0)
        for face in faces
        for width in WIDTHS[face.rank]
    ]
    heights = measure(tuple(trials)) if trials else {}
    return {
        face.id: {
            width: height
            for width in WIDTHS[face.rank]
            if (height := heights[f"{face.id}.{width:g}"]) < float("inf")
        }
        for face in faces
    }


def _arrange(
    events: list[PosterEvent],
    room: Room,
    faces: dict[str, Face],
    measure: Measure,
    arrange: Arrange,
) -> Arrangement | list[PosterEvent]:
    """The arrangement, with every card measured again at its final width and type size.

    Where there is no room, the events as high as they were found.
    """
    for _ in range(TRIES):
        found = arrange(events, room)
        if found is None:
            return events
        k, fit = room.sheet.scale, found.fit
        spots = {s.item.id: s for p in (found.above, found.below) for s in p.places}
        true = measure(
            tuple(
                Trial(id, faces[id], round(spot.width * k, 3), k, fit) for id, spot in spots.items()
            )
        )
        higher = {id: h for id, h in true.items() if h > spots[id].height * k + 0.05}
        if not higher:
            return found
        events = [
            replace(
                e,
                heights={
                    w: max(h, higher[e.item.id] / k / fit)
                    if round(w * fit, 3) == spots[e.item.id].width
                    else h
                    for w, h in e.heights.items()
                },
            )
            if e.item.id in higher
            else e
            for e in events
        ]
    return events


def _groups(entries: Sequence[Entry]) -> list[str]:
    """What stands on one side of the axis together: the events of an actor; without one, each
    second."""
    free = count()
    return [e.dress if e.actors else f"{e.dress}-{next(free) % 2}" for e in entries]


def _item(entry: Entry, scale: TimeScale, axis: Axis) -> Item:
    begin, end = scale.extent(entry.when)
    return kept(Item(entry.id, entry.rank, begin, end), entry.when, axis)


def _figure_rows(
    words: PosterWords, house: House, sheet: Paper
) -> tuple[tuple[FigureCell, ...], ...]:
    """The figures in rows, so that all rows hold as many cells as the sheet is wide for."""
    cells, many = (
        [figure_cell(f.value, f.label, house, sheet) for f in words.figures],
        CELLS[sheet.orientation],
    )
    return tuple(tuple(cells[i : i + many]) for i in range(0, len(cells), many))
