"""Puts the indent of a paragraph at the start of its first line, which is its right end in Arabic.

WeasyPrint 70 begins every line at the left and leaves the indent there; a right-to-left line is
then moved to the right edge with the indent at its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from weasyprint.layout import inline

from press.typeset.weasyprint.exchange import exchanged


@contextmanager
def mended_text_indent() -> Iterator[None]:
    """While the block runs, right-to-left paragraphs are indented at their right edge."""
    align = inline.text_align

    @wraps(align)
    def align_after_indent(context: Any, line: Any, *rest: Any, **named: Any) -> Any:
        if line.text_indent and line.style["direction"] == "rtl":
            for child in line.children:
                if child.is_in_normal_flow():
                    child.translate(dx=-line.text_indent)
        return align(context, line, *rest, **named)

    with exchanged(align, align_after_indent):
        yield
