"""Opens a finished PDF as a file, beside what it was made of."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from press.bind.bind import Document
from press.content.edition import Edition, PressSpec
from press.layout.layout import Sheets
from press.pdf.objects import goals, page_numbers
from press.pdf.structure import Element, read_structure
from press.products import Kind

# To bind or to inspect a file takes memory by its pages, which a process that typesets has not: for
# one of more bytes it is done by a process of its own, or by the one that leads the build.
LARGE = 8_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A finished PDF as a file; `families` are the fonts that the styles name."""

    document: Document
    pdf: pikepdf.Pdf
    sheets: Sheets
    edition: Edition
    families: frozenset[str]
    _trees: list[Element] = field(default_factory=list, init=False, compare=False, repr=False)

    @property
    def kind(self) -> Kind:
        """What kind of product this is, in whatever form."""
        return self.document.kind

    @property
    def press(self) -> PressSpec:
        """What the product's press file is made for."""
        spec: PressSpec = self.sheets.of(self.kind).press
        return spec

    @property
    def fingerprint(self) -> str:
        """That of the records, as the product prints it."""
        return str(self.sheets.of(self.kind).fingerprint)

    def page_numbers(self) -> dict[tuple[int, int], int]:
        """The number of each page, from 1, by the number of its object."""
        return page_numbers(self.pdf)

    def tree(self) -> Element:
        """The tags, read once."""
        if not self._trees:
            self._trees.append(read_structure(self.pdf))
        return self._trees[0]

    def names(self) -> dict[str, Any]:
        """The named destinations."""
        return goals(self.pdf)


def open_document(
    document: Document, sheets: Sheets, edition: Edition, families: frozenset[str]
) -> Opened:
    """The finished PDF as a file. Raises `pikepdf.PdfError` when it is none."""
    pdf = pikepdf.open(io.BytesIO(document.pdf))
    return Opened(document, pdf, sheets, edition, families)
