"""The path, from records to printed pages: load … write, in this order and no other.

What lies between, layout … preflight, is done once a publication: press/publication.py for what is
printed, then press/website.py for the page that offers it. The report and the proof are made in
write. CONTRIBUTING.md tells the path and what each file of this folder is.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from press.audit.audit import audit
from press.bind.bind import Document
from press.cache import Store
from press.colour.inks import Press
from press.colour.profiles import advise_profile, open_press
from press.colour.tokens import read_palette
from press.content.edition import Edition
from press.content.load import KnownFiles, load
from press.content.resolve import resolve
from press.content.validate import KnownRecords, Records, validate
from press.diagnostics import Diagnostic, Refusal, gathered_in, refuse_errors
from press.fingerprint import content_fingerprint, input_states, inputs_fingerprint
from press.layout.layout import Sheets
from press.products import SITE, products_of
from press.project import Project
from press.publication import Run, publish
from press.report.previous import Carried, carried, told_with
from press.report.prove import prove
from press.report.report import NAME as REPORT
from press.report.report import as_json, report
from press.stages import STAGES, Watch
from press.stamps import STAMPS, gone, stamps_for
from press.typeset.fonts import missing_faces
from press.typeset.missing_glyphs import placed
from press.workers import Crew, alone
from press.write import write

if TYPE_CHECKING:
    from press.website import Site


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


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a project: its records and its edition, and how its files stood before."""

    records: Records
    edition: Edition
    stood: tuple[str, ...]


def check(project: Project, watch: Watch) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """load … audit: the edition and the advice. Raises `Refusal` for any error."""
    found = read(project, watch)
    return found.edition, _audited(found, project, watch)


def read(
    project: Project,
    watch: Watch,
    before: Read | None = None,
    known: tuple[KnownFiles, KnownRecords] | None = None,
) -> Read:
    """load … resolve. Raises `Refusal` for any error.

    What was read `before` is taken where no file was changed since, not even there and back. Of
    the files and records that are `known` only those are read that differ.
    """
    files, valid = known or ({}, {})
    states = input_states(project, settled=False)
    stood = project.today.isoformat(), inputs_fingerprint(project), states
    if before and before.stood == stood:
        return before
    with watch("load"):
        content = load(project, files)
    with watch("validate"):
        records = validate(content, valid)
    with watch("resolve"):
        edition = resolve(records)
    return Read(records, edition, stood)


def _audited(found: Read, project: Project, watch: Watch) -> tuple[Diagnostic, ...]:
    """audit: the advice. Raises `Refusal` for any error."""
    records, edition = found.records, found.edition
    known = products_of(project)
    with watch("audit"):
        faces = missing_faces(edition.masthead.house.faces)
        advice = refuse_errors([*audit(edition, records), *faces])
        specs = {f"content/{stem}.yaml": words.press for stem, words in edition.products.items()}
        pressed = {f"content/{p.name}.yaml" for p in known.values() if "press" in p.forms}
        advice += advise_profile({file: spec for file, spec in specs.items() if file in pressed})
        for spec in specs.values():
            if spec.profile:
                open_press(project, spec)
    return advice


def build(
    project: Project,
    names: tuple[str, ...],
    watch: Watch,
    crew: Crew | None = None,
    store: Store | None = None,
    before: Read | None = None,
) -> Built:
    """load … write for the publications `names`. Raises `Refusal`; then nothing is written.

    Processes lay out and typeset while this one audits: what the audit refuses, nothing is kept of.
    All are tried before it is raised, so that an editor mends what is wrong in one round.

    `crew` does the heavy work, this process alone unless given; `store` has that of earlier builds.
    What was read `before` is not read again where it still stands so.
    """
    crew = crew or alone()
    inputs = inputs_fingerprint(project)
    found = read(project, watch, before)
    edition = found.edition
    audited: Future[tuple[Diagnostic, ...]] = Future()
    fingerprint = content_fingerprint(project)
    known = products_of(project)
    printed = tuple(name for name in names if name != SITE)
    refused: list[Diagnostic] = []

    def tried(name: str) -> Run | None:
        held = replace(store, leave=audited.result) if store else None
        with gathered_in(refused):
            return publish(known[name], edition, fingerprint, project, watch, crew, held)
        return None

    def audit_meanwhile() -> None:
        try:
            audited.set_result(_audited(found, project, watch))
        except BaseException as error:
            audited.set_exception(error)
            raise

    runs = [run for run in crew.each(tried, printed, audit_meanwhile) if run]
    advice = audited.result()
    files = {name: data for run in runs for name, data in run.files.items()}
    documents = [document for run in runs for document in run.documents]
    site: Site | None = None
    if SITE in names and not crew.lost:
        from press.website import offered_of, publish_site  # pages are set by now

        kept = carried(project.output, files) if len(names) < len(known) else Carried({}, None)
        offered = tuple(offered_of(known, documents, files, kept, fingerprint))
        with gathered_in(refused):
            site = publish_site(
                known[SITE], edition, fingerprint, offered, project, watch, crew, store
            )
        files |= site.files if site else {}
    if refused:
        raise Refusal(placed([*refused, *_unsettled(runs)], edition.passages))
    wait(job for run in runs for job in run.drawn)
    advice += tuple(found for one in (*runs, site) if one for found in one.advice)
    by_product = {name: run.files for name, run in zip(printed, runs, strict=True)}
    by_product |= {SITE: site.files if site else {}} if SITE in names else {}
    with watch("write"):
        removed = gone(project, by_product)
        taken = {path.relative_to(project.output).as_posix(): b"" for path in removed}
        beside = carried(project.output, {**taken, **files})
        aloud = {name: held.heard for run in runs for name, held in run.witnesses.items()}
        made_now = report(
            edition,
            fingerprint,
            files,
            {name: held for one in (*runs, site) if one for name, held in one.witnesses.items()},
            advice,
            [gathering for run in runs for gathering in run.gatherings],
            watch.seconds,
            read_palette(project, _press(edition, project)),
        )
        told = told_with(made_now, beside)
        stamps = {STAMPS: stamps_for(project, by_product, inputs)}
        made = {
            project.output / name: data
            for name, data in {**files, **stamps, REPORT: as_json(told)}.items()
        } | prove(told, {**beside.files, **files}, edition.masthead.house, project, aloud)
        refuse_errors(_unsettled(runs))
        write(made, project.output, removed)
    if store:
        store.tidy()
    counted = {document.file: document.pages for document in documents}
    written = tuple((name, counted.get(name, 0)) for name in files)
    sheets = Sheets(
        next((run.sheets.brief for run in runs if run.sheets.brief), None),
        next((run.sheets.poster for run in runs if run.sheets.poster), None),
    )
    return Built(edition, sheets, tuple(documents), written, advice, watch.seconds)


def _unsettled(runs: Iterable[Run]) -> list[Diagnostic]:
    """What is found last of the publications; those that are sound are kept."""
    found: list[Diagnostic] = []
    for run in runs:
        with gathered_in(found):
            run.settle()
    return found


def _press(edition: Edition, project: Project) -> Press | None:
    """The press whose inks are told by the names of their tokens."""
    words = edition.poster or edition.brief
    return open_press(project, words.press) if words else None


__all__ = ["STAGES", "Built", "Read", "Refusal", "Watch", "build", "check", "read"]
