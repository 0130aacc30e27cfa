"""Answers at once what WeasyPrint asks of the style of a box again and again.

WeasyPrint 70 writes out sixteen properties as a text to look up how high a line is, for every piece
of text, and asks five questions to learn that a box is neither floated nor positioned. Pages are
the same with and without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure.boxes import Box
from weasyprint.text import line_break

from press.typeset.weasyprint.exchange import exchanged, replaced

# Positions of boxes that stand in the flow, where they do not float.
_IN_FLOW = ("static", "relative")


@contextmanager
def knowing_struts() -> Iterator[None]:
    """While the block runs, the height of a style's line that was found once is known."""
    strut = line_break.strut
    with exchanged(strut, _keeping(strut)):
        yield


def _keeping(strut: Callable[..., Any]) -> Callable[..., Any]:
    """`strut`, which remembers. A style stays the same as long as it lives."""
    known: dict[int, Any] = {}

    def kept(style: Any) -> Any:
        found = known.get(id(style))
        if found is None:
            found = known[id(style)] = style, strut(style)
        return found[1]

    return kept


@contextmanager
def knowing_flow() -> Iterator[None]:
    """While the block runs, a box that is neither floated nor positioned is known as such."""
    in_flow = Box.is_in_normal_flow

    def asked(box: Any) -> Any:
        style = box.style
        return (style["float"] == "none" and style["position"] in _IN_FLOW) or in_flow(box)

    with replaced(Box, "is_in_normal_flow", asked):
        yield
