"""Complaints of render: a template that cannot be filled in."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "render/template-syntax": Row(
        rule=(
            "a template is well-formed Jinja2",
            "القالب سليم بصيغة `Jinja2`",
        ),
    ),
    "render/template-missing": Row(
        rule=(
            "a template that is named is there",
            "القالب المسمّى موجود",
        ),
    ),
    "render/template-value": Row(
        rule=(
            "a template prints only what its sheet holds",
            "القالب لا يطبع إلا ما في ورقته",
        ),
    ),
}
