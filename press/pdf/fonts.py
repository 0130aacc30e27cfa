"""Walks over the fonts that the pages of a PDF, their forms and patterns have at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from press.pdf.content_streams import contents_of
from press.pdf.objects import held

_SUBSET = re.compile(r"[A-Z]{6}\+")
# Type of these weights is bold: by its descriptor, or by the words in its name.
BOLD, BOLD_NAMES = 600, ("Bold", "Black", "Heavy", "Semi", "Demi")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, slots=True)
class HeldFont:
    """A font as a file holds it (ISO 32000-1, 9.6 to 9.8), and the first page that has it at hand.

    `tagged` is its name in the file, of a subset with six letters and a plus before; `family` is
    empty where the file does not tell it; `program` are its outlines, None where they lack.
    """

    page: int
    tagged: str
    kind: str
    family: str
    program: Any

    @property
    def name(self) -> str:
        """Its name without the letters of a subset."""
        return _SUBSET.sub("", self.tagged)

    @property
    def is_subset(self) -> bool:
        """Whether it holds no more than is used."""
        return bool(_SUBSET.match(self.tagged))


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[HeldFont]:
    """Every font of a file once."""
    seen: set[tuple[int, int]] = set()
    for page, _, resources in contents_of(pdf):
        for font in (held(resources, "/Font") or {}).values():
            if font.objgen == (0, 0) or font.objgen not in seen:
                seen.add(font.objgen)
                yield read_font(font, page)


def read_font(font: Any, page: int) -> HeldFont:
    """A font dictionary; of a composite one, what its descendant tells."""
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    programs = (held(inner, "/FontDescriptor", key) for key in _PROGRAMS)
    return HeldFont(
        page,
        str(font.get("/BaseFont", "/?"))[1:],
        str(font.get("/Subtype", "/?"))[1:],
        str(held(inner, "/FontDescriptor", "/FontFamily") or ""),
        next((program for program in programs if program is not None), None),
    )


def is_bold(font: Any) -> bool:
    """Whether a font as a file holds it is bold; none is not."""
    if font is None:
        return False
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    weight = float(inner.get("/FontDescriptor", pikepdf.Dictionary()).get("/FontWeight", 0))
    return weight >= BOLD or any(word in str(font.get("/BaseFont", "")) for word in BOLD_NAMES)
