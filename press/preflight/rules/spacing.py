"""Spacing: rules on the spaces, breaks and places of each printed line, from glyph positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from press.language.months import month_names
from press.pdf.pages import RAISED, Glyph
from press.pdf.structure import Element
from press.preflight.finding import Finding, Said
from press.preflight.lines import Block, SetLine, Setting, box_of
from press.preflight.readback.words import unshown

# The widest word space, in em. As it comes it is 0.22 to 0.34 em in our fonts; justified text is
# called loose from half an em.
WIDEST_SPACE_EM = 0.6
# Type that is so many times as large is set apart: the number of a chapter beside its title.
OTHER_SIZE = 1.4
# Ink may stand out of the margins by so much, in mm: side bearings and deep bowls do.
MARGIN_MM = 0.5
# Letters of two blocks may overlap by so much each way, in mm: their boxes do, not their ink.
OVERLAP_MM = 0.6
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9.]+)+$")


def wide_space(setting: Setting) -> Iterator[Finding]:
    """No line has word spaces wider than 0.6 em; columns too narrow for that are set ragged."""
    for block, line in lines_of(setting):
        if block.inside("TOC", "Figure"):
            continue  # a page number stands at the far end of its line
        for left, right in pairwise(line.glyphs):
            if right.begin <= left.end:
                continue
            gap = (right.begin - left.end) / max(left.em, right.em)
            if max(left.em, right.em) > OTHER_SIZE * min(left.em, right.em):
                continue  # what stands beside a line in another size is no word of it
            if gap > WIDEST_SPACE_EM:
                yield finding_at(
                    block, line, {"gap": gap, "text": line.said(), "most": WIDEST_SPACE_EM}
                )
                break


def outside_margins(setting: Setting) -> Iterator[Finding]:
    """No text but running heads and folios stands outside the margins."""
    for block, line in lines_of(setting):
        area = setting.areas[line.page]
        out = max(
            area.x_mm - line.left,
            line.right - area.right_mm,
            area.y_mm - line.top,
            line.bottom - area.bottom_mm,
        )
        if out > MARGIN_MM:
            yield finding_at(block, line, {"text": line.said(), "out": out})


def out_of_box(setting: Setting) -> Iterator[Finding]:
    """No line begins in a coloured box or a table's column and ends beside it."""
    yield from _out_of_column(setting)
    for block, line in lines_of(setting):
        for fill in setting.paints.fills.get(line.page, ()):
            if setting.paints.orders.get((line.page, line.glyphs[0].mark), -1) < fill.order:
                continue
            if fill.right <= line.left or line.right <= fill.left:
                continue
            if fill.left <= line.left and line.right <= fill.right:
                continue
            inside = [
                g
                for g in line.glyphs
                if fill.holds((g.left + g.right) / 2, g.baseline - 0.2 * g.em)
            ]
            if inside and len(inside) < len(line.glyphs):
                yield finding_at(block, line, {"text": line.said()}, case="box")
                break


def _out_of_column(setting: Setting) -> Iterator[Finding]:
    """Lines that run into the next column of a table, which begins at its rightmost ink."""
    for cells in _columns(setting):
        edges: dict[int, float] = {}
        for column, _, line in cells:
            edges[column] = max(edges.get(column, 0.0), line.right)
        for column, block, line in cells:
            following = edges.get(column + 1)
            if following is not None and line.left < following - MARGIN_MM < line.right:
                yield finding_at(block, line, {"text": line.said()}, case="column")


def _columns(setting: Setting) -> list[list[tuple[int, Block, SetLine]]]:
    """The lines of each table without spans, with their columns, page by page."""
    found: dict[tuple[int, int], list[tuple[int, Block, SetLine]]] = {}
    regular: dict[int, bool] = {}
    for block in setting.blocks:
        around = (*block.above, block.element)
        table = next((e for e in reversed(around) if e.type == "Table"), None)
        if table is None or block.inside("Note"):
            continue  # a note called in a cell stands at the foot of the page
        if id(table) not in regular:
            regular[id(table)] = is_regular(table)
        if not regular[id(table)]:
            continue
        row, cell = next(
            (pair for pair in pairwise(around) if pair[0].type == "TR"), (table, table)
        )
        if row.type == "TR":
            for line in block.lines:
                column = next(n for n, kid in enumerate(row.kids) if kid is cell)
                found.setdefault((id(table), line.page), []).append((column, block, line))
    return list(found.values())


def is_regular(table: Element) -> bool:
    """Whether no cell of a table spans rows or columns."""
    cells = (e for e in table.elements() if e.type in ("TH", "TD"))
    return not any(key in e.held.get("/A", {}) for e in cells for key in ("/ColSpan", "/RowSpan"))


def collision(setting: Setting) -> Iterator[Finding]:
    """No text is printed over another."""
    for page, pairs in setting.by_page.items():
        lines = [*pairs, *((None, line) for line in setting.loose.get(page, ()))]
        lines.sort(key=lambda pair: pair[1].top)
        for index, (block, line) in enumerate(lines):
            for other, below in lines[index + 1 :]:
                if below.top > line.bottom - OVERLAP_MM:
                    break
                if (other is not block or block is None) and _collide(line, below):
                    yield Finding(
                        page,
                        {"text": line.said(), "other": below.said()},
                        at=box_of(line, below),
                        record=block.record if block else "",
                    )


def _collide(one: SetLine, other: SetLine) -> bool:
    if min(one.right, other.right) - max(one.left, other.left) < OVERLAP_MM:
        return False
    return any(
        min(a.right, b.right) - max(a.left, b.left) > OVERLAP_MM
        and min(a.bottom, b.bottom) - max(a.top, b.top) > OVERLAP_MM
        for a in one.glyphs
        for b in other.glyphs
    )


_ADDRESS = re.compile("://|[=?&#]|%[0-9A-F]{2}")


def broken_value(setting: Setting) -> Iterator[Finding]:
    """A percentage, a range, a document symbol, a day with its month stands on one line."""
    for block in setting.blocks:
        for line, below in pairwise(block.lines):
            if below.baseline <= line.baseline and below.page == line.page:
                continue  # beside it, not below
            last, first = _text(line.words[0]), _text(below.words[-1])
            if _ADDRESS.search(last) or _ADDRESS.search(first):
                continue  # broken behind its signs, or before an escape
            if is_cut(last, first) or is_parted(unshown(last), unshown(first)):
                yield finding_at(block, line, {"last": unshown(last), "first": unshown(first)})


def _text(word: tuple[Glyph, ...]) -> str:
    return "".join(glyph.character for glyph in word)


def is_cut(last: str, first: str) -> bool:
    """Whether a line's end and the next line's begin are halves of one value."""
    ends, begins = last.rstrip(RAISED), first
    if begins[0] in "%٪‰" or (begins[-1] in "%٪‰" and not begins[:-1].isdigit()):
        return True
    if (ends[0] in "–-−" and ends[1:].isdigit()) or (ends[-1] in "–-−" and ends[:-1].isdigit()):
        return True
    if begins[0] in "–−" and begins[1:].isdigit():
        return True
    return bool(_SYMBOL.search(ends) and re.match(r"\(\d{4}\)|/|[A-Z]\.\d", begins)) or (
        ends.endswith("/") and bool(re.match(r"[A-Z]+/", ends))
    )


def is_parted(last: str, first: str) -> bool:
    """Whether a line's end and the next line's begin, in logical order, are parts of one date: a
    day and its month, the two names of a month or the two words of its name."""
    ends = last.rstrip(RAISED)
    name = first.strip("،؛.)»").partition("/")[0]
    begins = {known.split()[0] for known in month_names()}
    if ends.endswith("/"):
        return name in begins
    if re.fullmatch(r"و?(?:\d\d?[–-])?\d\d?", ends):
        return name in begins
    return bool(re.fullmatch("[وفبلك]?(?:كانون|تشرين)", ends)) and name.startswith("ال")


def list_style(setting: Setting) -> Iterator[Finding]:
    """The items of a numbered list are numbered with a figure and a dash."""
    for block, line in lines_of(setting):
        if block.type != "Lbl" or block.inside("TOC", "Note") or not line.glyphs:
            continue
        shown = "".join(g.character for g in line.glyphs)
        text = re.sub(r"\d+", lambda figure: figure[0][::-1], shown[::-1])
        if re.match(r"\d", text) and not re.fullmatch(r"\d+[-–]", text):
            yield finding_at(block, line, {"text": text})


def lines_of(setting: Setting) -> Iterator[tuple[Block, SetLine]]:
    """Every line with its block, in reading order."""
    for block in setting.blocks:
        for line in block.lines:
            yield block, line


def finding_at(block: Block, line: SetLine, values: Mapping[str, Said], case: str = "") -> Finding:
    """A finding at a line, with the record that stands there."""
    return Finding(line.page, values, case, box_of(line), block.record)
