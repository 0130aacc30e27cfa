"""Gives a column beside a head all lines down to the foot of the page.

WeasyPrint 70 sets a box again whose padding is short of room, and what stands absolutely in it then
ends above as much room as the padding takes: the last lines of a column that goes on in no other
place (`continue: discard`) would be lost, though there is paper for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import absolute

from press.typeset.weasyprint.exchange import replaced


@contextmanager
def whole_columns() -> Iterator[None]:
    """While the block runs, what is discarded where it does not fit has all of the page."""
    lay_out = absolute.absolute_block

    def down_to_the_foot(
        context: Any, box: Any, containing_block: Any, fixed: Any, bottom_space: Any, *rest: Any
    ) -> Any:
        if box.style["continue"] == "discard":
            bottom_space = min(bottom_space, 0)
        return lay_out(context, box, containing_block, fixed, bottom_space, *rest)

    with replaced(absolute, "absolute_block", down_to_the_foot):
        yield
