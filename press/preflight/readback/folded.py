"""Folds the rows of a page: letters alone, so that what is printed can be held against a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from press.pdf.pages import UNMAPPED, Glyph, Page
from press.preflight.readback.words import letter

# What stands beside a line of a paragraph, and is not of it, keeps so far away, in the lesser em.
GUTTER_EM = 0.6


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


def apart(line: FoldedRow, at: int, step: int) -> bool:
    """Whether a line ends at `at`, or goes on in `step` only behind a gutter."""
    inside = line.glyphs[at - step]
    while 0 <= at < len(line.glyphs) and line.glyphs[at] is None:
        at += step
    if not 0 <= at < len(line.glyphs):
        return True
    outside = line.glyphs[at]
    assert inside and outside
    gap = outside.begin - inside.end if step > 0 else inside.begin - outside.end
    return gap > GUTTER_EM * min(inside.em, outside.em)
