"""The path, from records to printed pages: load … write, in this order and no other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from press.audit import audit
from press.bind import Document, bind
from press.crew import Crew, alone
from press.derived import derive, set_for_press
from press.diagnostics import Diagnostic, Refusal, refuse_errors
from press.edition import Edition
from press.gather import gather
from press.inuse import palette
from press.kept import STAMPS, content_fingerprint, inputs_fingerprint, stamps_for
from press.layout import Sheets, layout
from press.load import load
from press.opened import Reading
from press.preflight import examine, named_families
from press.project import Project
from press.prove import prove
from press.render import render, render_trials
from press.report import NAME as REPORT
from press.report import as_json, report
from press.reported import Gathering
from press.resolve import resolve
from press.sameness import same_on_press, same_on_tiles
from press.typeset import measure
from press.validate import validate
from press.write import write

STAGES = (
    "load", "validate", "resolve", "audit", "layout",
    "render", "typeset", "bind", "preflight", "write",
)  # fmt: skip


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
    """Times the stages and tells an onlooker which one runs."""

    tell: Callable[[str], None] = lambda stage: None
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
    return edition, advice


def build(
    project: Project, names: tuple[str, ...], watch: Watch, crew: Crew | None = None
) -> Built:
    """load … write for the publications `names`. Raises `Refusal`; then nothing is written."""
    crew = crew or alone()
    inputs = inputs_fingerprint(project)
    edition, advice = check(project, watch)
    with watch("layout"):
        fingerprint = content_fingerprint(project)
        sheets = layout(
            edition,
            fingerprint,
            names,
            lambda trials: measure(render_trials(trials, edition.masthead.house, project), project),
        )
    with watch("render"):
        volumes = render(sheets, project)
    families = named_families(project.folders("styles"))
    documents: list[Document] = []
    files: dict[str, bytes] = {}
    readings: dict[str, Reading] = {}
    derived: list[Document] = []
    gatherings: list[Gathering] = []
    for name, htmls in volumes.items():
        with watch("typeset"):
            run = gather(htmls, project, crew)
            gatherings += [
                Gathering(f"{name}.pdf", f"{name} {g.part}", g.first, g.pages, g.seconds)
                for g in run
            ]
            bled = set_for_press(htmls[0], project) if name == "poster" else None
        with watch("bind"):
            document = bind(run, edition.masthead)
            documents.append(document)
            files[f"{name}.pdf"] = document.pdf
        with watch("preflight"):
            found, reading = examine(document, sheets, edition, families)
            advice += refuse_errors(found)
            if reading:
                readings[f"{name}.pdf"] = reading
        if bled and sheets.poster:
            with watch("bind"):
                made = derive(document, bled, sheets.poster, edition.masthead, project)
                files |= {f"{d.name}.pdf": d.pdf for d in (made.press, made.tiles)}
                derived += [made.press, made.tiles]
                files["poster.png"] = made.picture
            with watch("preflight"):
                refuse_errors(same_on_press(document, made.press))
                refuse_errors(same_on_tiles(document, made.tiles))
    with watch("write"):
        told = report(
            edition,
            fingerprint,
            files,
            readings,
            advice,
            gatherings,
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
    counted = {f"{document.name}.pdf": document.pages for document in (*documents, *derived)}
    made_files = tuple((name, counted.get(name, 0)) for name in files)
    return Built(edition, sheets, tuple(documents), made_files, advice, watch.seconds)


__all__ = ["STAGES", "Built", "Refusal", "Watch", "build", "check"]
