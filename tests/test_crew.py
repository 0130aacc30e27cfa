"""The crew: who typesets changes nothing but time."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from press.crew import Crew, alone, enlist, hire
from press.diagnostics import Refusal
from press.gather import gather
from press.gathering import Gathering
from press.render import Html
from tests.test_gathering import HTMLS, PROJECT

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


def test_a_build_that_is_killed_leaves_no_process_behind() -> None:
    psutil = pytest.importorskip("psutil")
    code = (
        "import time\nfrom press.crew import hire\n"
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
