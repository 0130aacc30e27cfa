"""Printed facts: where on the pages of a finished PDF each fact was read back."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from press.content.edition import Edition
from press.content.prose import Linked, NoteMark, Piece, Printed, Prose, Vouched, Words
from press.geometry import Box
from press.language.isolates import unmarked
from press.preflight.readback.expected import Expected
from press.preflight.readback.readback import Found, Span
from press.preflight.readback.reading import Reading
from press.preflight.readback.words import PrintedWord, letter, shown, signs, words_of

# One sign of each strong class of UAX #9, and of figures, that no text of ours has: put in place
# of the letters of a fact, they come to stand where those do.
_STAND_INS = {"R": "\u0750", "AL": "\u0750", "L": "\u0250", "EN": "\u06f9", "AN": "\U00010e60"}

# The name of a large figure of the poster, before its number.
FIGURE = "poster.figure"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one line of a page, the page counted from 1, the box in mm from its trim."""

    page: int
    box: Box


def spots(reading: Reading) -> dict[str, tuple[Spot, ...]]:
    """Where each value stands on the pages of `reading`, by the name of what it says.

    That is the id of a fact, or `record.key` for the whole of a text, see `printed_facts`.
    """
    found: dict[str, dict[Spot, None]] = defaultdict(dict)
    names = _names(reading.texts)
    for (expected, text), name in zip(reading.texts, names, strict=True):
        if isinstance(text, Found):
            for said, spot in _facts(expected, text, reading, name):
                found[said][spot] = None
    return {name: tuple(held) for name, held in found.items()}


def printed_facts(
    spots: Mapping[str, tuple[Spot, ...]], edition: Edition
) -> dict[str, tuple[Spot, ...]]:
    """Where each fact of the edition stands, in reading order, by what `spots` found.

    A fact that vouches for a record's own date or symbol stands where these stand. The large
    figures of the poster are told in the order in which it lists them.
    """
    fields = _fields(edition)
    figures = edition.poster.figures if edition.poster else ()
    named = {f"{FIGURE} {number}": f.fact for number, f in enumerate(figures, start=1)}
    found: dict[str, dict[Spot, None]] = defaultdict(dict)
    for name, held in spots.items():
        for id in fields.get(name, (named.get(name, name),)):
            if id in edition.facts:
                found[id].update(dict.fromkeys(held))
    return {
        id: tuple(sorted(held, key=lambda spot: (spot.page, spot.box.y_mm)))
        for id, held in sorted(found.items())
    }


def _names(texts: Sequence[tuple[Expected, object]]) -> Iterator[str]:
    """What each text says when it is one value: `record.key`, or the id of its fact."""
    figures = 0
    for expected, _ in texts:
        name = f"{expected.record}.{expected.what}"
        if name == FIGURE:
            figures += 1
            yield f"{FIGURE} {figures}"
        elif expected.what == "printed value":
            yield expected.record  # a note has the id of its fact
        else:
            yield name


def _fields(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The facts that vouch for each field, by `record.field`."""
    found: dict[str, tuple[str, ...]] = {}
    for fact in edition.facts.values():
        for field in fact.of:
            key = f"{fact.record}.{field}"
            found[key] = (*found.get(key, ()), fact.id)
    return found


def _facts(
    expected: Expected, found: Found, reading: Reading, name: str
) -> Iterator[tuple[str, Spot]]:
    """The facts of a text and the stretches of lines on which each stands.

    `name` is that of the text's own fact, when it is one value.
    """
    if not isinstance(expected.text, Prose):
        for span in found.spans:
            yield name, _spot(reading, span)
        return
    lines = iter(found.spans)
    said = words_of(expected.text, reading.due.base)
    for paragraph, words in zip(expected.text.paragraphs, said, strict=True):
        facts = tuple(_stretches(paragraph))
        for span, first, held in _lines(words, lines, reading):
            text, length = shown(held), sum(signs(word.text) for word in held)
            for fact, begin, end in facts:
                if begin < first + length and first < end:
                    marked = _marked(held, begin - first, end - first)
                    at = [i for i, c in enumerate(shown(marked)) if c != text[i]]
                    if at:
                        part = Span(span.line, span.first + at[0], span.first + at[-1] + 1)
                        yield fact, _spot(reading, part)


def _lines(
    words: Sequence[PrintedWord], spans: Iterator[Span], reading: Reading
) -> Iterator[tuple[Span, int, tuple[PrintedWord, ...]]]:
    """Each line of a paragraph, the letters that stand before it, and its words."""
    done = number = 0
    while number < len(words):
        span = next(spans)
        glyphs = reading.reader.lines[span.line].glyphs[span.first : span.last]
        room = sum(glyph is not None for glyph in glyphs)
        start, first = number, done
        while number < len(words) and done - first < room:
            done += signs(words[number].text)
            number += 1
        yield span, first, tuple(words[start:number])


def _stretches(paragraph: Sequence[Piece]) -> Iterator[tuple[str, int, int]]:
    """The facts of a paragraph and their letters, from the first to before the last."""
    done = 0
    for piece in paragraph:
        length = _length(piece)
        if isinstance(piece, Vouched | Printed):
            yield piece.fact, done, done + length
        if isinstance(piece, Vouched | Linked):
            inner = done
            for held in piece.pieces:
                if isinstance(held, Printed):
                    yield held.fact, inner, inner + _length(held)
                inner += _length(held)
        done += length


def _length(piece: Piece) -> int:
    match piece:
        case Words():
            return signs(unmarked(piece.text))
        case Printed():
            return signs(piece.phrase.text)
        case NoteMark():
            return len(str(piece.number))
        case Vouched() | Linked():
            return sum(map(_length, piece.pieces))


def _marked(words: Sequence[PrintedWord], begin: int, end: int) -> list[PrintedWord]:
    """`words` with letters `begin` to before `end` replaced by such as stand in the same place."""
    done = 0
    out = []
    for word in words:
        length = sum(signs(run.text) for run in word.runs)
        if done + length <= begin or end <= done:
            done += length
            out.append(word)
            continue
        runs = []
        for run in word.runs:
            text = ""
            for character in run.text:
                inside = begin <= done < end
                text += _stand_in(character) if inside else character
                done += len(letter(character))
            runs.append(replace(run, text=text))
        out.append(replace(word, runs=tuple(runs)))
    return out


def _stand_in(character: str) -> str:
    if not letter(character):
        return character  # a mark of direction is not printed
    return _STAND_INS.get(unicodedata.bidirectional(character), character)


def _spot(reading: Reading, span: Span) -> Spot:
    """The box of what is printed in a span."""
    line = reading.reader.lines[span.line]
    glyphs = [g for g in line.glyphs[span.first : span.last] if g]
    left, right = min(g.left for g in glyphs), max(g.right for g in glyphs)
    top, bottom = min(g.top for g in glyphs), max(g.bottom for g in glyphs)
    edges = (left, top, right - left, bottom - top)
    return Spot(line.page.number, Box(*(round(mm, 1) for mm in edges)))
