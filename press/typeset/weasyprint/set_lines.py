"""Keeps every line that WeasyPrint has set, while a document is laid out.

WeasyPrint 70 sets each right-to-left line twice: to learn that no float pushed it aside, it
compares the line's place with that of one of no width. It balances columns by trying, and sets
those of a full page again. A line of the same paragraph, from the same place on and in the same
room, is the same: here it is copied to where it stands. Pages are the same with and without.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from press.typeset.weasyprint.exchange import exchanged

# Differences of room below this share of a CSS px are those of adding up positions.
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class _Set:
    """A line as it was aligned: `rest` is what else splitting it gave, `offset` what aligning it,
    `x` where it began. `box` is kept so that its id stays its own."""

    box: Any
    line: Any
    rest: tuple[Any, ...]
    offset: float
    x: float


@contextmanager
def setting_lines_once() -> Iterator[None]:
    """While the block runs, a line that was set once is copied."""
    split, strip, align = inline.split_inline_box, inline.remove_last_whitespace, inline.text_align
    known: dict[Any, _Set] = {}
    plain: dict[int, tuple[Any, bool]] = {}

    @wraps(split)
    def split_once(
        context: Any, box: Any, x: float, max_x: float, bottom: Any, skip: Any, block: Any,
        *rest: Any,
    ) -> Any:  # fmt: skip
        def fresh() -> Any:
            return split(context, box, x, max_x, bottom, skip, block, *rest)

        if not isinstance(box, boxes.LineBox):
            return fresh()
        *_, letter_style, line_style = rest
        if id(box) not in plain or letter_style:  # its first letter becomes a box of its own
            plain[id(box)] = box, not letter_style and _is_plain(box)
        if context.excluded_shapes or line_style or not plain[id(box)][1]:
            return fresh()
        room = round(max_x - x, _DIGITS)
        key = id(box), repr(skip), room, block.width, block.height
        if held := known.get(key):
            line = _moved(held.line, x - held.x, box.position_y)
            line.aligned = held.offset
            return line, *held.rest
        made = fresh()
        made[0].to_keep = key, box, made[1:], x
        return made

    @wraps(strip)
    def strip_once(context: Any, line: Any) -> None:
        if not hasattr(line, "aligned"):
            strip(context, line)

    @wraps(align)
    def align_once(context: Any, line: Any, *rest: Any, **named: Any) -> Any:
        if hasattr(line, "aligned"):
            return line.aligned
        offset = align(context, line, *rest, **named)
        if to_keep := line.__dict__.pop("to_keep", None):
            key, box, others, x = to_keep
            known[key] = _Set(box, _moved(line, 0.0, line.position_y), others, offset, x)
        return offset

    with (
        exchanged(split, split_once),
        exchanged(strip, strip_once),
        exchanged(align, align_once),
    ):
        yield


def _is_plain(box: Any) -> bool:
    """Whether there is nothing in a box but text in the flow."""
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return all(
            child.is_in_normal_flow() and child.style["position"] == "static" and _is_plain(child)
            for child in box.children
        )
    return isinstance(box, boxes.TextBox)


def _moved(box: Any, dx: float, y: float) -> Any:
    """A copy of a line that is not aligned upright yet, or of what stands in it."""
    made = box.copy()
    made.position_x += dx
    made.position_y = y
    if isinstance(box, boxes.TextBox):
        made.pango_layout = copy.copy(made.pango_layout)  # whoever draws a line changes its layout
    else:
        made.children = type(box.children)(_moved(child, dx, y) for child in box.children)
    return made
