"""Complaints of release: a release that cannot be frozen or read."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "release/bad-name": Row(
        rule="""a release has a name that every system takes for a folder
                اسم الإصدار صالح اسماً لمجلد في كل نظام""",
        fault=("“{name}” cannot be the name of a release", "لا يصلح «{name}» اسماً لإصدار"),
        hint="""use letters and digits, parted by single dots or hyphens, {longest} at most: 2026-11, edition-2
                استعمل حروفاً لاتينية وأرقاماً تفصلها نقاط أو شرطات مفردة، وأقصاها {longest}: `2026-11` أو `edition-2`""",
    ),
    "release/taken": Row(
        rule="""a release never changes
                الإصدار لا يتغير""",
        fault="""there is a release {name} already, and a release never changes
                 سبق إصدار باسم {name}، والإصدار لا يتغير""",
        hint=("give this one another name", "سمِّ هذا باسم آخر"),
    ),
    "release/draft": Row(
        rule=("what is released is no draft", "لا يصدر ما هو مسودة"),
        fault="""this publication is a draft: publication.yaml says `audit: draft`
                 هذا المنشور مسودة: في `publication.yaml` السطر `audit: draft`""",
        hint="""give every figure its source and take that line out
                أسند كل رقم إلى مصدره، ثم احذف ذلك السطر""",
    ),
    "release/none": Row(
        rule="""what has changed is said against a release
                ما تغيّر يُذكر قياساً إلى إصدار""",
        fault=("nothing was released yet", "لم يصدر شيء بعد"),
        hint="""freeze this edition: python build.py release NAME
                احفظ هذه الطبعة: `python build.py release NAME`""",
    ),
    "release/unknown": Row(
        rule="""a release that is named is there
                الإصدار المسمّى موجود""",
        fault=("there is no release {name}", "لا يوجد الإصدار {name}"),
        hint={
            "": ("there are: {known}", "الإصدارات هي: {known}"),
            "guess": ("did you mean {guess}?", "لعلك تقصد {guess}"),
        },
    ),
    "release/damaged": Row(
        rule="""a release is as it was frozen
                الإصدار كما حُفظ""",
        fault={
            "touched": """this release cannot be trusted: “{said}” is not as it was frozen
                          لا يُعتمد على هذا الإصدار: «{said}» على غير ما حُفظ""",
            "unread": """this release cannot be trusted, since it cannot be read: “{said}”
                         لا يُعتمد على هذا الإصدار، فقد تعذرت قراءته: «{said}»""",
        },
        hint="""bring it back from a copy, or take the folder away
                استعده من نسخة، أو احذف المجلد""",
    ),
}
