"""Read back what was printed: glyphs in order against the order that UAX #9 asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from press.arabic import Direction, Phrase
from press.bidi import fold, runs, visual
from press.pages import Page, Row
from press.prose import Linked, NoteMark, Piece, Printed, Prose, Vouched, Words

_OPEN = {"ltr": "\u2066", "rtl": "\u2067"}
_POP = "\u2069"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is isolated (`isolate` > 0, one number an element) or not (0)."""

    text: str
    direction: Direction
    isolate: int


@dataclass(frozen=True, slots=True)
class Word:
    """What no line may break: runs without a break between them; `space` if one follows."""

    runs: tuple[Run, ...]
    space: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text stands: the page and its rows, in reading order."""

    page: Page
    rows: tuple[Row, ...]


def words_of(text: Prose | Phrase | str) -> list[tuple[Word, ...]]:
    """The paragraphs of a text as words, each printed value isolated as the page has it."""
    if isinstance(text, Phrase):
        return [tuple(_words([Run(text.text, text.direction, 1)]))]
    if isinstance(text, str):
        return [tuple(_words(_plain_runs(text, 0)))]
    return [tuple(_words(list(_runs(paragraph)))) for paragraph in text.paragraphs]


def _runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    number = 0
    for piece in _flat(pieces):
        if isinstance(piece, Printed):
            number += 1
            yield Run(piece.phrase.text, piece.phrase.direction, number)
        else:
            parts = _plain_runs(piece.text, number)
            number += sum(1 for p in parts if p.isolate)
            yield from parts


def _flat(pieces: Sequence[Piece]) -> Iterator[Words | Printed]:
    for piece in pieces:
        if isinstance(piece, Vouched | Linked):
            yield from piece.pieces
        elif not isinstance(piece, NoteMark):
            yield piece


def _plain_runs(text: str, number: int) -> list[Run]:
    found = []
    for part, direction in runs(text):
        number += direction == "ltr"
        found.append(Run(part, direction, number if direction == "ltr" else 0))
    return found


def _words(pieces: list[Run]) -> Iterator[Word]:
    """Words end at a space, and after the signs behind which a line may break."""
    held: list[Run] = []
    for run in pieces:
        for part in re.findall(r"[ \n]+|[^ \n/–-]*[/–-]|[^ \n/–-]+", run.text):
            if part.isspace():
                if held:
                    yield Word(tuple(held), space=True)
                    held = []
                continue
            held.append(Run(part, run.direction, run.isolate))
            if part[-1] in "/–-":
                yield Word(tuple(held), space=False)
                held = []
    if held:
        yield Word(tuple(held), space=False)


def shown(words: Sequence[Word]) -> str:
    """The folded characters of one line of `words`, from left to right."""
    out: list[str] = []
    isolate = 0
    for index, word in enumerate(words):
        for run in word.runs:
            if run.isolate != isolate:
                out.append(_POP if isolate else "")
                out.append(_OPEN[run.direction] if run.isolate else "")
                isolate = run.isolate
            out.append(run.text)
        if word.space and index + 1 < len(words):
            follows = words[index + 1].runs[0].isolate
            if isolate and follows != isolate:
                out.append(_POP)
                isolate = 0
            out.append(" ")
    out.append(_POP if isolate else "")
    return fold(visual("".join(out)))


class Reader:
    """Finds texts on the pages of one document; keeps every row folded."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.rows = [(page, row, fold(row.text)) for page in pages for row in page.rows]

    def find(self, words: Sequence[Word], start: int = 0) -> tuple[Found | None, int]:
        """Where a paragraph stands, and how many of its words were read at most.

        Its lines are looked for one below the other, on one page or from the foot of one to the
        head of the next; rows of neighbouring columns and of raised marks may come between.
        `start`: the row from which to look, for a text that must follow another.
        """
        best = 0
        first = shown(words[:1])
        for index in range(start, len(self.rows)):
            if first in self.rows[index][2]:
                rows, read = self._follow(words, index)
                if read == len(words):
                    return Found(self.rows[index][0], tuple(rows)), read
                best = max(best, read)
        return None, best

    def _follow(self, words: Sequence[Word], index: int) -> tuple[list[Row], int]:
        """The rows that hold `words` from the row `index` on, and how many words they hold."""
        rows: list[Row] = []
        done = 0
        page = self.rows[index][0]
        limit = index + 400
        while done < len(words) and index < min(len(self.rows), limit):
            here, row, text = self.rows[index]
            if here.number > page.number + 1:
                break
            held = self._longest(words[done:], text)
            if held:
                rows.append(row)
                done += held
            index += 1
        return rows, done

    @staticmethod
    def _longest(words: Sequence[Word], text: str) -> int:
        """How many of `words`, from the first, stand on the row `text` as one line."""
        count = 0
        while count < len(words) and shown(words[: count + 1]) in text:
            count += 1
        return count
