"""Enlists the workers of a Dask cluster as a crew."""

from __future__ import annotations

from typing import Any

from press.workers import Crew

# A scheduler that says nothing for so many seconds is not there.
ANSWER_S = 10


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
