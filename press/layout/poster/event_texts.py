"""What events, figures and the edition's stamp say on a poster, in whatever composition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from press.content.edition import Edition, PosterWords
from press.content.prose import Prose
from press.content.resolved import Entry
from press.content.values import House, Value, say
from press.diagnostics import Diagnostic, Place
from press.language.phrases import Phrase
from press.layout.poster.blocks import Face, FigureCell
from press.layout.poster.composition import Paper
from press.layout.poster.legibility import ink_mm, least_ink_mm, medial_ink, overhang
from press.layout.poster.ranks import RANKS, lowest_text

# The designed size of the smallest text on a card that is read from afar, in pt, and its face; the
# styles say the same (--text), and preflight/illegible reads both back from the file.
TEXT_PT, TEXT_FACE = 20.16, "Noto Naskh Arabic"
# The same in em of an event.
TEXT_EM = 7.112


def text_face(house: House) -> str:
    """The face of Arabic texts: a family, or the file of a project's own."""
    face = next((face for face in house.faces if face.slot == "text"), None)
    if face is None or house.language.direction != "rtl":
        return TEXT_FACE
    return face.files[0].path if face.files else face.family


def room_of(house: House) -> tuple[float, float]:
    """How much larger than ours a publication's face of texts is set, to be read from as far, and
    the room over and under an event that its long letters ask for, in em of the event.
    """
    face = text_face(house)
    larger = max(1.0, medial_ink(TEXT_FACE) / medial_ink(face))
    return round(larger, 3), round(TEXT_EM * overhang(face), 2)


def least_fit(sheet: Paper, words: PosterWords, face: str = TEXT_FACE) -> float:
    """The least share of the designed type size at which card text is legible on `sheet`."""
    distance = words.distance or sheet.read_from_m
    designed = ink_mm(TEXT_PT, face) * sheet.scale
    # Rounded up, so that no rounding below takes from it.
    return -int(-least_ink_mm(words.letter, distance) / designed * 1000) / 1000 + 0.001


def face_of(entry: Entry, words: PosterWords, house: House) -> Face:
    """What a card says; the year of a turning point is said once where nothing else is known."""
    turning = entry.rank == "turning-point"
    year = house.language.say_number(entry.when.year, grouped=False, digits=house.digits)
    text = entry.poster
    if RANKS.index(entry.rank) > RANKS.index(lowest_text(words)):
        text = replace(text, paragraphs=())
    pictured = words.pictures in RANKS and RANKS.index(entry.rank) <= RANKS.index(words.pictures)
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
        picture=entry.image if pictured else None,
    )


def tried_pictures(entries: Sequence[Entry], words: PosterWords) -> list[str]:
    """The ranks down to which pictures are tried where `pictures` is auto, from all of them."""
    held = {entry.rank for entry in entries if entry.image} if words.pictures == "auto" else ()
    return [rank for rank in RANKS[::-1] if rank in held]


def stamp(edition: Edition, words: PosterWords) -> Phrase:
    """«الطبعة 1، 23 تشرين الثاني/نوفمبر 2026»."""
    masthead = edition.masthead
    house = masthead.house
    number = house.language.say_number(masthead.number, grouped=False, digits=house.digits)
    heading = words.headings.get("edition", "")
    said = f"{heading} {number.text}{house.language.comma}{masthead.date.text}"
    return house.language.phrase(said.strip())


def figure_cell(value: Value, label: Prose, house: House, sheet: Paper) -> FigureCell:
    """A vote with its seats, a count with its bar (a design mm for each), anything else bare."""
    if value.kind == "vote":
        ayes, noes, abstained = (cast(int, n) for n in value.held)
        said = house.language.say_tally(ayes, noes, abstained, digits=house.digits)
        return FigureCell(said, label, 0.0, {"for": ayes, "against": noes, "abstained": abstained})
    length = float(cast(int, value.held[0])) if value.kind == "count" else 0.0
    return FigureCell(say(value, house), label, round(length * sheet.scale, 2), {})


def too_wide(edition: Edition, id: str) -> Diagnostic:
    """Says that a word of an event is wider than anything that could hold it."""
    place = edition.typed(id, "title") or Place(id)
    return Diagnostic("typeset/overflow", place, {"event": id}, case="card")
