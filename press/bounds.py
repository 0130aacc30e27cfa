"""Bounds one piece of work: how much of the processor's time and of memory it may take.

Templates, styles and pictures may ask for anything: loops in loops, drawings of drawings. Who
asks for too much is told so; the machine, and whoever else works at it, goes on.
"""

from __future__ import annotations

import ctypes
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

LOOK_S = 0.1
MEMORY_MB = 1500


class TooMuch(Exception):
    """Work took more than it may."""


class _Halt(BaseException):
    """Ends the work of a thread from outside; no `except Exception` on its way takes it."""


@contextmanager
def bounded(seconds: float, megabytes: int = MEMORY_MB) -> Iterator[None]:
    """While the block runs, it may take so many seconds of the processor and so much more memory.

    What waits takes no time, so a busy machine makes no difference. Raises `TooMuch`; what runs
    outside of Python is waited for.
    """
    thread = threading.get_ident()
    used, held = _clock(thread), _memory_mb()
    done, said = threading.Event(), ""

    def look() -> None:
        nonlocal said
        while not done.wait(LOOK_S):
            if used() > seconds:
                said = f"more than {seconds:.0f} seconds of the processor's time"
            elif _memory_mb() - held > megabytes:
                said = f"more than {megabytes} megabytes of memory"
            if said:
                _raise_in(thread, _Halt)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()

    def end() -> None:
        done.set()
        watcher.join()
        if said:
            _take_back(thread)  # it may have been told at its very end

    try:
        yield
    except (Exception, _Halt) as error:
        end()
        if said:  # whatever was said of it by who takes every exception for a fault of his own
            raise TooMuch(said).with_traceback(error.__traceback__) from None
        raise
    except BaseException:
        end()
        raise
    end()
    if said:
        raise TooMuch(said)


def _raise_in(thread: int, kind: type[BaseException]) -> None:
    """Raise `kind` in a thread at its next step, in place of what is to be raised already."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind))


def _take_back(thread: int) -> None:
    """See that nothing is to be raised in this thread any more.

    To set nothing in its place would leave the interpreter looking for it at every step, for ever
    under a profiler or debugger (CPython 3.11).
    """
    try:
        _raise_in(thread, _Halt)
        while True:
            time.sleep(0)
    except _Halt:
        pass


def _clock(thread: int) -> Callable[[], float]:
    """How many seconds of the processor a thread has taken from now on."""
    try:
        clock = time.pthread_getcpuclockid(thread)
    except (AttributeError, OSError):  # not told by this system: what waits counts too
        start = time.monotonic()
        return lambda: time.monotonic() - start
    begin = time.clock_gettime(clock)
    return lambda: time.clock_gettime(clock) - begin


def _memory_mb() -> float:
    """The memory that this process holds, 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
