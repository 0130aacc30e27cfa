"""Copies: the poster's other files, each judged by its own rules and against the poster."""

from __future__ import annotations

from press.bind import Document
from press.diagnostics import Diagnostic
from press.edition import Edition
from press.layout import Sheets
from press.pages import Page, read_pages
from press.preflight import judge_press, judge_tiles
from press.sameness import same_on_press, same_on_tiles


def judge(poster: Page, other: Document, sheets: Sheets, edition: Edition) -> list[Diagnostic]:
    """What is wrong with a file made from a poster, its press file or its office sheets.

    `poster` is the poster as it was read back.
    """
    if "tiles" not in other.name:
        (press,) = read_pages(other.pdf)
        found = judge_press(other, sheets, edition)
        return [*found, *same_on_press(poster, press, other.name)]
    tiles = read_pages(other.pdf, cut=True)
    found = judge_tiles(other, tiles, poster, sheets, edition)
    overlap = sheets.poster.overlap_mm if sheets.poster else 0.0
    return [*found, *same_on_tiles(poster, tiles, overlap, other.name)]
