"""Preflight: open the finished PDF as a printer and a reader would, and say what is wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pikepdf

from press.bind.bind import Document
from press.cache import Store
from press.content.edition import Edition
from press.diagnostics import Diagnostic, Place
from press.files import below
from press.fingerprint import digest
from press.layout.layout import Sheets
from press.pdf.content_streams import NOTHING, DrawnContent, Known
from press.pdf.page_keys import sheet_keys
from press.pdf.pages import Page
from press.preflight.document import LARGE, Opened, open_document
from press.preflight.finding import Finding
from press.preflight.inspection import Rule, judge_file
from press.preflight.lines import read_setting
from press.preflight.readback.reading import Reading, read
from press.preflight.readback.required import due
from press.preflight.rules.booklet import Folded
from press.preflight.rules.picture import Pictured
from press.preflight.rules.poster import Posted
from press.preflight.rules.separations import read_pressed
from press.preflight.rules.table import (
    BOOKLET,
    COMPLETE,
    FOR_ALL,
    LEGIBLE,
    OF_PAGES,
    PICTURE,
    POSTED,
    PRESS,
    PRESS_FILE,
    PRESS_PAGES,
    PRESS_PLATES,
    PRESS_SOUND,
    SOUND,
    TILES,
    TILES_CUT,
    TILES_FILE,
    TILES_SOUND,
    WELL_SET,
)
from press.preflight.rules.tiles import read_tiled
from press.preflight.sound_pages import Sound, reach_in, slugs_alone
from press.project import HOME
from press.workers import Crew

# What a rule found, with the rule.
_Found = tuple[Callable[..., Iterable[Finding]], Finding]


def preflight(
    document: Document, sheets: Sheets, edition: Edition, families: frozenset[str] | None = None
) -> list[Diagnostic]:
    """What is wrong with a finished PDF; an empty list when nothing is.

    `families` are the fonts that the styles name, see `named_families`; those of our own styles
    unless given.
    """
    return examine(document, sheets, edition, families)[0]


def examine(
    document: Document,
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str] | None = None,
) -> tuple[list[Diagnostic], Reading | None]:
    """What `preflight` finds, and the reading it was found in; None for an unsound file."""
    if families is None:
        families = named_families([HOME / "styles"])
    found, opened = examine_file(document, sheets, edition, families)
    if opened is None:
        return found, None
    inspected = inspect_file(document.pdf, NOTHING)
    poster = opened.kind == "poster"
    asked = due(sheets, edition, poster=poster)
    reading = read(opened.pdf, document.pdf, asked, families, shapes=poster)
    found += [_diagnostic(rule, f, document, edition) for rule in LEGIBLE for f in rule(reading)]
    if poster and sheets.poster and edition.poster:
        posted = Posted(reading, sheets.poster, edition, edition.poster)
        found += [_diagnostic(rule, f, document, edition) for rule in POSTED for f in rule(posted)]
    setting = read_setting(opened.pdf, document.pdf, reading.pages)
    # A poster's sizes go by its distance (`poster.illegible`), and its cards stand by themselves.
    kept = [r for r in WELL_SET if r not in OF_PAGES or not poster]
    found += [_diagnostic(rule, f, document, edition) for rule in kept for f in rule(setting)]
    found += [_diagnostic(rule, f, document, edition) for rule, f in inspected]
    return found, reading


def examine_file(
    document: Document, sheets: Sheets, edition: Edition, families: frozenset[str]
) -> tuple[list[Diagnostic], Opened | None]:
    """What is wrong with a finished PDF as it is opened; the file, None when it is unsound."""
    found, opened = examined(document, sheets, edition, families, COMPLETE)
    return [told(*one, document, edition) for one in found], opened


def examined(
    document: Document,
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str],
    rules: Iterable[Callable[[Opened], Iterable[Finding]]],
) -> tuple[list[tuple[str, Finding]], Opened | None]:
    """What is wrong with a finished PDF, by the names of rules; the file, None when unsound."""
    try:
        opened = open_document(document, sheets, edition, families)
    except pikepdf.PdfError as error:
        return [_unopened(error)], None
    unsound = [(rule.__name__, f) for rule in SOUND for f in rule(opened)]
    if unsound:
        return unsound, None
    return [(rule.__name__, f) for rule in rules for f in rule(opened)], opened


def inspect_apart(
    document: Document, edition: Edition, crew: Crew, known: Known
) -> Callable[[], list[Diagnostic]]:
    """What is wrong with a finished PDF as every file: found by `crew` from now on, when asked for
    in this process where the file is large. `known` are contents that were looked at before.
    """
    pdf = document.pdf
    inspected: Callable[[], list[tuple[Rule, Finding]]] = partial(inspect_file, pdf, known)
    if len(pdf) <= LARGE:
        inspected = crew.submit(inspect_file, pdf, known, first=True).result
    return lambda: [_diagnostic(rule, f, document, edition) for rule, f in inspected()]


def inspect_file(data: bytes, known: Known) -> list[tuple[Rule, Finding]]:
    """What the rules for every finished PDF find in it as a file, each with its rule."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(judge_file(pdf, data, FOR_ALL, known))


def judge_press(
    document: Document, sheets: Sheets, edition: Edition, store: Store | None = None
) -> list[Diagnostic]:
    """What a print shop would send a finished press file back for; `store` knows sound pages."""
    found, opened = _judge(document, sheets, edition, PRESS_SOUND, PRESS)
    if opened is None:
        return found
    told = digest(opened.kind, opened.press)
    sound = Sound(store, store.key("sound pages", document.file, told) if store else "")
    keys = sheet_keys(opened.pdf)
    on_pages = _judge_sheets(opened, sound.among(keys))
    if on_pages is None:
        on_pages = _judge_sheets(opened, ()) or []
    sound.keep(keys, opened.pdf, {finding.page for _, finding in on_pages})
    inspected = _inspect_pressed(opened, store)
    return found + [_diagnostic(r, f, document, edition) for r, f in (*on_pages, *inspected)]


def _inspect_pressed(opened: Opened, store: Store | None) -> list[tuple[Rule, Finding]]:
    """What the rules for files find in a press file; `store` knows what contents drew before."""
    data, rules = opened.document.pdf, PRESS_FILE
    if store is None:
        return judge_file(opened.pdf, data, rules)
    name = store.key("contents", opened.document.file)
    known = store.get(name, dict[bytes, DrawnContent]) or {}
    drawn: dict[bytes, DrawnContent] = {}
    found = judge_file(opened.pdf, data, rules, known, drawn)
    if drawn.keys() != known.keys():
        store.put(name, drawn)
    return found


def _judge_sheets(opened: Opened, known: Collection[int]) -> list[_Found] | None:
    """What the rules for pages of a press file find, but for what is sound on the pages `known`.

    None where they must see all: something is wrong, or what is drawn last on a page reaches in.
    """
    if known:
        document = replace(opened.document, pdf=slugs_alone(opened.document.pdf, known))
        opened = replace(opened, document=document, pdf=pikepdf.open(io.BytesIO(document.pdf)))
    pressed = read_pressed(opened)
    found: list[_Found] = [(rule, one) for rule in PRESS_PAGES for one in rule(opened)]
    found += [(rule, one) for rule in PRESS_PLATES for one in rule(pressed)]
    wrong = any(one.severity == "error" or one.page in known for _, one in found)
    return None if known and (wrong or reach_in(pressed.painted, opened.pdf, known)) else found


def judge_booklet(
    document: Document, pages: tuple[Page, ...], sheets: Sheets, edition: Edition
) -> list[Diagnostic]:
    """What would not print or not fold of a booklet; `pages` are those of its brief."""
    found, opened = _judge(document, sheets, edition, TILES_SOUND, TILES_FILE)
    if opened is None:
        return found
    folded = Folded(opened, pages)
    return found + [_diagnostic(r, f, document, edition) for r in BOOKLET for f in r(folded)]


def judge_tiles(
    document: Document,
    pages: tuple[Page, ...],
    poster: Page,
    sheets: Sheets,
    edition: Edition,
) -> list[Diagnostic]:
    """What would not print or not fit together of office sheets; `pages` are theirs."""
    found, opened = _judge(document, sheets, edition, TILES_SOUND, TILES_FILE)
    if opened is None:
        return found
    tiled = read_tiled(opened, pages, poster)
    cut = [_diagnostic(rule, f, document, edition) for rule in TILES_CUT for f in rule(tiled)]
    if cut:
        return found + cut
    return found + [_diagnostic(rule, f, document, edition) for rule in TILES for f in rule(tiled)]


def judge_picture(file: str, png: bytes, poster: Document, edition: Edition) -> list[Diagnostic]:
    """What is wrong with the picture of a poster, written as `file`."""
    shown = Pictured(png, poster.pdf)
    return [_diagnostic(rule, f, file, edition) for rule in PICTURE for f in rule(shown)]


def _judge(
    document: Document,
    sheets: Sheets,
    edition: Edition,
    sound: Iterable[Callable[[Opened], Iterable[Finding]]],
    rules: Iterable[Callable[[Opened], Iterable[Finding]]],
) -> tuple[list[Diagnostic], Opened | None]:
    """What the rules find, and the file they found it in; None for an unsound file."""
    try:
        opened = open_document(document, sheets, edition, frozenset())
    except pikepdf.PdfError as error:
        return [told(*_unopened(error), document, edition)], None
    unsound = [_diagnostic(rule, f, document, edition) for rule in sound for f in rule(opened)]
    if unsound:
        return unsound, None
    return [_diagnostic(rule, f, document, edition) for rule in rules for f in rule(opened)], opened


def _unopened(error: pikepdf.PdfError) -> tuple[str, Finding]:
    return "syntax", Finding(0, {"said": str(error)}, "unopened")


def _diagnostic(
    rule: Callable[..., Iterable[Finding]],
    finding: Finding,
    output: Document | str,
    edition: Edition,
) -> Diagnostic:
    return told(rule.__name__, finding, output, edition)


def told(rule: str, finding: Finding, output: Document | str, edition: Edition) -> Diagnostic:
    """A finding as the rule of that name complains of it."""
    name = output if isinstance(output, str) else output.file
    return Diagnostic(
        f"preflight/{rule.replace('_', '-')}",
        Place(name, finding.page),
        finding.values,
        severity=finding.severity,
        case=finding.case,
        at=finding.at,
        record=finding.record,
        typed=finding.typed or edition.typed(*finding.key) or edition.typed(finding.record),
    )


def named_families(folders: Iterable[Path]) -> frozenset[str]:
    """The font families that the style sheets in `folders` name, faces of their own included."""
    sheets = (p for folder in folders for p in below(folder, ".css"))
    return frozenset(f for sheet in sheets for f in _families(sheet.read_text("utf-8")))


def _families(css: str) -> Iterator[str]:
    for match in re.finditer(r"(?:font-family|--font-[a-z-]+)\s*:\s*([^;}]+)", css):
        for name in match[1].split(","):
            yield name.strip().strip("\"'")
