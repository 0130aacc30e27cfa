"""Names the columns of exported sheets in English and in Arabic."""

from __future__ import annotations

from collections.abc import Mapping

from press.commands.sheets.spelling import folded

# What stands at the head of a column in an Arabic publication; in an English one its key does.
ARABIC: Mapping[str, str] = {
    "about": "البيان",
    "actor": "الجهة",
    "address": "العنوان على الشبكة",
    "brief": "النص",
    "by": "الجهة المُصدِرة",
    "colour": "اللون",
    "counts": "المعدود",
    "date": "التاريخ",
    "doubt": "موضع الشك",
    "fact": "الواقعة",
    "follows": "المصدر المعتمد",
    "hijri": "التاريخ الهجري",
    "icon": "الأيقونة",
    "id": "المعرف",
    "image.alt": "وصف الصورة",
    "image.caption": "التعليق على الصورة",
    "image.credit": "حقوق الصورة",
    "image.crop": "قص الصورة",
    "image.file": "الصورة",
    "is": "نوع القيمة",
    "kind": "النوع",
    "language": "اللغة",
    "meeting": "رمز الجلسة",
    "name": "الاسم",
    "note": "الحاشية",
    "of": "الحقول المسنودة",
    "original": "العنوان الأصلي",
    "people": "الأشخاص",
    "poster": "نص الملصق",
    "rank": "الرتبة",
    "record": "السجل",
    "row": "صف الاستيراد",
    "says": "القراءة",
    "see": "انظر أيضاً",
    "short": "الاسم المختصر",
    "shown": "التاريخ المعروض",
    "side": "الجانب",
    "source": "المصدر",
    "symbol": "الرمز",
    "tags": "الوسوم",
    "title": "العنوان",
    "unit": "الوحدة",
    "value": "القيمة",
    "variants": "صيغ أخرى",
    "where": "الموضع",
}


def label(key: str, language: str) -> str:
    """The head of the column of `key`; a key that has none of its own is shown as it is typed."""
    return ARABIC.get(key, key) if language == "ar" else key


def key_of(head: str, keys: tuple[str, ...]) -> str:
    """Which of `keys` the head of a column names, in either language; empty for none."""
    bare = head.strip()
    if bare in keys:
        return bare
    known = {folded(name): key for key in keys for name in (key, ARABIC.get(key, key))}
    return known.get(folded(bare), "")
