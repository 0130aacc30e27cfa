"""Takes turns: every edit is drawn as soon as it can be, then judged; a newer one starts over."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from press.cache import open_store
from press.commands.preview import Looked, Preview, Sight
from press.commands.server import Desk, broken, shown
from press.diagnostics import Diagnostic, Refusal
from press.pipeline import Read, Watch, build
from press.processes import ENGINE, processes
from press.project import Project
from press.report.proof import NAME as PROOF
from press.stamps import unchanged
from press.workers import Crew

# How often a file that is gone is looked for again, and after how many ms.
TRIES, STEP_MS = 20, 30


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Who is told: where the proof is served, what was built, what was refused, what broke."""

    ready: Callable[[str, bool], None]
    built: Callable[[tuple[str, ...], float], None]
    refused: Callable[[tuple[Diagnostic, ...]], None]
    broke: Callable[[BaseException], None]


class _Stopped(Exception):
    """Ends a build between two stages, of which nothing is written; or a preview."""


@dataclass(slots=True)
class Turns:
    """Edit after edit: what is shown of one before it is judged, and what came of it."""

    desk: Desk
    bench: Bench
    dirty: asyncio.Event
    onlooker: Onlooker
    tries: int = TRIES
    turn: int = 0

    async def run(self) -> None:
        """Take turns, until cancelled."""
        judging: asyncio.Task[None] | None = None
        while True:
            await self.dirty.wait()
            self.dirty.clear()
            start = time.perf_counter()
            self.turn += 1
            begun: asyncio.Future[tuple[str, ...] | None] = asyncio.Future()
            looking = asyncio.create_task(self._look(begun))
            names = await begun
            if judging:
                await judging
            if names is not None and not self.dirty.is_set():
                judging = asyncio.create_task(self._judge(names, looking, start))
            await looking

    async def _look(self, begun: asyncio.Future[tuple[str, ...] | None]) -> Looked | None:
        """What is not as its files say, drawn as far as it can be; None when it must wait.

        `begun` hears what is to be judged, as soon as nothing is left to do but to draw; None when
        that must wait.
        """
        loop = asyncio.get_running_loop()

        def begin(names: tuple[str, ...] | None) -> None:
            if not begun.done():
                begun.set_result(names)

        def show(sights: tuple[Sight, ...]) -> None:
            self.desk.sights = sights
            asyncio.run_coroutine_threadsafe(self.desk.tell(), loop)

        looked: Looked = {}
        try:
            names = await asyncio.to_thread(self.bench.stale)
            self.desk.begin(bool(names))
            await self.desk.tell()
            try:
                ready = partial(loop.call_soon_threadsafe, begin, names)
                told = names, show, self.dirty.is_set, ready
                looked = await asyncio.to_thread(self.bench.look, *told)
            except Refusal:
                pass  # the build finds the same, and all else
            except (_Stopped, FileNotFoundError):
                raise
            except Exception as error:  # what cannot be drawn before may be built all the same
                self.onlooker.broke(error)
            begin(names)
            return looked
        except _Stopped:
            return None
        except FileNotFoundError as error:
            if not await self._again():
                await self._end(error)
        except Exception as error:  # a fault of ours must not end an editor's day
            await self._end(error)
        finally:
            begin(None)
        return None

    async def _judge(
        self, names: tuple[str, ...], looking: asyncio.Task[Looked | None], start: float
    ) -> None:
        """Build `names` while they are drawn, and tell then what came of it.

        Nothing where a newer edit has come.
        """
        turn = self.turn
        refused: tuple[Diagnostic, ...] = ()
        broke: tuple[Exception, ...] = ()
        try:
            if names:
                await asyncio.to_thread(self.bench.build, names, lambda: self.turn != turn)
                self.desk.built += 1
                self.onlooker.built(names, time.perf_counter() - start)
        except _Stopped:
            return
        except Refusal as refusal:
            refused = refusal.diagnostics
            self.onlooker.refused(refused)
        except FileNotFoundError as error:
            if await self._again():
                return
            broke = (error,)
        except Exception as error:
            broke = (error,)
        looked = await looking  # what it looks like is seen first
        if refused or broke:
            await self._end(*refused, *broke)
            return
        await asyncio.to_thread(self.bench.printed, looked or {})
        if self.turn == turn:
            self.desk.sights = ()
            await self._end()

    async def _again(self) -> bool:
        """Look again in a moment: an editor is just putting another file in its place."""
        self.tries -= 1
        if not self.tries:
            return False
        await asyncio.sleep(STEP_MS / 1000)
        self.dirty.set()
        return True

    async def _end(self, *found: Diagnostic | Exception) -> None:
        """Tell what an edit came to: what was complained of, or broke; or it is printed."""
        self.tries = TRIES
        broke = [one for one in found if isinstance(one, Exception)]
        for error in broke:
            self.onlooker.broke(error)
        problems = shown(one for one in found if isinstance(one, Diagnostic))
        self.desk.end((*problems, *map(broken, broke)))
        await self.desk.tell()


class Bench:
    """The publications and the crews that set them, hired anew when one of it is lost."""

    def __init__(self, project: Project, products: Sequence[str]) -> None:
        self.project = project
        self.products = products
        self.crew = _hired(os.cpu_count() or 1)
        # A process of its own: an edit is drawn while the one before is still being judged.
        self.preview = Preview(project, _hired(1))
        self.stopped = False
        self.read: Read | None = None

    def stale(self) -> tuple[str, ...]:
        """The publications that are not as their files say."""
        kept = unchanged(self.project, self.products)
        there = (self.project.output / PROOF).is_file()
        return tuple(name for name in self.products if name not in kept or not there)

    def look(
        self,
        names: tuple[str, ...],
        show: Callable[[tuple[Sight, ...]], None],
        overtaken: Callable[[], bool],
        ready: Callable[[], object],
    ) -> Looked:
        """Draw what an edit changes before it is judged, unless another comes. Raises `Refusal`.

        What is judged meanwhile may begin as soon as all is `ready`.
        """

        def go_on() -> None:
            if self.stopped or overtaken():
                raise _Stopped

        def begun(found: Read) -> None:
            self.read = found
            ready()

        if self.preview.crew.lost:
            self.preview.crew.end()
            self.preview.crew = _hired(1)
        todo = names if self.preview.begun else self.products
        if not todo:
            return {}
        return self.preview.look(todo, open_store(self.project), show, go_on, begun)

    def printed(self, looked: Looked) -> None:
        """What was looked at is what is printed."""
        self.preview.printed(looked, open_store(self.project))

    def build(self, names: tuple[str, ...], overtaken: Callable[[], bool]) -> None:
        """Build `names`, unless another edit comes. Raises `Refusal`."""

        def go_on(*_: object) -> None:
            if self.stopped or overtaken():
                raise _Stopped

        try:
            told = Watch(go_on, go_on), self.crew, open_store(self.project), self.read
            build(self.project, names, *told)
        except Refusal:
            go_on()
            if self.crew.lost:
                self.crew.end()
                self.crew = _hired(os.cpu_count() or 1)
            raise

    def close(self) -> None:
        """End every process of the crews, and a build that runs."""
        self.stopped = True
        self.crew.end()
        self.preview.crew.end()


def _hired(jobs: int) -> Crew:
    return processes(jobs, (*ENGINE, "press.commands.preview"))
