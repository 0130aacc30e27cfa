"""Shows how far a build is: a moving bar a publication in a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console

if TYPE_CHECKING:  # what has not changed is told without the engine
    from rich.progress import TaskID

    from press.pipeline import Watch

Made = TypeVar("Made")


def watched(as_json: bool, work: Callable[[Watch], Made]) -> Made:
    """What `work` makes, with a bar a publication in a terminal, with plain lines elsewhere."""
    from press.pipeline import Watch

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if as_json or not console.is_terminal:

        def line(name: str, done: int, of: int) -> None:
            # One line at the end where a publication is set within seconds, more where it is not.
            if not as_json and (done == of or time.perf_counter() - told[0] > 5):
                told[0] = time.perf_counter()
                console.print(f"{name}: {done} of {of} gatherings")

        told = [time.perf_counter()]
        return work(Watch(count=line))

    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    bar = "[progress.description]{task.description}", BarColumn(), MofNCompleteColumn()
    with Progress(*bar, TimeRemainingColumn(), console=console, transient=True) as bars:
        stage = bars.add_task("load", total=None)
        shown_bars: dict[str, TaskID] = {}

        def move(name: str, done: int, of: int) -> None:
            if name not in shown_bars:
                shown_bars[name] = bars.add_task(name, total=of)
            bars.update(shown_bars[name], completed=done)

        return work(Watch(lambda word: bars.update(stage, description=word), move))
