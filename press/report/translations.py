"""Counsel: what a piece of advice says and what it asks for, in Arabic, with the same values.

Only advice stands on a proof: with an error none is written. Its words are made in English where
the rule is; they are read again here, so that a value is told once.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Form(NamedTuple):
    """A message and its hint as the rule words them, a pattern each, and in Arabic."""

    message: str
    arabic: str
    hint: str
    arabic_hint: str


# By code. A group of a pattern is a value; \1 puts it into the Arabic.
FORMS: dict[str, Form] = {
    "audit/idle-note": Form(
        r"no source of the fact (\S+) disagrees, so this note is not printed",
        r"لا يخالف مصدرٌ من المصادر الواقعة \1، فلا تُطبع هذه الحاشية",
        r"add what the other source `says`, or make the note a comment",
        r"أضف قول المصدر المخالف في المفتاح says، أو اجعل الحاشية تعليقاً",
    ),
    "audit/unused-fact": Form(
        r"no text prints the fact (\S+)",
        r"لا يطبع أيُّ نص الواقعة \1",
        r"write (\S+) or (\S+) where it is said, or take it out",
        r"اكتب \1 أو \2 حيث تُذكر، أو احذفها",
    ),
    "audit/unused-event": Form(
        r"the event (\S+) is in no chapter of the brief and not on the poster",
        r"الحدث \1 غير وارد في أيّ فصل من فصول الموجز ولا في الملصق",
        r"add it to the entries of a chapter in (\S+)",
        r"أضفه إلى مداخل أحد الفصول في الملف \1",
    ),
    "audit/file-name": Form(
        r"the event is dated (\S+) and its file is named for (\S+)",
        r"تاريخ الحدث \1، وملفه مسمّى بالتاريخ \2",
        r"rename the file to (\S+), or correct the date",
        r"سمِّ الملف \1، أو صحّح التاريخ",
    ),
    "audit/hygiene-months": Form(
        r"this publication does not name the month (.+)",
        r"لا يسمّي هذا المنشور الشهر «\1»",
        r"write (.+), or a reference, which prints it so",
        r"اكتب «\1»، أو اكتب إحالةً تطبعه كذلك",
    ),
    "audit/hygiene-double-space": Form(
        r"(\d+) spaces stand before (.+)",
        r"عدد المسافات قبل «\2»: \1",
        r"leave one",
        r"أبقِ مسافة واحدة",
    ),
    "preflight/coarse-image": Form(
        r"the image (\S+) has (\d+) pixels an inch; (\d+) are fine",
        r"دقة الصورة \1: \2 بكسل في البوصة، والدقة المطلوبة \3",
        r"store it (\d+) pixels wide, or print it smaller",
        r"احفظها بعرض \1 بكسل، أو اطبعها أصغر",
    ),
}


def in_arabic(code: str, message: str, hint: str) -> tuple[str, str] | None:
    """A piece of advice and its hint in Arabic; None for one that is worded otherwise.

    Values in Latin letters are isolated (U+2066 … U+2069), so that they keep their order.
    """
    if code not in FORMS:
        return None
    form = FORMS[code]
    said = _told(form.message, form.arabic, message)
    asked = _told(form.hint, form.arabic_hint, hint)
    return (said, asked) if said and asked else None


def _told(pattern: str, arabic: str, text: str) -> str:
    match = re.fullmatch(pattern, text)
    if not match:
        return ""

    def value(place: re.Match[str]) -> str:
        held = str(match[int(place[1])]).strip("\u2068\u2069")
        return held if re.search("[\u0621-\u064a]", held) else f"\u2066{held}\u2069"

    return re.sub(r"\\(\d)", value, arabic)
