"""Enlists the workers of a Dask cluster as a crew: those that are as this machine is."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from press.cache import KEPT
from press.diagnostics import Diagnostic, Place, Refusal, Severity
from press.machine import Machine, examine
from press.project import HOME, Project
from press.workers import Crew

# A scheduler or a worker that says nothing for so many seconds is not there.
ANSWER_S = 10
# A worker has so many seconds to look at its files and fonts, and one that hangs to be heard again.
LOOK_S = 60
HANG_S = 30
# How often, in seconds, it is asked whether the worker of a task is there.
ASK_S = 1
# For so many seconds another worker is looked for in the place of one that is gone.
RETURN_S = 15

# What one worker is left out for, while the others work.
LEFT_OUT = ("crew/silent-worker", "crew/unseen-folder", "crew/other-machine")
# Evaluated there, before anything of ours can be imported: whether it finds us, by our folder.
FIND = """(lambda sys, path, home: (
    home not in sys.path and path.isdir(path.join(home, "press")) and sys.path.insert(0, home),
    __import__("importlib.util").util.find_spec("press") is not None,
)[1])(__import__("sys"), __import__("os").path, {home!r})"""


class Remote(ThreadPoolExecutor):
    """One worker of a cluster; its task is lost when it is gone or has hung for `HANG_S`."""

    def __init__(self, client: Any, address: str) -> None:
        super().__init__(1, thread_name_prefix=address)
        self.address = address
        self._client = client
        self._heard: tuple[float, float] = (0.0, time.monotonic())
        self._stopped = False

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more tasks; without `wait` what is being done is nobody's any more."""
        self._stopped = not wait
        super().shutdown(wait, cancel_futures=cancel_futures)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The result to come; `BrokenExecutor` when the worker is lost."""
        return super().submit(self._done_there, fn, args)

    def _done_there(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        from distributed import CancelledError, KilledWorker

        self._heard = (0.0, time.monotonic())
        job = _give(self._client, self.address, fn, *args)
        try:
            while not _waited(job, ASK_S):
                if self._stopped or not self._there():
                    job.cancel()
                    raise BrokenExecutor(f"{self.address} is lost")
            return job.result()
        except (CancelledError, KilledWorker, OSError) as error:
            # Errors of the task itself are no errors of its worker.
            if isinstance(error, OSError) and self._there() and job.status == "error":
                raise
            raise BrokenExecutor(f"{self.address} is lost") from error
        finally:
            job.release()

    def _there(self) -> bool:
        """Whether the scheduler heard of the worker not too long ago, by our clock."""
        known = _workers(self._client).get(self.address)
        if known is None:
            return False
        seen, since = self._heard
        if known["last_seen"] != seen:
            self._heard = (known["last_seen"], time.monotonic())
            return True
        return time.monotonic() - since < HANG_S


def enlist(address: str, project: Project) -> tuple[Crew, tuple[Diagnostic, ...]]:
    """The workers of the Dask cluster whose scheduler is at `address`, and who was left out.

    A worker must have this engine, these libraries and fonts, and see the project and its output
    folder at the same path. Raises OSError when nobody answers, ModuleNotFoundError without the
    package `distributed`, `Refusal` when no worker can be used.
    """
    from distributed import Client

    client: Any = Client(address, timeout=ANSWER_S)  # type: ignore[no-untyped-call]
    try:
        if not client.run_on_scheduler(eval, FIND.format(home=str(HOME))):
            raise Refusal([_complaint("crew/no-engine", address, folder=str(HOME))])
        with _signed(project) as sign:
            known = sorted(_workers(client))
            found, used = _sorted_out(client, known, project, sign)
        if not used:
            none = _complaint("crew/no-workers", address, address=address)
            raise Refusal([*found, none])
    except BaseException:
        client.close()
        raise
    given = set(known)

    def another() -> Remote | None:
        end = time.monotonic() + RETURN_S
        while time.monotonic() < end:
            with suppress(OSError):
                new = sorted(set(_workers(client)) - given)
                given.update(new[:1])
                with _signed(project) as sign:
                    if found := _sorted_out(client, new[:1], project, sign)[1]:
                        return Remote(client, found[0])
            time.sleep(ASK_S)
        return None

    lost = _complaint("crew/lost-worker", address)
    crew = Crew([Remote(client, worker) for worker in used], client.close, another, lost)
    return crew, tuple(found)


def _sorted_out(
    client: Any, workers: Iterable[str], project: Project, sign: Path
) -> tuple[list[Diagnostic], list[str]]:
    """Complaints about those `workers` that cannot be used, and the others."""
    here = examine(project, sign)
    asked = {worker: _give(client, worker, eval, FIND.format(home=str(HOME))) for worker in workers}
    found: list[Diagnostic] = []
    looked = {}
    for worker, job in asked.items():
        if not _waited(job, ANSWER_S):
            found.append(_complaint("crew/silent-worker", worker))
        elif not job.result():
            found.append(_complaint("crew/no-engine", worker, folder=str(HOME)))
        else:
            looked[worker] = _give(client, worker, examine, project, sign)
    used = []
    for worker, job in looked.items():
        if not _waited(job, LOOK_S) or job.status != "finished":
            found.append(_complaint("crew/silent-worker", worker))
        elif complaint := differing(worker, here, job.result(), project):
            found.append(complaint)
        else:
            used.append(worker)
    return found, used


def differing(worker: str, ours: Machine, theirs: Machine, project: Project) -> Diagnostic | None:
    """What is other on a worker's machine than on ours, if anything is."""
    if theirs.engine != ours.engine:
        return _complaint("crew/other-machine", worker, case="engine")
    if other := sorted(set(theirs.libraries) - set(ours.libraries)):
        name = other[0].partition("=")[0]
        mine = [one for one in ours.libraries if one.startswith(f"{name}=")]
        values = {"theirs": other[0], "ours": mine[0] if mine else f"no {name}"}
        return _complaint("crew/other-machine", worker, case="libraries", **values)
    if wanting := sorted(set(ours.libraries) - set(theirs.libraries)):
        values = {"theirs": f"no {wanting[0].partition('=')[0]}", "ours": wanting[0]}
        return _complaint("crew/other-machine", worker, case="libraries", **values)
    if theirs.fonts != ours.fonts:
        return _complaint("crew/other-machine", worker, case="fonts")
    if theirs.folder != ours.folder:
        return _complaint("crew/unseen-folder", worker, folder=str(project.root))
    if not theirs.shares:
        return _complaint("crew/unseen-folder", worker, folder=str(project.output))
    return None


def _complaint(code: str, worker: str, case: str = "", **values: str) -> Diagnostic:
    """A complaint; only advice where the others can do the work."""
    severity: Severity = "advice" if code in LEFT_OUT else "error"
    return Diagnostic(code, Place(worker), values, severity=severity, case=case)


def _give(client: Any, worker: str, fn: Callable[..., Any], *args: Any) -> Any:
    """A task for one worker and no other, done once."""
    return client.submit(
        fn, *args, workers=[worker], allow_other_workers=False, pure=False, retries=0
    )


def _waited(job: Any, seconds: float) -> bool:
    """Whether a task has ended, well or badly, within so many seconds."""
    from distributed import wait

    with suppress(TimeoutError):
        wait([job], timeout=seconds)  # type: ignore[no-untyped-call]
        return True
    return False


def _workers(client: Any) -> dict[str, Any]:
    """The workers that the scheduler knows, with when each was last heard of."""
    known: dict[str, Any] = client.scheduler_info(n_workers=-1)["workers"]
    return known


@contextmanager
def _signed(project: Project) -> Iterator[Path]:
    """A file that is in the output folder for as long as workers look for it."""
    folder = project.output / KEPT
    folder.mkdir(parents=True, exist_ok=True)
    sign = folder / f".sign-{secrets.token_hex(8)}"
    sign.touch()
    try:
        yield sign
    finally:
        sign.unlink(missing_ok=True)
