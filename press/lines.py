"""Lines: rules on the letters, words and breaks of each printed line, from glyph positions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from press.diagnostics import quote
from press.opened import Finding
from press.pages import RAISED, SPACE_EM, Glyph
from press.setting import Block, Line, Setting, box_of

# The widest word space, in em. As it comes it is 0.22 to 0.34 em in our fonts; justified text is
# called loose from half an em.
WIDEST_SPACE_EM = 0.6
# Ink of joined letters overlaps by 0.018 em at least in Noto Naskh and Noto Kufi; where a join is
# broken it does not touch.
JOIN_EM = -0.005
# Letters may be wider or narrower than they were drawn by so much.
STRETCH = 0.02
# Ink may stand out of the margins by so much, in mm: side bearings and deep bowls do.
MARGIN_MM = 0.5
# Letters of two blocks may overlap by so much each way, in mm: their boxes do, not their ink.
OVERLAP_MM = 0.6
BODY_PT, NOTE_PT = 11.5, 8.5
# A paragraph of so many lines is read, not looked at.
BODY_LINES = 3
# These letters never join the one after them; hamza joins neither.
_ENDING = frozenset("اأإآٱدذرزوؤةىء")
_STRAIGHT = "\"'“”‘’"
_LATIN_MARKS = {",": "،", ";": "؛", "?": "؟"}
_TATWEEL = "\u0640"
_WESTERN, _ARABIC = "0123456789", "٠١٢٣٤٥٦٧٨٩"
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9.]+)+$")


def wide_space(setting: Setting) -> Iterator[Finding]:
    """No line has word spaces wider than 0.6 em; columns too narrow for that are set ragged."""
    for block, line in _lines(setting):
        if block.inside("TOC", "Figure"):
            continue  # a page number stands at the far end of its line
        for left, right in pairwise(line.glyphs):
            gap = (right.begin - left.end) / max(left.em, right.em)
            if gap > WIDEST_SPACE_EM:
                yield _finding(
                    block,
                    line,
                    f"a word space of {gap:.2f} em in {quote(line.said())}; "
                    f"{WIDEST_SPACE_EM} em are the most",
                    "set the paragraph ragged (`text-align: start`), or part what stands beside it",
                )
                break


def broken_join(setting: Setting) -> Iterator[Finding]:
    """Letters that join in Arabic are joined: nothing stands between, no style parts them."""
    for block, line in _lines(setting):
        for left, right in pairwise(line.glyphs):
            if not _join(right.character, left.character) or _one_shape(left, right):
                continue
            near = right.begin - left.end < SPACE_EM * left.em
            if near and right.left - left.right > JOIN_EM * left.em:
                yield _finding(
                    block,
                    line,
                    f"{quote(right.character)} and {quote(left.character)} do not join in "
                    f"{quote(line.said())}",
                    "no `letter-spacing`, and no element that begins or ends inside a word",
                )
                break


def _join(first: str, second: str) -> bool:
    """Whether one letter joins the next (ArabicShaping: dual- and right-joining)."""
    return _is_letter(first) and _is_letter(second) and first not in _ENDING and second != "ء"


def _is_letter(character: str) -> bool:
    return "\u0620" <= character <= "\u064a" and character != _TATWEEL


def _one_shape(one: Glyph, other: Glyph) -> bool:
    """Whether two letters are printed as one ligature."""
    return (one.begin, one.end) == (other.begin, other.end)


def stretched_type(setting: Setting) -> Iterator[Finding]:
    """No word is stretched: neither with tatweels nor by drawing its letters wider."""
    for block, line in _lines(setting):
        drawn = [g for g in line.glyphs if abs(g.stretch - 1) > STRETCH]
        if drawn or any(g.character == _TATWEEL for g in line.glyphs):
            how = f"drawn {drawn[0].stretch:.0%} wide" if drawn else "stretched with a tatweel"
            yield _finding(
                block,
                line,
                f"{quote(line.said())} is {how}",
                "take the tatweel or the `transform` out; spaces alone may widen",
            )


def outside_margins(setting: Setting) -> Iterator[Finding]:
    """No text but running heads and folios stands outside the margins."""
    for block, line in _lines(setting):
        area = setting.areas[line.page]
        out = max(
            area.x_mm - line.left,
            line.right - area.right_mm,
            area.y_mm - line.top,
            line.bottom - area.bottom_mm,
        )
        if out > MARGIN_MM:
            yield _finding(
                block,
                line,
                f"{quote(line.said())} stands {out:.1f} mm outside the margins",
                "shorten the text, let it break, or see the margins in the style sheet",
            )


def out_of_box(setting: Setting) -> Iterator[Finding]:
    """No line begins on a coloured box and ends beside it."""
    for block, line in _lines(setting):
        for fill in setting.paints.fills.get(line.page, ()):
            if setting.paints.orders.get((line.page, line.glyphs[0].mark), -1) < fill.order:
                continue
            inside = [
                g
                for g in line.glyphs
                if fill.holds((g.left + g.right) / 2, g.baseline - 0.2 * g.em)
            ]
            if inside and len(inside) < len(line.glyphs):
                yield _finding(
                    block,
                    line,
                    f"{quote(line.said())} runs out of its box",
                    "shorten the text, let it break, or make the box larger",
                )
                break


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
                        f"{quote(line.said())} and {quote(below.said())} are printed over each "
                        "other",
                        "one of the two boxes is too small, or stands in the other's place",
                        box_of(line, below),
                        block.record if block else "",
                    )


def _collide(one: Line, other: Line) -> bool:
    if min(one.right, other.right) - max(one.left, other.left) < OVERLAP_MM:
        return False
    return any(
        min(a.right, b.right) - max(a.left, b.left) > OVERLAP_MM
        and min(a.bottom, b.bottom) - max(a.top, b.top) > OVERLAP_MM
        for a in one.glyphs
        for b in other.glyphs
    )


def broken_value(setting: Setting) -> Iterator[Finding]:
    """A percentage, a range or a document symbol stands on one line."""
    for block in setting.blocks:
        for line, below in pairwise(block.lines):
            if below.baseline <= line.baseline and below.page == line.page:
                continue  # beside it, not below
            last, first = _text(line.words()[0]), _text(below.words()[-1])
            if is_cut(last, first):
                yield _finding(
                    block,
                    line,
                    f"{quote(last)} and {quote(first)} belong together and stand on two lines",
                    "isolate the value with press/filters.py: `white-space: nowrap`",
                )


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


def house_marks(setting: Setting) -> Iterator[Finding]:
    """Arabic is printed with Arabic commas, semicolons, question marks and guillemets."""
    for block, line in _lines(setting):
        for left, right in pairwise((None, *line.glyphs)):
            assert right
            character = right.character
            beside = left.character if left else ""
            after = _right_of(line, right)
            if character in _LATIN_MARKS and _is_letter(after):
                wanted = f"write {_LATIN_MARKS[character]}"
            elif character in _STRAIGHT and (_is_letter(beside) or _is_letter(after)):
                wanted = "write « and »"
            else:
                continue
            yield _finding(
                block,
                line,
                f"{quote(character)} is printed in {quote(line.said())}",
                wanted,
            )
            break


def _right_of(line: Line, glyph: Glyph) -> str:
    """The character right of a glyph, which a reader of Arabic reads before it."""
    at = next(index for index, other in enumerate(line.glyphs) if other is glyph)
    return line.glyphs[at + 1].character if at + 1 < len(line.glyphs) else ""


def mixed_digits(setting: Setting) -> Iterator[Finding]:
    """Figures are printed in one family of digits throughout."""
    count: Counter[str] = Counter()
    where: dict[str, tuple[Block, Line]] = {}
    for block, line in _lines(setting):
        for glyph in line.glyphs:
            for family in (_WESTERN, _ARABIC):
                if glyph.character in family:
                    count[family] += 1
                    where.setdefault(family, (block, line))
    if len(count) == 2:
        (_, most), (rare, few) = count.most_common()
        block, line = where[rare]
        yield _finding(
            block,
            line,
            f"{few} digits are of {quote(rare)} and {most} of the other family, first in "
            f"{quote(line.said())}",
            "see `digits` in content/publication.yaml; write no figure past the formatter",
        )


def list_style(setting: Setting) -> Iterator[Finding]:
    """The items of a numbered list are numbered with a figure and a dash."""
    for block, line in _lines(setting):
        if block.type != "Lbl" or block.inside("TOC", "Note") or not line.glyphs:
            continue
        shown = "".join(g.character for g in line.glyphs)
        text = re.sub(r"\d+", lambda figure: figure[0][::-1], shown[::-1])
        if re.match(r"\d", text) and not re.fullmatch(r"\d+[-–]", text):
            yield _finding(
                block,
                line,
                f"an item is numbered {quote(text)}",
                "number it with a figure and a dash: @counter-style with suffix ' - '",
            )


def small_type(setting: Setting) -> Iterator[Finding]:
    """What is read is set in 11.5 pt at least, notes and labels in 8.5 pt."""
    told: set[float] = set()
    for block in setting.blocks:
        body = is_body(block)
        for line in block.lines:
            letters = [g for g in line.glyphs if _is_letter(g.character)]
            sizes = [round(g.size, 2) for g in letters or line.glyphs if g.character not in RAISED]
            small = min(sizes, default=NOTE_PT)
            least = BODY_PT if body and letters else NOTE_PT
            if small < least and small not in told:
                told.add(small)
                yield _finding(
                    block,
                    line,
                    f"{quote(line.said())} is set in {small:g} pt; {least} pt are the least",
                    "take a larger step of the type scale in styles/shared/tokens.css",
                )


def is_body(block: Block) -> bool:
    """Whether a block is a paragraph of the text: of some lines, not in a table, note or list."""
    by_itself = not block.inside("Table", "Note", "TOC", "L", "Figure", "Index")
    if block.type != "P" or not by_itself or len(block.lines) < BODY_LINES:
        return False
    marks = linked(block)
    led = [(line.page, g.mark) in marks for line in block.lines for g in line.glyphs]
    return sum(led) * 2 < len(led)  # a list of links is looked up, not read


def linked(block: Block) -> set[tuple[int, int]]:
    """Page and number of the marked content of every link in a block."""
    links = (element for element in block.element.elements() if element.type == "Link")
    return {(held.page, held.number) for link in links for held in link.contents()}


def _lines(setting: Setting) -> Iterator[tuple[Block, Line]]:
    for block in setting.blocks:
        for line in block.lines:
            yield block, line


def _finding(block: Block, line: Line, message: str, hint: str) -> Finding:
    return Finding(line.page, message, hint, box_of(line), block.record)


__all__ = [
    "broken_join",
    "broken_value",
    "collision",
    "house_marks",
    "list_style",
    "mixed_digits",
    "out_of_box",
    "outside_margins",
    "small_type",
    "stretched_type",
    "wide_space",
]
