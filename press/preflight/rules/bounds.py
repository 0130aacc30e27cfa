"""Bounds: rules on how much a finished file may be: its pages and its bytes."""

from __future__ import annotations

from collections.abc import Iterator

from press.preflight.document import Finding, Opened

# What goes through every mail system, in bytes; a file of hundreds of pages is handed over in
# another way, and has so much a page.
MOST_BYTES, PAGE_BYTES = 10_000_000, 30_000
# A page holds two entries or six notes, sources, terms; it may hold half of that.
PAGES_AROUND, ENTRIES_A_PAGE, RECORDS_A_PAGE = 10, 1, 3


def file_size(opened: Opened) -> Iterator[Finding]:
    """A file is no larger than mail carries, or than its pages need."""
    size = len(opened.document.pdf)
    most = max(MOST_BYTES, PAGE_BYTES * len(opened.pdf.pages))
    if size > most:
        yield Finding(
            0,
            f"the file has {size / 1e6:.1f} MB; {most / 1e6:.0f} MB are the most",
            "store its images smaller: 300 pixels an inch are enough",
        )


def page_bounds(opened: Opened) -> Iterator[Finding]:
    """The brief has a page for every chapter at least, and no more than its records can fill."""
    sheet = opened.sheets.brief
    if opened.is_poster or sheet is None:
        return
    pages = len(opened.pdf.pages)
    entries = sum(len(chapter.entries) for chapter in sheet.chapters)
    records = len(sheet.people) + len(sheet.glossary) + len(sheet.notes) + len(sheet.omitted)
    records += len(sheet.sources)
    least = len(sheet.chapters) + 1
    most = PAGES_AROUND + 2 * len(sheet.chapters)
    most += entries // ENTRIES_A_PAGE + records // RECORDS_A_PAGE
    if not least <= pages <= most:
        yield Finding(
            0,
            f"{pages} pages for {len(sheet.chapters)} chapters, {entries} entries and {records} "
            f"other records; {least} to {most} would do",
            "a break before or after every block does this, or a part that is not printed",
        )
