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
_TABLES = (
    load, validate, resolve, audit, layout, render, typeset, crew, bind,
    file, text, poster, pdfua, pdfa, setting, press, forms, web,
    release, changes, write, new, sheet, editions,
)  # fmt: skip
CODES: dict[str, Row] = {code: row for table in _TABLES for code, row in table.ROWS.items()}
