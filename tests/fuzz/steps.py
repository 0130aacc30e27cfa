"""Ends this process, or lets a step fail, at a certain step that touches a file."""

import itertools
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OF_OS = ("replace", "rename", "unlink", "fsync")
OF_PATHS = ("replace", "rename", "unlink", "write_bytes", "mkdir")


def fail_at(last: int, how: str) -> Iterator[int]:
    """At step `last` from now on the process is killed, or the disk is `full` or `read-only`.

    Returns what counts the steps.
    """
    count = itertools.count()
    for name in OF_OS:
        _count(os, name, count, last, how)
    for name in OF_PATHS:
        _count(Path, name, count, last, how)
    return count


def _count(owner: Any, name: str, count: Iterator[int], last: int, how: str) -> None:
    real = getattr(owner, name)

    def step(*given: Any, **named: Any) -> Any:
        if next(count) == last:
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            code, said = (28, "No space left") if how == "full" else (30, "Read-only")
            raise OSError(code, said, "x")
        return real(*given, **named)

    setattr(owner, name, step)
