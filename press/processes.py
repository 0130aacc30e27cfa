"""Hires processes of this machine as a crew, and keeps them small."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import forkserver
from types import FrameType

from press.project import HOME
from press.workers import Crew, alone

# What typesets and judges: imported before the first task, once for all processes.
ENGINE = (
    "press.begun",
    "press.typeset.worker", "press.bind.tiles", "press.bind.derive",
    "press.preflight.derived", "press.preflight.verdict",
)  # fmt: skip


def hire(jobs: int) -> Crew:
    """A crew of `jobs` processes, which import the engine while this one reads; 1 is no process."""
    _sweep_seldom()
    return processes(jobs) if jobs > 1 else alone()


def processes(jobs: int, modules: Sequence[str] = ENGINE) -> Crew:
    """A crew of `jobs` processes: copies of one that has imported `modules`, once for all."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(modules))
    path = os.environ.get("PYTHONPATH")
    # The server that is copied has only this to find our modules by.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(HOME), *([path] if path else [])])
    try:
        with undisturbed():
            forkserver.ensure_running()
    finally:
        if path is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = path
    begin = partial(ProcessPoolExecutor, 1, mp_context=context, initializer=_begin)
    # One that is given nothing is not there.
    return Crew([begin() for _ in range(jobs)], renew=begin, apart=begin())


@contextmanager
def undisturbed() -> Iterator[None]:
    """A signal that comes while the block runs is answered when it is done.

    A server that was begun and whose number is not known yet could not be ended.
    """
    came: list[tuple[int, FrameType | None]] = []
    main = threading.current_thread() is threading.main_thread()  # no other may set an answer
    held = {int(number): signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    held = {number: answer for number, answer in held.items() if main and callable(answer)}
    for number in held:
        signal.signal(number, lambda number, frame: came.append((number, frame)))
    try:
        yield
    finally:
        for number, answer in held.items():
            signal.signal(number, answer)
        for number, frame in came[:1]:
            answer = held[number]
            if callable(answer):
                answer(number, frame)


def _begin() -> None:
    """What a process does before its first task.

    A build that is killed must not leave a process behind.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who hired us
    gc.freeze()
    _sweep_seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _sweep_seldom() -> None:
    """Python looks for cycles among all objects again and again: a tenth of typesetting's time."""
    gc.set_threshold(100_000, 20, 100)


def lighten() -> None:
    """Give the memory of finished tasks back to the system: a large one comes."""
    gc.collect()
    trim()


def trim() -> None:
    """Give the memory that is free back to the system, without looking for more of it."""
    with suppress(OSError, AttributeError):  # the C library of another system has no such thing
        ctypes.CDLL(None).malloc_trim(0)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
