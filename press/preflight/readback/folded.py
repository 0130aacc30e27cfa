"""Folds the rows of a page: letters alone, so that what is printed can be held against a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from press.pdf.pages import UNMAPPED, Glyph, Page
from press.preflight.readback.words import letter


@dataclass(slots=True)
class FoldedRow:
    """A row of a page, folded: `glyphs` has None for a space; `free` hides what was found."""

    page: Page
    baseline: float
    text: str
    glyphs: tuple[Glyph | None, ...]
    free: str


def folded(page: Page) -> Iterator[FoldedRow]:
    """The rows of a page from top to bottom."""
    for row in page.rows:
        letters: list[str] = []
        glyphs: list[Glyph | None] = []
        for glyph, space in row.spaced():
            if space:
                letters.append(" ")
                glyphs.append(None)
            # A glyph without text is a part of a letter, or a lost letter: then its word is lost.
            plain = "" if glyph.character == UNMAPPED else letter(glyph.character)
            letters.append(plain)
            glyphs += [glyph] * len(plain)
        text = "".join(letters)
        yield FoldedRow(page, row.baseline, text, tuple(glyphs), text)


def joins(character: str) -> bool:
    """Whether `character` beside a word would make it another word."""
    if character in "⁰¹²³⁴⁵⁶⁷⁸⁹":  # the empty string too: nothing stands there
        return False
    return character.isalnum() or character in "−–-/%٪"
