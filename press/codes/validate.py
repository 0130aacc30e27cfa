"""Complaints of validate: a record that is not as its kind asks."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "validate/missing-file": Row(
        rule=(
            "a publication has the files that make it",
            "للمنشور الملفات التي يُصنع منها",
        ),
    ),
    "validate/unknown-file": Row(
        rule=(
            "every content file is read by some stage",
            "لكل ملف من ملفات المحتوى مرحلة تقرؤه",
        ),
    ),
    "validate/unknown-key": Row(
        rule=(
            "a record has only the keys that its kind knows",
            "ليس في السجل إلا المفاتيح المعروفة لنوعه",
        ),
    ),
    "validate/missing-key": Row(
        rule=(
            "a record has the keys that its kind needs",
            "في السجل كل مفتاح يلزم نوعه",
        ),
    ),
    "validate/not-a-choice": Row(
        rule=(
            "a choice is one of those offered",
            "الاختيار واحد مما هو معروض",
        ),
    ),
    "validate/wrong-value": Row(
        rule=(
            "a value has the form that its key asks for",
            "القيمة على الصيغة التي يطلبها مفتاحها",
        ),
    ),
    "validate/bad-id": Row(
        rule=(
            "an id is made of small Latin letters, digits and hyphens",
            "المعرّف من حروف لاتينية صغيرة وأرقام وواصلات",
        ),
    ),
    "validate/duplicate-id": Row(
        rule=(
            "an id belongs to one event",
            "المعرّف لحدث واحد",
        ),
    ),
}
