"""Complaints of write: what cannot be written."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "write/cannot-write": Row(
        rule=(
            "the output folder can be written",
            "مجلد المخرجات قابل للكتابة فيه",
        ),
    ),
}
