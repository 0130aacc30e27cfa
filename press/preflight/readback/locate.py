"""Locate: on which page of a finished PDF a record stands, and words of it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from press.content.prose import Prose
from press.geometry import MM_PER_PT
from press.language.phrases import Direction
from press.pdf.objects import held
from press.pdf.pages import read_pages
from press.preflight.readback.readback import Found, Reader
from press.preflight.readback.words import words_of


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The pages of one document: their labels, and page (from 1) and height in mm of each id."""

    labels: tuple[str, ...]
    tops: Mapping[str, tuple[int, float]]
    reader: Reader

    def of(self, anchor: str, words: Prose | None = None) -> str:
        """The label of the page with `words` of the element `anchor`; of its head without them.

        Empty where the document has no such element.
        """
        if anchor not in self.tops:
            return ""
        page, top = self.tops[anchor]
        if words:
            first = self.reader.start(page, top)
            # A copy: what is found once may be asked for again.
            found = self._fresh().find(words_of(words, self.reader.base), first)
            if isinstance(found, Found):
                page = self.reader.lines[found.spans[0].line].page.number
        return self.labels[page - 1]

    def _fresh(self) -> Reader:
        return Reader(self.reader.pages, self.reader.base)

    def sixth(self, words: Prose) -> str:
        """In which sixth of a sheet `words` begin: top or bottom, then right, middle or left.

        As in `top-right`; empty where they are not printed.
        """
        reader = self._fresh()
        found = reader.find(words_of(words, self.reader.base))
        if not isinstance(found, Found):
            return ""
        span = found.spans[0]
        line = reader.lines[span.line]
        held = [glyph for glyph in line.glyphs[span.first : span.last] if glyph]
        middle = (min(g.left for g in held) + max(g.right for g in held)) / 2
        column = min(int(3 * middle / line.page.width_mm), 2)
        half = "top" if line.baseline < line.page.height_mm / 2 else "bottom"
        return f"{half}-{('left', 'middle', 'right')[max(column, 0)]}"


def read_whereabouts(pdf: bytes) -> Whereabouts:
    """The whereabouts in a finished PDF; ids are its named destinations."""
    labels: list[str] = []
    tops: dict[str, tuple[int, float]] = {}
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, start=1)}
        labels = [page.label for page in opened.pages]
        way = held(opened.Root, "/ViewerPreferences", "/Direction")
        base: Direction = "rtl" if way == "/R2L" else "ltr"
        tree = held(opened.Root, "/Names", "/Dests")
        for name, goal in pikepdf.NameTree(tree).items() if tree is not None else ():
            number = numbers.get(goal[0].objgen, 0)
            if number:
                height = float(opened.pages[number - 1].trimbox[3])
                tops[str(name)] = number, (height - float(goal[3])) * MM_PER_PT
    return Whereabouts(tuple(labels), tops, Reader(read_pages(pdf), base))
