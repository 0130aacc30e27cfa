"""Draft the rows of a spreadsheet as records, and bring them together with those that are there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from press.commands.sheets.drafted import Draft
from press.commands.sheets.drafts import Drafter
from press.commands.sheets.header import read_columns
from press.commands.sheets.imported import Import
from press.commands.sheets.judge import judged
from press.commands.sheets.media import Media
from press.commands.sheets.merge import merged
from press.commands.sheets.same_rows import settled
from press.commands.sheets.spelling import actors_by_name, kinds_by_name
from press.commands.sheets.table import Table
from press.commands.sheets.title_and_eras import KEPT, placed, told
from press.commands.sheets.typed_yaml import dumped
from press.content.fields import ADDRESS
from press.content.icons import initial
from press.content.load import load
from press.content.references import FIELDS
from press.content.validate import Records, validate
from press.diagnostics import Diagnostic
from press.files import own_json
from press.project import Project

# Where it is kept what each sheet said when it was last imported.
FOLDER = "imported"
_HEAD = "# yaml-language-server: $schema=../../schema/event.json"
_TITLE = {"ar": "جدول الأحداث {}", "en": "Spreadsheet {}"}


def state_file(table: Table) -> str:
    """Where it is kept what `table` last said."""
    name = re.sub(r"[^\w.!-]+", "_", table.name)
    return f"{FOLDER}/{name}.json"


def drafter_of(path: Path, table: Table, columns: Path | None, records: Records) -> Drafter:
    """Who drafts the rows of `table` for the project that has `records`."""
    facts = [
        *(str(id) for event in records.events.values() for id in event.facts),
        *(str(id) for person in records.people.values() for id in person.facts),
        *(str(id) for id in records.publication.facts),
    ]
    return Drafter(
        table,
        read_columns(table, columns),
        records.publication.house,
        source_id(path.stem),
        Media(path.parent),
        frozenset([*facts, *records.events, *FIELDS]),
        kinds_by_name(records),
        actors_by_name(records),
    )


def source_id(stem: str) -> str:
    """The id of the source that a file called `stem` is."""
    slug = re.sub("[^a-z0-9]+", "-", stem.lower()).strip("-")
    return f"sheet-{slug}" if slug else "sheet"


def read_rows(
    project: Project,
    path: Path,
    table: Table,
    columns: Path | None,
    facts: frozenset[str] | None = None,
) -> Import:
    """What a spreadsheet brings.

    Its texts may refer to `facts` besides those of the records; then these are not there yet, and
    no row is tried.
    """
    content = load(project)
    records = validate(content)
    drafter = drafter_of(path, table, columns, records)
    drafter.known |= facts or frozenset()
    before = _state(project, table)
    past = {id: fields for id, fields in before.items() if id != KEPT}
    drafts = settled(tuple(drafter.drafts()), past, records.events.keys())
    places = {id: event.place.path for id, event in records.events.items()}
    faults: list[Diagnostic] = []
    while True:
        said = Import(drafts=drafts, title=drafter.title)
        for draft in drafts:
            _one(project, said, draft, before.get(draft.id, {}), places, table)
        if said.new or said.changed:
            said.files |= _actors_and_source(project, drafter, records, drafts)
        inner = {name.removeprefix("content/"): data for name, data in said.files.items()}
        files = {places.get(d.id, f"content/events/{d.id}.yaml")[8:]: d for d in drafts}
        wrong = [*judged(content, inner, files, table, drafter.columns)] if facts is None else []
        faults += [found for _, found in wrong]
        if not wrong:
            break
        refused = {files[name].id for name, _ in wrong}
        drafts = tuple(draft for draft in drafts if draft.id not in refused)
    for draft in drafts:
        image = draft.fields.get("image")
        if isinstance(image, Mapping) and draft.id in (*said.new, *said.changed):
            name = f"content/{image['file']}"
            said.files[name] = drafter.media.taken[str(image["file"])]
    said.found = [*drafter.problems, *faults, *said.found]
    _gone(said, before, drafts, table)
    _addresses(said, drafter)
    for one in placed(project.root, table, drafter, before.get(KEPT, {})):
        if isinstance(one, Diagnostic):
            said.found.append(one)
        else:
            said.files[one[0]] = one[1]
    _keep(said, drafter, before)
    return said


def _keep(said: Import, drafter: Drafter, before: Mapping[str, Mapping[str, object]]) -> None:
    """Keep what the sheet says now, but of what is in dispute what it said before."""
    state = {**before, **{draft.id: dict(draft.fields) for draft in said.drafts}}
    if whole := told(drafter):
        state[KEPT] = whole
    for one in said.found:
        if one.code == "sheet/conflict" and str(one.values["id"]) in before:
            state[str(one.values["id"])] = before[str(one.values["id"])]
    if state != before:
        data = json.dumps(state, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
        said.files[state_file(drafter.table)] = data


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
        for id in sorted(set(before) - {KEPT} - {draft.id for draft in drafts}):
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
        told = own_json(project.root / state_file(table), project.root)
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(id): said for id, said in told.items() if isinstance(said, dict)}
