"""Impose a brief for stapling: two pages on each side of a sheet, in the order of folded sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from press.bind.bind import Document
from press.bind.describe import describe
from press.content.edition import Masthead
from press.geometry import MM_PER_PT
from press.language.phrases import Direction
from press.pdf.content_streams import as_form
from press.typeset.gathering import Gathering


@dataclass(frozen=True, slots=True)
class SheetSide:
    """One side of a sheet: the pages on its left and right half, from 1, and how far they move in.

    `creep_mm`: towards the fold, since inner sheets stand out and are cut shorter.
    """

    left: int
    right: int
    creep_mm: float


def impose(pages: int, direction: Direction, creep_mm: float = 0.0) -> Iterator[SheetSide]:
    """The sides of the sheets, front and back in turn, from the outermost sheet to the innermost.

    What is read from left to right is bound on its left, else on its right. `pages` must fill the
    sheets: raises ValueError otherwise. `creep_mm` is what each sheet moves the next one out.
    """
    if pages % 4:
        raise ValueError(f"{pages} pages fill no sheets of four")
    for sheet in range(pages // 4):
        first, last = 2 * sheet + 1, pages - 2 * sheet
        for low, high in ((first, last), (last - 1, first + 1)):
            ends = (high, low) if direction == "ltr" else (low, high)
            yield SheetSide(*ends, creep_mm * sheet)


def booklet(
    brief: Document, notes: Gathering | None, masthead: Masthead, *, creep_mm: float = 0.0
) -> Document:
    """The brief as `NAME-booklet`, on sheets of twice its page, to be printed on both sides.

    The pages of `notes` stand before its last page. Both sides are turned over the short edge.
    Nothing is tagged: the brief itself is the file for readers. Two runs give the same bytes.
    """
    direction = masthead.house.language.direction
    with pikepdf.open(io.BytesIO(brief.pdf)) as source, pikepdf.new() as pdf:
        forms = [pdf.copy_foreign(as_form(page)) for page in source.pages]
        if notes:
            with pikepdf.open(io.BytesIO(notes.pdf)) as ruled:
                forms[-1:-1] = [pdf.copy_foreign(as_form(page)) for page in ruled.pages]
        left, bottom, right, top = (float(v) for v in source.pages[0].trimbox)
        width, height = right - left, top - bottom
        for side in impose(len(forms), direction, creep_mm):
            creep = side.creep_mm / MM_PER_PT
            halves = ((side.left, creep, 0.0), (side.right, width - creep, width))
            page = pdf.add_blank_page(page_size=(2 * width, height))
            page.obj.Resources = Dictionary(
                XObject=Dictionary({f"/P{n}": forms[n - 1] for n, _, _ in halves})
            )
            drawn = "".join(
                f"q {edge:.4f} 0 {width:.4f} {height:.4f} re W n"
                f" 1 0 0 1 {x - left:.4f} {-bottom:.4f} cm /P{number} Do Q\n"
                for number, x, edge in halves
            )
            page.obj.Contents = pdf.make_stream(f"/Artifact BMC\n{drawn}EMC\n".encode("ascii"))
            page.obj.TrimBox = Array([0, 0, 2 * width, height])
        describe(pdf, masthead)
        pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipShortEdge
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return Document(brief.product, brief.kind, "booklet", out.getvalue(), len(pdf.pages))
