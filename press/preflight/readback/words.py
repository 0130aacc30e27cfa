"""Wording: a text as words, and any line of it as a page must show it, from left to right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from press.content.prose import Linked, NoteMark, Piece, Printed, Prose, Vouched, Words, signed
from press.diagnostics import Place
from press.language.bidi import fold, visual
from press.language.isolates import OrderedToken, address_parts, tokens, tokens_of
from press.language.phrases import Direction, Phrase

_OPEN: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
_POP = "\u2069"
_STEERING = dict.fromkeys(map(ord, "\u200b\u200e\u200f"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class DirectedRun:
    """A stretch of text of one direction. `isolate` numbers its element, 0 is the paragraph."""

    text: str
    direction: Direction
    isolate: int
    fact: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """What no line may break: runs without a break between them; `space` if one follows.

    `base` is the direction of its paragraph.
    """

    runs: tuple[DirectedRun, ...]
    space: bool
    base: Direction = "rtl"

    @property
    def text(self) -> str:
        """The word in logical order, without what only steers it."""
        return "".join(run.text for run in self.runs).translate(_STEERING)


def words_of(text: Prose | Phrase | str, base: Direction = "rtl") -> list[tuple[PrintedWord, ...]]:
    """The paragraphs of a text as words, each printed value isolated as the page has it.

    `base` is the direction of the publication.
    """
    if isinstance(text, Phrase):
        return [tuple(_words(list(_said(text, 0, "", None, base)), base))]
    if isinstance(text, str):
        return [tuple(_words(list(_plain(text, 0, None, base)), base))] if text.strip() else []
    return [tuple(_words(list(_runs(paragraph, base)), base)) for paragraph in text.paragraphs]


def _runs(pieces: Sequence[Piece], base: Direction) -> Iterator[DirectedRun]:
    number = 0
    for piece in _flat(pieces):
        number += 1
        match piece:
            case Printed():
                runs = _said(piece.phrase, number, piece.fact, piece.place, base)
            case NoteMark():
                raised = str(piece.number).translate(_RAISED)
                runs = iter([DirectedRun(raised, "ltr", number, piece.fact)])
            case Words():
                runs = _plain(piece.text, number, piece.place, base)
        for run in runs:
            number = max(number, run.isolate)
            yield run


def _flat(pieces: Sequence[Piece]) -> Iterator[Words | Printed | NoteMark]:
    for piece in signed(pieces):
        if isinstance(piece, Vouched | Linked):
            yield from cast(Iterator[Words | Printed], signed(piece.pieces))
        else:
            yield piece


def _plain(text: str, number: int, place: Place | None, base: Direction) -> Iterator[DirectedRun]:
    for token in tokens(text, base):
        number += token.kind != "words"
        yield DirectedRun(_set(token), token.direction, number * (token.kind != "words"), "", place)


def _said(
    phrase: Phrase, number: int, fact: str, place: Place | None, base: Direction
) -> Iterator[DirectedRun]:
    """A value as runs that are isolated each, since it stands in the direction of its line."""
    for index, token in enumerate(tokens_of(phrase, base), start=number + 1):
        yield DirectedRun(_set(token), token.direction, index, fact, place)


def _set(token: OrderedToken) -> str:
    """A token with a zero-width space where a line may break in an address."""
    return "\u200b".join(address_parts(token.text)) if token.kind == "address" else token.text


# A line may break behind these signs, but not inside a number such as 63/308 (UAX #14, LB25); in
# a left-to-right address behind any sign.
_PARTS: dict[Direction, re.Pattern[str]] = {
    "rtl": re.compile(r"\s+|(?:[^\s/–-]|[/-](?=\d))*(?:–|[/-](?!\d))|(?:[^\s/–-]|[/-](?=\d))+"),
    "ltr": re.compile(r"\s+|(?:\w*[^\w\s\u200b]+|\w+)\u200b?|\u200b"),
}


def _words(pieces: list[DirectedRun], base: Direction) -> list[PrintedWord]:
    words: list[PrintedWord] = []
    held: list[DirectedRun] = []
    for run in pieces:
        # What is isolated from left to right in a line may be an address.
        loose: Direction = run.direction if run.isolate else "rtl"
        for part in _PARTS[loose].findall(run.text):
            if part.isspace() and "\u00a0" not in part:
                if held:
                    words.append(PrintedWord(tuple(held), True, base))
                elif words:
                    words[-1] = PrintedWord(words[-1].runs, True, base)
                held = []
                continue
            held.append(DirectedRun(part, run.direction, run.isolate, run.fact, run.place))
            if not part[-1].isalnum() and (loose == "ltr" or part[-1] in "/–-"):
                words.append(PrintedWord(tuple(held), False, base))
                held = []
    if held:
        words.append(PrintedWord(tuple(held), False, base))
    return words


def shown(words: Sequence[PrintedWord]) -> str:
    """One line of `words` from left to right, folded, with its spaces."""
    out: list[str] = []
    isolate = 0
    base: Direction = words[0].base if words else "rtl"
    for index, word in enumerate(words):
        for run in word.runs:
            if run.isolate != isolate:
                out.append(_POP if isolate else "")
                out.append(_OPEN[run.direction] if run.isolate else "")
                isolate = run.isolate
            out.append(run.text)
        if word.space and index + 1 < len(words):
            if isolate and words[index + 1].runs[0].isolate != isolate:
                out.append(_POP)
                isolate = 0
            out.append(" ")
    out.append(_POP if isolate else "")
    return _folded("".join(out), base)


@lru_cache(maxsize=20_000)  # the same words are looked for on line after line
def _folded(text: str, base: Direction) -> str:
    """A line in visual order, letter by letter as it is compared."""
    return " ".join("".join(map(letter, part)) for part in visual(text, base).split())


def unshown(text: str) -> str:
    """A line from left to right as a reader says it, for messages: figures and Latin apart."""
    if not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        return text
    return _ONWARD.sub(lambda match: match[0][::-1], text[::-1])


# What runs from left to right in Arabic: figures of each family, and Latin words.
_ONWARD = re.compile(r"[0-9A-Za-z][0-9A-Za-z./:-]*|[٠-٩۰-۹]+(?:[.,٫٬][٠-٩۰-۹]+)*")


@cache
def letter(character: str) -> str:
    """One character as it is compared: folded, or nothing for a mark or a space.

    pdfium takes signs such as ½ and № apart.
    """
    if character in "…¼½¾" or "\u2100" <= character <= "\u215f":
        character = unicodedata.normalize("NFKC", character).replace("\u2044", "/")
    return fold(character)


@lru_cache(maxsize=20_000)
def signs(text: str) -> int:
    """How many signs a text takes on a page; the marks above and below its letters take none."""
    return sum(len(letter(character)) for character in text)


def spoken(words: Sequence[PrintedWord]) -> str:
    """Words as they are said, in logical order."""
    return "".join(word.text + " " * word.space for word in words).strip()


def elements_of(word: PrintedWord) -> set[object]:
    """The tokens and the whole values that a word stands in."""
    tokens: set[object] = {run.isolate for run in word.runs if run.isolate}
    return tokens | {(run.fact, run.place) for run in word.runs if run.fact}
