"""Keys of what all products share: names, house style, colours, faces, fixed words."""

from __future__ import annotations

from press.codes.row import Both
from press.commands.keys.world import FACTS

PUBLICATION: dict[str, dict[str, Both]] = {
    "Publication": {
        "title": ("the title of brief and poster", "عنوان الموجز والملصق"),
        "subtitle": ("the line under it", "السطر الذي تحته"),
        "language": ("the language of all texts: ar or en", "لغة النصوص كلها: ar أو en"),
        "period": """the fact whose years the publication covers
                     الواقعة التي تحدد سنوات المنشور""",
        "edition": ("the number and day of the edition", "رقم الطبعة ويومها"),
        "publisher": ("who publishes it", "الجهة الناشرة"),
        "subject": ("its subject, for catalogues", "موضوعه، للفهارس"),
        "keywords": ("words by which it is found", "كلمات يُعثر بها عليه"),
        "sheet": """the source whose errors the brief lists, if there is such a one
                    المصدر الذي يسرد الموجز أخطاءه، إن وُجد""",
        "symbols": """a pattern of document marks, by which they are known in texts
                      نمط رموز الوثائق الذي تُعرف به في النصوص""",
        "palette": ("colours of the pages; ours unless typed", "ألوان الصفحات، وإلا فألواننا"),
        "typefaces": """faces of reading, of display and of Latin words
                        خطوط القراءة والعناوين والكلمات اللاتينية""",
        "logos": ("logos on the cover, the back and the poster", "شعارات الغلاف وظهره والملصق"),
        "digits": """european (0123) or arabic (٠١٢٣)
                     european أي 0123، أو arabic أي ٠١٢٣""",
        "months": """how months are named, as levantine; see the guide of dates
                     بأي أسماء تُكتب الشهور، مثل levantine، وبيانها في دليل التواريخ""",
        "calendars": """gregorian, or [gregorian, hijri] to print both for whole days
                        gregorian، أو [gregorian, hijri] ليُطبع التاريخان للأيام""",
        "audit": """how strictly facts are held to their sources: draft, strict or double
                    شدة المطالبة بالمصادر: draft مسودة، أو strict، أو double قيد مزدوج""",
        "outputs": """forms that are made or not, as booklet: no; tiles-a4-light, tiles-a3-light (for office toner) and social only where they are asked for
                      الصيغ التي تُصنع والتي لا تُصنع، مثل booklet: no، أما tiles-a4-light وtiles-a3-light (لحبر المكتب) وsocial فلا تُصنع إلا إذا طُلبت""",
        "address": """where the publication can be read; the poster shows it as a code
                      عنوان المنشور على الشبكة، ويظهر على الملصق رمزاً يُقرأ بالكاميرا""",
        "facts": FACTS,
    },
    "EditionStamp": {
        "number": ("the number of the edition", "رقم الطبعة"),
        "date": ("its day; that of the build unless typed", "يومها، وإلا فيوم البناء"),
    },
    "PaletteRecord": {
        "ink": ("of texts", "لون النصوص"),
        "paper": ("of the page", "لون الصفحة"),
        "ground": ("of fields behind texts", "لون الأرضيات وراء النصوص"),
        "accent": ("of what is to be seen first", "لون ما يُراد أن يُرى أولاً"),
        "rule": ("of lines", "لون الخطوط الفاصلة"),
    },
    "Typefaces": {
        "text": ("of reading", "خط القراءة"),
        "display": ("of titles", "خط العناوين"),
        "latin": ("of words in Latin letters", "خط الكلمات اللاتينية"),
    },
    "FaceRecord": {
        "family": ("the family as the system has it", "اسم الخط كما هو في النظام"),
        "files": """font files in content/, in place of a family
                    ملفات خطوط في content/ بدلاً من الاسم""",
    },
    "LogoRecord": {
        "file": ("the file, from the folder content/", "الملف، انطلاقاً من المجلد content/"),
        "alt": ("whose logo it is, for who cannot see it", "صاحب الشعار، لمن لا يراه"),
    },
    "Headings": {
        "brief": ("fixed words of the brief", "كلمات الموجز الثابتة"),
        "poster": ("fixed words of the poster", "كلمات الملصق الثابتة"),
        "web": ("fixed words of the web page", "كلمات صفحة الشبكة الثابتة"),
        "sheets": """fixed words of tiles and press sheets
                     كلمات أوراق المكتب وملفات المطبعة الثابتة""",
        "corrigendum": ("fixed words of the sheet of changes", "كلمات ورقة التصويبات الثابتة"),
    },
}
