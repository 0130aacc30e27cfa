"""Find in an .xlsx what its values do not show: hidden rows, merged cells, notes, formulas."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

# Of one part of the file so much is read, unpacked.
LARGEST = 200_000_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
What = Literal["sheet/hidden-row", "sheet/merged", "sheet/cell-note", "sheet/no-value"]


@dataclass(frozen=True, slots=True)
class CellMark:
    """Something about a cell that its value does not show; `column` from 0, -1 for the row.

    `rows` are the first and the last row of a merged cell.
    """

    what: What
    column: int
    rows: tuple[int, int] = (0, 0)


def read_marks(data: bytes, sheet: str) -> dict[int, tuple[CellMark, ...]]:
    """The marks of the rows of `sheet` by their numbers; none where the parts cannot be read."""
    found: dict[int, list[CellMark]] = defaultdict(list)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if path := _part(parts, sheet):
                for row, mark in _of_sheet(parts, path):
                    found[row].append(mark)
                for link, target in _links(parts, path):
                    if "comments" in link.lower():
                        for row, mark in _notes(parts, target):
                            found[row].append(mark)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, OSError):
        return {}
    return {row: tuple(marks) for row, marks in found.items()}


def _part(parts: zipfile.ZipFile, sheet: str) -> str:
    """The part of the file that holds `sheet`, empty when none does."""
    links = {
        link.get("Id"): _target("xl/workbook.xml", link.get("Target", ""))
        for link in _tree(parts, "xl/_rels/workbook.xml.rels").iter(f"{_LINKS}Relationship")
    }
    for one in _tree(parts, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        if one.get("name") == sheet:
            return links.get(one.get(_ID), "")
    return ""


def _of_sheet(parts: zipfile.ZipFile, path: str) -> Iterator[tuple[int, CellMark]]:
    number = 0
    for element in _tree(parts, path).iter():
        match element.tag.removeprefix(_MAIN):
            case "row":
                number = int(element.get("r", number + 1))
                if element.get("hidden") in ("1", "true"):
                    yield number, CellMark("sheet/hidden-row", -1)
            case "c" if element.find(f"{_MAIN}f") is not None:
                value = element.find(f"{_MAIN}v")
                if value is None or not value.text or element.get("t") == "e":
                    yield number, CellMark("sheet/no-value", _cell(element.get("r", ""))[1])
            case "mergeCell":
                first, _, last = element.get("ref", "").partition(":")
                (top, left), (bottom, _) = _cell(first), _cell(last or first)
                if bottom - top > 100_000:
                    raise ValueError("a column is merged from end to end")
                for row in range(top, bottom + 1):
                    yield row, CellMark("sheet/merged", left, (top, bottom))


def _notes(parts: zipfile.ZipFile, path: str) -> Iterator[tuple[int, CellMark]]:
    if path in parts.namelist():
        cells = {
            element.get("ref", "") for element in _tree(parts, path).iter() if element.get("ref")
        }
        for row, column in sorted(_cell(cell) for cell in cells if ":" not in cell):
            yield row, CellMark("sheet/cell-note", column)


def _links(parts: zipfile.ZipFile, path: str) -> Iterator[tuple[str, str]]:
    """The kind and the target of every link of a part."""
    folder, name = posixpath.split(path)
    links = f"{folder}/_rels/{name}.rels"
    if links in parts.namelist():
        for link in _tree(parts, links).iter(f"{_LINKS}Relationship"):
            if link.get("TargetMode") != "External":
                yield link.get("Type", ""), _target(path, link.get("Target", ""))


def _target(path: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _tree(parts: zipfile.ZipFile, path: str) -> ElementTree.Element:
    """A part as a tree; one that is too large or names entities of its own is not read."""
    if parts.getinfo(path).file_size > LARGEST:
        raise ValueError("too large")
    with parts.open(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST or b"<!DOCTYPE" in data[:4000] or b"<!ENTITY" in data[:4000]:
        raise ValueError("too large, or with entities")
    return ElementTree.fromstring(data)


def _cell(name: str) -> tuple[int, int]:
    """The row from 1 and the column from 0 of a cell: `C7` is (7, 2). Raises ValueError."""
    match = re.fullmatch(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", name)
    if match is None:
        raise ValueError(name)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column - 1
