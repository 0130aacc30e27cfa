"""Complaints of preflight: what a printer or reader would find in a finished file."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/syntax": Row(
        rule=(
            "a finished PDF is well formed",
            "الملف سليم البنية",
        ),
    ),
    "preflight/page-count": Row(
        rule=(
            "a PDF has the pages that were typeset, a poster one",
            "في الملف الصفحات التي نُضدت، وفي الملصق صفحة واحدة",
        ),
    ),
    "preflight/page-size": Row(
        rule=(
            "every page is cut to its paper",
            "كل صفحة بمقاس ورقها",
        ),
    ),
    "preflight/fonts-embedded": Row(
        rule=(
            "every font is embedded, as a subset",
            "كل خط مضمَّن، بما استُعمل منه فقط",
        ),
    ),
    "preflight/tagged": Row(
        rule=(
            "a PDF is tagged for screen readers",
            "الملف موسوم لقارئات الشاشة",
        ),
    ),
    "preflight/language": Row(
        rule=(
            "a PDF names its language",
            "الملف يسمّي لغته",
        ),
    ),
    "preflight/title": Row(
        rule=(
            "a PDF shows its title in the window",
            "عنوان الملف ظاهر في النافذة",
        ),
    ),
    "preflight/direction": Row(
        rule=(
            "facing pages are shown from right to left",
            "الصفحات المتقابلة معروضة من اليمين إلى اليسار",
        ),
    ),
    "preflight/metadata": Row(
        rule=(
            "a PDF names its publisher and its subject",
            "الملف يسمّي ناشره وموضوعه",
        ),
    ),
    "preflight/archivable": Row(
        rule=(
            "a PDF claims PDF/A-2a and PDF/UA-1, with an output intent",
            "الملف على معياري `PDF/A-2a` و`PDF/UA-1` وله هدف إخراج",
        ),
    ),
    "preflight/bookmarks": Row(
        rule=(
            "each chapter and entry has a bookmark, in order",
            "لكل فصل ومدخل إشارة، على الترتيب",
        ),
    ),
    "preflight/dead-link": Row(
        rule=(
            "a link leads somewhere",
            "كل رابط يؤدي إلى موضع",
        ),
    ),
    "preflight/missing-link": Row(
        rule=(
            "contents, notes and index lead to what they name, and back",
            "المحتويات والحواشي والفهرس تؤدي إلى ما تسمّيه وتعود منه",
        ),
    ),
    "preflight/page-bounds": Row(
        rule=(
            "the brief has pages for its records, and no more",
            "صفحات الموجز بقدر سجلاته ولا تزيد",
        ),
    ),
    "preflight/file-size": Row(
        rule=(
            "a file is no larger than mail carries",
            "حجم الملف لا يتجاوز ما يحمله البريد",
        ),
    ),
    "preflight/coarse-image": Row(
        rule=(
            "an image has 300 pixels an inch in the brief, 150 on a poster",
            "دقة الصور 300 نقطة في البوصة في الموجز و150 في الملصق",
        ),
    ),
    "preflight/colour-space": Row(
        rule=(
            "what is not for the press is in greys or RGB",
            "ما لا يُرسل إلى المطبعة بألوان `RGB` أو بدرجات الرمادي",
        ),
    ),
    "preflight/unmapped-glyph": Row(
        rule=(
            "every glyph stands for a text",
            "كل رسم حرف يقابله نص",
        ),
    ),
    "preflight/fonts-expected": Row(
        rule=(
            "only fonts that the styles name are used",
            "لا يُستعمل إلا ما تسمّيه الأنماط من خطوط",
        ),
    ),
    "preflight/outside-safe-area": Row(
        rule=(
            "no text stands too near to the trim",
            "لا نص يقترب من حد القص أكثر مما ينبغي",
        ),
    ),
    "preflight/missing-entry": Row(
        rule=(
            "every event that should be there is printed",
            "كل حدث واجب الطبع مطبوع",
        ),
    ),
    "preflight/readback": Row(
        rule=(
            "what is printed is what the records say, letter by letter",
            "المطبوع هو ما تقوله السجلات حرفاً حرفاً",
        ),
    ),
    "preflight/stray-text": Row(
        rule=(
            "nothing is printed that no record says",
            "لا يُطبع شيء لا يقوله سجل",
        ),
    ),
    "preflight/overlap": Row(
        rule=(
            "the cards of the poster keep their places",
            "بطاقات الملصق في مواضعها",
        ),
    ),
    "preflight/off-scale": Row(
        rule=(
            "a mark stands at its date",
            "كل علامة عند تاريخها",
        ),
    ),
    "preflight/illegible": Row(
        rule=(
            "every text of a poster is read from as far as it must be",
            "كل نص في الملصق يُقرأ من المسافة المطلوبة",
        ),
    ),
    "preflight/matterhorn-01": Row(
        rule=(
            "all content is tagged or an artifact",
            "كل مضمون موسوم أو معدود من الزينة",
        ),
    ),
    "preflight/matterhorn-02": Row(
        rule=(
            "every tag is of a standard type",
            "كل وسم من الأنواع المعيارية",
        ),
    ),
    "preflight/matterhorn-09": Row(
        rule=(
            "tables, lists and contents are built as the standard has them",
            "الجداول والقوائم والمحتويات مبنية على المعيار",
        ),
    ),
    "preflight/matterhorn-10": Row(
        rule=(
            "every glyph that is shown has a text",
            "كل رسم حرف ظاهر له نص",
        ),
    ),
    "preflight/matterhorn-11": Row(
        rule=(
            "every language that is named is one",
            "كل لغة مسمّاة لغة معروفة",
        ),
    ),
    "preflight/matterhorn-13": Row(
        rule=(
            "every figure has a text in its place",
            "لكل شكل نص ينوب عنه",
        ),
    ),
    "preflight/matterhorn-14": Row(
        rule=(
            "headings begin with the first level and leave none out",
            "العناوين تبدأ من المستوى الأول ولا تتخطى مستوى",
        ),
    ),
    "preflight/matterhorn-15": Row(
        rule=(
            "every head of a table's row or column says which it is",
            "كل رأس في جدول يبيّن أهو لصف أم لعمود",
        ),
    ),
    "preflight/matterhorn-17": Row(
        rule=(
            "no formula is without a text",
            "لا معادلة بلا نص",
        ),
    ),
    "preflight/matterhorn-19": Row(
        rule=(
            "every note has an id of its own",
            "لكل حاشية معرّف خاص بها",
        ),
    ),
    "preflight/matterhorn-20": Row(
        rule=(
            "nothing in a PDF can be switched off",
            "لا شيء في الملف يمكن إخفاؤه",
        ),
    ),
    "preflight/matterhorn-21": Row(
        rule=(
            "no file is embedded in another",
            "لا ملف مضمَّن في آخر",
        ),
    ),
    "preflight/matterhorn-25": Row(
        rule=(
            "no form stands in a PDF",
            "لا استمارة في الملف",
        ),
    ),
    "preflight/matterhorn-26": Row(
        rule=(
            "nothing keeps a screen reader out",
            "لا شيء يمنع قارئات الشاشة",
        ),
    ),
    "preflight/matterhorn-28": Row(
        rule=(
            "every link has a name and stands in its tag",
            "لكل رابط اسم، وهو في وسمه",
        ),
    ),
    "preflight/matterhorn-30": Row(
        rule=(
            "no page draws from another file, and no mark twice",
            "لا صفحة ترسم من ملف آخر، ولا علامة مكررة",
        ),
    ),
    "preflight/matterhorn-31": Row(
        rule=(
            "fonts hold every glyph that is shown, as wide as told",
            "في الخطوط كل رسم حرف ظاهر، وعرضه كما يُذكر",
        ),
    ),
    "preflight/tag-links": Row(
        rule=(
            "every tag says what it stands in",
            "كل وسم يسمّي الوسم الذي هو فيه",
        ),
    ),
    "preflight/table-form": Row(
        rule=(
            "the rows of a table are of one width, and no cell lies on another",
            "صفوف الجدول متساوية العرض ولا خلية فوق أخرى",
        ),
    ),
    "preflight/archive-syntax": Row(
        rule=(
            "every byte of a PDF stands where it should",
            "كل بايت من الملف في موضعه",
        ),
    ),
    "preflight/archive-file": Row(
        rule=(
            "a PDF has an identifier and keeps its data in itself",
            "للملف معرّف، وبياناته كلها فيه",
        ),
    ),
    "preflight/archive-bare": Row(
        rule=(
            "a PDF holds nothing that runs, moves, signs or hides",
            "ليس في الملف ما يعمل أو يتحرك أو يوقَّع أو يُخفى",
        ),
    ),
    "preflight/archive-limits": Row(
        rule=(
            "nothing in a PDF is larger than every reader can hold",
            "لا شيء في الملف أكبر مما تسعه برامج القراءة كلها",
        ),
    ),
    "preflight/archive-content": Row(
        rule=(
            "a page asks for nothing unknown and nothing that is not there",
            "الصفحة لا تطلب ما لا يُعرف ولا ما ليس في الملف",
        ),
    ),
    "preflight/archive-colours": Row(
        rule=(
            "colours are those of the output intent or of a sound profile",
            "الألوان ألوان هدف الإخراج أو لها تعريف سليم",
        ),
    ),
    "preflight/archive-graphics": Row(
        rule=(
            "blends and images are such as every reader shows alike",
            "المزج والصور مما تعرضه برامج القراءة كلها عرضاً واحداً",
        ),
    ),
    "preflight/archive-fonts": Row(
        rule=(
            "every font says what it is",
            "كل خط يقول ما هو",
        ),
    ),
    "preflight/archive-private-use": Row(
        rule=(
            "no glyph stands for a private character",
            "لا رسم حرف يقابله محرف خاص",
        ),
    ),
    "preflight/archive-annotations": Row(
        rule=(
            "what can be clicked is printed and seen",
            "ما يُنقر مطبوع ظاهر",
        ),
    ),
    "preflight/archive-metadata": Row(
        rule=(
            "both kinds of metadata say the same",
            "نوعا البيانات الوصفية متفقان",
        ),
    ),
    "preflight/archive-schemas": Row(
        rule=(
            "every property of the metadata is known or described",
            "كل خاصية في البيانات الوصفية معروفة أو موصوفة",
        ),
    ),
    "preflight/off-grid": Row(
        rule=(
            "the lines of the text stand on one baseline grid",
            "أسطر المتن على شبكة واحدة في الصفحات كلها",
        ),
    ),
    "preflight/heading-at-foot": Row(
        rule=(
            "no heading stands in the last two lines of a page",
            "لا عنوان في آخر سطرين من صفحة",
        ),
    ),
    "preflight/split-paragraph": Row(
        rule=(
            "two lines of a paragraph stand on either side of a page's end",
            "إذا انقسمت فقرة بين صفحتين فسطران منها على الأقل في كل صفحة",
        ),
    ),
    "preflight/split-entry": Row(
        rule=(
            "an entry's title and date stand with its first lines",
            "عنوان المدخل وتاريخه مع أول سطوره",
        ),
    ),
    "preflight/missing-table-head": Row(
        rule=(
            "a table that runs over repeats its head",
            "الجدول الممتد على صفحات يتكرر رأسه",
        ),
    ),
    "preflight/thin-page": Row(
        rule=(
            "a page that does not end a chapter is filled to two fifths",
            "كل صفحة لا تختم فصلاً مملوءة إلى خمسيها على الأقل",
        ),
    ),
    "preflight/wide-space": Row(
        rule=(
            "no word space is wider than 0.6 em",
            "لا مسافة بين كلمتين أعرض من 0.6 من حجم الحرف",
        ),
    ),
    "preflight/loose-lines": Row(
        rule=(
            "few justified lines have word spaces wider than 0.45 em",
            "قليل من السطور المضبوطة مسافاته أعرض من 0.45 من حجم الحرف",
        ),
    ),
    "preflight/overfull-line": Row(
        rule=(
            "no line of a justified paragraph stands out of its measure",
            "لا سطر من فقرة مضبوطة يخرج عن عرضها",
        ),
    ),
    "preflight/river": Row(
        rule=(
            "no three wide word spaces lie one below the other",
            "لا ثلاث مسافات واسعة بعضها تحت بعض",
        ),
    ),
    "preflight/broken-join": Row(
        rule=(
            "letters that join are joined",
            "الحروف المتصلة موصولة",
        ),
    ),
    "preflight/stretched-type": Row(
        rule=(
            "no word is stretched",
            "لا كلمة ممطوطة",
        ),
    ),
    "preflight/broken-value": Row(
        rule=(
            "percentages, ranges, symbols, days and months stand on one line",
            "النسب والمديات والرموز، واليوم مع شهره، على سطر واحد",
        ),
    ),
    "preflight/house-marks": Row(
        rule=(
            "commas, semicolons and quotation marks are Arabic in Arabic",
            "الفواصل وعلامات التنصيص عربية في النص العربي",
        ),
    ),
    "preflight/foreign-phrase": Row(
        rule=(
            "words in Latin letters say their language",
            "كل عبارة بحروف لاتينية تبيّن لغتها",
        ),
    ),
    "preflight/mixed-digits": Row(
        rule=(
            "all digits are of one family",
            "الأرقام كلها من أسرة واحدة",
        ),
    ),
    "preflight/list-style": Row(
        rule=(
            "items are numbered with a figure and a dash",
            "بنود القوائم مرقّمة برقم وشرطة",
        ),
    ),
    "preflight/small-type": Row(
        rule=(
            "text is set in 11.5 pt at least, notes in 8.5 pt",
            "حجم النص 11.5 نقطة على الأقل، والحواشي 8.5",
        ),
    ),
    "preflight/outside-margins": Row(
        rule=(
            "no text stands outside the margins",
            "لا نص خارج الهوامش",
        ),
    ),
    "preflight/out-of-box": Row(
        rule=(
            "no text runs out of its box",
            "لا نص يفيض عن إطاره",
        ),
    ),
    "preflight/collision": Row(
        rule=(
            "no text is printed over another",
            "لا نص مطبوع فوق آخر",
        ),
    ),
    "preflight/low-contrast": Row(
        rule=(
            "letters differ from their ground, 7 to 1 where they are read",
            "الحروف متباينة مع أرضيتها، بنسبة 7 إلى 1 في نص القراءة",
        ),
    ),
    "preflight/colour-alone": Row(
        rule=(
            "neither a link nor a part of a drawing is told by colour alone",
            "لا يتميّز رابط ولا جزء من رسم باللون وحده",
        ),
    ),
    "preflight/press-boxes": Row(
        rule=(
            "trim, bleed and media of a press file lie around each other",
            "في ملف المطبعة حد القص داخل زيادته، وزيادته داخل الورقة",
        ),
    ),
    "preflight/press-bare": Row(
        rule=(
            "a press file holds nothing to click, to fill in or to run",
            "لا شيء في ملف المطبعة يُنقر أو يُملأ أو يُشغَّل",
        ),
    ),
    "preflight/press-intent": Row(
        rule=(
            "a press file brings the profile of its press",
            "في ملف المطبعة ملف تعريف ألوان مطبعته",
        ),
    ),
    "preflight/press-keys": Row(
        rule=(
            "a press file says that it is PDF/X-4, and all that this asks for",
            "ملف المطبعة على معيار `PDF/X-4` بكل ما يطلبه",
        ),
    ),
    "preflight/press-colours": Row(
        rule=(
            "a press file is painted in four inks",
            "ملف المطبعة مرسوم بالأحبار الأربعة وحدها",
        ),
    ),
    "preflight/press-blending": Row(
        rule=(
            "no inks of a press file are blended with others",
            "لا تمتزج أحبار ملف المطبعة",
        ),
    ),
    "preflight/press-ink": Row(
        rule=(
            "no place of a press sheet has more ink than its paper takes",
            "لا موضع من الورقة عليه من الحبر أكثر مما تحتمله",
        ),
    ),
    "preflight/press-overprint": Row(
        rule=(
            "text in black prints over what is beneath, and nothing else",
            "النص الأسود وحده يُطبع فوق ما تحته، ولا شيء سواه",
        ),
    ),
    "preflight/press-small-type": Row(
        rule=(
            "text under 17 pt bold or 24 pt regular is in black alone",
            "ما دون 17 نقطة بالخط العريض، أو 24 بالعادي، مطبوع بالأسود وحده",
        ),
    ),
    "preflight/press-reversed-type": Row(
        rule=(
            "no text under 14 pt is left white in four inks",
            "لا نص أبيض دون 14 نقطة في أرضية من أربعة أحبار",
        ),
    ),
    "preflight/press-solids": Row(
        rule=(
            "a solid of black over 10 mm both ways is deepened by other inks",
            "كل مساحة سوداء تجاوز 10 مم طولاً وعرضاً يعمّقها غير الأسود من الأحبار",
        ),
    ),
    "preflight/press-bleed": Row(
        rule=(
            "what touches the trim of a press file fills its bleed",
            "ما يمس حد القص في ملف المطبعة يملأ زيادة القص كلها",
        ),
    ),
    "preflight/press-marks": Row(
        rule=(
            "crop marks stand at the corners of the trim",
            "علامات القص عند زوايا الملصق",
        ),
    ),
    "preflight/press-slug": Row(
        rule=(
            "a line outside the bleed names the build and the sheet",
            "خارج زيادة القص سطر يسمّي الإصدار والورقة",
        ),
    ),
    "preflight/booklet-sheets": Row(
        rule=(
            "a booklet has the sheets that its pages fill, each of two pages",
            "للكتيّب من الأوراق ما تملؤه صفحاته، في كل وجه صفحتان",
        ),
    ),
    "preflight/booklet-printing": Row(
        rule=(
            "a booklet is printed in its size and turned over the short edge",
            "يُطبع الكتيّب بمقاسه وتُقلب ورقته على حافتها القصيرة",
        ),
    ),
    "preflight/sheet-count": Row(
        rule=(
            "a tiled poster has a map and a sheet for every part",
            "للملصق المقسّم خريطة وورقة لكل جزء",
        ),
    ),
    "preflight/sheet-size": Row(
        rule=(
            "every office sheet is of its paper",
            "كل ورقة من أوراق المكتب بمقاسها",
        ),
    ),
    "preflight/sheet-scaling": Row(
        rule=(
            "a tiled poster is not to be shrunk",
            "أوراق الملصق المقسّم لا تُصغَّر عند الطباعة",
        ),
    ),
    "preflight/sheet-order": Row(
        rule=(
            "every office sheet says where it belongs",
            "كل ورقة تبيّن موضعها",
        ),
    ),
    "preflight/sheet-margins": Row(
        rule=(
            "the edges of an office sheet are empty",
            "حواف أوراق المكتب خالية",
        ),
    ),
    "preflight/picture-form": Row(
        rule=(
            "a picture is a PNG of the right size",
            "الصورة من نوع `PNG` بالمقاس الصحيح",
        ),
    ),
    "preflight/picture-likeness": Row(
        rule=(
            "a picture shows the poster",
            "الصورة تُظهر الملصق",
        ),
    ),
}
