"""Lines: the printed lines of a document by the element that they belong to, in mm.

Which glyph belongs to which heading, paragraph or cell is read from the finished file: each glyph
carries the number of its marked content, and the structure tree holds those numbers.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import pikepdf

from press.geometry import MM_PER_PT, Box
from press.pdf.pages import Glyph, GlyphRow, Page
from press.pdf.paints import Paints, read_paints
from press.pdf.structure import Element, MarkedContent, read_structure
from press.preflight.readback.words import unshown

# These run along in the line of what they stand in.
_ALONG = frozenset(("Span", "Link", "Reference", "Quote", "NonStruct"))
HEADINGS = frozenset(("H1", "H2", "H3", "H4", "H5", "H6"))
_kind = cache(unicodedata.bidirectional)


@dataclass(frozen=True)
class SetLine:
    """A line of a block on a page (from 1): its glyphs from left to right; baseline in mm."""

    page: int
    baseline: float
    glyphs: tuple[Glyph, ...]

    @cached_property
    def left(self) -> float:
        """The left edge of its ink."""
        return min(glyph.left for glyph in self.glyphs)

    @cached_property
    def right(self) -> float:
        """The right edge of its ink."""
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def top(self) -> float:
        """The upper edge of its ink."""
        return min(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        """The lower edge of its ink."""
        return max(glyph.bottom for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The size of its largest type, in pt."""
        return max(glyph.size for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        """Its letters from left to right, without spaces."""
        return "".join([glyph.character for glyph in self.glyphs])

    @cached_property
    def words(self) -> tuple[tuple[Glyph, ...], ...]:
        """Its words from left to right, each as its glyphs from left to right."""
        found: list[list[Glyph]] = []
        for glyph, space in GlyphRow(self.glyphs, self.baseline).spaced():
            if space or not found:
                found.append([])
            found[-1].append(glyph)
        return tuple(tuple(word) for word in found)

    def said(self) -> str:
        """The line as a reader says it, for messages."""
        return unshown(" ".join("".join(g.character for g in word) for word in self.words))


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, cell, label or the like with its lines in order; `above` holds the
    elements that it stands in, the outermost first."""

    element: Element
    above: tuple[Element, ...]
    lines: tuple[SetLine, ...]

    @property
    def type(self) -> str:
        """Its standard type."""
        return self.element.type

    def inside(self, *types: str) -> bool:
        """Whether it is, or stands in, an element of one of `types`."""
        return any(element.type in types for element in (*self.above, self.element))

    @property
    def record(self) -> str:
        """The id of the innermost element around it that has one; empty without any."""
        around = (self.element, *reversed(self.above))
        return next((element.id for element in around if element.id), "")

    @cached_property
    def runs_right(self) -> bool:
        """Whether it is read from left to right: most of its letters are."""
        kinds = [_kind(g.character[:1]) for line in self.lines for g in line.glyphs]
        return kinds.count("L") > kinds.count("AL") + kinds.count("R")

    @cached_property
    def by_page(self) -> dict[int, tuple[SetLine, ...]]:
        """Its lines page by page."""
        found: dict[int, list[SetLine]] = defaultdict(list)
        for line in self.lines:
            found[line.page].append(line)
        return {page: tuple(lines) for page, lines in found.items()}


@dataclass(frozen=True)
class Setting:
    """The blocks of a document in reading order, and by page the lines that stand in none, the
    area inside the margins, and the fills.

    `drawings` are the places of figures, by page and box. `language` is that of the document,
    `languages` has the language of what has one of its own, by page and number of its mark.
    """

    blocks: tuple[Block, ...]
    loose: dict[int, tuple[SetLine, ...]]
    areas: dict[int, Box]
    paints: Paints
    drawings: tuple[tuple[int, Box], ...]
    languages: dict[tuple[int, int], str]
    language: str

    @cached_property
    def by_page(self) -> dict[int, tuple[tuple[Block, SetLine], ...]]:
        """The lines of each page with their blocks, in reading order."""
        found: dict[int, list[tuple[Block, SetLine]]] = defaultdict(list)
        for block in self.blocks:
            for line in block.lines:
                found[line.page].append((block, line))
        return {page: tuple(pairs) for page, pairs in found.items()}


def read_setting(
    pdf: pikepdf.Pdf, data: bytes, pages: tuple[Page, ...], paints: Paints | None = None
) -> Setting:
    """The setting of a finished PDF: opened, as bytes, and with its glyphs read from them; `paints`
    are read too unless given.
    """
    paints = paints or read_paints(data)
    tree = read_structure(pdf)
    blocks, loose = _lines(pages, tree)
    areas = {number: _area(page) for number, page in enumerate(pdf.pages, start=1)}
    drawings, languages = tuple(_drawings(pdf, tree)), dict(_languages(tree, ""))
    return Setting(
        blocks, loose, areas, paints, drawings, languages, str(pdf.Root.get("/Lang", ""))
    )


def read_blocks(pdf: pikepdf.Pdf, pages: tuple[Page, ...]) -> tuple[Block, ...]:
    """The blocks of a finished PDF, opened and with its glyphs, without all else of a setting."""
    return _lines(pages, read_structure(pdf))[0]


def _area(page: pikepdf.Page) -> Box:
    """What the margins leave of a page: its art box (ISO 32000-1, 14.11.2)."""
    art, trim = ([float(edge) for edge in box] for box in (page.artbox, page.trimbox))
    left, top = art[0] - trim[0], trim[3] - art[3]
    sides = (left, top, art[2] - art[0], art[3] - art[1])
    return Box(*(side * MM_PER_PT for side in sides))


def _drawings(pdf: pikepdf.Pdf, tree: Element) -> Iterator[tuple[int, Box]]:
    """Page and place of every figure that says where it stands (ISO 32000-1, table 344)."""
    for element in tree.elements():
        if element.type == "Figure" and "/BBox" in element.held.get("/A", {}):
            page = next((content.page for content in element.contents()), 0)
            if page:
                trim = [float(edge) for edge in pdf.pages[page - 1].trimbox]
                left, low, right, high = (float(edge) for edge in element.held.A.BBox)
                sides = (left - trim[0], trim[3] - high, right - left, high - low)
                yield page, Box(*(side * MM_PER_PT for side in sides))


def _languages(element: Element, around: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Page and number of every marked content that has a language of its own, with it."""
    language = str(element.held.get("/Lang", around))
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _languages(kid, language)
        elif isinstance(kid, MarkedContent) and language:
            yield (kid.page, kid.number), language


def box_of(*lines: SetLine) -> Box:
    """The box around the ink of `lines`, of one page."""
    left, top = min(line.left for line in lines), min(line.top for line in lines)
    right, bottom = max(line.right for line in lines), max(line.bottom for line in lines)
    return Box(left, top, right - left, bottom - top)


def _lines(
    pages: tuple[Page, ...], tree: Element
) -> tuple[tuple[Block, ...], dict[int, tuple[SetLine, ...]]]:
    """The lines of `pages` by the elements of `tree`, and those of none by page."""
    places = list(_blocks(tree, ()))
    owners = {content: index for index, (_, _, held) in enumerate(places) for content in held}
    lines: dict[int, list[SetLine]] = defaultdict(list)
    for page in pages:
        for row in page.rows:
            parts: dict[int, list[Glyph]] = defaultdict(list)
            for glyph in row.glyphs:
                parts[owners.get(MarkedContent(page.number, glyph.mark), -1)].append(glyph)
            for owner, glyphs in parts.items():
                lines[owner].append(SetLine(page.number, row.baseline, tuple(glyphs)))
    loose: dict[int, list[SetLine]] = defaultdict(list)
    for line in lines.get(-1, ()):
        loose[line.page].append(line)
    blocks = (
        Block(element, above, tuple(lines[index]))
        for index, (element, above, _) in enumerate(places)
        if index in lines
    )
    return tuple(blocks), {page: tuple(found) for page, found in loose.items()}


def _blocks(
    element: Element, above: tuple[Element, ...]
) -> Iterator[tuple[Element, tuple[Element, ...], list[MarkedContent]]]:
    """Every element that is no run of a line, with those around it and the content of its own."""
    own: list[MarkedContent] = []
    inner: list[Element] = []
    _sort(element, element, own, inner)
    yield element, above, own
    for kid in inner:
        yield from _blocks(kid, (*above, element))


def _sort(element: Element, block: Element, own: list[MarkedContent], inner: list[Element]) -> None:
    for kid in element.kids:
        if isinstance(kid, MarkedContent):
            own.append(kid)
        elif isinstance(kid, Element):
            along = kid.type in _ALONG or (kid.type == "Lbl" and block.type == "Note")
            if along:
                _sort(kid, block, own, inner)
            else:
                inner.append(kid)
