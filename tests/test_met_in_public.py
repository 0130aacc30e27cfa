"""Cases that people met in public: each is refused with its cause, or printed as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.small import BASE, Change, complaints, printed, project
from tests.test_typed_and_read import lead, signs

# A page has a bracket as itself or as its mirror image.
ONE_FORM = str.maketrans(")]", "([")
EVENT = "events/2006-08-31-resolution-1706.yaml"
ENTRIES = "entries: [luck-appointed]"
TOLD = f"""    {ENTRIES}
    facts:
      office:
        about: هاتف الأمانة
        value: "(202) 555-0142"
        is: phone
        said: [article]
      branch:
        about: هاتف المكتب
        value: "+962 6 555 0142"
        is: phone
        said: [article]
      hijri:
        about: التاريخ الهجري للقرار
        value: 7 شعبان 1427هـ
        is: text
        said: [article]
      times:
        about: الساعات
        value: 10:30 إلى 12:45 بنسبة 3:1 و5/7 و10-15
        is: text
        said: [article]
"""
WORDS = """للاستفسار يُتصل بأمانة المستشار على {office} أو {branch} في وقت العمل.

صدر القرار في [7 شعبان 1427هـ]{hijri} وكذلك {hijri}.

[عُقدت الجلسة من 10:30 إلى 12:45 بنسبة 3:1 و5/7 و10-15]{times}.

قال: «إن المسؤولية (عن الحماية [كما ورد]) ليست شعاراً [...]» ثم خرج.

عيّن\u00a0الأمين\u00a0العام مستشاراً\u202fخاصاً\u2009معنياً.
"""
PERSIAN = """farsi:
  title: مقالة فارسية عن المسؤولية عن الحماية
  original: بررسی مسئولیت حمایت و نقش سازمان\u200cهای بین\u200cالمللی
  language: fa
  kind: article
  by: معهد البحوث
"""


def meeting(title: str, date: str) -> str:
    """An event with a title and a date of its own."""
    return (
        f"title: {title}\ndate: {date}\nactor: security-council\nkind: resolution\nrank: major\n"
        "brief: |\n  عُقد الاجتماع في {date} وخرج المجتمعون ببيان عن المسؤولية عن الحماية.\n"
        "poster: اجتماع يخرج ببيان عن المسؤولية عن الحماية\n"
    )


ONE_DAY = {
    f"events/2007-05-14-m{number}.yaml": meeting(f"الاجتماع {word}", "2007-05-14")
    for number, word in enumerate(("الصباحي", "الثاني", "المسائي", "الختامي"))
}
OTHERS = {
    "events/2010-02-01-two.yaml": meeting("اجتماع يومين متفرقين", "[2010-02-01, 2010-02-05]"),
    "events/-0043-old.yaml": meeting("اجتماع قديم", "-0043"),
}


def test_what_was_typed_stands_on_the_page(tmp_path: Path) -> None:
    """Telephones, Hebrew, a Hijri year, times, brackets, spaces, events of one day and of long ago.

    The poster is small, without room for what is long before it, and cut into tiles that overlap.
    """
    brief = (BASE / "brief.yaml").read_text("utf-8").replace(*lead(WORDS))
    brief = brief.replace(f"    {ENTRIES}\n", TOLD)
    made = project(
        tmp_path,
        {
            "brief.yaml": brief.replace("[luck-appointed]", "[luck-appointed, old]"),
            "people.yaml": ("name: إدوارد لاك", "name: إدوارد\u00a0لاك"),
            "sources.yaml": (BASE / "sources.yaml").read_text("utf-8") + PERSIAN,
            EVENT: (
                "said:\n      article: {number: 3",
                "said:\n      farsi:\n      article: {number: 3",
            ),
            "poster.yaml": (
                "period:",
                "paper: A3\ntiles: {overlap: 40}\npress: {bleed: 3}\nperiod:",
            ),
            **ONE_DAY,
            **OTHERS,
        },
    )
    pages = printed(made, "brief", "poster")
    rows = [row.translate(ONE_FORM) for row in signs(pages["brief"])]
    for token in (
        "(202(555-0142", "+96265550142", "ـه1427نابعش7", "10:30نم", "12:45ىلإ", "3:1ةبسنب", "5/7و",
        "15-10و", "[دروامك[ةيامحلا", "[...[", "م.ق44",
    ):  # fmt: skip
        assert any(token in row for row in rows), token
    (poster,) = pages["poster"]
    said = "".join(signs((poster,)))
    assert (round(poster.width_mm), round(poster.height_mm)) == (420, 297)
    assert said.count("2007ويام/رايأ14") == 4
    assert "رياربف/طابش5و1" in said


@pytest.mark.parametrize(
    ("name", "change", "codes"),
    [
        ("brief.yaml", lead("وردت العبارة بالعبرية אחריות להגן في نشرة."), []),
        ("brief.yaml", lead("عيّن الأمين العام مست\u00adشاراً."), ["audit/hygiene-controls"]),
        ("brief.yaml", lead("عيّن الأمين العام\u00a0\u00a0مستشاراً."), []),
        ("brief.yaml", lead("عيّنه [الأمين](https://example.org/a) العام."), ["audit/markup"]),
        ("brief.yaml", lead("عيّنه [الأمين] {covered} العام."), ["resolve/bad-reference"]),
        ("brief.yaml", lead("عيّنه [الأمين العام."), ["resolve/bad-reference"]),
        ("brief.yaml", lead("عيّنه الأمين] العام."), ["resolve/bad-reference"]),
        ("brief.yaml", lead("عيّنه [الأمين [العام]."), ["resolve/bad-reference"]),
        ("brief.yaml", lead("عيّنه الأمين بعد القرار ١٦٧٤."), ["audit/hygiene-digits"]),
        ("brief.yaml", lead("عيّنه الأمين بعد القرار ۱۶۷۴."), ["audit/hygiene-digits"]),
        (EVENT, ("value: 17300", "value: 17.300"), ["validate/wrong-value"]),
        (EVENT, ("value: 17300", "value: 17300.5"), ["validate/wrong-value"]),
        (EVENT, ("value: 17300", "value: 1.017.300"), ["validate/wrong-value"]),
        ("poster.yaml", ("period: [2005, 2012]", "period: [2012, 2005]"), ["audit/wrong-period"]),
    ],
)
def test_the_cause_is_named(tmp_path: Path, name: str, change: Change, codes: list[str]) -> None:
    found = [one.code for one in complaints(project(tmp_path, {name: change}))]
    assert [code for code in found if code != "audit/unsourced-number"] == codes


@pytest.mark.parametrize(
    ("typed", "meant"), [("17.300", "type 17300,"), ("1.017.300", "type 1017300,")]
)
def test_thousands_parted_by_points_are_told_as_they_are_typed(
    tmp_path: Path, typed: str, meant: str
) -> None:
    (found,) = complaints(project(tmp_path, {EVENT: ("value: 17300", f"value: {typed}")}))
    assert meant in found.message
    assert found.place.line == 24


def test_files_of_another_system_are_read(tmp_path: Path) -> None:
    """Line ends of Windows or of old Macintoshes, and a mark of byte order before the first."""
    brief = (BASE / "brief.yaml").read_bytes().replace(b"\n", b"\r\n")
    event = b"\xef\xbb\xbf" + (BASE / EVENT).read_bytes().replace(b"\n", b"\r")
    assert complaints(project(tmp_path, {"brief.yaml": brief, EVENT: event})) == ()
