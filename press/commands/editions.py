"""Makes many editions in one run, each whole by one worker; one that is refused stops no other."""

from __future__ import annotations

import glob
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from press.cache import KEPT, open_store
from press.diagnostics import Diagnostic, Place, Refusal, few
from press.files import inside
from press.pipeline import Watch, build
from press.processes import ENGINE, hire, lighten, processes
from press.products import products_of
from press.project import Project, open_project
from press.stamps import made_by_last_build, unchanged
from press.workers import Crew, alone
from press.write import finish, write

# The summary of a run, in the folder of all editions.
NAME = "editions.json"
# What a process that makes whole editions imports before the first.
WHOLE = (*ENGINE, "press.commands.editions")
# So many editions are given out for each worker: none waits for the next.
AHEAD = 2

State = Literal["done", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Order:
    """An edition to be made: its name below `folder`, the common one, and where it stands."""

    name: str
    project: Project
    folder: Path
    wanted: tuple[str, ...]
    force: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an edition: its files, below its output folder, or the complaints."""

    edition: str
    state: State
    files: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What it was refused for."""
        return tuple(one for one in self.found if one.severity == "error")

    def as_told(self) -> dict[str, Any]:
        """The outcome with the keys of `editions.json`; of many complaints of one code the first.

        `why` is the first error of a refused one.
        """
        kept, _ = few(self.found)
        why = [f"{one.place}: {one.message} [{one.code}]" for one in self.errors[:1]]
        return {
            "edition": self.edition,
            "state": self.state,
            **({"why": why[0]} if why else {}),
            "files": self.files,
            "seconds": round(self.seconds, 2),
            "problems": [one.as_told() for one in kept],
        }


@dataclass(frozen=True, slots=True)
class Matched:
    """The editions of a pattern: those to be made, those refused before, and the common folder."""

    folder: Path
    orders: tuple[Order, ...]
    refused: tuple[Outcome, ...]


def find(
    pattern: str,
    output: Path | None = None,
    share: tuple[int, int] = (1, 1),
    wanted: tuple[str, ...] = (),
    *,
    force: bool = False,
) -> Matched:
    """The editions that `pattern` names, in the order of their names, or a share of them.

    Each is written into its own folder output/ or, with `output`, into a folder of its name below
    that. `share` (i, n) is every n-th from the i-th, counted from 1. Raises ValueError when
    nothing matches, or nothing that does has a folder content/; OSError for what cannot be read.
    """
    folder = fixed(pattern)
    matched = sorted(glob.glob(pattern))  # noqa: PTH207  (that of Path takes no absolute one)
    places = [Path(found) for found in matched if Path(found).is_dir()]
    if output:
        places = [place for place in places if not inside(output, place)]
    if not places:
        raise ValueError(f"no folder matches {pattern}")
    if not any((place / "content").is_dir() for place in places):
        more = f"; for every folder in it write '{pattern}/*'" if len(places) == 1 else ""
        raise ValueError(f"nothing that {pattern} matches has a folder content/{more}")
    orders: list[Order] = []
    refused = []
    written: dict[Path, str] = {}
    first, every = share
    common = (output or folder).resolve()
    for place in places[first - 1 :: every]:
        name = place.relative_to(folder).as_posix() if folder in place.parents else place.name
        if not inside(place, folder):
            refused.append(_refused(name, "editions/outside"))
        elif not (place / "content").is_dir():
            refused.append(_refused(name, "editions/no-content"))
        else:
            project = open_project(place, output / name if output else None)
            if (other := written.setdefault(project.output, name)) != name:
                refused.append(_refused(name, "editions/same-output", other=other))
            else:
                orders.append(Order(name, project, common, wanted, force))
    return Matched(common, tuple(orders), tuple(refused))


def fixed(pattern: str) -> Path:
    """The folder that all that a pattern matches lies in."""
    parts = Path(pattern).parts
    magic = next((at for at, part in enumerate(parts) if glob.has_magic(part)), len(parts) - 1)
    return Path(*parts[:magic])


def hire_for(orders: Sequence[Order], jobs: int) -> Crew:
    """The processes of this machine for so many editions: see `run`."""
    return processes(jobs, WHOLE) if len(orders) >= max(jobs, 2) else hire(jobs)


def run(orders: Sequence[Order], crew: Crew) -> Iterator[Outcome]:
    """What comes of every edition, as soon as it is known.

    A worker makes whole editions where there are as many as workers; else they are made one after
    the other, and the workers share the gatherings of each. What an earlier run made and is up to
    date is left alone, so that one that was cut off goes on where it was.
    """
    if crew.in_process or len(orders) < crew.size:
        yield from (make(order, crew) for order in orders)
        return
    waiting = iter(orders)
    running: dict[Future[Outcome], Order] = {}
    while True:
        while len(running) < AHEAD * crew.size and (order := next(waiting, None)):
            running[crew.submit(make, order)] = order
        if not running:
            return
        for done in wait(running, return_when=FIRST_COMPLETED).done:
            order = running.pop(done)
            try:
                yield done.result()
            except Refusal as refusal:  # its worker was lost, and the next one too
                yield Outcome(order.name, "refused", found=_named(refusal.diagnostics, order))


def make(order: Order, crew: Crew | None = None) -> Outcome:
    """Make an edition, by `crew` or by this process alone; whatever happens is told."""
    start = time.perf_counter()
    files: tuple[str, ...] = ()
    state: State = "refused"
    try:
        state, files, found = _made(order, crew or alone())
    except Refusal as refusal:
        found = _named(refusal.diagnostics, order)
    except Exception as error:  # a fault of ours must not end the night of the others
        said = f"{type(error).__name__}: {error}"
        found = (Diagnostic("editions/fault", Place(order.name), {"said": said}),)
    finally:
        if state != "unchanged":
            lighten()
    return Outcome(order.name, state, files, found, time.perf_counter() - start)


def _made(order: Order, crew: Crew) -> tuple[State, tuple[str, ...], tuple[Diagnostic, ...]]:
    """What is made of an edition. Raises `Refusal`."""
    project = order.project
    for folder in (project.root, project.output):
        finish(folder)
    known = products_of(project)
    names = tuple(name for name in order.wanted or known if name in known)
    if not names:
        raise Refusal([Diagnostic("editions/no-product", Place("content"))])
    stale = set(names) if order.force else set(names) - unchanged(project, names)
    if not stale:
        kept = made_by_last_build(project)
        return "unchanged", tuple(file for name in names for file in kept[name]), ()
    # What one edition has in common with another is made once for both.
    store = replace(open_store(project, reads=not order.force), folder=order.folder / KEPT)
    todo = tuple(name for name in names if name in stale)
    built = build(project, todo, Watch(), crew, store)
    return "done", tuple(file for file, _ in built.files), _named(built.advice, order)


def _named(found: Iterable[Diagnostic], order: Order) -> tuple[Diagnostic, ...]:
    """Complaints of an edition with its name before their paths."""

    def named(place: Place) -> Place:
        return replace(place, path=f"{order.name}/{place.path}")

    return tuple(
        replace(one, place=named(one.place), typed=named(one.typed) if one.typed else None)
        for one in found
    )


def _refused(name: str, code: str, **values: str) -> Outcome:
    return Outcome(name, "refused", found=(Diagnostic(code, Place(name), values),))


def summary(
    folder: Path, outcomes: Iterable[Outcome], seconds: float, share: tuple[int, int] = (1, 1)
) -> Path:
    """Write what came of all editions into the common folder, and tell where.

    Each share of a run has a summary of its own. Raises `Refusal` when it cannot be written.
    """
    told = sorted(outcomes, key=lambda one: one.edition)
    counts = Counter(one.state for one in told)
    first, every = share
    held = {
        "share": f"{first}/{every}",
        **{state: counts[state] for state in ("done", "unchanged", "refused")},
        "seconds": round(seconds, 1),
        "editions": [one.as_told() for one in told],
    }
    name = NAME if every == 1 else f"editions-{first}-of-{every}.json"
    text = json.dumps(held, ensure_ascii=False, indent=1)
    write({folder / name: f"{text}\n".encode()}, folder)
    return folder / name
