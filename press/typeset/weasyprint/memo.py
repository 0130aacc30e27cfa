"""Recall: what WeasyPrint 70 works out again and again for one document is worked out once.

It asks for the same line of the same text several times (how wide can it be, does it fit, set it),
for the lengths of a box whenever that is tried, and for the columns of a page once to see whether
they fit and once more to set them. The answers depend on nothing but what is asked, so they are
kept while a document is laid out. Pages are the same with and without.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.layout import block, percent
from weasyprint.pdf import fonts
from weasyprint.text import line_break

# What `resolve_percentages` sets on a box.
_LENGTHS = (
    *(f"margin_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"padding_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"border_{side}_width" for side in ("left", "right", "top", "bottom")),
    *(f"{limit}{length}" for length in ("width", "height") for limit in ("", "min_", "max_")),
)
# Properties of which something else than their value is known, or asked for.
_OWN = {name for name in INITIAL_VALUES if name.startswith("text_decoration_")} | {
    "display",
    "float",
    "page",
    "position",
}
_AS_INITIAL = INITIAL_VALUES.keys() - INHERITED - INITIAL_NOT_COMPUTED - _OWN
_AS_PARENT = INHERITED - _OWN
# Places that differ by less are one, as digits after the point of CSS px.
_DIGITS = 6


@contextmanager
def recalling() -> Iterator[None]:
    """While the block runs, WeasyPrint remembers lines, lengths and columns, of one document."""
    undo = [
        undone
        for function, instead in (
            (line_break.split_first_line, _lines(line_break.split_first_line)),
            (percent.resolve_percentages, _lengths(percent.resolve_percentages)),
            (block.block_box_layout, _columns(block.block_box_layout)),
        )
        for undone in _exchange(function, instead)
    ]
    look_up = ComputedStyle.__missing__
    ComputedStyle.__missing__ = _styles(look_up)
    try:
        yield
    finally:
        ComputedStyle.__missing__ = look_up
        for module, name, function in undo:
            setattr(module, name, function)


@contextmanager
def recalling_types() -> Iterator[None]:
    """While the block runs, fonts are subset without parsing C types.

    cffi remembers the types that it has parsed by their text, and WeasyPrint writes the size of
    each array into that.
    """
    ffi, fonts.ffi = fonts.ffi, _Unsized(fonts.ffi)
    try:
        yield
    finally:
        fonts.ffi = ffi


class _Unsized:
    """cffi, for which an array has the size of what it holds."""

    def __init__(self, ffi: Any) -> None:
        self._ffi = ffi

    def new(self, kind: str, *held: Any) -> Any:
        return self._ffi.new(re.sub(r"\[\d+\]$", "[]", kind) if held else kind, *held)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ffi, name)


def _exchange(
    function: Callable[..., Any], instead: Callable[..., Any]
) -> Iterator[tuple[ModuleType, str, Callable[..., Any]]]:
    """Put `instead` wherever WeasyPrint has `function`; gives what undoes it."""
    name = function.__name__
    for key, module in list(sys.modules.items()):
        if key.startswith("weasyprint.") and getattr(module, name, None) is function:
            setattr(module, name, instead)
            yield module, name, function


def _lines(split: Callable[..., Any]) -> Callable[..., Any]:
    """`split_first_line`, which remembers. A style stays the same as long as it lives."""
    known: dict[Any, Any] = {}

    def recalled(text: str, style: Any, context: Any, *rest: Any, **named: Any) -> Any:
        asked = text, id(style), rest, *named.items()
        if asked not in known:
            known[asked] = style, split(text, style, context, *rest, **named)
        layout, *measured = known[asked][1]
        own = layout.__class__.__new__(layout.__class__)  # whoever draws a line changes its layout
        own.__dict__.update(layout.__dict__)
        return own, *measured

    return recalled


def _lengths(resolve: Callable[..., None]) -> Callable[..., None]:
    """`resolve_percentages`, which remembers."""
    known: dict[Any, Any] = {}

    def recalled(box: Any, containing_block: Any) -> None:
        style = box.style
        # Borders that collapse are set before; a page has its own rule for margins.
        if style["border_collapse"] == "collapse" or isinstance(box, PageBox):
            resolve(box, containing_block)
            return
        if isinstance(containing_block, tuple):
            asked = id(style), *containing_block
        else:
            asked = id(style), containing_block.width, containing_block.height
        if asked in known:
            box.__dict__.update(known[asked][1])
        else:
            resolve(box, containing_block)
            held = box.__dict__
            known[asked] = style, {name: held[name] for name in _LENGTHS}

    return recalled


def _styles(look_up: Callable[..., Any]) -> Callable[..., Any]:
    """`ComputedStyle.__missing__`, which needs not think where no rule says anything."""
    logical: dict[tuple[str, str], str] = {}

    def recalled(style: Any, key: str) -> Any:
        cascaded = style.cascaded
        if key in cascaded or not (key in _AS_INITIAL or key in _AS_PARENT):
            return look_up(style, key)
        if name_of := PHYSICAL_FUNCTIONS.get(key):
            direction = style["direction"]
            name = logical.get((key, direction))
            if name is None:
                name = logical[key, direction] = name_of(block="ttb", inline=direction)
            if name in cascaded:
                return look_up(style, key)
        if key in _AS_INITIAL:
            value = style[key] = INITIAL_VALUES[key]
        elif style.parent_style is None:
            return look_up(style, key)
        else:
            value = style[key] = style.parent_style[key]
        return value

    return recalled


def _columns(lay_out: Callable[..., Any]) -> Callable[..., Any]:
    """`block_box_layout`, which remembers the columns of which nothing stands anywhere else."""
    known: dict[Any, Any] = {}

    def recalled(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
        bottom_space, skip_stack, _, page_is_empty, absolute_boxes, fixed_boxes = rest[:6]

        def apart() -> int:
            return len(absolute_boxes) + len(fixed_boxes) + len(context.broken_out_of_flow)

        if not box.is_column:
            return lay_out(context, box, *rest, **named)
        asked = (
            *(id(child) for child in box.children),
            *(round(at, _DIGITS) for at in (box.width, box.position_y, bottom_space)),
            repr(skip_stack),
            page_is_empty,
        )
        if asked in known:
            made = known.pop(asked)[1]
            made[0].translate(box.position_x - made[0].position_x)
            return made
        before = apart()
        made = lay_out(context, box, *rest, **named)
        if made[0] is not None and apart() == before and not _noted(made[0]):
            known[asked] = box.children, made
        return made

    return recalled


def _noted(column: Any) -> bool:
    """Whether something in a column has a note, which stands at the foot of the page."""
    return any(box.footnote or box.note for box in column.descendants())
