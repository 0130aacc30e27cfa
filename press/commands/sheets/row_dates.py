"""Read the date of a row from its cells: one cell or year, month, day and time, and an end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from press.commands.sheets.date_texts import about, interval, read_date, timed
from press.commands.sheets.header import Columns
from press.commands.sheets.hijri_texts import NoDate
from press.commands.sheets.spelling import european, mixed_digits
from press.commands.sheets.table import SheetRow
from press.diagnostics import Unfit
from press.language.dates import Date


class WrongDate(ValueError):
    """Raised for a row without a date that can be read: code, case, field and what was typed."""

    def __init__(self, code: str, case: str, field: str, text: str) -> None:
        self.code, self.case, self.field, self.text = code, case, field, text
        super().__init__(f"{code} {case}")


@dataclass(frozen=True, slots=True)
class RowDates:
    """Reads the dates of rows that have these columns."""

    columns: Columns

    def date(self, row: SheetRow) -> Date:
        """The date of `row`, about right only where the date to be shown says so. `WrongDate`."""
        start = self._read(row, "")
        if start is None:
            raise WrongDate("sheet/no-date", "", self.field(""), "")
        end = self._read(row, "end-")
        if end is not None:
            start = self._interval(row, start, end)
        try:
            shown = read_date(self._cell(row, "shown"), self.columns.order)
        except NoDate:
            return start
        return about(start) if shown.approximate and shown.year == start.year else start

    def ends(self, row: SheetRow) -> tuple[Date, Date]:
        """The first and the last date of `row`, both of which must be there. `WrongDate`."""
        start, end = self._read(row, ""), self._read(row, "end-")
        if start is None or end is None:
            raise WrongDate("sheet/no-date", "", self.field("" if start is None else "end-"), "")
        self._interval(row, start, end)
        return start, end

    def _interval(self, row: SheetRow, start: Date, end: Date) -> Date:
        try:
            return interval(start, end)
        except NoDate as error:
            text = self.typed(row, "end-")
            raise WrongDate("sheet/end-before-start", "", self.field("end-"), text) from error

    def field(self, prefix: str) -> str:
        """The first column of a date."""
        one = "end" if prefix else "date"
        return one if one in self.columns.of else f"{prefix}year"

    def typed(self, row: SheetRow, prefix: str) -> str:
        """What is typed as a date, all its cells."""
        parts = (f"{prefix}{name}" for name in ("year", "month", "day", "time"))
        names = ("end" if prefix else "date", *parts)
        return " ".join(cell for name in names if (cell := self._cell(row, name)))

    def _cell(self, row: SheetRow, name: str) -> str:
        return row.cell(self.columns.of[name]) if name in self.columns.of else ""

    def _read(self, row: SheetRow, prefix: str) -> Date | None:
        """The start, or with `end-` the end; None where its cells are empty."""
        one = self._cell(row, "end" if prefix else "date")
        parts = [european(self._cell(row, f"{prefix}{name}")) for name in ("year", "month", "day")]
        clock = european(self._cell(row, f"{prefix}time"))
        if not one and not any(parts):
            return None
        if (typed := self.typed(row, prefix)) and mixed_digits(typed):
            raise WrongDate("sheet/mixed-digits", "", self.field(prefix), typed)
        try:
            date = read_date(one, self.columns.order) if one else self._of_parts(parts)
            return timed(date, clock) if clock else date
        except NoDate as wrong:
            text = self.typed(row, prefix)
            raise WrongDate("sheet/bad-date", wrong.case, self.field(prefix), text) from wrong

    def _of_parts(self, parts: list[str]) -> Date:
        year, month, day = parts
        if (day and not month) or (month and not year):
            raise NoDate("unread")
        if not re.fullmatch(r"-?\d{1,4}", year):
            if month:
                raise NoDate("unread")
            return read_date(year, self.columns.order)
        number = int(year)
        text = f"-{-number:04}" if number < 0 else f"{number:04}"
        if not month:
            return Date.parse(text)
        if not month.isdecimal():
            return read_date(f"{day} {month} {year}".strip(), self.columns.order)
        if day and not day.isdecimal():
            raise NoDate("unread")
        try:
            return Date.parse(f"{text}-{int(month):02}" + (f"-{int(day):02}" if day else ""))
        except Unfit as error:
            raise NoDate("impossible") from error
