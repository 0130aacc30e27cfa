"""Joins the tables of all stages: every complaint that can be made, by its code."""

from __future__ import annotations

from press.codes import (
    audit,
    changes,
    crew,
    derived,
    editions,
    layout,
    load,
    new,
    preflight,
    release,
    render,
    resolve,
    separate,
    sheet,
    tiles,
    typeset,
    validate,
    write,
)
from press.codes.row import Row

# In the order of the path.
CODES: dict[str, Row] = {
    **load.ROWS,
    **validate.ROWS,
    **resolve.ROWS,
    **audit.ROWS,
    **layout.ROWS,
    **render.ROWS,
    **typeset.ROWS,
    **crew.ROWS,
    **tiles.ROWS,
    **separate.ROWS,
    **preflight.ROWS,
    **derived.ROWS,
    **release.ROWS,
    **changes.ROWS,
    **write.ROWS,
    **new.ROWS,
    **sheet.ROWS,
    **editions.ROWS,
}
