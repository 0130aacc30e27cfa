"""Complaints of derived: a file that does not say what it was made from."""

from __future__ import annotations

from press.codes.preflight import OURS
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "derived/other-text": Row(
        rule=(
            "every file made from the poster says what the poster says",
            "كل ملف مشتق من الملصق يقول ما يقوله الملصق",
        ),
        fault={
            "letter": (
                "the letter {letter} of the poster is not at its place, {left:.1f} mm from the left and {top:.1f} mm from the top",
                "الحرف {letter} من الملصق ليس في موضعه، على بُعد {left:.1f} مم من اليسار و{top:.1f} مم من الأعلى",
            ),
            "part": (
                "the sheet does not show its part of the poster, at its place and whole",
                "لا تُظهر الورقة جزأها من الملصق تاماً في موضعه",
            ),
        },
        hint=OURS,
    ),
}
