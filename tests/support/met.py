"""Cases that people met in public: what was typed, what a check says, what stands on the page.

Each is known by its number in the collection that it came from; the number is the id of its test.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.support.small import BASE, Change

EVENT = "events/2006-08-31-resolution-1706.yaml"
OLDER = "events/2006-04-28-resolution-1674.yaml"
TITLE = "title: القرار 1706 بشأن دارفور"
POSTER = "poster: يأذن مجلس الأمن بنشر {unsc-1706-troops:عنصر:جر} في دارفور"
RANK, DATE, VALUE = "rank: major", "date: 2006-08-31\n", "    value: 17300"
LEAD = "عيّن الأمين العام مستشاراً خاصاً معنياً بالمسؤولية عن الحماية."
ENTRIES = "    entries: [luck-appointed]\n"


@dataclass(frozen=True, slots=True)
class Case:
    """What a person typed, and what ought to come of it.

    `lead` stands in place of the lead of the second chapter of the base, `facts` below it, `files`
    are changed otherwise. `says`: the complaints of a check in their order, each as `line:column
    code`, and words of its message behind. `paper`: what then stands on the page, from left to
    right without white space, each bracket as the opening one.
    """

    lead: str = ""
    facts: str = ""
    files: Mapping[str, bytes | str | Change | None] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    paper: tuple[str, ...] = ()


def fact(id: str, about: str, value: str, kind: str = "") -> str:
    """A fact of a chapter, vouched for by one source."""
    told = f"      {id}:\n        about: {about}\n        value: {value}\n        said: [article]\n"
    return told + (f"        is: {kind}\n" if kind else "")


def leads(*cases: Case) -> str:
    """The brief of the base with the leads of `cases` as paragraphs of one, and their facts."""
    text = "\n\n".join(case.lead for case in cases).replace("\n", "\n      ")
    facts = "".join(case.facts for case in cases)
    brief = (BASE / "brief.yaml").read_text("utf-8").replace(LEAD, text)
    return brief.replace(ENTRIES, ENTRIES + (f"    facts:\n{facts}" if facts else ""))


def told_by(*cases: Case) -> str:
    """An event whose text has the leads of `cases` as its paragraphs, and their facts."""
    text = "\n\n".join(case.lead for case in cases).replace("\n", "\n  ")
    facts = "".join(case.facts for case in cases)
    facts = re.sub("^    ", "", facts, flags=re.MULTILINE)
    return f"title: ما كتبه الناس\ndate: 2009-05\nbrief: |\n  {text}\nfacts:\n{facts}"


def meeting(
    title: str, date: str, poster: str = "اجتماع يخرج ببيان عن المسؤولية عن الحماية"
) -> str:
    """An event with a title and a date of its own."""
    return (
        f"title: {title}\ndate: {date}\nactor: security-council\nkind: resolution\nrank: major\n"
        "brief: |\n  عُقد الاجتماع في {date} وخرج المجتمعون ببيان عن المسؤولية عن الحماية.\n"
        f"poster: {poster}\n"
    )


def more(*ids: str) -> Change:
    """The second chapter of the base with more entries."""
    return ENTRIES, f"    entries: [luck-appointed, {', '.join(ids)}]\n"


def typed(name: str) -> bytes:
    """A file of the base."""
    return (BASE / name).read_bytes()


def chapter(title: str) -> Case:
    """A chapter of another title."""
    return Case(files={"brief.yaml": ("title: المستشارون الخاصون", f"title: {title}")})


def source(text: str, says: tuple[str, ...] = ()) -> Case:
    """One source more, and what it is cited by."""
    cited = ("      article: {number: 3", "      other:\n      article: {number: 3")
    sources = (
        f"{typed('sources.yaml').decode()}other:\n  title: وثيقة أخرى\n{text}  kind: article\n"
    )
    return Case(files={"sources.yaml": sources, EVENT: cited}, says=says)


def address(text: str) -> Case:
    """A source with an address."""
    return Case(files={"sources.yaml": ("by: ويكيبيديا\n", f"by: ويكيبيديا\n  address: {text}\n")})


def event(old: str, new: str, *says: str) -> Case:
    """The record of an event, typed otherwise."""
    return Case(files={EVENT: (old, new)}, says=says)


def beside(*names: str, says: tuple[str, ...] = ()) -> Case:
    """Files beside the records that are no text."""
    return Case(files=dict.fromkeys(names, b"\x00\x05\x16\x07\xff\xfe: ["), says=says)


def in_arabic_indic(name: str) -> str:
    """A file of the base with the digits of its texts in Arabic-Indic, values as they are."""
    text = typed(name).decode()
    for said in re.findall(
        r"(?:القرار|آب/أغسطس|تقول الصحيفة|والصحيح) [0-9]+|31 آب/أغسطس 2006", text
    ):
        text = text.replace(said, said.translate(ARABIC_INDIC))
    return text


def table(rows: int) -> str:
    """A table of a chapter, as YAML."""
    row = '            - ["البند {} من النص الذي يتناول الحماية", "{{resolution-1674.date}}"]'
    names = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس"]
    return "\n".join(
        (
            "    exhibits:",
            "      long:",
            "        title: جدول عن مفهوم R2P",
            "        table:",
            "          columns: [الوثيقة, تاريخها]",
            "          rows:",
            *(row.format(names[number % 5]) for number in range(rows)),
        )
    )


def meetings(*dates: str, since: int = 2005) -> Case:
    """As many meetings, and a poster that begins with a year."""
    files = (
        {"poster.yaml": ("period: [2005, 2012]", f"period: [{since}, 2012]")}
        if since < 2005
        else {}
    )
    for number, date in enumerate(dates):
        title = f"اجتماع {ORDINALS[number // 10]} {ORDINALS[number % 10]}"
        files[f"events/m{number}.yaml"] = meeting(title, date)
    return Case(files={**files, "brief.yaml": more(*(f"m{n}" for n in range(len(dates))))})


ORDINALS = ["أول", "ثان", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
LONG = (
    "308399994_Teo's_Report_-_The_Re-composition_of_'Protection_Papers'_in_the_General_Assembly_of"
    "_the_United_Nations_and_elsewhere_2009_final_version_printed_with_annexes"
)
VERY_LONG = "المستشارون الخاصون المعنيون بمنع الإبادة الجماعية وبالمسؤولية عن الحماية وما استجد من "
INDIC = {
    "publication.yaml": ("language: ar\n", "language: ar\ndigits: arabic\n"),
    **{name: in_arabic_indic(name) for name in ("brief.yaml", EVENT, OLDER)},
}
MARKDOWN = "# عنوان داخلي\n* بند أول\n**غليظ** و_مائل_ و<b>وسم</b> و& وحده."
NUMBERS = (
    fact("rate", "المعدل", "3.5")
    + fact("dwellers", "عدد السكان", "6500000")
    + fact("portion", "النسبة", "56%")
)

CASES: dict[str, Case] = {
    "01": Case(
        "للاستفسار يُتصل بأمانة المستشار على [(202) 555-0142]{phone-1} أو [(202) 555-0143]{fax}.",
        fact("phone-1", "هاتف الأمانة", '"(202) 555-0142"')
        + fact("fax", "ناسوخ الأمانة", '"(202) 555-0143"'),
        paper=("(202(555-0142ىلع", "(202(555-0143وأ"),
    ),
    "01p": Case(
        "للاستفسار يُتصل بأمانة المستشار على {phone-2} أو {phone-3} في وقت العمل.",
        fact("phone-2", "هاتف الأمانة", '"(202) 555-0144"', "phone")
        + fact("phone-3", "هاتف المكتب", '"+962 6 555 0142"', "phone"),
        paper=("(202(555-0144", "+96265550142"),
    ),
    "03": Case(
        "ارتفع عدد المؤيدين بنسبة {share}، أي بنحو [56%]{share} من الدول، وبين [40% و56%]{span}.",
        fact("share", "نسبة الزيادة", "56%") + fact("span", "مدى الزيادة", "40% و56%", "text"),
        paper=("56%ةبسنب", "56%وحنب", "56%و40%نيبو"),
    ),
    "05": Case(
        "Responsibility to Protect (RtoP) هو المصطلح الإنكليزي الذي يُستعمل في وثائق الأمم المتحدة.",
        paper=("ResponsibilitytoProtect(RtoP(",),
    ),
    "07": Case(
        "وردت العبارة بالعبرية אחריות להגן في نشرة مرافقة.",
        says=("12:29 audit/foreign-letters letters of another language",),
    ),
    "09a": Case(files={"brief.yaml": ("title: مجلس الأمن", "title: مجلس الأمن والقرار 1674")}),
    "09b": chapter("المستشارون الخاصون ومفهوم R2P"),
    "09c": chapter("المستشارون الخاصون (R2P) في المنظمة"),
    "04": Case(files=INDIC),
    "10b": Case("بلغ المعدل {rate}، وعدد السكان {dwellers}، والنسبة {portion}.", NUMBERS),
    "11b": Case("إِنَّ ٱلحِمَايَةَ وَاجِبٌ، كَمَا ٱتُّفِقَ."),
    "11d": Case("إِلَّا أَنَّ الأُمَمَ المُتَّحِدَةَ ثَبَّتَتْ حَقًّا وَوَاجِبًا وَمَبْدَأً لِكُلِّ دَوْلَةٍ."),
    "11g": Case("وَاجِبُ كُلِّ دَوْلَةٍ أَنْ تَحْمِيَ سُكَّانَهَا"),
    "12": Case("الاشتراك في الإجلاء والآلية لا ينفي الأولوية، فلا إجلاء بلا آلية، فالأعمال أولى."),
    "13": source(
        "  original: بررسی مسئولیت حمایت و نقش سازمان\u200cهای بین\u200cالمللی\n  language: fa\n"
        "  by: معهد البحوث\n"
    ),
    "13b": source(
        "  original: بررسی مسئولیت حمایت و نقش سازمان\u200cهای بین\u200cالمللی\n  language: ar\n"
        "  by: معهد البحوث\n",
        says=("23:13 audit/foreign-letters the source is in another language",),
    ),
    "14": Case(
        "كتب عنه باحث اسمه پرويز چمران گيلاني مقالاً في مجلة فارسية.",
        says=(
            "12:25 audit/hygiene-lookalike U+067E",
            "12:31 audit/hygiene-lookalike U+0686",
            "12:37 audit/hygiene-lookalike U+06AF",
        ),
    ),
    "15": Case("وفي التنزيل ﴿وَلَا تَعۡتَدُوٓاْۚ إِنَّ ٱللَّهَ لَا يُحِبُّ ٱلۡمُعۡتَدِينَ﴾ نهيٌ عن العدوان."),
    "16": Case(
        "وفي الحديث عن النبي ﷺ أن المسلم أخو المسلم، وقد صُدّر بعبارة ﷽ وختم بعبارة الله ﷻ.",
        says=("12:27 audit/hygiene-lookalike U+FDFA and others, 3 in this text",),
    ),
    "16b": Case("صُدّر الكتاب بعبارة ﷽ قبل التعيين.", says=("12:27 audit/hygiene-lookalike U+FDFD",)),
    "18": Case(
        "عيّن الأمین العام مستشاراً خاصاً يعمل مع إدوارد لاك ومع اللجنة الدولیة.",
        says=("12:16 audit/hygiene-lookalike 2 times in this text",),
    ),
    "19": Case("عيّن الأمـــين العام مستشاراً.", says=("12:16 audit/hygiene-tatweel الأمـــين",)),
    "20": event("title: القرار 1706 بشأن دارفور", "title: القرار 1706 ا\u0655لى دارفور"),
    "20b": Case(files={"people.yaml": ("name: إدوارد لاك", "name: ا\u0655دوارد لاك")}),
    "21": Case("عيّن\u00a0الأمين\u00a0العام\u00a0مستشاراً\u00a0خاصاً.", paper=("ماعلانيمألاني",)),
    "21b": Case(files={"people.yaml": ("name: إدوارد لاك", "name: إدوارد\u00a0لاك")}),
    "22g": Case("عيّن الأمين العام مستشاراً\u202f خاصاً معنياً بالحماية."),
    "22h": Case("عيّن الأمين العام مستشاراً\u2009 خاصاً معنياً بالحماية."),
    "23": Case(files={"brief.yaml": (LEAD, "عيّن الأمين العام مستشاراً 📌 معنياً بالحماية ✅.")}),
    "24": address(f'"www.example.org/publication/{LONG}"'),
    "24a": address(f"www.example.org/publication/{LONG.replace(chr(39), '')}"),
    "24d": address("www.example.org/" + "".join(letter * 10 for letter in "abcdefghij")),
    "26": Case(
        "عيّن الأمين العام مستشاراً بعد [القرار ١٦٧٤]{resolution-1674} والقرار ۱۷۰۶.",
        says=(
            "12:46 audit/hygiene-digits ١٦٧٤",
            "12:77 audit/hygiene-digits ۱۷۰۶",
            "12:77 audit/unsourced-number 1706",
        ),
    ),
    "27": Case(
        "صدر القرار في [7 شعبان 1427هـ]{hijri}.",
        fact("hijri", "التاريخ الهجري للقرار", "7 شعبان 1427هـ", "text"),
        paper=("ـه1427نابعش7يف",),
    ),
    "27b": Case(
        "صدر القرار في [7 شعبان 1427ه]{month-1} وكذلك {month-1}، و[1427/8/7]{month-2} و{month-2}.",
        fact("month-1", "التاريخ الهجري للقرار", "7 شعبان 1427ه", "text")
        + fact("month-2", "التاريخ الهجري المختصر", "1427/8/7", "text"),
        paper=("ه1427نابعش7كلذكو", "1427/8/7و"),
    ),
    "30": event(TITLE, "title: القرار 1706: دارفور", "1:19 load/not-yaml a colon and a space"),
    "31": event(
        POSTER, POSTER.replace("بنشر", "# بنشر"), "13:25 load/lost-comment from # on, is a comment"
    ),
    "32": event(POSTER, "poster: {unsc-1706-adopted} يأذن", "13:9 load/not-yaml begins with {"),
    "32b": event(
        POSTER, "poster: [القرار]{resolution-1674} يأذن", "13:9 load/not-yaml begins with ["
    ),
    "32c": event(POSTER, "poster: {date}", "13:1 validate/wrong-value between double quotes"),
    "33": event("actor: s", "\tactor: s", "3:1 load/not-yaml a tab stands here"),
    "33b": event(
        "facts:\n  unsc-1706-adopted:", "facts:\n\tunsc-1706-adopted:", "15:1 load/not-yaml a tab"
    ),
    "34": event(TITLE, 'title: "القرار 1706" بشأن دارفور', '1:8 load/not-yaml between " and "'),
    "34b": event(TITLE, "title: “القرار 1706” بشأن دارفور", "1:8 audit/hygiene-quotes “"),
    "34c": event(TITLE, 'title: القرار 1706 "بشأن" دارفور', '1:20 audit/hygiene-quotes "'),
    "36": event(
        "  وفق التحالف", "\u00a0\u00a0وفق التحالف", "9:1 load/invisible U+00A0 (no-break space)"
    ),
    "36b": event(RANK, "rank:\u00a0major", "5:6 load/invisible U+00A0 (no-break space)"),
    "36c": event(RANK, "rank: major\u00a0", "5:12 load/invisible U+00A0 (no-break space)"),
    "36d": event(RANK, "\u200frank: major", "5:1 load/invisible U+200F (right-to-left mark)"),
    "36e": event(RANK, "rank: major\u200e", "5:12 load/invisible U+200E (left-to-right mark)"),
    "36f": event(
        DATE, "date: \u200e2006-08-31\n", "2:7 load/invisible U+200E (left-to-right mark)"
    ),
    "37f": event(DATE, "date: ٢٠٠٦-٠٨-٣١\n", "2:7 validate/wrong-value write 2006-08-31"),
    "37g": event(DATE, "date: 2006\u201108\u201131\n", "2:11 load/invisible non-breaking hyphen"),
    "38": event(VALUE, "    value: 17,300", "24:12 validate/wrong-value type 17300"),
    "38b": event(VALUE, "    value: 17 300", "24:12 validate/wrong-value type 17300"),
    "38e": event(VALUE, "    value: 17.300", "24:12 validate/wrong-value type 17300"),
    "39": Case(files={name: typed(name).replace(b"\n", b"\r\n") for name in ("brief.yaml", EVENT)}),
    "39e": Case(files={EVENT: typed(EVENT).replace(b"\n", b"\r")}),
    "40": beside(f"events/._{EVENT[7:]}", "events/.DS_Store"),
    "40b": Case(
        files={EVENT.replace(".yaml", " (1).yaml"): typed(EVENT)},
        says=("0:0 validate/unknown-file",),
    ),
    "40c": beside(f"events/#{EVENT[7:]}#", f"events/.{EVENT[7:]}.swp", f"{EVENT}~"),
    "40d": Case(
        files={
            "events/2006-09-01-meeting.yml": meeting("اجتماع آخر", "2006-09-01"),
            "brief.yaml": more("meeting"),
        }
    ),
    "40e": beside("Thumbs.db", "events/desktop.ini", "~$brief.docx"),
    "40f": Case(files={EVENT: None, EVENT.replace(".yaml", ".YAML"): typed(EVENT)}),
    "43": Case(
        files={EVENT: typed(EVENT) + b"---\nx: y\n"},
        says=("43:1 load/not-yaml a second record would begin here",),
    ),
    "45": Case(
        "ويتناول الفصل الفترة [2005-2012]{covered} من عمل المجلس، " * 9 + "ثم ينتهي.",
        paper=("2012-2005ةرتفلا",),
    ),
    "50": Case(),
    "51": Case(
        "الرقم {phone-4} والزيادة {delta}.",
        fact("phone-4", '"=HYPERLINK هاتف"', '"+962 6 555 0145"', "phone")
        + fact("delta", '"-الفرق"', "-5"),
        paper=("+96265550145مقرلا",),
    ),
    "53b": Case(
        "والموقع responsibilitytoprotect.org/index.php/about-rtop فيه Protection of civilians.",
        paper=("responsibilitytoprotect.org/index.php/about-rtop",),
    ),
    "54": Case(
        files={
            "poster.yaml": (
                "period:",
                "paper: A3\ntiles: {overlap: 40}\npress: {bleed: 3}\nperiod:",
            )
        }
    ),
    "56": Case(
        files={"brief.yaml": ("title: المستشارون الخاصون", f"title: {VERY_LONG * 2}")},
        says=("10:12 validate/wrong-value contents, heads and cards have room for 160",),
    ),
    "57b": Case(
        "[عُقدت الجلسة من 10:30 إلى 12:45 بنسبة 3:1 و5/7 و10-15]{times}.",
        fact("times", "الساعات", "10:30 إلى 12:45 بنسبة 3:1 و5/7 و10-15", "text"),
        paper=("10:30نم", "12:45ىلإ", "3:1ةبسنب", "5/7و", "15-10و"),
    ),
    "58a": Case(
        "للمراسلة يُكتب إلى info@example.org أو يُزار الموقع المذكور.", paper=("info@example.org",)
    ),
    "59": Case(
        "قال: «إن المسؤولية (عن الحماية [كما ورد]) ليست شعاراً [...]» ثم خرج.",
        paper=("[دروامك[ةيامحلا", "[...["),
    ),
    "61": Case(),  # a dangling link of an editor: test_files
    "62": event(POSTER, "poster: &a [*a]\nx: y", "13:9 load/too-much or for itself"),
    "67b": Case(
        "صدر القرار [في 31/08/2006 وفي 2006-08-31]{resolution-1706.date} وحده.",
        paper=("2006-08-31يفو31/08/2006يف",),
    ),
    "70": event(VALUE, "    value: 17300 عنصر", "24:12 validate/wrong-value no unit"),
    "71": Case(MARKDOWN, says=("12:7 audit/markup # would be printed",)),
    "74b": source("  original: 保护责任问题秘书长报告\n  language: zh\n  by: الأمم المتحدة\n"),
    "76d": Case("تراجعت انبعاثات CO₂ ومعها استهلاك H₂O في المنطقة.", paper=("CO₂", "H₂O")),
    "79b": Case(
        "استُعملت لغة C# ولغة C++ وكلمة Yahoo! وعبارة «What?» في النص.", paper=("C#", "C++", "What?")
    ),
    "T01": Case(
        files={"events/-0044-old.yaml": meeting("اجتماع قديم", "-0044"), "brief.yaml": more("old")},
        says=("2:7 audit/outside-period outside the period of the poster",),
    ),
    "T01c": Case(
        files={"events/0044-old.yaml": meeting("اجتماع قديم", "44 ق.م"), "brief.yaml": more("old")},
        says=("2:7 validate/wrong-value write -0043, which is 44 before our era",),
    ),
    "T02": meetings(*["2007-05-14"] * 4),
    "T04": meetings(
        "1905-03-01", "1950", *(f"2011-{month:02}-15" for month in range(1, 11)), since=1900
    ),
    "T06": Case(
        files={
            "events/2010-06-01-m1.yaml": meeting("والاستراتيجيات" * 6, "2010-06-01"),
            "brief.yaml": more("m1"),
        }
    ),
    "T07": meetings(
        "[2009-12-30, 2009-12-31, 2010-01-01]",
        "[2010-02-01, 2010-02-05]",
        "[2010-03-31, 2010-04-01, 2010-04-02]",
    ),
    "T11": Case(
        files={"poster.yaml": ("period: [2005, 2012]", "period: [2012, 2005]")},
        says=("5:1 audit/wrong-period ends before it begins, from 2012 to 2005",),
    ),
    "T15": meetings(*(f"2011-{n // 3 + 1:02}-{1 + n % 3 * 9:02}" for n in range(30))),
    "53": Case(files={"brief.yaml": (ENTRIES, f"{ENTRIES}{table(40)}\n")}),
}
