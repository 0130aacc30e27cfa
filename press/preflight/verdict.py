"""Verdict: what is wrong with a finished document, and what it was read to say.

A document of several gatherings is judged as a file and by its gatherings; where these find
anything that must stop the build, or do not agree, it is judged again as a whole, which tells more.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

import pikepdf

from press.bind.bind import Document
from press.cache import Store
from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.fingerprint import digest
from press.layout.layout import Sheets
from press.pdf.content_streams import DrawnContent, Known
from press.pdf.page_keys import page_keys
from press.pdf.pages import Page
from press.preflight.apart import advise_apart, judge_apart
from press.preflight.document import LARGE
from press.preflight.lines import read_blocks
from press.preflight.preflight import examine, examine_file, inspect_apart, told
from press.preflight.readback.extraction import Share, copied_share, copied_text
from press.preflight.readback.printed import Spot, spots
from press.preflight.readback.required import Due, due, parted
from press.preflight.readback.words import words_of
from press.preflight.review import Reviewed, agree, review, shifted
from press.preflight.screen_reader import heard_of
from press.preflight.witness import Witness, witness
from press.processes import trim
from press.render.folios import ids
from press.render.render import Html
from press.typeset.gathering import Gathering
from press.workers import Crew


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, and what the document was read to say; None where it cannot be read.

    `pages` are those of a document of one gathering, as they were read. `rest` waits for what is
    still being found: errors, which nothing that is said of a sound file depends on.
    """

    found: list[Diagnostic]
    witness: Witness | None
    pages: tuple[Page, ...] = ()
    rest: Callable[[], list[Diagnostic]] = list


@dataclass(frozen=True, slots=True)
class Reviews:
    """What the gatherings of a document are found to say; `due` is what the whole must say."""

    due: Due
    parts: tuple[Future[Reviewed], ...] = ()


def review_parts(
    htmls: Sequence[Html],
    gathered: Sequence[Gathering],
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str],
    crew: Crew,
    store: Store | None,
) -> Reviews:
    """Let `crew` review each gathering of `htmls`; one that makes up the document is left to it."""
    if len(gathered) == 1:
        return Reviews(Due())
    whole = due(sheets, edition, poster=False)
    parts = parted(whole, [frozenset(ids(html.text)) for html in htmls])
    return Reviews(
        whole,
        tuple(
            _review(gathering, part, families, crew, store)
            for gathering, part in zip(gathered, parts, strict=True)
        ),
    )


def judge_document(
    document: Document,
    reviews: Reviews,
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str],
    crew: Crew,
) -> Verdict:
    """Judge a document that was bound of gatherings under review."""
    if reviews.parts:
        verdict = None
        if crew.apart is not None and len(document.pdf) > LARGE:
            verdict = _judge_large(document, reviews, sheets, edition, families, crew)
        else:
            verdict = _judge_parts(document, reviews, sheets, edition, families, crew)
        if verdict:
            return verdict
    # PDFium is not made for threads, and publications are made side by side in some: it is used in
    # the processes of the crew alone.
    return crew.submit(judge_whole, document, sheets, edition, families, first=True).result()


def _judge_parts(
    document: Document,
    reviews: Reviews,
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str],
    crew: Crew,
) -> Verdict | None:
    """Judge a document by its gatherings; None where they do not agree."""
    # What earlier builds looked at is known at once; where much is new, it is waited for.
    kept = [job.result() for job in reviews.parts if job.done()]
    rest = None
    if 2 * len(kept) > len(reviews.parts):
        rest = inspect_apart(document, edition, crew, _known(kept))
    found, opened = examine_file(document, sheets, edition, families)
    if opened is None:
        return Verdict(found, None)
    reviewed = [job.result() for job in reviews.parts]
    if not agree(reviewed, page_keys(document.pdf), reviews.due):
        return None
    rest = rest or inspect_apart(document, edition, crew, _known(reviewed))
    return _agreed(reviewed, found, rest, document, edition)


def _judge_large(
    document: Document,
    reviews: Reviews,
    sheets: Sheets,
    edition: Edition,
    families: frozenset[str],
    crew: Crew,
) -> Verdict | None:
    """The same of a large one, which takes too much memory as a file for this process."""
    reviewed = [job.result() for job in reviews.parts]
    advice = advise_apart(document, edition, crew)
    rest = judge_apart(document, sheets, edition, families, crew, _known(reviewed))
    try:
        keys = page_keys(document.pdf)
        trim()
        same = agree(reviewed, keys, reviews.due)
        found = advice()
    except pikepdf.PdfError:
        return None
    if not same:
        return None
    return _agreed(reviewed, found, rest, document, edition)


def _agreed(
    reviewed: Sequence[Reviewed],
    found: list[Diagnostic],
    rest: Callable[[], list[Diagnostic]],
    document: Document,
    edition: Edition,
) -> Verdict:
    """The verdict on a document whose gatherings agree, of which this was `found` and `rest` is."""
    moved = shifted(reviewed)
    found += [told(*one, document, edition) for part in moved for one in part.advice]
    copied = sum((part.copied for part in moved), Share(0, 0, 0, 0))
    aloud = {page: said for part in moved for page, said in part.heard.items()}
    return Verdict(found, witness(_joined(moved), copied, aloud, edition), rest=rest)


def judge_whole(
    document: Document, sheets: Sheets, edition: Edition, families: frozenset[str]
) -> Verdict:
    """Judge a document as a whole, in this process."""
    found, reading = examine(document, sheets, edition, families)
    if reading is None:
        return Verdict(found, None)
    base = reading.due.base
    texts = (words_of(expected.text, base) for expected, _ in reading.texts)
    copied = copied_share(copied_text(document.pdf), texts)
    aloud = heard_of(read_blocks(reading.pdf, reading.pages))
    return Verdict(found, witness(spots(reading), copied, aloud, edition), reading.pages)


def _review(
    gathering: Gathering, part: Due, families: frozenset[str], crew: Crew, store: Store | None
) -> Future[Reviewed]:
    """The review of a gathering, or that of an earlier build of the same pages and texts."""
    if store is None:
        return crew.submit(review, gathering.pdf, part, families)
    asked = digest(part.texts, part.entries, sorted(part.words), sorted(families), part.base)
    key = store.key("review", hashlib.sha256(gathering.pdf).hexdigest(), asked)
    if known := store.get(key, Reviewed):
        before: Future[Reviewed] = Future()
        before.set_result(known)
        return before

    # Of the pages of a gathering an edit changes few: what the others draw is known.
    contents = store.key("contents", gathering.name, str(gathering.part))
    drawn: Known = store.get(contents, dict[bytes, DrawnContent]) or {}

    def keep(done: Future[Reviewed]) -> None:
        if not done.cancelled() and not done.exception():
            store.put(key, done.result())
            store.put(contents, done.result().known)

    seen = store.key("seen pages", gathering.name, str(gathering.part), part.base)
    job = crew.submit(review, gathering.pdf, part, families, drawn, store, seen)
    job.add_done_callback(keep)
    return job


def _known(parts: Sequence[Reviewed]) -> Known:
    return {key: drawn for part in parts for key, drawn in part.known.items()}


def _joined(parts: Sequence[Reviewed]) -> dict[str, tuple[Spot, ...]]:
    found: dict[str, tuple[Spot, ...]] = defaultdict(tuple)
    for part in parts:
        for name, held in part.spots.items():
            found[name] += held
    return found
