"""Complaints of PDF/UA-1, by the checkpoints of the Matterhorn Protocol, and of its tags."""

from __future__ import annotations

from press.codes.preflight.shared import OURS, TEMPLATE, written
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/matterhorn-01": written(
        rule=("all content is tagged or an artifact", "كل مضمون موسوم أو معدود من الزخرفة"),
        fault={
            "suspect": """01-007: the tags are marked as suspect
                          01-007: الوسوم معلَّمة بأنها مشكوك فيها""",
            "loose": """01-005: what {what} paint is neither tagged nor artifact
                        01-005: ما يُرسم بالأوامر {what} غير موسوم ولا زخرفة""",
            "artifact-inside": """01-003: an artifact in tagged content, {count} times
                                  01-003: زخرفة في مضمون موسوم، وعدد المرات {count}""",
            "tagged-inside": """01-004: tagged in an artifact's content, {count} times
                                01-004: مضمون موسوم في زخرفة، وعدد المرات {count}""",
            "no-tag": """01-005: marked content {mark} is in no tag
                         01-005: المضمون المعلَّم {mark} ليس في وسم""",
            "other-tag": """01-005: marked content {mark} is in another tag than the index says
                            01-005: المضمون المعلَّم {mark} في وسم غير الذي يذكره الفهرس""",
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-02": written(
        rule=("every tag is of a standard type", "كل وسم من الأنواع المعيارية"),
        fault={
            "standard": """02-004: the standard type {name} is mapped to another
                           02-004: النوع المعياري {name} محوَّل إلى غيره""",
            "circle": """02-003: the type {name} is mapped in a circle
                         02-003: النوع {name} محوَّل في حلقة""",
            "unknown": """02-001: the type {name} leads to no standard type
                          02-001: لا يؤدي النوع {name} إلى نوع معياري""",
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-09": written(
        rule="""tables, lists and contents are built as the standard has them
                الجداول والقوائم والمحتويات مبنية على المعيار""",
        fault={
            "stands-in": """{condition}: {tag} stands in {other}
                            {condition}: الوسم {tag} في الوسم {other}""",
            "holds": """{condition}: {tag} holds {other}
                        {condition}: في الوسم {tag} الوسم {other}""",
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-10": written(
        rule=("every glyph that is shown has a text", "كل رسم حرف ظاهر له نص"),
        fault={
            "no-map": ("31-027: {name} has no map to text", "31-027: ليس للخط {name} جدول نصوص"),
            "no-text": """10-001: glyph {glyph} of {name} has no text
                          10-001: رسم الحرف {glyph} في الخط {name} بلا نص""",
            "no-character": """{condition}: glyph {glyph} of {name} stands for no character
                               {condition}: رسم الحرف {glyph} في الخط {name} لا يدل على محرف""",
        },
        hint=OURS,
    ),
    "preflight/matterhorn-11": written(
        rule=("every language that is named is one", "كل لغة مسمّاة لغة معروفة"),
        fault=("11-001: {said} is no language", "11-001: ليس {said} لغة"),
        hint=("see `lang` in the template and in the record", "انظر `lang` في القالب وفي السجل"),
    ),
    "preflight/matterhorn-13": written(
        rule=("every figure has a text in its place", "لكل شكل نص ينوب عنه"),
        fault=("13-004: a figure has no text in its place", "13-004: شكل بلا نص ينوب عنه"),
        hint="""give it `aria-label`, or an svg a <title>; what is mere decoration `aria-hidden`
                اجعل له `aria-label`، أو للرسم `<title>`، وللزخرفة `aria-hidden`""",
    ),
    "preflight/matterhorn-14": written(
        rule="""headings begin with the first level and leave none out
                العناوين تبدأ من المستوى الأول ولا تتخطى مستوى""",
        fault={
            "first": ("14-002: {level} follows nothing", "14-002: أول العناوين من المستوى {level}"),
            "skips": """14-003: {level} follows {before}
                        14-003: عنوان من المستوى {level} بعد عنوان من المستوى {before}""",
            "plain": """{condition}: a heading is tagged H; ours are numbered
                        {condition}: عنوان موسوم بلا مستوى، وللعناوين عندنا مستويات""",
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-15": written(
        rule="""every head of a table's row or column says which it is
                كل رأس في جدول يبيّن أهو لصف أم لعمود""",
        fault={
            "no-head": """7.5-2: a cell names the head {name}, which is not there
                          7.5-2: خلية تسمّي الرأس {name}، وليس موجوداً""",
            "no-scope": """15-003: a table's head cell has no scope
                           15-003: خلية رأس في جدول لا تذكر مداها""",
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-17": written(
        rule=("no formula is without a text", "لا معادلة بلا نص"),
        fault=("17-002: a formula is tagged", "17-002: معادلة موسومة"),
        hint=OURS,
    ),
    "preflight/matterhorn-19": written(
        rule=("every note has an id of its own", "لكل حاشية معرّف خاص بها"),
        fault={
            "no-id": ("19-003: a note has no id", "19-003: حاشية بلا معرّف"),
            "same-id": ("19-004: two notes have the id {id}", "19-004: حاشيتان بالمعرّف {id}"),
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-20": written(
        rule=("nothing in a PDF can be switched off", "لا شيء في الملف يمكن إخفاؤه"),
        fault=("20-001: the file has optional content", "20-001: في الملف مضمون يمكن إخفاؤه"),
        hint=OURS,
    ),
    "preflight/matterhorn-21": written(
        rule=("no file is embedded in another", "لا ملف مضمَّن في آخر"),
        fault=("21-001: the file has others embedded", "21-001: في الملف ملفات أخرى مضمَّنة"),
        hint=OURS,
    ),
    "preflight/matterhorn-25": written(
        rule=("no form stands in a PDF", "لا استمارة في الملف"),
        fault=("25-001: the file has a form", "25-001: في الملف استمارة"),
        hint=OURS,
    ),
    "preflight/matterhorn-26": written(
        rule=("nothing keeps a screen reader out", "لا شيء يمنع قارئات الشاشة"),
        fault=("26-002: the file is encrypted", "26-002: الملف مشفَّر"),
        hint=OURS,
    ),
    "preflight/matterhorn-28": written(
        rule=("every link has a name and stands in its tag", "لكل رابط اسم، وهو في وسمه"),
        fault={
            "other": """{condition}: an annotation is {kind}, not a link
                        {condition}: ما يُنقر من نوع {kind}، وليس رابطاً""",
            "no-tag": """28-011: a link stands in no tag of its own
                         28-011: رابط ليس في وسم خاص به""",
            "no-name": ("28-012: a link has no name", "28-012: رابط بلا اسم"),
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-30": written(
        rule="""no page draws from another file, and no mark twice
                لا صفحة ترسم من ملف آخر، ولا علامة مكررة""",
        fault={
            "other-file": """30-001: a form shows a page of another file
                             30-001: رسم محفوظ يعرض صفحة من ملف آخر""",
            "twice": """30-002: a form with marked content is drawn twice
                        30-002: رسم محفوظ فيه مضمون موسوم يُرسم مرتين""",
        },
        hint=TEMPLATE,
    ),
    "preflight/matterhorn-31": written(
        rule="""fonts hold every glyph that is shown, as wide as told
                في الخطوط كل رسم حرف ظاهر، وعرضه كما يُذكر""",
        fault={
            "unread": """31-009: {name} cannot be read: “{said}”
                         31-009: تعذّرت قراءة الخط {name}: «{said}»""",
            "missing": """31-030: {name} shows the glyph for a missing character
                          31-030: يُظهر الخط {name} رسم المحرف الناقص""",
            "lacks": """31-011: {name} lacks glyph {glyph}
                        31-011: ينقص الخط {name} رسم الحرف {glyph}""",
            "simple": """31-017: a simple font of type {kind} in {name}
                         31-017: الخط {name} بسيط من النوع {kind}""",
            "encoding": """31-006: an encoding other than Identity-H in {name}
                           31-006: ترميز الخط {name} غير `Identity-H`""",
            "other-type": """31-005: a font of type {kind} in {name}
                             31-005: الخط {name} من النوع {kind}""",
            "no-map": """31-005: no CIDToGIDMap in {name}
                         31-005: ليس للخط {name} الجدول `CIDToGIDMap`""",
            "map": """31-004: a CIDToGIDMap other than Identity in {name}
                      31-004: للخط {name} جدول `CIDToGIDMap` غير `Identity`""",
            "set": ("31-014: a CIDSet in {name}", "31-014: للخط {name} المفتاح `CIDSet`"),
            "width": """31-016: glyph {glyph} of {name} is {width:.0f} wide, not {told:.0f}
                        31-016: عرض رسم الحرف {glyph} في الخط {name} هو {width:.0f}، لا {told:.0f}""",
        },
        hint=OURS,
    ),
    "preflight/tag-links": written(
        rule=("every tag says what it stands in", "كل وسم يسمّي الوسم الذي هو فيه"),
        fault={
            "type": ("6.7.3-2: a tag is of another type", "6.7.3-2: وسم من نوع آخر"),
            "parent": """7.1-12: a tag names another parent than its own
                         7.1-12: وسم يسمّي أصلاً غير أصله""",
        },
        hint=TEMPLATE,
    ),
    "preflight/table-form": written(
        rule="""the rows of a table are of one width, and no cell lies on another
                صفوف الجدول متساوية العرض ولا خلية فوق أخرى""",
        fault={
            "caption": """{requirement}: a caption does not stand at the edge of its {type}
                          {requirement}: عنوان ليس على طرف {type} الذي هو فيه""",
            "twice": """{requirement}: a table has more than one {kind}
                        {requirement}: في جدول أكثر من {kind} واحد""",
            "no-body": """{requirement}: a table has a {kind} and no TBody
                          {requirement}: في جدول {kind} وليس فيه `TBody`""",
            "crossed": """7.2-15: a cell of a table lies on another
                          7.2-15: خلية من جدول فوق أخرى""",
            "uneven": """7.2-43: row {row} of a table has {columns} columns, not {others}
                         7.2-43: أعمدة الصف {row} من جدول {columns}، لا {others}""",
            "below": """7.2-41: a cell of a table reaches below its last row
                        7.2-41: خلية من جدول تجاوز آخر صفوفه""",
        },
        hint=TEMPLATE,
    ),
}
