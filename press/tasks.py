"""A task on its way to whoever does it, and who does it at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Task:
    """What is promised, the worker that it is for, what to do with what, what it is like.

    `losses`: how many workers were lost who did it.
    """

    promise: Future[Any]
    at: int | None
    work: Callable[..., Any]
    args: tuple[Any, ...]
    near: Hashable = None
    losses: int = 0


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
