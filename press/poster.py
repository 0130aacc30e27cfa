"""The poster: axis, marks, cards and panels, every measure in mm from the sheet's upper left."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from press import arabic
from press.arabic import Phrase
from press.diagnostics import Diagnostic, Place, Refusal
from press.edition import Edition, Entry, Figure, PosterWords
from press.facts import House, say
from press.placing import Field, Item, Leader, lead, place, row_height, row_top
from press.placing import Place as Spot
from press.sheets import (
    Axis,
    Box,
    Card,
    Face,
    FigureCell,
    Mark,
    Pillar,
    PosterSheet,
    TermBar,
    Trial,
    Year,
)
from press.timescale import TimeScale

# The composition, on A1 across (ISO 216), in mm. docs/poster.md says why it is this one.
SHEET = Box(0.0, 0.0, 841.0, 594.0)
SAFE = Box(20.5, 17.0, 800.0, 560.0)
FIELD = Field(left=20.5, right=820.5, top=20.5, foot=433.5, sky_left=470.0, sky_foot=181.5)
AXIS_Y, SCALE_HEIGHT, BAND_HEIGHT = 470.0, 6.0, 27.0
TERM_GAP, TERM_PITCH = 1.6, 6.8
# Leader lines: from the axis to the first level, from the last level to the cards, between levels.
FIRST, LAST, LEVEL, LEAST_LEVEL = 3.5, 3.0, 2.4, 1.4
# A card begins as narrow as its rank allows and is widened until it is no higher than a row.
LEAST_WIDTH = {"turning-point": 88.0, "major": 72.0, "minor": 68.0}
WIDTH_STEP, MOST_WIDTH = 4.0, 132.0
ROWS = (4, 5, 6, 7, 8)
DESIGNED_ROWS = 5
# Type shrinks with the rows, but never below this share of its designed size: at 0.8 a medial
# letter of card text is 2.1 mm high, 0.14 % of 1.5 m.
LEAST_FIT = 0.8
# A card may not stand further from its mark than this: a line that long is not followed.
FARTHEST = 150.0
# A term shorter than this shows the name without the post.
POST_FITS = 150.0


Measure = Callable[[tuple[Trial, ...]], dict[str, float]]


def lay_out_poster(edition: Edition, fingerprint: str, measure: Measure) -> PosterSheet | None:
    """The poster of `edition`, or None when the project has none.

    `measure` gives the height in mm of each trial by its id. Raises `Refusal` when the events of
    the period do not fit at legible size.
    """
    words = edition.poster
    if words is None:
        return None
    scale = TimeScale.of_years(*words.period, FIELD.right, FIELD.left)
    entries = [e for e in edition.entries.values() if scale.holds(e.when)]
    entries = [e for e in entries if e.id not in words.omit]
    fit, cards = _arrange(entries, scale, words, measure)
    marks = tuple(_mark(entry, scale) for entry in entries)
    organs = {entry.organ.id for entry in entries}
    return PosterSheet(
        sheet=SHEET,
        safe=SAFE,
        fit=fit,
        publication=edition.masthead,
        title=words.title,
        subtitle=words.subtitle,
        introduction=words.introduction,
        headings=words.headings,
        sources_line=words.sources_line,
        edition=_stamp(edition, words),
        fingerprint=fingerprint,
        axis=_axis(scale, entries),
        marks=marks,
        cards=cards,
        terms=_terms(edition, scale),
        figures=tuple(_figure(figure, edition.masthead.house) for figure in words.figures),
        pillars=tuple(Pillar(number, text) for number, text in enumerate(words.pillars, 1)),
        legend=tuple(o for o in edition.organs.values() if o.id in organs),
    )


def _stamp(edition: Edition, words: PosterWords) -> Phrase:
    """«الطبعة 1، 23 تشرين الثاني/نوفمبر 2026»."""
    masthead = edition.masthead
    number = arabic.say_number(masthead.number, grouped=False, digits=masthead.house.digits)
    heading = words.headings.get("edition", "")
    return Phrase(f"{heading} {number.text}، {masthead.date.text}".strip(), "rtl")


def _arrange(
    entries: list[Entry], scale: TimeScale, words: PosterWords, measure: Measure
) -> tuple[float, tuple[Card, ...]]:
    """The cards in the fewest rows that hold them, and the type size that these rows ask for."""
    faces = [_face(entry) for entry in entries]
    items = [_item(entry, scale) for entry in entries]
    for rows in ROWS:
        fit = round(row_height(FIELD, rows) / row_height(FIELD, DESIGNED_ROWS), 3)
        if fit < LEAST_FIT:
            break
        fitted = _widen(faces, row_height(FIELD, rows), fit, measure)
        if fitted is None:
            continue
        widths, heights = fitted
        spots = place(items, widths, rows, FIELD)
        if spots is None:
            continue
        lines = lead(spots)
        levels = max((line.level for line in lines), default=0)
        pitch = min(LEVEL, (AXIS_Y - FIELD.foot - FIRST - LAST) / max(levels, 1))
        far = max((s.item.off(s.upright) for s in spots), default=0.0)
        if far <= FARTHEST and pitch >= LEAST_LEVEL:
            return fit, tuple(
                _card(face, spot, line, rows, pitch, heights[face.id])
                for face, spot, line in zip(faces, spots, lines, strict=True)
            )
    raise Refusal([_too_many(entries, words)])


def _too_many(entries: list[Entry], words: PosterWords) -> Diagnostic:
    """Says how many events there are, and how many each rank threshold would leave."""
    majors = sum(e.rank != "minor" for e in entries)
    turns = sum(e.rank == "turning-point" for e in entries)
    return Diagnostic(
        "layout/too-many-cards",
        Place(words.place.path),
        f"{len(entries)} events do not fit on {words.paper} at a legible size",
        f"name some under `omit`; {majors} are major or turning points, {turns} turning points; "
        "shorter `poster` texts help too",
    )


def _widen(
    faces: list[Face], height: float, fit: float, measure: Measure
) -> tuple[dict[str, float], dict[str, float]] | None:
    """The least width at which each card is no higher than a row, and its height there."""
    widths = {face.id: LEAST_WIDTH[face.rank] * fit for face in faces}
    heights: dict[str, float] = {}
    most = MOST_WIDTH * max(fit, 1.0)
    trying = faces
    while trying:
        heights |= measure(tuple(Trial(face, widths[face.id], fit) for face in trying))
        trying = [face for face in trying if heights[face.id] > height]
        for face in trying:
            widths[face.id] += WIDTH_STEP
            if widths[face.id] > most:
                return None
    return widths, heights


def _face(entry: Entry) -> Face:
    return Face(
        entry.id, entry.rank, entry.organ, entry.date, entry.title, entry.poster, entry.symbol
    )


def _item(entry: Entry, scale: TimeScale) -> Item:
    begin, end = scale.extent(entry.when)
    return Item(entry.id, entry.rank, begin, end)


def _card(face: Face, spot: Spot, line: Leader, rows: int, pitch: float, height: float) -> Card:
    left = spot.right - spot.width
    top = row_top(FIELD, rows, spot.row)
    points = [(line.start, AXIS_Y)]
    if line.level:
        turn = AXIS_Y - FIRST - line.level * pitch
        points += [(line.start, turn), (spot.upright, turn)]
    points += [(spot.upright, top), (left, top)]
    return Card(
        face.id, face.rank, face.organ, face.date, face.title, face.text, face.symbol,
        round(left, 2), round(top, 2), round(spot.width, 2), round(height, 2),
        tuple((round(x, 2), round(y, 2)) for x, y in points),
    )  # fmt: skip


def _mark(entry: Entry, scale: TimeScale) -> Mark:
    begin, end = scale.extent(entry.when)
    return Mark(entry.id, round(end, 3), round(begin - end, 3), entry.organ.id, entry.rank)


def _axis(scale: TimeScale, entries: list[Entry]) -> Axis:
    turning = {e.when.year for e in entries if e.rank == "turning-point"}
    return Axis(
        scale.start_mm,
        scale.end_mm,
        AXIS_Y,
        SCALE_HEIGHT + BAND_HEIGHT,
        tuple(Year(y, end, begin - end, y in turning) for y, begin, end in scale.years()),
        scale.quarters(),
    )


def _terms(edition: Edition, scale: TimeScale) -> tuple[TermBar, ...]:
    """The terms that reach into the period, each on the first line where it meets no other."""
    bars: list[TermBar] = []
    ends: list[float] = []
    told = [(t, p) for p in edition.people.values() for t in p.terms]
    for term, person in sorted(told, key=lambda pair: pair[0].since.first):
        begin = min(scale.at(term.since.first), FIELD.right)
        end = scale.extent(term.until)[1] if term.until else FIELD.left
        end = max(end, FIELD.left)
        if begin <= FIELD.left or end >= FIELD.right:
            continue
        line = next((i for i, last in enumerate(ends) if last >= begin - 0.01), len(ends))
        ends[line : line + 1] = [end]
        y = AXIS_Y + SCALE_HEIGHT + BAND_HEIGHT + TERM_GAP + line * TERM_PITCH
        post = term.post if begin - end > POST_FITS else ""
        bars.append(
            TermBar(
                person.name,
                post,
                round(end, 2),
                round(y, 2),
                round(begin - end, 2),
                term.until is None,
            )
        )
    return tuple(bars)


def _figure(figure: Figure, house: House) -> FigureCell:
    """A vote with its seats, a count with its bar (a millimetre for each), anything else bare."""
    value = figure.value
    if value.kind == "vote":
        ayes, noes, abstained = (cast(int, n) for n in value.held)
        said = arabic.say_tally(ayes, noes, abstained, digits=house.digits)
        seats = ("for",) * ayes + ("against",) * noes + ("abstained",) * abstained
        return FigureCell(said, figure.label, 0.0, seats)
    length = float(cast(int, value.held[0])) if value.kind == "count" else 0.0
    return FigureCell(say(value, house), figure.label, length, ())
