"""The crew: who typesets changes nothing but time."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from press.diagnostics import Refusal
from press.render.render import Html
from press.typeset.gather import gather
from press.typeset.gathering import Gathering
from press.workers import Crew, alone, enlist, hire
from tests.typeset.test_gather import HTMLS, PROJECT

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def processes() -> Iterator[Crew]:
    with hire(2) as crew:
        yield crew


@pytest.fixture(scope="module")
def here() -> list[Gathering]:
    return timeless(gather(HTMLS, PROJECT, alone()))


def timeless(gathered: tuple[Gathering, ...]) -> list[Gathering]:
    return [replace(gathering, seconds=None) for gathering in gathered]


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_two_processes_give_the_same_bytes_as_one(processes: Crew, here: list[Gathering]) -> None:
    assert timeless(gather(HTMLS, PROJECT, processes)) == here


def test_a_dask_cluster_gives_the_same_bytes(here: list[Gathering]) -> None:
    distributed = pytest.importorskip("distributed")
    settings = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster, enlist(cluster.scheduler_address) as crew:
        assert timeless(gather(HTMLS, PROJECT, crew)) == here


def test_every_gathering_that_is_done_is_told(processes: Crew) -> None:
    told: list[tuple[int, int]] = []
    gather(HTMLS, PROJECT, processes, lambda done, of: told.append((done, of)))
    assert told == [(n, len(HTMLS)) for n in range(1, len(HTMLS) + 1)]


@pytest.mark.parametrize("number", [1, 4])
def test_what_a_process_refuses_is_refused_here_with_its_output(
    processes: Crew, number: int
) -> None:
    spoilt = [
        replace(html, text=html.text.replace("</body>", '<a href="#nowhere">x</a></body>'))
        if html.part == number
        else html
        for html in HTMLS
    ]
    with pytest.raises(Refusal) as refusal:
        gather(spoilt, PROJECT, processes)
    (found,) = refusal.value.diagnostics
    assert (found.code, found.place.path) == ("typeset/missing-anchor", "book")


def test_after_a_refusal_the_crew_works_on(processes: Crew) -> None:
    (made,) = gather([Html("x", "<html lang=ar><title>x</title><p>y")], PROJECT, processes)
    assert made.pages == 1


def test_a_process_stays_below_400_megabytes(processes: Crew) -> None:
    gather(HTMLS, PROJECT, processes)
    used = [processes.submit(memory_mb, at=worker).result() for worker in range(2)]
    assert max(used) < 400


def test_what_nobody_waits_for_is_done_when_nothing_else_waits() -> None:
    done: list[str] = []
    free = threading.Event()
    with ThreadPoolExecutor(1) as worker, Crew([worker]) as crew:
        jobs = [
            crew.submit(free.wait, 60),
            crew.submit(done.append, "picture", last=True),
            crew.submit(done.append, "rule"),
            crew.submit(done.append, "number", first=True),
        ]
        free.set()
        for job in jobs:
            job.result(60)
    assert done == ["number", "rule", "picture"]


def test_what_a_lost_process_had_to_do_is_refused_and_the_others_work_on() -> None:
    with hire(2) as crew:
        jobs = [crew.submit(os._exit, 1, at=0), crew.submit(abs, -1, at=0)]
        for job in jobs:
            with pytest.raises(Refusal, match="crew/lost-process"):
                job.result(60)
        assert crew.lost
        assert crew.submit(abs, -2, at=1).result(60) == 2


def test_a_process_that_is_killed_ends_the_build_with_a_complaint_and_replaces_nothing(
    tmp_path: Path,
) -> None:
    psutil = pytest.importorskip("psutil")
    shutil.copytree(ROOT / "tests" / "cases" / "base" / "content", tmp_path / "content")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "brief.pdf").write_bytes(b"earlier")
    door = [sys.executable, ROOT / "build.py", "--project", tmp_path, "brief", "--jobs", "2"]
    build = subprocess.Popen(door, stderr=subprocess.PIPE, text=True)
    top = psutil.Process(build.pid)
    workers: list[Any] = []
    while build.poll() is None and not workers:
        # Processes that typeset are copies of one that we started; other programs come and go.
        with suppress(psutil.NoSuchProcess):
            pairs = [(outer, inner) for outer in top.children() for inner in outer.children()]
            time.sleep(0.03)
            workers = [inner for outer, inner in pairs if inner.cmdline() == outer.cmdline()]
    for worker in workers:
        worker.kill()
    _, said = build.communicate(timeout=60)
    assert build.returncode == 1
    assert "[crew/lost-process]" in said
    assert "Traceback" not in said
    assert (tmp_path / "output" / "brief.pdf").read_bytes() == b"earlier"


def test_a_build_that_is_killed_leaves_no_process_behind() -> None:
    psutil = pytest.importorskip("psutil")
    code = (
        "import time\nfrom press.workers import hire\n"
        "if __name__ == '__main__':\n"
        "    crew = hire(2)\n    for at in range(2): crew.submit(time.sleep, 0, at=at).result()\n"
        "    print('ready', flush=True)\n    time.sleep(60)\n"
    )
    build = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
    assert build.stdout
    assert build.stdout.readline() == b"ready\n"
    left = psutil.Process(build.pid).children(recursive=True)
    assert len(left) >= 2
    build.kill()
    build.wait()
    _, alive = psutil.wait_procs(left, timeout=10)
    assert alive == []
