"""Complaints of separate: what cannot be turned into inks."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "separate/wrong-token": Row(
        rule=(
            "a colour token is #rrggbb and has its inks, device-cmyk(c m y k)",
            "لكل لون معرَّف أحبار تقابله",
        ),
    ),
    "separate/unknown-colour": Row(
        rule=(
            "every colour of the press file is a token with its inks",
            "كل لون في ملف المطبعة لون معرَّف له أحبار",
        ),
    ),
    "separate/too-much-ink": Row(
        rule=(
            "no colour lays down more than 300 % of ink",
            "لا يزيد حبر لون على 300 في المئة",
        ),
    ),
    "separate/coloured-small-text": Row(
        rule=(
            "small text is printed from the black plate alone",
            "النص الصغير مطبوع بالأسود وحده",
        ),
    ),
    "separate/not-separable": Row(
        rule=(
            "the press file holds only what can be turned into inks",
            "ليس في ملف المطبعة إلا ما يتحول إلى أحبار",
        ),
    ),
    "separate/font-not-embedded": Row(
        rule=(
            "the press file brings its fonts",
            "خطوط ملف المطبعة مضمَّنة فيه",
        ),
    ),
    "separate/short-bleed": Row(
        rule=(
            "what touches the edge of the sheet fills the bleed",
            "ما يمس حافة الورقة يملأ زيادة القص",
        ),
    ),
    "separate/wrong-size": Row(
        rule=(
            "the press file has the sheet's size and its bleed",
            "لملف المطبعة مقاس الورقة وزيادة قصها",
        ),
    ),
    "separate/missing-profile": Row(
        rule=(
            "the colour profile of the press can be read",
            "ملف تعريف ألوان المطبعة مقروء",
        ),
    ),
    "separate/wrong-profile": Row(
        rule=(
            "the colour profile is that of a CMYK press",
            "ملف تعريف الألوان لمطبعة بأربعة أحبار",
        ),
    ),
}
