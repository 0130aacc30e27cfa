"""A new publication is whole, passes the check, and takes the place of nothing."""

import json
import os

import pytest

from press.commands.new import begin, first_files, schema_line
from press.diagnostics import Refusal
from press.pipeline import Watch, check
from tests.support import door
from tests.support.projects import project_in


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_new_publication_passes_the_check_with_advice_on_the_profile_alone(tmp_path, language):
    begin(tmp_path / "مجلد جديد", language)
    edition, advice = check(project_in(tmp_path / "مجلد جديد"), Watch())
    assert edition.brief and edition.poster and edition.entries
    assert {found.code for found in advice} <= {"bind/default-profile"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_content_file_names_its_schema_which_is_there(tmp_path, language):
    names = begin(tmp_path, language)
    content = [n for n in names if n.startswith("content/")]
    assert len(content) >= 7
    for name in content:
        first = (tmp_path / name).read_text("utf-8").splitlines()[0]
        named = ((tmp_path / name).parent / first.partition("$schema=")[2]).resolve()
        assert json.loads(named.read_bytes())["type"] == "object", name


def test_a_schema_is_named_from_where_the_file_stands():
    assert schema_line("brief.yaml").endswith("=../schema/brief.json")
    assert schema_line("events/opening.yaml").endswith("=../../schema/event.json")
    assert schema_line("poster-a3.yaml").endswith("=../schema/poster.json")
    assert schema_line("headings.ar.yaml").endswith("=../schema/headings.json")


def test_what_is_made_is_ignored_by_git_and_nothing_made_is_handed_on():
    files = first_files("ar")
    assert files[".gitignore"] == b"/output/*\n"
    assert not [name for name in files if name.startswith("output")]


def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(Refusal) as refused:
        begin(tmp_path, "ar")
    assert [found.code for found in refused.value.diagnostics] == ["new/not-empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "x").write_text("mine", "utf-8")
    with pytest.raises(Refusal) as refused:
        begin(tmp_path / "x", "ar")
    assert [(d.code, d.case) for d in refused.value.diagnostics] == [("new/not-empty", "file")]


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be written by root")
def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Refusal) as refused:
        begin(tmp_path / "new", "ar")
    tmp_path.chmod(0o700)
    assert [found.code for found in refused.value.diagnostics] == ["new/cannot-write"]


def test_below_a_file_no_folder_is_made(tmp_path):
    (tmp_path / "x").write_text("mine", "utf-8")
    with pytest.raises(Refusal) as refused:
        begin(tmp_path / "x" / "new", "ar")
    assert [found.code for found in refused.value.diagnostics] == ["new/cannot-write"]


def test_the_front_door_begins_one_and_then_refuses_to_write_over_it(tmp_path):
    asked = "new", tmp_path / "first", "--language", "en"
    first, again = door.said(*asked), door.said(*asked)
    assert (first.exit_code, again.exit_code) == (0, 1)
    assert "new/not-empty" in again.stderr
