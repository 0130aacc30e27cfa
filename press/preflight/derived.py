"""Copies: the poster's other files, each judged by its own rules and against the poster."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf

from press.bind.bind import Document
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.layout.layout import Sheets
from press.pdf.objects import held
from press.pdf.pages import Page, read_pages
from press.preflight.preflight import judge_press, judge_tiles
from press.preflight.rules.same_text import same_on_press
from press.preflight.rules.tile_parts import same_on_tiles


def judge(poster: Page, other: Document, sheets: Sheets, edition: Edition) -> list[Diagnostic]:
    """What is wrong with a file made from a poster, its press file or its office sheets.

    `poster` is the poster as it was read back.
    """
    sheet_mm = other.sheet_mm
    if sheet_mm is None:
        (press,) = read_pages(other.pdf)
        found = judge_press(other, sheets, edition)
        return [*found, *same_on_press(poster, _within_trim(press), other.file)]
    found = judge_tiles(other, read_pages(bared(other.pdf)), poster, sheet_mm, sheets, edition)
    overlap = sheets.poster.overlap_mm if sheets.poster else 0.0
    return [*found, *same_on_tiles(poster, other, sheet_mm, overlap)]


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
