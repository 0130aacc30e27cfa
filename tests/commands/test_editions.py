"""Editions: many publications in one run, of which one that is refused stops no other."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from press.commands import editions
from press.commands.editions import Outcome, find, fixed, run, summary
from press.project import Project
from press.workers import alone
from tests.support import small
from tests.support.door import DOOR
from tests.support.door import said as asked

ROOT = Path(__file__).resolve().parents[2]
BAD = ("subtitle:", "subtitel:")


def edition(folder: Path, changes: dict[str, Any] | None = None) -> Project:
    """A publication of three records, of which a brief alone is printed."""
    return small.project(folder, {"poster.yaml": None, **(changes or {})})


def codes(outcome: Outcome) -> list[str]:
    return [one.code for one in outcome.found]


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """Folders of several kinds, of which none is typeset: all are refused or left out."""
    folder = tmp_path / "editions"
    edition(folder / "a", {"publication.yaml": BAD})
    edition(folder / "b", {"brief.yaml": None})
    (folder / "c").mkdir()
    edition(tmp_path / "elsewhere")
    (folder / "d").symlink_to(tmp_path / "elsewhere")
    edition(folder / "e")
    (folder / "a" / "output").mkdir()
    (folder / "e" / "output").symlink_to(folder / "a" / "output")
    (folder / "list.txt").write_text("no folder")
    return folder


def test_each_that_is_refused_says_why_and_stops_no_other(crowd):
    found = find(f"{crowd}/*")
    told = [*found.refused, *run(found.orders, alone())]
    assert {one.edition: codes(one) for one in told} == {
        "a": ["validate/unknown-key"], "b": ["editions/no-product"], "c": ["editions/no-content"],
        "d": ["editions/outside"], "e": ["editions/same-output"],
    }  # fmt: skip
    assert {one.state for one in told} == {"refused"}


def test_complaints_name_the_edition_that_they_are_about(crowd):
    (order,) = find(f"{crowd}/a").orders
    paths = {one.place.path for one in editions.make(order).found}
    assert paths == {"a/content/publication.yaml"}


def test_a_fault_of_the_program_is_told_of_its_edition_and_the_others_are_made(crowd, monkeypatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(editions, "products_of", fail)
    first, second = run(find(f"{crowd}/[ab]").orders, alone())
    assert codes(first) == codes(second) == ["editions/fault"]
    assert "ZeroDivisionError: by nothing" in first.found[0].message


def test_the_summary_tells_of_all_by_name_and_why_one_was_refused(crowd):
    found = find(f"{crowd}/*")
    where = summary(found.folder, [*run(found.orders, alone()), *found.refused], 1.23)
    told = json.loads(where.read_bytes())
    assert where == crowd / "editions.json"
    assert (told["done"], told["unchanged"], told["refused"]) == (0, 0, 5)
    assert [one["edition"] for one in told["editions"]] == ["a", "b", "c", "d", "e"]
    assert told["editions"][2]["why"].endswith("so it is no publication [editions/no-content]")
    assert told["editions"][2]["problems"][0]["message_ar"]


def test_shares_are_all_editions_and_none_twice(tmp_path):
    for number in range(7):
        (tmp_path / f"e{number}" / "content").mkdir(parents=True)
    shares = [find(f"{tmp_path}/e*", share=(n, 3)).orders for n in (1, 2, 3)]
    names = [order.name for share in shares for order in share]
    assert sorted(names) == [f"e{number}" for number in range(7)]
    assert [len(share) for share in shares] == [3, 2, 2]


def test_an_output_folder_for_all_holds_a_folder_for_each_and_is_no_edition(tmp_path):
    for name in ("a", "b", "out"):
        (tmp_path / name / "content").mkdir(parents=True)
    found = find(f"{tmp_path}/*", tmp_path / "out")
    assert [order.project.output for order in found.orders] == [
        tmp_path / "out" / "a",
        tmp_path / "out" / "b",
    ]
    assert found.folder == tmp_path / "out"


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("a/*", "a"), ("a/b", "a"), ("/a/b-*/c", "/a"), ("*", "."), ("./x/[ab]/y*", "x")],
)
def test_the_common_folder_is_what_stands_before_the_pattern(pattern, folder):
    assert fixed(pattern) == Path(folder)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--projects", "{}/x*"], "no folder matches"),
        (["--projects", "{}/editions/c"], "has a folder content/; for every folder in it write"),
        (["--projects", "{}/*", "--shard", "3/2"], "3/2 is no share"),
        (["--projects", "{}/*", "--shard", "0/2"], "0/2 is no share"),
        (["--projects", "{}/*", "--shard", "half"], "half is no share"),
        (["--projects", "{}/a", "{}/b"], "put the pattern of --projects between quotes"),
    ],
)
def test_what_is_typed_wrong_is_said_in_a_sentence(crowd, typed, said):
    result = asked("build", *(word.format(crowd.parent) for word in typed))
    assert result.exit_code == 2
    assert said in result.output


def test_a_worker_that_is_killed_costs_time_alone_and_what_is_done_is_left_alone(tmp_path):
    psutil = pytest.importorskip("psutil")
    small.tiny(tmp_path / "a")
    edition(tmp_path / "b", {"publication.yaml": BAD})
    words = [*DOOR, "build", "--projects", f"{tmp_path}/*", "--jobs", "2"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    next(_busy(psutil.Process(process.pid))).kill()
    out, said = process.communicate(timeout=120)
    assert process.returncode == 1, said
    assert "b/content/publication.yaml:2:1: error: " in said
    assert sorted(line.split()[1:2] for line in out.splitlines()[:2]) == [["a"], ["b"]]
    told = json.loads((tmp_path / "editions.json").read_bytes())
    assert [one["state"] for one in told["editions"]] == ["done", "refused"]
    assert told["editions"][0]["files"] == ["brief.pdf"]
    assert (tmp_path / "a" / "output" / "brief.pdf").is_file()
    again = [*run(find(f"{tmp_path}/a").orders, alone())]
    assert [(one.state, one.files) for one in again] == [("unchanged", ("brief.pdf",))]


def _busy(top: Any) -> Iterator[Any]:
    """A process of the crew that has begun to work."""
    end = time.monotonic() + 240
    while time.monotonic() < end:
        with suppress(Exception):
            for server in top.children():
                for worker in server.children():
                    if worker.cmdline() == server.cmdline() and worker.cpu_times().user > 0.3:
                        yield worker
        time.sleep(0.05)
