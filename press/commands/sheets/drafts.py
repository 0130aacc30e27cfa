"""Turn rows into the records that they ask for, or into complaints that name row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from press.commands.sheets.attest import Faulty, RowFacts
from press.commands.sheets.date_texts import hijri_of
from press.commands.sheets.drafted import DATED, RANKS, TYPES, WHERE, Draft, EraRow, TitleRow
from press.commands.sheets.header import Columns, plain_head
from press.commands.sheets.hijri_texts import NoDate, is_hijri
from press.commands.sheets.marks import CellMark
from press.commands.sheets.media import Media, NoMedia
from press.commands.sheets.row_dates import RowDates, WrongDate
from press.commands.sheets.spelling import european, folded, paragraphs, several
from press.commands.sheets.table import SheetRow, Table
from press.content.record_files import EVENT_FILE, ID
from press.content.values import House
from press.diagnostics import Diagnostic
from press.language.dates import Date

# What stands in a cell whose formula failed, or was never worked out.
_NO_VALUE = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|=[A-Z@(+\d\"].*"
)


@dataclass(slots=True)
class Drafter:
    """Drafts the rows of one table; gathers what is wrong with them."""

    table: Table
    columns: Columns
    house: House
    source: str
    media: Media
    known: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)
    new_actors: dict[str, str] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    title: TitleRow | None = None
    eras: list[EraRow] = field(default_factory=list)
    _merged: set[CellMark] = field(default_factory=set)
    _seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def drafts(self) -> Iterator[Draft]:
        """The good rows in order; those refused have their complaints in `problems`."""
        for row in self.table.rows:
            before = len(self.problems)
            draft = self._draft(row)
            if draft and not any(one.severity == "error" for one in self.problems[before:]):
                yield draft

    def _draft(self, row: SheetRow) -> Draft | None:
        if row.marks:
            self._marked(row, row.marks[0])
            return None
        for column, cell in enumerate(row.cells):
            if _NO_VALUE.fullmatch(cell.strip()):
                head = self.columns.head(column)
                self._fault(row, column, "sheet/no-value", head=head)
                return None
        id_at = self._at("id")
        cells = (" ".join(c.split()) for i, c in enumerate(row.cells) if i != id_at)
        first = self._seen.setdefault(tuple(cells), row.number)
        if first != row.number:
            self._fault(row, -1, "sheet/double-row", first=first)
            return None
        title = self._cell(row, "title")
        if not title:
            self._fault(row, self._at("title"), "sheet/no-title")
            return None
        if other := TYPES.get(folded(self._cell(row, "type"))):
            (self._title if other == "title" else self._era)(row, title)
            return None
        date = self._date(row)
        id = self._id(row, date) if date else ""
        return self._record(row, id, title, date) if date and id else None

    def _marked(self, row: SheetRow, mark: CellMark) -> None:
        """One complaint for a cell, however many rows it is merged over."""
        head, last = self.columns.head(mark.column), mark.rows[1]
        if last <= row.number and mark not in self._merged:
            self._fault(row, mark.column, mark.what, head=head)
        elif mark not in self._merged:
            self._merged.add(mark)
            self._fault(row, mark.column, mark.what, "rows", head=head, last=last)

    def _title(self, row: SheetRow, title: str) -> None:
        """The row that names the whole and introduces it."""
        if self.title is not None:
            self._fault(row, self._at("type"), "sheet/second-title", first=self.title.row.number)
            return
        named = RowFacts("title", self.source, self.house, self.known)
        told = RowFacts("title", self.source, self.house, self.known)
        if self._attested(row, "title", title, named) is None:
            return
        text = self._attested(row, "brief", paragraphs(self._cell(row, "brief")), told)
        if text is not None:
            self.title = TitleRow(row, title, text, named.facts, told.facts)

    def _era(self, row: SheetRow, name: str) -> None:
        """A row that names a stretch of time."""
        attested = RowFacts(f"era-{len(self.eras) + 1}", self.source, self.house, self.known)
        try:
            first, last = RowDates(self.columns).ends(row)
        except WrongDate as wrong:
            self._wrong_date(row, wrong)
            return
        if self._attested(row, "title", name, attested) is not None:
            self.eras.append(EraRow(row, name, str(first), str(last), attested.facts))

    def _attested(self, row: SheetRow, name: str, text: str, attested: RowFacts) -> str | None:
        """A text with a reference for each figure, None where it cannot be attested."""
        try:
            return attested.text(text, self._where(row, name)) if text else ""
        except Faulty as fault:
            values = {**fault.values, "head": self.columns.head(self._at(name))}
            self._fault(row, self._at(name), fault.code, fault.case, **values)
            return None

    def _record(self, row: SheetRow, id: str, title: str, date: Date) -> Draft | None:
        attested = RowFacts(id, self.source, self.house, self.known)
        fields: dict[str, object] = {}
        texts: dict[str, str] = {}
        for name in ("title", "brief", "poster"):
            text = title if name == "title" else paragraphs(self._cell(row, name))
            told = self._attested(row, name, text, attested)
            if told is None:
                return None
            texts[name] = told
        dated = RowDates(self.columns).field("")
        attested.whole(DATED[self.house.tag], date, self._where(row, dated))
        fields["title"] = texts["title"]
        days = [str(m) for m in date.moments]
        fields["date"] = days if date.precision == "days" else str(date)
        fields["hijri"] = self._hijri(row)
        fields["actor"] = self._actors(row)
        fields["kind"] = self._chosen(row, "kind", self.kinds)
        fields["rank"] = self._chosen(row, "rank", {folded(w): r for w, r in RANKS.items()})
        fields["symbol"] = self._cell(row, "symbol")
        fields["tags"] = several(self._cell(row, "tags"))
        fields["brief"], fields["poster"] = texts["brief"], texts["poster"]
        fields["image"] = self._image(row, title, attested)
        fields["facts"] = attested.facts
        fields["row"] = f"{self.table.name}!{id}"
        fields["notes-of-import"] = self._notes(row, pictured=bool(fields["image"]))
        kept = {name: value for name, value in fields.items() if value}
        return Draft(id, row, kept, numbered=not self._cell(row, "id"))

    # -- cells -------------------------------------------------------------------------------------

    def _at(self, name: str) -> int:
        return self.columns.of.get(name, -1)

    def _cell(self, row: SheetRow, name: str) -> str:
        return row.cell(self.columns.of[name]) if name in self.columns.of else ""

    def _where(self, row: SheetRow, name: str) -> str:
        head = self.columns.head(self._at(name))
        return WHERE[self.house.tag].format(row=row.number, head=head)

    def _fault(
        self,
        row: SheetRow,
        column: int,
        code: str,
        case: str = "",
        **values: str | int | tuple[str, ...],
    ) -> None:
        place = self.table.place(row.number, column)
        self.problems.append(Diagnostic(code, place, values, case=case))

    def _date(self, row: SheetRow) -> Date | None:
        try:
            return RowDates(self.columns).date(row)
        except WrongDate as wrong:
            self._wrong_date(row, wrong)
            return None

    def _wrong_date(self, row: SheetRow, wrong: WrongDate) -> None:
        values = {"text": wrong.text, "head": self.columns.head(self._at(wrong.field))}
        self._fault(row, self._at(wrong.field), wrong.code, wrong.case, **values)

    def _id(self, row: SheetRow, date: Date) -> str:
        typed = self._cell(row, "id")
        if not typed:
            day = re.sub("[^0-9a-z-]+", "-", str(date.moments[0]).partition("T")[0].lower())
            day = day.strip("-")
            self._numbers[day] = self._numbers.get(day, 0) + 1
            return f"on-{day}-{self._numbers[day]}"
        id = re.sub(r"[\s_.]+", "-", european(typed).lower())
        match = EVENT_FILE.fullmatch(f"events/{id}.yaml")
        id = match["id"] if match else id
        if not ID.fullmatch(id):
            self._fault(row, self._at("id"), "sheet/bad-id", "form", id=typed)
            return ""
        if self._ids.setdefault(id, row.number) != row.number:
            self._fault(row, self._at("id"), "sheet/bad-id", "twice", id=typed, first=self._ids[id])
            return ""
        return id

    def _hijri(self, row: SheetRow) -> str:
        """The Hijri date of a row, of a column of its own or of that of the date."""
        typed = self._cell(row, "hijri")
        text = typed if not typed or is_hijri(typed) else f"{typed} هـ"
        try:
            return hijri_of(text or RowDates(self.columns).typed(row, ""))
        except NoDate as wrong:
            values = {"text": typed, "head": self.columns.head(self._at("hijri"))}
            self._fault(row, self._at("hijri"), "sheet/bad-date", wrong.case, **values)
            return ""

    def _actors(self, row: SheetRow) -> object:
        ids = []
        for name in several(self._cell(row, "actor")):
            if folded(name) not in self.actors:
                slug = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-") if name.isascii() else ""
                taken = {"", *self.actors.values()}
                may_be = (slug, *(f"actor-{n}" for n in range(1, len(taken) + 1)))
                free = next(id for id in may_be if id not in taken)
                self.actors[folded(name)] = free
                self.new_actors[free] = name
            ids.append(self.actors[folded(name)])
        return ids[0] if len(ids) == 1 else ids

    def _chosen(self, row: SheetRow, name: str, ids: Mapping[str, str]) -> str:
        """What the word in a column stands for, one of `ids`; empty for none and a wrong one."""
        typed = self._cell(row, name)
        if typed and folded(typed) not in ids:
            allowed = tuple(dict.fromkeys(id for id in ids.values() if id))
            at = self._at(name)
            self._fault(row, at, "sheet/not-a-choice", name, typed=typed, allowed=allowed)
        return ids.get(folded(typed), "")

    def _notes(self, row: SheetRow, *, pictured: bool) -> dict[str, str]:
        """What has no place in a record, by the head of its column."""
        notes = {}
        kept = () if pictured else ("media", "credit", "caption", "alt")
        for name in ("shown", "type", *kept):
            if text := self._cell(row, name):
                notes[plain_head(self.columns.head(self._at(name)))] = text
        for column, cell in enumerate(row.cells):
            head = self.columns.others.get(column)
            if cell.strip() and (head is not None or column >= len(self.columns.heads)):
                notes[plain_head(head or "") or f"column-{column + 1}"] = cell.strip()
        return notes

    def _image(self, row: SheetRow, title: str, attested: RowFacts) -> dict[str, object]:
        """The picture beside the sheet; addresses and other media are kept as notes."""
        try:
            file = self.media.picture(self._cell(row, "media"))
        except NoMedia as wrong:
            values = {"file": self._cell(row, "media")}
            self._fault(row, self._at("media"), "sheet/no-media", wrong.case, **values)
            return {}
        if not file:
            return {}
        texts = {name: self._cell(row, name) for name in ("alt", "caption", "credit")}
        told = self._attested(row, "caption", texts["caption"], attested)
        image = {
            "file": file,
            "alt": texts["alt"] or texts["caption"] or title,
            "caption": told,
            "credit": texts["credit"],
        }
        return {key: value for key, value in image.items() if value}
