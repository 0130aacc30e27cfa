"""Cases that people met in public: each is refused with its cause, or printed as it was typed.

The cases stand in tests/support/met.py by their numbers. What a check says of each is tried here;
of those that are printed, `PRINTED` says by which test.
"""

from pathlib import Path

import pytest

from press.diagnostics import Refusal
from press.layout.brief.brief import lay_out_brief
from press.layout.layout import Sheets
from press.render.render import render
from press.typeset.gather import gather
from press.typeset.missing_glyphs import placed
from press.workers import alone
from tests.support.met import CASES, ENTRIES, EVENT, Case, leads, told_by
from tests.support.projects import resolved
from tests.support.small import Change, complaints, printed, project
from tests.test_typed_and_read import lead, signs

ROOT = Path(__file__).resolve().parent
# A page has a bracket as itself or as its mirror image.
ONE_FORM = str.maketrans(")]", "([")
# Leads that stand on one page together; numbers are of Arabic digits in another test.
TOGETHER = [case for number, case in CASES.items() if case.lead and not case.says]
PRINTED = {
    "test_met_in_public.py::test_what_was_typed_stands_on_the_page": (
        "01 01p 03 05 11b 11d 11g 12 13 15 20 20b 21 21b 22g 22h 27 27b 39 39e 40 40c 40d 40e 40f "
        "45 51 53b 54 57b 58a 59 67b 76d 79b T01 T02 T07"
    ),
    "test_met_in_public.py::test_what_no_page_holds_is_refused_at_its_place": "23 74b T06",
    "test_met_in_public.py::test_a_crowded_year_beside_empty_ones_is_printed": "T04 T15",
    "test_typed_and_read.py::test_a_whole_publication_is_printed_in_arabic_indic_digits": "04 10b",
    "test_typed_and_read.py::test_what_arabic_writes_is_printed": "09a 09b 09c 24 24a 24d 53",
    "commands/test_streams.py::test_a_stream_of_another_encoding_gets_replacements": "50",
    "test_files.py::test_hidden_names_are_passed_over": "61",
}


def made_of(case: Case, folder: Path) -> dict[str, bytes | str | Change | None]:
    """What is typed otherwise in a project that is `case`."""
    return {**case.files, **({"brief.yaml": leads(case)} if case.lead else {})}


@pytest.mark.parametrize("number", CASES)
def test_a_check_names_the_cause_or_says_nothing(number, tmp_path):
    case = CASES[number]
    found = complaints(project(tmp_path, made_of(case, tmp_path)))
    told = [f"{one.place.line}:{one.place.column} {one.code}" for one in found]
    wanted = [said.split(" ", 2) for said in case.says]
    assert told == [" ".join(said[:2]) for said in wanted]
    for one, said in zip(found, wanted, strict=True):
        assert " ".join(said[2:]) in one.message


def test_every_case_that_is_sound_is_printed_by_a_test():
    for test in PRINTED:
        file, name = test.split("::")
        assert f"def {name}(" in (ROOT / file).read_text("utf-8")
    told = [number for numbers in PRINTED.values() for number in numbers.split()]
    sound = [number for number, case in CASES.items() if not case.says]
    assert sorted(told) == sorted({*sound, "T01"})


def test_what_was_typed_stands_on_the_page(tmp_path):
    """All that can stand on one page, and days of meetings; what else is typed is told above.

    The poster is small, without room for what is long before it, and cut into tiles that overlap.
    """
    meetings = [CASES[number].files for number in ("T01", "T02", "T07")]
    events = {
        f"events/of-{number}-{name.removeprefix('events/')}": text
        for number, files in enumerate(meetings)
        for name, text in files.items()
        if name.startswith("events/")
    }
    ids = ", ".join(name.removeprefix("events/").removesuffix(".yaml") for name in events)
    made = project(
        tmp_path,
        {
            "brief.yaml": (ENTRIES, f"    entries: [told, luck-appointed, {ids}]\n"),
            "events/told.yaml": told_by(*TOGETHER),
            "people.yaml": ("name: إدوارد لاك", "name: إدوارد\u00a0لاك"),
            "sources.yaml": CASES["13"].files["sources.yaml"],
            EVENT: CASES["13"].files[EVENT],
            "poster.yaml": CASES["54"].files["poster.yaml"],
            **events,
        },
    )
    pages = printed(made, "brief", "poster")
    rows = [row.translate(ONE_FORM) for row in signs(pages["brief"])]
    for case in TOGETHER:
        for token in case.paper:
            assert any(token in row for row in rows), token
    assert "".join(rows).count("2012-2005") >= 9
    assert any("م.ق45" in row for row in rows)
    (poster,) = pages["poster"]
    said = "".join(signs((poster,)))
    assert (round(poster.width_mm), round(poster.height_mm)) == (420, 297)
    assert said.count("2007ويام/رايأ14") == 4
    assert "رياربف/طابش5و1" in said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("23", "content/brief.yaml:12:34 typeset/missing-glyph"),
        ("74b", "content/sources.yaml:23:13 typeset/missing-glyph"),
        ("T06", "brief.pdf:4:0 typeset/overflow"),
    ],
)
def test_what_no_page_holds_is_refused_at_its_place(number, said, tmp_path):
    """Signs without a face, once a text; a word that no line holds."""
    made = project(tmp_path, made_of(CASES[number], tmp_path))
    edition = resolved(made)
    sheets = Sheets(lay_out_brief(edition, "0123456789ab"), None)
    with pytest.raises(Refusal) as refusal:
        gather(render(sheets, made)["brief"], made, alone())
    found = placed(refusal.value.diagnostics, edition.passages)
    told = [f"{one.place.path}:{one.place.line}:{one.place.column} {one.code}" for one in found]
    assert sorted(told)[0] == said


def test_a_crowded_year_beside_empty_ones_is_printed(tmp_path):
    """Thirty meetings of ten months, and two of fifty years before, on one true scale."""
    old, year = CASES["T04"].files, CASES["T15"].files
    files = {f"events/x{name[8:]}": old[name] for name in ("events/m0.yaml", "events/m1.yaml")}
    made = project(
        tmp_path, {**files, **year, "brief.yaml": None, "poster.yaml": old["poster.yaml"]}
    )
    (poster,) = printed(made, "poster")["poster"]
    said = "".join(signs((poster,)))
    assert said.count("عامتجا") >= 32  # of each the title, and of most the text
    assert "1905" in said and "1950" in said


@pytest.mark.parametrize(
    ("name", "change", "codes"),
    [
        ("brief.yaml", lead("عيّن الأمين العام مست\u00adشاراً."), ["audit/hygiene-controls"]),
        ("brief.yaml", lead("عيّن الأمين العام\u00a0\u00a0مستشاراً."), []),
        ("brief.yaml", lead("عيّنه [الأمين](https://example.org/a) العام."), ["audit/markup"]),
        ("brief.yaml", lead("عيّنه [الأمين] {covered} العام."), ["resolve/bad-reference"]),
        ("brief.yaml", lead("عيّنه [الأمين العام."), ["resolve/bad-reference"]),
        ("brief.yaml", lead("عيّنه الأمين] العام."), ["resolve/bad-reference"]),
        ("brief.yaml", lead("عيّنه [الأمين [العام]."), ["resolve/bad-reference"]),
        (EVENT, ("value: 17300", "value: 17300.5"), ["validate/wrong-value"]),
        (EVENT, ("value: 17300", "value: 1.017.300"), ["validate/wrong-value"]),
    ],
)
def test_the_cause_is_named(tmp_path, name, change, codes):
    found = [one.code for one in complaints(project(tmp_path, {name: change}))]
    assert [code for code in found if code != "audit/unsourced-number"] == codes


@pytest.mark.parametrize(
    ("typed", "meant"), [("17.300", "type 17300,"), ("1.017.300", "type 1017300,")]
)
def test_thousands_parted_by_points_are_told_as_they_are_typed(tmp_path, typed, meant):
    (found,) = complaints(project(tmp_path, {EVENT: ("value: 17300", f"value: {typed}")}))
    assert meant in found.message
    assert found.place.line == 24
