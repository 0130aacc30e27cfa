"""Current: an output folder with everything up to date, and what its edition says."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from itertools import chain

from press.cache import open_store
from press.content.edition import Edition
from press.files import own_json
from press.fingerprint import content_fingerprint
from press.pipeline import Watch, build, check
from press.processes import hire
from press.project import Project
from press.release.snapshot import Snapshot, snapshot
from press.report.report import NAME as REPORT
from press.stamps import made_by_last_build, unchanged


def bring_up_to_date(
    project: Project, products: Collection[str], watch: Watch
) -> tuple[Edition, Snapshot]:
    """Build those `products` that are not up to date.

    All are built when the report does not tell of every file. The snapshot is what the
    edition says now. Raises `Refusal` for any error; then nothing is written.
    """
    stale = set(products) - unchanged(project, products)
    files = chain.from_iterable(made_by_last_build(project).values())
    if stale or not _reported(project, files):
        with hire(os.cpu_count() or 1) as crew:
            build(project, tuple(products), watch, crew, open_store(project))
    edition, _ = check(project, watch)
    return edition, snapshot(edition, content_fingerprint(project))


def _reported(project: Project, files: Iterable[str]) -> bool:
    """Whether the report is that of these records and lists all of `files`."""
    try:
        told = own_json(project.output / REPORT, project.output)
        listed = {made["file"] for made in told["outputs"]}
        return told["edition"]["content"] == content_fingerprint(project) and listed >= set(files)
    except (OSError, ValueError, KeyError, TypeError):
        return False
