"""Widens the word spaces of a line, or narrows them, each by the same.

As WeasyPrint's `add_word_spacing`; but in an element with `--spaces: fixed`, such as a symbol, they
stay as they are.
"""

from __future__ import annotations

import copy
from typing import Any

from weasyprint.formatting_structure import boxes

from press.typeset.weasyprint.breaks import is_fixed


def spread(line: Any, extra: float) -> None:
    """Widen the spaces of a line box by `extra` together, in CSS px; less than 0 narrows them."""
    if count := _count(line):
        _widen(line, extra / count, 0.0)


def _count(box: Any) -> int:
    """How many spaces of a box can be widened."""
    if isinstance(box, boxes.TextBox):
        return 0 if is_fixed(box.style) else box.text.count(" ") + box.text.count("\u00a0")
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return sum(_count(child) for child in box.children if child.is_in_normal_flow())
    return 0


def _widen(box: Any, extra: float, moved: float) -> float:
    """Widen each space in a box by `extra`, after the box was `moved`; how far what follows is."""
    if isinstance(box, boxes.TextBox):
        box.position_x += moved
        if count := _count(box):
            box.justification_spacing = extra
            # Pango sets it when it is drawn.
            box.pango_layout = copy.copy(box.pango_layout)
            box.pango_layout.text, box.pango_layout.max_width = box.text, None
            box.pango_layout.justification_spacing = extra
            box.width += extra * count
            moved += extra * count
        return moved
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += moved
        before = moved
        rtl = box.style["direction"] == "rtl"
        for child in reversed(box.children) if rtl else box.children:
            if child.is_in_normal_flow():
                moved = _widen(child, extra, moved)
        box.width += moved - before
        return moved
    box.translate(moved, 0)
    return moved
