"""The poster: axis, marks, cards and panels, every measure in mm from the sheet's upper left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from press import arabic
from press.arabic import Phrase
from press.arranging import Arrangement, Event, Room, arrange
from press.capacity import RANKS, too_many
from press.columns import Item
from press.composition import (
    CELLS,
    FIRST,
    MARGIN,
    READ_FROM_M,
    SCALE,
    TERM_PAD,
    TERM_PITCH,
    YEARS,
    Composition,
    Paper,
    axis_height,
    foot_height,
    inner_width,
    paper,
)
from press.diagnostics import Refusal
from press.digest import PRINTED, digest
from press.edition import Edition, Entry, Figure, PosterWords
from press.facts import House, say
from press.legibility import ink_mm, least_ink_mm
from press.placing import Leader, Placement
from press.placing import Place as Spot
from press.qr import code_of
from press.sheets import (
    Axis,
    Box,
    Card,
    Face,
    FigureCell,
    Header,
    Mark,
    Pillar,
    PosterSheet,
    TermBar,
    Trial,
    Year,
)
from press.timescale import TimeScale

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
# A term shorter than this shows the name without the post, in design mm.
POST_FITS = 170.0

Measure = Callable[[tuple[Trial, ...]], dict[str, float]]
Arrange = Callable[[Sequence[Event], Room], Arrangement | None]


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
    scale = TimeScale.of_years(*words.period, sheet.width - MARGIN, MARGIN)
    entries = [e for e in edition.entries.values() if scale.holds(e.when)]
    entries = [e for e in entries if e.id not in words.omit]
    house = edition.masthead.house
    faces = {e.id: _face(e, words, house) for e in entries}
    headers = _headers(words)
    terms = _terms(edition, scale)
    room = Room(
        sheet,
        headers=_header_heights(headers, sheet, measure),
        foot=foot_height(sheet, len(words.figures), coded=bool(edition.masthead.address)),
        axis=axis_height(len({t.y_mm for t in terms})),
        least_fit=least_fit(sheet, words),
    )

    def events(texts: str) -> list[Event]:
        """The events with texts down to a rank, measured."""
        told = replace(words, texts=texts)
        natural = _natural_heights([_face(e, told, house) for e in entries], measure)
        return [Event(_item(e, scale), e.organ.id, natural[e.id]) for e in entries]

    found = _arrange(events, room, faces, words, measure, arrange)
    composition, k = found.composition, sheet.scale
    marks = (*_marks(found.above, "above", faces, k), *_marks(found.below, "below", faces, k))
    cards = {c.id: c for c in (*_above(found, faces, k), *_below(found, faces, k))}
    order = [e.id for e in entries]
    organs = {entry.organ.id for entry in entries}
    top = composition.axis.y_mm + SCALE + YEARS
    laid = PosterSheet(
        sheet=Box(0.0, 0.0, sheet.width_mm, sheet.height_mm),
        orientation=sheet.orientation,
        scale=round(k, 5),
        fit=found.fit,
        publication=edition.masthead,
        header=headers[found.kind],
        header_box=_times(composition.header, k),
        foot_box=_times(composition.foot, k),
        headings=words.headings,
        sources_line=words.sources_line,
        edition=_stamp(edition, words),
        fingerprint="",
        axis=_axis(scale, entries, composition.axis, k),
        marks=tuple(sorted(marks, key=lambda m: order.index(m.id))),
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
        legend=tuple(o for o in edition.organs.values() if o.id in organs),
        code=code_of(edition.masthead.address) if edition.masthead.address else None,
        bleed_mm=words.bleed_mm,
        profile=words.profile,
        overlap_mm=words.overlap_mm,
    )
    return replace(laid, fingerprint=digest(laid)[:PRINTED])


def least_fit(sheet: Paper, words: PosterWords) -> float:
    """The least share of the designed type size at which card text is legible on `sheet`."""
    distance = words.distance or READ_FROM_M[sheet.name]
    designed = ink_mm(TEXT_PT, TEXT_FACE) * sheet.scale
    # Rounded up, so that no rounding below takes from it.
    return -int(-least_ink_mm(words.letter, distance) / designed * 1000) / 1000 + 0.001


def _headers(words: PosterWords) -> dict[str, Header]:
    """The title blocks that the sheet may have, the largest first."""
    pillars = tuple(Pillar(number, text) for number, text in enumerate(words.pillars, 1))
    return {
        kind: Header(
            kind, words.orientation, words.title, words.subtitle, words.introduction, pillars
        )
        for kind in ("grand", "plain")
    }


def _header_heights(headers: dict[str, Header], sheet: Paper, measure: Measure) -> dict[str, float]:
    trials = tuple(
        Trial(f"header-{kind}", header, inner_width(sheet), 1.0, 1.0)
        for kind, header in headers.items()
    )
    heights = measure(trials)
    return {kind: heights[f"header-{kind}"] for kind in headers}


def _natural_heights(faces: list[Face], measure: Measure) -> dict[str, dict[float, float]]:
    """The height of each card at each of its widths, at the designed size, in design mm."""
    trials = [
        Trial(f"{face.id}.{width:g}", face, width, 1.0, 1.0)
        for face in faces
        for width in WIDTHS[face.rank]
    ]
    heights = measure(tuple(trials)) if trials else {}
    return {
        face.id: {width: heights[f"{face.id}.{width:g}"] for width in WIDTHS[face.rank]}
        for face in faces
    }


def _arrange(
    told: Callable[[str], list[Event]],
    room: Room,
    faces: dict[str, Face],
    words: PosterWords,
    measure: Measure,
    arrange: Arrange,
) -> Arrangement:
    """The arrangement, with every card measured again at its final width and type size."""
    events = told(words.texts)
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
    year = arabic.say_number(entry.when.year, grouped=False, digits=house.digits)
    text = entry.poster
    if RANKS.index(entry.rank) > RANKS.index(words.texts):
        text = replace(text, paragraphs=())
    return Face(
        entry.id,
        entry.rank,
        entry.organ,
        None if turning and entry.when.precision == "year" else entry.date,
        entry.title,
        text,
        entry.symbol,
        year if turning else None,
    )


def _item(entry: Entry, scale: TimeScale) -> Item:
    begin, end = scale.extent(entry.when)
    return Item(entry.id, entry.rank, begin, end)


def _above(found: Arrangement, faces: dict[str, Face], k: float) -> list[Card]:
    """The cards above the axis; ducts are at the right of their columns."""
    corridor, axis = found.composition.top, found.composition.axis.y_mm
    cards = []
    for spot, line in zip(found.above.places, found.above.leaders, strict=True):
        left, top = spot.right - spot.width, corridor - spot.near - spot.height
        turn = axis - _level(line, found.above, found.composition)
        end = corridor if spot.nearest else top
        edges = (spot.right, left)
        box = Box(left, top, spot.width, spot.height)
        cards.append(
            _card(faces[spot.item.id], box, spot, _way(spot, line, axis, turn, end), edges, k)
        )
    return cards


def _below(found: Arrangement, faces: dict[str, Face], k: float) -> list[Card]:
    """The cards below the axis; ducts are at the left of their columns."""
    corridor, axis = found.composition.bottom, found.composition.axis.bottom_mm
    cards = []
    for spot, line in zip(found.below.places, found.below.leaders, strict=True):
        left, top = spot.right - spot.width, corridor + spot.near
        turn = axis + _level(line, found.below, found.composition)
        edges = (left, spot.right)
        box = Box(left, top, spot.width, spot.height)
        cards.append(
            _card(faces[spot.item.id], box, spot, _way(spot, line, axis, turn, top), edges, k)
        )
    return cards


def _level(line: Leader, placement: Placement, composition: Composition) -> float:
    """How far from the axis a line turns."""
    return FIRST + (line.level - 1) * composition.pitch(placement.levels) if line.level else 0.0


def _way(
    spot: Spot, line: Leader, axis: float, turn: float, end: float
) -> tuple[tuple[float, float], ...]:
    """The way of a line from its mark, by a turn in the corridor where it is not straight."""
    if not line.level:
        return ((line.start, axis), (line.start, end))
    return ((line.start, axis), (line.start, turn), (spot.upright, turn), (spot.upright, end))


def _card(
    face: Face,
    box: Box,
    spot: Spot,
    way: tuple[tuple[float, float], ...],
    edges: tuple[float, float],
    k: float,
) -> Card:
    """A card with its line and its rule, which begins at the line where that runs in a duct."""
    begin = edges[0] if spot.nearest else spot.upright
    rule = ((begin, box.y_mm), (edges[1], box.y_mm))
    points = (tuple((round(x * k, 2), round(y * k, 2)) for x, y in part) for part in (way, rule))
    leader, above = points
    return Card(face, _times(box, k), leader, above)


def _times(box: Box, k: float) -> Box:
    """A box in design mm as one in mm."""
    sides = (box.x_mm, box.y_mm, box.width_mm, box.height_mm)
    return Box(*(round(side * k, 3) for side in sides))


def _marks(placement: Placement, side: str, faces: dict[str, Face], k: float) -> list[Mark]:
    return [
        Mark(
            item.id,
            round(item.end * k, 3),
            round((item.begin - item.end) * k, 3),
            faces[item.id].organ.id,
            item.rank,
            side,
        )
        for item in (spot.item for spot in placement.places)
    ]


def _axis(scale: TimeScale, entries: list[Entry], box: Box, k: float) -> Axis:
    turning = {e.when.year for e in entries if e.rank == "turning-point"}
    return Axis(
        round(scale.start_mm * k, 3),
        round(scale.end_mm * k, 3),
        round(box.y_mm * k, 3),
        round(box.height_mm * k, 3),
        tuple(
            Year(y, round(end * k, 3), round((begin - end) * k, 3), y in turning)
            for y, begin, end in scale.years()
        ),
        tuple(round(x * k, 3) for x in scale.quarters()),
    )


def _terms(edition: Edition, scale: TimeScale) -> tuple[TermBar, ...]:
    """The terms that reach into the period, each on the first line where it meets no other.

    In design mm, from the foot of the years.
    """
    bars: list[TermBar] = []
    ends: list[float] = []
    told = [(t, p) for p in edition.people.values() for t in p.terms]
    for term, person in sorted(told, key=lambda pair: pair[0].since.first):
        begin = min(scale.at(term.since.first), scale.start_mm)
        end = scale.extent(term.until)[1] if term.until else scale.end_mm
        end = max(end, scale.end_mm)
        if begin <= scale.end_mm or end >= scale.start_mm:
            continue
        line = next((i for i, last in enumerate(ends) if last >= begin - 0.01), len(ends))
        ends[line : line + 1] = [end]
        post = term.post if begin - end > POST_FITS else ""
        y = TERM_PAD / 2 + line * TERM_PITCH
        bars.append(TermBar(person.name, post, end, y, begin - end, term.until is None))
    return tuple(bars)


def _stamp(edition: Edition, words: PosterWords) -> Phrase:
    """«الطبعة 1، 23 تشرين الثاني/نوفمبر 2026»."""
    masthead = edition.masthead
    number = arabic.say_number(masthead.number, grouped=False, digits=masthead.house.digits)
    heading = words.headings.get("edition", "")
    return Phrase(f"{heading} {number.text}، {masthead.date.text}".strip(), "rtl")


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
        said = arabic.say_tally(ayes, noes, abstained, digits=house.digits)
        seats = ("for",) * ayes + ("against",) * noes + ("abstained",) * abstained
        return FigureCell(said, figure.label, 0.0, seats)
    length = float(cast(int, value.held[0])) if value.kind == "count" else 0.0
    return FigureCell(say(value, house), figure.label, round(length * sheet.scale, 2), ())
