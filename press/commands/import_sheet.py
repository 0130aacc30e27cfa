"""Import the rows of a spreadsheet as records of events, and again after edits on both sides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from press.commands.sheets.drafts import Draft, Drafter
from press.commands.sheets.header import read_columns
from press.commands.sheets.import_sealed import bring
from press.commands.sheets.merge import merged
from press.commands.sheets.same_rows import settled
from press.commands.sheets.sealed import SealedSheet, read_sealed
from press.commands.sheets.spelling import folded
from press.commands.sheets.table import Table, read_table
from press.commands.sheets.typed_yaml import dumped
from press.content.fields import ADDRESS
from press.content.icons import initial
from press.content.load import load
from press.content.references import FIELDS
from press.content.validate import Records, validate
from press.diagnostics import Diagnostic
from press.project import Project
from press.write import write

# Where it is kept what each sheet said when it was last imported.
FOLDER = "imported"
_HEAD = "# yaml-language-server: $schema=../../schema/event.json"
_TITLE = {"ar": "جدول الأحداث {}", "en": "Spreadsheet {}"}


@dataclass(slots=True)
class Import:
    """What an import writes, by path from the project's root, and what it says.

    `new`, `changed` and `same` are ids of records; `drafts` are all good rows.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    drafts: tuple[Draft, ...] = ()

    def told(self, *, dry_run: bool) -> str:
        """One line: how many records are new, changed and unchanged, and how many rows refused."""
        counted = {"new": self.new, "changed": self.changed, "unchanged": self.same}
        told = ", ".join(f"{len(ids)} {word}" for word, ids in counted.items())
        left = len({one.place.line for one in self.found if one.severity == "error"})
        refused = f", {left} rows with errors" if left else ""
        return f"{'would write: ' if dry_run else ''}{told}{refused}"

    @property
    def refused(self) -> bool:
        """Whether a row was refused or two values are in dispute."""
        return any(one.severity == "error" for one in self.found)


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
        said = _read(project, path, read_table(path, sheet), columns)
    if said.files and not dry_run:
        write({project.root / name: data for name, data in said.files.items()}, project.root)
    return said


def state_file(table: Table) -> str:
    """Where it is kept what `table` last said."""
    name = re.sub(r"[^\w.!-]+", "_", table.name)
    return f"{FOLDER}/{name}.json"


def drafter_of(
    project: Project, path: Path, table: Table, columns: Path | None, records: Records
) -> Drafter:
    """Who drafts the rows of `table` for the project that has `records`."""
    kinds = {folded(str(kind.name)): str(id) for id, kind in records.kinds.events.items()}
    kinds |= {folded(str(id)): str(id) for id in records.kinds.events}
    facts = [
        *(str(id) for event in records.events.values() for id in event.facts),
        *(str(id) for person in records.people.values() for id in person.facts),
        *(str(id) for id in records.publication.facts),
    ]
    actors = {
        folded(str(name)): actor.id
        for actor in records.actors.values()
        for name in (actor.id, actor.name, actor.short, *actor.variants)
        if name
    }
    return Drafter(
        table,
        read_columns(table, columns),
        records.publication.house,
        source_id(path.stem),
        path.parent,
        frozenset([*facts, *records.events, *FIELDS]),
        kinds,
        actors,
    )


def source_id(stem: str) -> str:
    """The id of the source that a file called `stem` is."""
    slug = re.sub("[^a-z0-9]+", "-", stem.lower()).strip("-")
    return f"sheet-{slug}" if slug else "sheet"


def _read_sealed(project: Project, path: Path, sheets: Mapping[str, SealedSheet]) -> Import:
    """What an exported file brings back: edits of its rows, and rows that were typed below them."""
    said = Import()
    if (events := sheets.get("Events")) and (fresh := [r.row for r in events.rows if not r.seal]):
        facts = sheets["Facts"].rows if "Facts" in sheets else ()
        table = replace(events.table, rows=tuple(fresh))
        said = _read(project, path, table, None, frozenset(row.named[1] for row in facts))
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


def _read(
    project: Project,
    path: Path,
    table: Table,
    columns: Path | None,
    facts: frozenset[str] = frozenset(),
) -> Import:
    """What a spreadsheet brings; its texts may refer to `facts` besides those of the records."""
    content = load(project)
    records = validate(content)
    drafter = drafter_of(project, path, table, columns, records)
    drafter.known |= facts
    before = _state(project, table)
    drafts = settled(tuple(drafter.drafts()), before, records.events.keys())
    said = Import(found=drafter.problems, drafts=drafts)
    places = {id: event.place.path for id, event in records.events.items()}
    for draft in drafts:
        _one(project, said, draft, before.get(draft.id, {}), places, table)
    _gone(said, before, drafts, table)
    _addresses(said, drafter)
    if said.new or said.changed:
        said.files |= _actors_and_source(project, drafter, records, drafts)
    if drafts:
        state = {**before, **{draft.id: dict(draft.fields) for draft in drafts}}
        for one in said.found:
            if one.code == "sheet/conflict" and str(one.values["id"]) in before:
                state[str(one.values["id"])] = before[str(one.values["id"])]
        data = json.dumps(state, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
        if state != before:
            said.files[state_file(table)] = data
    return said


def _one(
    project: Project,
    said: Import,
    draft: Draft,
    before: Mapping[str, object],
    places: Mapping[str, str],
    table: Table,
) -> None:
    """Add what is to be written of one row."""
    if draft.id not in places:
        if before:  # an editor took the record away; the row does not bring it back
            place = table.place(draft.row.number)
            values = {"id": draft.id}
            said.found.append(Diagnostic("sheet/record-gone", place, values, severity="advice"))
            return
        head = _HEAD if (project.root / "schema").is_dir() else ""
        said.files[f"content/events/{draft.id}.yaml"] = dumped(draft.fields, head)
        said.new.append(draft.id)
        return
    path = places[draft.id]
    data = (project.root / path).read_bytes()
    changed, conflicts = merged(data, before, draft.fields)
    for one in conflicts:
        values = {"id": draft.id, "key": one.key, "record": one.record, "sheet": one.sheet}
        said.found.append(Diagnostic("sheet/conflict", table.place(draft.row.number), values))
    if changed == data:
        said.same.append(draft.id)
    else:
        said.files[path] = changed
        said.changed.append(draft.id)


def _gone(said: Import, before: Iterable[str], drafts: tuple[Draft, ...], table: Table) -> None:
    """Say which records have no row any more, unless rows were refused, which may be theirs."""
    if not said.refused:
        for id in sorted(set(before) - {draft.id for draft in drafts}):
            place = table.place(0)
            said.found.append(Diagnostic("sheet/row-gone", place, {"id": id}, severity="advice"))


def _addresses(said: Import, drafter: Drafter) -> None:
    """One advice for all media that are addresses: nothing is fetched."""
    column = drafter.columns.of.get("media", -1)
    rows = [
        draft.row for draft in said.drafts if column >= 0 and ADDRESS.match(draft.row.cell(column))
    ]
    if rows and said.new:
        place = drafter.table.place(rows[0].number, column)
        values = {"count": len(rows)}
        said.found.append(Diagnostic("sheet/media-address", place, values, severity="advice"))


def _actors_and_source(
    project: Project, drafter: Drafter, records: Records, drafts: tuple[Draft, ...]
) -> dict[str, bytes]:
    """The files of actors and sources, with those that the sheet brings after the others."""
    used = {str(id) for id in _texts(draft.fields.get("actor") for draft in drafts)}
    actors = _with_icons({i: n for i, n in drafter.new_actors.items() if i in used}, records)
    title = _TITLE[drafter.house.tag].format(drafter.table.file)
    source = {} if drafter.source in records.sources else {drafter.source: {"title": title}}
    files = {}
    for name, more in (("content/actors.yaml", actors), ("content/sources.yaml", source)):
        if more:
            path = project.root / name
            there = path.read_bytes() if path.is_file() else b""
            gap = b"" if not there or there.endswith(b"\n") else b"\n"
            files[name] = there + gap + dumped(more)
    return files


def _with_icons(names: Mapping[str, str], records: Records) -> dict[str, dict[str, str]]:
    """New actors by id; one whose initial another has takes the next letter of its name."""
    letters = {str(a.icon or initial(str(a.short or a.name))) for a in records.actors.values()}
    made = {}
    for id, name in names.items():
        first = initial(name)
        free = next((c for c in [first, *name] if c.isalnum() and c not in letters), first)
        letters.add(free)
        made[id] = {"name": name} | ({"icon": free} if free != first else {})
    return made


def _texts(values: Iterable[object]) -> Iterable[object]:
    for value in values:
        yield from value if isinstance(value, list) else [value]


def _state(project: Project, table: Table) -> dict[str, dict[str, object]]:
    """What the sheet said last by id of record; nothing where it was never imported."""
    try:
        told = json.loads((project.root / state_file(table)).read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(id): said for id, said in told.items() if isinstance(said, dict)}
