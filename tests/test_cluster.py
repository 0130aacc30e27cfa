"""A cluster as Dask's documentation has it: scheduler and workers are processes of their own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from press import cluster
from press.cluster import differing, enlist
from press.diagnostics import Refusal
from press.machine import Machine, examine
from press.project import Project
from press.typeset.gather import gather
from press.workers import Crew, alone
from tests.support import small
from tests.support.projects import OURS
from tests.test_workers import timeless
from tests.typeset.test_gather import HTMLS

pytest.importorskip("distributed")

LONG_S = 240  # a bound on every wait, for a busy machine
HERE = Machine("e", ("babel=1", "pango=1.50"), "f", "p", shares=True)


class Machines:
    """A scheduler and two workers, started in a folder that knows nothing of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started: list[subprocess.Popen[bytes]] = []
        self.start("scheduler", "--host", "127.0.0.1", "--port", "0")
        self.address = self.scheduler()
        self.workers = [self.worker(), self.worker()]

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        # As `dask` on the command line, without its page for browsers.
        code = "import sys; from dask.__main__ import main; sys.argv[0] = 'dask'; main()"
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        dashboard = ["--no-dashboard", *words[1:]]
        if words[0] == "scheduler":
            dashboard += ["--scheduler-file", str(self.folder / "scheduler.json")]
        command = [sys.executable, "-c", code, words[0], *dashboard]
        with (self.folder / f"log-{len(self.started)}").open("wb") as log:
            process = subprocess.Popen(command, cwd=self.folder, env=env, stdout=log, stderr=log)
        self.started.append(process)
        return process

    def scheduler(self) -> str:
        end = time.monotonic() + LONG_S
        while time.monotonic() < end:
            with suppress(OSError, ValueError):
                return str(json.loads((self.folder / "scheduler.json").read_bytes())["address"])
            time.sleep(0.1)
        raise TimeoutError((self.folder / "log-0").read_text("utf-8"))

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", self.address, "--nthreads", "1", "--no-nanny")

    def end(self) -> None:
        for process in self.started:
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    made = Machines(tmp_path_factory.mktemp("machines"))
    yield made
    made.end()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return small.project(tmp_path_factory.mktemp("project"), {})


def crew_of(machines: Machines, project: Project, workers: int) -> Crew:
    """The crew, when so many workers have told the scheduler that they are there."""
    end = time.monotonic() + LONG_S
    while time.monotonic() < end:
        with suppress(Refusal):
            crew, left_out = enlist(machines.address, project)
            assert left_out == ()
            if crew.size >= workers:
                return crew
            crew.__exit__(None, None, None)
        time.sleep(0.2)
    raise TimeoutError


def test_started_as_documented_it_gives_the_same_bytes_and_a_worker_that_hangs_is_left(
    machines, project, monkeypatch
):
    monkeypatch.setattr(cluster, "RETURN_S", 0)
    # On a busy machine an answer takes longer, and who is slow does not hang.
    monkeypatch.setattr(cluster, "ANSWER_S", LONG_S)
    monkeypatch.setattr(cluster, "HANG_S", LONG_S)
    with crew_of(machines, project, 2) as crew:
        assert timeless(gather(HTMLS, OURS, crew)) == timeless(gather(HTMLS, OURS, alone()))
        pids = [crew.submit(os.getpid, at=at).result(LONG_S) for at in (0, 1)]
        assert sorted(pids) == sorted(worker.pid for worker in machines.workers)
        os.kill(pids[0], signal.SIGSTOP)
        monkeypatch.setattr(cluster, "HANG_S", 5)
        assert crew.submit(os.getpid, at=0).result(LONG_S) == pids[1]
        assert not crew.lost
        monkeypatch.setattr(cluster, "ANSWER_S", 1)
        other, left_out = enlist(machines.address, project)
        other.__exit__(None, None, None)
        assert [one.code for one in left_out] == ["crew/silent-worker"]
        assert other.size == 1
        dying = crew.submit(time.sleep, 60)
        time.sleep(0.3)
        os.kill(pids[1], signal.SIGKILL)
        with pytest.raises(Refusal, match="crew/lost-worker"):
            dying.result(LONG_S)
    for worker in machines.workers:
        worker.kill()


def test_a_cluster_without_workers_says_how_they_are_started(machines, project, monkeypatch):
    monkeypatch.setattr(cluster, "ANSWER_S", 2)  # for who is just found to be gone
    end = time.monotonic() + LONG_S
    with pytest.raises(Refusal, match="crew/no-workers") as refusal:
        while time.monotonic() < end:
            crew, _ = enlist(machines.address, project)
            crew.__exit__(None, None, None)
            time.sleep(0.2)
    assert f"dask worker {machines.address} --nthreads 1" in str(refusal.value)


def test_a_scheduler_that_does_not_find_us_says_where_we_are(machines, project, monkeypatch):
    monkeypatch.setattr(cluster, "FIND", cluster.FIND.replace('"press"', '"elsewhere"'))
    with pytest.raises(Refusal, match="crew/no-engine") as refusal:
        enlist(machines.address, project)
    (said,) = refusal.value.diagnostics
    assert said.values == {"folder": str(cluster.HOME)}


def test_where_nobody_answers_it_is_said_so(project, monkeypatch):
    monkeypatch.setattr(cluster, "ANSWER_S", 0.5)
    with pytest.raises(OSError):
        enlist("tcp://127.0.0.1:9", project)


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (replace(HERE, engine="other"), "another version of Warraq"),
        (replace(HERE, libraries=("babel=2", "pango=1.50")), "has babel=2, not babel=1"),
        (replace(HERE, libraries=("babel=1",)), "has no pango, not pango=1.50"),
        (replace(HERE, fonts="other"), "has other fonts"),
        (replace(HERE, folder=""), "does not see"),
        (replace(HERE, shares=False), "does not see"),
    ],
)
def test_a_worker_that_is_not_as_this_machine_is_left_out_with_a_sentence(theirs, said, project):
    found = differing("tcp://10.0.0.2:1", HERE, theirs, project)
    assert found
    assert found.code in ("crew/other-machine", "crew/unseen-folder")
    assert (found.severity, found.place.path) == ("advice", "tcp://10.0.0.2:1")
    assert said in found.message
    assert "left out" in found.message
    assert differing("tcp://10.0.0.2:1", HERE, HERE, project) is None


def test_a_machine_sees_a_project_as_it_is(project, tmp_path):
    sign = tmp_path / "sign"
    before = examine(project, sign)
    assert not before.shares
    sign.touch()
    record = project.root / "content" / "people.yaml"
    typed = record.read_text("utf-8")
    record.write_text(typed + "\n", "utf-8")
    after = examine(project, sign)
    record.write_text(typed, "utf-8")
    assert after.shares
    assert after.folder != before.folder
    assert (after.engine, after.fonts) == (before.engine, before.fonts)
    gone = replace(project, root=tmp_path / "nowhere")
    assert examine(gone, sign).folder == ""
