"""Reads a PDF as printed pages and looks for every text that is due on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from press.geometry import MM_PER_PT, Box
from press.pdf.objects import goals, page_numbers
from press.pdf.pages import Glyph, Page, Shape, around, read_pages, read_shapes
from press.preflight.finding import Finding, Said
from press.preflight.readback.expected import Expected
from press.preflight.readback.readback import Found, Lost, Reader
from press.preflight.readback.required import Due
from press.preflight.readback.words import words_of

# No page is wider or higher, in mm.
MOST_MM = 2000.0


@dataclass(frozen=True)
class Reading:
    """A PDF as printed pages, and where each text that is due was found.

    `families` are the fonts that the styles name.
    """

    pdf: pikepdf.Pdf
    due: Due
    families: frozenset[str]
    pages: tuple[Page, ...]
    shapes: tuple[Shape, ...]
    reader: Reader
    texts: tuple[tuple[Expected, Found | Lost], ...]

    def said_by(self, glyphs: Iterable[Glyph]) -> Expected | None:
        """The text that some glyphs belong to: that of the first which belongs to any."""
        return next((self._owners[id(g)] for g in glyphs if id(g) in self._owners), None)

    @cached_property
    def _owners(self) -> dict[int, Expected]:
        return {
            id(glyph): expected
            for expected, found in self.texts
            if isinstance(found, Found)
            for _, glyph in self.reader.glyphs(found)
        }

    def finding(
        self,
        page: int,
        values: Mapping[str, Said],
        case: str = "",
        *,
        glyphs: Iterable[Glyph] = (),
    ) -> Finding:
        """A finding about printed glyphs, with their place and the record that they come from."""
        held = tuple(glyphs)
        said = self.said_by(held)
        at = around(held) if held else None
        record, key = (said.record, (said.place, said.what)) if said else ("", ("", ""))
        return Finding(page, values, case, at, record, key=key)


def read(
    pdf: pikepdf.Pdf,
    data: bytes,
    due: Due,
    families: frozenset[str],
    pages: tuple[Page, ...] | None = None,
    *,
    shapes: bool = False,
) -> Reading:
    """The pages of a PDF, opened and as bytes, with every text that is due looked for.

    A text is looked for between the anchor of its element and the next, wherever the file has
    such anchors; long texts first, so that a date in a sentence is not taken for the date above
    it, and those with a box before those that may stand anywhere. `pages` are read unless given,
    `shapes` where they are asked for.
    """
    pages = read_pages(data) if pages is None else pages
    reader = Reader(pages, due.base)
    tops = dict(_tops(pdf))
    zones = _zones(due.texts, tops, reader)
    # Nothing of an element begins before its own left edge: that parts the columns of a page.
    columns = {name: Box(left - 1.0, 0.0, MOST_MM, MOST_MM) for name, (_, _, left) in tops.items()}
    texts: dict[int, tuple[Expected, Found | Lost]] = {}
    wordings = {index: words_of(e.text, due.base) for index, e in enumerate(due.texts)}
    lengths = {index: sum(map(len, words)) for index, words in wordings.items()}
    for index in sorted(wordings, key=lambda i: (-lengths[i], due.texts[i].box is None)):
        one = due.texts[index]
        first, last = zones[one.anchor]
        found = reader.find(wordings[index], first, last, one.box or columns.get(one.anchor))
        if one.box and isinstance(found, Lost):
            found = reader.find(wordings[index], first, last)
        texts[index] = one, found
    drawn = read_shapes(data) if shapes else ()
    return Reading(pdf, due, families, pages, drawn, reader, tuple(texts[i] for i in sorted(texts)))


def _tops(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[int, float, float]]]:
    """Page, height and left edge, in mm from the corner of its trim, of each named destination."""
    numbers = page_numbers(pdf)
    for name, goal in goals(pdf).items():
        try:
            number = numbers[goal[0].objgen]
            trim = pdf.pages[number - 1].trimbox
            top, left = float(trim[3]) - float(goal[3]), float(goal[2]) - float(trim[0])
            yield str(name), (number, top * MM_PER_PT, left * MM_PER_PT)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError):
            continue  # preflight/dead-link names it


def _beyond(reader: Reader, start: int, starts: Iterable[int]) -> int:
    """The first line of the pages after that of line `start` which begins an element."""
    end = reader.start(reader.lines[start].page.number + 1, 0.0)
    return min((other for other in starts if other >= end), default=len(reader.lines))


def _zones(
    expected: tuple[Expected, ...], tops: dict[str, tuple[int, float, float]], reader: Reader
) -> dict[str, tuple[int, int]]:
    """The lines among which the texts of each anchor stand: from it to the next that there is.

    An element without an anchor shares the lines of the one before it. Where the next begins higher
    on the page or as high, in another column, or before it since it floated down, the zone reaches
    to the end of the page and on to the next that stands there.
    """
    anchors = dict.fromkeys(e.anchor for e in expected)
    starts: dict[str, int] = {}
    before = 0
    for anchor in anchors:
        if anchor in tops:
            before = reader.start(*tops[anchor][:2])
        starts[anchor] = before if anchor else 0
    zones: dict[str, tuple[int, int]] = {}
    end, after = len(reader.lines), len(reader.lines)
    for anchor, start in reversed(starts.items()):
        if start < after:
            end = after
        elif start > after or (anchor in tops and start < len(reader.lines)):
            end = _beyond(reader, start, starts.values())
        zones[anchor] = start, end
        after = start
    return zones
