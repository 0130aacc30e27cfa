"""Glyph texts: the text that each glyph of an installed font may stand for.

A font draws some characters itself (its `cmap`); all other glyphs come from these by its
substitutions (OpenType 1.9, GSUB): a letter's forms, ligatures, a letter parted from its mark.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont, TTLibError

from press.typeset.fonts import installed_faces

# So many texts of a glyph are kept, the plainest first: some forms serve a dozen letters.
KEPT = 6
# The letters and vowel signs of Arabic itself, before those of other languages.
PLAIN = range(0x0621, 0x0653)


class Substitution(NamedTuple):
    """One substitution: the glyphs that it takes in a row, and the one that it draws for them."""

    taken: tuple[str, ...]
    drawn: str


@cache
def letterforms(name: str, revision: float, made: int) -> dict[int, tuple[str, ...]]:
    """The texts of each glyph, by its number, the plainest first.

    `name` is the PostScript name of the font; `revision` and `made` (seconds, as in its table
    `head`) must be those of the installed one. Empty where there is no such font.
    """
    if name not in installed_faces():
        return {}
    path, index = installed_faces()[name]
    try:
        font = TTFont(path, fontNumber=index, lazy=True)
        head, cmap = font["head"], font.getBestCmap()
    except (OSError, TTLibError, KeyError):
        return {}
    if (head.fontRevision, head.created) != (revision, made) or not cmap:
        return {}
    texts: dict[str, tuple[str, ...]] = {}
    for code, glyph in sorted(cmap.items()):
        texts[glyph] = _kept([*texts.get(glyph, ()), _read(chr(code))])
    steps = [step for step in _substitutions(font) if step.drawn not in texts]
    # Forms come from forms: each round reads those of the round before.
    for _ in range(8):
        before = dict(texts)
        for taken, drawn in steps:
            if all(glyph in before for glyph in taken):
                parts = islice(product(*(before[glyph] for glyph in taken)), 2 * KEPT)
                texts[drawn] = _kept([*texts.get(drawn, ()), *map("".join, parts)])
        if texts == before:
            break
    return {font.getGlyphID(glyph): found for glyph, found in texts.items()}


def _read(character: str) -> str:
    """The letters that a presentation form stands for; any other character as it is."""
    form = "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc"
    return unicodedata.normalize("NFKC", character).strip() if form else character


def _kept(texts: list[str]) -> tuple[str, ...]:
    """The plainest of `texts`, each once: the letters of Arabic, then what was found first."""
    once = {unicodedata.normalize("NFC", text): None for text in texts if text}
    return tuple(sorted(once, key=lambda text: sum(ord(c) not in PLAIN for c in text))[:KEPT])


def _substitutions(font: Any) -> Iterator[Substitution]:
    """What the substitutions of a font take and draw, whatever asks for them."""
    if "GSUB" not in font or not font["GSUB"].table.LookupList:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for held in lookup.SubTable:
            table = getattr(held, "ExtSubTable", held)
            kind = table.LookupType
            if kind == 1:
                yield from (Substitution((taken,), drawn) for taken, drawn in table.mapping.items())
            elif kind == 3:
                for taken, others in table.alternates.items():
                    yield from (Substitution((taken,), drawn) for drawn in others)
            elif kind == 4:
                for first, ligatures in table.ligatures.items():
                    yield from (
                        Substitution((first, *one.Component), one.LigGlyph) for one in ligatures
                    )
            elif kind == 2:
                for taken, drawn in table.mapping.items():
                    # What is drawn beside the letter, a stroke or a filler, has no text of its own.
                    yield from (Substitution((taken,), one) for one in drawn[:1])
