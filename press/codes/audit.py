"""Complaints of audit: what facts, figures, names and letters do not keep."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "audit/unresolved-fact": Row(
        rule=(
            "a printed value has a source, and a note where another disagrees",
            "لكل قيمة مطبوعة مصدر، وحاشية حيث يخالفه غيره",
        ),
    ),
    "audit/missing-reading": Row(
        rule=(
            "each source's own reading of a figure is typed beside the value",
            "قراءة كل مصدر مكتوبة إلى جانب القيمة",
        ),
    ),
    "audit/missing-source": Row(
        rule=(
            "the date and the symbols of an event have a source",
            "لتاريخ كل حدث ورموزه مصدر",
        ),
    ),
    "audit/unattributed": Row(
        rule=(
            "a fact in doubt is given to its source in the same sentence",
            "الواقعة المشكوك فيها منسوبة إلى قائلها في الجملة نفسها",
        ),
    ),
    "audit/idle-note": Row(
        rule=(
            "a note speaks of a disagreement that is recorded",
            "الحاشية تتناول اختلافاً مسجَّلاً",
        ),
    ),
    "audit/unused-fact": Row(
        rule=(
            "a fact is printed somewhere",
            "كل واقعة مطبوعة في موضع ما",
        ),
    ),
    "audit/unused-event": Row(
        rule=(
            "an event is told in the brief or stands on the poster",
            "كل حدث مذكور في الموجز أو في الملصق",
        ),
    ),
    "audit/repeated-event": Row(
        rule=(
            "an event is told once in the brief",
            "يُروى الحدث في الموجز مرة واحدة",
        ),
    ),
    "audit/file-name": Row(
        rule=(
            "an event's file is named for its date",
            "ملف الحدث مسمّى بتاريخه",
        ),
    ),
    "audit/unsourced-number": Row(
        rule=(
            "a number typed by hand is that of a fact",
            "كل عدد كُتب باليد عددُ واقعة",
        ),
    ),
    "audit/unsourced-date": Row(
        rule=(
            "a date typed by hand is that of a fact",
            "كل تاريخ كُتب باليد تاريخُ واقعة",
        ),
    ),
    "audit/unsourced-symbol": Row(
        rule=(
            "a document symbol typed by hand is that of a record",
            "كل رمز وثيقة كُتب باليد رمزُ سجل",
        ),
    ),
    "audit/contradicting-word": Row(
        rule=(
            "a count in words agrees with the fact that counts the same",
            "العدد المكتوب بالحروف يوافق الواقعة التي تعدّ الشيء نفسه",
        ),
    ),
    "audit/variant": Row(
        rule=(
            "a name or term is spelt as its record spells it",
            "الاسم أو المصطلح مكتوب كما يكتبه سجله",
        ),
    ),
    "audit/chronology": Row(
        rule=(
            "dates, symbols and terms of office can be true together",
            "التواريخ والرموز ومدد الولاية لا يناقض بعضها بعضاً",
        ),
    ),
    "audit/shared-symbol": Row(
        rule=(
            "a document symbol belongs to one event",
            "رمز الوثيقة لحدث واحد",
        ),
    ),
    "audit/dead-reference": Row(
        rule=(
            "a reference stands in a text that prints its value",
            "الإحالة في نص يطبع قيمتها",
        ),
    ),
    "audit/hygiene-lookalike": Row(
        rule=(
            "every letter of an Arabic word is an Arabic letter",
            "حروف الكلمة العربية كلها عربية",
        ),
    ),
    "audit/hygiene-digits": Row(
        rule=(
            "digits typed by hand are of the publication's family",
            "الأرقام المكتوبة باليد من أرقام المنشور",
        ),
    ),
    "audit/hygiene-months": Row(
        rule=(
            "a month typed by hand is named as the publication names it",
            "اسم الشهر المكتوب باليد كما يسمّيه المنشور",
        ),
    ),
    "audit/hygiene-tatweel": Row(
        rule=(
            "no word is stretched with a tatweel",
            "لا تُمدّ كلمة بالتطويل",
        ),
    ),
    "audit/hygiene-quotes": Row(
        rule=(
            "Arabic words are quoted with guillemets",
            "الكلمات العربية بين علامتي «»",
        ),
    ),
    "audit/hygiene-punctuation": Row(
        rule=(
            "comma, semicolon and question mark are Arabic in Arabic",
            "الفاصلة والفاصلة المنقوطة وعلامة الاستفهام عربية",
        ),
    ),
    "audit/hygiene-spacing": Row(
        rule=(
            "a mark stands at the word before it, with a space after it",
            "لا مسافة قبل علامة الترقيم، وبعدها مسافة",
        ),
    ),
    "audit/hygiene-double-space": Row(
        rule=(
            "words are one space apart",
            "بين الكلمتين مسافة واحدة",
        ),
    ),
    "audit/hygiene-hamza": Row(
        rule=(
            "common words have their hamza",
            "الكلمات الشائعة مهموزة كما ينبغي",
        ),
    ),
    "audit/hygiene-guillemets": Row(
        rule=(
            "guillemets stand in pairs",
            "علامات التنصيص أزواج",
        ),
    ),
    "audit/hygiene-controls": Row(
        rule=(
            "no character of a text is invisible",
            "ليس في النص محرف خفي",
        ),
    ),
}
