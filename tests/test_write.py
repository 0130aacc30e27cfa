"""write: every file at one switch, or none."""

import itertools
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from press import write as module
from press.diagnostics import Refusal
from press.write import JOURNAL, PREFIX, finish, write


class Killed(BaseException):
    """The process is gone: nothing of ours runs after it."""


def held(folder: Path) -> dict[str, str]:
    """What the files below `folder` hold, hidden ones too, by their names."""
    return {
        p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()
    }


def test_files_are_written_whole_and_readable_by_all(tmp_path):
    write({tmp_path / "a.pdf": b"one", tmp_path / "web" / "b.pdf": b"two"}, tmp_path)
    assert held(tmp_path) == {"a.pdf": "one", "web/b.pdf": "two"}
    assert (tmp_path / "web" / "b.pdf").stat().st_mode & 0o777 == 0o644


def test_what_is_gone_is_taken_away_with_the_folder_that_it_leaves_empty(tmp_path):
    write({tmp_path / "web" / "index.html": b"x", tmp_path / "old.pdf": b"x"}, tmp_path)
    gone = [tmp_path / "web" / "index.html", tmp_path / "old.pdf", tmp_path / "never.pdf"]
    write({tmp_path / "new.pdf": b"y"}, tmp_path, gone)
    assert held(tmp_path) == {"new.pdf": "y"}
    assert not (tmp_path / "web").exists()


def test_when_one_file_cannot_be_written_the_earlier_ones_stay(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"earlier")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal, match="write/cannot-write"):
        write({tmp_path / "a.pdf": b"later", tmp_path / "file" / "b.pdf": b"x"}, tmp_path)
    assert held(tmp_path) == {"a.pdf": "earlier", "file": ""}


@pytest.mark.parametrize("name", ["proof.html", ".stamps.json"])
def test_a_folder_where_a_file_is_to_go_is_named_and_nothing_is_replaced(tmp_path, name):
    output = tmp_path / "output"
    (output / name).mkdir(parents=True)
    (output / "a.pdf").write_bytes(b"earlier")
    with pytest.raises(Refusal) as caught:
        write({output / "a.pdf": b"later", output / name: b"x"}, output)
    (found,) = caught.value.diagnostics
    assert str(found.place) == f"output/{name}"
    assert "a folder of this name stands there" in str(caught.value)
    assert held(output) == {"a.pdf": "earlier"}


def test_a_full_disk_replaces_nothing_and_names_no_hidden_file(tmp_path, monkeypatch):
    output = tmp_path / "output"
    write({output / "a.pdf": b"earlier"}, output)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(module, "_store", full)
    with pytest.raises(Refusal) as caught:
        write({output / "a.pdf": b"later"}, output)
    assert PREFIX not in str(caught.value)
    assert held(output) == {"a.pdf": "earlier"}


def steps(monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    """Let `last` steps of a switch be taken; the next ends the process before it is done."""
    count = itertools.count()

    def counted(owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def step(*given: Any, **named: Any) -> Any:
            if next(count) >= last:
                raise Killed
            return real(*given, **named)

        monkeypatch.setattr(owner, name, step)

    for owner, name in ((Path, "replace"), (Path, "rename"), (Path, "unlink"), (os, "fsync")):
        counted(owner, name)
    counted(shutil, "rmtree")


EARLIER = {"a.pdf": "1", "b.pdf": "1", "gone.pdf": "1", "proof.html": "1"}
LATER = {"a.pdf": "2", "b.pdf": "2", "proof.html": "2", "web/index.html": "2"}


def test_whenever_it_is_killed_all_files_are_of_one_edition_after_the_next_command(tmp_path):
    seen = []
    for last in itertools.count():
        output = tmp_path / str(last)
        write({output / name: text.encode() for name, text in EARLIER.items()}, output)
        files = {output / name: text.encode() for name, text in LATER.items()}
        with pytest.MonkeyPatch.context() as patch:
            steps(patch, last)
            try:
                write(files, output, [output / "gone.pdf"])
                whole = True
            except Killed:
                whole = False
        finish(output)
        assert held(output) in (EARLIER, LATER)
        seen.append(held(output) == LATER)
        if whole:
            break
    assert len(seen) > 12
    assert seen == sorted(seen)  # there is one moment before which it is the old, then the new
    assert not seen[0]


def test_a_finish_that_is_killed_is_finished_by_the_next(tmp_path):
    for last in range(5):
        output = tmp_path / str(last)
        switch = output / f"{PREFIX}x"
        switch.mkdir(parents=True)
        (switch / "0").write_text("2")
        (switch / "1").write_text("2")
        (output / "gone.pdf").write_text("1")
        told = {"put": [["0", "a.pdf"], ["1", "b.pdf"]], "take": ["gone.pdf"]}
        (switch / JOURNAL).write_text(json.dumps(told))
        with pytest.MonkeyPatch.context() as patch, pytest.raises(Killed):
            steps(patch, last)
            finish(output)
        finish(output)
        assert held(output) == {"a.pdf": "2", "b.pdf": "2"}


@pytest.mark.parametrize(
    "journal",
    [
        '{"put": [["0", "../stolen"]], "take": []}', '{"put": [["0", "/tmp/stolen"]], "take": []}',
        '{"put": [["../a.pdf", "b.pdf"]], "take": []}', '{"put": [], "take": ["../other"]}',
        '{"put": [["0"]], "take": []}', '{"put": 3}', "[]", "null", "[" * 100_000, "",
    ],
)  # fmt: skip
def test_a_journal_that_is_not_ours_moves_nothing(tmp_path, journal):
    output = tmp_path / "output"
    switch = output / f"{PREFIX}x"
    switch.mkdir(parents=True)
    (switch / "0").write_text("2")
    (switch / JOURNAL).write_text(journal)
    (output / "a.pdf").write_text("1")
    (tmp_path / "other").write_text("1")
    finish(output)
    assert held(tmp_path) == {"output/a.pdf": "1", "other": "1"}


@pytest.mark.parametrize(
    "journal", ['{"put": [["0", "web/a"]], "take": []}', '{"put": [], "take": ["web/other"]}']
)
def test_a_journal_that_is_not_ours_moves_nothing_through_a_link_either(tmp_path, journal):
    output, outside = tmp_path / "output", tmp_path / "outside"
    switch = output / f"{PREFIX}x"
    switch.mkdir(parents=True)
    outside.mkdir()
    (outside / "other").write_text("1")
    (output / "web").symlink_to(outside)
    (switch / "0").write_text("2")
    (switch / JOURNAL).write_text(journal)
    finish(output)
    assert held(outside) == {"other": "1"}


def test_a_pipe_or_link_with_the_name_of_a_switch_is_taken_away_unopened(tmp_path):
    os.mkfifo(tmp_path / f"{PREFIX}x")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a").write_text("1")
    (tmp_path / f"{PREFIX}y").symlink_to(tmp_path / "kept")
    finish(tmp_path)
    assert held(tmp_path) == {"kept/a": "1"}
    assert [p.name for p in tmp_path.iterdir()] == ["kept"]


def test_a_folder_that_is_a_link_out_of_the_output_is_not_written_to(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    output = tmp_path / "output"
    output.mkdir()
    (output / "web").symlink_to(outside)
    with pytest.raises(Refusal, match="a link that leads outside"):
        write({output / "web" / "index.html": b"x"}, output)
    assert held(outside) == {}


def test_an_output_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "output").write_text("a file")
    with pytest.raises(Refusal, match="write/cannot-write"):
        write({tmp_path / "output" / "a.pdf": b"x"}, tmp_path / "output")
