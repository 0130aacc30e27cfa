"""The crew: who typesets changes nothing but time."""

import gc
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from press.diagnostics import Refusal
from press.processes import hire, undisturbed
from press.render.render import Html
from press.typeset.gather import gather
from press.typeset.gathering import Gathering
from press.workers import Crew, alone
from tests.support.projects import OURS
from tests.typeset.test_gather import HTMLS

ROOT = Path(__file__).resolve().parent.parent
LONG_S = 300  # a bound on every wait, for a busy machine


@pytest.fixture(scope="module")
def processes() -> Iterator[Crew]:
    with hire(2) as crew:
        yield crew


@pytest.fixture(scope="module")
def here() -> list[Gathering]:
    return timeless(gather(HTMLS, OURS, alone()))


def timeless(gathered: tuple[Gathering, ...]) -> list[Gathering]:
    return [replace(gathering, seconds=None) for gathering in gathered]


def test_who_leads_a_build_looks_for_cycles_as_seldom_as_hired_processes(processes):
    before, usual = gc.get_threshold(), (700, 10, 10)
    leading = []
    try:
        for jobs in (1, 2):
            gc.set_threshold(*usual)
            with hire(jobs):
                leading.append(gc.get_threshold())
    finally:
        gc.set_threshold(*before)
    assert leading == [processes.submit(gc.get_threshold).result(LONG_S)] * 2
    assert leading[0] > usual


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_two_processes_give_the_same_bytes_as_one(processes, here):
    assert timeless(gather(HTMLS, OURS, processes)) == here


def test_every_gathering_that_is_done_is_told(processes):
    told: list[tuple[int, int]] = []
    gather(HTMLS, OURS, processes, lambda done, of: told.append((done, of)))
    assert told == [(n, len(HTMLS)) for n in range(1, len(HTMLS) + 1)]


@pytest.mark.parametrize("number", [1, 4])
def test_what_a_process_refuses_is_refused_here_with_its_output(processes, number):
    spoilt = [
        replace(html, text=html.text.replace("</body>", '<a href="#nowhere">x</a></body>'))
        if html.part == number
        else html
        for html in HTMLS
    ]
    with pytest.raises(Refusal) as refusal:
        gather(spoilt, OURS, processes)
    (found,) = refusal.value.diagnostics
    assert (found.code, found.place.path) == ("typeset/missing-anchor", "book")


def test_after_a_refusal_the_crew_works_on(processes):
    (made,) = gather(
        [Html("x", "<html lang=ar><title>x</title><p style='font: 9pt Noto Sans'>y")],
        OURS,
        processes,
    )
    assert made.pages == 1


def test_a_process_stays_below_400_megabytes(processes):
    gather(HTMLS, OURS, processes)
    used = [processes.submit(memory_mb, at=worker).result() for worker in range(2)]
    assert max(used) < 400


def test_what_nobody_waits_for_is_done_when_nothing_else_waits():
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
            job.result(LONG_S)
    assert done == ["number", "rule", "picture"]


def test_what_goes_on_meanwhile_begins_when_all_wait():
    begun: list[str] = []

    def make(name: str) -> int:
        return crew.submit(lambda: begun.append(name) or len(name)).result(LONG_S)

    with Crew([ThreadPoolExecutor(1), ThreadPoolExecutor(1)]) as crew:
        assert crew.each(make, ["a", "bcd"], lambda: begun.append("audit")) == [1, 3]
    assert sorted(begun) == ["a", "audit", "bcd"]
    with alone() as crew:
        assert crew.each(make, ["a"], lambda: begun.append("before all")) == [1]
    assert begun[3:] == ["before all", "a"]


def test_what_is_refused_meanwhile_lets_all_else_go():
    held, asked = threading.Event(), threading.Event()

    def make(name: str) -> None:
        asked.set()
        for _ in range(3):
            crew.submit(held.wait, LONG_S).result(LONG_S)

    def refuse() -> None:
        assert asked.wait(LONG_S)
        raise Refusal([])

    with Crew([ThreadPoolExecutor(1), ThreadPoolExecutor(1)]) as crew:
        with pytest.raises(Refusal):
            crew.each(make, ["a", "b", "c"], refuse)
        assert not held.is_set()  # nobody waited for what was begun
        held.set()
        assert crew.each(lambda name: crew.submit(len, name).result(LONG_S), ["abc"]) == [3]


def end_once(flag: Path, left: str) -> str:
    """End the process that does this, unless one did before."""
    try:
        flag.touch(exist_ok=False)
    except FileExistsError:
        return left
    os._exit(1)


def test_what_is_like_an_earlier_task_goes_to_who_did_that_where_he_is_idle():
    go_on = threading.Event()
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other, Crew([one, other]) as crew:

        def worker_of(near: str) -> int:
            done = crew.submit(threading.get_ident, near=near)
            done.result(LONG_S)
            return crew.worker_of(done)

        first = worker_of("a")
        waits = crew.submit(go_on.wait, at=first)
        second = worker_of("b")
        go_on.set()
        waits.result(LONG_S)
        assert second != first
        assert [worker_of(name) for name in "abba"] == [first, second, second, first]


def test_what_a_lost_process_had_to_do_is_done_by_another(tmp_path):
    with hire(2) as crew:
        job = crew.submit(end_once, tmp_path / "flag", "done", at=0)
        after = crew.submit(abs, -1, at=0)
        assert (job.result(LONG_S), after.result(LONG_S)) == ("done", 1)
        assert not crew.lost


def test_what_ends_every_process_that_does_it_is_refused_and_the_rest_is_done():
    with hire(2) as crew:
        jobs = [crew.submit(os._exit, 1), *(crew.submit(abs, -n) for n in range(4))]
        with pytest.raises(Refusal, match="crew/lost-process"):
            jobs[0].result(LONG_S)
        assert [job.result(LONG_S) for job in jobs[1:]] == [0, 1, 2, 3]
        assert crew.lost


def test_what_waits_is_refused_when_nobody_is_left():
    class Gone(Executor):
        def submit(self, *args: Any, **named: Any) -> Any:
            raise BrokenExecutor

    with Crew([Gone(), Gone()]) as crew:
        for job in [crew.submit(abs, -1), crew.submit(abs, -2), crew.submit(abs, -3, last=True)]:
            with pytest.raises(Refusal, match="crew/lost-process"):
                job.result(120)


def test_what_is_large_is_done_apart_and_nothing_else_is(tmp_path):
    with hire(2) as crew:
        assert crew.apart is not None
        apart = crew.submit(os.getpid, at=crew.apart).result(LONG_S)
        assert crew.size == 2
        others = [crew.submit(os.getpid) for _ in range(8)]
        assert apart not in {job.result(LONG_S) for job in others}
        again = crew.submit(end_once, tmp_path / "flag", "done", at=crew.apart)
        assert again.result(LONG_S) == "done"
        assert not crew.lost
    assert alone().apart is None


def test_a_build_that_is_killed_leaves_no_process_behind():
    psutil = pytest.importorskip("psutil")
    code = (
        "import time\nfrom press.processes import hire\n"
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
    _, alive = psutil.wait_procs(left, timeout=LONG_S)
    assert alive == []


def test_a_signal_waits_until_a_server_that_was_begun_is_known():
    done = []
    # A shell has what it starts in the background hear no such signal.
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("known")
        assert done == ["known"]
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)  # as it was before
    finally:
        signal.signal(signal.SIGINT, heard)
