"""What is typed is what is read: whole small publications, printed and read from their pages."""

import re
from collections.abc import Sequence

import pikepdf
import pytest

from press.pdf.pages import Page
from tests.support.met import ARABIC_INDIC, CASES, ENTRIES, LEAD, in_arabic_indic, table
from tests.support.small import BASE, Change, complaints, printed, project

ADDRESS = (
    "https://www.example.org/publication/308399994_Teo's_Report_-_The_Re-composition_of_"
    "'Papers'_in_the_%D9%85%D8%B3%D8%A4_Assembly?year=2009&part=3#annexes-" + "a" * 70
)
WRITTEN = f"""إِلَّا أَنَّ الأُمَمَ المُتَّحِدَةَ ثَبَّتَتْ حَقًّا وَوَاجِبًا وَمَبْدَأً لِكُلِّ دَوْلَةٍ، هٰذَا وذٰلك.

وفي التنزيل ﴿وَلَا تَعۡتَدُوٓاْۚ إِنَّ ٱللَّهَ لَا يُحِبُّ ٱلۡمُعۡتَدِينَ﴾ نهيٌ عن العدوان، كَمَا ٱتُّفِقَ.

استُعملت لغة C# ولغة C++ وكلمة Yahoo! وعبارة «What?» في النص. ويُكتب إلى info@example.org أو
{ADDRESS} أو إلى غيرهما، فتراجعت انبعاثات CO₂ ومعها H₂O من Responsibility to Protect (RtoP) معاً.

كتب عنه باحث اسمه {{lang fa: پرویز چمران‌زاده گیلانی، ۱۳۸۵}} مقالاً، وفي التركية
{{lang tr: Şeyh Bedreddin’in çağrısı?}} وغيرهما. وفي سنة من سنوات هـ، أو بـ«الحماية»، أو الـ R2P.
"""


def signs(pages: Sequence[Page]) -> list[str]:
    """The rows of the pages from left to right, without white space."""
    return ["".join(g.character for g in row.glyphs) for page in pages for row in page.rows]


def lead(text: str) -> Change:
    """The lead of a chapter of the base, typed otherwise."""
    return LEAD, text.strip().replace("\n", "\n      ")


def test_what_arabic_writes_is_printed(tmp_path):
    """Vowels, a verse, foreign letters and marks, a long address, a long table, Latin in titles."""
    brief = (BASE / "brief.yaml").read_text("utf-8").replace(*lead(WRITTEN))
    brief = brief.replace("title: المستشارون الخاصون", "title: مفهوم R2P في C++ (RtoP) والأمم")
    brief = brief.replace("entries: [luck-appointed]", f"entries: [luck-appointed]\n{table(110)}")
    made = project(
        tmp_path,
        {
            "brief.yaml": brief,
            "events/2008-02-21-luck-appointed.yaml": (
                "title: تعيين إدوارد لاك",
                "title: تعيين Edward C. Luck (R2P)",
            ),
            "people.yaml": ("name: إدوارد لاك", "name: إدوارد Luck لاك"),
            "sources.yaml": ("by: ويكيبيديا\n", f'by: ويكيبيديا\n  address: "{ADDRESS}"\n'),
        },
    )
    pages = printed(made, "brief", "poster")
    rows = signs(pages["brief"])
    assert sum("EdwardC.Luck" in row for row in rows) >= 2  # in the contents, at its text
    assert any("EdwardC.Luck" in row for row in signs(pages["poster"]))
    assert sum(row.endswith("ةقيثولا") and "اهخيرات" in row for row in rows) >= 3
    for token in ("CO₂", "H₂O", "C++", "info@example.org", "What?", "ResponsibilitytoProtect"):
        assert any(token in row for row in rows), token
    with pikepdf.open(made.output / "brief.pdf") as pdf, pdf.open_outline() as outline:
        titles = [item.title for part in outline.root for item in (part, *part.children)]
    assert any("مفهوم R2P في C++ (RtoP) والأمم" in title for title in titles)


def test_a_whole_publication_is_printed_in_arabic_indic_digits(tmp_path):
    names = [f"events/{path.name}" for path in (BASE / "events").iterdir()]
    changes = {name: in_arabic_indic(name) for name in names}
    numbers = CASES["10b"]
    text = f"{LEAD} و{{lang en: 45 years}} إلى C++ معاً. {numbers.lead}"
    changes["brief.yaml"] = (
        in_arabic_indic("brief.yaml")
        .replace(LEAD, text)
        .replace(ENTRIES, f"{ENTRIES}    facts:\n{numbers.facts}")
    )
    head = (BASE / "publication.yaml").read_text("utf-8")
    changes["publication.yaml"] = head.replace("language: ar\n", "language: ar\ndigits: arabic\n")
    made = project(tmp_path, changes)
    pages = printed(made, "brief", "poster")
    rows = signs(pages["brief"])
    folios = {"".join(g.character for g in page.rows[-1].glyphs) for page in pages["brief"][1:]}
    assert {str(n).translate(ARABIC_INDIC) for n in range(2, 6)} <= folios
    for kept in ("years", "C++", "S/RES/1674", "SG/A/1120", "٣٫٥", "٦٬٥٠٠٬٠٠٠", "٪٥٦"):
        assert any(kept in row for row in rows), kept
    for row in (*rows, *signs(pages["poster"])):
        assert not re.search(r"(?<![A-Z/0-9.()])20(?:0[5-9]|1[0-2])(?![0-9()])", row), row
    assert any("٢٠١٢" in row for row in signs(pages["poster"]))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("عيّن الأمـــين العام", "audit/hygiene-tatweel"),
        ("كتب پرويز مقالاً", "audit/hygiene-lookalike"),
        ("عيّن الأمین العام واللجنة الدولیة", "audit/hygiene-lookalike"),
        ("عن النبي ﷺ و﷽ وختم", "audit/hygiene-lookalike"),
        ("قال ﻣﺴﺘﺸﺎر ﺧﺎص", "audit/hygiene-lookalike"),
        ("ماذا?", "audit/hygiene-punctuation"),
        ('قالوا "نعم" معاً', "audit/hygiene-quotes"),
        ("في 555-0142 هاتف", "audit/unsourced-number"),
    ],
)
def test_what_is_wrong_in_a_text_is_one_complaint(tmp_path, typed, code):
    found = complaints(project(tmp_path, {"brief.yaml": lead(typed)}))
    assert {one.code for one in found} == {code}
    assert len({one.message for one in found}) == len(found)


@pytest.mark.parametrize(
    "typed",
    [
        "كَمَا ٱتُّفِقَ عليه",
        "بـ«الحماية» وفي هـ ولـ R2P",
        "الموقع https://example.org/2020/3?x=5 وحساب @UN2020 وملف data-2020.csv",
        "عبارة «What?» وعبارة Who, what, where: why",
        "المطبعة {lang fa: چاپخانهٔ ملی، ۱۳۸۵؟} و{lang he: דפוס, 12?}",
        "الاشتراك في الإجلاء والآلية لا ينفي الأولوية، فلا إجلاء بلا آلية",
    ],
)
def test_what_is_rightly_written_is_not_complained_of(tmp_path, typed):
    assert complaints(project(tmp_path, {"brief.yaml": lead(typed)})) == ()
