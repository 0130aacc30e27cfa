"""Complaints of setting: pages, lines, spaces, letters and colours as a compositor sees them."""

from __future__ import annotations

from press.codes.row import Row

ROWS: dict[str, Row] = {
    "preflight/off-grid": Row(
        rule="""the lines of the text stand on one baseline grid
                أسطر المتن على شبكة واحدة في الصفحات كلها""",
        fault="""{off} of {count} lines of the text stand off the grid of {pitch:.2f} mm, first {text}, by {by:+.2f} mm
                 عدد السطور الخارجة عن شبكة النص البالغة {pitch:.2f} مم: {off} من {count}، وأولها {text}، بمقدار {by:+.2f} مم""",
        hint="""make its height and spaces shares of `--grid`, or ask `--on-grid: start`
                اجعل ارتفاعه ومسافاته من أجزاء `--grid`، أو اطلب `--on-grid: start`""",
    ),
    "preflight/heading-at-foot": Row(
        rule=("no heading stands in the last two lines of a page", "لا عنوان في آخر سطرين من صفحة"),
        fault="""the heading {text} stands in the last two lines of the page
                 العنوان {text} في آخر سطرين من الصفحة""",
        hint="""see `break-after: avoid` of headings, and the room kept for first lines
                انظر `break-after: avoid` في العناوين، والحيّز المحفوظ للسطور الأولى""",
    ),
    "preflight/split-paragraph": Row(
        rule="""two lines of a paragraph stand on either side of a page's end
                إذا انقسمت فقرة بين صفحتين فسطران منها على الأقل في كل صفحة""",
        fault="""one line of a paragraph stands alone on the page: {text}
                 سطر وحيد من فقرة في الصفحة: {text}""",
        hint="""see `orphans` and `widows` in styles/shared/arabic.css
                انظر `orphans` و`widows` في `styles/shared/arabic.css`""",
    ),
    "preflight/split-entry": Row(
        rule="""an entry's title and date stand with its first lines
                عنوان المدخل وتاريخه مع أول سطوره""",
        fault="""the entry {text} begins here, its first lines stand on page {page}
                 يبدأ المدخل {text} هنا، وأول سطوره في الصفحة {page}""",
        hint="""see `break-inside` and `break-after` of the entry's head
                انظر `break-inside` و`break-after` في رأس المدخل""",
    ),
    "preflight/missing-table-head": Row(
        rule=("a table that runs over repeats its head", "الجدول الممتد على صفحات يتكرر رأسه"),
        fault="""the table runs over from page {page} without its head, above {text}
                 يمتد الجدول من الصفحة {page} بلا رأسه، فوق {text}""",
        hint=("give the table a <thead>; see its template", "اجعل للجدول `<thead>` في قالبه"),
    ),
    "preflight/thin-page": Row(
        rule="""a page is filled to three fifths, one that ends a chapter to two fifths
                كل صفحة مملوءة إلى ثلاثة أخماسها، وآخر صفحات الفصل إلى خمسيها""",
        fault={
            "inner": """{full:.0%} of the page is filled, and its chapter goes on overleaf
                        المملوء من الصفحة {full:.0%}، وفصلها متصل بما بعدها""",
            "last": """{full:.0%} of the page is filled, on which a chapter ends
                       المملوء من الصفحة {full:.0%}، وبها ينتهي فصل""",
        },
        hint="""{least:.0%} are the least; let what follows break or run on, or move a page's end
                الأدنى {least:.0%}، فدع ما يليه ينقسم أو يتصل به، أو انقل موضع انتهاء الصفحة""",
    ),
    "preflight/wide-space": Row(
        rule=("no word space is wider than 0.6 em", "لا مسافة بين كلمتين أعرض من 0.6 من حجم الحرف"),
        fault="""a word space of {gap:.2f} em in {text}; {most} em are the most
                 مسافة بين كلمتين قدرها {gap:.2f} إم في {text}، وأقصاها {most} إم""",
        hint="""set the paragraph ragged (`text-align: start`), or part what stands beside it
                اترك الفقرة بلا ضبط (`text-align: start`)، أو أبعد ما بجانبها""",
    ),
    "preflight/loose-lines": Row(
        rule="""few justified lines have word spaces wider than 0.45 em
                قليل من السطور المضبوطة مسافاته أعرض من 0.45 من حجم الحرف""",
        fault="""{loose} of {count} justified lines have word spaces wider than {em} em, the widest {text}
                 عدد السطور المضبوطة التي تتجاوز مسافاتها {em} إم: {loose} من {count}، وأعرضها {text}""",
        hint="""change a word, or write `lines: ragged` in content/brief.yaml; a style sheet sets a narrow column so with `--lines: rag`
                غيّر كلمة، أو اكتب `lines: ragged` في `content/brief.yaml`، ويُترك العمود الضيق وحده بلا ضبط بالعبارة `--lines: rag` في ملف الأنماط""",
    ),
    "preflight/overfull-line": Row(
        rule="""no line of a justified paragraph stands out of its measure
                لا سطر من فقرة مضبوطة يخرج عن عرضها""",
        fault="""{text} stands {out:.1f} mm out of the lines around it
                 {text} خارج عن السطور حوله بمقدار {out:.1f} مم""",
        hint="""let what does not fit break, or write `lines: ragged` in content/brief.yaml
                دع ما لا يتسع له السطر ينقسم، أو اكتب `lines: ragged` في `content/brief.yaml`""",
    ),
    "preflight/river": Row(
        rule="""no three wide word spaces lie one below the other
                لا ثلاث مسافات واسعة بعضها تحت بعض""",
        fault="""a river of {lines} wide word spaces ends in {text}
                 نهر من مسافات واسعة عددها {lines} ينتهي في {text}""",
        hint="""change a word, or write `lines: ragged` in content/brief.yaml
                غيّر كلمة، أو اكتب `lines: ragged` في `content/brief.yaml`""",
    ),
    "preflight/short-last-line": Row(
        rule="""few paragraphs end with a line shorter than 25 mm, in type of 12 pt
                قلّ أن تنتهي فقرة بسطر أقصر من 25 مم في حرف مقاسه 12 نقطة""",
        fault="""{short} of {count} paragraphs end with a short line, the shortest with {text}
                 عدد الفقرات التي تنتهي بسطر قصير {short} من {count}، وأقصرها {text}""",
        hint="""ask for a longer last line, `--last-line` in `styles/shared/tokens.css`, or change a word
                زد طول السطر الأخير، `--last-line` في `styles/shared/tokens.css`، أو غيّر كلمة""",
    ),
    "preflight/uneven-heading": Row(
        rule="""no line of a heading is shorter than two fifths of its longest
                لا سطر من عنوان أقصر من خمسي أطول سطوره""",
        fault="""{text} is {share:.0%} of the longest line of its heading
                 طول {text} من أطول سطور عنوانه {share:.0%}""",
        hint="""let its lines be chosen together, `--lines: level`, or shorten the title
                اجعل سطوره تُختار معاً، `--lines: level`، أو اختصر العنوان""",
    ),
    "preflight/stray-title": Row(
        rule="""a title stands on the edge of a column of what is beneath it
                يقع العنوان على حافة عمود مما تحته""",
        fault="""{text} begins at {edge:.0f} mm, where nothing beneath it begins
                 يبدأ {text} عند {edge:.0f} مم، ولا شيء تحته يبدأ هناك""",
        hint="""indent the title as what follows it: `--hang` or nothing
                اجعل بدء العنوان كبدء ما يليه: `--hang` أو بلا إزاحة""",
    ),
    "preflight/blank-line": Row(
        rule="""paragraphs of one text follow each other without a blank line
                تتوالى فقرات النص الواحد بلا سطر فارغ بينها""",
        fault="""{text} begins {by:.1f} mm below the paragraph before it
                 يبدأ {text} أسفل الفقرة السابقة بمقدار {by:.1f} مم""",
        hint="""tell paragraphs apart by an indent: `text-indent: var(--grid)`
                ميّز الفقرات بمسافة في أولها: `text-indent: var(--grid)`""",
    ),
    "preflight/uneven-spread": Row(
        rule="""two pages that face each other end on one height, to four lines
                تنتهي الصفحتان المتقابلتان على ارتفاع واحد، بفرق أربعة سطور""",
        fault="""the page ends {apart:.0f} mm higher or lower than page {other}, which faces it
                 تنتهي الصفحة على ارتفاع يفارق الصفحة {other} المقابلة لها بمقدار {apart:.0f} مم""",
        hint="""change the length of a text, or the order of what stands there
                غيّر طول نص، أو ترتيب ما في الصفحة""",
    ),
    "preflight/missing-running-head": Row(
        rule="""where pages have a running head, each has on which a chapter goes on
                إن كان للصفحات رأس جارٍ فهو لكل صفحة يتصل فيها فصل""",
        fault="""a chapter goes on on the page, and no running head says which
                 في الصفحة فصل متصل، ولا رأس جارياً يذكره""",
        hint="""let the margins of every page hold it: `@page` in `styles/brief.css`
                اجعله في هوامش كل صفحة: `@page` في `styles/brief.css`""",
    ),
    "preflight/missing-tab": Row(
        rule="""where a chapter has a tab at the edge, all its pages have it, in one place and colour
                إن كان للفصل علامة على حافة الصفحة فهي على كل صفحاته، في موضع واحد وبلون واحد""",
        fault="""the page lacks the tab that its chapter has on others
                 ليس على الصفحة علامة الفصل التي على صفحاته الأخرى""",
        hint="""let the margins of every page hold it: `element(tab)` in `styles/brief.css`
                اجعلها في هوامش كل صفحة: `element(tab)` في `styles/brief.css`""",
    ),
    "preflight/tall-figure": Row(
        rule="""figures in Arabic text stand no higher than an alef
                لا تعلو الأرقام في النص العربي على الألف""",
        fault="""figures are higher than an alef on {lines} lines, as in {text}
                 الأرقام أعلى من الألف في سطور عددها {lines}، ومنها {text}""",
        hint="""set figures smaller: `--symbol` in `styles/shared/tokens.css`
                صغّر الأرقام: `--symbol` في `styles/shared/tokens.css`""",
    ),
    "preflight/marked-figure": Row(
        rule="""the mark of a note stands on words, never on a figure alone
                تقع علامة الحاشية على كلام، لا على رقم وحده""",
        fault="""in {text} the mark of a note reads as a power of the figure
                 تُقرأ علامة الحاشية في {text} كأنها أُسّ للرقم""",
        hint="""put the mark on the label or the head of the row
                ضع العلامة على التسمية أو على رأس الصف""",
    ),
    "preflight/broken-join": Row(
        rule=("letters that join are joined", "الحروف المتصلة موصولة"),
        fault="""{first} and {second} do not join in {text}
                 الحرفان {first} و{second} غير متصلين في {text}""",
        hint="""no `letter-spacing`, and no element that begins or ends inside a word
                لا تستعمل `letter-spacing`، ولا تبدأ عنصراً داخل كلمة ولا تختمه داخلها""",
    ),
    "preflight/stretched-type": Row(
        rule=("no word is stretched", "لا كلمة ممطوطة"),
        fault={
            "drawn": ("{text} is drawn {stretch:.0%} wide", "{text} مرسوم بعرض {stretch:.0%}"),
            "tatweel": ("{text} is stretched with a tatweel", "{text} ممدود بالتطويل"),
        },
        hint="""take the tatweel or the `transform` out; spaces alone may widen
                احذف التطويل أو `transform`، فلا يتسع إلا ما بين الكلمات""",
    ),
    "preflight/broken-value": Row(
        rule="""percentages, ranges, symbols, days and months stand on one line
                النسب والمديات والرموز، واليوم مع شهره، على سطر واحد""",
        fault="""{last} and {first} belong together and stand on two lines
                 {last} و{first} متلازمان، وهما في سطرين""",
        hint="""print it by a reference, or set `white-space: nowrap` on it
                اطبعه بإحالة، أو اجعل له `white-space: nowrap`""",
    ),
    "preflight/house-marks": Row(
        rule="""commas, semicolons and quotation marks are Arabic in Arabic
                الفواصل وعلامات التنصيص عربية في النص العربي""",
        fault=("{mark} is printed in {text}", "العلامة {mark} مطبوعة في {text}"),
        hint=("write {wanted}", "اكتب {wanted}"),
    ),
    "preflight/foreign-phrase": Row(
        rule=("words in Latin letters say their language", "كل عبارة بحروف لاتينية تبيّن لغتها"),
        fault="""a foreign phrase without its language stands in {text}
                 عبارة أجنبية لا تُذكر لغتها في {text}""",
        hint="""type it as {{lang en: …}}, or give its element a `lang` in the template
                اكتبها هكذا: `{{lang en: …}}`، أو اجعل لعنصرها `lang` في القالب""",
    ),
    "preflight/mixed-digits": Row(
        rule=("all digits are of one family", "الأرقام كلها من نوع واحد"),
        fault="""{few} digits are of {rare} and {most} of the other family, first in {text}
                 عدد الأرقام من {rare} هو {few}، ومن النوع الآخر {most}، وأول ذلك في {text}""",
        hint="""see `digits` in content/publication.yaml; write figures as references
                انظر `digits` في `content/publication.yaml`، واكتب الأعداد بإحالات""",
    ),
    "preflight/list-style": Row(
        rule=("items are numbered with a figure and a dash", "بنود القوائم مرقّمة برقم وشرطة"),
        fault=("an item is numbered {text}", "بند مرقَّم هكذا: {text}"),
        hint="""number it with a figure and a dash: @counter-style with suffix ' - '
                رقّمه برقم وشرطة: `@counter-style` بلاحقة `' - '`""",
    ),
    "preflight/small-type": Row(
        rule="""text is set in 11.5 pt at least, notes in 8.5 pt
                حجم النص 11.5 نقطة على الأقل، والحواشي 8.5""",
        fault="""{text} is set in {small:g} pt; {least} pt are the least
                 {text} مطبوع بحجم {small:g} نقطة، وأدناه {least} نقطة""",
        hint="""take a larger step of the type scale in styles/shared/tokens.css
                خذ درجة أكبر من سلّم المقاسات في `styles/shared/tokens.css`""",
    ),
    "preflight/outside-margins": Row(
        rule=("no text stands outside the margins", "لا نص خارج الهوامش"),
        fault="""{text} stands {out:.1f} mm outside the margins
                 {text} خارج عن الهوامش بمقدار {out:.1f} مم""",
        hint="""shorten the text, let it break, or see the margins in the style sheet
                اختصر النص، أو دعه ينقسم، أو انظر الهوامش في ملف الأنماط""",
    ),
    "preflight/out-of-box": Row(
        rule=("no text runs out of its box", "لا نص يفيض عن إطاره"),
        fault={
            "box": ("{text} runs out of its box", "{text} يفيض عن إطاره"),
            "column": ("{text} runs into the next column", "{text} يفيض على العمود التالي"),
        },
        hint={
            "box": """shorten the text, let it break, or make the box larger
                      اختصر النص، أو دعه ينقسم، أو وسّع الإطار""",
            "column": ("let it break, or give the column more room", "دعه ينقسم، أو وسّع العمود"),
        },
    ),
    "preflight/collision": Row(
        rule=("no text is printed over another", "لا نص مطبوع فوق آخر"),
        fault="""{text} and {other} are printed over each other
                 {text} و{other} مطبوعان أحدهما فوق الآخر""",
        hint="""one of the two boxes is too small, or stands in the other's place
                أحد الإطارين أصغر مما ينبغي، أو هو في موضع الآخر""",
    ),
    "preflight/low-contrast": Row(
        rule="""letters differ from their ground, 7 to 1 where they are read
                الحروف متباينة مع أرضيتها، بنسبة 7 إلى 1 في نص القراءة""",
        fault="""{text} is printed in {colour} on {ground}: {ratio:.1f} to 1; {wanted:g} to 1 is the least
                 {text} مطبوع باللون {colour} على {ground}: التباين {ratio:.1f} إلى 1، وأدناه {wanted:g} إلى 1""",
        hint="""take a darker colour of styles/shared/tokens.css, or a lighter ground
                خذ لوناً أغمق من `styles/shared/tokens.css`، أو أرضية أفتح""",
    ),
    "preflight/colour-alone": Row(
        rule=("no link is told by colour alone", "لا يتميّز رابط باللون وحده"),
        fault="""a link in {text} differs from its text by colour alone, {contrast:.1f} to 1
                 رابط في {text} لا يميّزه من نصه إلا اللون، والتباين {contrast:.1f} إلى 1""",
        hint="""underline it, set it in another weight, or let it keep the colour of the text
                ضع تحته خطاً، أو اجعل له وزناً آخر، أو أبقِ له لون النص""",
    ),
}
