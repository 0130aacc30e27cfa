"""Pagination: rules on where pages break, measured on the finished pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from press.pdf.structure import Element
from press.preflight.finding import Finding
from press.preflight.lines import HEADINGS, Block, SetLine, Setting, box_of

# Lines of what follows a heading that stand on its page, and of a paragraph beside a break.
LEAST_LINES = 2
# How much of its height a page is filled that does not end a chapter, and one that does; a document
# of few pages has no room to choose where chapters end.
LEAST_FULL, LAST_FULL, FEW_PAGES = 0.6, 0.4, 8
# Reading type is no smaller, in pt; labels beside an entry are.
READING_PT = 11.5
# Lines whose baselines differ by less are one, in mm.
SAME_LINE_MM = 0.5
# A letter of a table's head stands as far from the edge on every page, to so many mm.
SAME_PLACE_MM = 0.2


def heading_at_foot(setting: Setting) -> Iterator[Finding]:
    """No heading stands in a page's last two lines, but one with all that it heads beside it."""
    for index, block in enumerate(setting.blocks):
        if block.type not in HEADINGS or not block.lines:
            continue
        last = block.lines[-1]
        if _whole(_headed(block, setting.blocks[index + 1 :]), last.page):
            continue
        below = [
            line.baseline
            for other, line in setting.by_page[last.page]
            if line.baseline > last.baseline + SAME_LINE_MM and not other.inside("Note")
        ]
        if _count(below) < LEAST_LINES:
            yield Finding(last.page, {"text": last.said()}, at=box_of(last), record=block.record)


def _headed(heading: Block, blocks: Sequence[Block]) -> Iterator[Block]:
    """What follows a heading before the next, and in the same entry where it is that of one."""
    entry = next((e for e in reversed(heading.above) if e.type == "Art"), None)
    return takewhile(
        lambda block: (
            block.type not in HEADINGS and (entry is None or any(e is entry for e in block.above))
        ),
        blocks,
    )


def _whole(headed: Iterable[Block], page: int) -> bool:
    """Whether a heading heads something, and all of it stands on `page`."""
    pages = {line.page for block in headed for line in block.lines if not block.inside("Note")}
    return pages == {page}


def split_paragraph(setting: Setting) -> Iterator[Finding]:
    """At least two lines of a paragraph stand on either side of a page's end."""
    for block in setting.blocks:
        if len(block.by_page) < 2:
            continue
        for page, lines in block.by_page.items():
            if _count([line.baseline for line in lines]) < LEAST_LINES:
                yield Finding(
                    page, {"text": lines[0].said()}, at=box_of(*lines), record=block.record
                )


def split_entry(setting: Setting) -> Iterator[Finding]:
    """The title of an entry, its date and labels, and its first two lines stand on one page."""
    for blocks in _within(setting, "Art"):
        head: list[SetLine] = []
        for block in blocks:
            if block.inside("Note"):
                continue  # it may go on overleaf
            reading = block.type not in HEADINGS and block.lines[0].size >= READING_PT
            head += block.lines[:LEAST_LINES] if reading else block.lines
            if reading:
                break
        pages = sorted({line.page for line in head})
        if len(pages) > 1 and blocks[0].type in HEADINGS:
            first = blocks[0].lines[0]
            yield Finding(
                pages[0],
                {"text": first.said(), "page": pages[-1]},
                at=box_of(first),
                record=blocks[0].record,
            )


def _within(setting: Setting, kind: str) -> list[list[Block]]:
    """The blocks of each innermost element of a type, in order."""
    found: dict[int, list[Block]] = {}
    for block in setting.blocks:
        element = next((e for e in reversed(block.above) if e.type == kind), None)
        if element is not None and block.lines:
            found.setdefault(id(element), []).append(block)
    return list(found.values())


def missing_table_head(setting: Setting) -> Iterator[Finding]:
    """A table that runs over a page repeats its head there."""
    for inside in _within(setting, "Table"):
        blocks = [block for block in inside if not block.inside("Note")]
        head = [line for block in blocks if block.inside("THead") for line in block.lines]
        rows = [line for block in blocks if not block.inside("THead") for line in block.lines]
        pages = sorted({line.page for line in rows})
        for page in [page for page in pages[1:] if page not in {line.page for line in head}]:
            highest = min(line.top for line in rows if line.page == page)
            above = [line for line in setting.loose.get(page, ()) if line.top < highest]
            if not head or not _repeats(above, head):
                first = min((r for r in rows if r.page == page), key=lambda line: line.top)
                yield Finding(
                    page,
                    {"page": rows[0].page, "text": first.said()},
                    at=box_of(first),
                    record=blocks[0].record,
                )


def _repeats(lines: list[SetLine], head: list[SetLine]) -> bool:
    """Whether every letter of a table's head stands among `lines`, as far from the left edge."""
    places = [(g.character, g.begin) for line in lines for g in line.glyphs]
    return all(
        any(c == g.character and abs(begin - g.begin) < SAME_PLACE_MM for c, begin in places)
        for line in head
        for g in line.glyphs
    )


def thin_page(setting: Setting) -> Iterator[Finding]:
    """A page is filled to three fifths of its height, the last of several to two fifths."""
    for page, (full, ends) in fills(setting).items():
        least = LAST_FULL if ends else LEAST_FULL
        if full < least and not (ends and (few(setting) or _alone(setting, page))):
            values = {"full": full, "least": least}
            at = box_of(*(line for _, line in setting.by_page[page]))
            yield Finding(page, values, "last" if ends else "inner", at, severity="advice")


def few(setting: Setting) -> bool:
    """Whether a document has so few pages that it cannot choose where chapters end."""
    return len(setting.areas) <= FEW_PAGES


def _alone(setting: Setting, page: int) -> bool:
    """Whether what stands on a page has it for itself: nothing of it stood on the page before."""
    here = {id(chapter_of(block)) for block, _ in setting.by_page[page]}
    above = {id(chapter_of(block)) for block, _ in setting.by_page.get(page - 1, ())}
    return not here & above


def fills(setting: Setting) -> dict[int, tuple[float, bool]]:
    """How much of its height each page is filled, and whether it ends a chapter.

    Text fills it, and a picture, a tint or a rule, each to its lower edge.
    """
    found = {}
    for page, pairs in setting.by_page.items():
        here = {id(chapter_of(block)) for block, _ in pairs}
        below = {id(chapter_of(block)) for block, _ in setting.by_page.get(page + 1, ())}
        area = setting.areas[page]
        edges = [line.bottom for block, line in pairs if not block.inside("Note")]
        edges += [box.bottom_mm for number, box in setting.drawings if number == page]
        painted = (*setting.paints.fills.get(page, ()), *setting.paints.rules.get(page, ()))
        edges += [fill.bottom for fill in painted if area.y_mm < fill.bottom <= area.bottom_mm]
        notes = [line for block, line in pairs if block.inside("Note")]
        foot = box_of(*notes).height_mm if notes else 0.0
        full = (max(edges, default=area.y_mm) - area.y_mm + foot) / area.height_mm
        found[page] = full, not here & below
    return found


def chapter_of(block: Block) -> Element:
    """The outermost section that a block stands in."""
    return next((e for e in block.above if e.type == "Sect"), block.element)


def _count(baselines: list[float]) -> int:
    """How many lines there are, those of two columns on one height being one."""
    count, before = 0, float("-inf")
    for baseline in sorted(baselines):
        if baseline - before > SAME_LINE_MM:
            count += 1
            before = baseline
    return count
