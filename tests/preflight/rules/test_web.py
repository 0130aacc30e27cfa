"""web: a page that says what no record says, or leaves out what one does, is refused."""

import pytest

from press.preflight.rules.web import HEAVIEST
from tests.support import small
from tests.support.projects import typed_in
from tests.support.site import Shown, english, shown

# What is done to a page: what is written in place of what, and the rule that is to catch it.
WEB_DAMAGES = {
    "a figure of the page is another": (("12.4", "12.5"), "web_text"),
    "the page says a year that no record has": (("</main>", "1987</main>"), "web_stray"),
    "a link of the page leads nowhere": (("</main>", '<a href="#nowhere"></a></main>'), "web_link"),
    "the page loads a picture": (
        ("</main>", '<img alt="" src="https://example.org/a.png"></main>'),
        "web_link",
    ),
    "the page is too heavy": (("</main>", f"<!-- {'A' * HEAVIEST} --></main>"), "web_weight"),
}


@pytest.mark.parametrize("what", WEB_DAMAGES)
def test_a_damaged_page_is_caught_by_the_rule_for_it(page, what):
    (old, new), rule = WEB_DAMAGES[what]
    assert (rule.replace("_", "-")) in {code for code, _ in damaged(page, old, new)}


@pytest.fixture(scope="module")
def page() -> Shown:
    return english()


def damaged(page: Shown, old: str, new: str, count: int = 1) -> list[tuple[str, str]]:
    """The complaints about the page with `old` written as `new` at its first places."""
    assert old in page.html
    found = page.complaints(page.html.replace(old, new, count))
    return [(one.code.removeprefix("preflight/"), one.case) for one in found]


def test_a_sound_page_is_not_complained_of(page):
    assert page.complaints(page.html) == []


def test_an_arabic_page_is_sound(tmp_path):
    held = shown(small.project(tmp_path, {}))
    assert held.complaints(held.html) == []


def test_a_page_in_arabic_digits_is_sound(tmp_path):
    files = {
        "publication.yaml": "title: كتاب المدينة\nlanguage: ar\ndigits: arabic\n",
        "brief.yaml": "introduction: |\n  افتُتح المتحف في {opening.date}، وفيه {pieces} قطعة.\n",
        "poster.yaml": "figures:\n  - {fact: pieces, label: قطعة}\n",
        "sources.yaml": "guide: {title: دليل المتحف}\nleaflet: {title: نشرة المتحف}\n",
        "events/1998-05-03-opening.yaml": EVENT,
    }
    held = shown(typed_in(tmp_path, files))
    assert held.complaints(held.html) == []
    assert ">١٢٬٣٠٠<" in held.html
    assert held.complaints(held.html.replace("١٢٬٣٠٠", "١٢٬٤٠٠", 1))


EVENT = """
title: افتتاح المتحف
date: 1998-05-03
brief: افتُتح المتحف وفيه {pieces} قطعة.
poster: فُتحت أبوابه
facts:
  pieces:
    about: القطع يوم الافتتاح
    value: 12300
    said: {guide: , leaflet: {says: 12000}}
    note: في النشرة ١٢٬٠٠٠، وهو عدد مقرّب.
"""


def test_an_event_may_have_the_name_of_a_part(tmp_path):
    typed = "title: مصادر الكتب\ndate: 2007\nbrief: خبر.\n"
    named = {f"events/{name}.yaml": typed for name in NAMED}
    entries = ("entries: [luck-appointed]", f"entries: [luck-appointed, {', '.join(NAMED)}]")
    held = shown(small.project(tmp_path, {**named, "brief.yaml": entries}))
    assert held.complaints(held.html) == []


NAMED = ("sources", "notes", "timeline", "colophon")


@pytest.mark.parametrize("gone", ["brief.yaml", "poster.yaml"])
def test_a_page_of_one_product_is_sound(tmp_path, gone):
    held = shown(small.project(tmp_path, {gone: None}))
    assert held.complaints(held.html) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12.4", "12.5"),  # a figure in a text
        ("The first warning", "The first warnings"),  # a title
        ("22 December 2018", "23 December 2018"),  # a date
        ("the reading of the staff gauge", "the readings of the staff gauge"),  # a note
    ],
)
def test_a_text_that_is_not_as_its_record_says_is_missed(page, old, new):
    found = damaged(page, old, new)
    assert ("web-text", "absent") in found


def test_every_place_of_a_fact_is_read(page):
    pieces = page.html.split("12.4")
    assert len(pieces) > 3
    for number in range(1, len(pieces)):
        html = "12.4".join(pieces[:number]) + "12.5" + "12.4".join(pieces[number:])
        assert page.complaints(html), f"nobody missed the 12.4 before {pieces[number][:40]}"


def test_a_text_that_stands_under_another_record_is_missed(page):
    html = page.html.replace('id="event-crest"', 'id="x"').replace(
        'id="event-survey"', 'id="event-crest"'
    )
    found = page.complaints(html.replace('id="x"', 'id="event-survey"'))
    assert {one.record for one in found if one.case == "absent"} == {"crest", "survey"}


def test_a_value_in_another_direction_is_refused(tmp_path):
    held = shown(small.project(tmp_path, {}))
    old = '<bdi dir="ltr" class="latin">S/RES/1674 (2006)</bdi>'
    assert damaged(held, old, old.replace("ltr", "rtl")) == [("web-text", "turned")]


def test_what_no_record_says_is_refused(page):
    def with_more(text: str) -> list[tuple[str, str]]:
        return damaged(page, "</main>", f"<p>{text}</p></main>")

    assert ("web-stray", "") in with_more("Some 40000 people fled.")
    assert with_more(page.sheet.words["timeline"]) == []  # a heading may stand anywhere


@pytest.mark.parametrize(
    ("new", "case"),
    [
        ('<a href="brief.pdf"></a>', "file"),
        ('<p id="part-timeline"></p>', "twice"),
        ("<style>@import 'https://example.org/a.css';</style>", "loads"),
        ("<style>p{background:url(https://example.org/a.png)}</style>", "loads"),
        (
            '<img alt="" srcset="data:image/png;base64,AA 1x, https://example.org/a.png 2x">',
            "loads",
        ),
        ('<video poster="https://example.org/a.png"></video>', "loads"),
    ],
)
def test_a_link_to_nowhere_and_whatever_is_loaded_is_refused(page, new, case):
    assert ("web-link", case) in damaged(page, "</main>", f"{new}</main>")


def test_a_page_may_lead_to_another_site_but_not_load_from_it(page):
    assert damaged(page, "</main>", '<a href="https://example.org/"></a></main>') == []


def test_a_heavy_page_is_refused_but_for_its_pictures(page):
    def weight(kind: str) -> str:
        return f"<!-- {kind}{'A' * HEAVIEST} -->"

    assert damaged(page, "</main>", f"{weight('data:image/png;base64,')}</main>") == []


def test_a_page_of_a_draft_says_so_and_one_that_does_not_is_refused(tmp_path):
    change = ("language: ar\n", "language: ar\naudit: draft\n")
    held = shown(small.project(tmp_path, {"publication.yaml": change}))
    assert held.complaints(held.html) == []
    assert 'class="draft"' in held.html
    line = '<p class="draft-line"><span>مسودة</span></p>'
    assert ("web-text", "absent") in damaged(held, line, "")
