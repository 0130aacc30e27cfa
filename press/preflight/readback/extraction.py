"""Extraction: how much of its texts a finished PDF gives back whole when it is copied."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cache

import pypdfium2

from press.language.bidi import fold
from press.preflight.readback.words import PrintedWord


def copied_text(pdf: bytes) -> str:
    """The text of a finished PDF as a reader's program copies it, pages parted by a line end."""
    return "\n".join(copied_pages(pdf))


def copied_pages(pdf: bytes, numbers: Iterable[int] | None = None) -> tuple[str, ...]:
    """The same page by page, of all or of the pages `numbers`, from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        wanted = range(1, len(document) + 1) if numbers is None else numbers
        pages = (document[number - 1].get_textpage() for number in wanted)
        return tuple(str(page.get_text_bounded()) for page in pages)


@dataclass(frozen=True, slots=True)
class Share:
    """How many words, and left-to-right symbols, come back whole when the text is copied."""

    words: int
    words_copied: int
    symbols: int
    symbols_copied: int

    def __add__(self, other: Share) -> Share:
        return Share(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def copied_share(copied: str, texts: Iterable[Sequence[Sequence[PrintedWord]]]) -> Share:
    """What is left of `texts` in what a reader's program copies, see `pages.copied_text`.

    Words are compared without marks and without the signs at their ends, symbols without spaces
    but with their brackets as they are. Both count as often as they occur. Unlike `Reader`, this
    judges the text behind the glyphs.
    """
    there = Counter(_bare(word) for word in copied.split())
    words: Counter[str] = Counter()
    symbols: Counter[str] = Counter()
    for text in texts:
        for paragraph in text:
            words.update(_bare(word) for word in _whole(paragraph))
            symbols.update(_symbols(paragraph))
    words.pop("", None)
    solid = _solid(copied)
    return Share(
        words.total(),
        (words & there).total(),
        symbols.total(),
        sum(min(count, solid.count(symbol)) for symbol, count in symbols.items()),
    )


def _whole(paragraph: Sequence[PrintedWord]) -> list[str]:
    """The words of a paragraph from space to space, but for those that run the other way."""
    parts = (
        "".join(r.text for r in w.runs if r.direction == w.base) + " " * w.space for w in paragraph
    )
    return "".join(parts).split()


def _symbols(paragraph: Sequence[PrintedWord]) -> Iterator[str]:
    """The left-to-right elements of a paragraph that hold a letter and a figure."""
    held: dict[int, str] = {}
    for word in paragraph:
        for run in word.runs:
            if run.direction == "ltr" and run.isolate:
                held[run.isolate] = held.get(run.isolate, "") + run.text
    for text in held.values():
        if re.search(r"[A-Za-z]", text) and re.search(r"[0-9]", text):
            yield _solid(text)


def _solid(text: str) -> str:
    """`text` without spaces and invisible controls; brackets stay as they are."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


@cache
def _bare(word: str) -> str:
    return fold(word, "logical").strip(".,،؛:؟([{«‹<“‘/–-")
