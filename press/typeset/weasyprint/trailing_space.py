"""Takes the space at the end of a line away without moving the line.

WeasyPrint 70 measures the last text of a line without its space, but keeps the layout that has it,
and moves the whole line of a right-to-left text by a space to the left. A justified line is set
anew, without the space, and the move stays: the line stands out of the measure. Here the text gets
the layout that was measured, and only what stands to its right moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from press.typeset.weasyprint.exchange import exchanged

_COLLAPSING = ("normal", "nowrap", "pre-line")


@contextmanager
def mended_trailing_space() -> Iterator[None]:
    """While the block runs, lines stay in the measure when they lose the space at their end."""
    with exchanged(inline.remove_last_whitespace, remove_last_whitespace):
        yield


def remove_last_whitespace(context: Any, line: Any) -> None:
    """Take the space at the end of `line` away, in place."""
    ancestors: list[Any] = []
    box = line
    while isinstance(box, boxes.LineBox | boxes.InlineBox):
        ancestors.append(box)
        if not box.children:
            return
        box = box.children[-1]
    if not isinstance(box, boxes.TextBox) or box.style["white_space"] not in _COLLAPSING:
        return
    text = box.text.rstrip(" ")
    if text and len(text) == len(box.text):
        return
    before = box.width
    box.text = text
    if text:
        made, _, _ = inline.split_text_box(context, box, None, 0)
        box.pango_layout, box.width = made.pango_layout, made.width
    else:
        box.width = 0
    space = before - box.width
    for ancestor in ancestors:
        ancestor.width -= space
        if ancestor.style["direction"] == "rtl":  # the last of its children is the leftmost
            for child in ancestor.children[:-1]:
                if child.is_in_normal_flow():
                    child.translate(dx=-space)
