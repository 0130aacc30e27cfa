"""Complaints of validate: a record that is not as its kind asks.

`UNFIT` are the values that do not fit: the cases of `Unfit`, whoever reads them.
"""

from __future__ import annotations

from press.codes.row import Both, Row

UNFIT: dict[str, Both] = {
    "detail": ("this value does not fit: “{detail}”", "هذه القيمة غير مناسبة: «{detail}»"),
    "map": """keys and values are expected here, not a text or a list
              المطلوب هنا مفاتيح وقيم، لا نص ولا قائمة""",
    "map-of": """keys and values are expected here, as {form}, not a text or a list
                 المطلوب هنا مفاتيح وقيم هكذا: {form}، لا نص ولا قائمة""",
    "list": ("a list is expected here", "المطلوب هنا قائمة"),
    "whole": ("a whole number is expected here", "المطلوب هنا عدد صحيح"),
    "too-few": ("at least {least} must stand here", "أقل ما يُكتب هنا {least}"),
    "record": """a record is a map of keys, not a text or a list
                 السجل مفاتيح وقيم، لا نص ولا قائمة""",
    "value-or-of": """a fact has either a value or `of`, the fields of its record that it vouches for
                      للواقعة إما قيمة وإما `of`، وهو ما تسنده من حقول سجلها""",
    "strange-part": """`says` names the part {part}, which the value does not have
                       يذكر المفتاح `says` الجزء {part}، وليس في القيمة""",
    "strange-whole": """`says` gives one value, and the value of the fact has parts
                        في المفتاح `says` قيمة واحدة، وقيمة الواقعة من أجزاء""",
    "text": """a text is expected here, not a list or a map; one that begins with [ or {{ stands between double quotes
               المطلوب هنا نص، لا قائمة ولا مجموعة مفاتيح، والنص الذي يبدأ بالعلامة `[` أو `{{` يُكتب بين علامتي تنصيص مزدوجتين""",
    "empty-text": """this text is empty; write it or take the key out
                     هذا النص فارغ، فاكتبه أو احذف مفتاحه""",
    "wordy": """this text has {words} words; one has {most} at most, and more are parted into several
                في هذا النص {words} كلمة، وأكثر ما يكون فيه {most}، ويُقسم ما زاد إلى عدة نصوص""",
    "long-title": """this title has {signs} signs; contents, heads and cards have room for {most}
                     في هذا العنوان {signs} حرفاً، وتتسع المحتويات والرؤوس والبطاقات لـ{most}""",
    "symbol": """{text} has not the form that publication.yaml gives to document symbols under `symbols`
                 {text} ليس على الصيغة المكتوبة لرموز الوثائق في `publication.yaml` تحت المفتاح `symbols`""",
    "colour": """{text} is no colour; write it as 8a1c1c, six digits from 0 to 9 and from a to f
                 {text} ليس لوناً، ويُكتب اللون هكذا: `8a1c1c`، ستة من 0 إلى 9 ومن `a` إلى `f`""",
    "language-tag": """{text} is no language tag; write it as fa, pt-BR or zh-Hant
                       {text} ليس رمز لغة، ويُكتب الرمز هكذا: `fa` أو `pt-BR` أو `zh-Hant`""",
    "pattern": """{text} is no regular expression: “{detail}”
                  {text} ليس تعبيراً نمطياً: «{detail}»""",
    "crop": """[{text}] cuts nothing out; write left, top, right and bottom from 0 to 1: [0, 0, 1, 0.8]
               [{text}] لا يقتطع شيئاً، فاكتب اليسار والأعلى واليمين والأسفل من 0 إلى 1: `[0, 0, 1, 0.8]`""",
    "crop-drawing": """{text} is a drawing, of which nothing is cut off; change its viewBox
                       {text} رسم لا يُقتطع منه، فغيّر إطاره (`viewBox`)""",
    "picture-kind": """{text} is no picture of a kind that is printed: {kinds}
                       {text} ليس صورة من نوع يُطبع، والأنواع: {kinds}""",
    "picture-other-kind": """{text} is of the kind {kind} and not what its name says; rename it
                             نوع {text} هو {kind} لا ما يقوله اسمه، فغيّر الاسم""",
    "picture-broken": """{text} cannot be read to its end; export it again
                         لا يُقرأ {text} إلى آخره، فصدّره من جديد""",
    "picture-large": """{text} has more pixels than any poster asks for; store it smaller
                        في {text} من البكسلات أكثر مما يطلبه أي ملصق، فاحفظه أصغر""",
    "drawing-away": """{text} asks for other files, or runs something; export it as a plain drawing
                       يطلب {text} ملفات أخرى أو يشغّل شيئاً، فصدّره رسماً مجرداً""",
    "drawing-element": """{text} holds the element {element}; export it with letters as paths, and no pictures in it
                          في {text} العنصر {element}، فصدّره وحروفه مسارات وليس فيه صور""",
    "drawing-size": """{text} is no SVG that says how large it is; give it a viewBox
                       {text} ليس رسماً من النوع `SVG` يذكر حجمه، فأضف إليه `viewBox`""",
    "face-kind": """{text} is no file of a typeface that is read: {kinds}
                    {text} ليس ملف خط يُقرأ، وأنواع الملفات: {kinds}""",
    "face-broken": """{text} cannot be read as a typeface; fetch it again
                      لا يُقرأ {text} على أنه خط، فأحضر الملف من جديد""",
    "part-twice": ("the part {part} stands twice", "الجزء {part} مكرر"),
    "page-name": """a page cannot be called {id}: a name is of small Latin letters, digits and hyphens, and none of {parts}
                    لا تُسمّى صفحة باسم {id}: الاسم حروف لاتينية صغيرة وأرقام وشرطات، وليس واحداً من: {parts}""",
    "brief-paper": """{text} is no paper for a brief: {papers}, or width and height in mm, [170, 240]
                      {text} ليس ورقاً لموجز، والمتاح: {papers}، أو العرض والارتفاع بالمليمتر: `[170, 240]`""",
    "icon": """{text} is neither a letter nor an SVG file beside the records
               {text} ليس حرفاً ولا ملفاً من النوع `SVG` بجانب السجلات""",
    "no-file": """there is no file {text} in content/
                  لا يوجد ملف باسم {text} في المجلد `content/`""",
    "icon-svg": """{text} is not well-formed SVG: “{detail}”
                   {text} ليس ملفاً سليماً من النوع `SVG`: «{detail}»""",
    "icon-path": """{text} does not hold one path and nothing else
                    المطلوب في {text} مسار واحد (`path`) لا غير""",
    "icon-box": """{text} needs a viewBox that is as wide as it is high
                   المطلوب في {text} إطار (`viewBox`) عرضه كارتفاعه""",
    "face": """a face is a family by its name, or {{files: […]}} beside the records
               الخط اسم عائلة، أو ملفات بجانب السجلات: `{{files: […]}}`""",
    "address": """{text} is no address; it begins with https:// and has no spaces
                  {text} ليس عنواناً، والعنوان يبدأ بـ`https://` ولا مسافة فيه""",
    "paper": """{text} is no paper; write `A1`, `B2`, `Letter` or `Arch D`, or two sides from 90 to 5000 mm as `[850, 2000]`
                {text} ليس ورقاً، فاكتب `A1` أو `B2` أو `Letter` أو `Arch D`، أو ضلعين من 90 إلى 5000 مم هكذا: `[850, 2000]`""",
    "paces": """this is neither `auto` nor `linear` nor a list of up to {most} pairs of dates as `[1514, 1800]`
                هذه ليست `auto` ولا `linear` ولا قائمة من زوجين من التواريخ هكذا `[1514, 1800]`، ولا يزيد عددها على {most}""",
    "between": """{text} is not a number from {least} to {most}, in {unit}
                  {text} ليس عدداً من {least} إلى {most}، والوحدة {unit}""",
    "elsewhere": """{text} does not stand beside the records; copy it into content/
                    {text} ليس بجانب السجلات، فانسخه إلى المجلد `content/`""",
    "empty-map": """this map is empty; name at least one part
                    هذه المفاتيح فارغة، فاذكر جزءاً واحداً على الأقل""",
    "part-map": """a part of a value is a text or a list, not a map
                   جزء القيمة نص أو قائمة، لا مجموعة مفاتيح""",
    "cells": """row {row} has {cells} cells, the table {columns} columns; type < for a cell that is one with the cell before it
                في الصف {row} من الخلايا {cells}، وأعمدة الجدول {columns}، واكتب `<` مكان خلية متصلة بما قبلها""",
    "no-kind": """{kind} is no kind of fact; use one of: {kinds}
                  {kind} ليس نوعاً من أنواع الوقائع، والأنواع هي: {kinds}""",
    "vote": """a vote is typed as 12-0-3 (for-against-abstained), not {text}
               يُكتب التصويت هكذا: `12-0-3`، المؤيدون ثم المعارضون ثم الممتنعون، لا {text}""",
    "years": """a {kind} is typed as 2005-2012, not {text}
                تُكتب القيمة من النوع {kind} هكذا: `2005-2012`، لا {text}""",
    "one-value": """a {kind} is one value, not a list of {count}
                    القيمة من النوع {kind} قيمة واحدة، لا قائمة من {count}""",
    "integer": """{text} is not a whole number in European digits
                  {text} ليس عدداً صحيحاً بالأرقام الأوروبية""",
    "amount": ("{text} is no amount", "{text} ليس مقداراً"),
    "range": ("{text} is no range", "{text} ليس مدى"),
    "no-clock": """{text} is no time of day; times go from 00:00 to 23:59
                   {text} ليس وقتاً من اليوم، والأوقات من `00:00` إلى `23:59`""",
    "no-unit": ("{unit} is no unit", "{unit} ليس وحدة"),
    "no-unit-near": ("{unit} is no unit; type {near}", "{unit} ليس وحدة، فاكتب {near}"),
    "unknown-unit": """{unit} is no unit; units are listed in docs/values.md, things are counted with `counts`, and `is: text` makes it a text
                       {unit} ليس وحدة، والوحدات مذكورة في `docs/values.md`، وتُعدّ الأشياء بالمفتاح `counts`، ويجعله `is: text` نصاً""",
    "range-order": """the range {text} does not run from a smaller figure to a larger
                      المدى {text} لا يبدأ بالأصغر وينتهي بالأكبر""",
    "grouped": """{text} is typed with grouping; type {near}, and it is grouped as the language does
                  في {text} فواصل بين المراتب، فاكتب {near}، وتُفصل مراتبه في الطباعة كما تفصلها اللغة""",
    "comma": ("{text} has a comma in it; type {near}", "في {text} فاصلة، فاكتب {near}"),
    "other-digits": """{text} is typed in other digits; type {near}, and it is printed in the right ones
                       {text} بأرقام أخرى، فاكتب {near}، ويُطبع بالأرقام الصحيحة""",
    "unit-first": """{text} begins with its unit; type {near}
                     تسبق الوحدة العدد في {text}، فاكتب {near}""",
    "unit-in-words": """{text} has a unit or scale in words; type {near}
                        الوحدة أو المرتبة في {text} مكتوبة بكلمة، فاكتب {near}""",
    "no-figure": """{text} begins as a figure and is none; type it as 12.4 m, 0.4–1.2 m or 1.2 million EUR, or add `is: text`
                    يبدأ {text} كما يبدأ العدد وليس عدداً، فاكتبه مثل `12.4 m` أو `0.4–1.2 m` أو `1.2 million EUR`، أو أضف `is: text`""",
    "no-days": """this list of days is empty; write at least one day
                  قائمة الأيام هذه فارغة، فاكتب يوماً واحداً على الأقل""",
    "not-days": """a list of dates holds whole days only; {text} is a {precision:term}
                   لا يُكتب في قائمة التواريخ إلا أيام كاملة، و{text} {precision:term}""",
    "day-twice": ("the day {day} stands twice in this list", "اليوم {day} مكرر في هذه القائمة"),
    "days-order": """the days are out of order: {after} comes before {before}
                     الأيام غير مرتبة: اليوم {after} سابق لليوم {before}""",
    "no-date": """{text} is no date; write it as 2006-08-31, 2006-08 or 2006
                  {text} ليس تاريخاً، والتاريخ يُكتب `2006-08-31` أو `2006-08` أو `2006`""",
    "no-date-near": """{text} is no date; write {near}
                       {text} ليس تاريخاً، فاكتب {near}""",
    "no-date-before-era": """{text} is no date; write {near}, which is {year} before our era
                             {text} ليس تاريخاً، فاكتب {near}، وهي السنة {year} قبل الميلاد""",
    "too-far": """{text} is too far away; years go from -9999 to 9999
                  {text} بعيد جداً، والسنوات من `-9999` إلى `9999`""",
    "first-years": """{text} would begin before our era; write {near}
                      يبدأ {text} قبل الميلاد، فاكتب {near}""",
    "interval-order": """the interval {text} ends before it begins; write {near}
                         تنتهي المدة {text} قبل أن تبدأ، فاكتب {near}""",
    "interval-same": """the interval {text} has one date twice; write {near}
                        تاريخا المدة {text} واحد، فاكتب {near}""",
    "no-month-near": """{text} has the month {month}; months go from 01 to 12; write {near}
                        في {text} الشهر {month}، والأشهر من `01` إلى `12`، فاكتب {near}""",
    "no-time": """{text} has the time {time}; times go from 00:00 to 23:59
                  في {text} الوقت {time}، والأوقات من `00:00` إلى `23:59`""",
    "not-days-but-stretch": """a list of dates holds whole days only; {text} is a {precision:term}; for a stretch of time write {near}
                               لا يُكتب في قائمة التواريخ إلا أيام كاملة، و{text} {precision:term}، وتُكتب المدة هكذا: {near}""",
    "source-list": """a list names sources by their ids; readings are typed as id: reading
                      تُذكر المصادر في القائمة بمعرّفاتها، وتُكتب القراءة هكذا: `id: reading`""",
    "no-month": """{text} has the month {month}; months go from 01 to 12
                   في {text} الشهر {month}، والأشهر من `01` إلى `12`""",
    "no-day": """{text} has the day {day}; the month {month} has {length} days
                 في {text} اليوم {day}، وأيام الشهر {month} عددها {length}""",
    "no-hijri": """{text} is no Hijri date; write it as 1427-08-07, 1139-11 or 1139
                   {text} ليس تاريخاً هجرياً، والتاريخ الهجري يُكتب `1427-08-07` أو `1139-11` أو `1139`""",
    "no-hijri-near": """{text} is no Hijri date; write {near}
                        {text} ليس تاريخاً هجرياً، فاكتب {near}""",
    "no-hijri-day": """{text} has the day {day}; Hijri months have 29 or 30 days
                       في {text} اليوم {day}، وأيام الشهر الهجري 29 أو 30""",
    "noun-map": """a counted noun is a map of its forms
                   يُكتب الاسم المعدود بصوره، لكل صورة مفتاح""",
    "noun-strange": """a counted noun has no {key}; it has {keys}
                       ليس للاسم المعدود المفتاح {key}، ومفاتيحه: {keys}""",
    "noun-lacks": """this counted noun lacks {keys}
                     ينقص هذا الاسم المعدود: {keys}""",
    "noun-gender": """the gender of a noun is one of {genders}, not {text}
                      جنس الاسم أحد هذين: {genders}، لا {text}""",
    "noun-form": ("the form {form} is one text", "الصورة {form} نص واحد"),
    "noun-forms": """the form {form} is one text, or one text for each of {cases}
                     الصورة {form} نص واحد، أو نص لكل من: {cases}""",
}

GUIDE = """the authoring guide shows how each value is typed
           يبيّن دليل التأليف كيف تُكتب كل قيمة"""
_ALLOWED: dict[str, Both] = {
    "": ("allowed: {allowed}", "المتاح: {allowed}"),
    "guess": ("did you mean {guess}? allowed: {allowed}", "لعلك تقصد {guess}؛ والمتاح: {allowed}"),
}

ROWS: dict[str, Row] = {
    "validate/missing-file": Row(
        rule=("a publication has the files that make it", "ملفات المنشور كلها موجودة"),
        fault=("this file is missing", "هذا الملف ناقص"),
        hint="""every publication has one: title, edition, house style
                لكل منشور ملف مثله: العنوان والطبعة والأسلوب المتبع""",
    ),
    "validate/unknown-file": Row(
        rule="""every content file is read by some stage
                لكل ملف من ملفات المحتوى مرحلة تقرؤه""",
        fault=("no stage reads a file of this name", "لا تقرأ أيُّ مرحلة ملفاً بهذا الاسم"),
        hint={
            "": """events are named events/some-id.yaml or events/2006-08-31-some-id.yaml
                   تُسمّى ملفات الأحداث هكذا: `events/2006-08-31-some-id.yaml`""",
            "guess": """did you mean {guess}? events are named events/some-id.yaml or events/2006-08-31-some-id.yaml
                        لعلك تقصد {guess}؛ وتُسمّى ملفات الأحداث هكذا: `events/2006-08-31-some-id.yaml`""",
        },
    ),
    "validate/unknown-key": Row(
        rule="""a record has only the keys that its kind knows
                ليس في السجل إلا المفاتيح المعروفة لنوعه""",
        fault=("there is no key {key} here", "لا يوجد هنا المفتاح {key}"),
        hint=_ALLOWED,
    ),
    "validate/missing-key": Row(
        rule=("a record has the keys that its kind needs", "في السجل كل مفتاح يلزم نوعه"),
        fault=("the key {key} is missing here", "المفتاح {key} ناقص هنا"),
        hint=("add a line `{key}: …`", "أضف سطراً: `{key}: …`"),
    ),
    "validate/not-a-choice": Row(
        rule=("a choice is one of those offered", "الاختيار واحد مما هو معروض"),
        fault="""{typed} is not one of the allowed values of {key}
                 ليس {typed} من القيم المتاحة للمفتاح {key}""",
        hint=_ALLOWED,
    ),
    "validate/wrong-value": Row(
        rule="""a value has the form that its key asks for
                القيمة على الصيغة التي يطلبها مفتاحها""",
        fault=UNFIT,
        hint={
            "": GUIDE,
            "whole": """the value has no parts: leave out the part
                        لا أجزاء للقيمة، فاحذف اسم الجزء""",
            "record": ("indent its keys below its name", "اكتب مفاتيحه مزاحةً تحت اسمه"),
            "value-or-of": ("give exactly one of the two keys", "اكتب أحد المفتاحين وحده"),
            "strange-part": ("the parts are: {parts}", "الأجزاء هي: {parts}"),
            "strange-whole": ("the parts are: {parts}", "الأجزاء هي: {parts}"),
        },
    ),
    "validate/bad-id": Row(
        rule="""an id is made of small Latin letters, digits and hyphens
                المعرّف من حروف لاتينية صغيرة وأرقام وشرطات""",
        fault={
            "": ("{id} cannot be an id", "لا يصلح {id} معرّفاً"),
            "form": """{id} ends as the name of one form of a product does
                       ينتهي {id} بما ينتهي به اسم صيغة من صيغ المخرجات""",
        },
        hint={
            "": """write it with small Latin letters, digits and hyphens alone
                   اكتبه بحروف لاتينية صغيرة وأرقام وشرطات لا غير""",
            "form": ("give the file another name", "سمِّ الملف اسماً آخر"),
        },
    ),
    "validate/duplicate-id": Row(
        rule=("an id belongs to one event", "المعرّف لحدث واحد"),
        fault=("the id {id} is taken already", "المعرّف {id} مستعمل"),
        hint=("it belongs to {first}; rename one of the two", "صاحبه في {first}، فغيّر اسم أحدهما"),
    ),
}
