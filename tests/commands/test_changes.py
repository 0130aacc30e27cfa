"""Release, edit, changes: what the front door says, and the corrigendum that it prints."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from press.commands.errata import prose_of
from press.pdf.pages import read_pages
from press.preflight.readback.readback import Found, Reader
from press.preflight.readback.words import words_of
from tests.support.door import said
from tests.support.outside import complaints
from tests.support.small import files_alone

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "cases" / "base"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, released as «الأولى»."""
    folder = tmp_path_factory.mktemp("released") / "project"
    shutil.copytree(SMALL, folder)
    files_alone(folder)
    done = said("release", "الأولى", "--project", folder, "--json")
    assert done.exit_code == 0, done.stderr
    *_, told = done.stdout.partition("{\n")
    assert json.loads("{" + told)["folder"] == "output/releases/الأولى"
    return folder


Edit = Callable[[str, str, str], None]


@pytest.fixture
def edited(released: Path, tmp_path: Path) -> tuple[Path, Edit]:
    """A copy of the released project, and what puts other words into one of its files."""
    folder = tmp_path / "project"
    shutil.copytree(released, folder)

    def edit(name: str, old: str, new: str) -> None:
        path = next((folder / "content").glob(name))
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return folder, edit


def assert_corrigendum(folder: Path, *texts: str) -> None:
    """Each of `texts` stands on the corrigendum, one after the other."""
    printed = (folder / "output" / "corrigendum.pdf").read_bytes()
    assert complaints(printed) == set()
    reader = Reader(read_pages(printed))
    line = 0
    for text in texts:
        found = reader.find(words_of(prose_of(text)), line)
        assert isinstance(found, Found), text
        line = found.spans[0].line


def test_a_release_holds_every_file_of_both_publications(released):
    names = {p.name for p in (released / "output" / "releases" / "الأولى").iterdir()}
    built = {p.name for p in (released / "output").iterdir() if p.suffix in (".pdf", ".png")}
    assert {"brief.pdf", "poster.pdf"} <= built
    assert names == {*built, "report.json", "snapshot.json", "release.json"}


def test_a_second_release_of_that_name_is_refused(released):
    done = said("release", "الأولى", "--project", released)
    assert done.exit_code == 1
    assert "[release/taken]" in done.stderr


def test_nothing_changed_is_exit_code_0(released):
    done = said("changes", "--project", released)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "to be printed again: nothing"
    assert not (released / "output" / "corrigendum.pdf").exists()


def test_a_fact_an_addition_and_a_page_are_told_and_the_code_is_3(edited):
    folder, edit = edited
    edit("events/*1706.yaml", "17300", "17500")
    edit("events/*1706.yaml", "والصحيح 17500، وقد", "والصحيح 17500 وقد")
    done = said("changes", "--since", "الأولى", "--project", folder, "--json")
    assert done.exit_code == 3, done.stderr
    told = json.loads(done.stdout)
    (fact,) = told["facts"]
    assert (fact["before"], fact["after"]) == ("17\u00a0300 عنصر", "17\u00a0500 عنصر")
    assert fact["sources"]
    assert {(r["output"], r["id"]) for r in told["records"]} >= {
        ("brief", "resolution-1706"),
        ("poster", "resolution-1706"),
    }
    assert told["reprint"] == ["brief", "poster"]
    assert told["corrigendum"] == "output/corrigendum.pdf"
    assert_corrigendum(
        folder,
        "تُدخَل على الطبعة 1 المؤرخة \u206731 كانون الثاني/يناير 2026\u2069 التصويبات التالية.",
        "المدخل «القرار 1706 بشأن دارفور»، المتن",
        "يُستعاض عن عبارة «\u206717\u00a0300 عنصر\u2069» بعبارة «\u206717\u00a0500 عنصر\u2069».",
        "حواشي التحرير، «قوام القوة المأذون بها»، السبب",
        "يُستعاض عن الرقم «17300،» بالرقم «17500».",
        "الملصق",
        "1 أسفل الثلث الأيمن، البطاقة «القرار 1706 بشأن دارفور»، النص",
        "يُستعاض عن عبارة «\u206717\u00a0300 عنصر\u2069» بعبارة «\u206717\u00a0500 عنصر\u2069».",
        "ما يُعاد طبعه",
    )
    page = next(p for p in told["pages"] if p["file"] == "poster.pdf")
    card = page["regions"][0]
    assert 10 < card["x_mm"] < 831 and 10 < card["y_mm"] < 584


def test_words_that_only_the_brief_says_leave_the_poster_as_it_is(edited):
    folder, edit = edited
    edit("brief.yaml", "طُبع هذا الموجز من سجل", "كُتب هذا الموجز من سجل")
    done = said("changes", "--project", folder)
    assert done.exit_code == 3
    assert "    − [طُبع] هذا الموجز من سجل …" in done.stdout
    assert "    + [كُتب] هذا الموجز من سجل …" in done.stdout
    assert done.stdout.splitlines()[-2:] == [
        "to be printed again: brief",
        "✓ output/corrigendum.pdf  1 page",
    ]
    edit("brief.yaml", "كُتب هذا الموجز من سجل", "طُبع هذا الموجز من سجل")
    said("changes", "--project", folder)
    assert not (folder / "output" / "corrigendum.pdf").exists()  # it would say what is not so
