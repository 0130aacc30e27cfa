"""Composition: rules on how what stands on a page, and beside it, stands together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from press.preflight.finding import Finding, Said
from press.preflight.lines import HEADINGS, Block, SetLine, Setting, box_of
from press.preflight.rules.pagination import READING_PT, chapter_of, fills

# What stands beside the text or is composed otherwise.
APART = ("Table", "Note", "TOC", "L", "Figure", "Index")
# The last line of a paragraph of so many lines is no shorter than this, in em of its letters: 25 mm
# of 12 pt. So large a share of the paragraphs may end otherwise.
LAST_LINES, LAST_EM, LAST_SHARE, LAST_FEW = 3, 5.9, 0.2, 3
# A line of a heading is so long as a share of its longest.
LEVEL = 0.4
# Edges that differ by less are one, in mm.
SAME_EDGE_MM = 1.2
# Lines of a paragraph and the next are no further apart than lines in it, as a share of these; a
# text where each paragraph is parted from the next has so many that are.
SAME_STEP, PARTED = 1.25, 2
# The feet of two pages that face each other, and run on, differ by so many lines at most; a page of
# reading text has so many of it.
FOOT_LINES, READ_LINES = 4.0, 8
# A tab at the edge of a page is no larger, in mm, and reaches the edge to so many.
TAB_MM, TAB_EDGE_MM = (8.0, 30.0), 0.3


@dataclass(frozen=True, slots=True)
class PageEnd:
    """Where a page that runs on ends, in mm below its first line, and how far lines are apart."""

    page: int
    at: float
    step: float


def short_last_line(setting: Setting) -> Iterator[Finding]:
    """At most a fifth of the paragraphs end with a line shorter than 5.9 em."""
    short, count = shortness(setting)
    if too_short(short, count):
        block, line = min(_ended(setting), key=lambda pair: _length(pair[1]))
        values: dict[str, Said] = {"short": short, "count": count, "text": line.said()}
        yield Finding(line.page, values, at=box_of(line), record=block.record, severity="advice")


def shortness(setting: Setting) -> tuple[int, int]:
    """How many paragraphs end with a short line, and how many there are."""
    short = [_length(line) < LAST_EM * _em(line) for _, line in _ended(setting)]
    return sum(short), len(short)


def too_short(short: int, count: int) -> bool:
    """Whether so many of the paragraphs end so that it is no exception."""
    return short > max(LAST_FEW, LAST_SHARE * count)


def _ended(setting: Setting) -> Iterator[tuple[Block, SetLine]]:
    """The paragraphs of three lines and more of a page, each with its last line."""
    for block in setting.blocks:
        if block.type == "P" and not block.inside(*APART) and len(block.lines) >= LAST_LINES:
            line = block.lines[-1]
            if line.page == block.lines[-2].page and line.size >= READING_PT:
                yield block, line


def uneven_heading(setting: Setting) -> Iterator[Finding]:
    """No line of a heading is much shorter than another."""
    for block in setting.blocks:
        if block.type not in HEADINGS:
            continue
        for lines in block.by_page.values():
            largest = max(line.size for line in lines)
            own = [line for line in lines if line.size == largest]
            long = max(map(_length, own))
            short = min(own, key=_length)
            if len(own) > 1 and _length(short) < LEVEL * long:
                yield Finding(
                    short.page,
                    {"text": short.said(), "share": _length(short) / long},
                    at=box_of(*own),
                    record=block.record,
                    severity="advice",
                )


def stray_title(setting: Setting) -> Iterator[Finding]:
    """A title stands on the edge of a column of what is beneath it on its page."""
    for block in setting.blocks:
        if block.type != "H1" or not block.lines or block.inside("Figure"):
            continue
        page = block.lines[-1].page
        foot = max(line.bottom for line in block.lines)
        right = block.runs_right
        edges = {_start(line, to_the_right=right) for line in block.by_page[page]}
        below = {
            _start(line, to_the_right=right)
            for other, line in setting.by_page[page]
            if other is not block and line.baseline > foot
        }
        ruled = [fill for fill in setting.paints.rules.get(page, ()) if fill.top > foot]
        below |= {fill.left if right else fill.right for fill in ruled}
        if below and all(abs(a - b) > SAME_EDGE_MM for a in edges for b in below):
            yield Finding(
                page,
                {"text": block.lines[0].said(), "edge": min(edges)},
                at=box_of(*block.by_page[page]),
                record=block.record,
                severity="advice",
            )


def missing_running_head(setting: Setting) -> Iterator[Finding]:
    """Where pages have a running head, each has on which a chapter goes on."""
    headed = {
        page
        for page, lines in setting.loose.items()
        if any(line.bottom < setting.areas[page].y_mm for line in lines)
    }
    within = {page: {id(chapter_of(b)) for b, _ in held} for page, held in setting.by_page.items()}
    for page, here in within.items() if headed else ():
        if page not in headed and here & within.get(page - 1, set()):
            yield Finding(page, severity="advice")


def missing_tab(setting: Setting) -> Iterator[Finding]:
    """Where a chapter has a tab at the edge of its pages, all of them have it."""
    tabs = {page: _tab(setting, page) for page in setting.by_page}
    chapters: dict[int, dict[int, Block]] = {}
    for block in setting.blocks:
        own = next((element for element in block.above if element.type == "Sect"), None)
        for page in block.by_page if own is not None else ():
            chapters.setdefault(id(own), {}).setdefault(page, block)
    for pages in chapters.values():
        # What begins or ends on the first and the last page may have the tab there.
        inner = sorted(pages)[1:-1]
        worn = Counter(tabs[page] for page in inner if tabs[page])
        for page in inner if worn else ():
            if tabs[page] != worn.most_common(1)[0][0]:
                yield Finding(page, record=pages[page].record, severity="advice")


def _tab(setting: Setting, page: int) -> tuple[int, tuple[int, int, int]] | None:
    """How far from the head a page's tab begins, in mm, and its colour."""
    area = setting.areas[page]
    width = area.x_mm * 2 + area.width_mm  # margins are alike on both sides
    for fill in setting.paints.fills.get(page, ()):
        small = fill.right - fill.left <= TAB_MM[0] and fill.bottom - fill.top <= TAB_MM[1]
        if small and (fill.left < TAB_EDGE_MM or fill.right > width - TAB_EDGE_MM):
            return round(fill.top), fill.colour
    return None


def blank_line(setting: Setting) -> Iterator[Finding]:
    """The paragraphs of a text of three and more are not each parted from the next by a line."""
    parted: dict[int, list[tuple[Block, float, bool]]] = {}
    for block, after in pairwise(setting.blocks):
        if not (block.lines and after.lines) or not _alike(block, after):
            continue
        by = after.lines[0].baseline - block.lines[-1].baseline
        steps = [b.baseline - a.baseline for a, b in pairwise(block.lines) if a.page == b.page]
        step = max(steps, default=0.0)
        if after.lines[0].page == block.lines[-1].page and step > 0 and by > 0:
            one = after, by, by > SAME_STEP * step
            parted.setdefault(id(after.above[-1]), []).append(one)
    for held in parted.values():
        if len(held) >= PARTED and all(blank for *_, blank in held):
            after, by, _ = held[0]
            first = after.lines[0]
            yield Finding(
                first.page,
                {"text": first.said(), "by": by},
                at=box_of(first),
                record=after.record,
                severity="advice",
            )


def _alike(block: Block, after: Block) -> bool:
    """Whether two paragraphs are of one text: in the same element, of the same size, justified."""
    one = block.above and after.above and block.above[-1] is after.above[-1]
    sizes = {round(line.size, 1) for b in (block, after) for line in b.lines}
    reading = block.type == after.type == "P" and min(sizes) >= READING_PT
    return bool(one) and reading and len(sizes) == 1 and not block.inside(*APART)


def uneven_spread(setting: Setting) -> Iterator[Finding]:
    """Two pages that face each other and run on end on one height, or nearly."""
    for page, apart in uneven(feet(setting)):
        yield Finding(page, {"other": page + 1, "apart": apart}, severity="advice")


def feet(setting: Setting) -> tuple[PageEnd, ...]:
    """How far down each page of reading text is filled that runs on; lists and notes end as they
    must."""
    step = _step(setting)
    read = Counter(
        line.page
        for block in setting.blocks
        if block.type == "P" and not block.inside(*APART)
        for line in block.lines
        if line.size >= READING_PT
    )
    return tuple(
        PageEnd(page, full * setting.areas[page].height_mm, step)
        for page, (full, ends) in fills(setting).items()
        if not ends and read[page] >= READ_LINES
    )


def uneven(held: Iterable[PageEnd]) -> Iterator[tuple[int, float]]:
    """The even pages of spreads that are not level, and how far apart their pages end, in mm."""
    by_page = {foot.page: foot for foot in held}
    for page, foot in sorted(by_page.items()):
        other = by_page.get(page + 1)
        if page % 2 == 0 and other and foot.step:
            apart = abs(foot.at - other.at)
            if apart > FOOT_LINES * max(foot.step, other.step):
                yield page, apart


def _step(setting: Setting) -> float:
    """The usual distance of two lines of a paragraph, in mm; 0 without any."""
    steps = Counter(
        round(b.baseline - a.baseline, 1)
        for block in setting.blocks
        if block.type == "P" and not block.inside(*APART)
        for a, b in pairwise(block.lines)
        if a.page == b.page and b.baseline > a.baseline
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _start(line: SetLine, *, to_the_right: bool) -> float:
    """The edge where a line begins, in mm."""
    if to_the_right:
        return min(glyph.begin for glyph in line.glyphs)
    return max(glyph.end for glyph in line.glyphs)


def _length(line: SetLine) -> float:
    return line.right - line.left


def _em(line: SetLine) -> float:
    return max(glyph.em for glyph in line.glyphs)
