"""files: what is read of a project's folders, and what is not."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from press.content.load import load
from press.diagnostics import Refusal
from press.files import below, inside, strange
from press.fingerprint import content_fingerprint, inputs_fingerprint
from press.project import Project
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "cases" / "base" / "content"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A sound project, and a secret beside it."""
    shutil.copytree(BASE, tmp_path / "project" / "content")
    (tmp_path / "secret.yaml").write_text("title: ZQSECRETZQ\n")
    root = tmp_path / "project"
    return project_in(root)


def complaints(project: Project) -> list[str]:
    """What load says, a line each."""
    try:
        load(project)
    except Refusal as refusal:
        return [found.lines() for found in refusal.diagnostics]
    return []


def linked_outside(path: Path) -> None:
    path.symlink_to(path.parents[3] / "secret.yaml")


def linked_nowhere(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def in_a_circle(path: Path) -> None:
    path.symlink_to(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)  # the name of a socket is short
        made.bind(path.name)


STRANGE = [
    (linked_outside, "a link to something outside the project"),
    (linked_nowhere, "a link that leads nowhere"),
    (in_a_circle, "a link that leads nowhere"),
    (a_device, "a link to something outside the project"),
    (os.mkfifo, "a pipe, a socket or a device"),
    (a_socket, "a pipe, a socket or a device"),
    (os.mkdir, "a folder with the name of a file"),
]


@pytest.mark.parametrize(("make", "said"), STRANGE)
@pytest.mark.parametrize("name", ["events/2006-09-01-x.yaml", "deep/x.yaml"])
def test_what_is_no_file_of_the_project_is_named_and_never_opened(
    project, make, said, name, monkeypatch
):
    monkeypatch.chdir(project.root)
    (project.root / "content" / "deep").mkdir()
    make(
        project.root / "content" / name if "/" in name else project.root / "content" / "deep" / name
    )
    (found,) = [line for line in complaints(project) if "[load/not-a-file]" in line]
    assert said in found
    assert "ZQSECRETZQ" not in found
    assert inputs_fingerprint(project)
    assert content_fingerprint(project)


@pytest.mark.parametrize(("make", "said"), STRANGE)
@pytest.mark.parametrize("name", ["templates/brief.html", "styles/brief.css"])
def test_a_template_or_style_that_is_no_file_is_not_silently_replaced_by_ours(
    project, make, said, name, monkeypatch
):
    monkeypatch.chdir(project.root)
    (project.root / name).parent.mkdir()
    path = project.root / name
    if make is linked_outside:
        path.symlink_to(project.root.parent / "secret.yaml")
    else:
        make(path)
    assert [said in line for line in complaints(project)] == [True]


def test_a_linked_folder_is_named_since_its_records_would_not_be_read(project):
    events = project.root / "content" / "events"
    events.rename(project.root / "elsewhere")
    events.symlink_to(project.root / "elsewhere")
    assert ["a link to a folder" in line for line in complaints(project)] == [True]


def test_a_link_within_the_project_is_read(project):
    events = project.root / "content" / "events"
    (one, *_) = sorted(events.iterdir())
    one.rename(project.root / "content" / "kept.txt")
    one.symlink_to(project.root / "content" / "kept.txt")
    assert complaints(project) == []
    assert f"events/{one.name}" in load(project).files


@pytest.mark.parametrize("name", [".#2006.yaml", "._2006.yaml", ".hidden/a.yaml"])
def test_hidden_names_are_passed_over(project, name):
    path = project.root / "content" / "events" / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("editor@host.1234")
    assert complaints(project) == []
    assert inputs_fingerprint(project)


def test_a_folder_with_a_dot_beside_the_records_breaks_nothing(project):
    (project.root / "content" / "events.old").mkdir()
    assert inputs_fingerprint(project)
    assert complaints(project) == []


def test_a_name_that_is_no_utf8_is_hashed_and_can_be_said(project):
    path = project.root / "content" / os.fsdecode(b"\xff.png")
    path.write_bytes(b"x")
    assert inputs_fingerprint(project)
    project.shown(path).encode("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "../secret.yaml", "content/../../secret.yaml", "/etc/passwd", "//etc/passwd", "content", "",
        "a\0b", "x" * 5000, "content/events/../../../secret.yaml",
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_project(project, name):
    assert project.find(name) is None
    assert project.own(name) is None


def test_a_link_that_leads_out_is_not_found(project):
    (project.root / "content" / "a.png").symlink_to(project.root.parent / "secret.yaml")
    assert project.find("content/a.png") is None
    assert not inside(project.root / "content" / "a.png", project.root)


def test_files_are_found_by_their_endings_in_any_case_and_in_order(tmp_path):
    for name in ("b.CSS", "a.css", "sub/c.css", "d.html"):
        (tmp_path / "styles" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "styles" / name).write_text("")
    found = below(tmp_path / "styles", ".css")
    assert [p.relative_to(tmp_path / "styles").as_posix() for p in found] == [
        "a.css",
        "b.CSS",
        "sub/c.css",
    ]
    assert list(strange(tmp_path / "styles")) == []


def test_where_links_lead_is_asked_once_a_folder_and_of_links(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    for number in range(20):
        (tmp_path / "content" / f"{number}.yaml").write_text("")
    (tmp_path / "content" / "linked.yaml").symlink_to(tmp_path / "content" / "1.yaml")
    asked = []
    resolve = Path.resolve

    def resolved(path):
        asked.append(path)
        return resolve(path)

    monkeypatch.setattr(Path, "resolve", resolved)
    assert len(below(tmp_path / "content")) == 21
    assert {path.name for path in asked} == {"content", "linked.yaml", tmp_path.name}


def test_templates_and_styles_that_are_no_utf8_are_named_with_their_place(project):
    (project.root / "styles").mkdir()
    (project.root / "styles" / "nobody-uses.css").write_bytes(
        "/* a */\n/* café */".encode("latin-1")
    )
    (found,) = complaints(project)
    assert found.startswith("styles/nobody-uses.css:2:7: error: this file is not text in UTF-8")


def bomb(levels: int) -> str:
    """A few hundred letters that stand for 9 to the power of `levels` values."""
    lines = ["a0: &a0 [x]"]
    for n in range(levels):
        aliases = ", ".join([f"*a{n}"] * 9)
        lines.append(f"a{n + 1}: &a{n + 1} [{aliases}]")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: " + "[" * 1000, "levels deep"),
        ("title: " + "[" * 100_000, "levels deep"),
        ("title: " + "{a: " * 1000, "levels deep"),
        ("\n".join(" " * n + "a:" for n in range(200)), "levels deep"),
        ("- " * 5000 + "a", "levels deep"),
        ("title: &a [*a]", "more than 100000 values"),
        ("a: &a {title: *a}", "more than 100000 values"),
        ("title: &a {<<: *a}", "more than 100000 values"),
        (bomb(9), "more than 100000 values"),
        ("title: " + "x" * 2_000_001, "larger than 2000000 bytes"),
    ],
)  # fmt: skip
def test_a_file_beyond_all_bounds_is_refused_at_its_place(project, text, said):
    (project.root / "content" / "events" / "2006-09-01-x.yaml").write_text(text)
    (found,) = complaints(project)
    assert found.startswith("content/events/2006-09-01-x.yaml")
    assert said in found


def test_a_text_with_thousands_of_references_is_no_nesting(project):
    text = "title: عنوان\nbrief: |\n  " + "{date} " * 20_000
    (project.root / "content" / "events" / "2006-09-01-x.yaml").write_text(text)
    assert complaints(project) == []
