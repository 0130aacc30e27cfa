"""Complaints of derived: a file that does not say what it was made from."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "derived/other-text": Row(
        rule=(
            "every file made from the poster says what the poster says",
            "كل ملف مشتق من الملصق يقول ما يقوله الملصق",
        ),
    ),
}
