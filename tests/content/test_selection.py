"""A product tells what it selects, in words of its own or of the product that it is from."""

import pytest

from press.content.edition import Edition
from press.content.selection import edition_of
from press.diagnostics import Refusal
from press.products import products_of
from tests.support.projects import typed_in
from tests.support.typed import edition_of as resolved

ACTORS = "city: {name: البلدية}\nport: {name: الميناء}\n"
KINDS = "events: {opening: {name: افتتاح}, repair: {name: ترميم}}\n"
OLD = """
title: الجسر القديم
date: 1998-05-03
actor: city
kind: opening
rank: major
tags: [stone]
brief: بُني قبل [جسر الميناء]{port-bridge}.
"""
PORT = """
title: جسر الميناء
date: 2004
actor: port
kind: repair
brief: رُمِّم بعد [الجسر القديم]{old-bridge} بـ{years}.
facts: {years: {about: المدة, value: 6, said: {book: {}}}}
"""
BRIEF = """
introduction: تمهيد قصير.
chapters:
  old: {title: القديم, entries: [old-bridge]}
  new: {title: الجديد, entries: [port-bridge]}
facts: {length: {about: الطول, value: 300, said: {book: {}}}}
"""
FILES = {
    "actors.yaml": ACTORS,
    "kinds.yaml": KINDS,
    "sources.yaml": "book: {title: كتاب الجسور}\n",
    "events/old-bridge.yaml": OLD,
    "events/port-bridge.yaml": PORT,
    "brief.yaml": BRIEF,
}


def told(edition: Edition, product: str) -> list[str]:
    return [entry.id for entry in edition_of(edition, product).told()]


@pytest.mark.parametrize(
    ("select", "ids"),
    [
        ("{actor: city}", ["old-bridge"]),
        ("{actor: [city, port]}", ["old-bridge", "port-bridge"]),
        ("{kind: repair}", ["port-bridge"]),
        ("{rank: major}", ["old-bridge"]),
        ("{rank: minor}", ["old-bridge", "port-bridge"]),
        ("{tags: stone}", ["old-bridge"]),
        ("{events: port-bridge}", ["port-bridge"]),
        ("{period: 2000/2008}", ["port-bridge"]),
        ("{actor: city, kind: repair}", []),
    ],
)
def test_all_that_is_asked_for_must_hold_and_any_of_several_is_enough(tmp_path, select, ids):
    short = f"from: brief\nselect: {select}\n"
    edition = resolved(tmp_path, {**FILES, "brief-short.yaml": short})
    assert told(edition, "brief-short") == ids
    assert told(edition, "brief") == ["old-bridge", "port-bridge"]


def test_a_chapter_without_events_falls_away_and_the_others_are_counted_anew(tmp_path):
    short = "from: brief\nselect: {actor: port}\n"
    edition = edition_of(resolved(tmp_path, {**FILES, "brief-short.yaml": short}), "brief-short")
    assert [(c.number, c.id) for c in edition.chapters] == [(1, "new")]


def test_what_is_not_told_is_not_led_to(tmp_path):
    short = "from: brief\nselect: {actor: port}\n"
    edition = resolved(tmp_path, {**FILES, "brief-short.yaml": short})
    (entry,) = edition_of(edition, "brief-short").told()
    assert "الجسر القديم" in entry.brief.plain()
    assert not [piece for piece in entry.brief.pieces() if hasattr(piece, "entry")]
    whole = [e.brief for e in edition_of(edition, "brief").told()]
    assert [piece for prose in whole for piece in prose.pieces() if hasattr(piece, "entry")]


LINK = "بعد [الجسر]{old-bridge}."
EVERYWHERE = {
    "brief-short.yaml": f"""
from: brief
select: {{actor: port}}
introduction: {LINK}
summary: {{text: "{LINK}", findings: ["{LINK}"], figures: [{{fact: length, label: "{LINK}"}}]}}
blurb: {LINK}
pages: {{preface: {{title: مقدمة, text: "{LINK}"}}}}
chapters:
  new:
    title: الجديد
    lead: {LINK}
    entries: [port-bridge]
    exhibits:
      one: {{title: لوح, points: [{{text: "{LINK}"}}]}}
      two: {{title: رسم, chart: {{aloud: وصف, figures: [{{fact: length, label: "{LINK}"}}]}}}}
      three: {{title: جدول, table: {{columns: [أ, ب], rows: [[ج, "{LINK}"]]}}}}
""",
    "poster.yaml": f"""
select: {{actor: port}}
introduction: {LINK}
subtitle: {LINK}
pillars: ["{LINK}"]
promise: {LINK}
eras: [{{name: "{LINK}", from: 1990, to: 2000}}]
figures: [{{fact: length, label: "{LINK}"}}]
fillers: ["{LINK}"]
""",
    "people.yaml": f"""
lina: {{name: لينا, about: "{LINK}"}}
""",
    "glossary.yaml": f"""
pier: {{term: دعامة, definition: "{LINK}"}}
""",
}


@pytest.mark.parametrize(("product", "texts"), [("brief-short", 13), ("poster", 7)])
def test_no_text_of_a_product_leads_to_what_it_does_not_tell(tmp_path, product, texts):
    edition = edition_of(resolved(tmp_path, {**FILES, **EVERYWHERE}), product)
    brief = edition.brief, edition.chapters, edition.people, edition.glossary
    said = repr(brief if edition.brief else edition.poster)
    assert said.count("الجسر") == texts
    assert "Linked(" not in said


def test_a_product_has_every_key_of_another_that_it_has_not_typed(tmp_path):
    short = "from: brief\nintroduction: كلام آخر.\n"
    edition = resolved(tmp_path, {**FILES, "brief-short.yaml": short})
    words = edition.products["brief-short"]
    assert words.brief.introduction.plain() == "كلام آخر."
    assert [chapter.id for chapter in words.chapters] == ["old", "new"]
    assert list(edition.facts) == ["years", "length"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("brief-short", "from: breif", "validate/not-a-choice"),
        ("brief-short", "from: poster", "validate/not-a-choice"),
        ("brief-press", "from: brief", "validate/bad-id"),
        ("poster-tiles-a4", "title: جسور", "validate/bad-id"),
        ("brief-short", "from: brief\nselect: {actor: nobody}", "resolve/unknown-id"),
        ("brief-short", "from: brief\nselect: {tags: wood}", "resolve/unknown-id"),
    ],
)
def test_a_product_that_cannot_be_is_refused(tmp_path, name, text, code):
    with pytest.raises(Refusal) as refused:
        resolved(tmp_path, {**FILES, "poster.yaml": "# ours\n", f"{name}.yaml": f"{text}\n"})
    assert {found.code for found in refused.value.diagnostics} == {code}


def test_a_form_that_is_switched_off_is_not_made(tmp_path):
    off = ("press", "tiles-a3", "tiles-a4-smaller", "tiles-a3-smaller")
    switches = ", ".join(f"{form}: no" for form in off)
    publication = f"title: جسور\nlanguage: ar\noutputs: {{{switches}, png: yes}}\n"
    files = {"publication.yaml": publication, "poster.yaml": "", "poster-a3.yaml": "from: poster"}
    products = products_of(typed_in(tmp_path, files))
    assert products["poster"].files == ("poster.pdf", "poster-tiles-a4.pdf", "poster.png")
    assert products["poster-a3"].kind == "poster"


def test_a_product_switches_its_own_forms(tmp_path):
    files = {
        "publication.yaml": "outputs: {press: no, png: no, booklet: no}\n",
        "brief.yaml": "outputs: {press: yes, pdf: no}\n",
        "brief-short.yaml": "from: brief\n",
        "brief-long.yaml": "from: brief\noutputs: {booklet: yes}\n",
        "poster.yaml": "outputs: {png: yes, tiles-a4-light: yes, tiles-a3: no}\n",
        "poster-a3.yaml": "paper: A3\n",
    }
    made = {name: product.forms for name, product in products_of(typed_in(tmp_path, files)).items()}
    tiles = ("tiles-a4", "tiles-a4-smaller", "tiles-a3-smaller")
    assert made == {
        "brief": ("pdf", "press"),
        "brief-long": ("pdf", "booklet"),
        "brief-short": ("pdf", "press"),
        "poster": ("pdf", *tiles, "tiles-a4-light", "png"),
        "poster-a3": ("pdf", "tiles-a4", "tiles-a3", *tiles[1:]),
        "web": ("web",),
    }


def test_a_product_of_a_draft_cannot_ask_for_a_press_file(tmp_path):
    files = {"publication.yaml": "audit: draft\n", "brief.yaml": "outputs: {press: yes}\n"}
    assert products_of(typed_in(tmp_path, files))["brief"].forms == ("pdf", "booklet")


@pytest.mark.parametrize(
    ("name", "typed", "key"),
    [
        ("brief", "outputs: {png: no}", "outputs"),
        ("poster", "outputs: {booklet: no}", "outputs"),
        ("poster", "outputs: {press: never}", "press"),
    ],
)
def test_a_product_switches_no_form_of_another_kind(tmp_path, name, typed, key):
    with pytest.raises(Refusal) as refused:
        resolved(tmp_path, {**FILES, f"{name}.yaml": f"{typed}\n"})
    (found,) = refused.value.diagnostics
    assert (found.code, found.values["key"]) == ("validate/not-a-choice", key)
