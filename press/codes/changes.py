"""Complaints of changes: a corrigendum that cannot be made."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "changes/missing-word": Row(
        rule="""a corrigendum has its fixed words
                للتصويب ألفاظه الثابتة كلها""",
        fault=("the corrigendum needs the word {word}", "يحتاج التصويب إلى اللفظ {word}"),
        hint="""copy `corrigendum` from Warraq's own {file}
                انسخ المفتاح `corrigendum` من ملف ورّاق نفسه {file}""",
    ),
}
