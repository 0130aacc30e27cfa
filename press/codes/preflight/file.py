"""Complaints of a finished file: its pages, fonts, links, images and size."""

from __future__ import annotations

from press.codes.preflight.shared import OURS, TEMPLATE
from press.codes.row import Row

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
        rule="""a PDF has the pages that were typeset, a poster one
                في الملف الصفحات التي نُضدت، وفي الملصق صفحة واحدة""",
        fault={
            "typeset": """the file has {pages} pages, {typeset} were typeset
                          في الملف من الصفحات {pages}، والمنضود منها {typeset}""",
            "runs-over": """the poster runs over {pages} pages; it is one
                            صفحات الملصق {pages}، وينبغي أن يكون صفحة واحدة""",
        },
        hint={
            "typeset": OURS,
            "runs-over": """shorten a text, or mend styles/poster.css
                            اختصر نصاً، أو أصلح الملف `styles/poster.css`""",
        },
    ),
    "preflight/page-size": Row(
        rule=("every page is cut to its paper", "كل صفحة بمقاس ورقها"),
        fault={
            "paper": """the {name} is {wide:.1f} × {high:.1f} mm; the paper is {width:.0f} × {height:.0f} mm
                        مقاس {name} هو {wide:.1f} في {high:.1f} مم، ومقاس الورق {width:.0f} في {height:.0f} مم""",
            "boxes": """the TrimBox does not lie on the MediaBox
                        الحدّان `TrimBox` و`MediaBox` غير متطابقين""",
        },
        hint={
            "paper": """see `size` of @page in the style sheet
                        انظر `size` في `@page` من ملف الأنماط""",
            "boxes": """see `bleed` of @page in the style sheet
                        انظر `bleed` في `@page` من ملف الأنماط""",
        },
    ),
    "preflight/fonts-embedded": Row(
        rule=("every font is embedded, as a subset", "كل خط مضمَّن، وليس منه إلا ما استُعمل"),
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
            "tags": """the file has no tags: a screen reader cannot follow it
                       لا وسوم في الملف، فلا تتبعه قارئة شاشة""",
            "order": """the tab key does not follow the tags here
                        لا يتبع مفتاح الجدولة ترتيب الوسوم هنا""",
        },
        hint=OURS,
    ),
    "preflight/language": Row(
        rule=("a PDF names its language", "الملف يسمّي لغته"),
        fault={
            "unnamed": """the language of the file is not named, that of the publication is {asked}
                          لا يذكر الملف لغته، ولغة المنشور {asked}""",
            "other": """the language of the file is {said}, that of the publication {asked}
                        لغة الملف {said}، ولغة المنشور {asked}""",
        },
        hint=OURS,
    ),
    "preflight/title": Row(
        rule=("a PDF shows its title in the window", "عنوان الملف ظاهر في النافذة"),
        fault={
            "window": """a reader's window would show the file's name as title
                         يعرض برنامج القراءة في نافذته اسم الملف لا عنوانه""",
            "other": """the title of the file is {said}, not {asked}
                        عنوان الملف {said}، لا {asked}""",
        },
        hint="""see `title` in publication.yaml and poster.yaml, and <title> in a template of your own
                انظر `title` في `publication.yaml` و`poster.yaml`، و`<title>` في قالب خاص بك""",
    ),
    "preflight/direction": Row(
        rule="""facing pages are shown in the order of the language
                الصفحات المتقابلة معروضة باتجاه اللغة""",
        fault="""facing pages would be shown against the order of the language
                 تُعرض الصفحات المتقابلة بعكس اتجاه اللغة""",
        hint=OURS,
    ),
    "preflight/metadata": Row(
        rule=("a PDF names its publisher and its subject", "الملف يسمّي ناشره وموضوعه"),
        fault="""the {what:term} of the file is {found}, not {asked}
                 {what:term} في الملف {found}، لا {asked}""",
        hint="""see `publisher` and `subject` in publication.yaml, and <meta> in a template of your own
                انظر `publisher` و`subject` في `publication.yaml`، و`<meta>` في قالب خاص بك""",
    ),
    "preflight/archivable": Row(
        rule="""a PDF claims PDF/A-2a and PDF/UA-1, with an output intent
                الملف على معياري `PDF/A-2a` و`PDF/UA-1` وله هدف إخراج""",
        fault={
            "claims": """the file does not claim both PDF/A-2a and PDF/UA-1
                         لا يذكر الملف المعيارين `PDF/A-2a` و`PDF/UA-1` معاً""",
            "intent": """the file has no output intent with a profile
                         ليس في الملف هدف إخراج له ملف تعريف ألوان""",
        },
        hint=OURS,
    ),
    "preflight/bookmarks": Row(
        rule="""each chapter and entry has a bookmark, in order
                لكل فصل ومدخل إشارة، على الترتيب""",
        fault={
            "none": ("{record} has no bookmark: {label}", "ليس للسجل {record} إشارة: {label}"),
            "order": """{record} has its bookmark out of order: {label}
                        إشارة السجل {record} في غير ترتيبها: {label}""",
        },
        hint="""see `bookmark-level` in styles/brief.css
                انظر `bookmark-level` في `styles/brief.css`""",
    ),
    "preflight/dead-link": Row(
        rule=("a link leads somewhere", "كل رابط يؤدي إلى موضع"),
        fault={
            "address": ("the address {address} is malformed", "العنوان {address} غير سليم"),
            "place": """a link leads to {goal}, which is not in the file
                        رابط يؤدي إلى {goal}، وليس في الملف""",
            "page": """a link leads to a page that is not in the file
                       رابط يؤدي إلى صفحة ليست في الملف""",
        },
        hint={
            "place": TEMPLATE,
            "page": TEMPLATE,
            "address": ("mend it in its record", "صحّحه في سجله"),
        },
    ),
    "preflight/missing-link": Row(
        rule="""contents, notes and index lead to what they name, and back
                المحتويات والحواشي والكشاف تؤدي إلى ما تسمّيه وتعود منه""",
        fault={
            "text": ("no link leads from the text to {goal}", "لا رابط يؤدي من النص إلى {goal}"),
            "contents": """no link leads from the contents to {goal}
                           لا رابط يؤدي من المحتويات إلى {goal}""",
            "record": """no link leads from {start} to {goal}
                         لا رابط يؤدي من {start} إلى {goal}""",
        },
        hint="""see the <a> in the template; a link inside `aria-hidden` leads nobody
                انظر `<a>` في القالب، فالرابط في `aria-hidden` لا يوصل أحداً""",
    ),
    "preflight/page-bounds": Row(
        rule="""the brief has pages for its records, and no more
                صفحات الموجز بقدر سجلاته ولا تزيد""",
        fault="""{pages} pages for {chapters} chapters, {entries} entries and {records} other records; {least} to {most} would do
                 عدد الصفحات {pages}، والفصول {chapters}، والمداخل {entries}، والسجلات الأخرى {records}؛ ويكفي من {least} إلى {most} صفحة""",
        hint="""a break before or after every block does this, or a part that is not printed
                سبب ذلك فاصل صفحة قبل كل كتلة أو بعدها، أو جزء لا يُطبع""",
    ),
    "preflight/file-size": Row(
        rule=("a file is no larger than mail carries", "حجم الملف لا يتجاوز ما يحمله البريد"),
        fault="""the file has {size:.1f} MB; {most:.0f} MB are the most
                 حجم الملف {size:.1f} ميغابايت، وأقصاه {most:.0f}""",
        hint="""store its images smaller: 300 pixels an inch are enough
                احفظ صوره أصغر: تكفي 300 بكسل في البوصة""",
    ),
    "preflight/coarse-image": Row(
        rule="""an image has 220 pixels an inch in the brief, 120 on a poster, and never under 100 and 60
                دقة الصور 220 بكسل في البوصة في الموجز و120 في الملصق، ولا تقل عن 100 و60""",
        fault="""the image {name} has {ppi:.0f} pixels an inch; {fine} are fine
                 دقة الصورة {name} هي {ppi:.0f} بكسل في البوصة، والدقة المطلوبة {fine}""",
        hint="""store it {wanted} pixels wide, or print it smaller
                احفظها بعرض {wanted} بكسل، أو اطبعها أصغر""",
    ),
    "preflight/colour-space": Row(
        rule="""what is not for the press is in greys or RGB
                ما لا يُرسل إلى المطبعة بألوان `RGB` أو بدرجات الرمادي""",
        fault=("{name} is in the colour space {space}", "{name} بألوان من الفضاء {space}"),
        hint="""store images in RGB or as greys, and colours as #rrggbb
                احفظ الصور بألوان `RGB` أو رمادية، واكتب الألوان هكذا: `#rrggbb`""",
    ),
}
