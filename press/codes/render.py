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
    # An exception of Python on the way through a template: 1/0, a wrong type, endless inclusion.
    "render/template-failed": Row(
        rule=(
            "a template can be filled in",
            "القالب يمكن ملؤه",
        ),
        fault=(
            "this line of the template cannot be worked out ({kind}: {said})",
            "تعذّر تنفيذ هذا السطر من القالب ({kind}: {said})",
        ),
        hint=(
            "compare the template with the one it was copied from",
            "قارن القالب بالقالب الذي نُسخ عنه",
        ),
    ),
    "render/template-value": Row(
        rule=(
            "a template prints only what its sheet holds",
            "القالب لا يطبع إلا ما في ورقته",
        ),
    ),
}
