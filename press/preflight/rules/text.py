"""Text: rules on a finished PDF as printed pages: what can be read there, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator

from press.content.prose import Prose
from press.pdf.fonts import fonts_of
from press.pdf.pages import UNMAPPED, Glyph, GlyphRow, Page
from press.preflight.finding import Finding
from press.preflight.readback.folded import FoldedRow
from press.preflight.readback.furniture import EDGES
from press.preflight.readback.readback import TAKEN, Found, Lost
from press.preflight.readback.reading import Reading
from press.preflight.readback.words import unshown

# Nothing that must be read stands nearer to the trim, in mm: office printers and knives err.
SAFE_MM = 10.0
# What is told as 10.0 mm is no less: round figures stand a hair below straight ones.
HAIR_MM = 0.05


def unmapped_glyph(reading: Reading) -> Iterator[Finding]:
    """Every letter stands for a text (ISO 19005-2, 6.2.11.7.2): else search and speech lose it."""
    for page, row in _bare(reading):
        text = "".join(g.character for g in row.glyphs)
        at = text.index(UNMAPPED)
        near = unshown(text[max(0, at - 6) : at + 7])
        yield reading.finding(page, {"near": near}, glyphs=(row.glyphs[at],))


def _bare(reading: Reading) -> Iterator[tuple[int, GlyphRow]]:
    """Page and row of every glyph without text in a word that was not found.

    In a word that was found, it is a part of a letter whose text another part has.
    """
    rows = (row for page in reading.pages for row in page.rows)
    for row, line in zip(rows, reading.reader.lines, strict=True):
        text = "".join(g.character for g in row.glyphs)
        if UNMAPPED in text:
            at = text.index(UNMAPPED)
            beside = row.glyphs[max(0, at - 1) : at + 2]
            free = [g for g, c in zip(line.glyphs, line.free, strict=True) if g and c != TAKEN]
            if not line.text or any(g is other for g in beside for other in free):
                yield line.page.number, row


def fonts_expected(reading: Reading) -> Iterator[Finding]:
    """Only fonts that the styles name: another has slipped in for characters that these lack."""
    families = {
        font.tagged: font.family or font.name.replace("-", " ") for font in fonts_of(reading.pdf)
    }
    strange: dict[str, dict[str, tuple[int, Glyph]]] = defaultdict(dict)
    for page in reading.pages:
        for row in page.rows:
            for glyph in row.glyphs:
                family = families.get(glyph.font, glyph.font)
                if family not in reading.families:
                    strange[family].setdefault(glyph.character, (page.number, glyph))
    for family, characters in strange.items():
        first, glyph = min(characters.values(), key=lambda found: found[0])
        yield reading.finding(
            first, {"family": family, "characters": " ".join(sorted(characters))}, glyphs=(glyph,)
        )


def outside_safe_area(reading: Reading) -> Iterator[Finding]:
    """No glyph stands so near to the trim that a knife or an office printer cuts it."""
    for page in reading.pages:
        safe = SAFE_MM - HAIR_MM
        right, bottom = page.width_mm - safe, page.height_mm - safe
        for row in page.rows:
            out = [
                g
                for g in row.glyphs
                if min(g.left, g.top) < safe or g.right > right or g.bottom > bottom
            ]
            if out:
                near = min(min(g.left, g.top, _room(page, g.right, g.bottom)) for g in out)
                shown = unshown("".join(g.character for g in out))
                yield reading.finding(
                    page.number, {"text": shown, "near": near, "safe": SAFE_MM}, glyphs=out
                )


def _room(page: Page, right: float, bottom: float) -> float:
    return min(page.width_mm - right, page.height_mm - bottom)


def missing_entry(reading: Reading) -> Iterator[Finding]:
    """Every event that should be there stands in the PDF: its title and its date."""
    for owed in reading.due.entries:
        if _is_missing(owed.id, reading):
            yield Finding(
                0, {"event": owed.id, "title": owed.title, "date": owed.date}, record=owed.id
            )


def _is_missing(entry: str, reading: Reading) -> bool:
    return not any(
        isinstance(found, Found)
        for expected, found in reading.texts
        if expected.record == entry and expected.what in ("title", "date")
    )


def readback(reading: Reading) -> Iterator[Finding]:
    """Every text of the sheet stands on its pages, letter by letter and in order."""
    lost = [(expected, found) for expected, found in reading.texts if isinstance(found, Lost)]
    if not lost:
        return
    told = {owed.id for owed in reading.due.entries if _is_missing(owed.id, reading)}
    bare = {page for page, _ in _bare(reading)}  # told by unmapped_glyph
    for expected, found in lost:
        if expected.record in told or found.page in bare:
            continue
        typed = (
            expected.text.at(found.paragraph, found.letters)
            if isinstance(expected.text, Prose)
            else None
        )
        fact = next((run.fact for run in found.word.runs if run.fact), "")
        values = {
            "record": expected.record,
            "what": expected.what,
            "text": found.text,
            "fact": fact,
            "before": found.before,
        }
        yield Finding(
            found.page,
            values,
            ("fact" if fact else "text") + ("-after" if found.before else ""),
            found.at or expected.box,
            expected.record,
            typed if typed and typed.path else None,
            key=(expected.place, expected.what),
        )


def stray_text(reading: Reading) -> Iterator[Finding]:
    """Nothing is printed that no record says, but headings, titles at the head, and numbers."""
    due = reading.due
    if not due.listed or any(isinstance(found, Lost) for _, found in reading.texts):
        return  # what was not found where it should be would be told again here
    highest = max(due.highest, len(reading.pages))
    for line in reading.reader.lines:
        strange = []
        glyphs: list[Glyph] = []
        for word, number, shown in _unasked(line, due.words):
            if number is None or number > highest:
                strange.append(word)
                glyphs += shown
        if strange:
            yield reading.finding(
                line.page.number, {"text": unshown(" ".join(strange))}, glyphs=glyphs
            )


def highest_number(reading: Reading) -> int:
    """The highest number printed that no text asks for: of a page, a note, a source."""
    words = reading.due.words
    lines = reading.reader.lines
    return max((number or 0 for line in lines for _, number, _ in _unasked(line, words)), default=0)


def _unasked(
    line: FoldedRow, words: Container[str]
) -> Iterator[tuple[str, int | None, tuple[Glyph, ...]]]:
    """The words on a line that belong to no text and are not of `words`; what number each is."""
    for part in re.finditer(rf"[^\s{TAKEN}]+", line.free):
        word = part[0].strip(EDGES)
        if word and word not in words:
            number = int(word.translate(_LOWERED)) if word.isdigit() else None
            yield word, number, tuple(g for g in line.glyphs[part.start() : part.end()] if g)


_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
