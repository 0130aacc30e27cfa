"""Joins the tables of all stages: every complaint that can be made, by its code."""

from __future__ import annotations

from press.codes import (
    audit,
    bind,
    changes,
    crew,
    editions,
    layout,
    load,
    new,
    release,
    render,
    resolve,
    sheet,
    typeset,
    validate,
    write,
)
from press.codes.preflight import file, forms, pdfa, pdfua, poster, press, setting, text, web
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
    **bind.ROWS,
    **file.ROWS,
    **text.ROWS,
    **poster.ROWS,
    **pdfua.ROWS,
    **pdfa.ROWS,
    **setting.ROWS,
    **press.ROWS,
    **forms.ROWS,
    **web.ROWS,
    **release.ROWS,
    **changes.ROWS,
    **write.ROWS,
    **new.ROWS,
    **sheet.ROWS,
    **editions.ROWS,
}
