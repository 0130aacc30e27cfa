"""The crew: processes that take tasks, each remembering what it laid out; or this process alone."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import partial
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


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
    """

    def __init__(self, workers: list[Executor]) -> None:
        self.size = len(workers)
        self._workers = workers
        self._lock = threading.RLock()
        self._idle = list(range(len(workers)))
        self._queue: list[tuple[Future[Any], int | None, Callable[..., Any], tuple[Any, ...]]] = []
        self._where: dict[Future[Any], int] = {}

    def submit(
        self, task: Callable[..., T], *args: Any, at: int | None = None, first: bool = False
    ) -> Future[T]:
        """The result to come of `task(*args)`, done by worker `at` or any.

        `first`: before what waits already, since others wait for it.
        """
        promise: Future[T] = Future()
        with self._lock:
            entry = promise, at, task, args
            self._queue.insert(0 if first else len(self._queue), entry)
        self._dispatch()
        return promise

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
                        for entry in self._queue
                        for worker in self._idle
                        if entry[1] in (None, worker)
                    ),
                    None,
                )
                if chosen is None:
                    return
                entry, worker = chosen
                self._queue.remove(entry)
                self._idle.remove(worker)
                promise, _, task, args = entry
                self._where[promise] = worker
            done = self._workers[worker].submit(task, *args)
            done.add_done_callback(partial(self._finish, promise, worker))

    def _finish(self, promise: Future[Any], worker: int, done: Future[Any]) -> None:
        with self._lock:
            self._idle.append(worker)
            self._idle.sort()
        if error := done.exception():
            promise.set_exception(error)
        else:
            promise.set_result(done.result())
        self._dispatch()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            for promise, *_ in self._queue:
                promise.cancel()
            self._queue.clear()
        for worker in self._workers:
            worker.shutdown(wait=True, cancel_futures=True)


def alone() -> Crew:
    """This process alone."""
    return Crew([Alone()])


def hire(jobs: int) -> Crew:
    """A crew of `jobs` processes, which import the engine while this one reads; 1 is no process."""
    if jobs <= 1:
        return alone()
    context = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
    workers: list[Executor] = [ProcessPoolExecutor(1, mp_context=context) for _ in range(jobs)]
    for worker in workers:
        worker.submit(_begin)
    return Crew(workers)


def _begin() -> None:
    import press.typeset  # noqa: F401
