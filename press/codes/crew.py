"""Complaints of crew: a process that was lost."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "crew/lost-process": Row(
        rule=(
            "the processes that typeset live to the end of the build",
            "عمليات التنضيد تبقى إلى آخر الإعداد",
        ),
    ),
}
