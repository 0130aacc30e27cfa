"""What YAML reads otherwise than it was meant is named at its place, once and with its cause."""

import datetime
from pathlib import Path

import pytest

from press.content.load import load
from press.content.nodes import Text
from press.diagnostics import Refusal
from press.project import Project
from tests.support.small import complaints, project

EVENT = "events/2006-08-31-resolution-1706.yaml"
TITLE = "title: القرار 1706 بشأن دارفور"


def told(tmp_path: Path, old: str, new: str) -> list[str]:
    """What is said of the base when `old` is typed as `new` in an event: line, column and cause."""
    found = complaints(project(tmp_path, {EVENT: (old, new)}))
    return [
        f"{one.place.line}:{one.place.column} {one.code.partition('/')[2]} {one.case}".strip()
        for one in found
        if one.severity == "error"
    ]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (TITLE, "title: القرار 1706: دارفور", "1:19 not-yaml colon"),
        (TITLE, "title: {date} القرار", "1:8 not-yaml sign"),
        (TITLE, "title: [القرار]{resolution-1674} في دارفور", "1:8 not-yaml sign"),
        (TITLE, "title: %45 من الدول", "1:8 not-yaml sign"),
        (TITLE, "title: @الأمم المتحدة", "1:8 not-yaml sign"),
        (TITLE, "title: *القرار* في دارفور", "1:8 not-yaml sign"),
        (TITLE, "title: > القرار في دارفور", "1:8 not-yaml sign"),
        (TITLE, "title: | القرار في دارفور", "1:8 not-yaml sign"),
        (TITLE, 'title: "القرار" في دارفور', "1:8 not-yaml quoted"),
        (TITLE, "title: دارفور # القرار 1706", "1:15 lost-comment"),
        (TITLE, "title: القرار بشأن #دارفور", "1:20 lost-comment"),
        ("rank: major", "rank: major   # by its vote", None),
        ("date: 2006-08-31\nactor", "date: 2006-08-31 # a Thursday\nactor", None),
        ("symbol: S/RES/1706 (2006)", "symbol: S/RES/1706 (2006) # as printed", None),
        ("see: [resolution-1674]", "see: [resolution-1674] # and others", None),
        ("rank: major", "rank:\u00a0major", "5:6 invisible space"),
        ("rank: major", "\u00a0rank: major", "5:1 invisible space"),
        ("rank: major", "rank: major\u00a0", "5:12 invisible mark"),
        ("rank: major", "\u200frank: major", "5:1 invisible mark"),
        ("rank: major", "ra\u200bnk: major", "5:3 invisible mark"),
        ("date: 2006-08-31\nactor", "date: \u200e2006-08-31\nactor", "2:7 invisible mark"),
        ("date: 2006-08-31\nactor", "date: 2006\u201108\u201131\nactor", "2:11 invisible hyphen"),
        (TITLE, "title: القرار 1706\u2028بشأن دارفور", "1:19 invisible line-end"),
        (TITLE, "title: القرار 1706\u0085بشأن دارفور", "1:19 invisible line-end"),
        (TITLE, "title: القرار\x0b 1706", "1:14 invisible control"),
        (TITLE, "title: القرار\x00 1706", "1:14 invisible control"),
        (TITLE, "title: - القرار في دارفور", "1:8 not-yaml sign"),
        (TITLE, "title: ? القرار في دارفور", "1:8 not-yaml sign"),
        (TITLE, "title: , القرار في دارفور", "1:8 not-yaml sign"),
        (TITLE, "title:القرار في دارفور", "1:6 not-yaml no-space"),
        (TITLE, "title\uff1aالقرار في دارفور", "1:6 not-yaml no-space"),
        (TITLE, "title: القرار\nفي دارفور", "2:1 not-yaml no-key"),
        (TITLE, 'title: "القرار في دارفور', "1:8 not-yaml unclosed"),
        (TITLE, "title: 'القرار في دارفور", "1:8 not-yaml unclosed"),
        ("rank: major", "\trank: major", "5:1 not-yaml tab"),
        ("rank: major", "rank: major\n---", "6:1 not-yaml document"),
        ("rank: major", "<<<<<<< HEAD\nrank: major", "5:1 not-yaml merge"),
        ("    about: قوام", "   about: قوام", "24:5 not-yaml deeper"),
        ("    about: قوام", "     about: قوام", "24:5 not-yaml between"),
        ("poster: يأذن مجلس", "poster: |\n  عن: هذا: وذاك\nb: @x\nc:", "15:4 not-yaml sign"),
        ("[الصين, قطر, الاتحاد الروسي]", "[3,150 m3/s, قطر]", "33:32 grouped-figure"),
    ],
)  # fmt: skip
def test_the_cause_is_named_at_its_place(tmp_path, old, new, wanted):
    assert told(tmp_path, old, new) == ([wanted] if wanted else [])


def test_letters_that_were_typed_apart_from_their_hamza_are_joined(tmp_path):
    apart = "title: القرار 1706 ا\u0655لى دارفور ا\u0654و إلى أم"
    assert complaints(project(tmp_path, {EVENT: (TITLE, apart)})) == ()


@pytest.mark.parametrize("ending", [".yml", ".YAML", ".Yml"])
def test_a_record_is_read_however_its_ending_is_written(tmp_path, ending):
    made = project(tmp_path, {})
    path = made.root / "content" / EVENT
    path.rename(path.with_suffix(ending))
    assert complaints(made) == ()


def test_the_same_record_with_two_endings_is_named(tmp_path):
    made = project(tmp_path, {})
    path = made.root / "content" / EVENT
    path.with_suffix(".yml").write_bytes(path.read_bytes())
    assert [one.code for one in complaints(made)] == ["validate/unknown-file"]


@pytest.mark.parametrize(
    "name", [".#a.yaml", "._a.yaml", "a.yaml~", "#a.yaml#", ".DS_Store", "a.yaml.swp"]
)
def test_what_editors_and_systems_leave_is_passed_over(tmp_path, name):
    made = project(tmp_path, {})
    (made.root / "content" / "events" / name).write_bytes(b"\xff\xfe: [")
    assert complaints(made) == ()


def place_of_word(tmp_path: Path, typed: bytes, word: str) -> str:
    """Where a word of the value `title` stands that is typed as `typed`."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "people.yaml").write_bytes(typed)
    content = load(Project(tmp_path, tmp_path, datetime.date(2026, 1, 31)))
    text = content.files["people.yaml"]["title"]
    assert isinstance(text, Text)
    place = text.at(text.index(word))
    return f"{place.line}:{place.column}"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("title: 'أ ''ب'' هنا'", "1:17"),
        ('title: "\\u0646ص \\"ب\\" هنا"', "1:23"),
        ('title: "سطر\\n هنا"', "1:15"),
        ('title: "سطر \\\n  هنا"', "2:3"),
        ("title: &a هنا", "1:11"),
        ("title: !!str هنا", "1:14"),
        ("a: ب\rtitle: هنا", "2:8"),
        ("a: ب\r\ntitle: >\r\n  سطر\r\n  هنا", "4:3"),
    ],
)
def test_a_word_has_its_line_and_column_in_every_style(tmp_path, typed, place):
    assert place_of_word(tmp_path, typed.encode(), "هنا") == place


def test_a_fault_of_one_file_hides_none_of_another(tmp_path):
    made = project(
        tmp_path, {EVENT: (TITLE, "title: {date} القرار"), "people.yaml": ("name: ", "name:\u00a0")}
    )
    assert {one.place.path for one in complaints(made)} == {
        f"content/{EVENT}",
        "content/people.yaml",
    }


def test_a_refusal_is_raised_for_all(tmp_path):
    with pytest.raises(Refusal):
        load(project(tmp_path, {EVENT: (TITLE, "title: {date} القرار")}))


TROOPS = "    value: 17300"


@pytest.mark.parametrize(
    "typed", ["17,300", "17 300", "17_300", "17٬300", "١٧٣٠٠", "17300 عنصر", '"17,300"']
)
def test_a_counted_number_typed_otherwise_is_named_at_its_line_alone(tmp_path, typed):
    found = complaints(project(tmp_path, {EVENT: (TROOPS, f"    value: {typed}")}))
    assert {one.place.line for one in found} == {24}
    assert len(found) == 1


def test_a_source_in_another_language_keeps_its_own_title(tmp_path):
    persian = "original: بررسی مسئولیت حمایت و نقش سازمان\u200cهای بین\u200cالمللی\n  language: fa"
    english = 'original: "Security Council Resolutions 1674 and 1706"\n  language: en'
    assert complaints(project(tmp_path, {"sources.yaml": (english, persian)})) == ()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("date: ٢٠٠٦-٠٨-٣١\nactor", "2:7 wrong-value"),
        ("date: 31/08/2006\nactor", "2:7 wrong-value"),
        ("date: &a [*a]\nactor", "2:7 too-much"),
        ("date: 2006-08-31\n---\nactor", "3:1 not-yaml"),
        ("date: 2006-08-31\n\tactor", "3:1 not-yaml"),
    ],
)
def test_what_no_reader_can_mean_is_one_complaint(tmp_path, typed, wanted):
    (only,) = told(tmp_path, "date: 2006-08-31\nactor", typed)
    assert only.startswith(wanted)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (TITLE, "Title: القرار 1706 بشأن دارفور", "1:1 unknown-key"),
        (TROOPS, "    value: نحو 17300", "24:12 wrong-value integer"),
        ("rank: major", "rank:\u00a0Major", "5:6 invisible space"),
    ],
)
def test_one_cause_is_one_complaint(tmp_path, old, new, wanted):
    assert told(tmp_path, old, new) == [wanted]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("النص {{covered}} هنا", ["resolve/bad-reference"]),
        ("النص []{covered} هنا", ["resolve/bad-reference"]),
        ("النص { covered } هنا", []),
        ("النص {date} هنا", ["resolve/unknown-id"]),
        ("الصين\t[2005-2012]{covered}\tقطر", ["audit/hygiene-double-space"]),
        ("| أ | ب |\n|---|---|", ["audit/markup"]),
        ("النص&nbsp;هنا", ["audit/markup"]),
    ],
)
def test_what_other_tools_leave_in_a_text_is_named_once(tmp_path, typed, wanted):
    lead = "عيّن الأمين العام مستشاراً خاصاً معنياً بالمسؤولية عن الحماية."
    lines = typed.replace("\n", "\n      ")
    found = complaints(project(tmp_path, {"brief.yaml": (lead, lines)}))
    assert [one.code for one in found] == wanted
