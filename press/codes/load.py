"""Complaints of load: a content file that cannot be read."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "load/not-utf8": Row(
        rule=(
            "a content file is text in UTF-8",
            "ملف المحتوى نص مرمَّز بترميز `UTF-8`",
        ),
    ),
    "load/not-yaml": Row(
        rule=(
            "a content file is well-formed YAML",
            "ملف المحتوى سليم بصيغة `YAML`",
        ),
    ),
    "load/not-a-map": Row(
        rule=(
            "a content file holds keys and values",
            "ملف المحتوى مفاتيح وقيم",
        ),
    ),
    "load/duplicate-key": Row(
        rule=(
            "a key stands once in its map",
            "لا يتكرر مفتاح في موضع واحد",
        ),
    ),
    "load/key-not-text": Row(
        rule=(
            "a key is a word",
            "المفتاح كلمة",
        ),
    ),
}
