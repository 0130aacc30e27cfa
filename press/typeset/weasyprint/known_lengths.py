"""Keeps the lengths of every box that WeasyPrint has worked out, while a document is laid out.

WeasyPrint 70 works out margins, padding, borders and limits of a box whenever that is tried. They
depend on its style and the size of what it stands in. Pages are the same with and without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.layout import percent

from press.typeset.weasyprint.exchange import exchanged

# What `resolve_percentages` sets on a box.
_LENGTHS = (
    *(f"margin_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"padding_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"border_{side}_width" for side in ("left", "right", "top", "bottom")),
    *(f"{limit}{length}" for length in ("width", "height") for limit in ("", "min_", "max_")),
)


@contextmanager
def knowing_lengths() -> Iterator[None]:
    """While the block runs, lengths that were worked out once are not worked out again."""
    resolve = percent.resolve_percentages
    with exchanged(resolve, _keeping(resolve)):
        yield


def _keeping(resolve: Callable[..., None]) -> Callable[..., None]:
    """`resolve_percentages`, which remembers."""
    known: dict[Any, Any] = {}

    def kept(box: Any, containing_block: Any) -> None:
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

    return kept
