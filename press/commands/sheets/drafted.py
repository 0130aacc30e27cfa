"""What rows of a spreadsheet are drafted as: records of events, the title of all, eras."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.commands.sheets.table import SheetRow

RANKS = {
    "turning-point": "turning-point", "نقطة تحول": "turning-point",
    "major": "major", "مهم": "major", "رئيسي": "major", "minor": "minor", "عادي": "minor", "": "",
}  # fmt: skip
# Rows that are no events, as TimelineJS has them.
TYPES = {"title": "title", "عنوان": "title", "era": "era", "حقبه": "era", "عصر": "era"}
# In what words a locator names a row and a column.
WHERE = {"ar": "الصف {row}، العمود {head}", "en": "row {row}, column {head}"}
DATED = {"ar": "تاريخ الحدث", "en": "the date of the event"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A record of an event as it would be typed, of a row; `numbered` when we made its id."""

    id: str
    row: SheetRow
    fields: Mapping[str, object]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class TitleRow:
    """The row that names the whole: its title as typed, its text with references."""

    row: SheetRow
    title: str
    text: str
    facts: Mapping[str, object]
    text_facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EraRow:
    """A row that names a stretch of time, from one date of a record to another."""

    row: SheetRow
    name: str
    start: str
    end: str
    facts: Mapping[str, object]
