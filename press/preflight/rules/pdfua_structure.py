"""Structure: rules on which tags there are and which stands in which (PDF/UA-1).

Checkpoints 02 and 09 of the Matterhorn Protocol 1.1, and what veraPDF's profile asks besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from press.pdf.objects import held
from press.pdf.structure import Element
from press.preflight.finding import Finding, Said
from press.preflight.inspection import Inspected

# Standard structure types (ISO 32000-1, 14.8.4).
STANDARD = frozenset((
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
    "WP", "Figure", "Formula", "Form",
))  # fmt: skip
# What stands in what: tables 333, 336, 337 and 338 of ISO 32000-1.
_ROWS = frozenset(("TR",))
SYNTAX: dict[str, tuple[str, frozenset[str]]] = {
    "Table": ("09-004", frozenset(("TR", "THead", "TBody", "TFoot", "Caption"))),
    "THead": ("09-004", _ROWS),
    "TBody": ("09-004", _ROWS),
    "TFoot": ("09-004", _ROWS),
    "TR": ("09-004", frozenset(("TH", "TD"))),
    "L": ("09-005", frozenset(("Caption", "LI"))),
    "LI": ("09-005", frozenset(("Lbl", "LBody"))),
    "TOC": ("09-006", frozenset(("TOCI", "TOC", "Caption"))),
    "TOCI": ("09-006", frozenset(("Lbl", "Reference", "NonStruct", "P", "TOC"))),
    "Ruby": ("09-007", frozenset(("RB", "RT", "RP"))),
    "Warichu": ("09-008", frozenset(("WT", "WP"))),
}
# These stand nowhere else.
PARENTS: dict[str, tuple[str, frozenset[str]]] = {
    "THead": ("09-004", frozenset(("Table",))),
    "TBody": ("09-004", frozenset(("Table",))),
    "TFoot": ("09-004", frozenset(("Table",))),
    "TR": ("09-004", frozenset(("Table", "THead", "TBody", "TFoot"))),
    "TH": ("09-004", _ROWS),
    "TD": ("09-004", _ROWS),
    "LI": ("09-005", frozenset(("L",))),
    "LBody": ("09-005", frozenset(("LI",))),
    "TOCI": ("09-006", frozenset(("TOC",))),
    "RB": ("09-007", frozenset(("Ruby",))),
    "RT": ("09-007", frozenset(("Ruby",))),
    "RP": ("09-007", frozenset(("Ruby",))),
    "WT": ("09-008", frozenset(("Warichu",))),
    "WP": ("09-008", frozenset(("Warichu",))),
}


def matterhorn_02(seen: Inspected) -> Iterator[Finding]:
    """Every type leads to a standard one, in no circle, and no standard one elsewhere (02)."""
    roles = held(seen.pdf.Root, "/StructTreeRoot", "/RoleMap") or {}
    named = {str(key)[1:]: str(value)[1:] for key, value in roles.items()}
    for name in named:
        if name in STANDARD:
            yield Finding(0, {"name": name}, case="standard")
    for name in sorted({str(e.held.S)[1:] for e in elements(seen)}):
        way = [name]
        while way[-1] not in STANDARD and named.get(way[-1]) is not None:
            if named[way[-1]] in way:
                yield Finding(0, {"name": name}, case="circle")
                break
            way.append(named[way[-1]])
        else:
            if way[-1] not in STANDARD:
                yield Finding(0, {"name": name}, case="unknown")


def matterhorn_09(seen: Inspected) -> Iterator[Finding]:
    """Tables, lists and contents are built as the standard has them (09-004 to 09-008)."""
    told: set[tuple[str, str, str]] = set()
    for parent, element in _pairs(seen.tree):
        name = element.type
        if name in PARENTS and parent.type not in PARENTS[name][1]:
            condition, case, other = PARENTS[name][0], "stands-in", parent.type
        else:
            condition, allowed = SYNTAX.get(name, ("", None))
            wrong = [_name(kid) for kid in element.kids]
            wrong = [kid for kid in wrong if allowed is not None and kid not in allowed]
            if not wrong or (wrong[0] in PARENTS and name not in PARENTS[wrong[0]][1]):
                continue  # told where the inner one is met
            case, other = "holds", wrong[0]
        if (name, case, other) not in told:
            told.add((name, case, other))
            values = {"condition": condition, "tag": name, "other": other}
            yield Finding(page_of(element), values, case)


def tag_links(seen: Inspected) -> Iterator[Finding]:
    """Every tag says what it is and what it stands in (PDF/UA-1, 7.1-12; PDF/A-2, 6.7.3)."""
    for parent, element in _pairs(seen.tree):
        if held(element.held, "/Type") not in (None, "/StructElem"):
            yield Finding(page_of(element), case="type")
        over = held(element.held, "/P")
        if over is None or over.objgen != parent.held.objgen:
            yield Finding(page_of(element), case="parent")


def table_form(seen: Inspected) -> Iterator[Finding]:
    """The rows of a table are of one width, and no cell lies on another (PDF/UA-1, 7.2)."""
    for element in elements(seen):
        if element.type not in ("Table", "L", "TOC"):
            continue
        kinds = [_name(kid) for kid in element.kids]
        ends = (0, len(kinds) - 1) if element.type == "Table" else (0,)
        requirement = {"Table": "7.2-39", "L": "7.2-40", "TOC": "7.2-28"}[element.type]
        captions = [at for at, kind in enumerate(kinds) if kind == "Caption"]
        if len(captions) > 1 or any(at not in ends for at in captions):
            yield Finding(
                page_of(element), {"requirement": requirement, "type": element.type}, case="caption"
            )
        if element.type == "Table":
            for case, values in _misformed(element, kinds):
                yield Finding(page_of(element), values, case)


def _misformed(table: Element, kinds: list[str]) -> Iterator[tuple[str, dict[str, Said]]]:
    """What is wrong with the parts of a table, and with its grid: case and values."""
    for requirement, kind in (("7.2-11", "THead"), ("7.2-12", "TFoot")):
        if kinds.count(kind) > 1:
            yield "twice", {"requirement": requirement, "kind": kind}
    for requirement, kind in (("7.2-13", "TFoot"), ("7.2-14", "THead")):
        if kind in kinds and "TBody" not in kinds:
            yield "no-body", {"requirement": requirement, "kind": kind}
    rows = [row for part in table.kids if isinstance(part, Element) for row in _rows(part)]
    taken: set[tuple[int, int]] = set()
    widths: list[int] = []
    crossed = False
    for at, row in enumerate(rows):
        column = 0
        for cell in row.kids:
            if not isinstance(cell, Element):
                continue
            across, down = (int(of_table(cell, f"/{k}Span") or 1) for k in ("Col", "Row"))
            while (at, column) in taken:
                column += 1
            filled = {(at + y, column + x) for y in range(down) for x in range(across)}
            crossed |= not taken.isdisjoint(filled)
            taken |= filled
        widths.append(1 + max((x for y, x in taken if y == at), default=-1))
    if crossed:
        yield "crossed", {}
    elif len(set(widths)) > 1:
        odd = next(at for at, width in enumerate(widths) if width != widths[0])
        yield "uneven", {"row": odd + 1, "columns": widths[odd], "others": widths[0]}
    if any(y >= len(rows) for y, _ in taken):
        yield "below", {}


def of_table(cell: Element, key: str) -> Any:
    """What a cell says as part of a table (ISO 32000-1, table 349); None where it says nothing."""
    return held(cell.held, "/A", key) if held(cell.held, "/A", "/O") == "/Table" else None


def _rows(part: Element) -> list[Element]:
    if part.type == "TR":
        return [part]
    return [kid for kid in part.kids if isinstance(kid, Element) and kid.type == "TR"]


def _name(kid: object) -> str:
    return kid.type if isinstance(kid, Element) else "content"


def elements(seen: Inspected) -> Iterator[Element]:
    """Every tag, in reading order."""
    return iter(seen.tags)


def _pairs(element: Element) -> Iterator[tuple[Element, Element]]:
    """Every tag with the one that it stands in."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield element, kid
            yield from _pairs(kid)


def page_of(element: Element) -> int:
    """The page that an element begins on; 0 for one without content."""
    return next((content.page for content in element.contents()), 0)
