"""Prove: the proof of a build, compared with what its folder held before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from press.content.values import House
from press.diagnostics import Refusal
from press.preflight.screen_reader import Heard, heard
from press.processes import trim
from press.products import order
from press.project import Project
from press.release.release import releases
from press.report.page_images import View, forget, scale_for, views
from press.report.previous import Earlier, changes_since, last_build, read_earlier, set_aside
from press.report.proof import NAME, proof
from press.report.proof_sheet import Compared
from press.report.schema import Report


def prove(
    told: Report,
    files: Mapping[str, bytes],
    house: House,
    project: Project,
    known: Mapping[str, Mapping[int, tuple[Heard, ...]]],
) -> dict[Path, bytes]:
    """The proof and, for the next one, the files that this build replaces, as `write` takes them.

    `known` is what is heard of the files that were judged just now; others are read for it.
    Raises `Refusal` for a fault in the proof's template.
    """
    output = project.output
    scales = {made.file: scale_for(made.file, made.pages) for made in told.outputs}
    # What lies in a folder is a copy, to be put on a server.
    pdfs = {n: data for n, data in sorted(files.items()) if n.endswith(".pdf") and "/" not in n}
    pages = {name: views(data, output, None, scales[name]) for name, data in pdfs.items()}
    trim()  # a proof of a thousand pages is large itself
    last = last_build(output, files, told)
    released = last_release(project)
    # A last build that was released is one thing to compare with, not two.
    again = last and released and last.files == released.files and last.facts == released.facts
    earlier = [one for one in (None if again else last, released) if one]
    compared = [compare(one, files, told, output) for one in earlier]
    trim()
    aloud = {
        name: known.get(name) or heard(data) for name, data in pdfs.items() if not order(name)[0]
    }
    made = proof(told, pages, compared, house, project, aloud)
    trim()
    drawn = {view.key for held in pages.values() for view in held}
    forget(output, drawn | {view.key for one in compared for view in one.before.values()})
    return {output / NAME: made, **set_aside(output, last)}


def last_release(project: Project) -> Earlier | None:
    """The newest release; None when there is none, or it is damaged, which `changes` would tell."""
    try:
        known = releases(project)
    except Refusal:
        return None
    if not known:
        return None
    last = known[-1]
    return read_earlier(project.output, last.folder.relative_to(project.output), last.name)


def compare(earlier: Earlier, files: Mapping[str, bytes], told: Report, output: Path) -> Compared:
    """What differs from `earlier`, with the views of its pages that changed."""
    scales = {made.file: scale_for(made.file, made.pages) for made in told.outputs}
    changes = changes_since(earlier, files, told)
    numbers: dict[str, set[int]] = defaultdict(set)
    for page in changes.pages:
        if page.before:
            numbers[page.file].add(page.before)
    before: dict[tuple[str, int], View] = {
        (file, view.number): view
        for file, wanted in numbers.items()
        for view in views(earlier.files[file], output, wanted, scales.get(file, 1.0))
    }
    return Compared(earlier.name, changes, before)
