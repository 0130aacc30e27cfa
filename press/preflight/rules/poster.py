"""Afar: whether the poster's texts, as printed, are read from as far as each must be."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from press.layout.poster.composition import READ_FROM_M
from press.layout.poster.legibility import FIGURE, OF_CARD, OF_SHEET, READ, ink_mm, least_ink_mm
from press.preflight.document import Finding, held
from press.preflight.readback.readback import Found
from press.preflight.rules.timeline import Posted

# What rounding of sizes in a PDF may take away, in mm.
ROUNDED_MM = 0.01


def illegible(posted: Posted) -> Iterator[Finding]:
    """Letters and figures are as high as `reading` in poster.yaml asks, each from its distance.

    A medial letter's ink is measured in its font, a figure's on the page. Cards are judged by the
    distance that is set, what stands around them by that of the paper where it is less.
    """
    words, reading = posted.words, posted.reading
    usual = READ_FROM_M[words.paper]
    asked = words.distance or usual
    faces = _faces(reading.pdf)
    for expected, found in reading.texts:
        if not isinstance(found, Found):
            continue
        if expected.box:
            distance = asked * OF_CARD.get(expected.what, READ)
        else:
            distance = min(asked, usual) * OF_SHEET.get(expected.what, READ)
        least = least_ink_mm(words.letter, distance)
        glyphs = tuple(g for _, g in reading.reader.glyphs(found))
        letters = tuple(g for g in glyphs if "ء" <= g.character <= "ي")
        figures = tuple(g for g in glyphs if g.character.isdecimal())
        inks = {(g.font, round(g.size, 2)) for g in letters}
        ink = min((ink_mm(size, *faces[font]) for font, size in inks), default=least)
        height = min((g.bottom - g.top for g in figures), default=least * FIGURE)
        hint = "see `reading` in content/poster.yaml, or the sizes in styles/poster/"
        if ink < least - ROUNDED_MM:
            said = (
                f"{expected.record}, {expected.what}: a medial letter is {ink:.2f} mm high; "
                f"{least:.2f} mm are read from {distance:.3g} m"
            )
            yield reading.finding(1, said, hint, glyphs=letters)
        elif height < least * FIGURE - ROUNDED_MM:
            said = (
                f"{expected.record}, {expected.what}: a figure is {height:.2f} mm high; "
                f"{least * FIGURE:.2f} mm are read from {distance:.3g} m"
            )
            yield reading.finding(1, said, hint, glyphs=figures)


def _faces(pdf: pikepdf.Pdf) -> dict[str, tuple[str, str]]:
    """The family and style of each font by the name that the page uses."""
    found = {}
    for page in pdf.pages:
        for font in (held(page.resources, "/Font") or {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            name = str(held(inner, "/BaseFont"))[1:]
            family = str(held(inner, "/FontDescriptor", "/FontFamily") or name)
            found[name] = family, "Bold" if "Bold" in name else "Regular"
    return found
