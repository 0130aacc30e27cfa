"""Builds the publications of one project, or of many as one run; says a line of each."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import click
from rich.markup import escape

from press.commands.asked import Asked
from press.commands.progress import watched
from press.commands.streams import INTERRUPTED
from press.commands.unchanged import said_of
from press.diagnostics import Refusal
from press.products import SITE, products_of
from press.project import Project
from press.stamps import unchanged

if TYPE_CHECKING:  # what has not changed is told without the engine
    from press.workers import Crew


def build(
    asked: Asked,
    names: tuple[str, ...],
    share: tuple[int, int],
    jobs: int,
    scheduler: str | None,
    *,
    force: bool,
) -> None:
    """Build the share of the publications `names`, all unless named; those unchanged are left."""
    project = asked.project
    known = products_of(project)
    if strange := [n for n in names if n not in known]:
        raise click.UsageError(f"there is no publication {strange[0]}; known: {', '.join(known)}")
    wanted = tuple(names or known)[share[0] - 1 :: share[1]]
    kept = set() if force else unchanged(project, wanted)
    for line in said_of(project, kept):
        asked.say(line)
    if todo := tuple(n for n in wanted if n not in kept):
        with crew(asked, jobs, scheduler, project) as workers:
            _run(asked, todo, workers, force=force)


def _run(asked: Asked, names: tuple[str, ...], workers: Crew, *, force: bool) -> None:
    """Build `names` with a moving line in a terminal, plain lines elsewhere."""
    from press.cache import open_store
    from press.pipeline import build as build_publications

    project = asked.project
    store = open_store(project, reads=not force)
    start = time.perf_counter()
    with asked.complaining():
        built = watched(
            asked.as_json, lambda watch: build_publications(project, names, watch, workers, store)
        )
    asked.report(built.advice)
    seconds = time.perf_counter() - start
    records = len(built.edition.entries)
    copies = {f"{SITE}/{name}" for name, _ in built.files}
    for name, pages in built.files:
        if name in copies:
            continue
        held = [f"{pages} page{'s' if pages != 1 else ''}"] * bool(pages)
        line = ", ".join([*held, f"{records} records", f"{seconds:.1f} s"])
        asked.say(f"[green]✓[/green] {project.output.name}/{name}  {line}")


def crew(asked: Asked, jobs: int, scheduler: str | None, project: Project) -> Crew:
    """Who typesets: processes of this machine, started before the engine is needed, or a cluster's.

    Raises `click.UsageError` when there is no cluster at the address, or nothing to reach it with.
    """
    from press.processes import hire

    if not scheduler:
        return hire(jobs)
    try:
        from press.cluster import enlist

        with asked.complaining():
            workers, left_out = enlist(scheduler, project)
    except ModuleNotFoundError as error:
        raise click.UsageError(
            "--scheduler needs the package distributed: .venv/bin/pip install '.[cluster]'"
        ) from error
    except (OSError, ValueError) as error:
        raise click.UsageError(f"no cluster answers at {scheduler}") from error
    asked.report(left_out)
    return workers


def build_editions(
    asked: Asked,
    pattern: str,
    names: tuple[str, ...],
    share: tuple[int, int],
    jobs: int,
    scheduler: str | None,
    *,
    force: bool,
) -> NoReturn:
    """Build the publications that `pattern` names, a line for each; one that is refused is told."""
    from press.commands import editions

    if strange := [name for name in names if os.sep in name]:
        raise click.UsageError(
            f"{strange[0]} is no product; put the pattern of --projects between quotes"
        )
    try:
        found = editions.find(pattern, asked.output, share, names, force=force)
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    told = list(found.refused)
    projects = {order.name: order.project for order in found.orders}
    start = time.perf_counter()
    for one in found.refused:
        asked.report(one.found, tail=False)
    try:
        if scheduler and found.orders:
            seen = replace(found.orders[0].project, output=found.folder)
            hired = crew(asked, jobs, scheduler, seen)
        else:
            hired = editions.hire_for(found.orders, jobs)
        with hired as workers:
            for one in editions.run(found.orders, workers):
                told.append(one)
                # Of what was made, people read the advice in editions.json.
                of = replace(asked, project=projects[one.edition])
                of.report(one.found if asked.as_json else one.errors, tail=False)
                name = escape(one.edition)
                line = f"{name}  {len(one.files)} files, {one.seconds:.1f} s"
                signs = {
                    "done": f"[green]✓[/green] {line}",
                    "unchanged": f"= {name}  unchanged",
                    "refused": f"[red]✗[/red] {name}  refused",
                }
                asked.say(signs[one.state])
        where = editions.summary(found.folder, told, time.perf_counter() - start, share)
    except Refusal as refusal:
        asked.report(refusal.diagnostics)
        sys.exit(1)
    except KeyboardInterrupt:
        print(f"interrupted; {len(told)} editions are told of; the rest is left.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    refused = sum(one.state == "refused" for one in told)
    asked.say(f"{len(told)} editions, {refused} refused; {escape(str(where))}")
    sys.exit(1 if refused else 0)
