"""Complaints of sheet: files, heads, rows and cells that make no record."""

from __future__ import annotations

from press.codes.row import Both, Row

_COLUMNS: Both = """write a line for each column, as `title: Headline`; nothing was written
                    اكتب لكل عمود سطراً مثل `title: Headline`، ولم يُكتب شيء"""

ROWS: dict[str, Row] = {
    "sheet/unread": Row(
        rule=("a spreadsheet can be read", "الجدول قابل للقراءة"),
        fault={
            "missing": ("there is no such file", "لا يوجد ملف بهذا الاسم"),
            "forbidden": ("this file may not be read", "لا يُسمح بقراءة هذا الملف"),
            "large": ("this file is larger than {most} bytes", "يزيد هذا الملف على {most} بايت"),
            "many": ("this sheet has more than {most} cells", "تزيد خلايا هذه الورقة على {most}"),
            "kind": """this is no spreadsheet that is read; {endings} are
                       ليس هذا من الجداول التي تُقرأ، وهي {endings}""",
            "damaged": """this file is damaged, or is no spreadsheet
                          هذا الملف تالف أو ليس جدولاً""",
            "password": ("this file is locked with a password", "هذا الملف مقفل بكلمة سر"),
            "no-sheet": """this file has no sheet {sheet}; it has: {sheets}
                           ليس في هذا الملف ورقة باسم {sheet}، وأوراقه: {sheets}""",
            "empty": ("this sheet is empty", "هذه الورقة خالية"),
            "letters": ("the letters of this file cannot be read", "تعذّرت قراءة حروف هذا الملف"),
            "quotes": """a quotation mark of this file is never closed
                         في هذا الملف علامة تنصيص لم تُغلق""",
        },
        hint={
            "": """open it in a spreadsheet program and save it again as .xlsx or .csv in UTF-8; nothing was written
                   افتحه في برنامج الجداول واحفظه من جديد بصيغة `.xlsx` أو `.csv` بترميز `UTF-8`، ولم يُكتب شيء""",
            "missing": """look at the name and the folder; nothing was written
                          تحقق من الاسم والمجلد، ولم يُكتب شيء""",
            "no-sheet": """name one of its sheets with `--sheet`; nothing was written
                           اذكر إحدى أوراقه بالخيار `--sheet`، ولم يُكتب شيء""",
        },
    ),
    "sheet/bad-columns": Row(
        rule="""the file of `--columns` names fields and heads that there are
                ملف الخيار `--columns` يذكر حقولاً ورؤوساً موجودة""",
        fault={
            "unread": ("this file of columns cannot be read", "تعذّرت قراءة ملف الأعمدة هذا"),
            "form": """this file is no list of `field: head`
                       ليس هذا الملف قائمة من `field: head`""",
            "field": ("there is no field {typed}", "لا يوجد حقل باسم {typed}"),
            "head": ("the sheet has no column {typed}", "ليس في الورقة عمود باسم {typed}"),
            "order": ("{typed} is no order of days and months", "{typed} ليس ترتيباً لليوم والشهر"),
        },
        hint={
            "": """it may be one of {allowed}; nothing was written
                   يجوز أن يكون أحد {allowed}، ولم يُكتب شيء""",
            "unread": _COLUMNS,
            "form": _COLUMNS,
        },
    ),
    "sheet/no-header": Row(
        rule="""the first row of a sheet says what its columns are
                الصف الأول من الورقة يسمّي أعمدتها""",
        fault={
            "title": """no column is the title of the events; the heads are: {heads}
                        لا عمود لعناوين الأحداث، ورؤوس الأعمدة: {heads}""",
            "date": """no column is the date of the events; the heads are: {heads}
                       لا عمود لتواريخ الأحداث، ورؤوس الأعمدة: {heads}""",
            "twice": ("{head} means the same as {first}", "معنى {head} ومعنى {first} واحد"),
        },
        hint={
            "": """call it one of {known}, or say with `--columns` which it is; nothing was written
                   سمِّه بأحد ما يلي: {known}، أو بيّنه بالخيار `--columns`، ولم يُكتب شيء""",
            "twice": """call one of them otherwise, or say with `--columns` which is meant; nothing was written
                        سمِّ أحدهما اسماً آخر، أو بيّن المقصود بالخيار `--columns`، ولم يُكتب شيء""",
        },
    ),
    "sheet/no-title": Row(
        rule=("every row has a title", "لكل صف عنوان"),
        fault=("this row has no title", "لا عنوان لهذا الصف"),
        hint="""type the title of the event; the row was left out
                اكتب عنوان الحدث، وقد تُرك هذا الصف""",
    ),
    "sheet/no-date": Row(
        rule=("every row has a date", "لكل صف تاريخ"),
        fault=("this row has no date", "لا تاريخ لهذا الصف"),
        hint="""type at least the year; the row was left out
                اكتب السنة على الأقل، وقد تُرك هذا الصف""",
    ),
    "sheet/bad-date": Row(
        rule="""a date in a cell is one that there is and that can be read
                التاريخ في الخلية موجود ومقروء""",
        fault={
            "impossible": ("{head}: there is no date {text}", "{head}: لا وجود للتاريخ {text}"),
            "unread": """{head}: {text} is no date that can be read
                         {head}: تعذّرت قراءة التاريخ {text}""",
            "order": """{head}: of {text} nobody knows which is the day and which the month
                        {head}: لا يُعرف في {text} أيهما اليوم وأيهما الشهر""",
            "hijri": """{head}: {text} lies outside the years 1343 to 1500 AH, which can be converted
                        {head}: يقع {text} خارج السنوات من 1343 إلى 1500 للهجرة، وهي التي يمكن تحويلها""",
            "turned": ("{head}: {text} ends before it begins", "{head}: ينتهي {text} قبل أن يبدأ"),
            "clock": """{head}: {text} has a time that is none, or that stands by no day
                        {head}: في {text} ساعة لا وجود لها أو لا يوم لها""",
            "in-text": ("{head}: there is no date {text}", "{head}: لا وجود للتاريخ {text}"),
        },
        hint={
            "": """type it as 2006-04-28, 2006-04 or 2006; the row was left out
                   اكتبه بصورة 2006-04-28 أو 2006-04 أو 2006، وقد تُرك هذا الصف""",
            "order": """type it as 2006-04-28, or put the line `day-order: day-first` into the file of `--columns`; the row was left out
                        اكتبه بصورة 2006-04-28، أو ضع السطر `day-order: day-first` في ملف الخيار `--columns`، وقد تُرك هذا الصف""",
            "hijri": """type the date of the Gregorian calendar; the row was left out
                        اكتب التاريخ الميلادي، وقد تُرك هذا الصف""",
        },
    ),
    "sheet/end-before-start": Row(
        rule=("an event ends after it begins", "ينتهي الحدث بعد أن يبدأ"),
        fault=("the end comes before the start", "تأتي النهاية قبل البداية"),
        hint="""correct one of the two dates; the row was left out
                صحّح أحد التاريخين، وقد تُرك هذا الصف""",
    ),
    "sheet/double-row": Row(
        rule=("no two rows are the same", "لا صفّان متماثلان"),
        fault=("this row is the same as row {first}", "هذا الصف هو الصف {first} نفسه"),
        hint=("delete one of them; this one was left out", "احذف أحدهما، وقد تُرك هذا"),
    ),
    "sheet/mixed-digits": Row(
        rule=("a cell has digits of one family", "أرقام الخلية من نوع واحد"),
        fault="""{head}: the figures {text} are of two families of digits
                 {head}: الأرقام {text} من نوعين""",
        hint="""type all of them in one family; the row was left out
                اكتبها كلها من نوع واحد، وقد تُرك هذا الصف""",
    ),
    "sheet/bracket": Row(
        rule="""square and curly brackets in a text lead to facts
                الأقواس المعقوفة والحاصرة في النص تشير إلى وقائع""",
        fault=("{head}: {text} leads to no fact", "{head}: لا تشير {text} إلى واقعة"),
        hint="""write round brackets; the row was left out
                استعمل القوسين الهلاليين، وقد تُرك هذا الصف""",
    ),
    "sheet/bad-id": Row(
        rule="""an id is made of small letters, digits and hyphens, and no two rows share one
                المعرّف من حروف لاتينية صغيرة وأرقام وشرطات، ولا يشترك فيه صفّان""",
        fault={
            "form": ("{id} is no id", "لا يصلح {id} معرّفاً"),
            "twice": ("row {first} has the id {id} already", "للصف {first} المعرّف {id} من قبل"),
        },
        hint="""type another, as old-bridge; the row was left out
                اكتب غيره، مثل `old-bridge`، وقد تُرك هذا الصف""",
    ),
    "sheet/not-a-choice": Row(
        rule="""rank, kind and actor are some that there are
                الرتبة والنوع والجهة مما هو معروف""",
        fault={
            "rank": ("there is no rank {typed}", "لا توجد رتبة باسم {typed}"),
            "kind": """there is no kind {typed} in content/kinds.yaml
                       لا يوجد نوع باسم {typed} في `content/kinds.yaml`""",
            "actor": """there is no actor {typed} in content/actors.yaml
                        لا توجد جهة باسم {typed} في `content/actors.yaml`""",
        },
        hint="""it may be one of {allowed}; the row was left out
                يجوز أن يكون أحد {allowed}، وقد تُرك هذا الصف""",
    ),
    "sheet/no-media": Row(
        rule="""a medium is an address, or a file beside the sheet
                الوسيط عنوان على الشبكة أو ملف بجوار الجدول""",
        fault={
            "": """there is no file {file} beside the sheet
                   لا يوجد بجوار الجدول ملف باسم {file}""",
            "broken": """the file {file} is damaged, or is no picture
                         الملف {file} تالف أو ليس صورة""",
        },
        hint={
            "": """put the file there, or empty the cell; the row was left out
                   ضع الملف هناك أو أفرغ الخلية، وقد تُرك هذا الصف""",
            "broken": """save the picture again, or empty the cell; the row was left out
                         احفظ الصورة من جديد أو أفرغ الخلية، وقد تُرك هذا الصف""",
        },
    ),
    "sheet/no-value": Row(
        rule=("a formula has its value", "للمعادلة قيمتها"),
        fault="""{head}: the formula in this cell has no value
                 {head}: لا قيمة للمعادلة في هذه الخلية""",
        hint="""open the file in a spreadsheet program, have it calculated and save it, or type the value; the row was left out
                افتح الملف في برنامج الجداول ليُحسب واحفظه، أو اكتب القيمة، وقد تُرك هذا الصف""",
    ),
    "sheet/merged": Row(
        rule=("every cell stands alone", "كل خلية قائمة بنفسها"),
        fault={
            "": ("{head}: this cell is merged with others", "{head}: هذه الخلية مدمجة مع غيرها"),
            "rows": """{head}: this cell is merged with others down to row {last}
                       {head}: هذه الخلية مدمجة مع غيرها حتى الصف {last}""",
        },
        hint={
            "": """unmerge it and type in each cell what belongs there; the row was left out
                   ألغِ الدمج واكتب في كل خلية ما يخصها، وقد تُرك هذا الصف""",
            "rows": """unmerge it and type in each cell what belongs there; none of these rows was taken
                       ألغِ الدمج واكتب في كل خلية ما يخصها، ولم يؤخذ أي من هذه الصفوف""",
        },
    ),
    "sheet/hidden-row": Row(
        rule=("no row is hidden", "لا صف مخفياً"),
        fault=("this row is hidden", "هذا الصف مخفي"),
        hint="""show it if it is meant, or delete it; the row was left out
                أظهره إن كان مقصوداً أو احذفه، وقد تُرك هذا الصف""",
    ),
    "sheet/cell-note": Row(
        rule=("what is to be kept stands in cells", "ما يُراد حفظه مكتوب في الخلايا"),
        fault=("{head}: this cell has a note", "{head}: على هذه الخلية تعليق"),
        hint="""move the note into a column of its own, or delete it; the row was left out
                انقل التعليق إلى عمود خاص به أو احذفه، وقد تُرك هذا الصف""",
    ),
    "sheet/media-address": Row(
        rule=("pictures stand in the project", "الصور محفوظة في المشروع"),
        fault="""media that are addresses: {count}; nothing was fetched
                 وسائط هي عناوين على الشبكة: {count}، ولم يُجلب شيء""",
        hint="""the addresses are kept under `notes-of-import` of the records; save the pictures that you may print beside the sheet and name their files
                حُفظت العناوين في السجلات تحت `notes-of-import`، فاحفظ ما يجوز لك طبعه من الصور بجوار الجدول واذكر أسماء ملفاتها""",
    ),
    "sheet/row-gone": Row(
        rule=("a record that came from a row still has it", "السجل الآتي من صف ما زال صفه قائماً"),
        fault={
            "": ("the row of the record {id} is not there any more", "لم يعد صف السجل {id} موجوداً"),
            "none": ("the sheet has no row of the record {id}", "ليس في الجدول صف للسجل {id}"),
        },
        hint="""the record was kept; delete it if it is no longer wanted
                بقي السجل كما هو، فاحذفه إن لم يعد مطلوباً""",
    ),
    "sheet/record-gone": Row(
        rule=("a row that made a record still has it", "الصف الذي صُنع منه سجل ما زال سجله قائماً"),
        fault=("the record {id} of this row was taken away", "أُزيل السجل {id} الآتي من هذا الصف"),
        hint="""delete the row too, or give it a new id to have it again
                احذف الصف أيضاً، أو أعطه معرّفاً جديداً ليعود""",
    ),
    "sheet/conflict": Row(
        rule="""what was changed in a record is not changed otherwise in its row
                ما غُيّر في السجل لم يُغيّر في صفه تغييراً آخر""",
        fault="""{key} of {id} is “{record}” in the record and “{sheet}” in the sheet
                 قيمة {key} في {id} هي «{record}» في السجل و«{sheet}» في الجدول""",
        hint="""type the same in both; the record was kept as it is
                اكتب القيمة نفسها في الموضعين، وقد بقي السجل كما هو""",
    ),
    "sheet/no-record": Row(
        rule=("a fact belongs to a record", "كل واقعة تابعة لسجل"),
        fault={
            "": ("there is no record {id}", "لا يوجد سجل باسم {id}"),
            "elsewhere": """the record {id} of the project that was exported is not here
                            ليس هنا السجل {id} من المشروع المُصدَّر""",
        },
        hint="""type the id of an event, or the file as the other rows have it; the row was left out
                اكتب معرّف حدث، أو اسم الملف كما في الصفوف الأخرى، وقد تُرك هذا الصف""",
    ),
    "sheet/not-exported": Row(
        rule="""an export writes over nothing that was not imported
                لا يُكتب التصدير فوق ما لم يُستورد بعد""",
        fault={
            "kind": """records are exported as {endings}, and to no other file
                       تُصدَّر السجلات بصيغة {endings} لا غير""",
            "there": """this file is there, and says what the records do not
                        هذا الملف موجود، وفيه ما ليس في السجلات""",
            "folder": ("its folder cannot be made", "تعذّر إنشاء مجلده"),
            "long": """{key} of {id} is longer than the {most} letters that a cell holds
                       يزيد {key} في {id} على {most} حرف، وهو ما تتسع له الخلية""",
        },
        hint={
            "": """name another file; nothing was written
                   اذكر ملفاً آخر، ولم يُكتب شيء""",
            "there": """import it first, or name another file; nothing was written
                        استورده أولاً أو اذكر ملفاً آخر، ولم يُكتب شيء""",
            "long": """export to a .csv file; nothing was written
                       صدّر السجلات إلى ملف بصيغة `.csv`، ولم يُكتب شيء""",
        },
    ),
    "sheet/second-title": Row(
        rule=("one row names the whole", "صف واحد يسمّي المنشور كله"),
        fault=("row {first} is the title already", "الصف {first} هو العنوان من قبل"),
        hint="""empty its cell of the type, or delete it; the row was left out
                أفرغ خلية النوع فيه أو احذفه، وقد تُرك هذا الصف""",
    ),
    "sheet/kept": Row(
        rule="""title and eras are the same in the sheet and in the records
                العنوان والحقب في الجدول وفي السجلات سواء""",
        fault={
            "title": """the sheet is called “{sheet}”, and content/publication.yaml “{record}”
                        العنوان في الجدول «{sheet}»، وفي `content/publication.yaml` «{record}»""",
            "eras": """the eras of the sheet are not those of content/poster.yaml
                       الحقب في الجدول غير الحقب في `content/poster.yaml`""",
            "no-poster": """the sheet has eras, and there is no content/poster.yaml
                            في الجدول حقب، ولا يوجد الملف `content/poster.yaml`""",
        },
        hint="""the record was kept as it is; type there what is meant
                بقي السجل كما هو، فاكتب فيه ما هو مقصود""",
    ),
}
