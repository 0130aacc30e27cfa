"""Map the head of a sheet to what an event has: our layout and TimelineJS's, in two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from press.commands.sheets.spelling import folded
from press.commands.sheets.table import Table
from press.diagnostics import Diagnostic, Place, Refusal, nearest

# The heads that are known for each field, as typed in English and in Arabic.
HEADS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "key", "المعرف", "معرف"),
    "title": ("title", "headline", "event", "العنوان", "الحدث", "عنوان الحدث"),
    "date": ("date", "start", "start date", "التاريخ", "تاريخ البداية", "تاريخ الحدث", "البداية"),
    "end": ("end", "end date", "النهاية", "تاريخ النهاية"),
    "year": ("year", "start year", "السنة", "العام", "سنة البداية"),
    "month": ("month", "start month", "الشهر", "شهر البداية"),
    "day": ("day", "start day", "اليوم", "يوم البداية"),
    "time": ("time", "start time", "الوقت", "الساعة", "وقت البداية"),
    "end-year": ("end year", "سنة النهاية"),
    "end-month": ("end month", "شهر النهاية"),
    "end-day": ("end day", "يوم النهاية"),
    "end-time": ("end time", "وقت النهاية"),
    "shown": ("display date", "shown", "date shown", "التاريخ المعروض", "التاريخ كما يظهر"),
    "hijri": ("hijri", "hijri date", "التاريخ الهجري", "هجري"),
    "brief": ("text", "brief", "description", "body", "النص", "الوصف", "التفاصيل", "الشرح"),
    "poster": ("poster", "poster text", "نص الملصق", "الملصق"),
    "actor": ("group", "actor", "actors", "المجموعة", "الجهة", "الجهات", "الفاعل"),
    "kind": ("kind", "النوع", "نوع الحدث"),
    "type": ("type", "نوع الصف"),
    "rank": ("rank", "importance", "الرتبة", "الأهمية"),
    "symbol": ("symbol", "document", "الرمز", "رمز الوثيقة"),
    "tags": ("tags", "الوسوم"),
    "media": ("media", "image", "picture", "image.file", "الوسائط", "الصورة"),
    "credit": ("media credit", "credit", "image.credit", "حقوق الصورة"),
    "caption": ("media caption", "caption", "image.caption", "التعليق على الصورة"),
    "alt": ("alt", "alt text", "media alt text", "image.alt", "وصف الصورة"),
}
ORDERS = ("day-first", "month-first", "year-first")


@dataclass(frozen=True, slots=True)
class Columns:
    """The column, from 0, of each field that is there; the heads of those that have no place.

    `order` says what stands first in a date of numbers alone, empty where nobody said it.
    """

    of: Mapping[str, int]
    others: Mapping[int, str]
    heads: tuple[str, ...]
    order: str = field(default="")

    def head(self, column: int) -> str:
        """What stands at the head of a column."""
        return self.heads[column] if 0 <= column < len(self.heads) else ""


def read_columns(table: Table, typed: Path | None = None) -> Columns:
    """The columns of `table`, those that the file `typed` names before those that are known.

    Raises `Refusal` when a field has two columns or title or date have none.
    """
    told = _typed(typed, table) if typed else {}
    order = told.pop("day-order", "")
    heads = tuple(table.head.cells)
    of: dict[str, int] = {}
    problems: list[Diagnostic] = []
    for name, head in told.items():
        of[name] = next(i for i, cell in enumerate(heads) if folded(cell) == folded(head))
    taken = set(of.values())
    known = {folded(head): name for name, those in HEADS.items() for head in those}
    for column, head in enumerate(heads):
        name = known.get(folded(head), "")
        if not name or column in taken or name in told:
            continue
        if name in of:
            values = {"head": head.strip(), "first": heads[of[name]].strip()}
            place = table.place(table.head.number, column)
            problems.append(Diagnostic("sheet/no-header", place, values, case="twice"))
        else:
            of[name] = column
    for case, needed in (("title", ("title",)), ("date", ("date", "year"))):
        if not of.keys() & set(needed):
            heads_there = tuple(head.strip() for head in heads if head.strip())
            known_heads = tuple(head for name in needed for head in HEADS[name])
            values_ = {"heads": heads_there, "known": known_heads}
            place = table.place(table.head.number)
            problems.append(Diagnostic("sheet/no-header", place, values_, case=case))
    if problems:
        raise Refusal(problems)
    used = set(of.values())
    others = {i: head.strip() for i, head in enumerate(heads) if i not in used}
    return Columns(of, others, tuple(head.strip() for head in heads), order)


def _typed(path: Path, table: Table) -> dict[str, str]:
    """What a file of `field: head` says. Raises `Refusal`."""
    try:
        raw = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Refusal([Diagnostic("sheet/bad-columns", Place(path.name), case="unread")]) from error
    if not isinstance(raw, dict) or not all(isinstance(v, str) for v in raw.values()):
        raise Refusal([Diagnostic("sheet/bad-columns", Place(path.name), case="form")])
    problems = []
    heads = {folded(cell) for cell in table.head.cells}
    for name, head in raw.items():
        allowed = tuple(table.head.cells)
        if name == "day-order":
            case, bad, allowed = "order", head not in ORDERS, ORDERS
        elif name not in HEADS:
            case, bad, allowed = "field", True, (*HEADS, "day-order")
        else:
            case, bad = "head", folded(head) not in heads
        if bad:
            told = str(name) if case == "field" else head
            values = {"typed": told, "guess": nearest(told, allowed), "allowed": allowed}
            problems.append(Diagnostic("sheet/bad-columns", Place(path.name), values, case=case))
    if problems:
        raise Refusal(problems)
    return {str(name): str(head) for name, head in raw.items()}


def plain_head(head: str) -> str:
    """A head as a key of YAML: `Media Credit` is media-credit; Arabic words are kept."""
    return re.sub(r"[\s_:]+", "-", head.strip().lower()).strip("-")
