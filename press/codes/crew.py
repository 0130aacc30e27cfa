"""Complaints of crew: a process that was lost."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "crew/lost-process": Row(
        rule=(
            "the processes that typeset live to the end of the build",
            "لا تنقطع عملية من عمليات التنضيد",
        ),
        fault=(
            "a process that typeset was ended from outside, or ran out of memory",
            "عملية من عمليات التنضيد أُنهيت من خارجها، أو نفدت ذاكرتها",
        ),
        hint=(
            "close other programs or build with --jobs 1, which needs least memory; build again: nothing was replaced, and what was finished is kept",
            "أغلق برامج أخرى، أو ابنِ بالخيار `--jobs 1` فهو أقل حاجة إلى الذاكرة، ثم أعد البناء: لم يُستبدل شيء، وما تمّ محفوظ",
        ),
    ),
}
