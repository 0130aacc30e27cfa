"""Hear a PDF as a screen reader does: the text of each page in the order of its tags."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from press.pdf.pages import read_pages
from press.pdf.structure import Element
from press.preflight.lines import Block, SetLine, read_blocks

_TURNED = str.maketrans("()", ")(")


@dataclass(frozen=True, slots=True)
class Heard:
    """What an element says on a page: its standard type, and its text or the words for it."""

    type: str
    text: str


def heard(pdf: bytes) -> dict[int, tuple[Heard, ...]]:
    """What a finished PDF says, see `heard_of`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return heard_of(read_blocks(opened, read_pages(pdf)))


def heard_of(blocks: Sequence[Block]) -> dict[int, tuple[Heard, ...]]:
    """By page, from 1, what its elements say in the order of the tags; a drawing says its words.

    `blocks` are those of a PDF that is open. What has no tag is not heard: running heads, page
    numbers, rules.
    """
    found: dict[int, list[Heard]] = {}
    if not blocks:
        return {}
    by_element = {id(block.element): block for block in blocks}
    for element in _root(blocks[0]).elements():
        alt = str(element.held.get("/Alt", ""))
        block = by_element.get(id(element))
        if alt:
            page = next((content.page for content in element.contents()), 0)
            found.setdefault(page, []).append(Heard(element.type, alt))
        elif block and not _inside_alt(block):
            for page, lines in block.by_page.items():
                found.setdefault(page, []).append(Heard(element.type, _said(element, lines)))
    return {page: tuple(said) for page, said in found.items() if page}


def _said(element: Element, lines: Sequence[SetLine]) -> str:
    """The lines of an element, run by run as its tags follow each other."""
    runs: dict[int, list[SetLine]] = {}
    for line in lines:
        for mark in dict.fromkeys(glyph.mark for glyph in line.glyphs):
            own = tuple(glyph for glyph in line.glyphs if glyph.mark == mark)
            runs.setdefault(mark, []).append(SetLine(line.page, line.baseline, own))
    page = lines[0].page
    order = [c.number for c in element.contents() if c.page == page and c.number in runs]
    instead = _instead(element, page)
    said = (
        words
        for mark in dict.fromkeys([*order, *runs])
        for words in ([instead[mark]] if mark in instead else map(_run, runs[mark]))
    )
    return re.sub(r" (?=[.,:;!?،؛؟)»])|(?<=[(«]) ", "", " ".join(filter(None, said)))


def _instead(element: Element, page: int) -> dict[int, str]:
    """What is said in place of marked content of a page, by its number: all at the first of it."""
    found: dict[int, str] = {}
    for inner in element.elements():
        if text := str(inner.held.get("/ActualText", "")):
            marks = [content.number for content in inner.contents() if content.page == page]
            found |= dict.fromkeys(marks[1:], "") | dict.fromkeys(marks[:1], text)
    return found


def _run(line: SetLine) -> str:
    """A run as it is read: what has no letter of a right-to-left script, from left to right."""
    raw = "".join(glyph.character for glyph in line.glyphs)
    rtl = any(unicodedata.bidirectional(character) in ("R", "AL") for character in raw)
    if rtl:
        return line.said()
    text = " ".join("".join(glyph.character for glyph in word) for word in line.words)
    # A font that was first used from right to left maps its brackets turned round.
    turned = re.search(r"[()]", text)
    return text.translate(_TURNED) if turned and turned[0] == ")" else text


def _root(block: Block) -> Element:
    return block.above[0] if block.above else block.element


def _inside_alt(block: Block) -> bool:
    """Whether it stands in a drawing whose words are said in its place."""
    return any("/Alt" in element.held for element in block.above)
