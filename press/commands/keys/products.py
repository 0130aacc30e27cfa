"""Keys of products: what a brief and a poster say and show, on which paper, in which order."""

from __future__ import annotations

from press.codes.row import Both
from press.commands.keys.world import FACTS

PRODUCTS: dict[str, dict[str, Both]] = {
    "PosterPlan": {
        "from": """the stem of another poster, whose keys hold here unless they are typed: `content/poster-a3.yaml` may say `from: poster`
                   اسم ملصق آخر تسري مفاتيحه هنا ما لم يُكتب غيرها، كأن يُكتب `from: poster` في `content/poster-a3.yaml`""",
        "select": """the events that it shows: `{actor, kind, rank, tags, period: 2005/2008, events}`; all must hold, any of several do, `rank` is the least
                     ما يعرضه من أحداث: `{actor, kind, rank, tags, period: 2005/2008, events}`، ويجب أن يصدق كل شرط منها، ويكفي أي واحد من عدة، و`rank` أدنى الرتب""",
        "title": """the title, seen across a hall; that of the publication unless typed
                    العنوان، ويُرى من آخر القاعة؛ وهو عنوان المنشور ما لم يُكتب غيره""",
        "subtitle": ("the line beside or below it", "السطر الذي بجانب العنوان أو تحته"),
        "introduction": ("one paragraph under the title", "فقرة واحدة تحت العنوان"),
        "period": """the first and the last year of the axis, `[2005, 2012]`, those of all events unless typed; events dated wholly within them have cards
                     أول سنوات المحور وآخرها، `[2005, 2012]`، وهما لجميع الأحداث ما لم يُكتب غيرهما، ولكل حدث يقع تاريخه كله بينهما بطاقة""",
        "omit": """ids of events that have no card on purpose, those outside `period` too
                   معرّفات أحداث لا بطاقات لها عن قصد، ومنها ما يقع خارج `period`""",
        "paper": """the sheet: A0 to A6, B0 to B6, Letter, Legal, Tabloid, Arch A to Arch E, or its two sides in mm as `[850, 2000]`, 90 to 5,000
                    قياس الورق: من A0 إلى A6، ومن B0 إلى B6، أو Letter أو Legal أو Tabloid، أو من Arch A إلى Arch E، أو ضلعاه بالمليمتر هكذا `[850, 2000]`، من 90 إلى 5000""",
        "orientation": """how it hangs: `landscape` or `portrait`; a paper in mm hangs as it is typed
                          اتجاه الورقة: `landscape` أفقية أو `portrait` عمودية، وما قياسه بالمليمتر يُعلَّق كما كُتب""",
        "composition": """`auto`, `skyline` or `cards`: a skyline, or cards on both sides of the axis
                          التكوين: `auto` أو `skyline` أو `cards`، فإما أفق من الأحداث وإما بطاقات على جانبي المحور""",
        "paces": """how time runs: `auto` or `linear`, or up to four stretches with a pace of their own as `[[1514, 1800], [1800, 1991]]`
                    سير الزمن: `auto` أو `linear`، أو ما لا يزيد على أربع مدد لكل منها سيرها هكذا `[[1514, 1800], [1800, 1991]]`""",
        "eras": """stretches of time that have a name, tinted behind the axis: `{name: …, from: 1914, to: 1918}`
                   مدد لها أسماء تُلوَّن خلف المحور: `{name: …, from: 1914, to: 1918}`""",
        "promise": """one sentence in large type in the free part of the sheet
                      جملة واحدة بخط كبير في المتسع من الورقة""",
        "headline": """one large figure in the free part of the sheet: `{figure: the id of a fact, text: …}`, or a sentence
                       رقم كبير واحد في المتسع من الورقة: `{figure: معرّف واقعة, text: …}`، أو جملة""",
        "fillers": """sentences, or figures as of `headline`, for what else stays free
                      جمل أو أرقام كرقم `headline` لما بقي خالياً""",
        "texts": """`auto`, as many as fit; or the lowest rank whose events carry their text: `turning-point`, `major` or `minor`; all others show date and title
                    `auto` أي كل ما تتسع له الورقة، أو أدنى رتبة تحمل أحداثها نصها: `turning-point` أو `major` أو `minor`، وما دونها بتاريخه وعنوانه""",
        "pictures": """`auto`, those of events that stand beside all texts at hardly smaller type; `none`; or the lowest rank whose events show their picture: `turning-point`, `major` or `minor`
                       `auto` أي صور الأحداث التي تتسع لها الورقة مع النصوص كلها من غير أن يصغر الخط إلا قليلاً، أو `none` فلا صور، أو أدنى رتبة تُطبع صور أحداثها: `turning-point` أو `major` أو `minor`""",
        "headings": """fixed words that are to differ from those under `poster` in `content/headings.ar.yaml`
                       كلمات ثابتة يُراد لها أن تخالف ما تحت `poster` في `content/headings.ar.yaml`""",
        "sources-line": ("where it is all from, at the foot", "بيان المصادر في أسفل الملصق"),
        "pillars": """short texts that stand numbered beside the introduction
                      نصوص قصيرة مرقّمة بجانب المقدمة""",
        "figures": """the figures at the foot, each a `fact` and a `label`: a vote is drawn as seats, a count as a bar
                      الأرقام التي في الأسفل، لكل منها `fact` و`label`: يُرسم التصويت مقاعد، ويُرسم العدد شريطاً""",
        "facts": FACTS,
        "reading": ("from how far it is read", "المسافة التي يُقرأ منها"),
        "press": ("what the print shop asks for", "ما تطلبه المطبعة"),
        "tiles": ("how office sheets are glued", "كيف تُلصق أوراق المكتب"),
        "outputs": """forms of this poster that are made or not, as `press: no`, in place of what `outputs` of `publication.yaml` says of them
                      صيغ هذا الملصق التي تُصنع والتي لا تُصنع، مثل `press: no`، بدلاً مما يقوله عنها `outputs` في `publication.yaml`""",
    },
    "ReadingPlan": {
        "distance": """from how far cards are read, 0.2 to 20 m: 1.5 on A0 and A1, 1 on A2, 0.75 on A3, 0.5 on A4, two and a half times the short side
                       المسافة التي تُقرأ منها البطاقات، من 0.2 إلى 20 متراً: 1.5 للقياسين A0 وA1، و1 للقياس A2، و0.75 للقياس A3، و0.5 للقياس A4، أي مرتين ونصف طول الضلع القصير""",
        "letter": """how high a letter's ink must be at least (a medial meem), 0.05 to 2 % of that distance
                     أقل ارتفاع مقبول لحبر الحرف (الميم المتوسطة)، من 0.05 إلى 2 في المائة من تلك المسافة""",
    },
    "PressPlan": {
        "bleed": """how far the ground runs past the trim in the press file, 3 to 20 mm; 5 mm on a poster and 3 mm in a brief unless typed
                    ما تزيد به الأرضية على حد القص في ملف المطبعة، من 3 إلى 20 مم، وهو 5 مم للملصق و3 مم للموجز ما لم يُكتب غيره""",
        "profile": """the ICC profile of the press, a file that stands in `content/`; without one, Ghostscript's `default_cmyk.icc`, an American coated sheet
                      ملف ICC الذي يصف آلة الطبع، ويوضع في `content/`، ومن دونه يُستعمل `default_cmyk.icc` المرفق ببرنامج Ghostscript، وهو لورق أمريكي مصقول""",
        "ink-limit": """the most ink that the paper takes of all four together, in percent, 180 to 400
                        أكثر ما يحتمله الورق من الأحبار الأربعة معاً، في المائة، من 180 إلى 400""",
    },
    "TilesPlan": {
        "overlap": """what neighbouring office sheets share for the glue, 5 to 40 mm
                      ما تشترك فيه ورقتان متجاورتان من أوراق المكتب ليُلصق، من 5 إلى 40 مم""",
    },
    "EraRecord": {
        "name": ("its name", "اسمها"),
        "from": ("its first date", "أول تاريخها"),
        "to": ("its last date", "آخر تاريخها"),
    },
    "SayingRecord": {
        "figure": ("the id of a fact, whose value is set large", "معرّف واقعة تُكتب قيمتها بخط كبير"),
        "text": ("the sentence", "الجملة"),
    },
    "BriefPlan": {
        "from": """the stem of another brief, whose keys hold here unless they are typed
                   اسم موجز آخر تسري مفاتيحه هنا ما لم يُكتب غيرها""",
        "select": """the events that it tells; all conditions must hold, any of several do
                     ما يرويه من أحداث، ويجب أن يصدق كل شرط، ويكفي أي واحد من عدة""",
        "introduction": ("what the reader should know first", "ما ينبغي أن يعرفه القارئ أولاً"),
        "summary": ("what happened, in one page", "ما حدث، في صفحة واحدة"),
        "paper": """the page: A4, A5, B5, Letter or its two sides in mm as [170, 240]
                    الصفحة: A4 أو A5 أو B5 أو Letter أو ضلعاها بالمليمتر هكذا [170, 240]""",
        "parts": ("which parts it has, in their order", "أجزاؤه، بترتيبها"),
        "pages": """pages of its own, as a foreword, by their names
                    صفحات خاصة به، كالتصدير، بأسمائها""",
        "image": ("the picture of its cover", "صورة غلافه"),
        "chapters": """the chapters in their order, by their ids; without any, all events are told in the order of time
                       الفصول بترتيبها ومعرّفاتها، فإن لم تكن رُويت الأحداث كلها بترتيب الزمن""",
        "press": ("what the print shop asks for", "ما تطلبه المطبعة"),
        "booklet": ("how the stapled booklet is folded", "كيف يُطوى الكتيّب المدبّس"),
        "outputs": """forms of this brief that are made or not, as press: no, in place of what outputs of publication.yaml says of them
                      صيغ هذا الموجز التي تُصنع والتي لا تُصنع، مثل press: no، بدلاً مما يقوله عنها outputs في publication.yaml""",
        "headings": """fixed words that are to differ from those under brief in headings.ar.yaml or headings.en.yaml
                       كلمات ثابتة يُراد لها أن تخالف ما تحت brief في headings.ar.yaml أو headings.en.yaml""",
        "notes-lead": ("the words before the notes", "ما يسبق الحواشي"),
        "sources-lead": ("the words before the sources", "ما يسبق المصادر"),
        "blurb": """one sentence on the back: what the brief is, for who holds it closed
                    جملة واحدة على الغلاف الأخير تقول ما الموجز لمن يمسكه مغلقاً""",
        "lines": """how reading text is set: `justified`, its lines chosen together by paragraph, or `ragged`, line after line
                    صفّ نص القراءة: `justified` تُختار أسطر الفقرة معاً وتتساوى أطرافها، أو `ragged` سطراً بعد سطر فلا تتساوى""",
        "colophon": ("who made it, and how, on its last page", "من صنعه وكيف، في صفحته الأخيرة"),
        "facts": FACTS,
    },
    "SelectRecord": {
        "actor": ("ids of actors", "معرّفات جهات"),
        "kind": ("ids of kinds", "معرّفات أنواع"),
        "rank": ("the lowest rank", "أدنى رتبة"),
        "tags": ("tags", "وسوم"),
        "events": ("ids of events", "معرّفات أحداث"),
        "period": ("a span of time, as 2005/2008", "مدة، مثل 2005/2008"),
    },
    "SummaryRecord": {
        "findings": """what a reader takes away, each of one or two lines; three are enough
                       خلاصات يخرج بها القارئ، كل منها في سطر أو سطرين، وتكفي ثلاث""",
        "text": ("what happened, in paragraphs", "ما حدث، في فقرات"),
        "figures": """figures to remember, each a `fact` and a `label`; three stand beside each other
                      أرقام تُحفظ، لكل منها `fact` و`label`، وتتجاور ثلاثة منها""",
    },
    "FigureRecord": {
        "fact": ("the fact, or a part of one", "الواقعة أو جزء منها"),
        "label": ("what the figure is", "بيان الرقم"),
    },
    "PageRecord": {
        "title": ("its title", "عنوانها"),
        "text": ("its text, a blank line between paragraphs", "نصها، وبين الفقرتين سطر خالٍ"),
        "image": ("its picture", "صورتها"),
        "sign": ("who signs it", "من يوقّعها"),
    },
    "SignatureRecord": {
        "name": ("the name", "الاسم"),
        "role": ("what this person is", "صفته"),
        "image": ("the signature as a picture", "صورة التوقيع"),
    },
    "ChapterPlan": {
        "title": ("its title", "عنوانه"),
        "lead": ("a sentence or two that open it", "جملة أو جملتان في مطلعه"),
        "text": ("its own text before the events", "نصه قبل الأحداث"),
        "entries": """the events that it tells, in order: their ids
                      ما يرويه من أحداث بترتيبها: معرّفاتها""",
        "exhibits": """pull-outs, charts and tables, by their ids
                       اقتباسات بارزة ورسوم وجداول، بمعرّفاتها""",
        "facts": FACTS,
    },
    "ExhibitRecord": {
        "title": ("its title", "عنوانه"),
        "text": ("its text", "نصه"),
        "points": ("points in a row", "نقاط متتابعة"),
        "chart": ("a chart", "رسم بياني"),
        "table": ("a table", "جدول"),
        "after": """the event after which it stands; at the head of the chapter unless typed
                    الحدث الذي يأتي بعده، وإلا ففي رأس الفصل""",
    },
    "PointRecord": {
        "head": ("its head; its number unless typed", "رأسها، وإلا فرقمها"),
        "text": ("its text", "نصها"),
    },
    "ChartRecord": {
        "aloud": ("what is drawn, for who cannot see it", "وصف المرسوم، لمن لا يراه"),
        "figures": """what is drawn: counts as bars, votes as seats
                      ما يُرسم: الأعداد أشرطة، والأصوات مقاعد""",
    },
    "TableRecord": {
        "columns": ("the heads of the columns", "رؤوس الأعمدة"),
        "exceptional": ("rows that stand out, counted from 1", "صفوف تُبرز، معدودة من 1"),
        "rows": """the rows, each with as many cells; < joins a cell to the one before
                   الصفوف، وخلايا كل منها بعدد الأعمدة، و< تصل الخلية بما قبلها""",
    },
    "BookletPlan": {
        "creep": """how far each sheet pushes the next one out, 0 to 1 mm
                    ما تدفعه كل ورقة مما بداخلها إلى الخارج، من 0 إلى 1 مم""",
    },
}
