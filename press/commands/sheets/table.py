"""Read a spreadsheet file as rows of texts: .xlsx, .xls, .ods, .csv."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from press.commands.sheets.delimited import read_delimited
from press.commands.sheets.marks import CellMark, read_marks
from press.diagnostics import Diagnostic, Place, Refusal

WORKBOOKS = (".xlsx", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
# What a file may hold, in bytes and in cells.
LARGEST = 50_000_000
MOST = 2_000_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row by its number in the sheet, from 1, and its cells as texts."""

    number: int
    cells: tuple[str, ...]
    marks: tuple[CellMark, ...] = ()

    def cell(self, column: int) -> str:
        """The text of a column, from 0; empty beyond the last."""
        return self.cells[column].strip() if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The head and the rows below it of one sheet; `sheet` is empty of a text file."""

    file: str
    sheet: str
    head: SheetRow
    rows: tuple[SheetRow, ...] = field(default=())

    @property
    def name(self) -> str:
        """What stands for it in places and locators: FILE or FILE!SHEET."""
        return f"{self.file}!{self.sheet}" if self.sheet else self.file

    def place(self, row: int, column: int = -1) -> Place:
        """A cell by its row and its column from 0, as complaints name it."""
        return Place(self.name, row, column + 1)


def read_table(path: Path, sheet: str = "") -> Table:
    """The sheet called `sheet`, or the first, of the file at `path`.

    Raises `Refusal` when it cannot be read or has no row with a text.
    """
    try:
        if not path.is_file():
            raise _unread(path, "missing")
        if path.stat().st_size > LARGEST:
            raise _unread(path, "large", most=LARGEST)
        data = path.read_bytes()
    except OSError as error:
        raise _unread(path, "forbidden") from error
    ending = path.suffix.lower()
    if ending in TEXTS:
        if sheet:
            raise _unread(path, "no-sheet", sheet=sheet, sheets=())
        name, rows = "", _rows(read_delimited(data, path.name), {})
    elif ending in WORKBOOKS:
        name, rows = _workbook(path, data, sheet, marked=ending == ".xlsx")
    else:
        raise _unread(path, "kind", endings=(*WORKBOOKS, *TEXTS))
    if not rows:
        raise _unread(path, "empty")
    return Table(path.name, name, rows[0], tuple(rows[1:]))


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets of the workbook at `path`, none where it cannot be opened."""
    from python_calamine import CalamineWorkbook

    try:
        return tuple(CalamineWorkbook.from_path(str(path)).sheet_names)
    except BaseException as error:  # see _workbook; read_table says what is wrong
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        return ()


def _workbook(path: Path, data: bytes, sheet: str, *, marked: bool) -> tuple[str, list[SheetRow]]:
    import io

    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        name = sheet or next(iter(names), "")
        if name not in names:
            raise _unread(path, "no-sheet", sheet=sheet, sheets=tuple(names))
        values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except PasswordError as error:
        raise _unread(path, "password") from error
    except (CalamineError, OSError, ValueError, BaseException) as error:
        # The reading library is compiled, and panics where a file is damaged.
        if isinstance(error, Refusal | KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise _unread(path, "damaged") from error
    if sum(map(len, values)) > MOST:
        raise _unread(path, "many", most=MOST)
    marks = read_marks(data, name) if marked else {}
    return name, _rows(([_text(v) for v in row] for row in values), marks)


def _rows(values: Iterable[list[str]], marks: dict[int, tuple[CellMark, ...]]) -> list[SheetRow]:
    """The rows that hold a text or a mark, by their numbers."""
    return [
        SheetRow(number, tuple(cells), marks.get(number, ()))
        for number, cells in enumerate(values, 1)
        if any(cell.strip() for cell in cells) or marks.get(number)
    ]


def _text(value: object) -> str:
    """A cell as its reader would type it: whole numbers without a point, days in ISO 8601."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return repr(value)
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime():
            return value.strftime("%Y-%m-%dT%H:%M")
        case datetime.date():
            return value.isoformat()
        case datetime.time():
            return value.strftime("%H:%M")
        case datetime.timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case _:
            return str(value)


def _unread(path: Path, case: str, **values: str | int | tuple[str, ...]) -> Refusal:
    return Refusal([Diagnostic("sheet/unread", Place(path.name), values, case=case)])
