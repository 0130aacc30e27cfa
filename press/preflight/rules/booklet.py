"""Judge a brief that is imposed for stapling, as the printer and the one who folds it see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from press.bind.bind import Document
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.geometry import MM_PER_PT
from press.layout.layout import Sheets
from press.pdf.objects import held
from press.pdf.pages import Page, read_pages
from press.preflight.document import Opened
from press.preflight.finding import Finding
from press.preflight.rules.same_text import missing

# A sheet may be off by so much, in mm.
OFF_MM = 0.1


@dataclass(frozen=True, slots=True)
class Folded:
    """A booklet, opened, with the pages of the brief that it was imposed of."""

    opened: Opened
    pages: tuple[Page, ...]


def booklet_sheets(folded: Folded) -> Iterator[Finding]:
    """There are as many sheets as the pages fill, each of twice a page."""
    sides, pages = len(folded.opened.pdf.pages), len(folded.pages)
    if sides % 2 or not 0 <= 2 * sides - pages < 4:
        due = -(-pages // 4) * 2
        yield Finding(0, {"sides": sides, "pages": pages, "due": due}, "count")
    width, height = 2 * folded.pages[0].width_mm, folded.pages[0].height_mm
    for number, sheet in enumerate(folded.opened.pdf.pages, start=1):
        left, bottom, right, top = (float(edge) * MM_PER_PT for edge in sheet.mediabox)
        if max(abs(right - left - width), abs(top - bottom - height)) > OFF_MM:
            sizes = {"wide": right - left, "high": top - bottom, "width": width, "height": height}
            yield Finding(number, sizes, "size")


def booklet_printing(folded: Folded) -> Iterator[Finding]:
    """Printers are asked to keep the size and to turn the sheet over its short edge."""
    wishes = held(folded.opened.pdf.Root, "/ViewerPreferences")
    if held(wishes, "/PrintScaling") != "/None":
        yield Finding(0, case="scaling")
    if held(wishes, "/Duplex") != "/DuplexFlipShortEdge":
        yield Finding(0, case="turning")


def same_when_folded(
    pages: Sequence[Page], booklet: Document, sheets: Sheets, edition: Edition
) -> Iterator[Diagnostic]:
    """What is not where it should be when the sheets are folded into each other and leafed through.

    Ruled pages stand before the last of `pages`.
    """
    creep = sheets.brief.creep_mm if sheets.brief else 0.0
    printed = read_pages(booklet.pdf, cut=True)
    ltr = edition.masthead.house.language.direction == "ltr"
    leafed = list(_leafed(len(printed), "right" if ltr else "left"))
    ruled = len(leafed) - len(pages)
    order = [*leafed[: len(pages) - 1], leafed[len(pages) - 1 + ruled]]
    for page, (side, half) in zip(pages, order, strict=True):
        sheet = side // 2
        moved = creep * sheet if half == "left" else page.width_mm - creep * sheet
        yield from missing(page, printed[side], booklet.file, corner=(moved, 0.0))


def _leafed(sides: int, outer: str) -> Iterator[tuple[int, str]]:
    """The halves of sides, from 0, as one meets them who leafs through the folded sheets.

    `outer` is the half of a front on which the cover stands; the sheet's other half is at the end.
    Front and back of a leaf are its halves on two sides, which lie on each other mirrored.
    """
    inner = "left" if outer == "right" else "right"
    for sheet in range(sides // 2):
        yield 2 * sheet, outer
        yield 2 * sheet + 1, inner
    for sheet in reversed(range(sides // 2)):
        yield 2 * sheet + 1, outer
        yield 2 * sheet, inner
