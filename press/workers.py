"""The crew: processes that take tasks, each remembering what it laid out; or this process alone."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from contextlib import suppress
from functools import partial
from multiprocessing import forkserver
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from press.diagnostics import Diagnostic, Place, Refusal
from press.project import HOME

# A process that was killed is gone within so many seconds.
ENDS_S = 5
# A scheduler that says nothing for so many seconds is not there.
ANSWER_S = 10

P = ParamSpec("P")
T = TypeVar("T")


# A task that waits: what it promises, the worker that it is for, what to do with what.
_Entry = tuple[Future[Any], int | None, Callable[..., Any], tuple[Any, ...]]

_LOST = Diagnostic(
    "crew/lost-process",
    Place("press"),
)


class Alone(Executor):
    """Runs a task at once in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The task's result, already there."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


class Crew:
    """Executors of one worker each; a task goes to the first idle one, or waits for its own.

    What a worker keeps between tasks only saves time: every task can be done by any of them.
    `lost` says that one of them is gone, with what it was given: that work is refused.
    """

    def __init__(self, workers: list[Executor], close: Callable[[], None] = lambda: None) -> None:
        self._close = close
        self.size = len(workers)
        self.lost = False
        self.in_process = any(isinstance(worker, Alone) for worker in workers)
        self._workers = workers
        self._lock = threading.RLock()
        self._idle = list(range(len(workers)))
        self._queue: list[_Entry] = []
        self._later: list[_Entry] = []
        self._where: dict[Future[Any], int] = {}

    def submit(
        self,
        task: Callable[..., T],
        *args: Any,
        at: int | None = None,
        first: bool = False,
        last: bool = False,
    ) -> Future[T]:
        """The result to come of `task(*args)`, done by worker `at` or any.

        `first`: before what waits already, since others wait for it. `last`: when nothing else
        waits, since nobody waits for it before the end.
        """
        promise: Future[T] = Future()
        with self._lock:
            entry = promise, at, task, args
            if last:
                self._later.append(entry)
            else:
                self._queue.insert(0 if first else len(self._queue), entry)
        self._dispatch()
        return promise

    def each(self, make: Callable[[str], T], names: Sequence[str]) -> list[T]:
        """`make` of every name, side by side where there are processes to wait for."""
        if self.in_process or len(names) < 2:
            return [make(name) for name in names]
        with ThreadPoolExecutor(len(names)) as threads:
            try:
                return [job.result() for job in [threads.submit(make, name) for name in names]]
            except KeyboardInterrupt:
                self.end()  # else the threads would wait until all is done
                raise

    def worker_of(self, future: Future[Any]) -> int:
        """The worker that did a task."""
        return self._where[future]

    def _dispatch(self) -> None:
        """Give every idle worker the first task that it may do."""
        while True:
            with self._lock:
                chosen = next(
                    (
                        (entry, worker)
                        for entry in (*self._queue, *self._later)
                        for worker in self._idle
                        if entry[1] in (None, worker)
                    ),
                    None,
                )
                if chosen is None:
                    return
                entry, worker = chosen
                (self._queue if entry in self._queue else self._later).remove(entry)
                self._idle.remove(worker)
                promise, _, task, args = entry
                if not promise.set_running_or_notify_cancel():
                    self._idle.append(worker)  # nobody waits for it any more
                    continue
                self._where[promise] = worker
            try:
                done = self._workers[worker].submit(task, *args)
            except BaseException as error:
                with self._lock:
                    self._idle.append(worker)
                promise.set_exception(self._told(error))
            else:
                done.add_done_callback(partial(self._finish, promise, worker))

    def _finish(self, promise: Future[Any], worker: int, done: Future[Any]) -> None:
        with self._lock:
            self._idle.append(worker)
            self._idle.sort()
        if error := done.exception():
            promise.set_exception(self._told(error))
        else:
            promise.set_result(done.result())
        self._dispatch()

    def _told(self, error: BaseException) -> BaseException:
        """What a task is said to have ended with: a refusal where its process is gone."""
        if not isinstance(error, BrokenExecutor) and type(error).__name__ != "KilledWorker":
            return error
        self.lost = True
        return Refusal([_LOST])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.lost or error:
            self.end()
        else:
            self._cancel()
            for worker in self._workers:
                worker.shutdown()
        self._close()

    def end(self) -> None:
        """End every process at once, whatever it does: nobody waits for it any more.

        What was given to one is refused. To wait for a pool that lost a process may never end
        (Python 3.13).
        """
        self.lost = True
        self._cancel()
        for worker in self._workers:
            processes = list((getattr(worker, "_processes", None) or {}).values())
            for process in processes:
                process.kill()
            worker.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.join(ENDS_S)

    def _cancel(self) -> None:
        with self._lock:
            for promise, *_ in (*self._queue, *self._later):
                promise.cancel()
            self._queue.clear()
            self._later.clear()


def alone() -> Crew:
    """This process alone."""
    return Crew([Alone()])


def hire(jobs: int) -> Crew:
    """A crew of `jobs` processes, which import the engine while this one reads; 1 is no process.

    They are copies of one process that has imported it, so that it is imported once.
    """
    if jobs <= 1:
        return alone()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        [
            "press.typeset.worker",
            "press.bind.tiles",
            "press.bind.derive",
            "press.preflight.derived",
            "press.preflight.verdict",
        ]
    )
    path = os.environ.get("PYTHONPATH")
    # The server that is copied has only this to find our modules by.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(HOME), *([path] if path else [])])
    try:
        forkserver.ensure_running()
    finally:
        if path is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = path
    workers: list[Executor] = [
        ProcessPoolExecutor(1, mp_context=context, initializer=_begin) for _ in range(jobs)
    ]
    return Crew(workers)


def enlist(address: str) -> Crew:
    """The workers of the Dask cluster whose scheduler is at `address`.

    They have this version of Warraq and the project's folder at the same path; one thread each.
    Raises OSError when nobody answers, ModuleNotFoundError without the package `distributed`.
    """
    from distributed import Client

    client: Any = Client(address, timeout=ANSWER_S)  # type: ignore[no-untyped-call]
    known = client.scheduler_info(n_workers=-1)["workers"]
    executors = [client.get_executor(workers=[worker], pure=False) for worker in sorted(known)]
    return Crew(executors, client.close)


def _begin() -> None:
    """What a process does before its first task.

    Python looks for cycles among all objects again and again: a tenth of typesetting's time. And
    a build that is killed must not leave a process behind.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who hired us
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def lighten() -> None:
    """Give the memory of finished tasks back to the system: a large one comes."""
    gc.collect()
    with suppress(OSError, AttributeError):  # the C library of another system has no such thing
        ctypes.CDLL(None).malloc_trim(0)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
