"""What the last build left up to date is told without building, and never wrongly."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from press import cache, fingerprint, stamps
from press.cache import open_store
from press.commands.unchanged import standing
from press.fingerprint import input_states, inputs_fingerprint
from press.pipeline import Watch, build
from press.project import Project
from press.stamps import STAMPS, gone, made_by_last_build, stamps_for, unchanged
from tests.support.projects import project_in
from tests.support.small import tiny

ROOT = Path(__file__).resolve().parent.parent
PRODUCTS = ("brief", "poster")


def built(folder: Path) -> Project:
    """A project whose brief was built and stamped."""
    (folder / "content").mkdir()
    (folder / "content" / "brief.yaml").write_text("x: 1\n")
    project = project_in(folder, day="2026-01-01")
    project.output.mkdir()
    (project.output / "brief.pdf").write_bytes(b"%PDF brief")
    (project.output / STAMPS).write_bytes(
        stamps_for(project, {"brief": {"brief.pdf": b"%PDF brief"}}, inputs_fingerprint(project))
    )
    return project


def test_what_was_built_and_not_touched_is_unchanged(tmp_path):
    assert unchanged(built(tmp_path), PRODUCTS) == {"brief"}


def test_an_edited_record_makes_everything_changed(tmp_path):
    project = built(tmp_path)
    (tmp_path / "content" / "brief.yaml").write_text("x: 2\n")
    assert unchanged(project, PRODUCTS) == set()


def test_another_profile_beside_the_records_makes_everything_changed(tmp_path):
    project = built(tmp_path)
    (tmp_path / "content" / "coated.icc").write_bytes(b"profile")
    assert unchanged(project, PRODUCTS) == set()


def test_a_damaged_output_is_not_unchanged(tmp_path):
    project = built(tmp_path)
    (project.output / "brief.pdf").write_bytes(b"%PDF cut")
    assert unchanged(project, PRODUCTS) == set()


def test_the_files_of_a_publication_that_is_gone_are_told_unless_somebody_changed_them(tmp_path):
    project = built(tmp_path)
    assert gone(project, {"poster": ["poster.pdf"]}) == []
    (tmp_path / "content" / "brief.yaml").unlink()
    assert gone(project, {"poster": ["poster.pdf"]}) == [project.output / "brief.pdf"]
    (project.output / "brief.pdf").write_bytes(b"somebody's own")
    assert gone(project, {"poster": ["poster.pdf"]}) == []


def test_a_form_that_is_switched_off_is_gone_and_its_product_is_up_to_date(tmp_path):
    project = built(tmp_path)
    inputs = inputs_fingerprint(project)
    both = {"brief.pdf": b"%PDF brief", "brief-press.pdf": b"%PDF press"}
    (project.output / "brief-press.pdf").write_bytes(b"%PDF press")
    (project.output / STAMPS).write_bytes(stamps_for(project, {"brief": both}, inputs))
    assert gone(project, {"brief": ["brief.pdf"]}) == [project.output / "brief-press.pdf"]
    one = {"brief": {"brief.pdf": b"%PDF brief"}}
    (project.output / STAMPS).write_bytes(stamps_for(project, one, inputs))
    assert unchanged(project, PRODUCTS) == {"brief"}
    assert made_by_last_build(project) == {"brief": ("brief.pdf",)}


def test_stamps_that_cannot_be_read_are_no_stamps(tmp_path):
    project = built(tmp_path)
    (project.output / STAMPS).write_text("{")
    assert unchanged(project, PRODUCTS) == set()


def test_stamps_that_are_a_device_without_end_are_no_stamps(tmp_path):
    project = built(tmp_path)
    (project.output / STAMPS).unlink()
    (project.output / STAMPS).symlink_to("/dev/zero")
    assert unchanged(project, PRODUCTS) == set()


@pytest.mark.parametrize("name", ["../others", "/etc/hostname", "", "a\0b"])
def test_stamps_that_name_what_is_elsewhere_are_no_stamps(tmp_path, name):
    """Else the build after would take away somebody's file, or a release would hold it."""
    project = built(tmp_path)
    data = b"somebody's own"
    (tmp_path / "others").write_bytes(data)
    products = {"brief": {name: data}, "poster": {"poster.pdf": b""}}
    stamps = stamps_for(project, products, inputs_fingerprint(project))
    (project.output / STAMPS).write_bytes(stamps)
    assert gone(project, {"brief": [], "poster": []}) == []
    assert made_by_last_build(project) == {}


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), os.mkdir])
def test_an_output_that_is_no_file_is_not_up_to_date(tmp_path, make):
    project = built(tmp_path)
    (project.output / "brief.pdf").unlink()
    make(project.output / "brief.pdf")
    assert unchanged(project, PRODUCTS) == set()


def test_building_one_publication_keeps_the_stamp_of_the_other(tmp_path):
    project = built(tmp_path)
    (project.output / "poster.pdf").write_bytes(b"%PDF poster")
    (project.output / STAMPS).write_bytes(
        stamps_for(project, {"poster": {"poster.pdf": b"%PDF poster"}}, inputs_fingerprint(project))
    )
    assert unchanged(project, PRODUCTS) == {"brief", "poster"}


def test_asking_what_is_unchanged_imports_no_engine():
    code = (
        "import sys, build\n"
        "engines = {'weasyprint', 'jinja2', 'pydantic', 'pikepdf', 'babel'}\n"
        "sys.exit(', '.join(sorted(engines & set(sys.modules))) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_who_has_nothing_to_build_waits_for_nothing(tmp_path):
    project = built(tmp_path)
    code = (
        "import sys\nfrom pathlib import Path\nfrom press.commands.unchanged import standing\n"
        "print(standing(sys.argv[1:], Path('nowhere')))\n"
        "dear = {'click', 'rich', 'importlib.metadata', 'weasyprint', 'pydantic', 'jinja2'}\n"
        "dear |= {'press.codes.codes'}\n"
        "sys.exit(', '.join(sorted(dear & set(sys.modules))) or None)"
    )
    words = [sys.executable, "-c", code, "build", "brief", "--project", str(project.root)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "['= output/brief.pdf  unchanged']\n"


@pytest.mark.parametrize(
    "words",
    [["--force"], ["--json"], ["check"], ["leaflet"], ["--help"], ["--output"], ["--jobs", "2"]],
)
def test_a_command_that_asks_for_more_is_not_answered_by_what_stands(words, tmp_path):
    project = built(tmp_path)
    asked = ["brief", "--project", str(project.root)]
    assert standing(asked, tmp_path) == ["= output/brief.pdf  unchanged"]
    assert standing([*asked, *words], tmp_path) is None


def test_what_has_changed_does_not_stand(tmp_path):
    project = built(tmp_path)
    (tmp_path / "content" / "brief.yaml").write_text("x: 2\n")
    assert standing(["--project", str(project.root)], tmp_path) is None


def test_what_is_saved_while_a_build_runs_is_built_next(tmp_path):
    project = tiny(tmp_path)
    brief = tmp_path / "content" / "brief.yaml"

    def save(stage: str) -> None:
        if stage == "typeset":
            brief.write_text(brief.read_text("utf-8").replace("المكتبة", "مكتبة"), "utf-8")

    build(project, ("brief",), Watch(save))
    assert unchanged(project, ["brief"]) == set()
    build(project, ("brief",), Watch())
    assert unchanged(project, ["brief"]) == {"brief"}


@pytest.mark.parametrize("room", ["", "audit", "preflight/rules"])
def test_a_changed_file_in_any_room_of_the_engine_makes_kept_work_stale(
    tmp_path, monkeypatch, room
):
    home = tmp_path / "home"
    rule = home / "press" / room / "rule.py"
    rule.parent.mkdir(parents=True)
    rule.write_text("TRUE = 1\n")
    (home / "build.py").write_text("")
    monkeypatch.setattr(fingerprint, "HOME", home)
    monkeypatch.setattr(cache, "HOME", home)
    (tmp_path / "project").mkdir()
    project = built(tmp_path / "project")
    before = open_store(project).key("pages", "digest")
    rule.write_text("TRUE = 2\n")
    assert unchanged(project, PRODUCTS) == set()
    assert open_store(project).key("pages", "digest") != before


def later(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stamp the brief when its files have stood as they are for some time."""
    then = time.time_ns() + 60 * 10**9
    monkeypatch.setattr(fingerprint.time, "time_ns", lambda: then)
    made = {"brief": {"brief.pdf": b"%PDF brief"}}
    (project.output / STAMPS).write_bytes(stamps_for(project, made, inputs_fingerprint(project)))


def test_files_that_have_stood_for_some_time_are_not_read_again(tmp_path, monkeypatch):
    project = built(tmp_path)
    later(project, monkeypatch)
    monkeypatch.setattr(stamps, "inputs_fingerprint", pytest.fail)
    assert unchanged(project, PRODUCTS) == {"brief"}


def test_a_file_that_was_changed_just_now_is_read(tmp_path):
    assert input_states(built(tmp_path)) == ""


@pytest.mark.parametrize("restored", [False, True])
def test_a_file_with_other_words_of_one_length_is_changed(tmp_path, monkeypatch, restored):
    project, record = built(tmp_path), tmp_path / "content" / "brief.yaml"
    later(project, monkeypatch)
    before = record.stat()
    record.write_text("x: 2\n")
    if restored:  # as `cp -p` and archives do
        os.utime(record, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert unchanged(project, PRODUCTS) == set()


def test_a_file_that_was_touched_and_says_the_same_is_unchanged(tmp_path, monkeypatch):
    project = built(tmp_path)
    later(project, monkeypatch)
    os.utime(tmp_path / "content" / "brief.yaml")
    assert unchanged(project, PRODUCTS) == {"brief"}


def test_what_was_saved_while_a_build_ran_does_not_stand_as_built(tmp_path, monkeypatch):
    project = built(tmp_path)
    before = inputs_fingerprint(project)
    (tmp_path / "content" / "brief.yaml").write_text("x: 2\n")
    then = time.time_ns() + 60 * 10**9
    monkeypatch.setattr(fingerprint.time, "time_ns", lambda: then)
    told = stamps_for(project, {"brief": {"brief.pdf": b"%PDF brief"}}, before)
    (project.output / STAMPS).write_bytes(told)
    assert unchanged(project, PRODUCTS) == set()
