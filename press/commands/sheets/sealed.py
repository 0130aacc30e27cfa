"""Read sheets that were exported: their rows by what names them, and what each said then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from press.commands.sheets.labels import key_of
from press.commands.sheets.record_rows import FIRST_KEYS, NAMED_BY, SEAL, digest
from press.commands.sheets.table import TEXTS, WORKBOOKS, SheetRow, Table, read_table, sheet_names
from press.commands.sheets.workbook import unprotected


@dataclass(frozen=True, slots=True)
class SealedRow:
    """A row that was exported, or typed below one: its cells by key, their digests then by key."""

    row: SheetRow
    named: tuple[str, ...]
    cells: Mapping[str, str]
    seal: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SealedSheet:
    """A sheet that was exported, as it is now; `columns` are those of its keys, from 0."""

    name: str
    table: Table
    columns: Mapping[str, int]
    rows: tuple[SealedRow, ...]


def read_sealed(path: Path, sheet: str = "") -> dict[str, SealedSheet]:
    """The sheets of an export by name; none where the file at `path` is no export.

    Raises `Refusal` for a file that cannot be read.
    """
    found = {}
    for name in NAMED_BY:
        table = _table(path, name, sheet)
        if table is not None and (one := _sealed(name, table)) is not None:
            found[name] = one
    return found


def _table(path: Path, name: str, asked: str) -> Table | None:
    ending = path.suffix.lower()
    if ending in TEXTS and not asked:
        file = path if name == "Events" else path.with_stem(f"{path.stem}-{name.lower()}")
        return read_table(file) if name == "Events" or file.is_file() else None
    if ending in WORKBOOKS and asked in ("", "Events") and name in sheet_names(path):
        return read_table(path, name)
    return None


def _sealed(name: str, table: Table) -> SealedSheet | None:
    heads = [cell.strip() for cell in table.head.cells]
    if SEAL not in heads:
        return None
    keys = (*NAMED_BY[name], *FIRST_KEYS[name])
    columns: dict[str, int] = {}
    for column, head in enumerate(heads):
        key = key_of(head, keys) or ("" if head == SEAL else head)
        if key:
            columns.setdefault(key, column)
    at = heads.index(SEAL)
    rows = []
    for row in table.rows:
        seal = dict(part.split("=", 1) for part in row.cell(at).split() if "=" in part)
        cells = {
            key: _typed(row.cell(column), seal.get(key, ""), text=not table.sheet)
            for key, column in columns.items()
        }
        named = tuple(cells.get(key, "") for key in NAMED_BY[name])
        if any(cells.values()) or row.marks:
            rows.append(SealedRow(row, named, cells, seal))
    return SealedSheet(name, table, columns, tuple(rows))


def _typed(cell: str, seal: str, *, text: bool) -> str:
    """What was typed in a cell, which of a delimited `text` may be protected.

    A workbook has such a cell when a program made it of a delimited text.
    """
    bare = unprotected(cell)
    return bare if text or digest(bare) == seal else cell
