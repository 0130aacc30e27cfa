"""Watch: build again what changes, in a warm process, and show the proof of it in a browser."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol
from watchfiles import Change, awatch

from press.commands.asked import Asked
from press.commands.server import Desk, serve_desk
from press.commands.streams import stop_server
from press.commands.turns import STEP_MS, Bench, Onlooker, Turns
from press.diagnostics import Diagnostic
from press.products import products_of
from press.project import Project

HOST = "127.0.0.1"
FOLDERS = ("content", "templates", "styles")
KINDS = (".yaml", ".html", ".css", ".js", ".svg", ".png", ".jpg", ".icc", ".icm")
# Someone who saves without pause is served after so many ms all the same.
DEBOUNCE_MS = 600
# Seconds that open connections are given to end.
PATIENCE = 1
# Seconds that a browser has to send a request.
PATIENCE_S = 10


def tell_watch(asked: Asked, port: int) -> None:
    """Watch the project of the command line, and tell people at a terminal what comes of it."""

    def ready(address: str, free: bool) -> None:
        if not free:
            asked.say(f"port {port} is taken; another is used")
        asked.say(f"the proof: {address}  (Ctrl-C stops)")

    def built(names: tuple[str, ...], seconds: float) -> None:
        now = time.strftime("%H:%M:%S")
        asked.say(f"[green]✓[/green] {now}  {', '.join(names)}  {seconds:.1f} s")

    def refused(diagnostics: tuple[Diagnostic, ...]) -> None:
        asked.report(diagnostics)
        sys.stdout.flush()

    told = Onlooker(ready, built, refused, traceback.print_exception)
    watch(asked.project, tuple(products_of(asked.project)), port, told)


def watch(project: Project, products: Sequence[str], port: int, onlooker: Onlooker) -> None:
    """Build the `products` at every save, until interrupted.

    Serves the proof on 127.0.0.1, at `port` or, where that is taken, at a free one. No error in
    content, templates or styles ends it: the browser shows it above the last good proof.
    """
    asyncio.run(_watch(project, products, port, onlooker))


async def _watch(project: Project, products: Sequence[str], port: int, onlooker: Onlooker) -> None:
    listening, wanted = _listen(port)
    desk = Desk(project, f"{os.getpid()}-{time.time_ns()}")
    bench = Bench(project, products)
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
    tasks.append(asyncio.create_task(Turns(desk, bench, dirty, onlooker).run()))
    onlooker.ready(f"http://{HOST}:{listening.getsockname()[1]}/", wanted)
    dirty.set()
    try:
        await stop.wait()
    finally:
        desk.closed = True
        await desk.tell()
        server.should_exit = True
        tasks[2].cancel()
        stop_server()
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
    """A socket that listens at `port`, or at a free one when it is taken; whether it was free.

    Who asks before there is a server waits for it.
    """
    for wanted in (port, 0):
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, wanted))
            listening.listen()
        except OSError:
            listening.close()
            if not wanted:
                raise
        else:
            break
    return listening, wanted == port


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
