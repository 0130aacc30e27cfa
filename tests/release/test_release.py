"""release: an edition is frozen whole, for good, and trusted only as it was frozen."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from press.diagnostics import Refusal
from press.project import Project
from press.release.release import (
    SEAL,
    SNAPSHOT,
    as_told,
    check_name,
    find,
    freeze,
    refuse_draft,
    releases,
)
from press.release.snapshot import Snapshot
from tests.support.projects import project_in

SAID = Snapshot("عنوان", "ورّاق", 1, "23 تموز/يوليو 2026", "0123456789ab", (), ())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An output folder with two files."""
    made = project_in(tmp_path, day="2026-11-23")
    made.output.mkdir()
    (made.output / "brief.pdf").write_bytes(b"%PDF brief")
    (made.output / "report.json").write_bytes(b"{}")
    return made


def refused(work: object) -> str:
    """The one complaint of a refusal, as it is printed."""
    assert isinstance(work, pytest.ExceptionInfo)
    (found,) = work.value.diagnostics
    return str(found.lines())


FILES = ("brief.pdf", "report.json")


def test_a_release_holds_the_files_what_they_say_and_a_seal(project):
    made = freeze(project, "2026-11", FILES, SAID)
    assert sorted(p.name for p in made.folder.iterdir()) == sorted([*FILES, SNAPSHOT, SEAL])
    assert made.read("brief.pdf") == b"%PDF brief"
    assert find(project, "2026-11") == made
    assert find(project, "2026-11").said == SAID


def test_a_file_that_stands_beside_the_records_is_frozen_with_them(project):
    (project.root / "content").mkdir()
    (project.root / "content" / "ours.icc").write_bytes(b"profile")
    made = freeze(project, "2026-11", FILES, SAID, ["content/ours.icc"])
    assert find(project, "2026-11") == made
    assert made.read("content/ours.icc") == b"profile"
    (made.folder / "content" / "ours.icc").write_bytes(b"another")
    with pytest.raises(Refusal) as caught:
        find(project, "2026-11")
    assert "“content/ours.icc” is not as it was frozen" in refused(caught)


def test_a_release_is_told_as_json_with_the_hash_of_every_file(project):
    told = json.loads(as_told(freeze(project, "2026-11", FILES, SAID)))
    assert (told["folder"], told["number"]) == ("output/releases/2026-11", 1)
    assert (told["date"], told["content"]) == ("2026-11-23", SAID.content)
    assert set(told["files"]) == {*FILES, SNAPSHOT}
    assert told["files"]["brief.pdf"] == hashlib.sha256(b"%PDF brief").hexdigest()


def test_the_newest_release_is_the_one_frozen_last_whatever_its_name(project):
    for name in ("b", "a", "طبعة-ثانية"):
        freeze(project, name, FILES, SAID)
    assert [known.name for known in releases(project)] == ["b", "a", "طبعة-ثانية"]
    assert find(project, None).name == "طبعة-ثانية"


def test_a_release_is_never_overwritten(project):
    freeze(project, "2026-11", FILES, SAID)
    (project.output / "brief.pdf").write_bytes(b"%PDF other")
    with pytest.raises(Refusal) as caught:
        freeze(project, "2026-11", FILES, SAID)
    assert refused(caught) == (
        "output/releases/2026-11: error: there is a release 2026-11 already, and a "
        "release never changes [release/taken]\n  hint: give this one another name"
    )
    assert find(project, "2026-11").read("brief.pdf") == b"%PDF brief"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", ".x", "x.", "a b", "a--b", "x" * 61]
)
def test_a_bad_name_is_refused(project, name):
    with pytest.raises(Refusal) as caught:
        check_name(project, name)
    assert refused(caught) == (
        f"output/releases: error: “{name}” cannot be the name of a release "
        "[release/bad-name]\n  hint: use letters and digits, parted by single dots or hyphens, "
        "60 at most: 2026-11, edition-2"
    )
    assert not (project.output / "releases").exists()


def test_a_release_that_cannot_be_written_whole_is_not_there(project, monkeypatch):
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(Refusal) as caught:
        freeze(project, "2026-11", FILES, SAID)
    assert "“No space left on device” [write/cannot-write]" in refused(caught)
    assert list((project.output / "releases").iterdir()) == []


def test_without_a_release_there_is_nothing_to_compare_with(project):
    with pytest.raises(Refusal) as caught:
        find(project, None)
    assert refused(caught) == (
        "output/releases: error: nothing was released yet [release/none]\n"
        "  hint: freeze this edition: python build.py release NAME"
    )


def test_an_unknown_release_is_named_with_the_nearest(project):
    freeze(project, "2026-11", FILES, SAID)
    with pytest.raises(Refusal) as caught:
        find(project, "2026-12")
    assert refused(caught) == (
        "output/releases: error: there is no release 2026-12 [release/unknown]\n"
        "  hint: did you mean 2026-11?"
    )


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("brief.pdf", b"%PDF forged", ": “brief.pdf” is not as it was frozen"),
        (SNAPSHOT, b"{}", ": “snapshot.json” is not as it was frozen"),
        (
            SEAL,
            b"{",
            ", since it cannot be read: “Expecting property name enclosed in double quotes",
        ),
        (
            SEAL,
            b'{"files": {}, "number": "x"}',
            ", since it cannot be read: “not a snapshot: 'version'”",
        ),
        (SEAL, b"[" * 100_000, ", since it cannot be read: “this is nested too deep”"),
        (
            SEAL,
            b'{"files": {"../../report.json": "x"}, "number": 1}',
            ", since it cannot be read: “Not a file of its folder”",
        ),
        ("report.json", None, ", since it cannot be read: “No such file or directory”"),
    ],
)
def test_a_release_that_was_touched_is_not_trusted(project, file, data, why):
    made = freeze(project, "2026-11", FILES, SAID)
    if data is None:
        (made.folder / file).unlink()
    else:
        (made.folder / file).write_bytes(data)
    if data == b'{"files": {}, "number": "x"}':
        (made.folder / SNAPSHOT).write_text(json.dumps({}))
    with pytest.raises(Refusal) as caught:
        find(project, "2026-11")
    assert f"this release cannot be trusted{why}" in refused(caught)
    assert "[release/damaged]" in refused(caught)


def test_a_folder_without_a_seal_is_no_release(project):
    made = freeze(project, "2026-11", FILES, SAID)
    shutil.copytree(made.folder, made.folder.parent / ".2026-12.part")
    (made.folder.parent / "notes").mkdir()
    assert [known.name for known in releases(project)] == ["2026-11"]


def test_a_draft_is_not_released():
    refuse_draft(draft=False)
    with pytest.raises(Refusal) as refusal:
        refuse_draft(draft=True)
    assert "[release/draft]" in refused(refusal)
