"""Bring the title and the eras of a spreadsheet into the records of publication and poster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from press.commands.sheets.drafts import Drafter
from press.commands.sheets.table import Table
from press.commands.sheets.typed_yaml import closed, opened, plain, put
from press.diagnostics import Diagnostic

PUBLICATION, POSTER = "content/publication.yaml", "content/poster.yaml"
# Under what name it is kept what a sheet said last of title and eras; no record has it.
KEPT = "!"


def told(drafter: Drafter) -> dict[str, object]:
    """What the rows of title and eras say, as records have it; the cells that have no place too."""
    said: dict[str, object] = {}
    if title := drafter.title:
        cells = zip(drafter.columns.heads, title.row.cells, strict=False)
        said["title"] = title.title
        said["title-row"] = {head: cell.strip() for head, cell in cells if cell.strip()}
    if drafter.eras:
        said["eras"] = [{"name": e.name, "from": e.start, "to": e.end} for e in drafter.eras]
    return said


def placed(
    root: Path, table: Table, drafter: Drafter, before: Mapping[str, object]
) -> Iterator[tuple[str, bytes] | Diagnostic]:
    """The files below `root` that title and eras change, and what was left as it is.

    `before` is what the sheet said last: what the records have of it may be changed.
    """
    said = told(drafter)
    parts: list[tuple[str, str, int, Mapping[str, object]]] = []
    if drafter.title:
        parts.append(("title", PUBLICATION, drafter.title.row.number, drafter.title.facts))
    if drafter.eras:
        facts = {id: fact for era in drafter.eras for id, fact in era.facts.items()}
        parts.append(("eras", POSTER, drafter.eras[0].row.number, facts))
    for key, file, row, vouched in parts:
        path, place = root / file, table.place(row)
        if not path.is_file():
            yield Diagnostic("sheet/kept", place, severity="advice", case="no-poster")
            continue
        held = plain(opened(path.read_bytes()).get(key) or [])
        if held in ([], before.get(key), said[key]):
            yield file, _with(path.read_bytes(), key, said[key], vouched)
        else:
            values = {"sheet": str(said[key]), "record": str(held)} if key == "title" else {}
            yield Diagnostic("sheet/kept", place, values, severity="advice", case=key)


def _with(data: bytes, key: str, value: object, facts: Mapping[str, object]) -> bytes:
    """A file that says `value` of `key` and has the `facts`; the same bytes where it did."""
    document = opened(data)
    before = plain(document)
    if plain(document.get(key)) != plain(value):
        put(document, key, value)
    if facts and not document.get("facts"):
        put(document, "facts", {})
    for id, fact in facts.items():
        put(document["facts"], id, fact)
    return closed(document) if plain(document) != before else data
