"""Publish: layout … preflight for one publication, with the files that are derived from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial

from press.bind.bind import Document, bind
from press.bind.derive import Derived, derive_brief, derive_poster
from press.bind.draft import mark_files
from press.cache import Store, kept
from press.colour.inks import Press
from press.colour.profiles import open_press
from press.content.edition import Edition
from press.content.selection import edition_of
from press.diagnostics import Diagnostic, gathered_in, refuse_errors
from press.fingerprint import digest
from press.layout.layout import Sheets, layout
from press.layout.poster.cards.arrangement import arrange
from press.pdf.pages import Page
from press.preflight.derived import judges
from press.preflight.document import LARGE
from press.preflight.preflight import judge_picture, named_families
from press.preflight.verdict import judge_document, review_parts
from press.preflight.witness import Witness
from press.processes import trim
from press.products import FormName, Product, file_name
from press.project import Project
from press.render.render import Html, dress_of, ready_proof, render
from press.report.page_images import draw, scale_for
from press.report.schema import GatheringEntry
from press.stages import Watch
from press.typeset.for_press import gather_for_press
from press.typeset.gather import gather
from press.typeset.gathering import Gathering
from press.typeset.measure import heights
from press.workers import Crew

# What is kept of a run: its documents, files, witnesses, advice and gatherings.
_Made = tuple[
    list[Document],
    dict[str, bytes],
    dict[str, Witness],
    tuple[Diagnostic, ...],
    list[GatheringEntry],
]


@dataclass(slots=True)
class Run:
    """One publication on its way from layout to preflight: its files, and what they say."""

    sheets: Sheets
    documents: list[Document] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    witnesses: dict[str, Witness] = field(default_factory=dict)
    advice: tuple[Diagnostic, ...] = ()
    gatherings: list[GatheringEntry] = field(default_factory=list)
    drawn: list[Future[None]] = field(default_factory=list)
    rest: Callable[[], list[Diagnostic]] = list
    keep: Callable[[], None] = lambda: None

    def settle(self) -> None:
        """Wait for what is still being found, and keep what is sound. Raises `Refusal`."""
        refuse_errors(self.rest())
        self.keep()


def publish(
    product: Product,
    edition: Edition,
    fingerprint: str,
    project: Project,
    watch: Watch,
    crew: Crew,
    store: Store | None,
) -> Run:
    """layout … preflight for one publication. Raises `Refusal`.

    A publication that is set from the same pages as in an earlier build, and in which nothing was
    found then, is taken from there.
    """
    name, house = product.name, edition.masthead.house
    edition = edition_of(edition, name)
    dress = dress_of(product, project)
    with watch("layout"):
        sheets = layout(
            edition,
            fingerprint,
            (product.kind,),
            lambda trials: heights(trials, house, dress, project, crew, store),
            partial(kept, store, arrange),
        )
    with watch("render"):
        (htmls,) = render(sheets, project, dress).values()
    laid = sheets.of(product.kind)
    press = open_press(project, laid.press)
    said = digest(product, htmls, sheets, edition, press, shared=True)
    key = store.key("publication", said) if store else ""
    if store and (known := store.get(key, _Made)):
        return Run(sheets, *known)
    run = make(product, sheets, htmls, press, edition, project, watch, crew, store)
    if store:
        untimed = [replace(gathering, seconds=None) for gathering in run.gatherings]
        held = run.documents, run.files, run.witnesses, run.advice, untimed
        run.keep = partial(store.put, key, held)
    return run


def make(
    product: Product,
    sheets: Sheets,
    htmls: tuple[Html, ...],
    press: Press,
    edition: Edition,
    project: Project,
    watch: Watch,
    crew: Crew,
    store: Store | None,
) -> Run:
    """typeset … preflight of one publication. Raises `Refusal`."""
    name, run = product.name, Run(sheets)
    with watch("typeset"):
        gathered = gather(htmls, project, crew, partial(watch.count, name), store)
    if store and store.leave:  # processes ask nobody for leave
        store.leave()
        store = replace(store, leave=None)
    with watch("typeset"):
        run.gatherings = [
            GatheringEntry(file_name(name, "pdf"), f"{name} {g.part}", g.first, g.pages, g.seconds)
            for g in gathered
        ]
    pressed: Callable[[], tuple[Gathering, ...]] = tuple
    if "press" in product.forms:
        pressed = gather_for_press(htmls, project, press, crew, store, gathered)
    new = [gathering.pdf for gathering in gathered if gathering.seconds is not None]
    named = (name for face in edition.masthead.house.faces for name in face.names)
    families = named_families(project.folders("styles")).union(named)
    with watch("preflight"):
        reviews = review_parts(htmls, gathered, sheets, edition, families, crew, store)
    counted = sum(gathering.pages for gathering in gathered)
    run.drawn += draw_pages(new, file_name(product.name, "pdf"), counted, project, crew)
    with watch("bind"):
        document = bound(gathered, edition, product, crew)
        run.documents.append(document)
        run.files[document.file] = document.pdf
        task = derive_poster if product.kind == "poster" else derive_brief
        laid, masthead = sheets.of(product.kind), edition.masthead
        ready_proof(masthead.house, project)
        made: dict[FormName, Future[Derived]] = {}
        for form in sorted(product.forms[1:], key="press".__eq__):  # others need not wait for it
            set_again = pressed() if form == "press" else ()
            held = document, set_again, press, laid, masthead, project, (form,), store
            made[form] = crew.submit(task, *held, first=True)
    late: list[Diagnostic] = []
    checks: list[Future[list[Diagnostic]]] = []

    def take(pages: Sequence[Page] = ()) -> None:
        """Have what was derived judged; `pages` are those of the document where they were read."""
        for form in product.forms[1:]:
            derived = Derived(())
            with watch("bind"), gathered_in(late):
                derived = made[form].result()
            for other in derived.documents:
                run.documents.append(other)
                run.files[other.file] = other.pdf
                run.drawn += draw_pages([other.pdf], other.file, other.pages, project, crew)
                beside = pages, document, other, sheets, edition, store
                checks.extend(crew.submit(check, *beside, first=True) for check in judges(other))
            if derived.picture:
                said = file_name(name, form), derived.picture
                run.files[said[0]] = derived.picture
                checks.append(crew.submit(judge_picture, *said, document, edition))

    if reviews.parts:  # its pages are read by others, and not here
        take()
    with watch("preflight"):
        judged = judge_document(document, reviews, sheets, edition, families, crew)
        if judged.witness is None:
            refuse_errors(judged.found)
        else:
            run.witnesses[document.file] = judged.witness
        trim()
    if not reviews.parts:
        take(judged.pages)
    found = [*judged.found, *late]
    with watch("preflight"):
        # What is wrong with the document itself is not told again of what is made from it.
        told = {one.code for one in found if one.severity == "error"}
        found += [one for check in checks for one in check.result() if one.code not in told]
        if any(one.severity == "error" for one in found):
            found += judged.rest()
        run.advice, run.rest = refuse_errors(found), judged.rest
    if masthead.draft:  # what was judged is marked last, and nothing else of it changes
        pictured = file_name(name, "png") in run.files
        with watch("bind"):
            mark = partial(mark_files, pictured=pictured)
            run.files |= crew.submit(mark, run.documents, masthead, project).result()
    return run


def bound(
    gathered: Sequence[Gathering], edition: Edition, product: Product, crew: Crew
) -> Document:
    """The file of what was typeset; a large one is bound by a process of its own.

    It takes more memory than this one has beside the edition.
    """
    asked = gathered, edition.masthead, product.name, product.kind
    if crew.apart is not None and sum(len(one.pdf) for one in gathered) > LARGE:
        return crew.submit(bind, *asked, at=crew.apart, first=True).result()
    return bind(*asked)


def draw_pages(
    pdfs: Sequence[bytes], file: str, pages: int, project: Project, crew: Crew
) -> list[Future[None]]:
    """The pictures for the proof of what makes up `file`, of `pages`, drawn while others judge it.

    A page looks the same in its gathering and in the bound file.
    """
    scale = scale_for(file, pages)
    return [crew.submit(draw, pdf, project.output, scale, last=True) for pdf in pdfs]
