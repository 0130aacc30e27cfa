"""Try what a spreadsheet brings as the build would, and say of its rows what the audit says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from press.audit.audit import audit
from press.commands.sheets.drafted import Draft
from press.commands.sheets.header import Columns
from press.commands.sheets.table import Table
from press.content.load import Content, read_source
from press.content.nodes import Entries, Text, place_of
from press.content.resolve import resolve
from press.content.validate import validate
from press.diagnostics import Diagnostic, Refusal


def judged(
    content: Content,
    files: Mapping[str, bytes],
    drafts: Mapping[str, Draft],
    table: Table,
    columns: Columns,
) -> Iterator[tuple[str, Diagnostic]]:
    """What is wrong with the records of `drafts`, by their files, each at its row and column.

    `files` are all that are to be written, below content/; every error is told with its file.
    """
    raws = dict(content.files)
    for name, data in files.items():
        raw, _ = read_source(data.decode(), f"content/{name}")
        if isinstance(raw, Entries):  # its picture is beside the sheet still
            kept = [(cast(Text, key), value) for key, value in raw.items() if key != "image"]
            raws[name] = Entries.placed(kept, raw.place)
    for found in _errors(replace(content, files=MappingProxyType(raws))):
        name = found.place.path.removeprefix("content/")
        if (draft := drafts.get(name)) is not None:
            head = columns.of.get(_key(raws[name], found.place.line), -1)
            yield name, replace(found, place=table.place(draft.row.number, head))


def _errors(content: Content) -> tuple[Diagnostic, ...]:
    try:
        records = validate(content)
        found = audit(resolve(records), records)
    except Refusal as refusal:
        found = refusal.diagnostics
    return tuple(one for one in found if one.severity == "error")


def _key(raw: Entries, line: int) -> str:
    """The key of a record at whose value a line stands."""
    above = [(place_of(raw, (key,)).line, str(key)) for key in raw]
    return max((one for one in above if one[0] <= line), default=(0, ""))[1]
