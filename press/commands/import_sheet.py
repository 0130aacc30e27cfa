"""Import the rows of a spreadsheet as records of events, and again after edits on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from press.commands.sheets.import_sealed import bring
from press.commands.sheets.imported import Import
from press.commands.sheets.rows import read_rows
from press.commands.sheets.sealed import SealedSheet, read_sealed
from press.commands.sheets.table import read_table
from press.content.load import load
from press.content.validate import validate
from press.project import Project
from press.write import write


def import_sheet(
    project: Project, path: Path, sheet: str = "", columns: Path | None = None, *, dry_run: bool
) -> Import:
    """Write the good rows of the file at `path` as records; with `dry_run` nothing is written.

    Raises `Refusal`, and writes nothing, when the file or its head cannot be read, or the records
    that are there are no records.
    """
    if columns is None and (sheets := read_sealed(path, sheet)):
        said = _read_sealed(project, path, sheets)
    else:
        said = read_rows(project, path, read_table(path, sheet), columns)
    if said.files and not dry_run:
        write({project.root / name: data for name, data in said.files.items()}, project.root)
    return said


def _read_sealed(project: Project, path: Path, sheets: Mapping[str, SealedSheet]) -> Import:
    """What an exported file brings back: edits of its rows, and rows that were typed below them."""
    said = Import()
    if (events := sheets.get("Events")) and (fresh := [r.row for r in events.rows if not r.seal]):
        facts = sheets["Facts"].rows if "Facts" in sheets else ()
        table = replace(events.table, rows=tuple(fresh))
        said = read_rows(project, path, table, None, frozenset(row.named[1] for row in facts))
    content = load(project)
    begun = {
        name.removeprefix("content/"): data
        for name, data in said.files.items()
        if name.startswith("content/")
    }
    brought = bring(sheets, content, validate(content), begun)
    said.files |= brought.files
    said.found += brought.found
    said.new += brought.new
    said.changed += [id for id in brought.changed if id not in (*said.new, *said.changed)]
    said.same += brought.same
    return said
