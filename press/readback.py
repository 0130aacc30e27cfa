"""Read back what was printed: glyphs in order against the order that UAX #9 asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from press.bidi import fold
from press.pages import Glyph, Page, copied_text
from press.sheets import Box
from press.wording import Word, letter, shown

# In place of what was found: it cannot be found again.
TAKEN = "\ue000"
# The lines of a paragraph follow each other within so many em, from baseline to baseline.
LEADING_EM = 2.6
# What stands beside a line of a paragraph, and is not of it, keeps so far away, in em.
GUTTER_EM = 0.6
# A paragraph that runs on to another page goes on in this part of it, from the top.
HEAD_OF_PAGE = 0.45


@dataclass(frozen=True, slots=True)
class Span:
    """A line of a text where it was found: characters `first` to `last` of a line of a page."""

    line: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text stands, line by line."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A text that is not where it should be: the first word missing, and the words before it.

    `page` is where the longest part that was read begins, or where it was looked for.
    """

    word: Word
    before: str
    page: int


@dataclass(slots=True)
class Line:
    """A row of a page, folded: `glyphs` has None for a space; `free` hides what was found."""

    page: Page
    baseline: float
    text: str
    glyphs: tuple[Glyph | None, ...]
    free: str


@dataclass(slots=True)
class Reader:
    """Finds texts on the pages of one document, and takes away what it found."""

    pages: Sequence[Page]
    lines: list[Line] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = [line for page in self.pages for line in _lines(page)]

    def start(self, page: int, top_mm: float) -> int:
        """The number of the first line of `page` whose baseline lies below `top_mm`."""
        for number, line in enumerate(self.lines):
            if (line.page.number, line.baseline) > (page, top_mm):
                return number
        return len(self.lines)

    def find(
        self, text: Sequence[Sequence[Word]], first: int, last: int, box: Box | None = None
    ) -> Found | Lost:
        """Where the paragraphs of a text stand, one after the other, in lines `first` to `last`.

        The lines of a paragraph stand one below the other, or go on at the head of the next
        column or page; they hold its words and its spaces in visual order and nothing between.
        With `box`, in mm from the trim's corner, every paragraph begins in it. What is found is
        taken: another text with the same words must stand somewhere else.
        """
        spans: list[Span] = []
        for words in text:
            for number in range(first, last):
                found = self._paragraph(words, number, box)
                if found and (not spans or self._follows(found[0], spans[-1])):
                    spans += found
                    break
            else:
                return self._lost(words, first, last)
        for span in spans:
            line = self.lines[span.line]
            hidden = TAKEN * (span.last - span.first)
            line.free = line.free[: span.first] + hidden + line.free[span.last :]
        return Found(tuple(spans))

    def glyphs(self, found: Found) -> Iterator[tuple[Page, Glyph]]:
        """The glyphs of a text that was found."""
        for span in found.spans:
            line = self.lines[span.line]
            yield from ((line.page, g) for g in line.glyphs[span.first : span.last] if g)

    def _lost(self, words: Sequence[Word], first: int, last: int) -> Lost:
        """The first word that is missing where most of those before it stand."""
        most, page = 0, self.lines[first].page.number if first < len(self.lines) else 0
        for begin in range(first, last):
            read = self._prefix(words, begin)
            for number in range(begin + 1, last if 0 < read < len(words) else 0):
                read += self._prefix(words[read:], number)
            if read > most:
                most, page = min(read, len(words) - 1), self.lines[begin].page.number
        before = "".join(w.text + " " * w.space for w in words[max(0, most - 4) : most])
        return Lost(words[most], before.strip(), page)

    def _prefix(self, words: Sequence[Word], number: int) -> int:
        """How many of `words`, from the first, stand together on a line, whatever is beside."""
        count, line = 0, self.lines[number]
        while count < len(words) and shown(words[: count + 1]) in line.free:
            count += 1
        return count

    def _paragraph(self, words: Sequence[Word], number: int, box: Box | None) -> list[Span]:
        """The lines that hold `words` from line `number` on; none when they are not there."""
        for count, span in self._fits(words, number, fresh=False):
            if box is None or self._begins_in(span, box):
                rest = self._rest(words[count:], span)
                if rest is not None:
                    return [span, *rest]
        return []

    def _rest(self, words: Sequence[Word], above: Span) -> list[Span] | None:
        """The lines that hold `words` after the line `above`; None when they are not there."""
        if not words:
            return []
        for number in self._next_lines(above):
            for count, span in self._fits(words, number, fresh=True):
                if self._same_column(span, above):
                    rest = self._rest(words[count:], span)
                    if rest is not None:
                        return [span, *rest]
        return None

    def _fits(
        self, words: Sequence[Word], number: int, *, fresh: bool
    ) -> Iterator[tuple[int, Span]]:
        """How many of `words`, from the first, stand together on a line, the most first.

        `fresh`: the line must begin with them, since the paragraph began on another.
        """
        line = self.lines[number]
        if _largest(words[0]) not in line.free:
            return
        room = len(line.free.replace(TAKEN, ""))
        count = length = 0
        while count < len(words) and length <= room:
            length += len(words[count].text)
            count += 1
        for taken in range(count, 0, -1):
            text = shown(words[:taken])
            at = line.free.rfind(text)
            while at >= 0:
                span = Span(number, at, at + len(text))
                if self._bounded(line, span, begins=fresh, ends=taken < len(words)):
                    yield taken, span
                at = line.free.rfind(text, 0, at + len(text) - 1)

    def _bounded(self, line: Line, span: Span, *, begins: bool, ends: bool) -> bool:
        """Whether nothing of the same word, or of the same line, stands beside a span."""
        right, left = line.text[span.last : span.last + 1], line.text[: span.first][-1:]
        if _joins(right) or _joins(left):
            return False
        apart = self._apart
        return not (begins and not apart(line, span.last, 1)) and not (
            ends and not apart(line, span.first - 1, -1)
        )

    @staticmethod
    def _apart(line: Line, at: int, step: int) -> bool:
        """Whether a line ends at `at`, or goes on in `step` only behind a gutter."""
        inside = line.glyphs[at - step]
        while 0 <= at < len(line.glyphs) and line.glyphs[at] is None:
            at += step
        if not 0 <= at < len(line.glyphs):
            return True
        outside = line.glyphs[at]
        assert inside and outside
        gap = outside.begin - inside.end if step > 0 else inside.begin - outside.end
        return gap > GUTTER_EM * inside.em

    def _next_lines(self, above: Span) -> Iterator[int]:
        """The lines on which a paragraph may go on: below, in the next column, overleaf."""
        here = self.lines[above.line]
        em = max(g.em for g in here.glyphs[above.first : above.last] if g)
        number = above.line + 1
        while number < len(self.lines) and self.lines[number].page is here.page:
            if self.lines[number].baseline - here.baseline > LEADING_EM * em:
                break
            yield number
            number += 1
        number = above.line - 1
        while number >= 0 and self.lines[number].page is here.page:
            yield number
            number -= 1
        for number in range(above.line + 1, len(self.lines)):
            page = self.lines[number].page
            if page.number > here.page.number + 1:
                break
            if page is not here.page:
                if self.lines[number].baseline > HEAD_OF_PAGE * page.height_mm:
                    break
                yield number

    def _same_column(self, span: Span, above: Span) -> bool:
        """Whether a line may go on where `above` ended: not in a column further on, below it.

        The first line of a text may begin in the middle; what follows then begins before it.
        """
        right, left_above = self._edges(span)[1], self._edges(above)[0]
        this, before = self.lines[span.line], self.lines[above.line]
        if this.page is before.page and this.baseline < before.baseline:
            return right < left_above
        return left_above < right

    def _edges(self, span: Span) -> tuple[float, float]:
        glyphs = [g for g in self.lines[span.line].glyphs[span.first : span.last] if g]
        return glyphs[0].begin, glyphs[-1].end

    def _begins_in(self, span: Span, box: Box) -> bool:
        left, right = self._edges(span)
        across = box.x_mm < (left + right) / 2 < box.right_mm
        return across and box.y_mm < self.lines[span.line].baseline < box.bottom_mm

    def _follows(self, span: Span, before: Span) -> bool:
        """Whether a paragraph may begin at `span` when the one before it ended at `before`."""
        this, that = self.lines[span.line], self.lines[before.line]
        if this.page is that.page and this.baseline < that.baseline:
            return self._edges(span)[1] < self._edges(before)[0]  # at the head of a column
        return span.line > before.line


@cache
def _largest(word: Word) -> str:
    """The part of a word that stands together on every line that holds the word."""
    run = max(word.runs, key=lambda run: len(run.text))
    return shown([Word((run,), space=False)])


@dataclass(frozen=True, slots=True)
class Share:
    """How many words, and left-to-right symbols, come back whole when the text is copied."""

    words: int
    words_copied: int
    symbols: int
    symbols_copied: int


def copied_share(pdf: bytes, texts: Iterable[Sequence[Sequence[Word]]]) -> Share:
    """What a reader's program gives for `texts` when all the text of `pdf` is copied from it.

    Words are compared without marks and without the signs at their ends, symbols without spaces.
    Both count as often as they occur. Unlike `Reader`, this judges the text behind the glyphs.
    """
    copied = copied_text(pdf)
    there = Counter(_bare(word) for word in copied.split())
    words: Counter[str] = Counter()
    symbols: Counter[str] = Counter()
    for text in texts:
        for paragraph in text:
            words.update(_bare(w.text) for w in paragraph if w.runs[0].direction == "rtl")
            symbols.update(_symbols(paragraph))
    words.pop("", None)
    solid = fold(copied, "logical")
    return Share(
        words.total(),
        (words & there).total(),
        symbols.total(),
        sum(min(count, solid.count(symbol)) for symbol, count in symbols.items()),
    )


def _symbols(paragraph: Sequence[Word]) -> Iterator[str]:
    """The left-to-right elements of a paragraph that hold a letter and a figure."""
    held: dict[int, str] = {}
    for word in paragraph:
        for run in word.runs:
            if run.direction == "ltr" and run.isolate:
                held[run.isolate] = held.get(run.isolate, "") + run.text
    for text in held.values():
        if re.search(r"[A-Za-z]", text) and re.search(r"[0-9]", text):
            yield fold(text, "logical")


def _bare(word: str) -> str:
    return fold(word, "logical").strip(".,،؛:؟([{«‹<“‘/–-")


def _joins(character: str) -> bool:
    """Whether `character` beside a word would make it another word."""
    if character in "⁰¹²³⁴⁵⁶⁷⁸⁹":  # the empty string too: nothing stands there
        return False
    return character.isalnum() or character in "−–-/%٪"


def _lines(page: Page) -> Iterator[Line]:
    for row in page.rows:
        letters: list[str] = []
        glyphs: list[Glyph | None] = []
        for glyph, space in row.spaced():
            if space:
                letters.append(" ")
                glyphs.append(None)
            folded = letter(glyph.character)
            letters.append(folded)
            glyphs += [glyph] * len(folded)
        text = "".join(letters)
        yield Line(page, row.baseline, text, tuple(glyphs), text)
