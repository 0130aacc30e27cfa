"""Keeps a note at the foot of the page that cites it.

WeasyPrint 70 moves notes of lines that already stand to the next page where that makes room for
one line more, of which a paragraph needs two. Only in columns it does not; here it never does: the
paragraph goes to the next page with its notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block


class _InColumn:
    """WeasyPrint's context, as it would be in a column for who asks it and not its own methods."""

    in_column = True

    def __init__(self, context: Any) -> None:
        object.__setattr__(self, "_context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._context, name, value)


@contextmanager
def keeping_footnotes() -> Iterator[None]:
    """While the block runs, WeasyPrint moves no note away from the line that cites it."""
    lay_out = block._linebox_layout
    block._linebox_layout = lambda context, *rest: lay_out(_InColumn(context), *rest)
    try:
        yield
    finally:
        block._linebox_layout = lay_out
