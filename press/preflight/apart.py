"""Judges a large document as a file by a process of its own, while the one that leads goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from press.bind.bind import Document
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.layout.layout import Sheets
from press.pdf.content_streams import Known
from press.preflight.document import open_document
from press.preflight.finding import Finding
from press.preflight.inspection import judge_file
from press.preflight.preflight import examined, told
from press.preflight.rules.table import ADVISING, COMPLETE, FOR_ALL
from press.workers import Crew

# What no rule on a document as a file asks of the edition: it is not sent along.
_LESS: Mapping[str, Any] = {
    "chapters": (), "products": {}, "entries": {}, "actors": {}, "people": {}, "glossary": (),
    "omissions": (), "facts": {}, "lexicon": {}, "texts": (), "passages": (),
}  # fmt: skip


def judge_apart(
    document: Document,
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str],
    crew: Crew,
    known: Known,
) -> Callable[[], list[Diagnostic]]:
    """What is wrong with a finished PDF as it is opened and as every file: found from now on.

    But for what may be mere advice, see `advise_apart`. `known` are contents that were looked at
    before.
    """
    less = replace(edition, **_LESS)
    job = crew.submit(
        judge_here, document, sheets, less, families, known, at=crew.apart, first=True
    )
    return lambda: [told(*one, document, edition) for one in job.result()]


def judge_here(
    document: Document, sheets: Sheets, edition: Edition, families: frozenset[str], known: Known
) -> list[tuple[str, Finding]]:
    """What is found by `judge_apart`, by the names of the rules, in the process that takes it."""
    rules = [rule for rule in COMPLETE if rule not in ADVISING]
    found, opened = examined(document, sheets, edition, families, rules)
    if opened:
        judged = judge_file(opened.pdf, document.pdf, FOR_ALL, known, tree=opened.tree())
        found += [(rule.__name__, one) for rule, one in judged]
    return found


def advise_apart(
    document: Document, edition: Edition, crew: Crew
) -> Callable[[], list[Diagnostic]]:
    """What the rules find in a finished PDF that may be mere advice: found from now on.

    Raises `pikepdf.PdfError` when it is none.
    """
    job = crew.submit(advise_here, document, replace(edition, **_LESS), at=crew.apart, first=True)
    return lambda: [told(*one, document, edition) for one in job.result()]


def advise_here(document: Document, edition: Edition) -> list[tuple[str, Finding]]:
    """What is found by `advise_apart`, of rules that ask for no sheet, where it is taken."""
    opened = open_document(document, Sheets(None, None), edition, frozenset())
    with opened.pdf:
        return [(rule.__name__, one) for rule in ADVISING for one in rule(opened)]
