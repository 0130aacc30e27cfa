"""Printed facts: on which pages of a finished PDF each fact was read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from press.bidi import fold
from press.edition import Edition
from press.expected import Expected
from press.opened import Reading
from press.prose import Linked, Piece, Printed, Prose, Vouched, Words
from press.readback import Found


def printed_facts(reading: Reading) -> Mapping[str, tuple[int, ...]]:
    """The pages, from 1, on which each fact of the edition stands in `reading`'s document.

    A fact that vouches for a record's own date or symbol stands where these stand.
    """
    edition = reading.opened.edition
    fields = _fields(edition)
    pages: dict[str, set[int]] = defaultdict(set)
    for expected, found in reading.texts:
        if isinstance(found, Found):
            for fact, page in _facts(expected, _stretches(found, reading)):
                for id in fields.get(fact, (fact,)):
                    if id in edition.facts:
                        pages[id].add(page)
    return {id: tuple(sorted(held)) for id, held in sorted(pages.items())}


def _fields(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The facts that vouch for each field, by `record.field`."""
    found: dict[str, tuple[str, ...]] = {}
    for fact in edition.facts.values():
        for field in fact.of:
            key = f"{fact.record}.{field}"
            found[key] = (*found.get(key, ()), fact.id)
    return found


def _stretches(found: Found, reading: Reading) -> list[tuple[int, int]]:
    """How many letters of the text stand on which page, in reading order."""
    out = []
    for span in found.spans:
        line = reading.reader.lines[span.line]
        letters = sum(glyph is not None for glyph in line.glyphs[span.first : span.last])
        out.append((line.page.number, letters))
    return out


def _facts(expected: Expected, stretches: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """The facts of a text and the page on which each begins."""
    if not isinstance(expected.text, Prose):
        yield f"{expected.record}.{expected.what}", stretches[0][0]
        return
    done = 0
    for paragraph in expected.text.paragraphs:
        for piece in paragraph:
            for fact, letters in _letters(piece):
                if fact:
                    yield fact, _page_at(done, stretches)
                done += letters


def _letters(piece: Piece) -> Iterator[tuple[str, int]]:
    """The facts of a piece, and how many letters it moves on after each."""
    match piece:
        case Words():
            yield "", len(fold(piece.text))
        case Printed():
            yield piece.fact, len(fold(piece.phrase.text))
        case Vouched() | Linked():
            if isinstance(piece, Vouched):
                yield piece.fact, 0
            for inner in piece.pieces:
                yield from _letters(inner)


def _page_at(letters: int, stretches: list[tuple[int, int]]) -> int:
    for page, held in stretches:
        if letters < held:
            return page
        letters -= held
    return stretches[-1][0]
