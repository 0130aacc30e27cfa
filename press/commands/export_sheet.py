"""Export the records as a spreadsheet that can be edited and imported again."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from press.commands.sheets.import_sealed import bring
from press.commands.sheets.record_rows import RecordSheet, record_sheets
from press.commands.sheets.sealed import read_sealed
from press.commands.sheets.workbook import LONGEST, delimited, workbook
from press.content.load import Content, load
from press.content.records import Rank
from press.content.validate import Records, validate
from press.content.values import KINDS
from press.diagnostics import Diagnostic, Place, Refusal
from press.language.languages import language_of
from press.project import Project
from press.write import write

ENDINGS = (".xlsx", ".csv")


def export_sheet(project: Project, path: Path) -> tuple[str, ...]:
    """Write all records to `path`: a workbook, or a delimited text a sheet; their names.

    Raises `Refusal`, and writes nothing, when the records are no records, the file is of another
    kind, or one is there whose changes were never imported.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise _refused(path, "kind", endings=ENDINGS)
    content = load(project)
    records = validate(content)
    sheets = record_sheets(content)
    language = language_of(records.publication.language)
    if ending == ".csv":
        files = {
            beside(path, name): delimited(sheet, language.tag) for name, sheet in sheets.items()
        }
    else:
        _fitting(path, sheets)
        rtl = language.direction == "rtl"
        data = workbook(sheets, language.tag, choices(records), project.today, right_to_left=rtl)
        files = {path: data}
    if path.exists() and _unread_changes(path, content, records):
        raise _refused(path, "there")
    for file in files:
        if file != path and file.exists() and not path.exists():
            raise _refused(file, "there")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, "folder") from error
    write(files, path.parent)
    return tuple(file.name for file in files)


def beside(path: Path, sheet: str) -> Path:
    """The delimited text of `sheet`: that of events is the file named, the others stand beside."""
    return path if sheet == "Events" else path.with_stem(f"{path.stem}-{sheet.lower()}")


def choices(records: Records) -> dict[tuple[str, str], tuple[str, ...]]:
    """What may be typed in a column, by sheet and key, where that is a matter of choice."""
    found = {
        ("Events", "rank"): get_args(Rank),
        ("Events", "kind"): tuple(map(str, records.kinds.events)),
        ("Events", "actor"): tuple(records.actors),
        ("Facts", "is"): KINDS,
        ("Facts", "follows"): tuple(records.sources),
        ("Attestations", "source"): tuple(records.sources),
        ("Sources", "kind"): tuple(map(str, records.kinds.sources)),
        ("Actors", "side"): ("above", "below"),
    }
    return {column: allowed for column, allowed in found.items() if allowed}


def _fitting(path: Path, sheets: dict[str, RecordSheet]) -> None:
    """Refuse what a cell of a workbook cannot hold."""
    problems = [
        Diagnostic(
            "sheet/not-exported",
            Place(path.name),
            {"id": "/".join(named), "key": key, "most": LONGEST},
            case="long",
        )
        for sheet in sheets.values()
        for named, row in sheet.rows.items()
        for key, cell in row.cells.items()
        if len(cell) > LONGEST
    ]
    if problems:
        raise Refusal(problems)


def _unread_changes(path: Path, content: Content, records: Records) -> bool:
    """Whether the file at `path` is none of ours, or says what no record says."""
    try:
        there = read_sealed(path)
    except Refusal:
        return True
    fresh = (row for name, sheet in there.items() if name == "Events" for row in sheet.rows)
    if not there or any(not row.seal and row.named[0] not in records.events for row in fresh):
        return True
    brought = bring(there, content, records, {})
    return bool(brought.files) or any(one.severity == "error" for one in brought.found)


def _refused(path: Path, case: str, **values: tuple[str, ...]) -> Refusal:
    return Refusal([Diagnostic("sheet/not-exported", Place(path.name), values, case=case)])
