"""Corrigendum: what has changed since a release as a sheet to print and lay beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from press.bind.bind import Document, bind
from press.commands.changes import Differences
from press.commands.errata import lay_out_corrigendum
from press.commands.errata_sheet import CorrigendumSheet
from press.content.edition import Edition
from press.content.prose import Prose
from press.diagnostics import Diagnostic, Place, refuse_errors
from press.layout.layout import Sheets
from press.preflight.preflight import examine, named_families
from press.preflight.readback.locate import read_whereabouts
from press.preflight.readback.readback import Lost, Reader
from press.preflight.readback.words import words_of
from press.products import file_name
from press.project import Project
from press.render.render import render_page
from press.typeset.tagging.mend import mend
from press.typeset.typeset import typeset
from press.write import write

NAME = "corrigendum"


def corrigendum(project: Project, found: Differences) -> Document | None:
    """Write output/corrigendum.pdf; None when no words have changed, and then there is none.

    It is tagged, archivable and accessible as the brief is, and every text of it is read back.
    Raises `Refusal` for any fault; then nothing is written.
    """
    path = project.output / f"{NAME}.pdf"
    sheet = _sheet(found)
    if not sheet.sections:
        path.unlink(missing_ok=True)
        return None
    house = sheet.publication.house
    html = render_page(NAME, project, house, {"sheet": sheet})
    # Its title says what it is, and it tells no chapter.
    masthead = replace(sheet.publication, title=f"{sheet.title}: {sheet.publication.title}")
    edition: Edition = replace(found.edition, masthead=masthead, chapters=())
    document = bind(mend(typeset(html, project)), masthead, NAME, "corrigendum")
    families = named_families(project.folders("styles"))
    complaints, reading = examine(document, Sheets(None, None), edition, families)
    if reading:
        complaints += _unread(sheet, Reader(reading.pages, reading.due.base))
    refuse_errors(complaints)
    write({path: document.pdf}, project.output)
    return document


def _sheet(found: Differences) -> CorrigendumSheet:
    since = found.since
    return lay_out_corrigendum(
        found.edition.masthead,
        found.edition.corrigendum,
        since.name,
        (since.said, found.now),
        found.said,
        found.pages,
        {
            name: read_whereabouts(since.read(file_name(name, "pdf")))
            for name in {record.output for record in since.said.records}
            if file_name(name, "pdf") in since.files
        },
    )


def _texts(sheet: CorrigendumSheet) -> Iterator[Prose | str]:
    yield sheet.publication.title
    yield sheet.lead
    for section in sheet.sections:
        yield section.title
        for item in section.items:
            yield item.place
            for one in item.instructions:
                yield from (one.verb, one.before, one.link, one.after)
    for row in sheet.facts:
        yield from (row.about, row.before, row.after, row.sources)
    for name, pages in sheet.reprint:
        yield from (name, pages)


def _unread(sheet: CorrigendumSheet, reader: Reader) -> Iterator[Diagnostic]:
    """Each text of the sheet that is not on its pages, long ones looked for first."""
    texts = [words_of(text, reader.base) for text in _texts(sheet) if text]
    for words in sorted(texts, key=lambda t: -sum(len(w.text) for line in t for w in line)):
        if isinstance(lost := reader.find(words), Lost):
            values = {"text": lost.text, "before": lost.before}
            place = Place(f"{NAME}.pdf", lost.page)
            yield Diagnostic("preflight/readback", place, values, case="corrigendum")
