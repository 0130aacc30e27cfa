"""Judges a poster: cards clear of each other, marks on their dates, letters read from afar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from press.content.edition import Edition, PosterWords
from press.content.resolved import Entry
from press.diagnostics import Place
from press.geometry import Box
from press.language.dates import Instant
from press.layout.poster.cards.own_period import own_parts
from press.layout.poster.composition import paper
from press.layout.poster.legibility import (
    APPROACHED,
    FIGURE,
    OF_CARD,
    OF_SHEET,
    PASSED,
    READ,
    SEEN,
    ink_mm,
    least_ink_mm,
)
from press.layout.poster.sheet import Mark, PosterSheet
from press.pdf.fonts import fonts_of
from press.pdf.pages import Shape, around
from press.preflight.finding import Finding
from press.preflight.readback.expected import Expected
from press.preflight.readback.readback import Found
from press.preflight.readback.reading import Reading
from press.preflight.rules.text import SAFE_MM

# Glyphs may stand out of their card by so much, in mm on A1, or by so much of their em: bowls do.
CARD_MM, CARD_EM = 1.0, 0.18
# How far a mark may stand from its date, in mm; a day is 0.27 mm on A1 over eight years.
MARK_MM = 0.3
# How much wider a mark for several days is than from the first to the last, at most, in mm.
WIDEST_MARK_MM = 4.0
# What rounding of sizes in a PDF may take away, in mm.
ROUNDED_MM = 0.01
# A dot and a ring by nature, zero and five in Arabic-Indic digits: their neighbours tell the size.
LOW = "٠٥۰۵"


@dataclass(frozen=True, slots=True)
class Posted:
    """A poster as it was read, beside the sheet that it was set from and its settings."""

    reading: Reading
    sheet: PosterSheet
    edition: Edition
    words: PosterWords


def overlap(posted: Posted) -> Iterator[Finding]:
    """No card of the poster meets another or leaves the safe area, nor its text the card."""
    sheet, reading = posted.sheet, posted.reading
    inner = Box(
        SAFE_MM,
        SAFE_MM,
        sheet.sheet.width_mm - 2 * SAFE_MM,
        sheet.sheet.height_mm - 2 * SAFE_MM,
    )

    def typed(id: str) -> Place | None:
        return posted.edition.typed(id, "poster")

    for one, other in combinations(sheet.cards, 2):
        if one.box.overlaps(other.box):
            yield Finding(
                1,
                {"one": one.id, "other": other.id},
                at=one.box,
                record=one.id,
                typed=typed(one.id),
                case="meet",
            )
    for card in sheet.cards:
        if not card.box.within(inner):
            yield Finding(
                1,
                {"event": card.id},
                at=card.box,
                record=card.id,
                typed=typed(card.id),
                case="outside",
            )
    for expected, found in reading.texts:
        if expected.box and isinstance(found, Found):
            out = _out_of(expected.box, found, reading, CARD_MM * max(1.0, sheet.scale))
            if out:
                yield Finding(
                    1,
                    {"record": expected.record, "what": expected.what, "out": out},
                    at=around(g for _, g in reading.reader.glyphs(found)),
                    record=expected.record,
                    typed=posted.edition.typed(expected.place, expected.what),
                    case="text",
                )


def _out_of(box: Box, found: Found, reading: Reading, least: float) -> float:
    """How far the ink of a text stands out of `box`, in mm; 0 if no further than it may."""
    beyond = (
        (
            max(
                box.x_mm - g.left,
                g.right - box.right_mm,
                box.y_mm - g.top,
                g.bottom - box.bottom_mm,
            ),
            g,
        )
        for _, g in reading.reader.glyphs(found)
    )
    return max((out for out, g in beyond if out > max(least, CARD_EM * g.em)), default=0.0)


def off_scale(posted: Posted) -> Iterator[Finding]:
    """Every mark of the poster stands where its date stands among the years printed.

    One mark for several days that stand too near to each other reaches over all, no farther.
    """
    sheet, reading = posted.sheet, posted.reading
    shapes = tuple(s.turned for s in reading.shapes) if sheet.axis.down else reading.shapes
    rows = {
        side: _row_of_marks([m for m in sheet.marks if m.side == side], shapes)
        for side in sorted({mark.side for mark in sheet.marks})
    }
    for mark in sheet.marks:
        row = rows[mark.side]
        entry = posted.edition.entries[mark.id]
        true = _true_place(entry, sheet)
        off = min((_off(mark, shape, true) for shape in row), default=float("inf"))
        if off > MARK_MM:
            yield Finding(
                1,
                {"event": mark.id, "off": off, "date": entry.date.text}
                if row
                else {"event": mark.id},
                "off" if row else "gone",
                sheet.axis.box(mark),
                mark.id,
                posted.edition.typed(mark.id, "date"),
            )


def other_period(posted: Posted) -> Iterator[Finding]:
    """A card has its middle over its own period, and stands over no other's name.

    Names are where they are printed.
    """
    sheet, reading = posted.sheet, posted.reading
    if sheet.composition != "cards":
        return
    parts = sheet.axis.parts
    named = [number for number, part in enumerate(parts) if part.label]
    printed = [found for e, found in reading.texts if e.what.endswith("on the axis")]
    names = {
        number: around(glyph for _, glyph in reading.reader.glyphs(found))
        for number, found in zip(named, printed, strict=True)
        if isinstance(found, Found)
    }
    for card in sheet.cards:
        own = own_parts(posted.edition.entries[card.id].when, parts)
        held = [parts[number] for number in own]
        low = min(part.x_mm for part in held)
        high = max(part.x_mm + part.width_mm for part in held)
        middle = card.box.x_mm + card.box.width_mm / 2
        off = max(low - middle, middle - high)
        over = [
            parts[number].label
            for number, name in names.items()
            if number not in own and name.x_mm < card.box.right_mm and card.box.x_mm < name.right_mm
        ]
        if off > MARK_MM or over:
            values: dict[str, str | float] = {"event": card.id}
            values |= {"name": over[0].text} if over and over[0] else {"off": off}
            typed = posted.edition.typed(card.id, "date")
            case = "name" if over else "middle"
            yield Finding(1, values, case, card.box, card.id, typed)


def _off(mark: Mark, shape: Shape, true: float) -> float:
    """How far a shape stands from where the date of a mark is, in mm."""
    if mark.side != "days":
        return abs(_middle(shape) - true)
    if shape.right - shape.left > mark.width_mm + WIDEST_MARK_MM:
        return float("inf")
    return max(0.0, shape.left - true, true - shape.right)


def _row_of_marks(marks: list[Mark], shapes: tuple[Shape, ...]) -> list[Shape]:
    """The shapes that are marks: of equal top and foot, the most of them where marks should be."""
    rows: dict[tuple[float, float], list[Shape]] = defaultdict(list)
    for shape in shapes:
        rows[round(shape.top, 1), round(shape.bottom, 1)].append(shape)
    hits: Counter[tuple[float, float]] = Counter()
    for key, row in rows.items():
        hits[key] = sum(any(_stands(mark, shape) for shape in row) for mark in marks)
    return rows[hits.most_common(1)[0][0]] if hits else []


def _stands(mark: Mark, shape: Shape) -> bool:
    return abs(mark.x_mm + mark.width_mm / 2 - _middle(shape)) <= MARK_MM


def _middle(shape: Shape) -> float:
    return (shape.left + shape.right) / 2


def _true_place(entry: Entry, sheet: PosterSheet) -> float:
    """The middle of what the date covers, in mm, from the years as they stand on the axis."""
    when = entry.when
    begin = _place(when.begin, sheet)
    if when.precision in ("day", "minute"):
        return begin
    end = _place(when.end - 1, sheet)
    if when.open == "start":
        begin = sheet.axis.x_start_mm
    if when.open == "end":
        end = sheet.axis.x_end_mm
    return (begin + end) / 2


def _place(instant: Instant, sheet: PosterSheet) -> float:
    """Where an instant stands in the part of the axis that has it, in the direction of time."""
    parts = sheet.axis.parts
    part = next((p for p in parts if p.begin <= instant < p.after), parts[-1])
    share = (instant - part.begin) / (part.after - part.begin)
    rightwards = sheet.axis.x_end_mm > sheet.axis.x_start_mm
    return part.x_mm + part.width_mm * (share if rightwards else 1 - share)


def _distance(expected: Expected, posted: Posted, asked: float, usual: float) -> float:
    """From how far a text is read, in m: one of a card by what is asked, one around by `usual`."""
    sheet, what = posted.sheet, expected.what
    card = next((card for card in sheet.cards if card.box is expected.box), None)
    if sheet.composition == "skyline" and what == "title":
        if card is None:
            return usual * (PASSED if sheet.seen_from_afar else SEEN)
        return asked * (APPROACHED if card.face.rank == "turning-point" else READ)
    return asked * OF_CARD.get(what, READ) if card else usual * OF_SHEET.get(what, READ)


def illegible(posted: Posted) -> Iterator[Finding]:
    """Letters and figures are as high as `reading` in poster.yaml asks, each from its distance.

    A medial letter's ink is measured in its font, a figure's on the page. Cards are judged by the
    distance that is set, what stands around them by that of the paper where it is less.
    """
    words, reading = posted.words, posted.reading
    usual = paper(words.paper, words.orientation).read_from_m
    asked = words.distance or usual
    faces = {
        font.tagged: (font.family or font.tagged, "Bold" if "Bold" in font.tagged else "Regular")
        for font in fonts_of(reading.pdf)
    }
    for expected, found in reading.texts:
        if not isinstance(found, Found):
            continue
        distance = _distance(expected, posted, asked, min(asked, usual))
        least = least_ink_mm(words.letter, distance)
        glyphs = tuple(g for _, g in reading.reader.glyphs(found))
        letters = tuple(g for g in glyphs if "ء" <= g.character <= "ي")
        figures = tuple(g for g in glyphs if g.character.isdecimal() and g.character not in LOW)
        inks = {(g.font, round(g.size, 2)) for g in letters}
        ink = min((ink_mm(size, *faces[font]) for font, size in inks), default=least)
        height = min((g.bottom - g.top for g in figures), default=least * FIGURE)
        if ink < least - ROUNDED_MM:
            yield reading.finding(
                1,
                {
                    "record": expected.record,
                    "what": expected.what,
                    "ink": ink,
                    "least": least,
                    "distance": distance,
                },
                glyphs=letters,
                case="letter",
            )
        elif height < least * FIGURE - ROUNDED_MM:
            yield reading.finding(
                1,
                {
                    "record": expected.record,
                    "what": expected.what,
                    "height": height,
                    "least": least * FIGURE,
                    "distance": distance,
                },
                glyphs=figures,
                case="figure",
            )
