"""Shares tasks out among a crew: processes of this machine or of others, or this one alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, InvalidStateError
from concurrent.futures.thread import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar
from weakref import WeakKeyDictionary

from press.diagnostics import Diagnostic, Place, Refusal
from press.tasks import Alone, Task

# A process that was killed is gone within so many seconds.
ENDS_S = 5
# What goes on meanwhile does not wait longer for those who have first to find out what to ask.
SOON_S = 0.5

T = TypeVar("T")


# A task is given to so many workers before it is said that it ends those who do it.
TIMES = 2
# It is known of so many names of tasks who did the last.
NAMES = 1000
_LOST = Diagnostic("crew/lost-process", Place("press"))


class Crew:
    """Executors of one worker each; a task goes to the first idle one, or waits for its own.

    `apart`, where there is one, does only what is given to it: what would make another too large.
    What a worker keeps between tasks only saves time: every task can be done by any of them. One
    that is gone is hired anew where it can be (`renew`), and another does what it was given; what
    ends two of them is refused, and `lost` says so.
    """

    def __init__(
        self,
        workers: Sequence[Executor],
        close: Callable[[], None] = lambda: None,
        renew: Callable[[], Executor | None] = lambda: None,
        lost: Diagnostic = _LOST,
        apart: Executor | None = None,
    ) -> None:
        self._close = close
        self._renew = renew
        self._said = lost
        self._hiring = 0
        self.size = len(workers)
        self.lost = False
        self.in_process = any(isinstance(worker, Alone) for worker in workers)
        self.apart = len(workers) if apart else None
        self._workers: list[Executor | None] = [*workers, *([apart] if apart else [])]
        self._ended = self._let_go = False
        self._asked = 0  # how many tasks, since names were last made side by side
        self._lock = threading.RLock()
        self._idle = list(range(len(self._workers)))
        self._queue: list[Task] = []
        self._later: list[Task] = []
        # A promise that nobody holds any more is forgotten: a crew may do a hundred thousand tasks.
        self._where: WeakKeyDictionary[Future[Any], int] = WeakKeyDictionary()
        # Who did the last task of each name.
        self._last: dict[Hashable, int] = {}

    def submit(
        self,
        task: Callable[..., T],
        *args: Any,
        at: int | None = None,
        first: bool = False,
        last: bool = False,
        near: Hashable = None,
    ) -> Future[T]:
        """The result to come of `task(*args)`, done by worker `at` or any.

        `first`: before what waits already, since others wait for it. `last`: when nothing else
        waits, since nobody waits for it before the end. `near`: whoever did the last task of the
        same name, where he is idle; `at` goes before.
        """
        promise: Future[T] = Future()
        with self._lock:
            if self._let_go:
                raise CancelledError
            self._asked += 1
            made = Task(promise, at, task, args, near)
            if last:
                self._later.append(made)
            else:
                self._queue.insert(0 if first else len(self._queue), made)
        self._dispatch()
        return promise

    def each(
        self,
        make: Callable[[str], T],
        names: Sequence[str],
        meanwhile: Callable[[], object] = lambda: None,
    ) -> list[T]:
        """`make` of every name, side by side where there are processes to wait for.

        `meanwhile` is done here when each waits for a process, or `SOON_S` have passed; before all
        else where none can be waited for. What it raises is raised, whatever becomes of the names.
        """
        if self.in_process or not names:
            meanwhile()
            return [make(name) for name in names]
        self._let_go, self._asked = False, 0
        with ThreadPoolExecutor(len(names)) as threads:
            jobs = [threads.submit(make, name) for name in names]
            until = time.monotonic() + SOON_S
            try:
                while time.monotonic() < until and self._asked + sum(map(Future.done, jobs)) < len(
                    jobs
                ):
                    time.sleep(0.005)
                meanwhile()
                return [job.result() for job in jobs]
            except KeyboardInterrupt:
                self.end()  # else the threads would wait until all is done
                raise
            except BaseException:
                self._release()
                raise

    def worker_of(self, future: Future[Any]) -> int:
        """The worker that did a task."""
        return self._where[future]

    def _dispatch(self) -> None:
        """Give every idle worker the first task that it may do."""
        while True:
            if not (any(self._workers) or self._hiring):
                for task in self._left():
                    if task.losses or task.promise.set_running_or_notify_cancel():
                        self._refuse(task)
                return
            with self._lock:
                chosen = next(
                    (
                        (task, worker)
                        for task in (*self._queue, *self._later)
                        for worker in sorted(
                            self._idle, key=lambda one: one != self._last.get(task.near)
                        )
                        if self._may_do(worker, task)
                    ),
                    None,
                )
                if chosen is None:
                    return
                task, worker = chosen
                (self._queue if task in self._queue else self._later).remove(task)
                # One that is given again runs already for who waits.
                if not task.losses and not task.promise.set_running_or_notify_cancel():
                    continue  # nobody waits for it any more
                self._idle.remove(worker)
                self._where[task.promise] = worker
                if task.near is not None:
                    self._last.pop(task.near, None)
                    self._last[task.near] = worker
                    if len(self._last) > NAMES:
                        del self._last[next(iter(self._last))]
                executor = self._workers[worker]
            try:
                assert executor
                done = executor.submit(task.work, *task.args)
            except BaseException as error:
                self._finish(task, worker, error)
            else:
                done.add_done_callback(partial(self._end_of, task, worker))

    def _may_do(self, worker: int, task: Task) -> bool:
        """Whether a task is for a worker; for any that is not apart where its own is gone."""
        if task.at is not None and self._workers[task.at]:
            return worker == task.at
        return worker != self.apart or not any(self._workers[: self.size])

    def _end_of(self, task: Task, worker: int, done: Future[Any]) -> None:
        try:
            error = done.exception()
        except CancelledError as cancelled:
            error = cancelled
        self._finish(task, worker, error, None if error else done.result())

    def _finish(
        self, task: Task, worker: int, error: BaseException | None, result: Any = None
    ) -> None:
        """Keep what was promised, or give the task to another when its worker is gone."""
        if isinstance(error, BrokenExecutor | CancelledError):
            self._lose(task, worker)
            return
        with self._lock:
            self._idle.append(worker)
            self._idle.sort()
        with suppress(InvalidStateError):  # it was let go
            if error:
                task.promise.set_exception(error)
            else:
                task.promise.set_result(result)
        self._dispatch()

    def _lose(self, task: Task, worker: int) -> None:
        """Give a task to another, and hire one in the place of who is gone, where that is done."""
        task.losses += 1
        again = task.losses < TIMES and not self._ended
        with self._lock:
            gone, self._workers[worker] = self._workers[worker], None
            self._hiring += 1
            if again:
                self._queue.insert(0, task)
        if gone:
            # Python 3.13 tells us while it holds the lock that this takes.
            close = partial(gone.shutdown, wait=False, cancel_futures=True)
            threading.Thread(target=close, daemon=True).start()
        if not again:
            self._refuse(task)
        self._dispatch()  # to look for another may take time
        new = None if self._ended else self._renew()
        with self._lock:
            self._hiring -= 1
            self._workers[worker] = new
            if new:
                self._idle.append(worker)
        self._dispatch()

    def _refuse(self, task: Task) -> None:
        self.lost = True
        with suppress(InvalidStateError):
            task.promise.set_exception(Refusal([self._said]))

    def _release(self) -> None:
        """Let go of all tasks: nobody waits for them any more, and none is taken."""
        with self._lock:
            self._let_go = True
            given = list(self._where)
        self._cancel()
        for promise in given:
            with suppress(InvalidStateError):
                promise.set_exception(CancelledError())

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
            for worker in filter(None, self._workers):
                worker.shutdown()
        self._close()

    def end(self) -> None:
        """End every process at once, whatever it does: nobody waits for it any more.

        What was given to one is refused. To wait for a pool that lost a process may never end
        (Python 3.13).
        """
        self.lost = self._ended = True
        self._cancel()
        for worker in filter(None, self._workers):
            processes = list((getattr(worker, "_processes", None) or {}).values())
            for process in processes:
                process.kill()
            worker.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.join(ENDS_S)

    def _cancel(self) -> None:
        for task in self._left():
            if not task.promise.cancel():  # it was given to one that is gone
                self._refuse(task)

    def _left(self) -> list[Task]:
        """What waits; it waits no more."""
        with self._lock:
            left = [*self._queue, *self._later]
            self._queue.clear()
            self._later.clear()
            return left


def alone() -> Crew:
    """This process alone."""
    return Crew([Alone()])
