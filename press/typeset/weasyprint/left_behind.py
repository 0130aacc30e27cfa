"""Forgets what WeasyPrint 70 would go on with overleaf though all of it moved there.

A box that is out of the flow and broken at the foot of a page goes on overleaf. Where the box that
it stands in does not fit after all and begins on the next page, WeasyPrint may keep that: then its
end is drawn twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import page

from press.typeset.weasyprint.exchange import replaced


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """While the block runs, only what began on a page goes on overleaf."""
    make_page = page.make_page

    def made(context: Any, *rest: Any, **named: Any) -> Any:
        result = make_page(context, *rest, **named)
        if context.broken_out_of_flow:
            there = {id(box) for box in result[0].descendants(placeholders=True)}
            for begun in list(context.broken_out_of_flow):
                if id(getattr(begun, "_box", begun)) not in there:
                    del context.broken_out_of_flow[begun]
        return result

    with replaced(page, "make_page", made):
        yield
