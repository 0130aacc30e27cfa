"""Legibility: how large the ink of a letter is, and the least that a reader at a distance needs."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from press.diagnostics import Diagnostic, Place, Refusal
from press.geometry import MM_PER_PT

# A medial meem is a plain ring on the line, the height of the small letters around it; letters
# with teeth and dots are higher. Arabic letters are small for their point size.
LETTER = "م"
# Letters that reach highest and lowest, and the lowest line of a poster, in em.
LONG, LINE = "أآإلكطظجحعغي", 1.3
# From how far each text of a poster is read, as a share of its reading distance. Seen across a
# hall, five metres where cards are read from one and a half: what draws a reader near. Looked up
# from nearer by: who acted, under which symbol, who was in office, where it is from.
SEEN, READ, LOOKED_UP = 10 / 3, 1.0, 0.7
# On a skyline the title is a word for who passes far off, and a turning point a line for who comes
# nearer: twelve metres and three where its texts are read from one and a half.
PASSED, APPROACHED = 8.0, 2.0
OF_CARD = {
    "year": SEEN,
    "actor": LOOKED_UP,
    "symbol": LOOKED_UP,
    "credit": LOOKED_UP,
    "licence": LOOKED_UP,
}
OF_SHEET = {
    "title": SEEN,
    "year on the axis": SEEN,
    "label on the axis": READ,
    "name in the legend": LOOKED_UP,
    "name on a term": LOOKED_UP,
    "name of an era": LOOKED_UP,
    "post of a term": LOOKED_UP,
    "sources-line": LOOKED_UP,
    "edition": LOOKED_UP,
    "fingerprint": LOOKED_UP,
    "address": LOOKED_UP,
}
# A figure must be so many times as high as a medial letter must: it stands without neighbours that
# say what it is, and most letters reach higher than a meem.
FIGURE = 1.5


@cache
def medial_ink(family: str, style: str = "Regular") -> float:
    """The height of a medial meem's ink in `family`, or a face's file, as a share of the em.

    Raises `Refusal` when the installed font has no medial forms (OpenType feature `medi`).
    """
    with _opened(family, style) as font:
        glyph = _medial(font).get(font.getBestCmap()[ord(LETTER)])
        if glyph is None:
            values = {"font": family, "letter": LETTER}
            raise Refusal([Diagnostic("typeset/missing-font", Place(""), values, case="no-arabic")])
        glyphs = font.getGlyphSet()
        pen = BoundsPen(glyphs)
        glyphs[glyph].draw(pen)
        return float(pen.bounds[3] - pen.bounds[1]) / float(font["head"].unitsPerEm)


def _opened(family: str, style: str) -> TTFont:
    """The font of a family in a style, or in a file of a project's own."""
    file = family
    if not Path(family).is_absolute():
        asked = ["fc-match", "--format", "%{file}", f"{family}:style={style}"]
        file = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return TTFont(file, fontNumber=0)


def _medial(font: Any) -> dict[str, str]:
    """The medial form of each glyph by name (feature `medi` of GSUB)."""
    table = font["GSUB"].table
    forms: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "medi":
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    held = getattr(subtable, "ExtSubTable", subtable)
                    for glyph, form in getattr(held, "mapping", {}).items():
                        # A letter may be drawn in two pieces, itself and its dots.
                        forms.setdefault(glyph, form if isinstance(form, str) else form[0])
    return forms


@cache
def overhang(family: str) -> float:
    """How far letters of `family`, or a face's file, stand out of a line of `LINE` em, in em.

    A font's own height lies in the middle of a line; long strokes of a naskh reach beyond it.
    """
    with _opened(family, "Bold") as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        high = low = 0.0
        for letter in filter(names.get, map(ord, LONG)):
            pen = BoundsPen(glyphs)
            glyphs[names[letter]].draw(pen)
            low, high = min(low, pen.bounds[1]), max(high, pen.bounds[3])
        unit, own = font["head"].unitsPerEm, font["hhea"]
        half = (LINE * unit - own.ascent + own.descent) / 2
        return float(max(0.0, max(high - own.ascent, own.descent - low) - half)) / float(unit)


def ink_mm(size_pt: float, family: str, style: str = "Regular") -> float:
    """The height in mm of a medial letter's ink at `size_pt`."""
    return size_pt * MM_PER_PT * medial_ink(family, style)


def least_ink_mm(letter: float, distance_m: float) -> float:
    """The least height of a medial letter's ink: `letter` is its share of the distance."""
    return letter * distance_m * 1000.0
