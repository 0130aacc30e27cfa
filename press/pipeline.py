"""The path, from records to printed pages: load … write, in this order and no other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from press.arranging import arrange
from press.audit import audit
from press.bind import Document, bind
from press.copies import judge
from press.crew import Crew, alone
from press.derived import derive, set_for_press
from press.diagnostics import Diagnostic, Refusal, refuse_errors
from press.digest import digest
from press.edition import Edition
from press.gather import gather
from press.heights import heights
from press.inuse import palette
from press.kept import STAMPS, content_fingerprint, inputs_fingerprint, stamps_for
from press.layout import Sheets, layout
from press.load import load
from press.preflight import examine, judge_picture, named_families
from press.profiles import read_profile
from press.project import Project
from press.prove import prove
from press.render import Html, render
from press.report import NAME as REPORT
from press.report import as_json, report, witness
from press.reported import Gathering, Witness
from press.rereading import read_through
from press.resolve import resolve
from press.store import Store, kept
from press.validate import validate
from press.views import draw, scale_for
from press.write import write

STAGES = (
    "load", "validate", "resolve", "audit", "layout",
    "render", "typeset", "bind", "preflight", "write",
)  # fmt: skip
# So many pages are drawn in one go.
DRAWN = 14


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: sheets, documents, advice, and the seconds that each stage took.

    `files`: every file written, with its pages (0 for what has none).
    """

    edition: Edition
    sheets: Sheets
    documents: tuple[Document, ...]
    files: tuple[tuple[str, int], ...]
    advice: tuple[Diagnostic, ...]
    seconds: dict[str, float]


@dataclass(slots=True)
class Watch:
    """Times the stages and tells an onlooker which one runs, and how many gatherings are set.

    Publications are made side by side: the seconds of the stages may be more than pass.
    """

    tell: Callable[[str], None] = lambda stage: None
    count: Callable[[str, int, int], None] = lambda name, done, of: None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Run a block as `stage`."""
        self.tell(stage)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start


def check(project: Project, watch: Watch) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """load … audit: the edition and the advice. Raises `Refusal` for any error."""
    with watch("load"):
        content = load(project)
    with watch("validate"):
        records = validate(content)
    with watch("resolve"):
        edition = resolve(records)
    with watch("audit"):
        advice = refuse_errors(audit(edition, records))
        if edition.poster and edition.poster.profile:
            read_profile(project, edition.poster.profile)
    return edition, advice


def build(
    project: Project,
    names: tuple[str, ...],
    watch: Watch,
    crew: Crew | None = None,
    store: Store | None = None,
) -> Built:
    """load … write for the publications `names`. Raises `Refusal`; then nothing is written.

    `crew` does the heavy work, this process alone unless given; `store` has that of earlier builds.
    """
    crew = crew or alone()
    inputs = inputs_fingerprint(project)
    edition, advice = check(project, watch)
    fingerprint = content_fingerprint(project)
    runs = crew.each(
        lambda name: publish(name, edition, fingerprint, project, watch, crew, store), names
    )
    files = {name: data for run in runs for name, data in run.files.items()}
    wait(job for run in runs for job in run.drawn)
    advice += tuple(found for run in runs for found in run.advice)
    with watch("write"):
        told = report(
            edition,
            fingerprint,
            files,
            {name: held for run in runs for name, held in run.witnesses.items()},
            advice,
            [gathering for run in runs for gathering in run.gatherings],
            watch.seconds,
            palette(project),
        )
        stamps = {STAMPS: stamps_for(project, files, inputs)}
        write(
            {
                project.output / name: data
                for name, data in {**files, **stamps, REPORT: as_json(told)}.items()
            }
            | prove(told, files, edition.masthead.house, project)
        )
    if store:
        store.tidy()
    documents = [document for run in runs for document in run.documents]
    counted = {f"{document.name}.pdf": document.pages for document in documents}
    made = tuple((name, counted.get(name, 0)) for name in files)
    sheets = Sheets(
        next((run.sheets.brief for run in runs if run.sheets.brief), None),
        next((run.sheets.poster for run in runs if run.sheets.poster), None),
    )
    return Built(edition, sheets, tuple(documents), made, advice, watch.seconds)


@dataclass(slots=True)
class Run:
    """One publication on its way from layout to preflight: its files, and what they say."""

    sheets: Sheets
    documents: list[Document] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    witnesses: dict[str, Witness] = field(default_factory=dict)
    advice: tuple[Diagnostic, ...] = ()
    gatherings: list[Gathering] = field(default_factory=list)
    drawn: list[Future[None]] = field(default_factory=list)


def publish(
    name: str,
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
    house = edition.masthead.house
    if name == "poster":
        edition = edition.without_brief()
    with watch("layout"):
        sheets = layout(
            edition,
            fingerprint,
            (name,),
            lambda trials: heights(trials, house, project, crew, store),
            partial(kept, store, arrange),
        )
    with watch("render"):
        (htmls,) = render(sheets, project).values()
    profile = read_profile(project, sheets.poster.profile) if sheets.poster else b""
    key = store.key("publication", digest(name, htmls, sheets, edition, profile)) if store else ""
    if store and (known := store.get(key)):
        return Run(sheets, *known)
    run = make(name, sheets, htmls, edition, project, watch, crew, store)
    if store and not run.advice:
        untimed = [replace(gathering, seconds=None) for gathering in run.gatherings]
        store.put(key, (run.documents, run.files, run.witnesses, (), untimed))
    return run


def make(
    name: str,
    sheets: Sheets,
    htmls: tuple[Html, ...],
    edition: Edition,
    project: Project,
    watch: Watch,
    crew: Crew,
    store: Store | None,
) -> Run:
    """typeset … preflight of one publication. Raises `Refusal`."""
    run = Run(sheets)
    bled = (
        crew.submit(set_for_press, htmls[0], sheets.poster.bleed_mm, project)
        if sheets.poster
        else None
    )
    with watch("typeset"):
        gathered = gather(htmls, project, crew, partial(watch.count, name), store)
        run.gatherings = [
            Gathering(f"{name}.pdf", f"{name} {g.part}", g.first, g.pages, g.seconds)
            for g in gathered
        ]
    with watch("bind"):
        document = bind(gathered, edition.masthead)
        run.documents.append(document)
        run.files[f"{name}.pdf"] = document.pdf
        made = (
            crew.submit(derive, document, bled.result(), sheets.poster, edition.masthead, project)
            if bled and sheets.poster
            else None
        )
    run.drawn += draw_pages(document, project, crew)
    with watch("preflight"):
        families = named_families(project.folders("styles"))
        found, reading = examine(
            document, sheets, edition, families, lambda pdf: read_through(pdf, crew, store), crew
        )
        run.advice = refuse_errors(found)
        if reading:
            run.witnesses[f"{name}.pdf"] = witness(document.pdf, reading)
    if made and reading:
        with watch("bind"):
            derived = made.result()
        for other in (derived.press, *derived.tiles):
            run.documents.append(other)
            run.files[f"{other.name}.pdf"] = other.pdf
            run.drawn += draw_pages(other, project, crew)
        run.files["poster.png"] = derived.picture
        with watch("preflight"):
            (page,) = reading.pages
            checks = [
                crew.submit(judge, page, other, sheets, edition, first=True)
                for other in (derived.press, *derived.tiles)
            ]
            found = judge_picture(f"{name}.png", derived.picture, document, edition)
            found += [one for check in checks for one in check.result()]
            run.advice = refuse_errors([*run.advice, *found])
    return run


def draw_pages(document: Document, project: Project, crew: Crew) -> list[Future[None]]:
    """The pictures of a document for the proof, drawn while others judge it."""
    scale, pages = scale_for(document.pages), range(1, document.pages + 1)
    return [
        crew.submit(draw, document.pdf, project.output, pages[at : at + DRAWN], scale)
        for at in range(0, document.pages, DRAWN)
    ]


__all__ = ["STAGES", "Built", "Refusal", "Watch", "build", "check"]
