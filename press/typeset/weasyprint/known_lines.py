"""Keeps every first line that WeasyPrint has found, while a document is laid out.

WeasyPrint 70 asks for the same line of the same text several times: how wide can it be, does it
fit, set it. The answer depends on nothing but what is asked. Pages are the same with and without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.text import line_break

from press.typeset.weasyprint.exchange import exchanged


@contextmanager
def knowing_lines() -> Iterator[None]:
    """While the block runs, a line that was found once is not looked for again."""
    split = line_break.split_first_line
    with exchanged(split, _keeping(split)):
        yield


def _keeping(split: Callable[..., Any]) -> Callable[..., Any]:
    """`split_first_line`, which remembers. A style stays the same as long as it lives."""
    known: dict[Any, Any] = {}

    def kept(text: str, style: Any, context: Any, *rest: Any, **named: Any) -> Any:
        asked = text, id(style), rest, *named.items()
        if asked not in known:
            known[asked] = style, split(text, style, context, *rest, **named)
        layout, *measured = known[asked][1]
        own = layout.__class__.__new__(layout.__class__)  # whoever draws a line changes its layout
        own.__dict__.update(layout.__dict__)
        return own, *measured

    return kept
