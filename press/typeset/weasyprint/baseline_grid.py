"""Baseline grid: what asks for it stands on the baseline grid, which WeasyPrint 70 does not know.

Lines and spaces are shares of one line in styles/shared/tokens.css, `--grid`, so most text stands
on the grid by itself. What follows a table, a drawing or a heading of another size may not; there,
a style sheet asks `--on-grid: start`, and the box is moved down until its first line stands on the
grid, or `--on-grid: end`, and it is moved until what comes after it does. The grid begins at the
upper edge of the page. CSS Rhythmic Sizing has the like as `block-step`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css.units import LENGTHS_TO_PIXELS
from weasyprint.layout import block

from press.typeset.weasyprint.exchange import replaced

# A box that misses the grid by less stands on it, in CSS px.
NEAR_PX = 0.01
# WeasyPrint's names for the custom properties.
_ASKED, _GRID = "__on_grid", "__grid"


@contextmanager
def on_grid() -> Iterator[None]:
    """While the block runs, WeasyPrint puts the boxes on the grid that ask for it."""
    lay_out = block.block_level_layout

    def stepped(
        context: Any,
        box: Any,
        bottom_space: Any,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool = True,
        absolute_boxes: Any = None,
        fixed_boxes: Any = None,
        adjoining_margins: Any = None,
        *rest: Any,
        **named: Any,
    ) -> Any:
        def laid(margins: Any) -> Any:
            return lay_out(
                context, box, bottom_space, skip_stack, containing_block, page_is_empty,
                absolute_boxes, fixed_boxes, margins, *rest, **named,
            )  # fmt: skip

        style = _asking(box)
        if style is None or skip_stack is not None:
            return laid(adjoining_margins)
        grid = length_of(style[_GRID])
        margins = list(adjoining_margins or ())
        x, y = box.position_x, box.position_y
        if _word(style[_ASKED]) == "start":
            margin = _edge(box.style, "margin_top")
            space = block.collapse_margin([*margins, margin])
            inner = _edge(style, "border_top_width") + _edge(style, "padding_top")
            box.position_y += _short(y + space + inner, grid)
            return laid(adjoining_margins)
        result = laid(adjoining_margins)
        made = result[0]
        if made is None or result[1] is not None:
            return result
        short = _short(made.position_y + made.margin_height(), grid)
        if not short:
            return result
        block.remove_placeholders(context, [made], absolute_boxes or [], fixed_boxes or [])
        box.position_x, box.position_y = x, y + short
        return laid(margins)

    with replaced(block, "block_level_layout", stepped):
        yield


def _asking(box: Any) -> Any:
    """The style that asks for the grid, of the box itself or of the table that it wraps."""
    if box.is_table_wrapper:
        box = box.get_wrapped_table()
    # What is not declared is inherited; a wish is not.
    return box.style if _ASKED in getattr(box.style, "cascaded", ()) else None


def _short(y: float, grid: float) -> float:
    """How far the next line of the grid lies below `y`."""
    short = -y % grid
    return 0.0 if min(short, grid - short) < NEAR_PX else short


def _word(tokens: Any) -> str:
    return next((str(token.value) for token in tokens if token.type == "ident"), "")


def length_of(tokens: Any) -> float:
    """A length in CSS px from the tokens of a custom property."""
    (held,) = (token for token in tokens if token.type == "dimension")
    return float(held.value * LENGTHS_TO_PIXELS[held.unit])


def _edge(style: Any, name: str) -> float:
    """A border, padding or margin in CSS px; a share of the width, as of 'auto', is none."""
    held = style[name]
    if isinstance(held, int | float):
        return float(held)
    return float(held.value) if getattr(held, "unit", "") == "px" else 0.0
