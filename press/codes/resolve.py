"""Complaints of resolve: a reference that leads nowhere."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "resolve/bad-reference": Row(
        rule=(
            "a reference is well formed",
            "الإحالة سليمة الصيغة",
        ),
    ),
    "resolve/unknown-id": Row(
        rule=(
            "a reference leads to something",
            "الإحالة تؤدي إلى شيء موجود",
        ),
    ),
    "resolve/unknown-part": Row(
        rule=(
            "a reference names a part that its fact has",
            "الإحالة تسمّي جزءاً من واقعتها",
        ),
    ),
    "resolve/unknown-field": Row(
        rule=(
            "a fact vouches for a field that its record has",
            "الواقعة تسند حقلاً موجوداً في سجلها",
        ),
    ),
    "resolve/unknown-noun": Row(
        rule=(
            "a counted noun is in the lexicon",
            "الاسم المعدود وارد في المعجم",
        ),
    ),
    "resolve/unknown-form": Row(
        rule=(
            "a reference asks for a form that its value can take",
            "الإحالة تطلب صورة تقبلها القيمة",
        ),
    ),
    "resolve/duplicate-fact": Row(
        rule=(
            "an id belongs to one fact or event",
            "المعرّف لواقعة واحدة أو حدث واحد",
        ),
    ),
    "resolve/wrong-value": Row(
        rule=(
            "a value has the form that its use asks for",
            "القيمة على الصيغة التي يطلبها استعمالها",
        ),
    ),
}
