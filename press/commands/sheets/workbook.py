"""Write record sheets as a workbook that an editor can work in, or as delimited texts."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Mapping

import xlsxwriter

from press.commands.sheets.labels import label
from press.commands.sheets.record_rows import SEAL, RecordSheet, seal

# What a cell of a workbook may hold.
LONGEST = 32_767
# A program that opens a delimited text takes such a cell for a formula, and carries it out.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_WIDTHS = {
    "title": 40, "brief": 70, "poster": 50, "about": 40, "value": 30, "note": 40, "says": 30,
    "where": 40, "name": 30, "address": 40, "original": 40, "id": 26, "record": 30, "fact": 30,
}  # fmt: skip


def protected(cell: str) -> str:
    """A cell that no program takes for a formula: before what looks like one is an apostrophe."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unprotected(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being taken for a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def delimited(sheet: RecordSheet, language: str) -> bytes:
    """A sheet as a delimited text, in UTF-8 with the mark that spreadsheet programs look for."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(label(key, language) for key in sheet.keys), SEAL])
    for row in sheet.rows.values():
        cells = {key: row.cells.get(key, "") for key in sheet.keys}
        writer.writerow([*(protected(cell) for cell in cells.values()), seal(cells)])
    return out.getvalue().encode("utf-8-sig")


def workbook(
    sheets: Mapping[str, RecordSheet],
    language: str,
    choices: Mapping[tuple[str, str], tuple[str, ...]],
    day: datetime.date,
    *,
    right_to_left: bool,
) -> bytes:
    """All sheets as an .xlsx: frozen heads, texts throughout, a list of what may be chosen.

    `choices` are those of a column, by sheet and key; `day` is that of the export. No cell holds
    a formula.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": datetime.datetime(day.year, day.month, day.day)})
    order = 2 if right_to_left else 1
    look = {"valign": "top", "text_wrap": True, "num_format": "@", "reading_order": order}
    text = book.add_format(look)
    head = book.add_format({**look, "bold": True, "bottom": 1, "bg_color": "#EDEDED"})
    pages = {name: book.add_worksheet(name) for name in sheets}
    lists = _Lists(book.add_worksheet("Choices"))
    for name, sheet in sheets.items():
        page = pages[name]
        if right_to_left:
            page.right_to_left()
        named = next((i for i, key in enumerate(sheet.keys) if key in ("title", "about")), 1)
        page.freeze_panes(1, min(named, 2) if name != "Attestations" else 2)
        for column, key in enumerate(sheet.keys):
            page.set_column(column, column, _WIDTHS.get(key, 18), text)
            page.write_string(0, column, label(key, language), head)
            if allowed := choices.get((name, key)):
                page.data_validation(
                    1, column, len(sheet.rows) + 500, column, lists.validation(allowed)
                )
        last = len(sheet.keys)
        page.set_column(last, last, 8, text, {"hidden": True})
        page.write_string(0, last, SEAL, head)
        for number, row in enumerate(sheet.rows.values(), 1):
            cells = {key: row.cells.get(key, "") for key in sheet.keys}
            for column, cell in enumerate([*cells.values(), seal(cells)]):
                if cell:
                    page.write_string(number, column, cell, text)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), last)
    lists.page.very_hidden()
    book.close()
    return out.getvalue()


class _Lists:
    """Lists of choices, a column each, on a sheet that is not shown."""

    def __init__(self, page: xlsxwriter.worksheet.Worksheet) -> None:
        self.page = page
        self.places: dict[tuple[str, ...], str] = {}

    def validation(self, allowed: tuple[str, ...]) -> dict[str, object]:
        """What a cell may hold; another text is asked about, not refused: several may be named."""
        if allowed not in self.places:
            column = len(self.places)
            for row, word in enumerate(allowed):
                self.page.write_string(row, column, word)
            letter = xlsxwriter.utility.xl_col_to_name(column)
            self.places[allowed] = f"=Choices!${letter}$1:${letter}${len(allowed)}"
        source = self.places[allowed]
        return {"validate": "list", "source": source, "error_type": "warning"}
