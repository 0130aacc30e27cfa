"""Complaints of preflight: what a printer or reader would find in a finished file."""

from __future__ import annotations

from press.codes.row import Both, Row

# Where the fault is ours: nothing that an editor types can mend it.
OURS: Both = (
    "build it again with --force; if it stays, it is a fault of the program: report it with this line",
    "أعد البناء بالخيار `--force`، فإن بقي فهو خلل في البرنامج، فأبلغ عنه بهذا السطر",
)
# Where a template or a style sheet of the publication may be at fault.
_TEMPLATE: Both = (
    "if you have templates or styles of your own, compare them with ours; else it is a fault of the program: report it with this line",
    "إن كانت لك قوالب أو أنماط خاصة بك فقارنها بقوالبنا وأنماطنا، وإلا فهو خلل في البرنامج، فأبلغ عنه بهذا السطر",
)
# A rule on the file as it is written met something of another kind than a PDF has there.
_FOREIGN: Both = (
    "7.3: the file holds what no PDF has there: “{said}”",
    "7.3: في الملف ما ليس في مثله: «{said}»",
)

ROWS: dict[str, Row] = {
    "preflight/syntax": Row(
        rule=("a finished PDF is well formed", "الملف سليم البنية"),
        fault={
            "damaged": ("the file is damaged: “{said}”", "الملف مختلّ: «{said}»"),
            "unopened": ("the file cannot be opened: “{said}”", "لا يمكن فتح الملف: «{said}»"),
        },
        hint=OURS,
    ),
    "preflight/page-count": Row(
        rule=(
            "a PDF has the pages that were typeset, a poster one",
            "في الملف الصفحات التي نُضدت، وفي الملصق صفحة واحدة",
        ),
        fault={
            "typeset": (
                "the file has {pages} pages, {typeset} were typeset",
                "في الملف من الصفحات {pages}، والمنضود منها {typeset}",
            ),
            "runs-over": (
                "the poster runs over {pages} pages; it is one",
                "صفحات الملصق {pages}، وينبغي أن يكون صفحة واحدة",
            ),
        },
        hint={
            "typeset": OURS,
            "runs-over": (
                "shorten a text, or mend styles/poster.css",
                "اختصر نصاً، أو أصلح الملف `styles/poster.css`",
            ),
        },
    ),
    "preflight/page-size": Row(
        rule=("every page is cut to its paper", "كل صفحة بمقاس ورقها"),
        fault={
            "paper": (
                "the {name} is {wide:.1f} × {high:.1f} mm; the paper is {width:.0f} × {height:.0f} mm",
                "مقاس {name} هو {wide:.1f} في {high:.1f} مم، ومقاس الورق {width:.0f} في {height:.0f} مم",
            ),
            "boxes": (
                "the TrimBox does not lie on the MediaBox",
                "الحدّان `TrimBox` و`MediaBox` غير متطابقين",
            ),
        },
        hint={
            "paper": (
                "see `size` of @page in the style sheet",
                "انظر `size` في `@page` من ملف الأنماط",
            ),
            "boxes": (
                "see `bleed` of @page in the style sheet",
                "انظر `bleed` في `@page` من ملف الأنماط",
            ),
        },
    ),
    "preflight/fonts-embedded": Row(
        rule=("every font is embedded, as a subset", "كل خط مضمَّن، بما استُعمل منه فقط"),
        fault={
            "absent": ("the font {name} is not embedded", "الخط {name} غير مضمَّن"),
            "whole": ("the font {name} is embedded whole", "الخط {name} مضمَّن كله"),
        },
        hint=OURS,
    ),
    "preflight/tagged": Row(
        rule=("a PDF is tagged for screen readers", "الملف موسوم لقارئات الشاشة"),
        fault={
            "mark": ("the file is not marked as tagged", "لا يذكر الملف أنه موسوم"),
            "tags": (
                "the file has no tags: a screen reader cannot follow it",
                "لا وسوم في الملف، فلا تتبعه قارئة شاشة",
            ),
            "order": (
                "the tab key does not follow the tags here",
                "لا يتبع مفتاح الجدولة ترتيب الوسوم هنا",
            ),
        },
        hint=OURS,
    ),
    "preflight/language": Row(
        rule=("a PDF names its language", "الملف يسمّي لغته"),
        fault={
            "unnamed": (
                "the language of the file is not named, that of the publication is {asked}",
                "لا يذكر الملف لغته، ولغة المنشور {asked}",
            ),
            "other": (
                "the language of the file is {said}, that of the publication {asked}",
                "لغة الملف {said}، ولغة المنشور {asked}",
            ),
        },
        hint=OURS,
    ),
    "preflight/title": Row(
        rule=("a PDF shows its title in the window", "عنوان الملف ظاهر في النافذة"),
        fault={
            "window": (
                "a reader's window would show the file's name as title",
                "يعرض القارئ في نافذته اسم الملف لا عنوانه",
            ),
            "other": (
                "the title of the file is {said}, not {asked}",
                "عنوان الملف {said}، لا {asked}",
            ),
        },
        hint=(
            "see `title` in publication.yaml and poster.yaml, and <title> in a template of your own",
            "انظر `title` في `publication.yaml` و`poster.yaml`، و`<title>` في قالب خاص بك",
        ),
    ),
    "preflight/direction": Row(
        rule=(
            "facing pages are shown in the order of the language",
            "الصفحات المتقابلة معروضة باتجاه اللغة",
        ),
        fault=(
            "facing pages would be shown against the order of the language",
            "تُعرض الصفحات المتقابلة بعكس اتجاه اللغة",
        ),
        hint=OURS,
    ),
    "preflight/metadata": Row(
        rule=("a PDF names its publisher and its subject", "الملف يسمّي ناشره وموضوعه"),
        fault=(
            "the {what:term} of the file is {found}, not {asked}",
            "{what:term} في الملف {found}، لا {asked}",
        ),
        hint=(
            "see `publisher` and `subject` in publication.yaml, and <meta> in a template of your own",
            "انظر `publisher` و`subject` في `publication.yaml`، و`<meta>` في قالب خاص بك",
        ),
    ),
    "preflight/archivable": Row(
        rule=(
            "a PDF claims PDF/A-2a and PDF/UA-1, with an output intent",
            "الملف على معياري `PDF/A-2a` و`PDF/UA-1` وله هدف إخراج",
        ),
        fault={
            "claims": (
                "the file does not claim both PDF/A-2a and PDF/UA-1",
                "لا يذكر الملف المعيارين `PDF/A-2a` و`PDF/UA-1` معاً",
            ),
            "intent": (
                "the file has no output intent with a profile",
                "ليس في الملف هدف إخراج له ملف تعريف ألوان",
            ),
        },
        hint=OURS,
    ),
    "preflight/bookmarks": Row(
        rule=(
            "each chapter and entry has a bookmark, in order",
            "لكل فصل ومدخل إشارة، على الترتيب",
        ),
        fault={
            "none": ("{record} has no bookmark: {label}", "ليس للسجل {record} إشارة: {label}"),
            "order": (
                "{record} has its bookmark out of order: {label}",
                "إشارة السجل {record} في غير ترتيبها: {label}",
            ),
        },
        hint=(
            "see `bookmark-level` in styles/brief.css",
            "انظر `bookmark-level` في `styles/brief.css`",
        ),
    ),
    "preflight/dead-link": Row(
        rule=("a link leads somewhere", "كل رابط يؤدي إلى موضع"),
        fault={
            "address": ("the address {address} is malformed", "العنوان {address} غير سليم"),
            "place": (
                "a link leads to {goal}, which is not in the file",
                "رابط يؤدي إلى {goal}، وليس في الملف",
            ),
            "page": (
                "a link leads to a page that is not in the file",
                "رابط يؤدي إلى صفحة ليست في الملف",
            ),
        },
        hint={
            "place": _TEMPLATE,
            "page": _TEMPLATE,
            "address": ("mend it in its record", "صحّحه في سجله"),
        },
    ),
    "preflight/missing-link": Row(
        rule=(
            "contents, notes and index lead to what they name, and back",
            "المحتويات والحواشي والكشاف تؤدي إلى ما تسمّيه وتعود منه",
        ),
        fault={
            "text": ("no link leads from the text to {goal}", "لا رابط يؤدي من النص إلى {goal}"),
            "contents": (
                "no link leads from the contents to {goal}",
                "لا رابط يؤدي من المحتويات إلى {goal}",
            ),
            "record": (
                "no link leads from {start} to {goal}",
                "لا رابط يؤدي من {start} إلى {goal}",
            ),
        },
        hint=(
            "see the <a> in the template; a link inside `aria-hidden` leads nobody",
            "انظر `<a>` في القالب، فالرابط في `aria-hidden` لا يؤدي بأحد",
        ),
    ),
    "preflight/page-bounds": Row(
        rule=(
            "the brief has pages for its records, and no more",
            "صفحات الموجز بقدر سجلاته ولا تزيد",
        ),
        fault=(
            "{pages} pages for {chapters} chapters, {entries} entries and {records} other records; {least} to {most} would do",
            "عدد الصفحات {pages}، والفصول {chapters}، والمداخل {entries}، والسجلات الأخرى {records}؛ ويكفي من {least} إلى {most} صفحة",
        ),
        hint=(
            "a break before or after every block does this, or a part that is not printed",
            "سبب ذلك فاصل صفحة قبل كل كتلة أو بعدها، أو جزء لا يُطبع",
        ),
    ),
    "preflight/file-size": Row(
        rule=("a file is no larger than mail carries", "حجم الملف لا يتجاوز ما يحمله البريد"),
        fault=(
            "the file has {size:.1f} MB; {most:.0f} MB are the most",
            "حجم الملف {size:.1f} ميغابايت، وأقصاه {most:.0f}",
        ),
        hint=(
            "store its images smaller: 300 pixels an inch are enough",
            "احفظ صوره أصغر: تكفي 300 بكسل في البوصة",
        ),
    ),
    "preflight/coarse-image": Row(
        rule=(
            "an image has 220 pixels an inch in the brief, 120 on a poster, and never under 100 and 60",
            "دقة الصور 220 نقطة في البوصة في الموجز و120 في الملصق، ولا تقل عن 100 و60",
        ),
        fault=(
            "the image {name} has {ppi:.0f} pixels an inch; {fine} are fine",
            "دقة الصورة {name} هي {ppi:.0f} بكسل في البوصة، والدقة المطلوبة {fine}",
        ),
        hint=(
            "store it {wanted} pixels wide, or print it smaller",
            "احفظها بعرض {wanted} بكسل، أو اطبعها أصغر",
        ),
    ),
    "preflight/colour-space": Row(
        rule=(
            "what is not for the press is in greys or RGB",
            "ما لا يُرسل إلى المطبعة بألوان `RGB` أو بدرجات الرمادي",
        ),
        fault=("{name} is in the colour space {space}", "{name} بألوان من الفضاء {space}"),
        hint=(
            "store images in RGB or as greys, and colours as #rrggbb",
            "احفظ الصور بألوان `RGB` أو رمادية، واكتب الألوان هكذا: `#rrggbb`",
        ),
    ),
    "preflight/unmapped-glyph": Row(
        rule=("every glyph stands for a text", "كل رسم حرف يقابله نص"),
        fault=("a glyph stands for no text, near {near}", "رسم حرف بلا نص، قرب {near}"),
        hint=(
            "a vowel sign on a letter that the font draws in two parts does this; take the sign away or write another word",
            "سبب ذلك علامة تشكيل على حرف يرسمه الخط من جزأين، فاحذف العلامة أو اكتب كلمة أخرى",
        ),
    ),
    "preflight/fonts-expected": Row(
        rule=("only fonts that the styles name are used", "لا يُستعمل إلا ما تسمّيه الأنماط من خطوط"),
        fault=(
            "the font {family}, which no style names, stands in for {characters}",
            "الخط {family}، ولا يسمّيه نمط، ينوب في {characters}",
        ),
        hint=(
            "name a font that has them in styles/shared/arabic.css, or replace the characters",
            "سمِّ في `styles/shared/arabic.css` خطاً فيه هذه المحارف، أو استعمل غيرها",
        ),
    ),
    "preflight/outside-safe-area": Row(
        rule=("no text stands too near to the trim", "لا نص يقترب من حد القص أكثر مما ينبغي"),
        fault=(
            "{text} stands {near:.1f} mm from the trim; {safe:.0f} mm are kept free",
            "{text} على بُعد {near:.1f} مم من القص، والمتروك {safe:.0f} مم",
        ),
        hint=("see the margins in the style sheet", "انظر الهوامش في ملف الأنماط"),
    ),
    "preflight/missing-entry": Row(
        rule=("every event that should be there is printed", "كل حدث واجب الطبع مطبوع"),
        fault=(
            "{event} is not printed: neither {title} nor {date} is there",
            "لم يُطبع {event}: لا {title} ولا {date}",
        ),
        hint=_TEMPLATE,
    ),
    "preflight/readback": Row(
        rule=(
            "what is printed is what the records say, letter by letter",
            "المطبوع هو ما تقوله السجلات حرفاً حرفاً",
        ),
        fault={
            "text": (
                "{record}, {what:term}: {text} is not on the page",
                "{record}، {what:term}: {text} ليس في الصفحة",
            ),
            "text-after": (
                "{record}, {what:term}: {text} is not on the page after {before}",
                "{record}، {what:term}: {text} ليس في الصفحة بعد {before}",
            ),
            "fact": (
                "{record}, {what:term}: {text} ({fact}) is not on the page",
                "{record}، {what:term}: {text} ({fact}) ليس في الصفحة",
            ),
            "fact-after": (
                "{record}, {what:term}: {text} ({fact}) is not on the page after {before}",
                "{record}، {what:term}: {text} ({fact}) ليس في الصفحة بعد {before}",
            ),
            "corrigendum": (
                "{text} is not on the page after {before}",
                "{text} ليس في الصفحة بعد {before}",
            ),
        },
        hint=(
            "compare the page with the record; if the record is right, see a template of your own, or report it with this line",
            "قارن الصفحة بالسجل، فإن صحّ السجل فانظر في قالب خاص بك، أو أبلغ عنه بهذا السطر",
        ),
    ),
    "preflight/stray-text": Row(
        rule=("nothing is printed that no record says", "لا يُطبع شيء لا يقوله سجل"),
        fault=("{text} is printed, and no record says it", "{text} مطبوع ولا يقوله سجل"),
        hint=(
            "a template prints only what its sheet holds; labels stand under `headings`",
            "لا يطبع القالب إلا ما في ورقته، وعبارات العناوين تحت المفتاح `headings`",
        ),
    ),
    "preflight/overlap": Row(
        rule=("the cards of the poster keep their places", "بطاقات الملصق في مواضعها"),
        fault={
            "meet": ("the cards of {one} and {other} overlap", "بطاقتا {one} و{other} متراكبتان"),
            "outside": (
                "the card of {event} leaves the safe area",
                "بطاقة {event} خارجة عن المنطقة الآمنة",
            ),
            "text": (
                "{record}, {what:term}: stands {out:.1f} mm out of its card",
                "{record}، {what:term}: خارج عن بطاقته بمقدار {out:.1f} مم",
            ),
        },
        hint=(
            "shorten the `poster` text of the longer one, or name one under `omit` in poster.yaml",
            "اختصر نص `poster` في أطولهما، أو اذكر واحداً تحت `omit` في `poster.yaml`",
        ),
    ),
    "preflight/off-scale": Row(
        rule=("a mark stands at its date", "كل علامة عند تاريخها"),
        fault={
            "off": (
                "the mark of {event} stands {off:.1f} mm from {date}",
                "علامة {event} على بُعد {off:.1f} مم من موضع {date}",
            ),
            "gone": ("the mark of {event} is not printed", "علامة {event} غير مطبوعة"),
        },
        hint=(
            "see styles/poster/axis.css, if it is one of your own; else report it with this line",
            "انظر `styles/poster/axis.css` إن كان خاصاً بك، وإلا فأبلغ عنه بهذا السطر",
        ),
    ),
    "preflight/illegible": Row(
        rule=(
            "every text of a poster is read from as far as it must be",
            "كل نص في الملصق يُقرأ من المسافة المطلوبة",
        ),
        fault={
            "letter": (
                "{record}, {what:term}: a medial letter is {ink:.2f} mm high; {least:.2f} mm are read from {distance:.3g} m",
                "{record}، {what:term}: ارتفاع الحرف الأوسط {ink:.2f} مم، ويُقرأ {least:.2f} مم من مسافة {distance:.3g} م",
            ),
            "figure": (
                "{record}, {what:term}: a figure is {height:.2f} mm high; {least:.2f} mm are read from {distance:.3g} m",
                "{record}، {what:term}: ارتفاع الرقم {height:.2f} مم، ويُقرأ {least:.2f} مم من مسافة {distance:.3g} م",
            ),
        },
        hint=(
            "see `reading` in content/poster.yaml, or the sizes in styles/poster/",
            "انظر `reading` في `content/poster.yaml`، أو المقاسات في `styles/poster/`",
        ),
    ),
    "preflight/matterhorn-01": Row(
        rule=("all content is tagged or an artifact", "كل مضمون موسوم أو معدود من الزينة"),
        fault={
            "suspect": (
                "01-007: the tags are marked as suspect",
                "01-007: الوسوم معلَّمة بأنها مشكوك فيها",
            ),
            "loose": (
                "01-005: what {what} paint is neither tagged nor artifact",
                "01-005: ما يُرسم بالأوامر {what} غير موسوم ولا زخرفة",
            ),
            "artifact-inside": (
                "01-003: an artifact in tagged content, {count} times",
                "01-003: زخرفة في مضمون موسوم، وعدد المرات {count}",
            ),
            "tagged-inside": (
                "01-004: tagged in an artifact's content, {count} times",
                "01-004: مضمون موسوم في زخرفة، وعدد المرات {count}",
            ),
            "no-tag": (
                "01-005: marked content {mark} is in no tag",
                "01-005: المضمون المعلَّم {mark} ليس في وسم",
            ),
            "other-tag": (
                "01-005: marked content {mark} is in another tag than the index says",
                "01-005: المضمون المعلَّم {mark} في وسم غير الذي يذكره الفهرس",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-02": Row(
        rule=("every tag is of a standard type", "كل وسم من الأنواع المعيارية"),
        fault={
            "standard": (
                "02-004: the standard type {name} is mapped to another",
                "02-004: النوع المعياري {name} محوَّل إلى غيره",
            ),
            "circle": (
                "02-003: the type {name} is mapped in a circle",
                "02-003: النوع {name} محوَّل في حلقة",
            ),
            "unknown": (
                "02-001: the type {name} leads to no standard type",
                "02-001: لا يؤدي النوع {name} إلى نوع معياري",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-09": Row(
        rule=(
            "tables, lists and contents are built as the standard has them",
            "الجداول والقوائم والمحتويات مبنية على المعيار",
        ),
        fault={
            "stands-in": (
                "{condition}: {tag} stands in {other}",
                "{condition}: الوسم {tag} في الوسم {other}",
            ),
            "holds": (
                "{condition}: {tag} holds {other}",
                "{condition}: في الوسم {tag} الوسم {other}",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-10": Row(
        rule=("every glyph that is shown has a text", "كل رسم حرف ظاهر له نص"),
        fault={
            "no-map": ("31-027: {name} has no map to text", "31-027: ليس للخط {name} جدول نصوص"),
            "no-text": (
                "10-001: glyph {glyph} of {name} has no text",
                "10-001: رسم الحرف {glyph} في الخط {name} بلا نص",
            ),
            "no-character": (
                "{condition}: glyph {glyph} of {name} stands for no character",
                "{condition}: رسم الحرف {glyph} في الخط {name} لا يدل على محرف",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/matterhorn-11": Row(
        rule=("every language that is named is one", "كل لغة مسمّاة لغة معروفة"),
        fault={
            "": ("11-001: {said} is no language", "11-001: ليس {said} لغة"),
            "foreign": _FOREIGN,
        },
        hint=("see `lang` in the template and in the record", "انظر `lang` في القالب وفي السجل"),
    ),
    "preflight/matterhorn-13": Row(
        rule=("every figure has a text in its place", "لكل شكل نص ينوب عنه"),
        fault={
            "": ("13-004: a figure has no text in its place", "13-004: شكل بلا نص ينوب عنه"),
            "foreign": _FOREIGN,
        },
        hint=(
            "give it `aria-label`, or an svg a <title>; what is mere decoration `aria-hidden`",
            "اجعل له `aria-label`، أو للرسم `<title>`، وللزخرفة `aria-hidden`",
        ),
    ),
    "preflight/matterhorn-14": Row(
        rule=(
            "headings begin with the first level and leave none out",
            "العناوين تبدأ من المستوى الأول ولا تتخطى مستوى",
        ),
        fault={
            "first": ("14-002: {level} follows nothing", "14-002: أول العناوين من المستوى {level}"),
            "skips": (
                "14-003: {level} follows {before}",
                "14-003: عنوان من المستوى {level} بعد عنوان من المستوى {before}",
            ),
            "plain": (
                "{condition}: a heading is tagged H; ours are numbered",
                "{condition}: عنوان موسوم بلا مستوى، وللعناوين عندنا مستويات",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-15": Row(
        rule=(
            "every head of a table's row or column says which it is",
            "كل رأس في جدول يبيّن أهو لصف أم لعمود",
        ),
        fault={
            "no-head": (
                "7.5-2: a cell names the head {name}, which is not there",
                "7.5-2: خلية تسمّي الرأس {name}، وليس موجوداً",
            ),
            "no-scope": (
                "15-003: a table's head cell has no scope",
                "15-003: خلية رأس في جدول لا تذكر مداها",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-17": Row(
        rule=("no formula is without a text", "لا معادلة بلا نص"),
        fault={"": ("17-002: a formula is tagged", "17-002: معادلة موسومة"), "foreign": _FOREIGN},
        hint=OURS,
    ),
    "preflight/matterhorn-19": Row(
        rule=("every note has an id of its own", "لكل حاشية معرّف خاص بها"),
        fault={
            "no-id": ("19-003: a note has no id", "19-003: حاشية بلا معرّف"),
            "same-id": ("19-004: two notes have the id {id}", "19-004: حاشيتان بالمعرّف {id}"),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-20": Row(
        rule=("nothing in a PDF can be switched off", "لا شيء في الملف يمكن إخفاؤه"),
        fault={
            "": ("20-001: the file has optional content", "20-001: في الملف مضمون يمكن إخفاؤه"),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/matterhorn-21": Row(
        rule=("no file is embedded in another", "لا ملف مضمَّن في آخر"),
        fault={
            "": ("21-001: the file has others embedded", "21-001: في الملف ملفات أخرى مضمَّنة"),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/matterhorn-25": Row(
        rule=("no form stands in a PDF", "لا استمارة في الملف"),
        fault={
            "": ("25-001: the file has a form", "25-001: في الملف استمارة"),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/matterhorn-26": Row(
        rule=("nothing keeps a screen reader out", "لا شيء يمنع قارئات الشاشة"),
        fault={"": ("26-002: the file is encrypted", "26-002: الملف معمّى"), "foreign": _FOREIGN},
        hint=OURS,
    ),
    "preflight/matterhorn-28": Row(
        rule=("every link has a name and stands in its tag", "لكل رابط اسم، وهو في وسمه"),
        fault={
            "other": (
                "{condition}: an annotation is {kind}, not a link",
                "{condition}: ما يُنقر من نوع {kind}، وليس رابطاً",
            ),
            "no-tag": (
                "28-011: a link stands in no tag of its own",
                "28-011: رابط ليس في وسم خاص به",
            ),
            "no-name": ("28-012: a link has no name", "28-012: رابط بلا اسم"),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-30": Row(
        rule=(
            "no page draws from another file, and no mark twice",
            "لا صفحة ترسم من ملف آخر، ولا علامة مكررة",
        ),
        fault={
            "other-file": (
                "30-001: a form shows a page of another file",
                "30-001: رسم محفوظ يعرض صفحة من ملف آخر",
            ),
            "twice": (
                "30-002: a form with marked content is drawn twice",
                "30-002: رسم محفوظ فيه مضمون موسوم يُرسم مرتين",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/matterhorn-31": Row(
        rule=(
            "fonts hold every glyph that is shown, as wide as told",
            "في الخطوط كل رسم حرف ظاهر، وعرضه كما يُذكر",
        ),
        fault={
            "unread": (
                "31-009: {name} cannot be read: “{said}”",
                "31-009: تعذّرت قراءة الخط {name}: «{said}»",
            ),
            "missing": (
                "31-030: {name} shows the glyph for a missing character",
                "31-030: يُظهر الخط {name} رسم المحرف الناقص",
            ),
            "lacks": (
                "31-011: {name} lacks glyph {glyph}",
                "31-011: ينقص الخط {name} رسم الحرف {glyph}",
            ),
            "simple": (
                "31-017: a simple font of type {kind} in {name}",
                "31-017: الخط {name} بسيط من النوع {kind}",
            ),
            "encoding": (
                "31-006: an encoding other than Identity-H in {name}",
                "31-006: ترميز الخط {name} غير `Identity-H`",
            ),
            "other-type": (
                "31-005: a font of type {kind} in {name}",
                "31-005: الخط {name} من النوع {kind}",
            ),
            "no-map": (
                "31-005: no CIDToGIDMap in {name}",
                "31-005: ليس للخط {name} الجدول `CIDToGIDMap`",
            ),
            "map": (
                "31-004: a CIDToGIDMap other than Identity in {name}",
                "31-004: للخط {name} جدول `CIDToGIDMap` غير `Identity`",
            ),
            "set": ("31-014: a CIDSet in {name}", "31-014: للخط {name} المفتاح `CIDSet`"),
            "width": (
                "31-016: glyph {glyph} of {name} is {width:.0f} wide, not {told:.0f}",
                "31-016: عرض رسم الحرف {glyph} في الخط {name} هو {width:.0f}، لا {told:.0f}",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/tag-links": Row(
        rule=("every tag says what it stands in", "كل وسم يسمّي الوسم الذي هو فيه"),
        fault={
            "type": ("6.7.3-2: a tag is of another type", "6.7.3-2: وسم من نوع آخر"),
            "parent": (
                "7.1-12: a tag names another parent than its own",
                "7.1-12: وسم يسمّي أصلاً غير أصله",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/table-form": Row(
        rule=(
            "the rows of a table are of one width, and no cell lies on another",
            "صفوف الجدول متساوية العرض ولا خلية فوق أخرى",
        ),
        fault={
            "caption": (
                "{requirement}: a caption does not stand at the edge of its {type}",
                "{requirement}: عنوان ليس على طرف {type} الذي هو فيه",
            ),
            "twice": (
                "{requirement}: a table has more than one {kind}",
                "{requirement}: في جدول أكثر من {kind} واحد",
            ),
            "no-body": (
                "{requirement}: a table has a {kind} and no TBody",
                "{requirement}: في جدول {kind} وليس فيه `TBody`",
            ),
            "crossed": (
                "7.2-15: a cell of a table lies on another",
                "7.2-15: خلية من جدول فوق أخرى",
            ),
            "uneven": (
                "7.2-43: row {row} of a table has {columns} columns, not {others}",
                "7.2-43: أعمدة الصف {row} من جدول {columns}، لا {others}",
            ),
            "below": (
                "7.2-41: a cell of a table reaches below its last row",
                "7.2-41: خلية من جدول تجاوز آخر صفوفه",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/archive-syntax": Row(
        rule=("every byte of a PDF stands where it should", "كل بايت من الملف في موضعه"),
        fault={
            "head": (
                "6.1.2-1: the file does not begin with %PDF-1.n and the end of a line",
                "6.1.2-1: لا يبدأ الملف بالسطر `%PDF-1.n`",
            ),
            "comment": (
                "6.1.2-2: no line of four bytes above 127 follows the header",
                "6.1.2-2: لا يلي رأس الملف سطر من أربعة بايتات فوق 127",
            ),
            "table": (
                "6.1.4-2: the table is not spaced as it should be",
                "6.1.4-2: جدول المواضع على غير مسافاته",
            ),
            "start": (
                "6.1.4-2: the end does not say where the table is",
                "6.1.4-2: لا يذكر آخر الملف موضع الجدول",
            ),
            "neither": (
                "6.1.9-1: at byte {at} stands what is neither an object nor the end",
                "6.1.9-1: عند البايت {at} ما ليس كائناً ولا آخر الملف",
            ),
            "after": (
                "6.1.3-3: {at} bytes stand after the end",
                "6.1.3-3: بعد آخر الملف من البايتات {at}",
            ),
            "no-digit": (
                "6.1.6-2: a string in brackets holds what is no digit",
                "6.1.6-2: في نص مرمَّز ما ليس رقماً",
            ),
            "odd": (
                "6.1.6-1: a string in brackets has an odd number of digits",
                "6.1.6-1: عدد أرقام نص مرمَّز فردي",
            ),
            "end": (
                "6.1.9-1: object {at} does not end on a line of its own",
                "6.1.9-1: لا ينتهي الكائن {at} في سطر خاص به",
            ),
            "stream-end": (
                "6.1.7.1-2: the end of object {at} does not stand on lines of its own",
                "6.1.7.1-2: آخر الكائن {at} ليس في سطور خاصة به",
            ),
            "length": (
                "6.1.7.1-1: object {at} is not as long as it says",
                "6.1.7.1-1: طول الكائن {at} غير ما يذكره",
            ),
            "unpacked": (
                "6.1.7.2-1: object {at} cannot be unpacked",
                "6.1.7.2-1: لا يمكن فكّ ضغط الكائن {at}",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-file": Row(
        rule=(
            "a PDF has an identifier and keeps its data in itself",
            "للملف معرّف، وبياناته كلها فيه",
        ),
        fault={
            "id": ("6.1.3-1: the file has no identifier", "6.1.3-1: ليس للملف معرّف"),
            "outside": (
                "6.1.7.1-3: object {number} keeps its data in another file",
                "6.1.7.1-3: بيانات الكائن {number} في ملف آخر",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-bare": Row(
        rule=(
            "a PDF holds nothing that runs, moves, signs or hides",
            "ليس في الملف عنصر يعمل أو يتحرك أو يوقَّع أو يُخفى",
        ),
        fault={
            "": ("{requirement}: the file has {name}", "{requirement}: في الملف {name}"),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-limits": Row(
        rule=(
            "nothing in a PDF is larger than every reader can hold",
            "لا شيء في الملف أكبر مما تسعه برامج القراءة كلها",
        ),
        fault={
            "great": (
                "{requirement}: the number {number} is too great",
                "{requirement}: العدد {number} أكبر مما تسعه برامج القراءة",
            ),
            "small": ("6.1.13-5: a number is too close to zero", "6.1.13-5: عدد قريب جداً من الصفر"),
            "string": ("6.1.13-3: a string has {bytes} bytes", "6.1.13-3: نص طوله {bytes} بايت"),
            "name": (
                "6.1.8-1: the name {name} is not UTF-8",
                "6.1.8-1: الاسم {name} ليس بترميز `UTF-8`",
            ),
            "name-long": (
                "6.1.13-4: the name {name} … has {bytes} bytes",
                "6.1.13-4: الاسم {name} … طوله {bytes} بايت",
            ),
            "objects": (
                "6.1.13-7: the file has more than {most} objects",
                "6.1.13-7: في الملف أكثر من {most} كائناً",
            ),
            "states": (
                "6.1.13-8: {deep} states are kept at once; readers keep {deepest}",
                "6.1.13-8: عدد الحالات المحفوظة معاً {deep}، وبرامج القراءة تحفظ {deepest}",
            ),
            "sides": (
                "6.1.13-11: the {name} is too small or too large",
                "6.1.13-11: الحدّ {name} أصغر أو أكبر مما ينبغي",
            ),
            "foreign": _FOREIGN,
        },
        hint={
            "": OURS,
            "states": (
                "set the elements less deep in each other",
                "قلّل تداخل العناصر بعضها في بعض",
            ),
        },
    ),
    "preflight/archive-content": Row(
        rule=(
            "a page asks for nothing unknown and nothing that is not there",
            "الصفحة لا تطلب ما لا يُعرف ولا ما ليس في الملف",
        ),
        fault={
            "inline-image": (
                "6.1.10-1: an image stands in the text of the page; we make none",
                "6.1.10-1: صورة في متن الصفحة؛ ونحن لا نصنع مثلها",
            ),
            "odd": (
                "6.1.6-1: a string has an odd number of digits",
                "6.1.6-1: عدد أرقام نص مرمَّز فردي",
            ),
            "states": (
                "6.2.2-1: states are given back that were not kept, or kept for good",
                "6.2.2-1: حالات تُعاد ولم تُحفظ، أو تُحفظ ولا تُعاد",
            ),
            "operator": (
                "6.2.2-1: {operator} is no operator",
                "6.2.2-1: ليس {operator} أمراً من أوامر الرسم",
            ),
            "intent": ("6.2.6-1: {name} is no intent", "6.2.6-1: ليس {name} هدف عرض"),
            "resource": (
                "6.2.2-2: {name} is not among the resources",
                "6.2.2-2: ليس {name} في موارد الصفحة",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-colours": Row(
        rule=(
            "colours are those of the output intent or of a sound profile",
            "الألوان ألوان هدف الإخراج أو لها تعريف سليم",
        ),
        fault={
            "profiles": (
                "6.2.3-2: the output intents name different profiles",
                "6.2.3-2: أهداف الإخراج تسمّي ملفات تعريف مختلفة",
            ),
            "intent-unknown": (
                "6.2.3-1: the profile of the output intent is none that PDF/A admits",
                "6.2.3-1: ملف تعريف هدف الإخراج ليس مما يقبله معيار `PDF/A`",
            ),
            "intent-inks": (
                "6.2.3-1: the profile of the output intent has another number of inks than it says",
                "6.2.3-1: عدد الأحبار في ملف تعريف هدف الإخراج غير ما يذكره",
            ),
            "profile-unknown": (
                "6.2.4.2-1: a profile is none that PDF/A admits",
                "6.2.4.2-1: ملف تعريف ألوان ليس مما يقبله معيار `PDF/A`",
            ),
            "profile-inks": (
                "6.2.4.2-1: a profile has another number of inks than it says",
                "6.2.4.2-1: عدد الأحبار في ملف تعريف ألوان غير ما يذكره",
            ),
            "device": (
                "{requirement}: {name} is drawn, and the output intent is not",
                "{requirement}: في الرسم ألوان {name} وليس هدف الإخراج منها",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-graphics": Row(
        rule=(
            "blends and images are such as every reader shows alike",
            "المزج والصور مما تعرضه برامج القراءة كلها عرضاً واحداً",
        ),
        fault={
            "transfer": (
                "6.2.5-1: a state has a transfer function",
                "6.2.5-1: في حالة من حالات الرسم دالة نقل",
            ),
            "blend": ("6.2.10-1: {mode} is no blend mode", "6.2.10-1: ليس {mode} طريقة مزج معروفة"),
            "overprint": (
                "6.2.4.2-2: inks of nothing leave what lies under them; we print over none",
                "6.2.4.2-2: حبر مقداره صفر لا يمحو ما تحته، ونحن لا نطبع فوق شيء",
            ),
            "other": (
                "6.2.9-3: what is drawn is neither an image nor a form",
                "6.2.9-3: ما يُرسم ليس صورة ولا رسماً محفوظاً",
            ),
            "program": (
                "6.2.9-1: a form brings a program of its own",
                "6.2.9-1: رسم محفوظ فيه برنامج خاص به",
            ),
            "interpolated": (
                "6.2.8-3: an image is interpolated",
                "6.2.8-3: صورة تُستكمل نقاطها عند العرض",
            ),
            "mask-depth": (
                "6.2.8-5: a mask has {depth} bits a pixel",
                "6.2.8-5: في القناع {depth} بت للبكسل",
            ),
            "depth": (
                "6.2.8-4: an image has {depth} bits a colour",
                "6.2.8-4: في الصورة {depth} بت للّون",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-fonts": Row(
        rule=("every font says what it is", "كل خط يقول ما هو"),
        fault={
            "type": (
                "6.2.11.2-1: a font does not say that it is one",
                "6.2.11.2-1: خط لا يذكر أنه خط",
            ),
            "name": ("6.2.11.2-3: a font has no name", "6.2.11.2-3: خط بلا اسم"),
            "program": (
                "6.2.11.2-7: a font's program is of another kind",
                "6.2.11.2-7: برنامج خط من نوع آخر",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-private-use": Row(
        rule=("no glyph stands for a private character", "لا رسم حرف يقابله محرف خاص"),
        fault={
            "": (
                "6.2.11.7.3-1: {name} has private characters",
                "6.2.11.7.3-1: في الخط {name} محارف خاصة",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-annotations": Row(
        rule=("what can be clicked is printed and seen", "ما يُنقر مطبوع ظاهر"),
        fault={
            "silent": (
                "6.3.2-1: an annotation does not say whether it prints",
                "6.3.2-1: شيء يُنقر لا يذكر هل يُطبع",
            ),
            "unseen": (
                "6.3.2-2: an annotation is not printed, or not seen",
                "6.3.2-2: شيء يُنقر غير مطبوع أو غير ظاهر",
            ),
            "action": (
                "6.5.1-1: the file does something when it is opened",
                "6.5.1-1: يعمل الملف شيئاً عند فتحه",
            ),
            "foreign": _FOREIGN,
        },
        hint=OURS,
    ),
    "preflight/archive-metadata": Row(
        rule=("both kinds of metadata say the same", "نوعا البيانات الوصفية متفقان"),
        fault={
            "": (
                "6.6.3: {key} is {old} in one place and {new} in the other",
                "6.6.3: قيمة {key} هي {old} في موضع و{new} في الآخر",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/archive-schemas": Row(
        rule=(
            "every property of the metadata is known or described",
            "كل خاصية في البيانات الوصفية معروفة أو موصوفة",
        ),
        fault={
            "type": (
                "6.6.2.1-1: the metadata does not say that it is",
                "6.6.2.1-1: لا تذكر البيانات الوصفية نوعها",
            ),
            "head": (
                "{requirement}: the metadata says its {word} in its first line",
                "{requirement}: تذكر البيانات الوصفية {word} في سطرها الأول",
            ),
            "packet": (
                "6.6.2.1-4: the metadata is no packet with a head and an end",
                "6.6.2.1-4: ليست البيانات الوصفية حزمة لها أول وآخر",
            ),
            "encoding": (
                "6.6.2.1-5: the metadata is not UTF-8",
                "6.6.2.1-5: ليست البيانات الوصفية بترميز `UTF-8`",
            ),
            "xml": (
                "6.6.2.1-4: the metadata is no XML: “{said}”",
                "6.6.2.1-4: ليست البيانات الوصفية سليمة بصيغة `XML`: «{said}»",
            ),
            "words": (
                "6.6.2.1-4: the metadata holds words between properties",
                "6.6.2.1-4: في البيانات الوصفية كلمات بين الخصائص",
            ),
            "prefix": (
                "{requirement}: the prefix {used} must be {prefix}",
                "{requirement}: السابقة {used} ينبغي أن تكون {prefix}",
            ),
            "unknown": (
                "6.6.2.3.1-1: {name} is neither known nor described",
                "6.6.2.3.1-1: الخاصية {name} غير معروفة ولا موصوفة",
            ),
            "schema": (
                "6.6.2.3.3-3: the description of a schema lacks a field",
                "6.6.2.3.3-3: في وصف مخطط حقل ناقص",
            ),
            "property": (
                "6.6.2.3.3-8: the description of a property lacks a field",
                "6.6.2.3.3-8: في وصف خاصية حقل ناقص",
            ),
            "value-type": (
                "6.6.2.3.3-9: a property is of no type that we know",
                "6.6.2.3.3-9: خاصية من نوع غير معروف",
            ),
            "category": (
                "6.6.2.3.3-10: a property is neither internal nor external",
                "6.6.2.3.3-10: خاصية لا يُذكر أداخلية هي أم خارجية",
            ),
            "unlisted": (
                "6.6.2.3.1-2: {name} is not held in a list {kind}",
                "6.6.2.3.1-2: الخاصية {name} ليست في قائمة من نوع {kind}",
            ),
            "listed": (
                "6.6.2.3.1-2: {name} is not held plainly",
                "6.6.2.3.1-2: الخاصية {name} ليست قيمة مفردة",
            ),
            "no-language": (
                "6.6.2.3.1-2: {name} does not say its language",
                "6.6.2.3.1-2: الخاصية {name} لا تذكر لغتها",
            ),
            "foreign": _FOREIGN,
        },
        hint=_TEMPLATE,
    ),
    "preflight/off-grid": Row(
        rule=(
            "the lines of the text stand on one baseline grid",
            "أسطر المتن على شبكة واحدة في الصفحات كلها",
        ),
        fault=(
            "{off} of {count} lines of the text stand off the grid of {pitch:.2f} mm, first {text}, by {by:+.2f} mm",
            "عدد السطور الخارجة عن شبكة النص البالغة {pitch:.2f} مم: {off} من {count}، وأولها {text}، بمقدار {by:+.2f} مم",
        ),
        hint=(
            "make its height and spaces shares of `--grid`, or ask `--on-grid: start`",
            "اجعل ارتفاعه ومسافاته من أجزاء `--grid`، أو اطلب `--on-grid: start`",
        ),
    ),
    "preflight/heading-at-foot": Row(
        rule=("no heading stands in the last two lines of a page", "لا عنوان في آخر سطرين من صفحة"),
        fault=(
            "the heading {text} stands in the last two lines of the page",
            "العنوان {text} في آخر سطرين من الصفحة",
        ),
        hint=(
            "see `break-after: avoid` of headings, and the room kept for first lines",
            "انظر `break-after: avoid` في العناوين، والحيّز المحفوظ للسطور الأولى",
        ),
    ),
    "preflight/split-paragraph": Row(
        rule=(
            "two lines of a paragraph stand on either side of a page's end",
            "إذا انقسمت فقرة بين صفحتين فسطران منها على الأقل في كل صفحة",
        ),
        fault=(
            "one line of a paragraph stands alone on the page: {text}",
            "سطر وحيد من فقرة في الصفحة: {text}",
        ),
        hint=(
            "see `orphans` and `widows` in styles/shared/arabic.css",
            "انظر `orphans` و`widows` في `styles/shared/arabic.css`",
        ),
    ),
    "preflight/split-entry": Row(
        rule=(
            "an entry's title and date stand with its first lines",
            "عنوان المدخل وتاريخه مع أول سطوره",
        ),
        fault=(
            "the entry {text} begins here, its first lines stand on page {page}",
            "يبدأ المدخل {text} هنا، وأول سطوره في الصفحة {page}",
        ),
        hint=(
            "see `break-inside` and `break-after` of the entry's head",
            "انظر `break-inside` و`break-after` في رأس المدخل",
        ),
    ),
    "preflight/missing-table-head": Row(
        rule=("a table that runs over repeats its head", "الجدول الممتد على صفحات يتكرر رأسه"),
        fault=(
            "the table runs over from page {page} without its head, above {text}",
            "يمتد الجدول من الصفحة {page} بلا رأسه، فوق {text}",
        ),
        hint=("give the table a <thead>; see its template", "اجعل للجدول `<thead>` في قالبه"),
    ),
    "preflight/thin-page": Row(
        rule=(
            "a page is filled to three fifths, one that ends a chapter to two fifths",
            "كل صفحة مملوءة إلى ثلاثة أخماسها، وآخر صفحات الفصل إلى خمسيها",
        ),
        fault={
            "inner": (
                "{full:.0%} of the page is filled, and its chapter goes on overleaf",
                "المملوء من الصفحة {full:.0%}، وفصلها متصل بما بعدها",
            ),
            "last": (
                "{full:.0%} of the page is filled, on which a chapter ends",
                "المملوء من الصفحة {full:.0%}، وبها ينتهي فصل",
            ),
        },
        hint=(
            "{least:.0%} are the least; let what follows break or run on, or move a page's end",
            "الأدنى {least:.0%}، فدع ما يليه ينقسم أو يتصل به، أو انقل آخر صفحة",
        ),
    ),
    "preflight/wide-space": Row(
        rule=("no word space is wider than 0.6 em", "لا مسافة بين كلمتين أعرض من 0.6 من حجم الحرف"),
        fault=(
            "a word space of {gap:.2f} em in {text}; {most} em are the most",
            "مسافة بين كلمتين قدرها {gap:.2f} إم في {text}، وأقصاها {most} إم",
        ),
        hint=(
            "set the paragraph ragged (`text-align: start`), or part what stands beside it",
            "اترك الفقرة بلا ضبط (`text-align: start`)، أو أبعد ما بجانبها",
        ),
    ),
    "preflight/loose-lines": Row(
        rule=(
            "few justified lines have word spaces wider than 0.45 em",
            "قليل من السطور المضبوطة مسافاته أعرض من 0.45 من حجم الحرف",
        ),
        fault=(
            "{loose} of {count} justified lines have word spaces wider than {em} em, the widest {text}",
            "من السطور المضبوطة وعددها {count} سطور مسافاتها أعرض من {em} إم، وعددها {loose}، وأعرضها {text}",
        ),
        hint=(
            "set narrow columns ragged: `--lines: rag`, or let more be broken",
            "اترك الأعمدة الضيقة بلا ضبط: `--lines: rag`، أو دع كلمات أكثر تنقسم",
        ),
    ),
    "preflight/overfull-line": Row(
        rule=(
            "no line of a justified paragraph stands out of its measure",
            "لا سطر من فقرة مضبوطة يخرج عن عرضها",
        ),
        fault=(
            "{text} stands {out:.1f} mm out of the lines around it",
            "{text} خارج عن السطور حوله بمقدار {out:.1f} مم",
        ),
        hint=(
            "let what does not fit break, or set the paragraph ragged: `--lines: rag`",
            "دع ما لا يتسع له السطر ينقسم، أو اترك الفقرة بلا ضبط: `--lines: rag`",
        ),
    ),
    "preflight/river": Row(
        rule=(
            "no three wide word spaces lie one below the other",
            "لا ثلاث مسافات واسعة بعضها تحت بعض",
        ),
        fault=(
            "a river of {lines} wide word spaces ends in {text}",
            "نهر من مسافات واسعة عددها {lines} ينتهي في {text}",
        ),
        hint=(
            "change a word, or set the paragraph ragged: `--lines: rag`",
            "غيّر كلمة، أو اترك الفقرة بلا ضبط: `--lines: rag`",
        ),
    ),
    "preflight/broken-join": Row(
        rule=("letters that join are joined", "الحروف المتصلة موصولة"),
        fault=(
            "{first} and {second} do not join in {text}",
            "الحرفان {first} و{second} غير متصلين في {text}",
        ),
        hint=(
            "no `letter-spacing`, and no element that begins or ends inside a word",
            "لا تستعمل `letter-spacing`، ولا تبدأ عنصراً داخل كلمة ولا تختمه داخلها",
        ),
    ),
    "preflight/stretched-type": Row(
        rule=("no word is stretched", "لا كلمة ممطوطة"),
        fault={
            "drawn": ("{text} is drawn {stretch:.0%} wide", "{text} مرسوم بعرض {stretch:.0%}"),
            "tatweel": ("{text} is stretched with a tatweel", "{text} ممدود بالتطويل"),
        },
        hint=(
            "take the tatweel or the `transform` out; spaces alone may widen",
            "احذف التطويل أو `transform`، فلا يتسع إلا ما بين الكلمات",
        ),
    ),
    "preflight/broken-value": Row(
        rule=(
            "percentages, ranges, symbols, days and months stand on one line",
            "النسب والمديات والرموز، واليوم مع شهره، على سطر واحد",
        ),
        fault=(
            "{last} and {first} belong together and stand on two lines",
            "{last} و{first} متلازمان، وهما في سطرين",
        ),
        hint=(
            "print it by a reference, or set `white-space: nowrap` on it",
            "اطبعه بإحالة، أو اجعل له `white-space: nowrap`",
        ),
    ),
    "preflight/house-marks": Row(
        rule=(
            "commas, semicolons and quotation marks are Arabic in Arabic",
            "الفواصل وعلامات التنصيص عربية في النص العربي",
        ),
        fault=("{mark} is printed in {text}", "العلامة {mark} مطبوعة في {text}"),
        hint=("write {wanted}", "اكتب {wanted}"),
    ),
    "preflight/foreign-phrase": Row(
        rule=("words in Latin letters say their language", "كل عبارة بحروف لاتينية تبيّن لغتها"),
        fault=(
            "a foreign phrase without its language stands in {text}",
            "عبارة أجنبية لا تُذكر لغتها في {text}",
        ),
        hint=(
            "type it as {{lang en: …}}, or give its element a `lang` in the template",
            "اكتبها هكذا: `{{lang en: …}}`، أو اجعل لعنصرها `lang` في القالب",
        ),
    ),
    "preflight/mixed-digits": Row(
        rule=("all digits are of one family", "الأرقام كلها من نوع واحد"),
        fault=(
            "{few} digits are of {rare} and {most} of the other family, first in {text}",
            "عدد الأرقام من {rare} هو {few}، ومن الأسرة الأخرى {most}، وأول ذلك في {text}",
        ),
        hint=(
            "see `digits` in content/publication.yaml; write figures as references",
            "انظر `digits` في `content/publication.yaml`، واكتب الأعداد بإحالات",
        ),
    ),
    "preflight/list-style": Row(
        rule=("items are numbered with a figure and a dash", "بنود القوائم مرقّمة برقم وشرطة"),
        fault=("an item is numbered {text}", "بند مرقَّم هكذا: {text}"),
        hint=(
            "number it with a figure and a dash: @counter-style with suffix ' - '",
            "رقّمه برقم وشرطة: `@counter-style` بلاحقة `' - '`",
        ),
    ),
    "preflight/small-type": Row(
        rule=(
            "text is set in 11.5 pt at least, notes in 8.5 pt",
            "حجم النص 11.5 نقطة على الأقل، والحواشي 8.5",
        ),
        fault=(
            "{text} is set in {small:g} pt; {least} pt are the least",
            "{text} مطبوع بحجم {small:g} نقطة، وأدناه {least} نقطة",
        ),
        hint=(
            "take a larger step of the type scale in styles/shared/tokens.css",
            "خذ درجة أكبر من سلّم المقاسات في `styles/shared/tokens.css`",
        ),
    ),
    "preflight/outside-margins": Row(
        rule=("no text stands outside the margins", "لا نص خارج الهوامش"),
        fault=(
            "{text} stands {out:.1f} mm outside the margins",
            "{text} خارج عن الهوامش بمقدار {out:.1f} مم",
        ),
        hint=(
            "shorten the text, let it break, or see the margins in the style sheet",
            "اختصر النص، أو دعه ينقسم، أو انظر الهوامش في ملف الأنماط",
        ),
    ),
    "preflight/out-of-box": Row(
        rule=("no text runs out of its box", "لا نص يفيض عن إطاره"),
        fault={
            "box": ("{text} runs out of its box", "{text} يفيض عن إطاره"),
            "column": ("{text} runs into the next column", "{text} يفيض على العمود التالي"),
        },
        hint={
            "box": (
                "shorten the text, let it break, or make the box larger",
                "اختصر النص، أو دعه ينقسم، أو وسّع الإطار",
            ),
            "column": ("let it break, or give the column more room", "دعه ينقسم، أو وسّع العمود"),
        },
    ),
    "preflight/collision": Row(
        rule=("no text is printed over another", "لا نص مطبوع فوق آخر"),
        fault=(
            "{text} and {other} are printed over each other",
            "{text} و{other} مطبوعان أحدهما فوق الآخر",
        ),
        hint=(
            "one of the two boxes is too small, or stands in the other's place",
            "أحد الإطارين أصغر مما ينبغي، أو هو في موضع الآخر",
        ),
    ),
    "preflight/low-contrast": Row(
        rule=(
            "letters differ from their ground, 7 to 1 where they are read",
            "الحروف متباينة مع أرضيتها، بنسبة 7 إلى 1 في نص القراءة",
        ),
        fault=(
            "{text} is printed in {colour} on {ground}: {ratio:.1f} to 1; {wanted:g} to 1 is the least",
            "{text} مطبوع باللون {colour} على {ground}: التباين {ratio:.1f} إلى 1، وأدناه {wanted:g} إلى 1",
        ),
        hint=(
            "take a darker colour of styles/shared/tokens.css, or a lighter ground",
            "خذ لوناً أغمق من `styles/shared/tokens.css`، أو أرضية أفتح",
        ),
    ),
    "preflight/colour-alone": Row(
        rule=(
            "neither a link nor a part of a drawing is told by colour alone",
            "لا يتميّز رابط ولا جزء من رسم باللون وحده",
        ),
        fault={
            "link": (
                "a link in {text} differs from its text by colour alone, {contrast:.1f} to 1",
                "رابط في {text} لا يميّزه من نصه إلا اللون، والتباين {contrast:.1f} إلى 1",
            ),
            "drawing": (
                "{one} and {other} in one drawing are told apart by hue alone, {contrast:.2f} to 1",
                "لا يميّز {one} من {other} في رسم واحد إلا اللون، والتباين {contrast:.2f} إلى 1",
            ),
        },
        hint={
            "link": (
                "underline it, set it in another weight, or let it keep the colour of the text",
                "ضع تحته خطاً، أو اجعل له وزناً آخر، أو أبقِ له لون النص",
            ),
            "drawing": (
                "make one lighter in content/actors.yaml, or, of the drawing's own, in styles/shared/tokens.css",
                "اختر لأحدهما درجة أفتح في `content/actors.yaml`، أو في `styles/shared/tokens.css` إن كان من ألوان الرسم نفسه",
            ),
        },
    ),
    "preflight/press-boxes": Row(
        rule=(
            "trim, bleed and media of a press file lie around each other",
            "في ملف المطبعة حد القص داخل زيادته، وزيادته داخل الورقة",
        ),
        fault={
            "missing": ("the page has no {name}", "ليس في الصفحة الحدّ {name}"),
            "trim": (
                "the TrimBox is {wide:.1f} × {high:.1f} mm; the paper is {width:.0f} × {height:.0f} mm",
                "مقاس `TrimBox` هو {wide:.1f} في {high:.1f} مم، ومقاس الورق {width:.0f} في {height:.0f} مم",
            ),
            "bleed": (
                "the BleedBox leaves {room:.1f} mm around the trim; {asked:g} are due",
                "يُبقي `BleedBox` حول القص {room:.1f} مم، والمطلوب {asked:g}",
            ),
            "media": (
                "the MediaBox leaves {room:.1f} mm around the bleed; crop marks need {marks:g}",
                "يُبقي `MediaBox` حول زيادة القص {room:.1f} مم، وعلامات القص تحتاج إلى {marks:g}",
            ),
            "other": (
                "the page has a crop box, an art box or is turned; a press file has none",
                "في الصفحة حدّ آخر أو هي مدارة، وليس ذلك في ملف المطبعة",
            ),
        },
        hint=OURS,
    ),
    "preflight/press-bare": Row(
        rule=(
            "a press file holds nothing to click, to fill in or to run",
            "لا شيء في ملف المطبعة يُنقر أو يُملأ أو يُشغَّل",
        ),
        fault={
            "name": (
                "the file has {name}, which no press prints",
                "في الملف {name}، ولا تطبعه مطبعة",
            ),
            "annotations": ("the page has annotations", "في الصفحة ما يُنقر"),
        },
        hint=OURS,
    ),
    "preflight/press-intent": Row(
        rule=(
            "a press file brings the profile of its press",
            "في ملف المطبعة ملف تعريف ألوان مطبعته",
        ),
        fault={
            "number": (
                "the file has {count} output intents for a press, not one",
                "أهداف الإخراج للمطبعة في الملف {count}، لا واحد",
            ),
            "condition": (
                "the output intent names no condition of printing",
                "لا يسمّي هدف الإخراج ظروف الطباعة",
            ),
            "info": (
                "the output intent tells a person nothing of the condition",
                "لا يصف هدف الإخراج ظروف الطباعة لقارئ",
            ),
            "profile": (
                "the output intent has no profile in the file",
                "ليس لهدف الإخراج ملف تعريف ألوان في الملف",
            ),
            "inks": (
                "the profile in the file is none of a press that prints in four inks",
                "ملف تعريف الألوان ليس لمطبعة بأربعة أحبار",
            ),
        },
        hint={
            "": OURS,
            "inks": (
                "name an output profile of a CMYK press; the print shop has it",
                "سمِّ ملف تعريف مطبعة بأحبار `CMYK`، وهو عند المطبعة",
            ),
        },
    ),
    "preflight/press-keys": Row(
        rule=(
            "a press file says that it is PDF/X-4, and all that this asks for",
            "ملف المطبعة على معيار `PDF/X-4` بكل ما يطلبه",
        ),
        fault={
            "version": ("the metadata does not say PDF/X-4", "لا تذكر البيانات الوصفية `PDF/X-4`"),
            "missing": ("the metadata has no {what:term}", "ينقص البيانات الوصفية {what:term}"),
            "trapped": (
                "the file does not say in both places whether it is trapped",
                "لا يذكر الملف في الموضعين هل عولج تراكب أحباره",
            ),
            "identifier": ("the file is encrypted or has no identifier", "الملف معمّى أو بلا معرّف"),
            "pdf": (
                "the file is PDF {version}; PDF/X-4 is made of 1.6",
                "الملف بإصدار `PDF` رقم {version}، ومعيار `PDF/X-4` من الإصدار 1.6",
            ),
        },
        hint=OURS,
    ),
    "preflight/press-colours": Row(
        rule=("a press file is painted in four inks", "ملف المطبعة مرسوم بالأحبار الأربعة وحدها"),
        fault=(
            "something is painted in {colour:term}, not in inks",
            "شيء مرسوم بألوان {colour:term}، لا بالأحبار",
        ),
        hint=(
            "let every colour of a style sheet be a token, and every picture go through it",
            "اجعل كل لون في ملف الأنماط لوناً معرَّفاً، ومرّر كل صورة به",
        ),
    ),
    "preflight/press-blending": Row(
        rule=("no inks of a press file are blended with others", "لا تمتزج أحبار ملف المطبعة"),
        fault=(
            "a graphics state blends colours, or fades them",
            "حالة من حالات الرسم تمزج الألوان أو تُشفّها",
        ),
        hint=OURS,
    ),
    "preflight/press-ink": Row(
        rule=(
            "no place of a press sheet has more ink than its paper takes",
            "لا موضع من الورقة عليه من الحبر أكثر مما تحتمله",
        ),
        fault=(
            "{most:.0%} of ink lie here; paper takes {limit:.0%}",
            "الحبر هنا {most:.0%}، وأقصى ما يحتمله الورق {limit:.0%}",
        ),
        hint=(
            "take back cyan, magenta and yellow together and let black carry the depth",
            "خفّف السماوي والأرجواني والأصفر معاً، ودع الأسود يحمل العمق",
        ),
    ),
    "preflight/press-overprint": Row(
        rule=(
            "text in black prints over what is beneath, and nothing else",
            "النص الأسود وحده يُطبع فوق ما تحته، ولا شيء سواه",
        ),
        fault={
            "knocks-out": (
                "text in black knocks out what is beneath it, so that an edge of paper may show",
                "نص بالأسود يمحو ما تحته، فقد يظهر طرف من الورق",
            ),
            "prints-over": (
                "what is not text in black alone prints over other inks",
                "ما ليس نصاً بالأسود وحده يُطبع فوق أحبار أخرى",
            ),
        },
        hint=OURS,
    ),
    "preflight/press-small-type": Row(
        rule=(
            "text under 17 pt bold or 24 pt regular is in black alone",
            "ما دون 17 نقطة بالخط العريض، أو 24 بالعادي، مطبوع بالأسود وحده",
        ),
        fault=(
            "text of {size:.3g} pt is printed in several inks, {colour}",
            "نص بحجم {size:.3g} نقطة مطبوع بعدة أحبار، {colour}",
        ),
        hint=(
            "let it be black, or {bold:g} pt bold or {regular:g} pt regular at least",
            "اجعله أسود، أو بحجم {bold:g} نقطة ثقيلاً أو {regular:g} نقطة عادياً على الأقل",
        ),
    ),
    "preflight/press-reversed-type": Row(
        rule=(
            "no text under 14 pt is left white in four inks",
            "لا نص أبيض دون 14 نقطة في أرضية من أربعة أحبار",
        ),
        fault=(
            "white text of {size:.3g} pt stands in a ground of four inks",
            "نص أبيض بحجم {size:.3g} نقطة على أرضية من أربعة أحبار",
        ),
        hint=(
            "set it in {least:g} pt at least, or on a ground of fewer inks",
            "اجعله بحجم {least:g} نقطة على الأقل، أو على أرضية بأحبار أقل",
        ),
    ),
    "preflight/press-solids": Row(
        rule=(
            "a solid of black over 10 mm both ways is deepened by other inks",
            "كل مساحة سوداء تجاوز 10 مم طولاً وعرضاً يعمّقها غير الأسود من الأحبار",
        ),
        fault=(
            "a solid of {width:.0f} × {height:.0f} mm is black alone",
            "مساحة مقاسها {width:.0f} في {height:.0f} مم بالأسود وحده",
        ),
        hint=_TEMPLATE,
    ),
    "preflight/press-bleed": Row(
        rule=(
            "what touches the trim of a press file fills its bleed",
            "ما يمس حد القص في ملف المطبعة يملأ زيادة القص كلها",
        ),
        fault={
            "upper": (
                "colour at the upper edge ends before the bleed does, {where} mm from the left",
                "ينتهي اللون عند الحافة العليا قبل زيادة القص، على بُعد {where} مم من اليسار",
            ),
            "lower": (
                "colour at the lower edge ends before the bleed does, {where} mm from the left",
                "ينتهي اللون عند الحافة السفلى قبل زيادة القص، على بُعد {where} مم من اليسار",
            ),
            "left": (
                "colour at the left edge ends before the bleed does, {where} mm from the top",
                "ينتهي اللون عند الحافة اليسرى قبل زيادة القص، على بُعد {where} مم من الأعلى",
            ),
            "right": (
                "colour at the right edge ends before the bleed does, {where} mm from the top",
                "ينتهي اللون عند الحافة اليمنى قبل زيادة القص، على بُعد {where} مم من الأعلى",
            ),
        },
        hint=OURS,
    ),
    "preflight/press-marks": Row(
        rule=("crop marks stand at the corners of the trim", "علامات القص عند زوايا الملصق"),
        fault=("a corner of the trim has no crop marks", "زاوية من زوايا القص بلا علامتيها"),
        hint=OURS,
    ),
    "preflight/press-slug": Row(
        rule=(
            "a line outside the bleed names the build and the sheet",
            "خارج زيادة القص سطر يسمّي الإصدار والورقة",
        ),
        fault=("no line outside the bleed names the build", "لا سطر خارج زيادة القص يسمّي البناء"),
        hint=_TEMPLATE,
    ),
    "preflight/booklet-sheets": Row(
        rule=(
            "a booklet has the sheets that its pages fill, each of two pages",
            "للكتيّب من الأوراق ما تملؤه صفحاته، في كل وجه صفحتان",
        ),
        fault={
            "count": (
                "the booklet has {sides} sides of sheets; {pages} pages fill {due}",
                "أوجه أوراق الكتيّب {sides}، وصفحاته {pages} تملأ {due}",
            ),
            "size": (
                "the sheet is {wide:.1f} × {high:.1f} mm, not {width:.1f} × {height:.1f} mm",
                "مقاس الورقة {wide:.1f} في {high:.1f} مم، لا {width:.1f} في {height:.1f} مم",
            ),
        },
        hint=OURS,
    ),
    "preflight/booklet-printing": Row(
        rule=(
            "a booklet is printed in its size and turned over the short edge",
            "يُطبع الكتيّب بمقاسه وتُقلب ورقته على حافتها القصيرة",
        ),
        fault={
            "scaling": (
                "the file lets a printer shrink its sheets",
                "يدع الملف للطابعة أن تصغّر أوراقه",
            ),
            "turning": (
                "the file does not ask to be turned over the short edge",
                "لا يطلب الملف قلب ورقه على حافته القصيرة",
            ),
        },
        hint=OURS,
    ),
    "preflight/sheet-count": Row(
        rule=(
            "a tiled poster has a map and a sheet for every part",
            "للملصق المقسّم خريطة وورقة لكل جزء",
        ),
        fault=(
            "the file has {pages} pages; the map and {sheets} sheets are due",
            "صفحات الملف {pages}، والمطلوب الخريطة ومعها من الأوراق {sheets}",
        ),
        hint=OURS,
    ),
    "preflight/sheet-size": Row(
        rule=("every office sheet is of its paper", "كل ورقة من أوراق المكتب بمقاسها"),
        fault=(
            "the page is {wide:.1f} × {high:.1f} mm; the sheet is {width:.0f} × {height:.0f} mm",
            "مقاس الصفحة {wide:.1f} في {high:.1f} مم، ومقاس الورقة {width:.0f} في {height:.0f} مم",
        ),
        hint=OURS,
    ),
    "preflight/sheet-scaling": Row(
        rule=("a tiled poster is not to be shrunk", "أوراق الملصق المقسّم لا تُصغَّر عند الطباعة"),
        fault=("the file lets a printer shrink its sheets", "يدع الملف للطابعة أن تصغّر أوراقه"),
        hint=OURS,
    ),
    "preflight/sheet-order": Row(
        rule=("every office sheet says where it belongs", "كل ورقة تبيّن موضعها"),
        fault=(
            "the sheet of row {row}, column {column} does not say {label}",
            "ورقة الصف {row} والعمود {column} لا تذكر {label}",
        ),
        hint=OURS,
    ),
    "preflight/sheet-margins": Row(
        rule=("the edges of an office sheet are empty", "حواف أوراق المكتب خالية"),
        fault={
            "empty": ("the sheet is empty", "الورقة فارغة"),
            "edge": (
                "something stands {near:.1f} mm from the edge of the sheet",
                "شيء على بُعد {near:.1f} مم من حافة الورقة",
            ),
        },
        hint=OURS,
    ),
    "preflight/picture-form": Row(
        rule=("a picture is a PNG of the right size", "الصورة من نوع `PNG` بالمقاس الصحيح"),
        fault={
            "unread": ("the picture cannot be opened", "لا يمكن فتح الصورة"),
            "kind": (
                "it is {format} in {mode}, not PNG in RGB",
                "الصورة من نوع {format} بألوان {mode}، لا `PNG` بألوان `RGB`",
            ),
            "size": (
                "it is {width} × {height} pixels, not {due} × {high:.0f}",
                "مقاس الصورة {width} في {height} بكسل، لا {due} في {high:.0f}",
            ),
            "large": (
                "it has {size:.1f} MB, too many for mail",
                "حجم الصورة {size:.1f} ميغابايت، وهو أكبر مما يحمله البريد",
            ),
        },
        hint=OURS,
    ),
    "preflight/picture-likeness": Row(
        rule=("a picture shows the poster", "الصورة تُظهر الملصق"),
        fault=(
            "a part of it differs from the poster by {apart} levels of 255",
            "جزء من الصورة يخالف الملصق بمقدار {apart} درجة من 255",
        ),
        hint=OURS,
    ),
    "preflight/web-text": Row(
        rule=(
            "the web page says what the records say, each value in its direction",
            "تقول صفحة الويب ما تقوله السجلات، وكل قيمة باتجاهها",
        ),
        fault={
            "absent": (
                "{what}: no element of the page shows “{text}”",
                "{what}: ليس في الصفحة عنصر نصه «{text}»",
            ),
            "turned": (
                "{what}: “{text}” stands in the direction of its line and would change its order",
                "{what}: يقع «{text}» باتجاه سطره فيتبدل ترتيبه",
            ),
        },
        hint=_TEMPLATE,
    ),
    "preflight/web-stray": Row(
        rule=(
            "nothing stands on the web page that no record says",
            "ليس في صفحة الويب ما لم يقله سجل",
        ),
        fault=(
            "“{text}” is on the page, and no record says it: “{before}”",
            "في الصفحة «{text}» ولا سجل يقولها: «{before}»",
        ),
        hint=_TEMPLATE,
    ),
    "preflight/web-link": Row(
        rule=(
            "the links of the web page lead to what is there, and it loads nothing",
            "روابط صفحة الويب تؤدي إلى ما هو موجود، وهي لا تجلب شيئاً من خارجها",
        ),
        fault={
            "anchor": (
                "the link {link} leads to an id that no element has",
                "الرابط {link} يؤدي إلى معرّف لا يحمله عنصر",
            ),
            "file": (
                "the link {link} leads to a file that does not stand beside the page",
                "الرابط {link} يؤدي إلى ملف ليس بجانب الصفحة",
            ),
            "twice": ("two elements have the id {link}", "لعنصرين المعرّف {link}"),
            "loads": ("the page loads {link}", "تجلب الصفحة {link} من خارجها"),
        },
        hint=_TEMPLATE,
    ),
    "preflight/web-weight": Row(
        rule=(
            "the web page is light enough for a telephone",
            "صفحة الويب خفيفة يحملها الهاتف",
        ),
        fault=(
            "the page weighs {size:.1f} MB without its pictures; the most is {most:.0f}",
            "حجم الصفحة بلا صورها {size:.1f} ميغابايت، والحد {most:.0f}",
        ),
        hint=(
            "divide the publication, or take a face from styles/web/",
            "قسّم المنشور، أو احذف خطاً من المجلد `styles/web/`",
        ),
    ),
    "preflight/social-text": Row(
        rule=(
            "a picture that is passed on says the title and the date of its event",
            "الصورة المعدة للتداول تقول عنوان حدثها وتاريخه",
        ),
        fault=(
            "{what}: “{text}” is not in the picture",
            "{what}: ليس «{text}» في الصورة",
        ),
        hint=_TEMPLATE,
    ),
}
