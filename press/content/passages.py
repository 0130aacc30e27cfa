"""Passages: every text that may be printed, as a reader sees it, with the place of each letter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from press.content.nodes import Entries, Items, Text
from press.content.prose import Reference, Tie, TypedPiece, Words
from press.diagnostics import Place
from press.language.isolates import FOREIGN

# Who speaks: we do, with references or without; it is a name or figure that needs no voucher, or
# what a fact claims in words; it leads to a place in a source and may repeat its words; or it is
# quoted letter by letter, so that only what nobody can see is a fault in it.
Voice = Literal["prose", "line", "label", "claim", "locator", "quoted"]
# The kind of record and its id. A chapter and an event may share an id.
Holder = tuple[str, str]
# Stands in a passage for a value that a reference prints.
VALUE = "\ufffc"


@dataclass(frozen=True, slots=True)
class Mention:
    """What a reference leads to, and where in the words: a value, or (`tied`) words it vouches."""

    start: int
    end: int
    target: str
    part: str
    tied: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a record. `words` has `VALUE` for each printed value and no other markup.

    `runs` are where stretches of `words` begin, in `words` and in `text`; `fact` is the id of the
    fact whose field this is, or empty.
    """

    holder: Holder
    voice: Voice
    text: Text
    words: str
    runs: tuple[tuple[int, int], ...] = ((0, 0),)
    mentions: tuple[Mention, ...] = ()
    fact: str = ""

    def at(self, position: int) -> Place:
        """The place in the file of the letter `position` of the words."""
        begin, offset = self.runs[bisect_right(self.runs, position, key=lambda run: run[0]) - 1]
        return self.text.at(offset + position - begin)

    def tied_at(self, position: int) -> tuple[Mention, ...]:
        """What vouches for the letter `position`, or what it leads to."""
        return tuple(m for m in self.mentions if m.tied and m.start <= position < m.end)


def line_passage(holder: Holder, voice: Voice, text: Text, fact: str = "") -> Passage:
    """A text that is printed letter by letter, and takes no references."""
    return Passage(holder, voice, text, _at_home(str(text)), fact=fact)


def prose_passage(
    holder: Holder, text: Text, paragraphs: Sequence[Sequence[TypedPiece]]
) -> Passage:
    """A text with references, from the pieces that it was parsed into."""
    words = ""
    runs: list[tuple[int, int]] = []
    mentions: list[Mention] = []

    def add(said: str, offset: int) -> None:
        nonlocal words
        if said:
            runs.append((len(words), offset))
            words += said

    def read(pieces: Sequence[TypedPiece], done: int) -> int:
        for piece in pieces:
            if isinstance(piece, Words):
                add(text[done : piece.end], done)
                done = piece.end
                continue
            add(text[done : piece.start], done)
            begin = len(words)
            if isinstance(piece, Tie):
                read(piece.pieces, piece.start + 1)
            else:
                add(VALUE, piece.start)
            tied = not isinstance(piece, Reference)
            mentions.append(Mention(begin, len(words), piece.target, piece.part, tied))
            done = piece.end
        return done

    done = 0
    for paragraph in paragraphs:
        done = read(paragraph, done)
    add(text[done:], done)
    words = _at_home(words)
    return Passage(holder, "prose", text, words, tuple(runs) or ((0, 0),), tuple(mentions))


def _at_home(words: str) -> str:
    """`words` with `VALUE` for every letter that is another language's, which no rule judges."""
    return FOREIGN.sub(lambda match: VALUE * len(match[0]), words) if "{lang " in words else words


def texts_of(raw: object) -> Iterator[Text]:
    """The texts of a value as typed: one, a list of them, or either by part."""
    if isinstance(raw, Text):
        yield raw
    elif isinstance(raw, Items):
        yield from (item for item in raw if isinstance(item, Text))
    elif isinstance(raw, Entries):
        for value in raw.values():
            yield from texts_of(value)
