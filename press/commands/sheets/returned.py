"""Find what was changed in an exported spreadsheet since, and what of that the records dispute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from press.commands.sheets.columns import MODELS, several
from press.commands.sheets.date_texts import read_date
from press.commands.sheets.drafted import RANKS
from press.commands.sheets.hijri_texts import NoDate
from press.commands.sheets.record_rows import (
    NAMED_BY,
    RecordRow,
    RecordSheet,
    cell_of,
    digest,
    plain_cell,
)
from press.commands.sheets.sealed import SealedRow, SealedSheet
from press.commands.sheets.spelling import folded
from press.content.nodes import Entries, Items, Raw
from press.content.record_files import ID
from press.diagnostics import Diagnostic

Values = Mapping[str, str | int | tuple[str, ...]]
# What is read as typed: a text, a list, or a value a part.
_PARTED = ("value", "is", "unit", "counts", "says")
_PART = re.compile(r"([\w-]+):\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell whose text a record is to say: where that stands, and what is to be typed there.

    `value` is None where the key is to be taken out.
    """

    sheet: SealedSheet
    row: SealedRow
    at: RecordRow
    key: str
    value: object

    @property
    def record(self) -> str:
        """The record as complaints name it."""
        return "/".join(self.row.named)

    def complaint(self, code: str, values: Values, case: str = "") -> Diagnostic:
        """A complaint at the cell."""
        return complaint(self.sheet, self.row, self.key, code, values, case)


def complaint(
    sheet: SealedSheet, row: SealedRow, key: str, code: str, values: Values, case: str = ""
) -> Diagnostic:
    """A complaint at the cell of `key`, or at the whole row where it has no column."""
    place = sheet.table.place(row.row.number, sheet.columns.get(key, -1))
    severity = "advice" if code == "sheet/record-gone" or case == "elsewhere" else "error"
    return Diagnostic(code, place, values, severity=severity, case=case)  # type: ignore[arg-type]


@dataclass(slots=True)
class SheetComparison:
    """Compares the rows of an export with the records, and gathers what is wrong.

    `ids` are those that names stand for, by column: of actors, of kinds. `places` says where the
    record, fact or attestation of a new row is to stand, if it may; `moved` is whether the export
    is of another project, so that its records are none that were taken away.
    """

    now: Mapping[str, RecordSheet]
    ids: Mapping[str, Mapping[str, str]]
    moved: bool = False
    problems: list[Diagnostic] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    _holders: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    def edits(
        self, sheets: Mapping[str, SealedSheet], holders: Mapping[str, tuple[str, tuple[str, ...]]]
    ) -> Iterator[Edit]:
        """What is to be typed in the records, those that others stand in first.

        `holders` are the records that may have facts: where each stands.
        """
        self._holders.update(holders)
        events = sheets["Events"].rows if "Events" in sheets else ()
        self.moved = not any(row.named in self.now["Events"].rows for row in events)
        for name in ("Sources", "Actors", "Events", "Facts", "Attestations"):
            if name in sheets:
                yield from self._of_sheet(sheets[name])

    def _of_sheet(self, sheet: SealedSheet) -> Iterator[Edit]:
        seen: dict[tuple[str, ...], int] = {}
        for row in sheet.rows:
            known = self.now[sheet.name].rows.get(row.named)
            if sheet.name == "Events" and not row.seal:
                continue  # a row that was typed anew is read as those of any spreadsheet
            if seen.setdefault(row.named, row.row.number) != row.row.number:
                values: Values = {"id": "/".join(row.named), "first": seen[row.named]}
                self._fault(sheet, row, "", "sheet/bad-id", values, "twice")
                continue
            at = known or self._place(sheet, row)
            if at is None:
                continue
            before = len(self.problems)
            changed = list(self._of_row(sheet, row, at, new=known is None))
            if changed and row.row.marks:
                mark = row.row.marks[0]
                head = sheet.table.head.cell(mark.column) if mark.column >= 0 else ""
                self._fault(sheet, row, "", mark.what, {"head": head})
            if any(one.severity == "error" for one in self.problems[before:]):
                continue
            if changed:
                yield from changed
                if known is None:
                    self._made(sheet, row, at)
            elif sheet.name == "Events":
                self.same.append(row.named[0])

    def _of_row(
        self, sheet: SealedSheet, row: SealedRow, at: RecordRow, *, new: bool
    ) -> Iterator[Edit]:
        for key, cell in row.cells.items():
            said = at.cells.get(key, "")
            if key in row.seal and row.seal[key] == digest(cell) and not new:
                continue
            if plain_cell(cell) == plain_cell(said) or (key in at.cells and key not in at.raw):
                continue
            value = self._typed(sheet, row, key, cell, at.raw.get(key))
            if _cell(value) == said:
                continue
            if not new and key in row.seal and row.seal[key] != digest(said):
                values = {"id": "/".join(row.named), "key": key}
                values |= {"record": said or "—", "sheet": _cell(value) or "—"}
                self._fault(sheet, row, key, "sheet/conflict", values)
                continue
            yield Edit(sheet, row, at, key, value)

    # -- where a new row stands --------------------------------------------------------------------

    def _place(self, sheet: SealedSheet, row: SealedRow) -> RecordRow | None:
        """Where the record of a row stands that has none yet; None where there is to be none."""
        told = "/".join(row.named)
        if row.seal and not self.moved:
            self._fault(sheet, row, "", "sheet/record-gone", {"id": told})
            return None
        id = row.named[1] if sheet.name in ("Facts", "Attestations") else row.named[0]
        if not ID.fullmatch(id):
            self._fault(sheet, row, "id", "sheet/bad-id", {"id": id}, "form")
            return None
        names = dict(zip(NAMED_BY[sheet.name], row.named, strict=True))
        match sheet.name:
            case "Events":
                return RecordRow(f"events/{id}.yaml", (), names)
            case "Sources" | "Actors":
                return RecordRow(f"{sheet.name.lower()}.yaml", (id,), names)
        if row.named[0] not in self._holders:
            case = "elsewhere" if row.seal and self.moved else ""
            self._fault(sheet, row, "record", "sheet/no-record", {"id": row.named[0]}, case)
            return None
        file, route = self._holders[row.named[0]]
        here = (*route, "facts", id)
        if sheet.name == "Attestations":
            return RecordRow(file, (*here, "said", row.named[2]), names)
        return RecordRow(file, here, names)

    def _made(self, sheet: SealedSheet, row: SealedRow, at: RecordRow) -> None:
        if sheet.name == "Events":
            self.new.append(row.named[0])
            self._holders[row.named[0]] = (at.file, ())

    # -- what a cell says --------------------------------------------------------------------------

    def _typed(
        self, sheet: SealedSheet, row: SealedRow, key: str, cell: str, raw: Raw | None
    ) -> object:
        """What a record would have for a cell; complains of what it cannot."""
        text = plain_cell(cell)
        if not text:
            if key in ("title", "date") and sheet.name == "Events":
                self._fault(sheet, row, key, f"sheet/no-{key}", {})
            return None
        if key in _PARTED:
            return _parted(text, raw)
        model = MODELS.get(sheet.name)
        if key == "date":
            return self._date(sheet, row, key, text)
        if key == "rank":
            return self._chosen(sheet, row, key, text, {folded(w): r for w, r in RANKS.items()})
        if sheet.name == "Events" and key in ("kind", "actor"):
            words = _list(text) if key == "actor" else [text]
            ids = [self._chosen(sheet, row, key, one, self.ids[key]) for one in words]
            return ids[0] if len(ids) == 1 else ids
        if isinstance(raw, Items) or (model is not None and several(model, key)):
            return _one_or_all(_list(text), raw)
        return text

    def _date(self, sheet: SealedSheet, row: SealedRow, key: str, text: str) -> object:
        try:
            date = read_date(text)
        except NoDate as wrong:
            head = sheet.table.head.cell(sheet.columns[key])
            self._fault(sheet, row, key, "sheet/bad-date", {"text": text, "head": head}, wrong.case)
            return text
        return [str(m) for m in date.moments] if date.precision == "days" else str(date)

    def _chosen(
        self, sheet: SealedSheet, row: SealedRow, key: str, text: str, ids: Mapping[str, str]
    ) -> str:
        if folded(text) in ids:
            return ids[folded(text)]
        allowed = tuple(dict.fromkeys(id for id in ids.values() if id))
        values: Values = {"typed": text, "allowed": allowed}
        self._fault(sheet, row, key, "sheet/not-a-choice", values, key)
        return text

    def _fault(
        self,
        sheet: SealedSheet,
        row: SealedRow,
        key: str,
        code: str,
        values: Values,
        case: str = "",
    ) -> None:
        self.problems.append(complaint(sheet, row, key, code, values, case))


def _list(text: str) -> list[str]:
    parts = text.split("\n") if "\n" in text else re.split("[;؛]", text)
    return [one.strip() for one in parts if one.strip()]


def _parted(text: str, raw: Raw | None) -> object:
    """A value of a fact: a text, a list in one line, or a line a part."""
    lines = text.split("\n")
    parts = [_PART.fullmatch(line) for line in lines]
    if all(parts) and (isinstance(raw, Entries) or (raw is None and len(lines) > 1)):
        inner = raw if isinstance(raw, Entries) else Entries()
        return {m[1]: _parted(m[2], inner.get(m[1])) for m in parts if m}
    listed = isinstance(raw, Items) or (";" in text and not (raw and ";" in cell_of(raw)))
    return _one_or_all(_list(text) if listed else [text], raw)


def _one_or_all(words: list[str], raw: Raw | None) -> object:
    """One word alone, unless the record has a list there."""
    return words[0] if len(words) == 1 and not isinstance(raw, Items) else words


def _cell(value: object) -> str:
    """A value to be typed as the cell that it comes from."""
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {_cell(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ("\n" if any(";" in one or "؛" in one for one in value) else "; ").join(value)
    return plain_cell(str(value or ""))
