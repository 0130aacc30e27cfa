"""Read back what was printed: glyphs in order against the order that UAX #9 asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from press.geometry import Box
from press.language.phrases import Direction
from press.pdf.pages import Glyph, Page, around
from press.preflight.readback.folded import FoldedRow, apart, folded, joins
from press.preflight.readback.words import PrintedWord, elements_of, shown, signs, spoken

# In place of what was found: it cannot be found again.
TAKEN = "\ue000"
# The lines of a paragraph follow each other within so many em, from baseline to baseline.
LEADING_EM = 2.6
# Glyphs hang so far out of the box of their text, in mm.
HANGS_MM = 1.0
# A paragraph that runs on to another page goes on in this part of it, from the top.
HEAD_OF_PAGE = 0.45


@dataclass(frozen=True, slots=True)
class Span:
    """A line of a text where it was found: characters `first` to `last` of a line of a page."""

    line: int
    first: int
    last: int


_Fit = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text stands, line by line."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A text that is not where it should be: the first word missing, and the words before it.

    `text` is the word, or the whole value that it belongs to; `page` is where the longest part
    that was read begins, or where it was looked for, and `at` its last line there.
    It is what follows `letters` others in a paragraph of the text, counted from 0.
    """

    word: PrintedWord
    text: str
    before: str
    page: int
    at: Box | None
    paragraph: int
    letters: int


@dataclass(slots=True)
class Reader:
    """Finds texts on the pages of one document, and takes away what it found.

    `base` is the direction in which its columns follow each other.
    """

    pages: Sequence[Page]
    base: Direction = "rtl"
    lines: list[FoldedRow] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = [line for page in self.pages for line in folded(page)]

    def start(self, page: int, top_mm: float) -> int:
        """The number of the first line of `page` whose baseline lies below `top_mm`."""
        for number, line in enumerate(self.lines):
            if (line.page.number, line.baseline) > (page, top_mm):
                return number
        return len(self.lines)

    def find(
        self,
        text: Sequence[Sequence[PrintedWord]],
        first: int = 0,
        last: int | None = None,
        box: Box | None = None,
    ) -> Found | Lost:
        """Where the paragraphs of a text stand, one after the other, in lines `first` to `last`.

        The lines of a paragraph stand one below the other, or go on at the head of the next
        column or page; they hold its words and its spaces in visual order and nothing between.
        With `box`, in mm from the trim's corner, every line stands in it. What is found is
        taken: another text with the same words must stand somewhere else.
        """
        last = len(self.lines) if last is None else last
        spans: list[Span] = []
        for paragraph, words in enumerate(text):
            for number in range(first, last):
                found = self._paragraph(words, number, box)
                if found and (not spans or self._follows(found[0], spans[-1])):
                    spans += found
                    break
            else:
                return self._lost(paragraph, words, first, last)
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

    def _lost(self, paragraph: int, words: Sequence[PrintedWord], first: int, last: int) -> Lost:
        """The first word that is missing where most of those before it stand."""
        most, page = 0, self.lines[first].page.number if first < len(self.lines) else 0
        place: Box | None = None
        for begin in range(first, last):
            read = self._prefix(words, begin)
            end = begin, words[:read]
            for number in range(begin + 1, last if 0 < read < len(words) else 0):
                more = self._prefix(words[read:], number)
                # A single word may stand anywhere; two are a line of this text.
                if more > 1 and self.lines[number].page is self.lines[begin].page:
                    end = number, words[read : read + more]
                read += more
            if read > most:
                most, page = min(read, len(words) - 1), self.lines[begin].page.number
                place = self._place(*end)
        element = elements_of(words[most])
        value = {i: w for i, w in enumerate(words) if element & elements_of(w)} or {
            most: words[most]
        }
        start = min(value)
        before = "".join(word.text for word in words[:start])
        return Lost(
            words[most],
            spoken(tuple(value.values())),
            spoken(words[max(0, start - 4) : start]),
            page,
            place,
            paragraph,
            sum(not character.isspace() for character in before),
        )

    def _place(self, number: int, words: Sequence[PrintedWord]) -> Box | None:
        """Where `words` stand on a line."""
        line, text = self.lines[number], shown(words)
        at = line.free.find(text)
        glyphs = [g for g in line.glyphs[at : at + len(text)] if g]
        return around(glyphs) if glyphs else None

    def _prefix(self, words: Sequence[PrintedWord], number: int) -> int:
        """How many of `words`, from the first, stand together on a line, whatever is beside."""
        count, line = 0, self.lines[number]
        while count < len(words) and shown(words[: count + 1]) in line.free:
            count += 1
        return count

    def _paragraph(self, words: Sequence[PrintedWord], number: int, box: Box | None) -> list[Span]:
        """The lines that hold `words` from line `number` on; none when they are not there."""
        for count, span in self._inside_first(self._fits(words, number, fresh=False), box):
            if box is None or self._begins_in(span, box):
                rest = self._rest(words[count:], span, box)
                if rest is not None:
                    return [span, *rest]
        return []

    def _rest(
        self, words: Sequence[PrintedWord], above: Span, box: Box | None
    ) -> list[Span] | None:
        """The lines that hold `words` after the line `above`; None when they are not there."""
        if not words:
            return []
        for number in self._next_lines(above):
            for count, span in self._inside_first(self._fits(words, number, fresh=True), box):
                if self._same_column(span, above) and (box is None or self._begins_in(span, box)):
                    rest = self._rest(words[count:], span, box)
                    if rest is not None:
                        return [span, *rest]
        return None

    def _fits(
        self, words: Sequence[PrintedWord], number: int, *, fresh: bool
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
            length += signs(words[count].text)
            count += 1
        for taken in range(count, 0, -1):
            for at in self._places(line.free, text := shown(words[:taken])):
                span = Span(number, at, at + len(text))
                if self._bounded(line, span, begins=fresh, ends=taken < len(words)):
                    yield taken, span

    def _places(self, line: str, text: str) -> Iterator[int]:
        """Where `text` stands on a line, in the order in which its columns are read."""
        found = [at for at in range(len(line)) if line.startswith(text, at)]
        return iter(found if self.base == "ltr" else found[::-1])

    def _bounded(self, line: FoldedRow, span: Span, *, begins: bool, ends: bool) -> bool:
        """Whether nothing of the same word, or of the same line, stands beside a span."""
        right, left = line.text[span.last : span.last + 1], line.text[: span.first][-1:]
        if joins(right) or joins(left):
            return False
        if self.base == "ltr":
            begins, ends = ends, begins
        at_right, at_left = begins, ends
        return not (at_right and not apart(line, span.last, 1)) and not (
            at_left and not apart(line, span.first - 1, -1)
        )

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
        this, before = self.lines[span.line], self.lines[above.line]
        if this.page is before.page and this.baseline < before.baseline:
            return self._further(span, above)
        (left, right), (left_above, right_above) = self._edges(span), self._edges(above)
        return left_above < right if self.base == "rtl" else left < right_above

    def _further(self, span: Span, before: Span) -> bool:
        """Whether a span stands in a later column than the one before it."""
        (left, right), (left_before, right_before) = self._edges(span), self._edges(before)
        return right < left_before if self.base == "rtl" else right_before < left

    def _edges(self, span: Span) -> tuple[float, float]:
        glyphs = [g for g in self.lines[span.line].glyphs[span.first : span.last] if g]
        return glyphs[0].begin, glyphs[-1].end

    def _inside_first(self, fits: Iterable[_Fit], box: Box | None) -> Iterable[_Fit]:
        """What stands wholly in a box before what reaches out of it into a neighbour's words."""
        if box is None:
            return fits
        edges = box.x_mm - HANGS_MM, box.right_mm + HANGS_MM
        return sorted(
            fits, key=lambda f: not all(edges[0] <= x <= edges[1] for x in self._edges(f[1]))
        )

    def _begins_in(self, span: Span, box: Box) -> bool:
        left, right = self._edges(span)
        across = box.x_mm < (left + right) / 2 < box.right_mm
        return across and box.y_mm < self.lines[span.line].baseline < box.bottom_mm

    def _follows(self, span: Span, before: Span) -> bool:
        """Whether a paragraph may begin at `span` when the one before it ended at `before`."""
        this, that = self.lines[span.line], self.lines[before.line]
        if this.page is that.page and this.baseline < that.baseline:
            return self._further(span, before)  # at the head of a column
        return span.line > before.line


@cache
def _largest(word: PrintedWord) -> str:
    """The part of a word that stands together on every line that holds the word."""
    run = max(word.runs, key=lambda run: len(run.text))
    return shown([PrintedWord((run,), False, word.base)])
