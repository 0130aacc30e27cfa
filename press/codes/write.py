"""Complaints of write: what cannot be written."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "write/cannot-write": Row(
        rule="""the output folder can be written
                مجلد المخرجات قابل للكتابة فيه""",
        fault=("cannot be written: “{said}”", "تعذّرت الكتابة: «{said}»"),
        hint={
            "": """look at the folder's permissions, at what stands there and at the free space; nothing was replaced
                   انظر في أذونات المجلد وما فيه وفي المساحة الخالية، ولم يُستبدل شيء""",
            "release": """look at the folder's permissions and at the free space; nothing was released
                          انظر في أذونات المجلد وفي المساحة الخالية، ولم يصدر شيء""",
        },
    ),
}
