"""Complaints of changes: a corrigendum that cannot be made."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "changes/missing-word": Row(
        rule=(
            "a corrigendum has its fixed words",
            "للتصويب ألفاظه الثابتة كلها",
        ),
    ),
}
