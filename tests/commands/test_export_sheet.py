"""What is exported comes back: unchanged to the byte, edited as that record and no other."""

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from python_calamine import CalamineWorkbook

from press.commands.export_sheet import export_sheet
from press.commands.import_sheet import import_sheet
from press.commands.new import begin
from press.commands.sheets.imported import Import
from press.commands.sheets.workbook import protected, unprotected
from press.diagnostics import Refusal
from press.project import Project
from tests.support import door
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parent.parent.parent
Cells = dict[str, list[list[str]]]


@pytest.fixture
def new(tmp_path: Path) -> Project:
    begin(tmp_path / "p", "ar")
    return project_in(tmp_path / "p")


def files(of: Project) -> dict[str, bytes]:
    return {
        path.relative_to(of.root).as_posix(): path.read_bytes()
        for path in of.root.rglob("*")
        if path.is_file()
    }


def bring(to: Project, path: Path) -> Import:
    return import_sheet(to, path, dry_run=False)


def edited(of: Project, change: Callable[[Cells], None]) -> Path:
    """An export whose cells `change` has changed, as a program would save it again."""
    path = of.root.parent / "out.xlsx"
    path.unlink(missing_ok=True)
    export_sheet(of, path)
    book = CalamineWorkbook.from_path(str(path))
    cells = {
        name: [[str(c) for c in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
        if name != "Choices"
    }
    change(cells)
    path.unlink()
    again = xlsxwriter.Workbook(str(path))
    for name, rows in cells.items():
        page = again.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write_string(number, column, cell)
    again.close()
    return path


def put(cells: Cells, sheet: str, named: tuple[str, ...], head: str, text: str) -> None:
    """Type `text` under `head` in the row whose first cells are `named`."""
    column = cells[sheet][0].index(head)
    (row,) = [row for row in cells[sheet] if tuple(row[: len(named)]) == named]
    row[column] = text


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
@pytest.mark.parametrize("of", [ROOT, ROOT / "tests/cases/base"], ids=["first", "base"])
def test_an_export_that_comes_back_changes_no_byte(tmp_path, name, of):
    shutil.copytree(of / "content", tmp_path / "p/content")
    own = project_in(tmp_path / "p")
    before = files(own)
    export_sheet(own, tmp_path / name)
    done = bring(own, tmp_path / name)
    assert (done.found, done.new, done.changed) == ([], [], [])
    assert len(done.same) == len(list((of / "content/events").glob("*.yaml")))
    assert files(own) == before


TEXT = some.text(
    some.sampled_from("abج د=+-@'\";؛,:#\n\t{}[]|1٢–"), min_size=1, max_size=12
).filter(lambda text: text.strip())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, TEXT, some.lists(TEXT, max_size=3), TEXT, TEXT)
def test_whatever_is_typed_comes_back_as_it_was(tmp_path_factory, title, brief, tags, value, says):
    root = tmp_path_factory.mktemp("any") / "p"
    (root / "content/events").mkdir(parents=True)
    (root / "content/publication.yaml").write_text("title: T\nlanguage: en\n", "utf-8")
    fact = {"about": title, "value": value, "is": "text", "said": {"s": {"says": says}}}
    event = {"title": title, "date": "1870", "tags": tags, "brief": brief, "facts": {"f": fact}}
    text = yaml.safe_dump(event, allow_unicode=True)
    (root / "content/events/e.yaml").write_text(text, "utf-8")
    for name in ("a.xlsx", "a.csv"):
        export_sheet(project_in(root), root.parent / name)
        done = bring(project_in(root), root.parent / name)
        assert (done.changed, done.new, done.found) == ([], [], [])
    assert (root / "content/events/e.yaml").read_text("utf-8") == text


@given(some.text("=+-@'\t\rab", max_size=5))
def test_a_cell_is_protected_and_unprotected_without_a_loss(cell):
    assert unprotected(protected(cell)) == cell
    assert not protected(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_no_exported_cell_is_a_formula(tmp_path, new):
    path = new.root / "content/events/2004-new-wing.yaml"
    path.write_text("title: =HYPERLINK(1)\ndate: -0043\nposter: '@SUM(1)'\n", "utf-8")
    export_sheet(new, tmp_path / "out.csv")
    export_sheet(new, tmp_path / "out.xlsx")
    read = csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"), newline=""))
    cells = [cell for row in read for cell in row]
    assert {"'=HYPERLINK(1)", "'-0043", "'@SUM(1)"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    import zipfile

    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        for part in parts.namelist():
            assert b"<f>" not in parts.read(part)


def test_an_edited_cell_changes_that_record_and_keeps_its_comments(new):
    before = files(new)

    def change(cells: Cells) -> None:
        put(cells, "Events", ("new-wing",), "الرتبة", "مهم")
        put(cells, "Events", ("new-wing",), "التاريخ", "٢٨ نيسان 2005")
        put(cells, "Facts", ("opening", "pieces"), "القيمة", "450")
        put(cells, "Attestations", ("opening", "pieces", "guide"), "القراءة", "450")

    done = bring(new, edited(new, change))
    after = files(new)
    assert (done.found, sorted(done.changed)) == ([], ["new-wing", "opening"])
    changed = {name for name in after if after[name] != before.get(name)}
    wing, opening = "content/events/2004-new-wing.yaml", "content/events/1998-05-03-opening.yaml"
    assert changed == {wing, opening}
    assert b"date: 2005-04-28\nactor: town\nrank: major\n" in after[wing]
    for name in changed:
        comments = [line for line in before[name].splitlines() if line.startswith(b"#")]
        assert [line for line in after[name].splitlines() if line.startswith(b"#")] == comments
    assert b"value: 450" in after[opening]


def test_a_cell_that_both_sides_changed_is_named_with_both_values(new):
    path = new.root / "content/events/2004-new-wing.yaml"

    def change(cells: Cells) -> None:
        put(cells, "Events", ("new-wing",), "العنوان", "جناح ثالث")

    sheet = edited(new, change)
    text = path.read_text("utf-8")
    title = yaml.safe_load(text)["title"]
    path.write_text(text.replace(title, "جناح آخر"), "utf-8")
    done = bring(new, sheet)
    (one,) = done.found
    assert (one.code, one.values["record"], one.values["sheet"]) == (
        "sheet/conflict", "جناح آخر", "جناح ثالث",
    )  # fmt: skip
    assert one.place.path == "out.xlsx!Events"
    assert "جناح آخر" in path.read_text("utf-8")


def test_what_only_the_record_changed_is_left_as_it_is(new):
    sheet = edited(new, lambda cells: None)
    path = new.root / "content/events/2004-new-wing.yaml"
    path.write_text(path.read_text("utf-8") + "tags: [بناء]\n", "utf-8")
    before = files(new)
    assert bring(new, sheet).found == []
    assert files(new) == before


def test_faulty_cells_are_refused_at_their_places_and_the_others_taken(new):
    def change(cells: Cells) -> None:
        put(cells, "Events", ("new-wing",), "التاريخ", "31 نيسان 2005")
        put(cells, "Facts", ("opening", "pieces"), "القيمة", "4,5,0")
        put(cells, "Actors", ("town",), "اللون", "green")
        put(cells, "Actors", ("museum",), "الاسم", "المتحف الكبير")
        cells["Facts"].append(["no-such", "x", "عن", "5"])

    done = bring(new, edited(new, change))
    found = {(one.code, one.place.path.partition("!")[2], one.place.line) for one in done.found}
    assert found == {
        ("sheet/bad-date", "Events", 3),
        ("validate/wrong-value", "Facts", 2),
        ("validate/wrong-value", "Actors", 3),
        ("sheet/no-record", "Facts", 3),
    }
    assert done.changed == ["museum"]
    assert "name: المتحف الكبير" in (new.root / "content/actors.yaml").read_text("utf-8")
    assert done.refused


def test_rows_typed_below_are_new_records_facts_and_sources(new):
    def change(cells: Cells) -> None:
        heads = cells["Events"][0]
        row = dict.fromkeys(heads, "")
        row |= {"المعرف": "fair", "العنوان": "المعرض", "التاريخ": "2010-05", "الجهة": "المتحف"}
        row["النص"] = "زاره {fair-visitors:زائر} في 3 أيام."
        cells["Events"].append([row[head] for head in heads])
        cells["Sources"].append(["diary", "يوميات المعرض"])
        fact = dict.fromkeys(cells["Facts"][0], "")
        fact |= {"السجل": "fair", "الواقعة": "fair-visitors", "البيان": "عدد الزوار"}
        fact |= {"القيمة": "900", "المعدود": "زائر"}
        cells["Facts"].append([fact[head] for head in cells["Facts"][0]])
        cells["Attestations"].append(["fair", "fair-visitors", "diary", "900", "ص 3"])

    done = bring(new, edited(new, change))
    assert done.found == []
    assert "fair" in done.new
    event = yaml.load((new.root / "content/events/fair.yaml").read_bytes(), yaml.BaseLoader)
    assert event["facts"]["fair-visitors"]["said"] == {"diary": {"says": "900", "where": "ص 3"}}
    assert event["actor"] == "museum"
    assert event["facts"]["fair-f3"]["value"] == "3"
    assert "diary:\n  title: يوميات المعرض" in (new.root / "content/sources.yaml").read_text()


def test_an_export_makes_a_project_of_its_own_elsewhere(tmp_path, new):
    export_sheet(new, tmp_path / "out.xlsx")
    (tmp_path / "q/content").mkdir(parents=True)
    (tmp_path / "q/content/publication.yaml").write_text("title: T\nlanguage: ar\n", "utf-8")
    done = bring(project_in(tmp_path / "q"), tmp_path / "out.xlsx")
    assert done.found == []
    assert sorted(done.new) == ["new-wing", "opening"]
    for name in ("1998-05-03-opening", "2004-new-wing"):
        (made,) = (p for p in (tmp_path / "q/content/events").iterdir() if p.stem in name)
        ours = yaml.load((new.root / f"content/events/{name}.yaml").read_bytes(), yaml.BaseLoader)
        theirs = yaml.load(made.read_bytes(), yaml.BaseLoader)
        ours["brief"], theirs["brief"] = ours["brief"].split(), theirs["brief"].split()
        assert theirs == ours


def test_an_export_writes_over_no_edits_that_were_not_imported(new):
    path = edited(new, lambda cells: put(cells, "Events", ("new-wing",), "الرتبة", "مهم"))
    before = path.read_bytes()
    with pytest.raises(Refusal) as refused:
        export_sheet(new, path)
    assert [one.code for one in refused.value.diagnostics] == ["sheet/not-exported"]
    assert path.read_bytes() == before
    bring(new, path)
    export_sheet(new, path)
    assert path.read_bytes() != before


def test_the_front_door_exports_and_refuses_other_kinds_of_files(new):
    done = door.said("export", new.root.parent / "out.csv", "--project", new.root)
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 5)
    done = door.said("export", new.root.parent / "out.pdf", "--project", new.root)
    assert done.exit_code == 1


def test_sheets_run_from_the_right_where_the_language_does(tmp_path, new):
    import zipfile

    begin(tmp_path / "en", "en")
    for own, right in ((new, True), (project_in(tmp_path / "en"), False)):
        export_sheet(own, own.root / "out.xlsx")
        with zipfile.ZipFile(own.root / "out.xlsx") as parts:
            page = parts.read("xl/worksheets/sheet1.xml").decode()
        assert ('rightToLeft="1"' in page) is right
        assert 'state="frozen"' in page
        assert page.count('type="list"') >= 2
