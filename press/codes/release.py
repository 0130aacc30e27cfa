"""Complaints of release: a release that cannot be frozen or read."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "release/bad-name": Row(
        rule=(
            "a release has a name that every system takes for a folder",
            "اسم الإصدار صالح اسماً لمجلد في كل نظام",
        ),
    ),
    "release/taken": Row(
        rule=(
            "a release never changes",
            "الإصدار لا يتغير",
        ),
    ),
    "release/none": Row(
        rule=(
            "what has changed is said against a release",
            "ما تغيّر يُذكر قياساً إلى إصدار",
        ),
    ),
    "release/unknown": Row(
        rule=(
            "a release that is named is there",
            "الإصدار المسمّى موجود",
        ),
    ),
    "release/damaged": Row(
        rule=(
            "a release is as it was frozen",
            "الإصدار كما حُفظ",
        ),
    ),
}
