"""Makes a publication of any number of events from a seed: records, and the same for Typst.

The texts are of some ninety words an event, drawn from sentences that vouch for nothing; every
event has a symbol with its source, and leads to one before it. The cover is plain.
"""

import datetime
import random
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BASE = ROOT / "tests" / "cases" / "base" / "content"
PER_CHAPTER = 250
SENTENCES = (
    "عقد المجلس جلسة علنية استمع فيها إلى إحاطة عن الحالة في الميدان",
    "ودعا الأعضاء إلى حماية السكان المدنيين وإلى تيسير وصول المساعدة الإنسانية إليهم",
    "وأكد المتحدثون أن الوقاية خير من العلاج وأن الإنذار المبكر لا يغني عن العمل",
    "ورحبت الوفود بالتعاون بين المنظمات الإقليمية والأمانة العامة في هذا المجال",
    "وأشار النص إلى أن الدولة هي المسؤولة أولاً عن حماية سكانها",
    "وشدد آخرون على احترام السيادة وعلى أن المساعدة تقدم بطلب من الحكومة المعنية",
    "وطلب المجلس إلى الأمين العام أن يقدم إليه تقريراً عن تنفيذ ما تقرر",
    "وتناول النقاش بناء قدرات المؤسسات الوطنية وإصلاح قطاع الأمن وسيادة القانون",
    "وحث القرار جميع الأطراف على وقف الأعمال العدائية والعودة إلى الحوار",
    "ورأت منظمات المجتمع المدني في ذلك خطوة مهمة وإن جاءت متأخرة",
    "وظل الخلاف قائماً على صياغة الفقرة التي تتناول استخدام الوسائل اللازمة",
    "وأعرب المجلس عن قلقه البالغ إزاء تدهور الأوضاع وما يعانيه النازحون",
    "ودعا التقرير إلى استجابة مبكرة ومرنة تراعي ظروف كل حالة",
    "وأثنى المتحدثون على جهود الوساطة وعلى دور البعثة في الميدان",
)


def generate(folder: Path, count: int, seed: int = 7) -> None:
    """Write the project with `count` events into `folder`, and `brief.typ` beside it."""
    draw = random.Random(seed)
    content = folder / "content"
    (content / "events").mkdir(parents=True)
    for name in ("glossary", "actors", "kinds", "publication", "sources"):
        shutil.copy(BASE / f"{name}.yaml", content)
    cover = folder / "templates" / "brief" / "cover.html"
    cover.parent.mkdir(parents=True)
    cover.write_text(COVER, "utf-8")
    (content / "omitted.yaml").write_text("{}\n")
    (content / "people.yaml").write_text(PEOPLE, "utf-8")
    shutil.copy(ROOT / "content" / "lexicon.ar.yaml", content)
    shutil.copy(ROOT / "content" / "headings.ar.yaml", content)
    first = datetime.date(2005, 1, 3)
    days = [first + datetime.timedelta(days=index * 2900 // count) for index in range(count)]
    typst = [TYPST]
    chapters = []
    for index, day in enumerate(days):
        number, text = index + 1, _text(draw)
        title = f"القرار {number}"
        symbol = f"S/RES/{number} ({day.year})"
        see = draw.randrange(index) + 1 if index else 0
        (content / "events" / f"{day}-event-{number}.yaml").write_text(
            f"title: {title}\ndate: {day}\nactor: security-council\nkind: resolution\nrank: major\n"
            f"symbol: {symbol}\n"
            + (f"see: [event-{see}]\n" if see else "")
            + "poster: قرار للمجلس عن الحالة في الميدان\n"
            + "brief: |\n  اتخذ المجلس هذا القرار في {date}، ورمزه {symbol}.\n"
            + ("  وأذن بنشر ما يصل إلى {strength:عنصر:جر}.\n" if number == 1 else "")
            + "".join(f"  {line}\n" for line in text)
            + f"facts:\n  adopted-{number}:\n    about: تاريخ القرار {number} ورمزه\n"
            "    of: [date, symbol]\n    said:\n      sheet: {where: القرارات}\n"
            "      article:\n" + (DISPUTED if number == 1 else ""),
            "utf-8",
        )
        if index % PER_CHAPTER == 0:
            chapters.append([])
            typst.append(f"\n= القرارات، الجزء {_letters(len(chapters))}\n")
        chapters[-1].append(number)
        typst.append(
            f"\n== {title} <event-{number}>\n#side[{day}][مجلس الأمن][{symbol}]\n{' '.join(text)}\n"
            + (f"\n#see(<event-{see}>)[القرار {see}]\n" if see else "")
        )
    (folder / "brief.typ").write_text("".join(typst), "utf-8")
    brief = ["introduction: |\n  هذا موجز عن القرارات في الفترة {covered}.\nchapters:\n"]
    for part, numbers in enumerate(chapters, start=1):
        brief.append(
            f"  part-{part}:\n    title: القرارات، الجزء {_letters(part)}\n    lead: |\n"
            "      قرارات المجلس بترتيب تواريخها.\n    entries: ["
            + ", ".join(f"event-{number}" for number in numbers)
            + "]\n"
        )
    brief.append(
        "headings:\n  contents: المحتويات\nnotes-lead: |\n  هذه مواضع اختلفت فيها المصادر.\n"
        "sources-lead: |\n  بهذه المصادر قوبلت القرارات.\n"
        "colophon: |\n  طُبع هذا الموجز من سجل واحد.\n"
    )
    (content / "brief.yaml").write_text("".join(brief), "utf-8")


def change_one(folder: Path, words: str = "كلمة أخرى", product: str = "brief") -> None:
    """Change the text of one event in the middle by a few words, in place of those before.

    It is the text for a `product`, brief or poster.
    """
    events = sorted((folder / "content" / "events").glob("*.yaml"))
    path = events[len(events) // 2]
    text = path.read_text("utf-8")
    text = re.sub(r"  هذه .* في النص\.\n", "", text)
    begin = f"{product}: |\n"
    path.write_text(text.replace(begin, f"{begin}  هذه {words} في النص.\n", 1), "utf-8")


def _letters(number: int) -> str:
    """A number as letters: a figure in a title would need a source."""
    letters = "بتثجحخدذرزسشصضطظعغفقكلمن"
    return letters[number // len(letters)] + letters[number % len(letters)]


def _text(draw: random.Random) -> list[str]:
    return [f"{sentence}." for sentence in draw.sample(SENTENCES, 7)]


DISPUTED = """\
  strength:
    about: قوام القوة المأذون بها
    value: 17300
    counts: عنصر
    said:
      sheet: {where: القرارات, says: 13700}
      article:
    note: تقول الصحيفة 13700، وقد انقلبت فيها رتبتان.
"""
# Ours has a dot an event: a cover has no room for a hundred.
COVER = """\
<section class="cover">
<h1 class="cover-title">{{ brief.publication.title | plain }}</h1>
<p class="cover-subtitle">{{ brief.publication.subtitle | line }}</p>
<p class="imprint">{{ brief.publication.publisher | plain }}</p>
</section>
"""
PEOPLE = """\
edward-luck:
  name: إدوارد لاك
  latin: Edward C. Luck
  role: المستشار الخاص المعني بالمسؤولية عن الحماية
  about: |
    كان مستشاراً خاصاً للأمين العام.
  facts: {}
"""
# The same pages in Typst: contents with page numbers, a narrow column beside the text, page
# references, numbers and running heads in the margins.
TYPST = """\
#set page(paper: "a4", margin: 25mm, numbering: "1", header: context {
  let here = query(selector(heading.where(level: 1)).before(here()))
  if here.len() > 0 { here.last().body }
})
#set text(font: ("Noto Naskh Arabic", "Noto Sans"), size: 12pt, lang: "ar", dir: rtl)
#set par(leading: 0.9em)
#show heading.where(level: 1): it => { pagebreak(weak: true); text(26pt, it.body) }
#let side(..parts) = place(start, dx: 0mm, text(9.5pt, stack(spacing: 4pt, ..parts.pos())))
#let see(label, body) = text(9.5pt)[انظر: #link(label, body)، صفحة #context {
  counter(page).at(locate(label)).first()
}]
#show heading.where(level: 2): it => pad(right: 42mm, text(14pt, it.body))
#show par: it => pad(right: 42mm, it)
#text(42pt)[القرارات]
#pagebreak()
#outline(title: [المحتويات], depth: 2)
"""
