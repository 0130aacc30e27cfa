"""The poster: axis, marks, cards and panels, every measure in mm from the sheet's upper left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from typing import cast

from press.colour.scheme import scheme
from press.content.edition import Edition, Figure, PosterWords
from press.content.resolved import Entry
from press.content.values import House, say
from press.diagnostics import Diagnostic, Place, Refusal
from press.fingerprint import PRINTED, digest
from press.geometry import Box
from press.language.phrases import Phrase
from press.layout.poster import cards as drafting
from press.layout.poster.arrangement import Arrangement, PosterEvent, Room, arrange
from press.layout.poster.axis import divide_axis
from press.layout.poster.capacity import RANKS, lowest_text, too_many
from press.layout.poster.columns import Item
from press.layout.poster.composition import (
    CELLS,
    MARGIN,
    SCALE,
    YEARS,
    Paper,
    axis_height,
    foot_height,
    inner_width,
    paper,
)
from press.layout.poster.legibility import ink_mm, least_ink_mm
from press.layout.poster.mirror import mirror
from press.layout.poster.qr import code_of
from press.layout.poster.sheet import Face, FigureCell, Header, Pillar, PosterSheet, Trial
from press.layout.timescale import TimeScale

# The widths that a card may have, by its rank, in design mm at its designed type size.
WIDTHS = {
    "turning-point": (92.0, 112.0, 136.0),
    "major": (70.0, 82.0, 96.0, 114.0),
    "minor": (70.0, 82.0, 96.0, 114.0),
}
# The designed size of the smallest text on a card that is read from afar, in pt, and its face; the
# styles say the same (--text), and preflight/illegible reads both back from the file.
TEXT_PT, TEXT_FACE = 20.16, "Noto Naskh Arabic"
# Once more measured at its final size a card may differ by a line break; so often is tried again.
TRIES = 3

Measure = Callable[[tuple[Trial, ...]], dict[str, float]]
Arrange = Callable[[Sequence[PosterEvent], Room], Arrangement | None]


def lay_out_poster(
    edition: Edition, measure: Measure, arrange: Arrange = arrange
) -> PosterSheet | None:
    """The poster of `edition`, or None when the project has none.

    It prints a fingerprint of itself, so that words of the brief alone do not make another poster.
    `measure` gives the height in mm of each trial by its id. Raises `Refusal` when the events of
    the period do not fit at legible size.
    """
    words = edition.poster
    if words is None:
        return None
    sheet = paper(words.paper, words.orientation)
    scale = TimeScale(*words.period, sheet.width - MARGIN, MARGIN)
    entries = [e for e in edition.entries.values() if scale.holds(e.when)]
    entries = [e for e in entries if e.id not in words.omit]
    house = edition.masthead.house
    faces = {e.id: _face(e, words, house) for e in entries}
    headers = _headers(words, sheet.orientation)
    terms = drafting.terms(edition, scale)
    room = Room(
        sheet,
        headers=_header_heights(headers, sheet, measure),
        foot=foot_height(sheet, len(words.figures), coded=bool(edition.masthead.address)),
        axis=axis_height(len({t.y_mm for t in terms})),
        least_fit=least_fit(sheet, words),
    )

    def events(texts: str) -> list[PosterEvent]:
        """The events with texts down to a rank, measured."""
        told = replace(words, texts=texts)
        natural = _natural_heights([_face(e, told, house) for e in entries], measure)
        if wide := [_too_wide(edition, id) for id, heights in natural.items() if not heights]:
            raise Refusal(wide)
        return [
            PosterEvent(_item(e, scale), group, natural[e.id])
            for e, group in zip(entries, _groups(entries), strict=True)
        ]

    found = _arrange(events, room, faces, words, measure, arrange)
    composition, k = found.composition, sheet.scale
    cards = {card.id: card for card in drafting.cards(found, faces, k)}
    order = [e.id for e in entries]
    acting = {actor for entry in entries for actor in entry.actors}
    top = composition.axis.y_mm + SCALE + YEARS
    laid = PosterSheet(
        sheet=Box(0.0, 0.0, sheet.width_mm, sheet.height_mm),
        orientation=sheet.orientation,
        scale=round(k, 5),
        fit=found.fit,
        publication=edition.masthead,
        header=headers[found.kind],
        header_box=drafting.scaled(composition.header, k),
        foot_box=drafting.scaled(composition.foot, k),
        headings=words.headings,
        scheme=scheme(edition.masthead.palette, edition.actors.values()),
        sources_line=words.sources_line,
        edition=_stamp(edition, words),
        fingerprint="",
        axis=divide_axis(scale, entries, house, composition.axis, k),
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
        legend=tuple(a for a in edition.actors.values() if a in acting),
        code=code_of(edition.masthead.address) if edition.masthead.address else None,
        press=words.press,
        overlap_mm=words.overlap_mm,
    )
    if house.language.direction == "ltr":
        laid = mirror(laid)
    return replace(laid, fingerprint=digest(laid)[:PRINTED])


def least_fit(sheet: Paper, words: PosterWords) -> float:
    """The least share of the designed type size at which card text is legible on `sheet`."""
    distance = words.distance or sheet.read_from_m
    designed = ink_mm(TEXT_PT, TEXT_FACE) * sheet.scale
    # Rounded up, so that no rounding below takes from it.
    return -int(-least_ink_mm(words.letter, distance) / designed * 1000) / 1000 + 0.001


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


def _too_wide(edition: Edition, id: str) -> Diagnostic:
    place = edition.typed(id, "title") or Place(id)
    return Diagnostic("typeset/overflow", place, {"event": id}, case="card")


def _arrange(
    told: Callable[[str], list[PosterEvent]],
    room: Room,
    faces: dict[str, Face],
    words: PosterWords,
    measure: Measure,
    arrange: Arrange,
) -> Arrangement:
    """The arrangement, with every card measured again at its final width and type size."""
    events = told(lowest_text(words))
    for _ in range(TRIES):
        found = arrange(events, room)
        if found is None:
            raise Refusal([too_many(events, told, room, words)])
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
    raise Refusal([too_many(events, told, room, words)])


def _face(entry: Entry, words: PosterWords, house: House) -> Face:
    """What a card says; the year of a turning point is said once where nothing else is known."""
    turning = entry.rank == "turning-point"
    year = house.language.say_number(entry.when.year, grouped=False, digits=house.digits)
    text = entry.poster
    if RANKS.index(entry.rank) > RANKS.index(lowest_text(words)):
        text = replace(text, paragraphs=())
    return Face(
        entry.id,
        entry.rank,
        entry.actors,
        entry.dress,
        None if turning and entry.when.precision == "year" else entry.date,
        entry.title,
        text,
        entry.symbol,
        year if turning else None,
    )


def _groups(entries: Sequence[Entry]) -> list[str]:
    """What stands on one side of the axis together: the events of an actor; without one, each
    second."""
    free = count()
    return [e.dress if e.actors else f"{e.dress}-{next(free) % 2}" for e in entries]


def _item(entry: Entry, scale: TimeScale) -> Item:
    begin, end = scale.extent(entry.when)
    return Item(entry.id, entry.rank, begin, end)


def _stamp(edition: Edition, words: PosterWords) -> Phrase:
    """«الطبعة 1، 23 تشرين الثاني/نوفمبر 2026»."""
    masthead = edition.masthead
    house = masthead.house
    number = house.language.say_number(masthead.number, grouped=False, digits=house.digits)
    heading = words.headings.get("edition", "")
    said = f"{heading} {number.text}{house.language.comma}{masthead.date.text}"
    return house.language.phrase(said.strip())


def _figure_rows(
    words: PosterWords, house: House, sheet: Paper
) -> tuple[tuple[FigureCell, ...], ...]:
    """The figures in rows, so that all rows hold as many cells as the sheet is wide for."""
    cells, many = [_figure(f, house, sheet) for f in words.figures], CELLS[sheet.orientation]
    return tuple(tuple(cells[i : i + many]) for i in range(0, len(cells), many))


def _figure(figure: Figure, house: House, sheet: Paper) -> FigureCell:
    """A vote with its seats, a count with its bar (a design mm for each), anything else bare."""
    value = figure.value
    if value.kind == "vote":
        ayes, noes, abstained = (cast(int, n) for n in value.held)
        said = house.language.say_tally(ayes, noes, abstained, digits=house.digits)
        return FigureCell(
            said, figure.label, 0.0, {"for": ayes, "against": noes, "abstained": abstained}
        )
    length = float(cast(int, value.held[0])) if value.kind == "count" else 0.0
    return FigureCell(say(value, house), figure.label, round(length * sheet.scale, 2), {})
