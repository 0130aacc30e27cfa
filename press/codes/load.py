"""Complaints of load: a content file that cannot be read."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "load/not-utf8": Row(
        rule=("a content file is text in UTF-8", "ملف المحتوى نص مرمَّز بترميز `UTF-8`"),
        fault=("this file is not text in UTF-8", "هذا الملف ليس نصاً مرمَّزاً بترميز `UTF-8`"),
        hint=("save it again with the encoding UTF-8", "احفظه من جديد بترميز `UTF-8`"),
    ),
    # What stands where a record, template or style sheet is expected: press/files.py.
    "load/not-a-file": Row(
        rule="""every record, template and style sheet is a file of the project
                كل سجل وقالب وملف أنماط ملف من المشروع نفسه""",
        fault={
            "outside": """this is a link to something outside the project, which is not read
                          هذه وصلة إلى ما هو خارج المشروع، وما خارجه لا يُقرأ""",
            "broken": """this is a link that leads nowhere
                         هذه وصلة لا تؤدي إلى شيء""",
            "folder": """this is a folder with the name of a file
                         هذا مجلد يحمل اسم ملف""",
            "linked-folder": """this is a link to a folder, and what is in it would not be read
                                هذه وصلة إلى مجلد، ولا يُقرأ ما فيه""",
            "special": """this is a pipe, a socket or a device, not a file
                          هذا مجرى أو مقبس أو جهاز، وليس ملفاً""",
            "forbidden": """this file may not be read
                            هذا الملف لا يُسمح بقراءته""",
        },
        hint={
            "outside": """copy the file into the project
                          انسخ الملف إلى داخل المشروع""",
            "broken": """take the link away, or copy the file here
                         احذف الوصلة، أو انسخ الملف إلى هذا الموضع""",
            "folder": """give the folder another name, or take it away
                         سمِّ المجلد اسماً آخر، أو انقله من هنا""",
            "linked-folder": """copy the folder into the project
                                انسخ المجلد إلى داخل المشروع""",
            "special": """take it away
                          أزله من هنا""",
            "forbidden": """allow reading with the command `chmod u+r`
                            اسمح بقراءته بالأمر `chmod u+r`""",
        },
    ),
    # The bounds of press/content/load.py: a file that is larger is no work of an editor's hand.
    "load/too-much": Row(
        rule="""a content file is not larger, deeper or fuller than anybody would type it
                ملف المحتوى لا يزيد حجماً ولا عمقاً ولا عدداً على ما يكتبه محرر""",
        fault={
            "large": """this file is larger than {most} bytes
                        يزيد حجم هذا الملف على {most} بايت""",
            "deep": """lists and maps stand more than {most} levels deep in each other
                       القوائم ومجموعات المفاتيح متداخلة هنا أكثر من {most} مستوى""",
            "long": """more than {most} signs stand here without a space
                       هنا أكثر من {most} علامة بلا مسافة بينها""",
            "many": """this file stands for more than {most} values; an alias may stand for many, or for itself
                       يمثل هذا الملف أكثر من {most} قيمة، وقد يمثل المرجع المكرر قيماً كثيرة أو يمثل نفسه""",
        },
        hint={
            "large": """divide it into several files
                        قسِّمه إلى عدة ملفات""",
            "deep": """a bracket was left open, or this is no file of records
                       لعل قوساً لم يُغلق، أو لعل هذا الملف ليس ملف سجلات""",
            "long": """this is no text: take it out
                       ليس هذا نصاً، فاحذفه""",
            "many": """type the values instead of `&name` and `*name`
                       اكتب القيم نفسها بدلاً من `&name` و`*name`""",
        },
    ),
    "load/not-yaml": Row(
        rule=("a content file is well-formed YAML", "ملف المحتوى سليم بصيغة `YAML`"),
        fault={
            "said": """this is not well-formed YAML: “{said}”
                       هذا غير سليم بصيغة `YAML`، وقال قارئها: «{said}»""",
            "sign": """a value that begins with {sign} is not read as a text
                       القيمة التي تبدأ بالعلامة {sign} لا تُقرأ نصاً""",
            "quoted": """more stands here behind the text between {sign} and {sign}
                         هنا كلام بعد النص الذي بين {sign} و{sign}""",
            "colon": """a colon and a space stand in this value, as behind a key
                        في هذه القيمة نقطتان بعدهما مسافة، كما بعد المفتاح""",
            "no-space": """no space follows the colon of this key
                           لا مسافة بعد نقطتي هذا المفتاح""",
            "merge": """two versions of this file were joined here and the marks {sign} left in it
                        جُمعت هنا نسختان من هذا الملف وبقيت فيه العلامات {sign}""",
            "tab": """a tab stands here, where spaces indent the line
                      هنا علامة جدولة، وإزاحة السطر مسافات""",
            "unclosed": """the text that begins here with {sign} is closed nowhere
                           النص الذي يبدأ هنا بالعلامة {sign} لا يُغلق في موضع""",
            "document": """a second record would begin here, behind ---
                           هنا يبدأ سجل ثانٍ بعد `---`""",
            "deeper": """this line stands further in than the one above, which has its value already
                         هذا السطر أبعد إزاحةً من السطر الذي فوقه، ولذلك السطر قيمته""",
            "between": """this line begins where no key above it does
                          هذا السطر يبدأ حيث لا يبدأ مفتاح فوقه""",
            "no-key": """this line has no key, and no text goes on in it
                         ليس في هذا السطر مفتاح، ولا يتصل به نص قبله""",
            "unread": """this is not well-formed YAML: it cannot be read
                         هذا غير سليم بصيغة `YAML`: لا يمكن قراءته""",
        },
        hint={
            "sign": """put the whole value between double quotes
                       ضع القيمة كلها بين علامتي تنصيص مزدوجتين""",
            "quoted": """put the whole value between quotes, and double those that stand in it
                         ضع القيمة كلها بين علامتي تنصيص، وكرّر ما يقع منها في النص""",
            "colon": """put the whole value between double quotes
                        ضع القيمة كلها بين علامتي تنصيص مزدوجتين""",
            "no-space": """type a colon and a space behind the key, as `title: …`
                           اكتب بعد المفتاح نقطتين ومسافة، مثل `title: …`""",
            "merge": """keep the lines of one version, and take out these marks and the other's lines
                        أبقِ سطور إحدى النسختين، واحذف هذه العلامات وسطور الأخرى""",
            "tab": ("type spaces in place of the tab", "اكتب مسافات في موضع علامة الجدولة"),
            "unclosed": """type the same sign at the end of the text
                           اكتب العلامة نفسها في آخر النص""",
            "document": """take the line out; each record is a file of its own
                           احذف السطر، فلكل سجل ملفه""",
            "deeper": """let it begin in the same column as its neighbours
                         ابدأه من عمود جيرانه""",
            "between": """let it begin in the same column as its neighbours
                          ابدأه من عمود جيرانه""",
            "no-key": """a text that goes on is typed further in than its key; a key ends with a colon and a space
                         ما يتصل بنص قبله يُكتب أبعد من مفتاحه إزاحةً، وينتهي المفتاح بنقطتين ومسافة""",
            "": """look for a missing colon or quote, a tab, or a line that is indented wrongly
                   ابحث عن نقطتين أو علامة تنصيص ناقصة، أو علامة جدولة، أو سطر في غير إزاحته""",
        },
    ),
    "load/invisible": Row(
        rule="""nothing that cannot be seen stands in a key, a short value or an indentation
                لا يقع ما لا يُرى في مفتاح أو قيمة قصيرة أو إزاحة سطر""",
        fault={
            "line-end": """{code} ({name}) stands here, where YAML ends the line
                           هنا {code} ({name})، وعنده ينتهي السطر بصيغة `YAML`""",
            "space": """{code} ({name}) stands here in place of a space
                        هنا {code} ({name}) في موضع مسافة""",
            "control": """the sign {code} ({name}), which no text has, stands here
                          هنا {code} ({name})، وليس من علامات النصوص""",
            "mark": """the invisible sign {code} ({name}) stands here
                       هنا علامة لا تُرى، هي {code} ({name})""",
            "hyphen": """{code} ({name}) stands here in place of a hyphen
                         هنا {code} ({name}) في موضع شرطة""",
        },
        hint={
            "line-end": ("take it out, or end the line there", "احذفها، أو أنهِ السطر عندها"),
            "space": ("type a space", "اكتب مسافة"),
            "mark": ("take it out", "احذفها"),
            "control": ("take it out", "احذفها"),
            "hyphen": ("type -", "اكتب `-`"),
        },
    ),
    "load/lost-comment": Row(
        rule="""no comment cuts off a text that is printed
                لا يقطع تعليق نصاً يُطبع""",
        fault="""the rest of this line, from # on, is a comment and would not be printed
                 بقية هذا السطر من العلامة `#` تعليق، ولا تُطبع""",
        hint="""put the whole text between double quotes, or the comment on a line of its own
                ضع النص كله بين علامتي تنصيص مزدوجتين، أو التعليق في سطر وحده""",
    ),
    "load/grouped-figure": Row(
        rule="""a figure in a list is typed without commas
                يُكتب الرقم في القائمة دون فاصلة بين آلافه""",
        fault="""{typed} is read as two values of this list
                 يُقرأ {typed} قيمتين من هذه القائمة""",
        hint="""type {right}; two values have a space between them
                اكتب {right}، وبين القيمتين مسافة""",
    ),
    "load/arabic-comma": Row(
        rule="""the values of a list are parted by the comma of YAML
                تفصل بين قيم القائمة فاصلة `YAML`""",
        fault="""an Arabic comma stands here, and what it parts is read as one value of this list
                 هنا فاصلة عربية، وما تفصله يُقرأ قيمة واحدة من هذه القائمة""",
        hint="""type , between values; a value that holds ، stands between double quotes
                اكتب `,` بين القيم، وضع القيمة التي فيها «،» بين علامتي تنصيص مزدوجتين""",
    ),
    "load/not-a-map": Row(
        rule=("a content file holds keys and values", "ملف المحتوى مفاتيح وقيم"),
        fault="""this file holds no `key: value` lines
                 ليس في هذا الملف سطور من مفتاح وقيمة""",
        hint=("begin with a line such as `title: …`", "ابدأه بسطر مثل `title: …`"),
    ),
    "load/duplicate-key": Row(
        rule=("a key stands once in its map", "لا يتكرر مفتاح في موضع واحد"),
        fault=("the key {key} stands here a second time", "المفتاح {key} مكرر هنا"),
        hint="""it was first typed at {first}; keep one of the two
                سبقت كتابته في {first}، فأبقِ أحدهما""",
    ),
    "load/key-not-text": Row(
        rule=("a key is a word", "المفتاح كلمة"),
        fault="""a key must be a word, not a list or a map
                 ينبغي أن يكون المفتاح كلمة، لا قائمة ولا مجموعة مفاتيح""",
        hint="""put the text with {{ }} or [ ] between double quotes
                ضع النص الذي فيه `{{ }}` أو `[ ]` بين علامتي تنصيص مزدوجتين""",
    ),
}
