"""Stages: the ten of the path, and who looks on while they run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

STAGES = (
    "load", "validate", "resolve", "audit", "layout",
    "render", "typeset", "bind", "preflight", "write",
)  # fmt: skip


@dataclass(slots=True)
class Watch:
    """Times the stages and tells an onlooker which one runs, and how many gatherings are set.

    Publications are made side by side: the seconds of the stages may be more than pass.
    """

    tell: Callable[[str], None] = lambda stage: None
    count: Callable[[str, int, int], None] = lambda name, done, of: None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Run a block as `stage`."""
        self.tell(stage)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start
