"""Complaints of new: a folder in which no publication can be begun."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "new/not-empty": Row(
        rule="""a new publication writes over nothing
                المنشور الجديد لا يُكتب فوق شيء""",
        fault={
            "": ("there is something in this folder already", "في هذا المجلد شيء من قبل"),
            "file": ("this is a file, not a folder", "هذا ملف وليس مجلداً"),
        },
        hint="""name a folder that is empty or not there yet
                اذكر مجلداً خالياً أو مجلداً لم يُنشأ بعد""",
    ),
    "new/cannot-write": Row(
        rule="""the folder of a new publication can be written
                مجلد المنشور الجديد قابل للكتابة فيه""",
        fault=("cannot be written: “{said}”", "تعذّرت الكتابة: «{said}»"),
        hint="""look at the permissions of the folder above it and at the free space
                انظر في أذونات المجلد الذي فوقه وفي المساحة الخالية""",
    ),
}
