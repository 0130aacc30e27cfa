"""Complaints of audit: what facts, figures, names and letters do not keep."""

from __future__ import annotations

from press.codes.row import Both, Row

_NEAR: dict[str, Both] = {
    "none": ("add a fact with its source, or take it out", "أضف واقعة بمصدرها، أو احذفه"),
    "own": """the record has {fact} = {value}; write {written} or correct the fact
              في السجل {fact} = {value}، فاكتب {written} أو صحّح الواقعة""",
    "own-line": """the record has {fact} = {value}; write that or correct the fact
                   في السجل {fact} = {value}، فاكتب ذلك أو صحّح الواقعة""",
    "other": """{owner} has {fact} = {value}; write {written} or correct the fact
                في السجل {owner}: {fact} = {value}، فاكتب {written} أو صحّح الواقعة""",
    "other-line": """{owner} has {fact} = {value}; write that or correct the fact
                     في السجل {owner}: {fact} = {value}، فاكتب ذلك أو صحّح الواقعة""",
}

ROWS: dict[str, Row] = {
    "audit/unresolved-fact": Row(
        waits=True,
        rule="""a printed value has a source, and a note where another disagrees
                لكل قيمة مطبوعة مصدر، وحاشية حيث يخالفه غيره""",
        fault={
            "unsaid": """no source says {printed}, as {fact} is printed; {read}
                         لا يقول أيُّ مصدر {printed}، وهكذا تُطبع الواقعة {fact}؛ {read}""",
            "disputed": """the fact {fact} is disputed by {sources} and has no note
                           تخالف الواقعة {fact} مصادر هي {sources}، ولا حاشية لها""",
            "unnamed": """{source} says {value}, which the note of {fact} does not name
                          يقول المصدر {source}: {value}، ولا تذكر ذلك حاشية {fact}""",
            "unnamed-print": """the record prints {value}, which the note of {fact} does not name
                                يطبع السجل {value}، ولا تذكر ذلك حاشية {fact}""",
            "outvoted": """{fact} is printed as {value}, and no fewer sources say {other}
                           تُطبع الواقعة {fact} على أنها {value}، وعدد المصادر التي تقول {other} مساوٍ لعدد مصادرها أو أكبر""",
        },
        hint={
            "unsaid": """print what a source says, or correct the reading that was mistyped
                         اطبع ما يقوله مصدر، أو صحّح القراءة التي كُتبت خطأً""",
            "disputed": """add a `note` that says what is wrong and why we print what we print
                           أضف المفتاح `note` وبيّن فيه موضع الخطأ وسبب طبع ما يُطبع""",
            "unnamed": """let the note say what each source says, or correct the one mistyped
                          اذكر في الحاشية ما يقوله كل مصدر، أو صحّح ما كُتب منه خطأً""",
            "unnamed-print": """let the note say what each source says, or correct the one mistyped
                                اذكر في الحاشية ما يقوله كل مصدر، أو صحّح ما كُتب منه خطأً""",
            "outvoted": """name the source whose reading is printed: `follows: …`, or correct the value
                           سمِّ المصدر الذي تُطبع قراءته: `follows: …`، أو صحّح القيمة""",
        },
        parts={
            "says": ("{source} says {value}", "ويقول {source}: {value}"),
            "unread": ("no reading is typed", "ولم تُكتب قراءة"),
        },
    ),
    "audit/missing-reading": Row(
        waits=True,
        rule="""each source's own reading of a figure is typed beside the value
                قراءة كل مصدر مكتوبة إلى جانب القيمة""",
        fault="""the fact {fact} does not say what {source} says
                 لا تذكر الواقعة {fact} ما يقوله المصدر {source}""",
        hint="""type it from the source, not from the value: `{source}: …`
                انقله من المصدر لا من القيمة: `{source}: …`""",
    ),
    "audit/missing-source": Row(
        waits=True,
        rule=("the date and the symbols of an event have a source", "لتاريخ كل حدث ورموزه مصدر"),
        fault="""no source says the {field} of {event}
                 لا مصدر يذكر المفتاح {field} من الحدث {event}""",
        hint="""add a fact with `of: {field}` and the sources that say it
                أضف واقعة فيها `of: {field}` والمصادر التي تذكره""",
    ),
    "audit/unattributed": Row(
        waits=True,
        rule="""a fact in doubt is given to its source in the same sentence
                الواقعة المشكوك فيها منسوبة إلى قائلها في الجملة نفسها""",
        fault="""the fact {fact} is in doubt and this sentence names nobody for it
                 الواقعة {fact} مشكوك فيها، ولا تسمّي هذه الجملة قائلها""",
        hint=("say who says so, as {words}", "سمِّ قائلها، مثل {words}"),
    ),
    "audit/idle-note": Row(
        rule=("a note speaks of a disagreement that is recorded", "الحاشية تتناول اختلافاً مسجَّلاً"),
        fault="""no source of the fact {fact} disagrees, so this note is not printed
                 لا يخالف الواقعة {fact} مصدر من مصادرها، فلا تُطبع هذه الحاشية""",
        hint="""add what the other source `says`, or make the note a comment
                أضف قول المصدر المخالف في المفتاح `says`، أو اجعل الحاشية تعليقاً""",
    ),
    "audit/unused-fact": Row(
        rule=("a fact is printed somewhere", "كل واقعة مطبوعة في موضع ما"),
        fault=("no text prints the fact {fact}", "لا يطبع أيُّ نص الواقعة {fact}"),
        hint="""write {{{fact}}} or […]{{{fact}}} where it is said, or take it out
                اكتب `{{{fact}}}` أو `[…]{{{fact}}}` حيث تُذكر، أو احذف الواقعة""",
    ),
    "audit/unused-event": Row(
        rule="""an event is told in the brief or stands on the poster
                كل حدث مذكور في الموجز أو في الملصق""",
        fault="""the event {event} is in no chapter of the brief and not on the poster
                 الحدث {event} غير وارد في أيّ فصل من فصول الموجز ولا في الملصق""",
        hint="""add it to the entries of a chapter in brief.yaml
                أضفه إلى مداخل أحد الفصول في الملف `brief.yaml`""",
    ),
    "audit/repeated-event": Row(
        rule=("an event is told once in the brief", "يُروى الحدث في الموجز مرة واحدة"),
        fault=("the event {event} is told twice", "يُروى الحدث {event} مرتين"),
        hint="""it stands in the chapter {chapter} already; keep one of the two
                سبق ذكره في الفصل {chapter}، فأبقِ أحد الموضعين""",
    ),
    "audit/file-name": Row(
        rule=("an event's file is named for its date", "ملف الحدث مسمّى بتاريخه"),
        fault="""the event is dated {date} and its file is named for {named}
                 تاريخ الحدث {date}، وملفه مسمّى بالتاريخ {named}""",
        hint="""rename the file to events/{date}-{event}.yaml, or correct the date
                سمِّ الملف `events/{date}-{event}.yaml`، أو صحّح التاريخ""",
    ),
    "audit/unsourced-number": Row(
        waits=True,
        rule=("a number typed by hand is that of a fact", "كل عدد كُتب باليد عددُ واقعة"),
        fault={
            "anywhere": ("the number {typed} is in no fact", "العدد {typed} غير وارد في أيّ واقعة"),
            "here": """the number {typed} is in no fact of this record
                       العدد {typed} غير وارد في أيّ واقعة من وقائع هذا السجل""",
            "there": """the number {typed} is in no fact of {record}
                        العدد {typed} غير وارد في أيّ واقعة من وقائع {record}""",
            "other": """the number {typed} is in no other fact of this record
                        العدد {typed} غير وارد في واقعة أخرى من وقائع هذا السجل""",
        },
        hint=_NEAR,
    ),
    "audit/unsourced-date": Row(
        waits=True,
        rule=("a date typed by hand is that of a fact", "كل تاريخ كُتب باليد تاريخُ واقعة"),
        fault={
            "anywhere": ("the date {typed} is in no fact", "التاريخ {typed} غير وارد في أيّ واقعة"),
            "here": """the date {typed} is in no fact of this record
                       التاريخ {typed} غير وارد في أيّ واقعة من وقائع هذا السجل""",
            "there": """the date {typed} is in no fact of {record}
                        التاريخ {typed} غير وارد في أيّ واقعة من وقائع {record}""",
            "other": """the date {typed} is in no other fact of this record
                        التاريخ {typed} غير وارد في واقعة أخرى من وقائع هذا السجل""",
            "months": ("{typed} names two different months", "يسمّي {typed} شهرين مختلفين"),
        },
        hint=_NEAR,
    ),
    "audit/unsourced-symbol": Row(
        waits=True,
        rule="""a document symbol typed by hand is that of a record
                كل رمز وثيقة كُتب باليد رمزُ سجل""",
        fault={
            "anywhere": ("the symbol {typed} is in no fact", "الرمز {typed} غير وارد في أيّ واقعة"),
            "here": """the symbol {typed} is in no fact of this record
                       الرمز {typed} غير وارد في أيّ واقعة من وقائع هذا السجل""",
            "there": """the symbol {typed} is in no fact of {record}
                        الرمز {typed} غير وارد في أيّ واقعة من وقائع {record}""",
            "other": """the symbol {typed} is in no other fact of this record
                        الرمز {typed} غير وارد في واقعة أخرى من وقائع هذا السجل""",
        },
        hint=_NEAR,
    ),
    "audit/contradicting-word": Row(
        waits=True,
        rule="""a count in words agrees with the fact that counts the same
                العدد المكتوب بالحروف يوافق الواقعة التي تعدّ الشيء نفسه""",
        fault="""{words} says {number}, the fact {fact} says {value}
                 معنى {words} العدد {number}، وفي الواقعة {fact} العدد {value}""",
        hint=("write {written} or correct the fact", "اكتب {written}، أو صحّح الواقعة"),
    ),
    "audit/faint-colour": Row(
        rule="""a colour is told from what stands behind it
                كل لون يُميَّز مما خلفه""",
        fault="""the contrast of {name} and {behind} is {found}; the least is {least}
                 التباين بين {name} و{behind} هو {found}، وأقله {least}""",
        hint="""make it darker, or what stands behind it lighter
                اجعله أغمق، أو اجعل ما خلفه أفتح""",
    ),
    "audit/same-grey": Row(
        rule="""two actors are told apart without colour
                كل جهتين تُميَّز إحداهما من الأخرى بلا لون""",
        fault={
            "": """{other} has the icon of {one}, and in grey their colours are one
                   أيقونة {other} هي أيقونة {one}، ولوناهما واحد حين يُطبعان رماديين""",
            "near": """in grey the colours of these are one, and the strips and charts of a brief have no icons: {pairs}
                       ألوان هذه الجهات واحدة حين تُطبع رمادية، ولا أيقونات في شرائط الموجز ورسومه: {pairs}""",
        },
        parts={"pair": ("{one} and {other}", "{one} و{other}")},
        hint={
            "": """give one of the two an `icon` of its own, or a colour that is lighter or darker
                   اختر لإحداهما أيقونة (`icon`) أخرى، أو لوناً أفتح أو أغمق""",
            "near": """make one of each pair lighter or darker, or leave it: on cards and in lists the icons tell them apart
                       اجعل لون إحدى كل جهتين أفتح أو أغمق، أو اتركهما: تميّزهما الأيقونات في البطاقات والقوائم""",
        },
    ),
    "audit/variant": Row(
        rule="""a name or term is spelt as its record spells it
                الاسم أو المصطلح مكتوب كما يكتبه سجله""",
        fault="""{wrong} is not how this publication writes {right}
                 لا يُكتب {right} في هذا المنشور هكذا: {wrong}""",
        hint=("write {right}", "اكتب {right}"),
    ),
    "audit/chronology": Row(
        rule="""dates, symbols and terms of office can be true together
                التواريخ والرموز ومدد الولاية لا يناقض بعضها بعضاً""",
        fault={
            "term": """this term ends on {end}, before it begins on {begin}
                       تنتهي مدة الولاية هذه في {end}، قبل أن تبدأ في {begin}""",
            "terms": """this term begins on {begin}, before the one above on {before}
                        تبدأ مدة الولاية هذه في {begin}، قبل بداية التي فوقها في {before}""",
            "year": """the symbol {symbol} is of {year}, its record is dated {date}
                       الرمز {symbol} من سنة {year}، وتاريخ سجله {date}""",
            "span": """the symbol {symbol} is of the time from {opens} to {closes}, its record is dated {date}
                       الرمز {symbol} من المدة الممتدة من {opens} إلى {closes}، وتاريخ سجله {date}""",
            "two-dates": """{symbol} is dated {date} here and {other} at {at}
                            تاريخ {symbol} هنا {date}، وهو {other} في {at}""",
            "numbering": """{symbol} is dated {date}, before {lower}, which has the lower number and is dated {other}
                            تاريخ {symbol} هو {date}، قبل {lower} الأدنى رقماً وتاريخه {other}""",
            "shown": """the words in place of the date {date} do not name the year {year}
                        الكلمات التي تُطبع مكان التاريخ {date} لا تذكر السنة {year}""",
            "hijri": """the Hijri date {hijri} is not that of {date}, which is {computed} in the calendar of Umm al-Qura
                        التاريخ الهجري {hijri} ليس تاريخ {date}، فهو في تقويم أم القرى {computed}""",
            "edition": """this event is dated {date}, after the edition of {edition}
                          تاريخ هذا الحدث {date}، بعد تاريخ الطبعة {edition}""",
            "after": """this event is dated {date}, before {id} of {other}, which its kind comes after
                        تاريخ هذا الحدث {date}، ونوعه يلي نوع الحدث {id}، وتاريخ ذاك {other}""",
        },
        hint={
            "": ("correct the symbol or the date", "صحّح الرمز أو التاريخ"),
            "term": """correct one of the two facts, or turn `from` and `to` round
                       صحّح إحدى الواقعتين، أو اقلب المفتاحين `from` و`to`""",
            "terms": """put the earlier term first, or correct its date
                        قدّم المدة السابقة، أو صحّح تاريخها""",
            "two-dates": ("correct one of the two dates", "صحّح أحد التاريخين"),
            "numbering": """correct the symbol or the date of one of the two
                            صحّح رمز إحدى الوثيقتين أو تاريخها""",
            "shown": """name the year in `shown`, or take the key out
                        اذكر السنة في المفتاح `shown`، أو احذفه""",
            "hijri": """correct one of the two dates; a day more or less depends on the sighting
                        صحّح أحد التاريخين، أما فرق اليوم الواحد فمردّه إلى رؤية الهلال""",
            "edition": """correct the date, or the edition in publication.yaml
                          صحّح التاريخ، أو الطبعة في الملف `publication.yaml`""",
            "after": ("correct one of the two dates", "صحّح أحد التاريخين"),
        },
    ),
    "audit/shared-symbol": Row(
        rule=("a document symbol belongs to one event", "رمز الوثيقة لحدث واحد"),
        fault=("the symbol {symbol} belongs to the event {event}", "الرمز {symbol} للحدث {event}"),
        hint=("correct one of the two, or leave it out here", "صحّح أحدهما، أو احذفه من هنا"),
    ),
    "audit/dead-reference": Row(
        rule=("a reference stands in a text that prints its value", "الإحالة في نص يطبع قيمتها"),
        fault="""{typed} would be printed as it is: this line takes no references
                 يُطبع {typed} كما هو: لا إحالات في هذا السطر""",
        hint=("write the value itself", "اكتب القيمة نفسها"),
    ),
    "audit/hygiene-lookalike": Row(
        rule="""every letter of an Arabic word is an Arabic letter
                حروف الكلمة العربية كلها عربية""",
        fault={
            "letter": """the letter {letter} ({code}) is not Arabic
                         الحرف {letter} ({code}) ليس عربياً""",
            "letters": """the letter {letter} ({code}) is not Arabic; it stands {count} times in this text
                          الحرف {letter} ({code}) ليس عربياً، وقد ورد {count} مرة في هذا النص""",
            "picture": """{code} is the picture of a letter, as copied from a PDF
                          {code} صورة حرف، مما يُنسخ من ملف `PDF`""",
            "pictures": """{code} and others, {count} in this text, are pictures of letters, as copied from a PDF
                           {code} وغيره، وعددها {count} في هذا النص، صور حروف مما يُنسخ من ملف `PDF`""",
            "latin": """the Latin letter {letter} stands in an Arabic word
                        الحرف اللاتيني {letter} في كلمة عربية""",
        },
        hint={
            "letter": """type {right} ({right_code}); a passage in another language is typed {{lang fa: …}}
                         اكتب {right} ({right_code})، ويُكتب المقطع بلغة أخرى هكذا: `{{lang fa: …}}`""",
            "letters": """type {right} ({right_code}); a passage in another language is typed {{lang fa: …}}
                          اكتب {right} ({right_code})، ويُكتب المقطع بلغة أخرى هكذا: `{{lang fa: …}}`""",
            "picture": ("type {right}", "اكتب {right}"),
            "pictures": ("type the text anew", "اكتب النص من جديد"),
            "latin": """type the Arabic letter, or part the two words
                        اكتب الحرف العربي، أو افصل الكلمتين""",
        },
    ),
    "audit/foreign-letters": Row(
        rule="""words in letters of another language are marked with that language
                ما كُتب بحروف لغة أخرى مذكورة لغته""",
        fault={
            "text": """{words} stands in letters of another language, which is not named
                       كُتب {words} بحروف لغة أخرى لم تُذكر""",
            "source": """{words} is written as Arabic is not; the source is in another language
                         لا تكتب العربية {words} هكذا، فالمصدر بلغة أخرى""",
        },
        hint={
            "text": """write {{lang {language}: …}} around it, or name another language that has these letters
                       ضعه هكذا: `{{lang {language}: …}}`، أو اذكر لغة أخرى هذه حروفها""",
            "source": """write `language: {language}`, or another language that has these letters
                         اكتب `language: {language}` أو لغة أخرى هذه حروفها""",
        },
    ),
    "audit/wrong-period": Row(
        rule="""the period of a poster runs forward, and its events stand apart in it
                مدة الملصق تمضي إلى الأمام، وأحداثها متمايزة فيها""",
        fault={
            "turned": """the period ends before it begins, from {first} to {last}
                         تنتهي المدة قبل أن تبدأ، من {first} إلى {last}""",
            "empty": """no event lies in the period from {first} to {last}
                        لا يقع حدث في المدة من {first} إلى {last}""",
            "wide": """the events take less than a hundredth of the period from {first} to {last}
                       تشغل الأحداث أقل من واحد في المائة من المدة من {first} إلى {last}""",
        },
        hint="""type the first year and the last, or leave `period` out: then the events decide
                اكتب أول سنة وآخر سنة، أو احذف `period` فتحددها الأحداث""",
    ),
    "audit/outside-period": Row(
        rule="""an event outside the period of the poster is left out on purpose
                الحدث الذي يقع خارج مدة الملصق متروك عن قصد""",
        fault="""the event {event} lies outside the period of the poster, which does not print it
                 يقع الحدث {event} خارج مدة الملصق، فلا يُطبع فيه""",
        hint="""widen `period` in poster.yaml, or name the event under `omit`
                وسّع `period` في الملف `poster.yaml`، أو اذكر الحدث في `omit`""",
    ),
    "audit/markup": Row(
        rule="""a text holds no signs of Markdown, HTML or the like
                ليس في النص علامات `Markdown` أو `HTML` أو نحوهما""",
        fault="""{signs} would be printed as it is typed
                 يُطبع {signs} كما كُتب""",
        hint="""take the signs out; a style sheet says what is bold, a blank line parts paragraphs
                احذف العلامات؛ فملف الأنماط يحدد ما يُكتب بخط ثقيل، والسطر الفارغ يفصل الفقرات""",
    ),
    "audit/miscopied": Row(
        rule="""no letter was lost or changed by the program that a text was copied from
                لم يضع حرف ولم يتغير في البرنامج الذي نُسخ منه النص""",
        fault={
            "lost": """a letter was lost here: U+FFFD stands in its place
                       ضاع هنا حرف، وفي موضعه `U+FFFD`""",
            "encoding": """{typed} was read in a wrong encoding; {right} was meant
                           قُرئ {typed} بترميز غير ترميزه، والمقصود {right}""",
            "picture": """{typed} is not typed with letters; {right} is
                          ليس {typed} مكتوباً بحروف، والمكتوب بها {right}""",
            "mixed": """{typed} is a letter of another script in a word of Latin letters
                        {typed} حرف من كتابة أخرى في كلمة لاتينية""",
        },
        hint=("type it anew, or copy it again", "اكتبه من جديد، أو أعد نسخه"),
    ),
    "audit/hygiene-digits": Row(
        rule="""digits typed by hand are of the publication's family
                الأرقام المكتوبة باليد من النوع المعتمد في المنشور""",
        fault="""{digits} is not in the digits of this publication, {house:term}
                 ليست الأرقام {digits} من أرقام هذا المنشور، وهي {house:term}""",
        hint="""write a reference, which prints the right digits, or type them so
                اكتب إحالة تطبع الأرقام الصحيحة، أو اكتب العدد بها""",
    ),
    "audit/hygiene-months": Row(
        rule="""a month typed by hand is named as the publication names it
                اسم الشهر المكتوب باليد كما يسمّيه المنشور""",
        fault={
            "two": ("{names} names two different months", "يسمّي {names} شهرين مختلفين"),
            "name": """this publication does not name the month {names}
                       لا يسمّي هذا المنشور الشهر {names}""",
        },
        hint={
            "two": ("write {first} or {second}", "اكتب {first} أو {second}"),
            "name": """write {right}, or a reference, which prints it so
                       اكتب {right}، أو اكتب إحالة تطبعه كذلك""",
        },
    ),
    "audit/hygiene-tatweel": Row(
        rule=("no word is stretched with a tatweel", "لا تُمدّ كلمة بالتطويل"),
        fault=("{word} is stretched with a tatweel", "الكلمة {word} ممدودة بالتطويل"),
        hint="""take it out; justification and styles widen words
                احذف التطويل، فالضبط والأنماط هي التي توسّع الكلمات""",
    ),
    "audit/hygiene-quotes": Row(
        rule=("Arabic words are quoted with guillemets", "الكلمات العربية بين علامتي «»"),
        fault="""the quotation mark {mark} stands in an Arabic text
                 علامة التنصيص {mark} في نص عربي""",
        hint=("write « and »", "اكتب « و»"),
    ),
    "audit/latin-marks": Row(
        rule="""quotation marks are curved, dashes are dashes, a mark stands at its word
                علامات التنصيص والشرطات في النص اللاتيني على صورتها، وكل علامة ملاصقة لكلمتها""",
        fault={
            "quotes": ("the quotation mark {mark} is straight", "علامة التنصيص {mark} مستقيمة"),
            "apostrophe": ("the apostrophe {mark} is straight", "الفاصلة العليا {mark} مستقيمة"),
            "dash": ("{mark} stands for a dash", "تقوم {mark} مقام الشرطة"),
            "before": """a space stands before the mark {mark}
                         قبل العلامة {mark} مسافة""",
            "after": ("no space follows the mark {mark}", "لا مسافة بعد العلامة {mark}"),
            "arabic": ("the mark {mark} is Arabic", "العلامة {mark} عربية"),
        },
        hint={
            "": ("write “ and ”", "اكتب “ و”"),
            "apostrophe": ("write ’", "اكتب ’"),
            "dash": ("write – or a comma", "اكتب – أو فاصلة"),
            "before": ("take the space out", "احذف المسافة"),
            "after": ("type one", "اكتب مسافة بعدها"),
            "arabic": ("write a comma, a semicolon or a question mark", "اكتب العلامة اللاتينية"),
        },
    ),
    "audit/hygiene-punctuation": Row(
        rule="""comma, semicolon and question mark are Arabic in Arabic
                الفاصلة والفاصلة المنقوطة وعلامة الاستفهام عربية""",
        fault=("the mark {mark} is Latin", "العلامة {mark} لاتينية"),
        hint="""type {right}, or a reference in place of a grouped number
                اكتب {right}، أو اكتب إحالة مكان عدد مفصول المراتب""",
    ),
    "audit/hygiene-spacing": Row(
        rule="""a mark stands at the word before it, with a space after it
                لا مسافة قبل علامة الترقيم، وبعدها مسافة""",
        fault={
            "before": ("a space stands before a mark, {mark}", "مسافة قبل علامة الترقيم {mark}"),
            "after": """a space stands after an opening mark, {mark}
                        مسافة بعد علامة فاتحة {mark}""",
            "none": ("no space follows a mark, {mark}", "لا مسافة بعد علامة الترقيم {mark}"),
        },
        hint={
            "": """put the mark at the word before it and one space after it
                   صِل العلامة بالكلمة التي قبلها، واجعل بعدها مسافة واحدة""",
            "after": """put the mark at the word after it and one space before it
                        صِل العلامة بالكلمة التي بعدها، واجعل قبلها مسافة واحدة""",
        },
    ),
    "audit/hygiene-double-space": Row(
        rule=("words are one space apart", "بين الكلمتين مسافة واحدة"),
        fault={
            "spaces": ("{spaces} spaces stand before {word}", "عدد المسافات قبل {word}: {spaces}"),
            "tab": ("a tab stands before {word}", "قبل {word} علامة جدولة"),
        },
        hint={
            "spaces": ("leave one", "أبقِ مسافة واحدة"),
            "tab": """type a space; rows and columns are a `table` under `exhibits`
                      اكتب مسافة؛ والصفوف والأعمدة جدول `table` في `exhibits`""",
        },
    ),
    "audit/hygiene-hamza": Row(
        rule=("common words have their hamza", "الكلمات الشائعة مهموزة كما ينبغي"),
        fault=("{word} lacks its hamza", "الكلمة {word} بلا همزتها"),
        hint=("write {right}", "اكتب {right}"),
    ),
    "audit/hygiene-guillemets": Row(
        rule=("guillemets stand in pairs", "علامات التنصيص أزواج"),
        fault="""{mark} has no {other} in its paragraph
                 العلامة {mark} بلا قرينتها {other} في فقرتها""",
        hint=("close it, or take it out", "أضف قرينتها، أو احذفها"),
    ),
    "audit/hygiene-controls": Row(
        rule=("no character of a text is invisible", "ليس في النص محرف خفي"),
        fault="""the invisible character {code} ({name}) stands here
                 هنا محرف خفي، {code} ({name})""",
        hint=("take it out", "احذفه"),
    ),
}
