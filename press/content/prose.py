"""Prose: a text as paragraphs of pieces, first as typed, then with every reference resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from press.content.nodes import Text
from press.diagnostics import Diagnostic, Place
from press.language.isolates import FOREIGN, unmarked
from press.language.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Words:
    """Words as typed; `place` is that of the first letter, character `offset` of `typed`.

    They end before character `end`.
    """

    text: str
    place: Place
    typed: Text | None = field(default=None, compare=False, repr=False)
    offset: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)

    def at(self, letters: int) -> Place:
        """Where the letter stands that follows `letters` others; white space is not counted."""
        if self.typed is None:
            return self.place
        left = letters
        for offset in range(self.offset, len(self.typed)):
            if not self.typed[offset].isspace():
                if left == 0:
                    return self.typed.at(offset)
                left -= 1
        return self.place


@dataclass(frozen=True, slots=True)
class Reference:
    """`{target.part:form:case}` as typed, from character `start` of its text to `end`."""

    target: str
    part: str
    form: str
    case: str
    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tie:
    """`[words]{target.part}` as typed: words vouched for by a fact, or a link to an entry.

    It reaches from character `start` of its text to `end`.
    """

    pieces: tuple[Words | Reference, ...]
    target: str
    part: str
    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A value in its house form. `fact` is the fact's id, or `event.field`."""

    phrase: Phrase
    fact: str
    part: str
    place: Place


@dataclass(frozen=True, slots=True)
class Vouched:
    """Hand-written words that the fact `fact` vouches for."""

    pieces: tuple[Words | Printed, ...]
    fact: str
    place: Place


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead to the entry `entry`."""

    pieces: tuple[Words | Printed, ...]
    entry: str
    place: Place


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of editorial note `number`, its `turn`-th from 1; a note leads back to the first."""

    number: int
    fact: str
    turn: int = 1

    @property
    def key(self) -> str:
        """A name of this mark among all marks."""
        return self.fact if self.turn == 1 else f"{self.fact}-{self.turn}"


TypedPiece = Words | Reference | Tie
Piece = Words | Printed | Vouched | Linked | NoteMark


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of resolved pieces; falsy when there is nothing to print."""

    paragraphs: tuple[tuple[Piece, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    def plain(self) -> str:
        """The text in logical order, paragraphs parted by a line end, note marks left out."""
        return "\n".join("".join(_plain(p) for p in paragraph) for paragraph in self.paragraphs)

    def at(self, paragraph: int, letters: int) -> Place | None:
        """Where the letter was typed that follows `letters` others of a paragraph, from 0.

        White space is not counted; of a value it is the place of its reference, of a note mark
        none.
        """
        for piece in self.paragraphs[paragraph]:
            inner = piece.pieces if isinstance(piece, Vouched | Linked) else (piece,)
            for one in inner:
                length = _letters(one)
                if letters < length:
                    if isinstance(one, Words):
                        return one.at(letters)
                    return one.place if isinstance(one, Printed) else None
                letters -= length
        return None

    def pieces(self) -> Iterator[Piece]:
        """Every piece, those inside others after the one that holds them."""
        for paragraph in self.paragraphs:
            for piece in paragraph:
                yield piece
                if isinstance(piece, Vouched | Linked):
                    yield from piece.pieces


def _plain(piece: Piece) -> str:
    match piece:
        case Words():
            return unmarked(piece.text)
        case Printed():
            return piece.phrase.text
        case Vouched() | Linked():
            return "".join(_plain(inner) for inner in piece.pieces)
        case NoteMark():
            return ""


def _letters(piece: Words | Printed | NoteMark) -> int:
    said = str(piece.number) if isinstance(piece, NoteMark) else _plain(piece)
    return sum(not character.isspace() for character in said)


TOKEN = re.compile(
    rf"{FOREIGN.pattern}|"
    r"(?P<wrong>\{\{[^{}]*\}\}|\[\s*\]\{[^{}]*\})|"
    r"\[(?P<words>[^\[\]]*)\]\{(?P<tie>[^{}]*)\}|\{(?P<reference>[^{}]*)\}|"
    # Brackets that no reference follows are an editor's, and printed: «[كما ورد]», [...].
    r"(?P<opening>\[)(?=[^\[\]]*\](?!\s*\{))|(?P<stray>\[[^\[\]]*\](?=\s*\{)|[\[\]{}])"
)
TARGET = re.compile(
    r"(?P<target>[a-z0-9][a-z0-9-]*)(?:\.(?P<part>[a-z][a-z0-9-]*))?"
    r"(?::(?P<form>[^:{}]+))?(?::(?P<case>[^:{}]+))?"
)


def parse(text: Text) -> tuple[list[tuple[TypedPiece, ...]], list[Diagnostic]]:
    """The paragraphs of `text` as typed pieces, and what is wrong with its references.

    A blank line ends a paragraph; other line ends count as spaces.
    """
    problems: list[Diagnostic] = []
    paragraphs = []
    start = 0
    for part in re.split(r"(\n[ \t]*\n\s*)", text):
        if part.strip():
            lead = len(part) - len(part.lstrip())
            body = part.strip()
            paragraphs.append(tuple(_pieces(text, body, start + lead, problems)))
        start += len(part)
    return paragraphs, problems


def _pieces(
    text: Text, body: str, start: int, problems: list[Diagnostic]
) -> Iterator[Words | Reference | Tie]:
    done = 0
    opened = False
    for match in TOKEN.finditer(body):
        if match["language"]:
            continue  # words of another language stand among the words
        if match["opening"] or (opened and match[0] == "]"):
            opened = not opened
            continue
        if match.start() > done:
            yield _words(text, body[done : match.start()], start + done)
        done = match.end()
        begin, end = start + match.start(), start + match.end()
        place = text.at(begin)
        tied = match["tie"] is not None
        typed = match["tie"] if tied else match["reference"]  # None of stray brackets
        target = None if typed is None else TARGET.fullmatch(unfolded(typed))
        if target is None or (tied and target["form"]):
            problems.append(Diagnostic("resolve/bad-reference", place, {"typed": match[0]}))
            continue
        id, part, form, case = (target[name] or "" for name in ("target", "part", "form", "case"))
        if tied:
            inner = list(_pieces(text, match["words"], begin + 1, problems))
            held = tuple(p for p in inner if not isinstance(p, Tie))
            yield Tie(held, id, part, place, begin, end)
        else:
            yield Reference(id, part, form, case, place, begin, end)
    if done < len(body):
        yield _words(text, body[done:], start + done)


def unfolded(reference: str) -> str:
    """A reference without the line ends that may stand in it: {x:دولة عضو}."""
    return " ".join(reference.split())


def _words(text: Text, words: str, offset: int) -> Words:
    ahead = len(words) - len(words.lstrip())
    # A place is that of a letter; leading white space would give the end of the line before.
    start = offset + (ahead if words.strip() else 0)
    single = re.sub(r"\s+", " ", words)
    return Words(single, text.at(start), text, start, offset + len(words))


def signed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a text; a sign of percent that is typed right behind a figure stands with it.

    Alone it would follow the direction of the text, and stand on the other side of the figure.
    """
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, Words) and isinstance(last, Printed):
            rest = piece.text.lstrip("%‰٪")
            sign = piece.text.removesuffix(rest)
            if sign and last.phrase.text[-1:].isdigit():
                phrase = replace(last.phrase, text=last.phrase.text + sign)
                found[-1] = replace(last, phrase=phrase)
                piece = replace(piece, text=rest)
        found.append(piece)
    return found
