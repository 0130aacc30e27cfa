"""Changes: what differs from a release, in the records and on the pages, and what to reprint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import pypdfium2

from press.commands.current import bring_up_to_date
from press.content.edition import Edition
from press.files import own_bytes
from press.fingerprint import PRINTED
from press.geometry import Box
from press.pdf.pages import Glyph, Page, read_pages
from press.pipeline import Watch
from press.products import file_name
from press.project import Project
from press.release.comparison import Comparison, compare
from press.release.release import Release, find
from press.release.snapshot import Snapshot
from press.report.page_diff import ChangedPage, changed_pages

# How far the edge of a region may lie from that of the fingerprint in it, in mm.
STAMP_MM = 1.5
# A fingerprint as it is printed: that of the content in the brief, on the poster its own.
FINGERPRINT = re.compile(rf"(?<![0-9a-f])[0-9a-f]{{{PRINTED}}}(?![0-9a-f])")


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs from the release `since`, and the publications that must be printed again."""

    since: Release
    edition: Edition
    now: Snapshot
    said: Comparison
    pages: tuple[ChangedPage, ...]
    reprint: tuple[str, ...]


def changes(
    project: Project, products: Sequence[str], name: str | None, watch: Watch
) -> Differences:
    """What differs from the release `name`, or from the newest.

    What is not up to date is built first. A page that differs by nothing but the fingerprint that
    it prints is the same page. Raises `Refusal` for an unknown release or an error in content.
    """
    since = find(project, name)
    edition, now = bring_up_to_date(project, products, watch)
    fingerprints = since.said.content, now.content
    pages: list[ChangedPage] = []
    reprint = []
    # What readers hold is judged; all other files of a product are made from these.
    for publication in dict.fromkeys((*products, *(r.output for r in since.said.records))):
        file = file_name(publication, "pdf")
        before = since.read(file) if file in since.files else b""
        made = publication in products
        after = own_bytes(project.output / file, project.output) if made else b""
        differing = tuple(_differing(file, before, after, fingerprints))
        pages += differing
        if differing and after:
            reprint.append(publication)
    return Differences(since, edition, now, compare(since.said, now), tuple(pages), tuple(reprint))


def _differing(
    file: str, before: bytes, after: bytes, fingerprints: tuple[str, str]
) -> Iterator[ChangedPage]:
    if not before or not after:
        for number in range(1, _pages(before or after) + 1):
            yield ChangedPage(file, number if before else 0, number if after else 0)
        return
    found = changed_pages(file, before, after)
    if fingerprints[0] == fingerprints[1] or not found:
        yield from found
        return
    was, now = read_pages(before), read_pages(after)
    for page in found:
        if not page.before or not page.after:
            yield page
            continue
        stamps = _stamps(was[page.before - 1], now[page.after - 1])
        regions = tuple(r for r in page.regions if not any(r.within(stamp) for stamp in stamps))
        if regions:
            yield replace(page, regions=regions)


def _stamps(before: Page, after: Page) -> list[Box]:
    """The lines, with a margin, that say the same on both pages but for the fingerprint.

    Its letters have other widths, so that what stands beside it on its line may have moved.
    """
    found = []
    for was, now in product(_lines(before), _lines(after)):
        if was[0] == now[0] and was[1] != now[1]:
            glyphs = (*was[2], *now[2])
            left, top = min(g.left for g in glyphs), min(g.top for g in glyphs)
            right, bottom = max(g.right for g in glyphs), max(g.bottom for g in glyphs)
            size = right - left + 2 * STAMP_MM, bottom - top + 2 * STAMP_MM
            found.append(Box(left - STAMP_MM, top - STAMP_MM, *size))
    return found


def _lines(page: Page) -> Iterator[tuple[str, list[str], tuple[Glyph, ...]]]:
    """The rows of a page with a fingerprint: their letters without it, it, and their glyphs."""
    for row in page.rows:
        text = "".join(glyph.character for glyph in row.glyphs)
        if found := FINGERPRINT.findall(text):
            yield FINGERPRINT.sub("", text), found, row.glyphs


def _pages(pdf: bytes) -> int:
    if not pdf:
        return 0
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
