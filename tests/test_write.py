"""write: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.diagnostics import Refusal
from press.write import write


def test_files_are_written_whole_and_readable_by_all(tmp_path: Path) -> None:
    write({tmp_path / "out" / "a.pdf": b"one", tmp_path / "out" / "b.pdf": b"two"})
    assert (tmp_path / "out" / "a.pdf").read_bytes() == b"one"
    assert (tmp_path / "out" / "b.pdf").stat().st_mode & 0o777 == 0o644


def test_when_one_file_cannot_be_written_the_earlier_ones_stay(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"earlier")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal, match="write/cannot-write"):
        write({tmp_path / "a.pdf": b"later", tmp_path / "file" / "b.pdf": b"x"})
    assert (tmp_path / "a.pdf").read_bytes() == b"earlier"


def test_nothing_temporary_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal):
        write({tmp_path / "a.pdf": b"later", tmp_path / "file" / "b.pdf": b"x"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file"]
