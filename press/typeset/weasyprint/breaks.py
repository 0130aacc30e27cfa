"""Finds every place where a line of a paragraph may end, and how much stands before it.

WeasyPrint 70 looks for the next place whenever it sets a line. Here all are found at once: within a
text they are Pango's, between two boxes WeasyPrint's rule is followed. A place is named as
WeasyPrint names where the next line begins: by its skip stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyphen
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, percent
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from press.typeset.total_fit import HYPHEN, Break

# WeasyPrint's names for custom properties: what a line pays that ends inside an element, and
# whether word spaces in it stay as they are.
COST, SPACES = "__break_cost", "__spaces"
_WRAPPING = ("normal", "pre-wrap", "pre-line")
_ATOMIC = "\u2e80"  # an inline block breaks as an ideograph does


class Unplanned(Exception):
    """A paragraph holds something of which only WeasyPrint can tell where it stands."""


@dataclass(frozen=True, slots=True)
class BreakPlace:
    """A break with WeasyPrint's name for it, and the room that it asks for a space before it, in
    CSS px; the end of the paragraph is named `None`."""

    at: Break
    stack: Any
    room: float


def places_of(line: Any, containing_block: Any, context: Any) -> list[BreakPlace]:
    """The places where lines of the line box `line` may end: its start, in order, and its end.

    The hyphens of the dictionary are among them where a style asks for them. Raises `Unplanned`.
    """
    walk = _Walk(line, containing_block, context)
    walk.box(line, ())
    return list(walk.finished())


class _Walk:
    """What stands before the place where the walk through a paragraph is."""

    def __init__(self, line: Any, containing_block: Any, context: Any) -> None:
        self.line, self.containing_block, self.context = line, containing_block, context
        self.x = 0.0  # how wide is what was met
        self.spaces = 0  # how many spaces in it can be widened
        self.trailing = 0.0, 0  # how wide and how many the last spaces are
        self.found: list[BreakPlace] = [BreakPlace(Break(0.0, 0.0, 0, 0), None, 0.0)]

    def finished(self) -> Iterator[BreakPlace]:
        """All places, the last of which is the end."""
        yield from self.found
        yield BreakPlace(self._here(), None, 0.0)

    def _here(self, cost: float = 0.0) -> Break:
        width, count = self.trailing
        return Break(self.x - width, self.x, self.spaces - count, self.spaces, cost)

    def box(self, box: Any, path: tuple[int, ...]) -> tuple[Any, Any]:
        """Walk through a box; its first and last letters as WeasyPrint's `split_inline_box` has
        them."""
        first_letter = last_letter = None
        if isinstance(box, boxes.InlineBox):
            self.x += _edge(box, start=True)
        for index, child in enumerate(box.children):
            if not child.is_in_normal_flow() or child.style["position"] != "static":
                raise Unplanned
            here, count = self._here(_cost(box)), len(self.found)
            room = self.trailing[0]
            first, last = self._child(child, (*path, index))
            if _breaks_between(box, child, last_letter, first):
                stack = _stack((*path, index), 0)
                self.found.insert(count, BreakPlace(here, stack, room))
            if first_letter is None:
                first_letter = first
            last_letter = True if child.trailing_collapsible_space else last
        if isinstance(box, boxes.InlineBox):
            self.x += _edge(box, start=False)
        return first_letter, last_letter

    def _child(self, child: Any, path: tuple[int, ...]) -> tuple[Any, Any]:
        percent.resolve_percentages(child, self.containing_block)
        if isinstance(child, boxes.TextBox):
            if not child.text:
                return None, None
            self._text(child, path)
            return child.text[0], child.text[-1]
        if isinstance(child, boxes.InlineBox):
            if child.is_leader:
                raise Unplanned
            return self.box(child, path)
        if isinstance(child, boxes.AtomicInlineLevelBox):
            made = inline.atomic_box(self.context, child, 0, None, self.containing_block, [], [])
            self.x += made.margin_width()
            self.trailing = 0.0, 0
            return _ATOMIC, _ATOMIC
        raise Unplanned

    def _text(self, box: Any, path: tuple[int, ...]) -> None:
        """Walk through a text, to each break of it."""
        text, style = box.text, box.style
        if any(c in text for c in "\n\t\xad\u2028\u2029") or style["letter_spacing"] != "normal":
            raise Unplanned
        if style["overflow_wrap"] != "normal" or style["word_break"] == "break-all":
            raise Unplanned
        layout = line_break.create_layout(text, style, self.context, None, 0)
        before = _advances(layout, text)
        begin, spaces, fixed = self.x, self.spaces, is_fixed(style)
        wraps = style["white_space"] in _WRAPPING
        breaks = _breaks(layout, text) if wraps else []
        cost = _cost(box)
        word = 0
        for at in [*breaks, len(text)]:
            ink = len(text[:at].rstrip(" "))
            if wraps and style["hyphens"] == "auto":
                self._hyphens(text, word, ink, style, begin, before, spaces, path)
            if ink:
                self.trailing = before[at] - before[ink], 0 if fixed else at - ink
            else:
                width, count = self.trailing
                self.trailing = width + before[at], count + (0 if fixed else at)
            self.x = begin + before[at]
            if not fixed:
                self.spaces = spaces + text.count(" ", 0, at) + text.count("\u00a0", 0, at)
            if at < len(text):
                stack = _stack(path, len(text[:at].encode()))
                self.found.append(BreakPlace(self._here(cost), stack, 0.0))
            word = at
        layout.deactivate()

    def _hyphens(
        self, text: str, begin: int, end: int, style: Any, x: float, before: list[float],
        spaces: int, path: tuple[int, ...],
    ) -> None:  # fmt: skip
        """The places within the word of `text` from `begin` to `end`."""
        language = style["lang"] and pyphen.language_fallback(style["lang"])
        total, left, right = style["hyphenate_limit_chars"]
        bounds = (
            line_break.get_next_word_boundaries(text[begin:end], language) if language else None
        )
        if bounds is None or bounds[1] - bounds[0] < total:
            return
        first, last = begin + bounds[0], begin + bounds[1]
        known = self.context.dictionaries
        key = language, left, right, total
        if key not in known:
            known[key] = pyphen.Pyphen(lang=language, left=left, right=right)
        dash = _width(style["hyphenate_character"], style, self.context)
        count = spaces + text.count(" ", 0, begin) + text.count("\u00a0", 0, begin)
        for cut in known[key].positions(text[first:last]):
            at = first + cut
            here = x + before[at]
            held = Break(here + dash, here, count, count, HYPHEN, True)
            self.found.append(BreakPlace(held, _stack(path, len(text[:at].encode())), 0.0))


def is_fixed(style: Any) -> bool:
    """Whether the spaces of a text keep the width that the font gives them."""
    return _word(style[SPACES]) == "fixed"


def space_width(style: Any, context: Any) -> float:
    """How wide a space is, in CSS px."""
    return _width(" ", style, context)


def _width(text: str, style: Any, context: Any) -> float:
    layout = line_break.create_layout(text, style, context, None, 0)
    line, _ = layout.get_first_line()
    width, _ = line_break.line_size(line, style)
    layout.deactivate()
    return float(width)


def _edge(box: Any, *, start: bool) -> float:
    """Margin, border and padding of an inline box where it begins or ends."""
    side = "left" if start == (box.style["direction"] == "ltr") else "right"
    margin = getattr(box, f"margin_{side}")
    inner = getattr(box, f"border_{side}_width") + getattr(box, f"padding_{side}")
    return float(inner + (0 if margin == "auto" else margin))


def _breaks_between(box: Any, child: Any, last: Any, first: Any) -> bool:
    """Whether a line may end before a child of `box`, as in WeasyPrint's `split_inline_box`."""
    if last is True or last is False:
        last = " "
    elif box.style["white_space"] in ("pre", "nowrap"):
        return False
    if last is None or first is None:
        return False
    if first in (True, False):
        return bool(first)
    return bool(line_break.can_break_text(last + first, child.style["lang"]))


def _stack(path: tuple[int, ...], skip: int) -> Any:
    """WeasyPrint's skip stack for a place `skip` bytes into the box at `path`."""
    stack: Any = {skip: None} if skip else None
    for index in reversed(path):
        stack = {index: stack} if index or stack else None
    return stack


def _advances(layout: Any, text: str) -> list[float]:
    """How wide the first letters of a text are, by their number, in CSS px."""
    line, _ = layout.get_first_line()
    held = [0] * (len(text.encode()) + 1)
    run = line.runs[0]
    while run != ffi.NULL:
        item = run.data
        run = run.next
        offset, glyphs = item.item.offset, item.glyphs
        clusters = glyphs.log_clusters
        for number in range(glyphs.num_glyphs):
            held[offset + clusters[number]] += glyphs.glyphs[number].geometry.width
    widths, sum_, at = [0.0], 0, 0
    for letter in text:
        step = len(letter.encode())
        sum_ += sum(held[at : at + step])
        at += step
        widths.append(sum_ * FROM_UNITS)
    return widths


def _breaks(layout: Any, text: str) -> list[int]:
    """Before which letters of a text Pango breaks lines."""
    marks = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    return [at for at in range(1, len(text)) if marks[at].is_line_break]


def _cost(box: Any) -> float:
    """What a line pays that ends inside an element."""
    return next((float(t.value) for t in box.style[COST] or () if t.type == "number"), 0.0)


def _word(tokens: Any) -> str:
    return next((str(token.value) for token in tokens or () if token.type == "ident"), "")
