"""Watch: build again what changes, in a warm process, and show the proof of it in a browser."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol
from watchfiles import Change, awatch

from press.cache import open_store
from press.commands.server import Desk, broken, serve_desk, shown
from press.diagnostics import Diagnostic, Refusal
from press.fingerprint import unchanged
from press.pipeline import Watch, build
from press.processes import hire
from press.project import Project
from press.report.proof import NAME as PROOF

HOST = "127.0.0.1"
FOLDERS = ("content", "templates", "styles")
KINDS = (".yaml", ".html", ".css", ".js", ".svg", ".png", ".jpg", ".icc", ".icm")
# A save is over when nothing more was written for so many ms; editors write in several steps.
STEP_MS = 30
# Someone who saves without pause is served after so many ms all the same.
DEBOUNCE_MS = 600
# How often a file that is gone is looked for again, a step apart.
TRIES = 20
# Seconds that open connections are given to end.
PATIENCE = 1
# Seconds that a browser has to send a request.
PATIENCE_S = 10


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Who is told: where the proof is served, what was built, what was refused, what broke."""

    ready: Callable[[str, bool], None]
    built: Callable[[tuple[str, ...], float], None]
    refused: Callable[[tuple[Diagnostic, ...]], None]
    broke: Callable[[BaseException], None]


def watch(project: Project, products: Sequence[str], port: int, onlooker: Onlooker) -> None:
    """Build the `products` at every save, until interrupted.

    Serves the proof on 127.0.0.1, at `port` or, where that is taken, at a free one. No error in
    content, templates or styles ends it: the browser shows it above the last good proof.
    """
    asyncio.run(_watch(project, products, port, onlooker))


async def _watch(project: Project, products: Sequence[str], port: int, onlooker: Onlooker) -> None:
    listening, wanted = _listen(port)
    desk = Desk(project, f"{os.getpid()}-{time.time_ns()}")
    bench = _Bench(project, products)
    stop, dirty = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    config = uvicorn.Config(
        serve_desk(desk),
        http=_Patient,
        lifespan="off",
        log_level="error",
        timeout_graceful_shutdown=PATIENCE,
    )
    server = _Server(config)
    tasks = [asyncio.create_task(server.serve(sockets=[listening]))]
    tasks.append(asyncio.create_task(_notice(project, dirty, stop)))
    tasks.append(asyncio.create_task(_rebuild(desk, bench, dirty, onlooker)))
    onlooker.ready(f"http://{HOST}:{listening.getsockname()[1]}/", wanted)
    dirty.set()
    try:
        await stop.wait()
    finally:
        desk.closed = True
        await desk.tell()
        server.should_exit = True
        tasks[2].cancel()
        await asyncio.to_thread(bench.close)
        await asyncio.gather(*tasks, return_exceptions=True)


class _Patient(H11Protocol):
    """Closes a connection on which a request has not come whole within `PATIENCE_S`."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for a first request, not for ever."""
        super().connection_made(transport)
        self._late = self.loop.call_later(PATIENCE_S, transport.close)

    def data_received(self, data: bytes) -> None:
        """Wait for the rest of a request, not for ever."""
        super().data_received(data)
        if self._late:
            self._late.cancel()
        if self.cycle is None or self.cycle.response_complete:
            self._late = self.loop.call_later(PATIENCE_S, self.transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        if self._late:
            self._late.cancel()
        super().connection_lost(exc)


class _Server(uvicorn.Server):
    """A server that leaves signals to us: uvicorn would raise them again when it has ended."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _listen(port: int) -> tuple[socket.socket, bool]:
    """A socket that listens at `port`, or at a free one when it is taken; whether it was free."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        listening.bind((HOST, 0))
        return listening, False
    return listening, True


async def _notice(project: Project, dirty: asyncio.Event, stop: asyncio.Event) -> None:
    """Set `dirty` at every save in the folders that a build reads."""
    folders = dict.fromkeys(
        path for name in FOLDERS for root in (project.root, project.home)
        if (path := root / name).is_dir()
    )  # fmt: skip

    def counts(change: Change, path: str) -> bool:
        name = Path(path)
        return name.suffix in KINDS and not name.name.startswith((".", "#", "~"))

    async for _ in awatch(
        *folders, watch_filter=counts, debounce=DEBOUNCE_MS, step=STEP_MS, stop_event=stop
    ):
        dirty.set()


async def _rebuild(desk: Desk, bench: _Bench, dirty: asyncio.Event, onlooker: Onlooker) -> None:
    """Build whenever `dirty`, one build after the other, and tell what came of it."""
    gone = TRIES
    while True:
        await dirty.wait()
        dirty.clear()
        start = time.perf_counter()
        names: tuple[str, ...] = ()
        problems: tuple[Diagnostic, ...] = ()
        broke: BaseException | None = None
        try:
            names = await asyncio.to_thread(bench.stale)
            if names:
                desk.building = True
                await desk.tell()
                await asyncio.to_thread(bench.build, names)
                desk.built += 1
        except Refusal as refusal:
            problems = refusal.diagnostics
        except FileNotFoundError as error:
            broke = error
            if gone := gone - 1:
                # An editor is just putting another file in its place.
                await asyncio.sleep(STEP_MS / 1000)
                dirty.set()
                continue
        except Exception as error:  # a fault of ours must not end an editor's day
            broke = error
        gone, desk.building = TRIES, False
        desk.problems = shown(problems)
        if broke:
            desk.problems = (broken(broke),)
            onlooker.broke(broke)
        elif problems:
            onlooker.refused(problems)
        elif names:
            onlooker.built(names, time.perf_counter() - start)
        await desk.tell()


class _Stopped(Exception):
    """Ends a build between two stages; nothing of it is written."""


class _Bench:
    """The publications and the crew that sets them, hired anew when one of it is lost."""

    def __init__(self, project: Project, products: Sequence[str]) -> None:
        self.project = project
        self.products = products
        self.crew = hire(os.cpu_count() or 1)
        self.stopped = False

    def stale(self) -> tuple[str, ...]:
        """The publications that are not as their files say."""
        kept = unchanged(self.project, self.products)
        there = (self.project.output / PROOF).is_file()
        return tuple(name for name in self.products if name not in kept or not there)

    def build(self, names: tuple[str, ...]) -> None:
        """Build `names`. Raises `Refusal`."""
        try:
            build(self.project, names, Watch(self._go_on), self.crew, open_store(self.project))
        except Refusal:
            self._go_on("")
            if self.crew.lost:
                self.crew.end()
                self.crew = hire(os.cpu_count() or 1)
            raise

    def _go_on(self, stage: str) -> None:
        if self.stopped:
            raise _Stopped

    def close(self) -> None:
        """End every process of the crew, and a build that runs."""
        self.stopped = True
        self.crew.end()
