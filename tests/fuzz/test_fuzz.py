"""A fixed sample of what `make fuzz` tries, and eight builds that are killed."""

import multiprocessing
import shutil
import signal
from pathlib import Path

import pytest

from press.cache import open_store
from press.pipeline import Watch, build
from press.workers import alone
from press.write import finish
from tests.fuzz.faults import change, files
from tests.fuzz.hostile import SECRET
from tests.fuzz.inputs import KINDS, inputs, set_page, sound
from tests.fuzz.steps import fail_at
from tests.support.projects import project_in
from tests.support.small import tiny

SAMPLE = {"content": 60, "templates": 15, "styles": 8, "pictures": 8, "options": 25}


@pytest.mark.parametrize("kind", KINDS)
def test_every_input_is_answered_and_gives_nothing_away(kind, tmp_path):
    for number, came in inputs(kind, 0, SAMPLE[kind], tmp_path):
        assert not isinstance(came, BaseException), f"{kind} {number}: {came!r}"
        assert SECRET not in came.said, f"{kind} {number}"


def made(root: Path, last: int = -1) -> None:
    """Build the brief, and be killed at step `last` if there is one; note how many there are."""
    project = project_in(root)
    count = fail_at(last, "kill")
    build(project, ("brief",), Watch(), alone(), open_store(project))
    (root / "steps").write_text(str(next(count)))


def apart(root: Path, last: int = -1) -> int | None:
    """The same in a process of its own; how it ended."""
    process = multiprocessing.get_context("fork").Process(target=made, args=(root, last))
    process.start()
    process.join()
    return process.exitcode


def test_eight_builds_that_are_killed_leave_one_edition_each(tmp_path):
    first = tiny(tmp_path / "first").root
    assert apart(first) == 0
    second = tmp_path / "second"
    shutil.copytree(first, second)
    change(second)
    assert apart(second) == 0
    editions = files(first), files(second)
    assert editions[0] != editions[1]
    stood = []
    steps = int((second / "steps").read_text())
    for last in (*(steps * n // 5 for n in range(5)), steps - 9, steps - 5, steps - 1):
        root = tmp_path / f"killed {last}"
        shutil.copytree(first, root)
        change(root)
        assert apart(root, last) == -signal.SIGKILL
        finish(root / "output")  # as every command does first
        assert files(root) in editions
        stood.append(editions.index(files(root)))
        assert {p.name for p in (root / "output").glob(".*")} <= {".kept", ".stamps.json"}
    assert apart(root) == 0
    assert files(root) == editions[1]
    assert set(stood) == {0, 1}


def test_a_picture_whose_size_is_no_number_is_refused(tmp_path):
    root = sound(tmp_path)
    (root / "styles").mkdir()
    (root / "styles" / "brief.css").write_text("@page { size: 90mm 90mm }", "utf-8")
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="nan nan nan nan"/>'
    (root / "content" / "x.svg").write_text(drawn, "utf-8")
    assert set_page(root, '<img src="content/x.svg" alt="صورة">').outcome == "refused"
