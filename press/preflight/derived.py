"""Derived files: the poster's other files, each judged by its own rules and against the poster."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pikepdf

from press.bind.bind import Document
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.layout.layout import Sheets
from press.pdf.objects import held
from press.pdf.pages import Page, read_pages
from press.preflight.preflight import judge_booklet, judge_press, judge_tiles
from press.preflight.rules.booklet import same_when_folded
from press.preflight.rules.same_text import same_on_press
from press.preflight.rules.tile_parts import same_on_tiles


def judge(
    pages: Sequence[Page], document: Document, other: Document, sheets: Sheets, edition: Edition
) -> list[Diagnostic]:
    """What is wrong with another form of `document`, as its kind of file and beside that.

    `pages` are those of the document where they were read before.
    """
    as_read = tuple(pages) or read_pages(document.pdf)
    if other.form == "press":
        found = judge_press(other, sheets, edition)
        return [*found, *_same_on_press(as_read, other)]
    if other.form == "booklet":
        folded = judge_booklet(other, as_read, sheets, edition)
        return folded or list(same_when_folded(as_read, other, sheets, edition))
    (poster,) = as_read
    found = judge_tiles(other, read_pages(bared(other.pdf)), poster, sheets, edition)
    overlap = sheets.poster.overlap_mm if sheets.poster else 0.0
    return [
        *found,
        *same_on_tiles(poster, other, overlap, edition.masthead.house.language.direction),
    ]


def _same_on_press(pages: Sequence[Page], press: Document) -> Iterator[Diagnostic]:
    """What the press file lacks of its pages; ruled ones stand before the last."""
    printed = read_pages(press.pdf)
    for page, on_press in zip(pages, (*printed[: len(pages) - 1], printed[-1]), strict=True):
        yield from same_on_press(page, _within_trim(on_press), press.file)


def _within_trim(page: Page) -> Page:
    """A page without what is written outside its trim, as the slug is."""
    rows = tuple(row for row in page.rows if 0 <= row.baseline <= page.height_mm)
    return replace(page, rows=rows)


def bared(pdf: bytes) -> bytes:
    """Office sheets without the poster: what is written on the sheets themselves.

    The letters of the whole poster stand on every sheet, most of them outside of it.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            forms = held(page.obj, "/Resources", "/XObject")
            if forms is not None and "/Poster" in forms:
                del forms["/Poster"]
        out = io.BytesIO()
        opened.save(out, compress_streams=False)
        return out.getvalue()
