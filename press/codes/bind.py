"""Complaints of bind: the press and its profile, office sheets, what a derived file says."""

from __future__ import annotations

from press.codes.preflight.shared import OURS
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "bind/not-in-inks": Row(
        rule="""what is set for a press has no shades that cannot be mixed of its inks
                كل درجة لون في ملف المطبعة تُمزج من أحبارها""",
        fault="""a border, a shadow or a gradient has shades that WeasyPrint cannot mix of inks
                 في إطار أو ظل أو تدرّج درجات لون لا يمزجها برنامج `WeasyPrint` من أحبار المطبعة""",
        hint="""let no border be inset, outset, ridge or groove, no shadow be blurred, and no gradient fade away
                لا تجعل إطاراً من النوع `inset` أو `outset` أو `ridge` أو `groove`، ولا ظلاً مموّهاً، ولا تدرّجاً ينتهي إلى الشفافية""",
    ),
    "bind/missing-profile": Row(
        rule="""the colour profile of the press can be read
                ملف تعريف ألوان المطبعة مقروء""",
        fault="""the colour profile of the press, {file}, cannot be read: {error}
                 تعذّرت قراءة ملف تعريف ألوان المطبعة {file}، وقال النظام: {error}""",
        hint={
            "": """ask the print shop for the profile of its press and paper, and copy it into content/
                   اطلب من المطبعة ملف تعريف آلتها وورقها، وانسخه إلى المجلد `content/`""",
            "default": """install the package {package}, or name the profile of your print shop as `press: {{profile: …}}` in content/poster.yaml
                          ثبّت الحزمة {package}، أو سمِّ ملف تعريف مطبعتك بالمفتاح `press: {{profile: …}}` في الملف `content/poster.yaml`""",
        },
    ),
    "bind/default-profile": Row(
        rule="""the colour profile of the press is that of the print shop
                ملف تعريف الألوان هو ملف المطبعة التي تطبع""",
        fault="""no profile of a press is named: the press file is made for {profile}, which is that of no print shop in particular
                 لم يُسمَّ ملف تعريف لمطبعة، فصُنع ملف المطبعة على {profile}، وليس ملف مطبعة بعينها""",
        hint="""ask the print shop for the profile of its press and paper, copy it into content/ and name it as `press: {{profile: …}}` in {file}
                اطلب من المطبعة ملف تعريف آلتها وورقها، وانسخه إلى المجلد `content/`، وسمِّه بالمفتاح `press: {{profile: …}}` في الملف {file}""",
    ),
    "bind/wrong-profile": Row(
        rule="""the colour profile is that of a CMYK press
                ملف تعريف الألوان لمطبعة بأربعة أحبار""",
        fault={
            "none": """the colour profile of the press is no ICC profile
                       ملف تعريف ألوان المطبعة ليس ملفاً من معيار `ICC`""",
            "kind": """the colour profile of the press is of the kind {kind}, not prtr CMYK
                       ملف تعريف ألوان المطبعة من النوع {kind}، لا من النوع `prtr CMYK`""",
        },
        hint="""name an output profile of a CMYK press; the print shop has it
                سمِّ ملف تعريف لمطبعة بأربعة أحبار، وهو عند المطبعة""",
    ),
    "bind/not-one-page": Row(
        rule="""a poster that is printed on office sheets is one page
                الملصق المطبوع على أوراق المكتب صفحة واحدة""",
        fault=("{poster} has {pages} pages", "صفحات {poster} عددها {pages}"),
        hint=("only a poster of one page is tiled", "لا يُقسَّم إلا ملصق من صفحة واحدة"),
    ),
    "bind/no-room": Row(
        rule="""office sheets show more of the poster than they share with each other
                التداخل بين أوراق المكتب أصغر من المعروض عليها""",
        fault="""sheets of {sheet} cannot overlap by {overlap} mm
                 لا يمكن أن تتداخل أوراق {sheet} بمقدار {overlap} مم""",
        hint=("choose a smaller overlap, or larger sheets", "اختر تداخلاً أقل، أو أوراقاً أكبر"),
    ),
    "bind/other-text": Row(
        rule="""every file made from the poster says what the poster says
                كل ملف مشتق من الملصق يقول ما يقوله الملصق""",
        fault={
            "letter": """the letter {letter} of the poster is not at its place, {left:.1f} mm from the left and {top:.1f} mm from the top
                         الحرف {letter} من الملصق ليس في موضعه، على بُعد {left:.1f} مم من اليسار و{top:.1f} مم من الأعلى""",
            "part": """the sheet does not show its part of the poster, at its place and whole
                       لا تُظهر الورقة جزأها من الملصق تاماً في موضعه""",
        },
        hint=OURS,
    ),
}
