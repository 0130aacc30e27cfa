"""Rows become records, faulty ones complaints; what was edited on both sides comes together."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml
from click.testing import Result
from PIL import Image

from press.commands.import_sheet import import_sheet
from press.commands.new import begin
from press.commands.sheets.imported import Import
from press.diagnostics import Refusal
from press.pipeline import Watch, check
from press.project import Project
from tests.support import door
from tests.support.projects import project_in

HEADS = ("Year", "Month", "Day", "Time", "End Year", "Headline", "Text", "Media", "Rank", "Group")


@pytest.fixture
def new(tmp_path: Path) -> Project:
    begin(tmp_path / "p", "ar")
    return project_in(tmp_path / "p")


def sheet_of(folder: Path, *lines: str) -> Path:
    path = folder / "sheet.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def bring(to: Project, path: Path, **more: Any) -> Import:
    return import_sheet(to, path, dry_run=False, **more)


def said(done: Import) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in done.found]


def events(of: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (of.root / "content/events").glob("*.yaml")}


# -- three hundred rows ----------------------------------------------------------------------------


def good(number: int) -> list[str]:
    """A row without a fault, unlike any other."""
    year, month, day = 1700 + number, 1 + number % 12, 1 + number % 28
    text = f"حضر {number + 20} ضيفاً، وكُتب عنه في الصحف."
    who = ("المكتبات", "الصحف")[number % 2]
    return [str(year), str(month), str(day), "", "", f"حدث رقم {number}", text, "", "", who]


# The row, what is typed where, and the complaint with its column.
TYPED: dict[int, tuple[dict[str, str], str, str]] = {
    10: ({"Month": "2", "Day": "30"}, "sheet/bad-date", "Year"),
    20: ({"Month": "13"}, "sheet/bad-date", "Year"),
    30: ({"Month": "4", "Day": "31"}, "sheet/bad-date", "Year"),
    40: ({"Headline": ""}, "sheet/no-title", "Headline"),
    50: ({"Headline": "  "}, "sheet/no-title", "Headline"),
    60: ({"Year": "", "Month": "", "Day": ""}, "sheet/no-date", "Year"),
    70: ({"Year": "لا يُعرف", "Month": "", "Day": ""}, "sheet/bad-date", "Year"),
    80: ({"End Year": "1500"}, "sheet/end-before-start", "End Year"),
    90: ({"End Year": "غداً"}, "sheet/bad-date", "End Year"),
    100: ({"Time": "25:10"}, "sheet/bad-date", "Year"),
    110: ({"Media": "no-such.jpg"}, "sheet/no-media", "Media"),
    120: ({"Text": "حضر ٢٠ رجلاً و30 امرأة."}, "sheet/mixed-digits", "Text"),
    130: ({"Text": "حضر [عدد] من الناس."}, "sheet/bracket", "Text"),
    140: ({"Rank": "عظيم جداً"}, "sheet/not-a-choice", "Rank"),
    150: ({"Text": "افتُتح في 31 نيسان 1900."}, "sheet/bad-date", "Text"),
}
MARKED = {
    160: ("sheet/hidden-row", ""),
    170: ("sheet/merged", "Text"),
    180: ("sheet/cell-note", "Headline"),
    190: ("sheet/no-value", "Text"),
}
DOUBLE = 200


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of 300 rows, 20 of them with one fault each."""
    path = tmp_path_factory.mktemp("seeded") / "أحداث.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("أحداث")
    sheet.write_row(0, 0, HEADS)
    for number in range(1, 301):
        row = good(DOUBLE - 1 if number == DOUBLE else number)
        for head, text in TYPED.get(number, ({}, "", ""))[0].items():
            row[HEADS.index(head)] = text
        sheet.write_row(number, 0, row)
    sheet.set_row(160, None, None, {"hidden": True})
    sheet.merge_range(170, 6, 170, 8, "نص في خلايا مدمجة")
    sheet.write_comment(180, 5, "تحقق من هذا")
    sheet.write_formula(190, 6, "=A1&A2", None, "")
    book.close()
    return path


Taken = tuple[Project, Import, Result]


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory, seeded: Path) -> Taken:
    """What the front door makes of them, and what an import without writing says after that."""
    own = project_in(tmp_path_factory.mktemp("taken") / "p")
    begin(own.root, "ar")
    dry = import_sheet(own, seeded, dry_run=True)
    return own, dry, door.said("import", seeded, "--project", own.root)


def test_twenty_faults_in_three_hundred_rows_give_twenty_complaints_and_280_records(taken):
    own, done, _ = taken
    wanted = [(code, n + 1, HEADS.index(head) + 1) for n, (_, code, head) in TYPED.items()]
    wanted += [(c, n + 1, HEADS.index(h) + 1 if h else 0) for n, (c, h) in MARKED.items()]
    wanted += [("sheet/double-row", DOUBLE + 1, 0)]
    assert sorted(said(done), key=lambda one: one[1]) == sorted(wanted, key=lambda one: one[1])
    assert len(wanted) == 20
    assert len(done.new) == 280
    assert len(events(own)) == 280 + 2
    assert done.refused
    assert done.found[0].place.path == "أحداث.xlsx!أحداث"


def test_a_cell_merged_over_rows_is_one_complaint_and_none_of_its_rows_is_taken(new, tmp_path):
    path = tmp_path / "merged.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Events")
        sheet.write_row(0, 0, ("Year", "Headline"))
        for row in range(1, 8):
            sheet.write_row(row, 0, (1900 + row, f"Event of number {row}"))
        sheet.merge_range(2, 0, 4, 0, 1902)
    done = bring(new, path)
    assert said(done) == [("sheet/merged", 3, 1)]
    assert done.found[0].values["last"] == 5
    assert [draft.row.number for draft in done.drafts] == [2, 6, 7, 8]
    assert done.told(dry_run=False) == "4 new, 0 changed, 0 unchanged, 3 rows with errors"


def test_what_was_imported_passes_the_check_as_single_source(taken):
    edition, advice = check(taken[0], Watch())
    assert {one.code for one in advice} <= {"bind/default-profile"}
    ours = [fact for fact in edition.facts.values() if fact.id != "pieces"]
    assert len(ours) >= 3 * 280
    assert {fact.status for fact in ours} == {"single"}


def test_the_front_door_names_rows_and_ends_with_1_when_some_were_refused(taken):
    done = taken[2]
    assert done.exit_code == 1
    assert "أحداث.xlsx!أحداث:11:1: error:" in done.stderr
    assert "nothing was written." not in done.stderr.splitlines()[-1]
    assert "280 new" in done.stdout


# -- one row ---------------------------------------------------------------------------------------


def test_a_figure_becomes_a_fact_that_the_sheet_attests_and_is_referred_to(new, tmp_path):
    bring(new, sheet_of(tmp_path, "العنوان,التاريخ,النص", "افتتاح,1870,حضر 20 ضيفاً بنسبة 45%."))
    text = events(new)["on-1870-1.yaml"].decode()
    assert "حضر {on-1870-1-f20} ضيفاً بنسبة {on-1870-1-f45}." in text
    assert "value: 45%" in text
    assert "where: الصف 2، العمود النص" in text
    assert "row: sheet.csv!on-1870-1" in text


def test_a_date_in_a_text_is_a_fact_in_the_form_of_records(new, tmp_path):
    rows = ("العنوان,التاريخ,النص", "افتتاح,1870,صدر في ٢٨ نيسان ١٨٧٠ عن الجمعية.")
    bring(new, sheet_of(tmp_path, *rows))
    text = events(new)["on-1870-1.yaml"].decode()
    assert "صدر في {on-1870-1-f1870-04-28} عن الجمعية." in text
    assert "value: 1870-04-28" in text


def test_nothing_of_a_row_is_dropped(new, tmp_path):
    rows = ("Date,Headline,Media,Media Credit,Colour", "1870,فتح,https://e.org/a.jpg,مصور,#abc")
    done = bring(new, sheet_of(tmp_path, *rows))
    text = events(new)["on-1870-1.yaml"].decode()
    for kept in ("media: https://e.org/a.jpg", "media-credit: مصور", "colour: '#abc'"):
        assert kept in text
    assert [one.code for one in done.found] == ["sheet/media-address"]
    assert not done.refused


def test_groups_become_actors_those_that_are_there_keep_their_ids(new, tmp_path):
    rows = ("Date;Headline;Group", "1870;أ;متحف", "1871;ب;الصحف", "1872;ج;The Press")
    bring(new, sheet_of(tmp_path, *rows))
    actors = (new.root / "content/actors.yaml").read_text("utf-8")
    assert "actor: museum" in events(new)["on-1870-1.yaml"].decode()
    assert "actor-1:\n  name: الصحف" in actors
    assert "the-press:\n  name: The Press" in actors
    assert actors.startswith("# yaml-language-server")


def test_a_file_that_cannot_be_read_or_mapped_writes_nothing(new, tmp_path):
    before = events(new)
    for name, data in {
        "a.xlsx": b"PK\x03\x04 no workbook",
        "b.csv": b"Name,When was it\nx,1870\n",
        "c.csv": b"",
        "d.pdf": b"%PDF",
        "e.csv": b"Headline,Title,Date\nx,y,1870\n",
    }.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Refusal) as refused:
            bring(new, tmp_path / name)
        assert {d.code for d in refused.value.diagnostics} <= {"sheet/unread", "sheet/no-header"}
    with pytest.raises(Refusal):
        bring(new, tmp_path / "none.csv")
    assert events(new) == before
    assert not (new.root / "imported").exists()


def test_columns_and_the_order_of_days_are_said_in_a_file(new, tmp_path):
    path = sheet_of(tmp_path, "What;When", "فتح;4/5/2006")
    stated = tmp_path / "map.yaml"
    stated.write_text("title: What\ndate: When\n", "utf-8")
    assert said(bring(new, path, columns=stated)) == [("sheet/bad-date", 2, 2)]
    stated.write_text("title: What\ndate: When\nday-order: day-first\n", "utf-8")
    bring(new, path, columns=stated)
    assert "on-2006-05-04-1.yaml" in events(new)


@pytest.mark.parametrize("line", ["titel: What", "title: Nothing", "day-order: sideways", "- a"])
def test_a_file_of_columns_that_is_wrong_is_refused(new, tmp_path, line):
    stated = tmp_path / "map.yaml"
    stated.write_text(f"{line}\n", "utf-8")
    with pytest.raises(Refusal) as refused:
        bring(new, sheet_of(tmp_path, "What;When", "x;1870"), columns=stated)
    assert {one.code for one in refused.value.diagnostics} == {"sheet/bad-columns"}


def test_ids_of_a_column_are_kept_and_double_or_wrong_ones_refused(new, tmp_path):
    rows = ("id,Date,Headline", "old-bridge,1870,أ", "old-bridge,1871,ب", "جسر,1872,ج")
    done = bring(new, sheet_of(tmp_path, *rows))
    assert said(done) == [("sheet/bad-id", 3, 1), ("sheet/bad-id", 4, 1)]
    assert "old-bridge.yaml" in events(new)


def test_two_families_of_digits_in_a_date_and_formulas_without_a_value_are_refused(new, tmp_path):
    rows = ("Date,Headline", "٢0٠6,أ", "1870,#REF!", "=A2+1,ب", "1871,ج", "1872,#1 في القائمة")
    done = bring(new, sheet_of(tmp_path, *rows))
    assert said(done) == [
        ("sheet/mixed-digits", 2, 1), ("sheet/no-value", 3, 2), ("sheet/no-value", 4, 1),
    ]  # fmt: skip
    assert len(done.new) == 2


def test_a_hijri_date_is_kept_beside_that_of_the_gregorian_calendar(new, tmp_path):
    rows = ("التاريخ,التاريخ الهجري,العنوان", "15 رمضان 1427هـ,,أ", "2006-10-08,1427-09-15,ب")
    done = bring(new, sheet_of(tmp_path, *rows))
    assert done.found == []
    for name in ("on-2006-10-08-1.yaml", "on-2006-10-08-2.yaml"):
        assert "date: 2006-10-08\nhijri: 1427-09-15\n" in events(new)[name].decode()
    check(new, Watch())


def test_a_picture_beside_the_sheet_is_taken_with_its_words_and_a_broken_one_refused(new, tmp_path):
    Image.new("RGB", (40, 30), "navy").save(tmp_path / "dam.png")
    (tmp_path / "torn.jpg").write_bytes((tmp_path / "dam.png").read_bytes()[:60])
    rows = (
        "Date,Headline,Media,Media Credit,Media Caption",
        "1870,فتح السد,dam.png,أرشيف البلدة,السد سنة 1870",
        "1871,غيره,torn.jpg,,",
        "1872,وغيره,none.jpg,,",
    )
    done = bring(new, sheet_of(tmp_path, *rows))
    assert [(one.code, one.case, one.place.line) for one in done.found] == [
        ("sheet/no-media", "broken", 3), ("sheet/no-media", "", 4),
    ]  # fmt: skip
    event = yaml.load(events(new)["on-1870-1.yaml"], yaml.BaseLoader)
    assert event["image"] == {
        "file": "images/dam.png",
        "alt": "السد سنة 1870",
        "caption": "السد سنة {on-1870-1-f1870}",
        "credit": "أرشيف البلدة",
    }
    assert "notes-of-import" not in event
    kept = new.root / "content/images/dam.png"
    assert kept.read_bytes() == (tmp_path / "dam.png").read_bytes()
    check(new, Watch())


# -- again -----------------------------------------------------------------------------------------

ROWS = ("Date,Headline,Text", "1870,فتح,حضر 20 ضيفاً.", "1880,بناء,بناه 30 عاملاً.")


def test_unchanged_rows_leave_every_file_untouched_to_the_byte(new, tmp_path):
    path = sheet_of(tmp_path, *ROWS)
    bring(new, path)
    before = {p: p.read_bytes() for p in new.root.rglob("*") if p.is_file()}
    done = bring(new, path)
    assert (done.new, done.changed, len(done.same)) == ([], [], 2)
    assert {p: p.read_bytes() for p in new.root.rglob("*") if p.is_file()} == before


def test_a_row_put_in_above_moves_no_record(new, tmp_path):
    bring(new, sheet_of(tmp_path, *ROWS))
    before = events(new)
    done = bring(new, sheet_of(tmp_path, ROWS[0], "1870,قبل الفتح,كان المكان خالياً.", *ROWS[1:]))
    assert done.new == ["on-1870-2"]
    assert {name: events(new)[name] for name in before} == before


def test_what_the_sheet_changed_is_taken_over_and_what_the_editor_wrote_is_kept(new, tmp_path):
    bring(new, sheet_of(tmp_path, *ROWS))
    path = new.root / "content/events/on-1870-1.yaml"
    mine = "title: فتح\n# عنوان مراجع\nrank: major"
    path.write_text(path.read_text("utf-8").replace("title: فتح", mine), "utf-8")
    done = bring(new, sheet_of(tmp_path, ROWS[0], "1870,فتح,حضر 25 ضيفاً.", ROWS[2]))
    text = path.read_text("utf-8")
    assert (done.changed, done.found) == (["on-1870-1"], [])
    assert f"{mine}\n" in text
    assert "حضر {on-1870-1-f25} ضيفاً." in text
    assert "on-1870-1-f20" not in text
    check(new, Watch())


def test_a_date_changed_in_the_sheet_changes_the_record_and_not_its_id(new, tmp_path):
    bring(new, sheet_of(tmp_path, *ROWS))
    done = bring(new, sheet_of(tmp_path, ROWS[0], "1871,فتح,حضر 20 ضيفاً.", ROWS[2]))
    assert (done.new, done.changed) == ([], ["on-1870-1"])
    assert "date: 1871" in events(new)["on-1870-1.yaml"].decode()


def test_what_both_changed_is_named_with_both_values_until_they_agree(new, tmp_path):
    bring(new, sheet_of(tmp_path, *ROWS))
    path = new.root / "content/events/on-1870-1.yaml"
    path.write_text(path.read_text("utf-8").replace("title: فتح", "title: افتتاح"), "utf-8")
    changed = sheet_of(tmp_path, ROWS[0], "1870,فتح الدار,حضر 20 ضيفاً.", ROWS[2])
    for _ in range(2):
        done = bring(new, changed)
        (one,) = done.found
        assert (one.code, one.place.line) == ("sheet/conflict", 2)
        assert (one.values["record"], one.values["sheet"]) == ("افتتاح", "فتح الدار")
        assert "title: افتتاح" in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace("افتتاح", "فتح الدار"), "utf-8")
    assert bring(new, changed).found == []


def test_a_row_and_a_record_that_are_gone_are_named_and_neither_comes_back(new, tmp_path):
    bring(new, sheet_of(tmp_path, *ROWS))
    (new.root / "content/events/on-1880-1.yaml").unlink()
    done = bring(new, sheet_of(tmp_path, ROWS[0], ROWS[2]))
    assert sorted(one.code for one in done.found) == ["sheet/record-gone", "sheet/row-gone"]
    assert {"on-1870-1.yaml"} == {name for name in events(new) if name.startswith("on-")}
    assert not done.refused


def test_a_dry_run_says_the_same_and_writes_nothing(new, tmp_path):
    before = {p: p.read_bytes() for p in new.root.rglob("*") if p.is_file()}
    done = import_sheet(new, sheet_of(tmp_path, *ROWS), dry_run=True)
    assert len(done.new) == 2
    assert {p: p.read_bytes() for p in new.root.rglob("*") if p.is_file()} == before


def test_an_english_publication_takes_english_rows(tmp_path):
    begin(tmp_path / "p", "en")
    out = io.StringIO()
    csv.writer(out).writerows(
        [
            ("Date", "Headline", "Text"),
            ("April 28, 2006", "The dam", "It held 1,200 boats, 45% new."),
        ]
    )
    (tmp_path / "s.csv").write_text(out.getvalue(), "utf-8")
    bring(project_in(tmp_path / "p"), tmp_path / "s.csv")
    text = events(project_in(tmp_path / "p"))["on-2006-04-28-1.yaml"].decode()
    assert "It held {on-2006-04-28-1-f1200} boats, {on-2006-04-28-1-f45} new." in text
    assert "where: row 2, column Text" in text
    check(project_in(tmp_path / "p"), Watch())


def test_a_title_that_the_editor_wrote_and_eras_without_a_poster_are_kept(new, tmp_path):
    (new.root / "content/poster.yaml").unlink()
    rows = "Type,Year,End Year,Headline", "title,,,عنوان الجدول", "era,1900,1910,حقبة", ",1901,,حدث"
    done = bring(new, sheet_of(tmp_path, *rows))
    assert said(done) == [("sheet/kept", 2, 0), ("sheet/kept", 3, 0)]
    assert {one.severity for one in done.found} == {"advice"}
    assert "عنوان الجدول" not in (new.root / "content/publication.yaml").read_text("utf-8")
