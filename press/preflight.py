"""Preflight: open the finished PDF as a printer and a reader would, and say what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pikepdf

from press import afar, anatomy, appearance, contrast, letters, lines, pagination, ways
from press.archive import ARCHIVE
from press.bind import Document
from press.diagnostics import Diagnostic, Place
from press.edition import Edition
from press.inspected import Inspected, inspect
from press.layout import Sheets
from press.matterhorn import MATTERHORN
from press.opened import Finding, Opened, Reading, open_document, read
from press.pages import Page, read_pages
from press.project import HOME
from press.setting import Setting, read_setting
from press.typefaces import FACES

# The rules, named as their codes: `page_size` is preflight/page-size. The first must hold before
# the others can be judged: a page that is gone takes its texts, links and bookmarks along, and a
# font that is not there leaves nothing to measure.
SOUND: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.syntax,
    anatomy.page_count,
    anatomy.page_size,
    anatomy.fonts_embedded,
)
COMPLETE: tuple[Callable[[Opened], Iterable[Finding]], ...] = (
    anatomy.tagged,
    anatomy.language,
    anatomy.title,
    anatomy.direction,
    anatomy.metadata,
    anatomy.archivable,
    anatomy.bookmarks,
    anatomy.dead_link,
    ways.missing_link,
)
LEGIBLE: tuple[Callable[[Reading], Iterable[Finding]], ...] = (
    appearance.unmapped_glyph,
    appearance.fonts_expected,
    appearance.outside_safe_area,
    appearance.missing_entry,
    appearance.readback,
    appearance.stray_text,
    appearance.overlap,
    appearance.off_scale,
    afar.illegible,
)
FOR_ALL: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (*MATTERHORN, *FACES, *ARCHIVE)
WELL_SET: tuple[Callable[[Setting], Iterable[Finding]], ...] = (
    pagination.heading_at_foot,
    pagination.split_paragraph,
    pagination.split_entry,
    pagination.missing_table_head,
    pagination.thin_page,
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
    read_through: Callable[[bytes], tuple[Page, ...]] = read_pages,
) -> tuple[list[Diagnostic], Reading | None]:
    """What `preflight` finds, and the reading it was found in; None for an unsound file.

    `read_through` reads the pages of a sound PDF.
    """
    if families is None:
        families = named_families([HOME / "styles"])
    try:
        opened = open_document(document, sheets, edition, families)
    except pikepdf.PdfError as error:
        finding = Finding(0, f"the file cannot be opened: {error}", "build it again with --force")
        return [_diagnostic(anatomy.syntax, finding, document, edition)], None
    unsound = [_diagnostic(rule, f, document, edition) for rule in SOUND for f in rule(opened)]
    if unsound:
        return unsound, None
    found = [_diagnostic(rule, f, document, edition) for rule in COMPLETE for f in rule(opened)]
    seen = inspect(opened.pdf)
    found += [_diagnostic(rule, f, document, edition) for rule in FOR_ALL for f in rule(seen)]
    reading = read(opened, read_through(document.pdf))
    found += [_diagnostic(rule, f, document, edition) for rule in LEGIBLE for f in rule(reading)]
    setting = read_setting(opened.pdf, document.pdf, reading.pages)
    # A poster's sizes go by its distance: afar.illegible judges them.
    kept = [r for r in WELL_SET if r is not letters.small_type or not opened.is_poster]
    found += [_diagnostic(rule, f, document, edition) for rule in kept for f in rule(setting)]
    return found, reading


def _diagnostic(
    rule: Callable[..., Iterable[Finding]], finding: Finding, document: Document, edition: Edition
) -> Diagnostic:
    return Diagnostic(
        f"preflight/{rule.__name__.replace('_', '-')}",
        Place(f"{document.name}.pdf", finding.page),
        finding.message,
        finding.hint,
        at=finding.at,
        record=finding.record,
        typed=finding.typed or edition.typed(finding.record),
    )


def named_families(folders: Iterable[Path]) -> frozenset[str]:
    """The font families that the style sheets in `folders` name, faces of their own included."""
    sheets = (p for folder in folders for p in sorted(folder.rglob("*.css")))
    return frozenset(f for sheet in sheets for f in _families(sheet.read_text("utf-8")))


def _families(css: str) -> Iterator[str]:
    for match in re.finditer(r"(?:font-family|--font-[a-z-]+)\s*:\s*([^;}]+)", css):
        for name in match[1].split(","):
            yield name.strip().strip("\"'")
