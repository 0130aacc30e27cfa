"""Serves what a watching build shows in the browser: the proof, and what the last save came to.

The proof on disk holds all its pictures, so that it is one file. A browser that loads it again at
every save would read all of them again; sent apart, it asks for those alone that it has not seen.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from press.commands.preview import Sight
from press.diagnostics import Diagnostic, few, quote, rest
from press.files import is_own, own_bytes
from press.project import Project
from press.report.proof import NAME as PROOF

# Where pictures are answered for.
FOLDER = "pictures"
_SMALL = re.compile(r'src="data:image/jpeg;base64,([A-Za-z0-9+/=]+)"')
# Where the proof on disk allows pictures to come from, and one that is served.
_OWN, _SERVED = "img-src data:;", "img-src 'self' data:;"
_LARGE = re.compile(r'(<script type="text/plain" data-of="[^"]*")>([A-Za-z0-9+/=]+)</script>')


@dataclass(frozen=True, slots=True)
class Parted:
    """A proof that names its pictures, and these as they stood in it, by the hash of each."""

    html: str
    held: dict[str, str]

    def jpeg(self, name: str) -> bytes | None:
        """The picture of that name, None when the proof has no such."""
        found = self.held.get(name)
        return None if found is None else base64.b64decode(found)


def part_pictures(html: str) -> Parted:
    """`html` with an address in place of each picture: proof.js looks at `data-src` first."""
    held: dict[str, str] = {}

    def address(picture: str) -> str:
        held[name := _name(base64.b64decode(picture))] = picture
        return f"{FOLDER}/{name}"

    html = _SMALL.sub(lambda found: f'src="{address(found[1])}"', html)
    html = html.replace(_OWN, _SERVED, 1)
    html = _LARGE.sub(lambda found: f'{found[1]} data-src="{address(found[2])}"></script>', html)
    return Parted(html, held)


def _name(jpeg: bytes) -> str:
    return hashlib.sha256(jpeg).hexdigest()[:32]


# Put into the page as it is sent; the file on disk stays as it is.
FRAGMENT = "templates/watch.html"
# The page into which it is put while there is no proof yet.
NOTHING = "templates/watch_nothing.html"
# So many proofs are kept as they were sent: that of a page that is just being loaded, and the next.
SENT = 3
# What a fault of ours is called, in English and in Arabic.
OURS = "a fault of the program itself", "خلل في البرنامج نفسه"
FRESH = {"Cache-Control": "no-store"}
# Nothing comes from elsewhere, nothing is guessed, and no page from elsewhere frames ours: that
# cannot be said by a <meta>.
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; object-src 'self'; "
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
# A picture never changes under its name.
LASTING = {"Cache-Control": "private, max-age=86400, immutable"}


@dataclass(slots=True)
class Desk:
    """The state of a watching build; `generation` changes with every new proof.

    `problems` are the complaints of the last save, as `shown` has them; empty when it was printed.
    `sights` are its pages before it is judged, or when it was refused.
    `sent` are the last proofs that were asked for, of which a browser may still want pictures.
    """

    project: Project
    run: str
    built: int = 0
    building: bool = False
    problems: tuple[dict[str, Any], ...] = ()
    sights: tuple[Sight, ...] = ()
    closed: bool = False
    sent: tuple[Parted, ...] = ()
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def generation(self) -> str:
        """Which proof this is; another run of the program has others."""
        return f"{self.run}-{self.built}"

    def begin(self, building: bool) -> None:
        """There is a save, and whether there is anything to build for it."""
        self.building = building
        if not building:
            self.sights = ()

    def end(self, problems: tuple[dict[str, Any], ...]) -> None:
        """The last save is judged."""
        self.building, self.problems = False, problems

    def picture(self, name: str) -> bytes | None:
        """A picture of a page that was sent or is to be seen, by its name."""
        for sight in self.sights:
            for jpeg in (sight.large, sight.small):
                if _name(jpeg) == name:
                    return jpeg
        return next((found for one in self.sent if (found := one.jpeg(name)) is not None), None)

    async def tell(self) -> None:
        """Wake all who listen."""
        async with self._changed:
            self._changed.notify_all()

    async def listen(self) -> AsyncIterator[str]:
        """The state now and whenever it changes, as server-sent events."""
        last = ""
        while not self.closed:
            state = {
                "generation": self.generation,
                "building": self.building,
                "problems": self.problems,
                "pages": [
                    [one.address, f"{FOLDER}/{_name(one.small)}", f"{FOLDER}/{_name(one.large)}"]
                    for one in self.sights
                ],
            }
            if (said := json.dumps(state, ensure_ascii=False)) != last:
                last = said
                yield f"data: {said}\n\n"
            async with self._changed:
                if not self.closed:
                    await self._changed.wait()


def shown(diagnostics: Iterable[Diagnostic]) -> tuple[dict[str, Any], ...]:
    """Complaints with the keys of `--json`, errors first; of many of one code how many more."""
    first = sorted(diagnostics, key=lambda one: one.severity == "advice")
    kept, others = few(first)
    more = (
        {"code": code, "message": rest(code, left, "en"), "message_ar": rest(code, left, "ar")}
        for code, left in others.items()
    )
    return *(found.as_told() for found in kept), *more


def broken(error: BaseException) -> dict[str, Any]:
    """A fault of ours with the keys of `shown` that a page needs."""
    message = f"{type(error).__name__}: {error}"
    english, arabic = OURS
    return {
        "severity": "error",
        "message": f"{english}: {message}",
        "message_ar": f"{arabic}: {quote(message)}",
    }


class _Guarded:
    """Says of every answer that it is what it says, and stands in no page from elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as `app` does, with `GUARDS` among the headers."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(GUARDS)
            await send(message)

        await self.app(scope, receive, guarded)


def serve_desk(desk: Desk) -> Starlette:
    """The pages of a desk: the proof at /, its pictures, events, every file of the output folder.

    Only requests to this machine by its own names are answered, so that no page from elsewhere can
    read drafts by giving its name this address.
    """

    def own_text(name: str) -> str:
        path = desk.project.find(name)
        return path.read_text("utf-8") if path else ""

    def page(request: Request) -> Response:
        try:
            output = desk.project.output
            parted = part_pictures(own_bytes(output / PROOF, output).decode("utf-8", "replace"))
            others = [one for one in desk.sent if one.held.keys() != parted.held.keys()]
            desk.sent = parted, *others[: SENT - 1]
            html = parted.html
        except OSError:
            html = own_text(NOTHING)
        added = own_text(FRAGMENT).replace("GENERATION", desk.generation)
        head, end, tail = html.rpartition("</body>")
        return HTMLResponse(f"{head}{added}{end}{tail}" if end else html + added, headers=FRESH)

    def picture(request: Request) -> Response:
        jpeg = desk.picture(request.path_params["name"])
        if jpeg is None:
            return Response(status_code=404)
        return Response(jpeg, media_type="image/jpeg", headers=LASTING)

    def icon(request: Request) -> Response:
        return Response(status_code=204)  # browsers ask for one, and complain where there is none

    def events(request: Request) -> Response:
        return StreamingResponse(desk.listen(), media_type="text/event-stream", headers=FRESH)

    def file(request: Request) -> Response:
        name = request.path_params["name"]
        path = desk.project.output / name
        if name.startswith(".") or not is_own(path, desk.project.output):
            return Response(status_code=404)
        return FileResponse(path, headers=FRESH)

    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    guarded = Middleware(_Guarded)
    routes = [
        Route("/", page),
        Route(f"/{PROOF}", page),
        Route("/events", events),
        Route("/favicon.ico", icon),
        Route(f"/{FOLDER}/{{name:str}}", picture),
        Route("/{name:str}", file),
    ]
    return Starlette(routes=routes, middleware=[hosts, guarded])
