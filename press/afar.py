"""Afar: whether the poster's cards, as printed, are read from as far as they must be."""

from __future__ import annotations

from collections.abc import Iterator

from press.composition import READ_FROM_M
from press.legibility import ink_mm, least_ink_mm
from press.opened import Finding, Opened, Reading, held
from press.pages import Glyph
from press.readback import Found

# Who acted and under which symbol is looked up from nearer by: this share of the least is enough.
LOOKED_UP = 0.7
# What rounding of sizes in a PDF may take away, in mm.
ROUNDED_MM = 0.01


def illegible(reading: Reading) -> Iterator[Finding]:
    """A medial letter's ink on a card is as high as `reading` in poster.yaml asks."""
    words, sheet = reading.opened.edition.poster, reading.opened.sheets.poster
    if not reading.opened.is_poster or words is None or sheet is None:
        return
    distance = words.distance or READ_FROM_M[words.paper]
    faces = _faces(reading.opened)
    for expected, found in reading.texts:
        if expected.box is None or not isinstance(found, Found):
            continue
        share = LOOKED_UP if expected.what in ("organ", "symbol") else 1.0
        least = least_ink_mm(words.letter, distance) * share
        glyphs = tuple(g for _, g in reading.reader.glyphs(found) if _is_arabic(g))
        inks = {(g.font, round(g.size, 2)) for g in glyphs}
        ink = min((ink_mm(size, *faces[font]) for font, size in inks), default=least)
        if ink < least - ROUNDED_MM:
            yield reading.finding(
                1,
                f"{expected.record}, {expected.what}: a medial letter is {ink:.2f} mm high; "
                f"{least:.2f} mm are read from {distance:g} m",
                "see `reading` in content/poster.yaml, or the sizes in styles/poster/cards.css",
                glyphs=glyphs,
            )


def _is_arabic(glyph: Glyph) -> bool:
    return "ء" <= glyph.character <= "ي"


def _faces(opened: Opened) -> dict[str, tuple[str, str]]:
    """The family and style of each font by the name that the page uses."""
    found = {}
    for page in opened.pdf.pages:
        for font in (held(page.resources, "/Font") or {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            name = str(held(inner, "/BaseFont"))[1:]
            family = str(held(inner, "/FontDescriptor", "/FontFamily") or name)
            found[name] = family, "Bold" if "Bold" in name else "Regular"
    return found
