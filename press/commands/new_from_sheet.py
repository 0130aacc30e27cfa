"""Begin a publication from a spreadsheet: its records, and the products that these can fill."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from press.commands.import_sheet import import_sheet
from press.commands.new import first_files, first_folder, look_at, take
from press.commands.sheets.drafted import TYPES
from press.commands.sheets.header import read_columns
from press.commands.sheets.imported import Import
from press.commands.sheets.sealed import read_sealed
from press.commands.sheets.spelling import folded
from press.commands.sheets.table import Table, read_table
from press.commands.sheets.title_and_eras import POSTER, PUBLICATION
from press.commands.sheets.typed_yaml import closed, opened, put
from press.diagnostics import Diagnostic, Refusal
from press.pipeline import Watch, check
from press.project import Project, open_project

BRIEF = "content/brief.yaml"
_SCRIPTS = {"ar": re.compile("[\u0620-\u064a]"), "en": re.compile("[A-Za-z]")}
# Stands in place of the last paragraph of a new publication's README, which is of example events.
AFTER = "after-a-sheet.md"


def begin_from_sheet(
    folder: Path,
    language: str | None,
    path: Path,
    sheet: str = "",
    columns: Path | None = None,
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Write a publication of the rows of the file at `path`; its files, sorted, and the advice.

    Without a `language` it is that of most letters. Raises `Refusal`, and writes nothing, when
    `folder` cannot be taken or a row makes no record that the check accepts.
    """
    look_at(folder)
    sealed = read_sealed(path, sheet) if columns is None else {}
    table = sealed["Events"].table if "Events" in sealed else read_table(path, sheet)
    tag = language or _language(table)
    title = _title_row(table, columns) if not sealed else ""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        _store(root, _settings(tag, title or path.stem, table))
        project = open_project(root)
        done = import_sheet(project, path, sheet, columns, dry_run=False)
        if done.refused:
            raise Refusal(done.found)
        _store(root, _products(root, done, tag))
        _check(project, done, table)
        files = {
            file.relative_to(root).as_posix(): file.read_bytes()
            for file in root.rglob("*")
            if file.is_file()
        }
        return take(folder, files), tuple(done.found)


def _settings(tag: str, title: str, table: Table) -> dict[str, bytes]:
    """The files of a new publication that hold for any sheet, and its title; no example event."""
    files = first_files(tag)
    document = opened(files[PUBLICATION])
    put(document, "title", title)
    if tag == "ar" and _in_arabic_digits(table):
        put(document, "digits", "arabic")
    poster = opened(files[POSTER])
    put(poster, "introduction", None)
    told, _, _ = files["README.md"].decode().rstrip().rpartition("\n\n")
    return {
        **{name: data for name, data in files.items() if not name.startswith("content/")},
        "README.md": told.encode() + b"\n\n" + (first_folder(tag) / AFTER).read_bytes(),
        PUBLICATION: closed(document),
        POSTER: closed(poster),
    }


def _products(root: Path, done: Import, tag: str) -> dict[str, bytes]:
    """The poster, and a brief where an event has a text for one."""
    poster = opened((root / POSTER).read_bytes())
    brief: Any = opened(first_files(tag)[BRIEF])
    put(brief, "chapters", None)  # without them every event is told, in the order of time
    put(brief, "introduction", None)
    files = {}
    if done.title and done.title.text:
        publication = opened((root / PUBLICATION).read_bytes())
        if done.title.text_facts:
            facts = {**(publication.get("facts") or {}), **done.title.text_facts}
            put(publication, "facts", facts)
        files[PUBLICATION] = closed(publication)
        for document in (poster, brief):
            put(document, "introduction", done.title.text)
    records = (root / "content/events").glob("*.yaml")
    if any(re.search(rb"^brief:", path.read_bytes(), re.MULTILINE) for path in records):
        files[BRIEF] = closed(brief)
    return {**files, POSTER: closed(poster)}


def _check(project: Project, done: Import, table: Table) -> None:
    """Raise `Refusal` where the whole is refused: by the rows it is of, no file being there yet."""
    try:
        check(project, Watch())
    except Refusal as refusal:
        row = done.title.row.number if done.title else table.head.number
        place = table.place(row)
        raise Refusal([replace(one, place=place) for one in refusal.diagnostics]) from refusal


def _title_row(table: Table, columns: Path | None) -> str:
    """What the row of Type `title` calls the whole, empty without one."""
    of = read_columns(table, columns).of
    if "type" not in of or "title" not in of:
        return ""
    rows = (r for r in table.rows if TYPES.get(folded(r.cell(of["type"]))) == "title")
    return next((row.cell(of["title"]) for row in rows), "")


def _language(table: Table) -> str:
    """The language that most letters of the rows are of."""
    text = "".join(_cells(table))
    return max(_SCRIPTS, key=lambda tag: len(_SCRIPTS[tag].findall(text)))


def _in_arabic_digits(table: Table) -> bool:
    """Whether most digits that stand among Arabic letters are ٠١٢٣٤٥٦٧٨٩."""
    text = "".join(cell for cell in _cells(table) if _SCRIPTS["ar"].search(cell))
    return len(re.findall("[٠-٩]", text)) > len(re.findall("[0-9]", text))


def _cells(table: Table) -> Iterable[str]:
    return (cell for row in table.rows for cell in row.cells)


def _store(root: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
