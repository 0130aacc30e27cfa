"""Derived files: the poster's other files, each judged by its own rules and against the poster."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import pikepdf

from press.bind.bind import Document
from press.cache import Store
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.layout.layout import Sheets
from press.pdf.objects import held
from press.pdf.page_keys import SLUG, keys_of, sheet_keys
from press.pdf.pages import Page, read_pages, read_some
from press.pdf.shown_text import read_forms, shown_text
from press.preflight.preflight import judge_booklet, judge_press, judge_tiles
from press.preflight.rules.booklet import same_when_folded
from press.preflight.rules.same_text import same_on_press
from press.preflight.rules.tile_parts import same_on_tiles
from press.preflight.sound_pages import Sound, slugs_alone

# Judges another form of a document beside that, whose pages are given where they were read before;
# a store knows pages that are sound.
Judge = Callable[
    [Sequence[Page], Document, Document, Sheets, Edition, Store | None], list[Diagnostic]
]


def judges(other: Document) -> tuple[Judge, ...]:
    """What finds together, side by side, what is wrong with another form of a document."""
    return (judge_sheets,) if other.form != "press" else (judge_pressed, judge_same_on_press)


def judge_pressed(
    pages: Sequence[Page],
    document: Document,
    other: Document,
    sheets: Sheets,
    edition: Edition,
    store: Store | None,
) -> list[Diagnostic]:
    """What a print shop would send a press file back for."""
    return judge_press(other, sheets, edition, store)


def judge_same_on_press(
    pages: Sequence[Page],
    document: Document,
    other: Document,
    sheets: Sheets,
    edition: Edition,
    store: Store | None,
) -> list[Diagnostic]:
    """What a press file lacks of its document."""
    return _same_on_press(document, other, store)


def judge_sheets(
    pages: Sequence[Page],
    document: Document,
    other: Document,
    sheets: Sheets,
    edition: Edition,
    store: Store | None,
) -> list[Diagnostic]:
    """What is wrong with a booklet or office sheets, by themselves and beside their document."""
    as_read = tuple(pages) or read_pages(document.pdf)
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


def _same_on_press(document: Document, press: Document, store: Store | None) -> list[Diagnostic]:
    """What the press file lacks of its pages; ruled ones stand before the last.

    A page is read only where its operators do not show the same text, or where a form, as the slug
    is, shows any within the trim. Where both pages are as when they were the same, that of the
    press file is asked for its slug alone.
    """
    found: list[Diagnostic] = []
    known: tuple[dict[tuple[int, int], bytes], ...] = {}, {}
    sound = Sound(store, store.key("same on press", press.file) if store else "")
    with (
        pikepdf.open(io.BytesIO(document.pdf)) as own,
        pikepdf.open(io.BytesIO(press.pdf)) as printed,
    ):
        last, places = len(own.pages), sheet_keys(printed)
        beside = [*keys_of(own)]
        beside[-1:-1] = [""] * (len(places) - last)
        keys = [f"{key} {place}" for key, place in zip(beside, places, strict=True)]
        same = sound.among(keys)
        lines = read_forms(slugs_alone(press.pdf, same))
        faulty = set()
        for number, at in enumerate((*range(1, last), len(printed.pages)), start=1):
            one, other = own.pages[number - 1], printed.pages[at - 1]
            bare = not _within_trim(lines[at - 1]).rows
            if bare and (at in same or _shows_the_same(one, other, known)):
                continue
            (page,), (on_press,) = read_some(document.pdf, [number]), read_some(press.pdf, [at])
            if lacking := list(same_on_press(page, _within_trim(on_press), press.file)):
                found += lacking
                faulty.add(at)
        sound.keep(keys, printed, faulty)
    return found


def _shows_the_same(
    one: pikepdf.Page, other: pikepdf.Page, known: tuple[dict[tuple[int, int], bytes], ...]
) -> bool:
    """Whether the operators of two pages show the same text; `known` are the fonts of each file."""
    shown = shown_text(one, known[0])
    return (
        shown is not None
        and shown == shown_text(other, known[1], aside=SLUG)
        and _trim(one) == _trim(other)
    )


def _trim(page: pikepdf.Page) -> tuple[float, ...]:
    """The corners of the trim in pt."""
    return tuple(round(float(edge), 2) for edge in page.trimbox)


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
