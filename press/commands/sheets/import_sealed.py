"""Bring an exported spreadsheet home: its edits become those of the records, faulty ones none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from press.commands.sheets.apply_edits import applied
from press.commands.sheets.imported import Import
from press.commands.sheets.record_rows import event_files, record_sheets
from press.commands.sheets.returned import Edit, SheetComparison
from press.commands.sheets.sealed import SealedSheet
from press.commands.sheets.spelling import actors_by_name, folded, kinds_by_name
from press.content.load import Content, read_source
from press.content.nodes import Entries, place_of
from press.content.record_files import PLAN_FILE
from press.content.validate import Records, validate
from press.diagnostics import Diagnostic, Refusal


def bring(
    sheets: Mapping[str, SealedSheet],
    content: Content,
    records: Records,
    begun: Mapping[str, bytes],
) -> Import:
    """What the sheets of an export change; `begun` are files below content/ that are to be written
    besides.
    """
    known = dict(_may_have_facts(_with(content, begun)))
    ids = {"kind": kinds_by_name(records), "actor": _actor_ids(sheets, records)}
    compared = SheetComparison(record_sheets(content), ids)
    edits = list(compared.edits(sheets, known))

    def read(file: str) -> bytes:
        path = content.folder.parent / _path(content, file)
        return begun.get(file) or (path.read_bytes() if path.is_file() else b"")

    edits, refused = _sound(edits, content, begun, read)
    found = [*compared.problems, *refused, *_without_rows(sheets, compared)]
    written = applied(edits, read)
    changed = dict.fromkeys(_record_of(edit) for edit in edits)
    new = [id for id in compared.new if id in changed]
    return Import(
        {_path(content, file): data for file, data in written.items()},
        found,
        new,
        [id for id in changed if id not in new],
        [id for id in compared.same if id not in changed],
    )


def _may_have_facts(content: Content) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """The records that facts may be added to: their file and the way to them."""
    for id, file in event_files(content).items():
        yield id, (file, ())
    for file, raw in content.files.items():
        if file == "publication.yaml" or PLAN_FILE.fullmatch(file):
            yield file, (file, ())
        if file == "people.yaml":
            yield from ((f"{file}/{id}", (file, (str(id),))) for id in raw)
        if isinstance(chapters := raw.get("chapters"), Entries) and PLAN_FILE.fullmatch(file):
            for id in chapters:
                yield f"{file}/chapters/{id}", (file, ("chapters", str(id)))


def _path(content: Content, file: str) -> str:
    """A file of records from the project's root; its ending may be one that many type."""
    return content.files[file].place.path if file in content.files else f"content/{file}"


def _actor_ids(sheets: Mapping[str, SealedSheet], records: Records) -> dict[str, str]:
    """The ids of actors by what they may be called, those that the sheet brings included."""
    ids = actors_by_name(records)
    if "Actors" in sheets:
        for row in sheets["Actors"].rows:
            for key in ("id", "name", "short"):
                if name := row.cells.get(key):
                    ids.setdefault(folded(name), row.named[0])
    return ids


def _record_of(edit: Edit) -> str:
    named = edit.row.named
    return named[0] if edit.sheet.name in ("Events", "Facts", "Attestations") else edit.record


def _sound(
    edits: list[Edit], content: Content, begun: Mapping[str, bytes], read: Callable[[str], bytes]
) -> tuple[list[Edit], list[Diagnostic]]:
    """The edits that leave the records valid, and what is wrong with the others, at their cells."""
    refused: list[Diagnostic] = []
    while edits:
        written = applied(edits, read)
        problems = _problems(content, {**begun, **written})
        if not problems:
            break
        blamed: list[Edit] = []
        for found in problems:
            guilty = _guilty(found, content, edits, written) or edits[0]
            place = guilty.complaint("sheet/no-title", {}).place
            refused.append(replace(found, place=place))
            blamed.append(guilty)
        rows = {(one.sheet.name, one.row.named) for one in blamed}
        records = {_record_of(one) for one in blamed}
        # A record that is made with a fault is not made, and nothing that would stand in it.
        edits = [
            one
            for one in edits
            if (one.sheet.name, one.row.named) not in rows
            and not (_record_of(one) in records and one.at.file not in content.files)
        ]
    return edits, refused


def _problems(content: Content, written: Mapping[str, bytes]) -> Sequence[Diagnostic]:
    problems: list[Diagnostic] = []
    for file, data in written.items():
        problems += read_source(data.decode(), _path(content, file))[1]
    if problems:
        return problems
    try:
        validate(_with(content, written))
    except Refusal as refusal:
        return refusal.diagnostics
    return ()


def _with(content: Content, written: Mapping[str, bytes]) -> Content:
    files = dict(content.files)
    for file, data in written.items():
        raw, _ = read_source(data.decode(), _path(content, file))
        if isinstance(raw, Entries):
            files[file] = raw
    return replace(content, files=MappingProxyType(files))


def _guilty(
    found: Diagnostic, content: Content, edits: list[Edit], written: Mapping[str, bytes]
) -> Edit | None:
    """The edit at whose text a problem stands, else the last above it in the same file."""
    best: tuple[int, Edit] | None = None
    for edit in edits:
        if found.place.path != _path(content, edit.at.file):
            continue
        raw, _ = read_source(written[edit.at.file].decode(), found.place.path)
        if not isinstance(raw, Entries):
            return edit
        way = (*edit.at.route, *edit.key.split("."))
        line = place_of(raw, way).line
        if found.place.line >= line and (best is None or line > best[0]):
            best = line, edit
    return best[1] if best else None


def _without_rows(sheets: Mapping[str, SealedSheet], compared: SheetComparison) -> list[Diagnostic]:
    """One advice for each record that the sheet has no row of; none where rows were refused."""
    found = []
    for name, sheet in sheets.items():
        if name != "Attestations" and not compared.moved:
            there, place = {row.named for row in sheet.rows}, sheet.table.place(0)
            gone = ["/".join(named) for named in compared.now[name].rows if named not in there]
            found += [
                Diagnostic("sheet/row-gone", place, {"id": id}, severity="advice", case="none")
                for id in gone
            ]
    return found
