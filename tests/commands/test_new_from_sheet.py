"""A spreadsheet becomes a publication that passes the check, or nothing is written."""

from pathlib import Path

import pytest
import yaml

from press.commands.export_sheet import export_sheet
from press.commands.new_from_sheet import begin_from_sheet
from press.diagnostics import Refusal
from press.pipeline import Watch, check
from tests.support import door
from tests.support.projects import project_in

ROWS = (
    "Type,Year,End Year,Headline,Text,Group",
    "title,,,تاريخ الدار في 3 أجيال,جمعت الدار 900 كتاب.,",
    "era,1870,1900,سنوات التأسيس,,",
    ",1872,,افتتاح الدار,حضر 20 ضيفاً.,المكتبات",
    ",1890,,صدور الفهرس,,المكتبات",
)


def sheet_of(folder: Path, *lines: str) -> Path:
    path = folder / "timeline.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def typed(folder: Path, name: str) -> dict[str, object]:
    found = yaml.load((folder / "content" / name).read_bytes(), yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def test_title_and_eras_are_those_of_the_sheet_and_all_passes_the_check(tmp_path):
    names, advice = begin_from_sheet(tmp_path / "p", None, sheet_of(tmp_path, *ROWS))
    made = tmp_path / "p"
    assert advice == ()
    assert typed(made, "publication.yaml")["title"] == "تاريخ الدار في 3 أجيال"
    assert typed(made, "publication.yaml")["language"] == "ar"
    poster = typed(made, "poster.yaml")
    assert poster["eras"] == [{"name": "سنوات التأسيس", "from": "1870", "to": "1900"}]
    assert poster["introduction"] == "جمعت الدار {title-f900} كتاب."
    assert typed(made, "brief.yaml")["introduction"] == poster["introduction"]
    assert sorted(path.stem for path in (made / "content/events").iterdir()) == [
        "on-1872-1", "on-1890-1",
    ]  # fmt: skip
    edition, _ = check(project_in(made), Watch())
    assert {fact.status for fact in edition.facts.values()} == {"single"}
    assert set(names) >= {".gitignore", "README.md", "content/sources.yaml", "schema/event.json"}
    *_, commands, last = (made / "README.md").read_text("utf-8").strip().split("\n\n")
    assert commands.startswith("- ") and last.startswith("إذا تغيّر الجدول فاستورده")


def test_rows_without_texts_make_a_poster_and_no_brief(tmp_path):
    begin_from_sheet(tmp_path / "p", None, sheet_of(tmp_path, "Date,Headline", "1870,The dam"))
    assert typed(tmp_path / "p", "publication.yaml")["language"] == "en"
    assert typed(tmp_path / "p", "publication.yaml")["title"] == "timeline"
    assert not (tmp_path / "p/content/brief.yaml").exists()
    check(project_in(tmp_path / "p"), Watch())


def test_arabic_digits_of_the_rows_are_those_of_the_publication(tmp_path):
    rows = "التاريخ,العنوان,النص", "١٨٧٠,افتتاح,حضر ٢٠ ضيفاً."
    begin_from_sheet(tmp_path / "p", None, sheet_of(tmp_path, *rows))
    assert typed(tmp_path / "p", "publication.yaml")["digits"] == "arabic"
    check(project_in(tmp_path / "p"), Watch())


@pytest.mark.parametrize(
    "row, code",
    [
        (",1872-13,,حدث,,", "sheet/bad-date"),
        ("title,,,عنوان آخر,,", "sheet/second-title"),
        ("era,1900,,حقبة,,", "sheet/no-date"),
        ("era,1900,1890,حقبة,,", "sheet/end-before-start"),
    ],
)
def test_one_faulty_row_and_nothing_is_written(tmp_path, row, code):
    with pytest.raises(Refusal) as refused:
        begin_from_sheet(tmp_path / "p", None, sheet_of(tmp_path, *ROWS, row))
    assert [(one.code, one.place.line) for one in refused.value.diagnostics] == [(code, 6)]
    assert not (tmp_path / "p").exists()


def test_what_the_audit_refuses_is_told_by_its_cell(tmp_path):
    row = ',1872,,حدث,"كان هذا, وكان.",'
    with pytest.raises(Refusal) as refused:
        begin_from_sheet(tmp_path / "p", None, sheet_of(tmp_path, *ROWS, row))
    (one,) = refused.value.diagnostics
    assert (one.place.path, one.place.line, one.place.column) == ("timeline.csv", 6, 5)


def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path):
    with pytest.raises(Refusal) as refused:
        begin_from_sheet(tmp_path, None, sheet_of(tmp_path, *ROWS))
    assert [one.code for one in refused.value.diagnostics] == ["new/not-empty"]


def test_an_export_begins_a_publication_elsewhere(tmp_path):
    begin_from_sheet(tmp_path / "p", None, sheet_of(tmp_path, *ROWS))
    export_sheet(project_in(tmp_path / "p"), tmp_path / "out.xlsx")
    begin_from_sheet(tmp_path / "q", None, tmp_path / "out.xlsx")
    for name in ("on-1872-1", "on-1890-1"):
        one, other = (typed(tmp_path / of, f"events/{name}.yaml") for of in "pq")
        facts = [made.pop("facts") for made in (one, other)]
        assert one == other
        assert [*facts[0]] == [*facts[1]]
    assert (tmp_path / "q/content/brief.yaml").exists()
    check(project_in(tmp_path / "q"), Watch())


def test_the_front_door_begins_one_of_a_sheet_and_names_its_faults(tmp_path):
    asked = "new", tmp_path / "p", "--from", sheet_of(tmp_path, *ROWS)
    assert door.said(*asked).exit_code == 0
    assert door.said(*asked).exit_code == 1
    done = door.said("new", tmp_path / "q", "--from", sheet_of(tmp_path, *ROWS, ",,,x,,"))
    assert done.exit_code == 1
    assert "timeline.csv:6:2: error:" in done.stderr
    assert door.said("new", "x", "--sheet", "a").exit_code == 2
