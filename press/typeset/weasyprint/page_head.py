"""Runs what begins a page up to its edge, which WeasyPrint 70 cannot tell from what begins below.

A box of which a style sheet says `--at-head: LENGTH` begins that much higher where nothing stands
above it on its page, and its content stays where it is: its upper padding grows by as much. Its own
upper margin is for what it follows, and falls away there. A press sheet's `--bleed` is added.
CSS Fragmentation has the like as margins that are truncated at a break.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.layout import block

from press.typeset.weasyprint.baseline_grid import length_of
from press.typeset.weasyprint.exchange import replaced

# WeasyPrint's names for the custom properties.
_ASKED, _BLEED = "__at_head", "__bleed"


@contextmanager
def reaching_the_head() -> Iterator[None]:
    """While the block runs, WeasyPrint runs the boxes up to the edge that ask for it."""
    lay_out = block.block_level_layout

    def reached(
        context: Any,
        box: Any,
        bottom_space: Any,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool = True,
        *rest: Any,
        **named: Any,
    ) -> Any:
        if page_is_empty and skip_stack is None and _asks(box):
            box = _raised(box)
        return lay_out(
            context, box, bottom_space, skip_stack, containing_block, page_is_empty, *rest, **named
        )

    with replaced(block, "block_level_layout", reached):
        yield


def _asks(box: Any) -> bool:
    """Whether a box itself, and not what it stands in, asks to begin at the head of the page."""
    return _ASKED in getattr(box.style, "cascaded", ())


def _raised(box: Any) -> Any:
    """A copy of a box that begins at the edge of the page, or of what is printed for a press."""
    made = box.copy()
    made.style = box.style.copy()
    by = length_of(box.style[_ASKED])
    if by and box.style[_BLEED]:
        by += length_of(box.style[_BLEED])
    padding = made.style["padding_top"]
    made.style["margin_break"] = "keep"
    made.style["margin_top"] = Dimension(-by, "px")
    made.style["padding_top"] = Dimension(padding.value + by, "px")
    return made
