"""Complaints of PDF/A-2: what a file may not hold that is to be kept."""

from __future__ import annotations

from press.codes.preflight.shared import OURS, TEMPLATE, written
from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/archive-syntax": written(
        rule=("every byte of a PDF stands where it should", "كل بايت من الملف في موضعه"),
        fault={
            "head": """6.1.2-1: the file does not begin with %PDF-1.n and the end of a line
                       6.1.2-1: لا يبدأ الملف بالسطر `%PDF-1.n`""",
            "comment": """6.1.2-2: no line of four bytes above 127 follows the header
                          6.1.2-2: لا يلي رأس الملف سطر من أربعة بايتات فوق 127""",
            "table": """6.1.4-2: the table is not spaced as it should be
                        6.1.4-2: جدول المواضع على غير مسافاته""",
            "start": """6.1.4-2: the end does not say where the table is
                        6.1.4-2: لا يذكر آخر الملف موضع الجدول""",
            "neither": """6.1.9-1: at byte {at} stands what is neither an object nor the end
                          6.1.9-1: عند البايت {at} ما ليس كائناً ولا آخر الملف""",
            "after": """6.1.3-3: {at} bytes stand after the end
                        6.1.3-3: بعد آخر الملف من البايتات {at}""",
            "no-digit": """6.1.6-2: a string in brackets holds what is no digit
                           6.1.6-2: في نص مرمَّز ما ليس رقماً""",
            "odd": """6.1.6-1: a string in brackets has an odd number of digits
                      6.1.6-1: عدد أرقام نص مرمَّز فردي""",
            "end": """6.1.9-1: object {at} does not end on a line of its own
                      6.1.9-1: لا ينتهي الكائن {at} في سطر خاص به""",
            "stream-end": """6.1.7.1-2: the end of object {at} does not stand on lines of its own
                             6.1.7.1-2: آخر الكائن {at} ليس في سطور خاصة به""",
            "length": """6.1.7.1-1: object {at} is not as long as it says
                         6.1.7.1-1: طول الكائن {at} غير ما يذكره""",
            "unpacked": """6.1.7.2-1: object {at} cannot be unpacked
                           6.1.7.2-1: لا يمكن فكّ ضغط الكائن {at}""",
        },
        hint=OURS,
    ),
    "preflight/archive-file": written(
        rule="""a PDF has an identifier and keeps its data in itself
                للملف معرّف، وبياناته كلها فيه""",
        fault={
            "id": ("6.1.3-1: the file has no identifier", "6.1.3-1: ليس للملف معرّف"),
            "outside": """6.1.7.1-3: object {number} keeps its data in another file
                          6.1.7.1-3: بيانات الكائن {number} في ملف آخر""",
        },
        hint=OURS,
    ),
    "preflight/archive-bare": written(
        rule="""a PDF holds nothing that runs, moves, signs or hides
                ليس في الملف عنصر يعمل أو يتحرك أو يُخفى، ولا توقيع""",
        fault=("{requirement}: the file has {name}", "{requirement}: في الملف {name}"),
        hint=OURS,
    ),
    "preflight/archive-limits": written(
        rule="""nothing in a PDF is larger than every reader can hold
                لا شيء في الملف أكبر مما تسعه برامج القراءة كلها""",
        fault={
            "great": """{requirement}: the number {number} is too great
                        {requirement}: العدد {number} أكبر مما تسعه برامج القراءة""",
            "small": ("6.1.13-5: a number is too close to zero", "6.1.13-5: عدد قريب جداً من الصفر"),
            "string": ("6.1.13-3: a string has {bytes} bytes", "6.1.13-3: نص طوله {bytes} بايت"),
            "name": """6.1.8-1: the name {name} is not UTF-8
                       6.1.8-1: الاسم {name} ليس بترميز `UTF-8`""",
            "name-long": """6.1.13-4: the name {name} … has {bytes} bytes
                            6.1.13-4: الاسم {name} … طوله {bytes} بايت""",
            "objects": """6.1.13-7: the file has more than {most} objects
                          6.1.13-7: في الملف أكثر من {most} كائناً""",
            "states": """6.1.13-8: {deep} states are kept at once; readers keep {deepest}
                         6.1.13-8: عدد الحالات المحفوظة معاً {deep}، وبرامج القراءة تحفظ {deepest}""",
            "sides": """6.1.13-11: the {name} is too small or too large
                        6.1.13-11: الحدّ {name} أصغر أو أكبر مما ينبغي""",
        },
        hint={
            "": OURS,
            "states": """set the elements less deep in each other
                         قلّل تداخل العناصر بعضها في بعض""",
        },
    ),
    "preflight/archive-content": written(
        rule="""a page asks for nothing unknown and nothing that is not there
                الصفحة لا تطلب ما لا يُعرف ولا ما ليس في الملف""",
        fault={
            "inline-image": """6.1.10-1: an image stands in the text of the page; we make none
                               6.1.10-1: صورة في متن الصفحة؛ ولا يصنع ورّاق مثلها""",
            "odd": """6.1.6-1: a string has an odd number of digits
                      6.1.6-1: عدد أرقام نص مرمَّز فردي""",
            "states": """6.2.2-1: states are given back that were not kept, or kept for good
                         6.2.2-1: حالات تُعاد ولم تُحفظ، أو تُحفظ ولا تُعاد""",
            "operator": """6.2.2-1: {operator} is no operator
                           6.2.2-1: ليس {operator} أمراً من أوامر الرسم""",
            "intent": ("6.2.6-1: {name} is no intent", "6.2.6-1: ليس {name} هدف عرض"),
            "resource": """6.2.2-2: {name} is not among the resources
                           6.2.2-2: ليس {name} في موارد الصفحة""",
        },
        hint=OURS,
    ),
    "preflight/archive-colours": written(
        rule="""colours are those of the output intent or of a sound profile
                الألوان ألوان هدف الإخراج أو لها تعريف سليم""",
        fault={
            "profiles": """6.2.3-2: the output intents name different profiles
                           6.2.3-2: أهداف الإخراج تسمّي ملفات تعريف مختلفة""",
            "intent-unknown": """6.2.3-1: the profile of the output intent is none that PDF/A admits
                                 6.2.3-1: ملف تعريف هدف الإخراج ليس مما يقبله معيار `PDF/A`""",
            "intent-inks": """6.2.3-1: the profile of the output intent has another number of inks than it says
                              6.2.3-1: عدد الأحبار في ملف تعريف هدف الإخراج غير ما يذكره""",
            "profile-unknown": """6.2.4.2-1: a profile is none that PDF/A admits
                                  6.2.4.2-1: ملف تعريف ألوان ليس مما يقبله معيار `PDF/A`""",
            "profile-inks": """6.2.4.2-1: a profile has another number of inks than it says
                               6.2.4.2-1: عدد الأحبار في ملف تعريف ألوان غير ما يذكره""",
            "device": """{requirement}: {name} is drawn, and the output intent is not
                         {requirement}: في الرسم ألوان {name} وليس هدف الإخراج منها""",
        },
        hint=OURS,
    ),
    "preflight/archive-graphics": written(
        rule="""blends and images are such as every reader shows alike
                المزج والصور مما تعرضه برامج القراءة كلها عرضاً واحداً""",
        fault={
            "transfer": """6.2.5-1: a state has a transfer function
                           6.2.5-1: في حالة من حالات الرسم دالة نقل""",
            "blend": ("6.2.10-1: {mode} is no blend mode", "6.2.10-1: ليس {mode} طريقة مزج معروفة"),
            "overprint": """6.2.4.2-2: inks of nothing leave what lies under them; we print over none
                            6.2.4.2-2: حبر مقداره صفر لا يمحو ما تحته، ولا يطبع ورّاق فوق شيء""",
            "other": """6.2.9-3: what is drawn is neither an image nor a form
                        6.2.9-3: ما يُرسم ليس صورة ولا رسماً محفوظاً""",
            "program": """6.2.9-1: a form brings a program of its own
                          6.2.9-1: رسم محفوظ فيه برنامج خاص به""",
            "interpolated": """6.2.8-3: an image is interpolated
                               6.2.8-3: صورة تُستكمل نقاطها عند العرض""",
            "mask-depth": """6.2.8-5: a mask has {depth} bits a pixel
                             6.2.8-5: في القناع {depth} بت للبكسل""",
            "depth": """6.2.8-4: an image has {depth} bits a colour
                        6.2.8-4: في الصورة {depth} بت للّون""",
        },
        hint=OURS,
    ),
    "preflight/archive-fonts": written(
        rule=("every font says what it is", "كل خط يقول ما هو"),
        fault={
            "type": """6.2.11.2-1: a font does not say that it is one
                       6.2.11.2-1: خط لا يذكر أنه خط""",
            "name": ("6.2.11.2-3: a font has no name", "6.2.11.2-3: خط بلا اسم"),
            "program": """6.2.11.2-7: a font's program is of another kind
                          6.2.11.2-7: برنامج خط من نوع آخر""",
        },
        hint=OURS,
    ),
    "preflight/archive-private-use": written(
        rule=("no glyph stands for a private character", "لا رسم حرف يقابله محرف خاص"),
        fault="""6.2.11.7.3-1: {name} has private characters
                 6.2.11.7.3-1: في الخط {name} محارف خاصة""",
        hint=OURS,
    ),
    "preflight/archive-annotations": written(
        rule=("what can be clicked is printed and seen", "ما يُنقر مطبوع ظاهر"),
        fault={
            "silent": """6.3.2-1: an annotation does not say whether it prints
                         6.3.2-1: شيء يُنقر لا يذكر هل يُطبع""",
            "unseen": """6.3.2-2: an annotation is not printed, or not seen
                         6.3.2-2: شيء يُنقر غير مطبوع أو غير ظاهر""",
            "action": """6.5.1-1: the file does something when it is opened
                         6.5.1-1: يعمل الملف شيئاً عند فتحه""",
        },
        hint=OURS,
    ),
    "preflight/archive-metadata": written(
        rule=("both kinds of metadata say the same", "نوعا البيانات الوصفية متفقان"),
        fault="""6.6.3: {key} is {old} in one place and {new} in the other
                 6.6.3: قيمة {key} هي {old} في موضع و{new} في الآخر""",
        hint=TEMPLATE,
    ),
    "preflight/archive-schemas": written(
        rule="""every property of the metadata is known or described
                كل خاصية في البيانات الوصفية معروفة أو موصوفة""",
        fault={
            "type": """6.6.2.1-1: the metadata does not say that it is
                       6.6.2.1-1: لا تذكر البيانات الوصفية نوعها""",
            "head": """{requirement}: the metadata says its {word} in its first line
                       {requirement}: تذكر البيانات الوصفية {word} في سطرها الأول""",
            "packet": """6.6.2.1-4: the metadata is no packet with a head and an end
                         6.6.2.1-4: ليست البيانات الوصفية حزمة لها أول وآخر""",
            "encoding": """6.6.2.1-5: the metadata is not UTF-8
                           6.6.2.1-5: ليست البيانات الوصفية بترميز `UTF-8`""",
            "xml": """6.6.2.1-4: the metadata is no XML: “{said}”
                      6.6.2.1-4: ليست البيانات الوصفية سليمة بصيغة `XML`: «{said}»""",
            "words": """6.6.2.1-4: the metadata holds words between properties
                        6.6.2.1-4: في البيانات الوصفية كلمات بين الخصائص""",
            "prefix": """{requirement}: the prefix {used} must be {prefix}
                         {requirement}: السابقة {used} ينبغي أن تكون {prefix}""",
            "unknown": """6.6.2.3.1-1: {name} is neither known nor described
                          6.6.2.3.1-1: الخاصية {name} غير معروفة ولا موصوفة""",
            "schema": """6.6.2.3.3-3: the description of a schema lacks a field
                         6.6.2.3.3-3: في وصف مخطط حقل ناقص""",
            "property": """6.6.2.3.3-8: the description of a property lacks a field
                           6.6.2.3.3-8: في وصف خاصية حقل ناقص""",
            "value-type": """6.6.2.3.3-9: a property is of no type that we know
                             6.6.2.3.3-9: خاصية من نوع غير معروف""",
            "category": """6.6.2.3.3-10: a property is neither internal nor external
                           6.6.2.3.3-10: خاصية لا يُذكر أداخلية هي أم خارجية""",
            "unlisted": """6.6.2.3.1-2: {name} is not held in a list {kind}
                           6.6.2.3.1-2: الخاصية {name} ليست في قائمة من نوع {kind}""",
            "listed": """6.6.2.3.1-2: {name} is not held plainly
                         6.6.2.3.1-2: الخاصية {name} ليست قيمة مفردة""",
            "no-language": """6.6.2.3.1-2: {name} does not say its language
                              6.6.2.3.1-2: الخاصية {name} لا تذكر لغتها""",
        },
        hint=TEMPLATE,
    ),
}
