"""Preflight: open the finished PDF as a printer and a reader would, and say what is wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pikepdf

from press import (
    afar,
    anatomy,
    appearance,
    baselines,
    bleed,
    bounds,
    contrast,
    graphics,
    letters,
    lines,
    officesheets,
    pagination,
    pdfx,
    pictured,
    plates,
    timeline,
    ways,
)
from press.archive import ARCHIVE, archive_content
from press.archivefile import archive_file, archive_limits, archive_syntax
from press.bind import Document
from press.crew import Crew, alone
from press.diagnostics import Diagnostic, Place
from press.due import due
from press.edition import Edition
from press.inspected import NOTHING, Inspected, Known, Rule, judge_file
from press.layout import Sheets
from press.matterhorn import MATTERHORN
from press.officesheets import Tiled, read_tiled
from press.opened import Finding, Opened, Reading, open_document, read
from press.pages import Page
from press.pictured import Pictured
from press.project import HOME
from press.setting import Setting, read_setting
from press.timeline import Posted
from press.typefaces import FACES, archive_fonts, matterhorn_31
from press.xmp import archive_metadata

# The rules, named as their codes: `page_size` is preflight/page-size. The first must hold before
# the others can be judged: a page that is gone takes its texts, links and bookmarks along, and a
# font that is not there leaves nothing to measure.
SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.syntax,
    anatomy.page_count,
    anatomy.page_size,
    anatomy.fonts_embedded,
)
PRESS_SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.syntax,
    anatomy.page_count,
    pdfx.press_boxes,
    anatomy.fonts_embedded,
)
PRESS: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    pdfx.press_bare,
    pdfx.press_intent,
    pdfx.press_keys,
    plates.press_colours,
    plates.press_blending,
    plates.press_ink,
    plates.press_marks,
    bleed.press_bleed,
    graphics.coarse_image,
    bounds.file_size,
    anatomy.language,
    anatomy.direction,
)
# PDF/X-4 asks these of the file and its fonts as PDF/A and PDF/UA do.
PRESS_FILE: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    archive_syntax,
    archive_file,
    archive_limits,
    archive_content,
    archive_metadata,
    archive_fonts,
    matterhorn_31,
)
TILES_SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.syntax,
    anatomy.page_count,
    anatomy.fonts_embedded,
)
TILES_FILE: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    graphics.coarse_image,
    graphics.colour_space,
    bounds.file_size,
    anatomy.language,
    anatomy.direction,
)
# A sheet that is gone or of another size has its label and its margins elsewhere.
TILES_CUT: tuple[Callable[[Tiled], Iterable[Finding]], ...] = (
    officesheets.sheet_count,
    officesheets.sheet_size,
)
TILES: tuple[Callable[[Tiled], Iterable[Finding]], ...] = (
    officesheets.sheet_scaling,
    officesheets.sheet_order,
    officesheets.sheet_margins,
)
PICTURE: tuple[Callable[[Pictured], Iterable[Finding]], ...] = (
    pictured.picture_form,
    pictured.picture_likeness,
)
COMPLETE: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.tagged,
    anatomy.language,
    anatomy.title,
    anatomy.direction,
    anatomy.metadata,
    anatomy.archivable,
    ways.bookmarks,
    ways.dead_link,
    bounds.page_bounds,
    bounds.file_size,
    graphics.coarse_image,
    graphics.colour_space,
    ways.missing_link,
)
LEGIBLE: tuple[Callable[[Reading], Iterable[Finding]], ...] = (
    appearance.unmapped_glyph,
    appearance.fonts_expected,
    appearance.outside_safe_area,
    appearance.missing_entry,
    appearance.readback,
    appearance.stray_text,
)
POSTED: tuple[Callable[[Posted], Iterable[Finding]], ...] = (
    timeline.overlap,
    timeline.off_scale,
    afar.illegible,
)
FOR_ALL: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (*MATTERHORN, *FACES, *ARCHIVE)
WELL_SET: tuple[Callable[[Setting], Iterable[Finding]], ...] = (
    pagination.heading_at_foot,
    pagination.split_paragraph,
    pagination.split_entry,
    pagination.missing_table_head,
    pagination.thin_page,
    baselines.off_grid,
    lines.wide_space,
    letters.broken_join,
    letters.stretched_type,
    lines.broken_value,
    letters.house_marks,
    letters.foreign_phrase,
    letters.mixed_digits,
    lines.list_style,
    letters.small_type,
    lines.outside_margins,
    lines.out_of_box,
    lines.collision,
    contrast.low_contrast,
    contrast.colour_alone,
)
# To inspect a file takes memory by its pages, which a process that typesets has not: one of more
# bytes is inspected by the process that bound it.
LARGE = 8_000_000
# These judge pages that are read one after the other.
OF_PAGES = (letters.small_type, baselines.off_grid, pagination.heading_at_foot)


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
    found, opened, rest = examine_file(document, sheets, edition, families, alone())
    if opened is None:
        return found, None
    asked = due(sheets, edition, poster=opened.is_poster)
    reading = read(opened.pdf, document.pdf, asked, families, shapes=opened.is_poster)
    found += [_diagnostic(rule, f, document, edition) for rule in LEGIBLE for f in rule(reading)]
    if opened.is_poster and sheets.poster and edition.poster:
        posted = Posted(reading, sheets.poster, edition, edition.poster)
        found += [_diagnostic(rule, f, document, edition) for rule in POSTED for f in rule(posted)]
    setting = read_setting(opened.pdf, document.pdf, reading.pages)
    # A poster's sizes go by its distance, see afar.illegible, and its cards stand by themselves.
    kept = [r for r in WELL_SET if r not in OF_PAGES or not opened.is_poster]
    found += [_diagnostic(rule, f, document, edition) for rule in kept for f in rule(setting)]
    return found + rest(NOTHING)(), reading


def examine_file(
    document: Document,
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str],
    crew: Crew,
    known: Known | None = NOTHING,
) -> tuple[list[Diagnostic], Opened | None, Callable[[Known], Callable[[], list[Diagnostic]]]]:
    """What is wrong with a finished PDF as a file; the file, None when it is unsound; and the rest.

    `known` are contents that were looked at before. The rest is found by `crew` meanwhile, and
    waited for when it is called for; where `known` is None, it is found from when it is asked for
    with what is known by then. In a large file it is found in this process, at the end.
    """
    pdf = document.pdf
    large = len(pdf) > LARGE
    inspected = (
        None if known is None or large else crew.submit(inspect_file, pdf, known, first=True)
    )
    try:
        opened = open_document(document, sheets, edition, families)
    except pikepdf.PdfError as error:
        return [_unopened(error, document, edition)], None, lambda known: list
    unsound = [_diagnostic(rule, f, document, edition) for rule in SOUND for f in rule(opened)]
    if unsound:
        return unsound, None, lambda known: list
    found = [_diagnostic(rule, f, document, edition) for rule in COMPLETE for f in rule(opened)]

    def rest(known: Known) -> Callable[[], list[Diagnostic]]:
        job = inspected
        if job is None and not large:
            job = crew.submit(inspect_file, pdf, known, first=True)

        def told_by_all() -> list[Diagnostic]:
            seen = job.result() if job else inspect_file(pdf, known)
            return [_diagnostic(rule, f, document, edition) for rule, f in seen]

        return told_by_all

    return found, opened, rest


def inspect_file(data: bytes, known: Known) -> list[tuple[Rule, Finding]]:
    """What the rules for every finished PDF find in it as a file, each with its rule."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(judge_file(pdf, data, FOR_ALL, known))


def judge_press(document: Document, sheets: Sheets, edition: Edition) -> list[Diagnostic]:
    """What a print shop would send a finished press file back for."""
    found, opened = _judge(document, sheets, edition, PRESS_SOUND, PRESS)
    if opened is None:
        return found
    return found + [
        _diagnostic(rule, f, document, edition)
        for rule, f in judge_file(opened.pdf, document.pdf, PRESS_FILE)
    ]


def judge_tiles(
    document: Document, pages: tuple[Page, ...], poster: Page, sheets: Sheets, edition: Edition
) -> list[Diagnostic]:
    """What would not print or not fit together of the office sheets; `pages` are theirs."""
    found, opened = _judge(document, sheets, edition, TILES_SOUND, TILES_FILE)
    if opened is None:
        return found
    tiled = read_tiled(opened, pages, poster)
    cut = [_diagnostic(rule, f, document, edition) for rule in TILES_CUT for f in rule(tiled)]
    if cut:
        return found + cut
    return found + [_diagnostic(rule, f, document, edition) for rule in TILES for f in rule(tiled)]


def judge_picture(name: str, png: bytes, poster: Document, edition: Edition) -> list[Diagnostic]:
    """What is wrong with the picture of a poster, written as `name`."""
    shown = Pictured(png, poster.pdf)
    return [_diagnostic(rule, f, name, edition) for rule in PICTURE for f in rule(shown)]


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
        return [_unopened(error, document, edition)], None
    unsound = [_diagnostic(rule, f, document, edition) for rule in sound for f in rule(opened)]
    if unsound:
        return unsound, None
    return [_diagnostic(rule, f, document, edition) for rule in rules for f in rule(opened)], opened


def _unopened(error: pikepdf.PdfError, document: Document, edition: Edition) -> Diagnostic:
    finding = Finding(0, f"the file cannot be opened: {error}", "build it again with --force")
    return _diagnostic(anatomy.syntax, finding, document, edition)


def _diagnostic(
    rule: Callable[..., Iterable[Finding]],
    finding: Finding,
    output: Document | str,
    edition: Edition,
) -> Diagnostic:
    return told(rule.__name__, finding, output, edition)


def told(rule: str, finding: Finding, output: Document | str, edition: Edition) -> Diagnostic:
    """A finding as the rule of that name complains of it."""
    name = output if isinstance(output, str) else f"{output.name}.pdf"
    return Diagnostic(
        f"preflight/{rule.replace('_', '-')}",
        Place(name, finding.page),
        finding.message,
        finding.hint,
        finding.severity,
        at=finding.at,
        record=finding.record,
        typed=finding.typed or edition.typed(*finding.key) or edition.typed(finding.record),
    )


def named_families(folders: Iterable[Path]) -> frozenset[str]:
    """The font families that the style sheets in `folders` name, faces of their own included."""
    sheets = (p for folder in folders for p in sorted(folder.rglob("*.css")))
    return frozenset(f for sheet in sheets for f in _families(sheet.read_text("utf-8")))


def _families(css: str) -> Iterator[str]:
    for match in re.finditer(r"(?:font-family|--font-[a-z-]+)\s*:\s*([^;}]+)", css):
        for name in match[1].split(","):
            yield name.strip().strip("\"'")
