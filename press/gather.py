"""Gather: typeset a publication's gatherings, each numbered after those before it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from typing import Any

from press.crew import Crew
from press.folios import ids, links, with_folios
from press.project import Project
from press.render import Html
from press.typeset import Gathering, Laid, Numbers, lay_out, number, paint

# What a page of the brief holds of HTML, in characters, to guess a folio before pages are counted.
PAGE_LENGTH = 6000
# Page numbers that change may move lines, and lines pages: a gathering is painted so often at most.
TIMES = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """What the layout of a gathering tells of the others' numbers.

    `anchors`: the page, from 0, of each id. `asked`: the ids whose folio it prints. `running`: the
    running strings in force after it.
    """

    pages: int
    anchors: Mapping[str, int]
    asked: frozenset[str]
    running: Mapping[str, str]


@dataclass(slots=True)
class _Part:
    """A gathering on its way; its HTML holds guesses where a folio is not known yet."""

    html: Html
    layout: Layout | None = None
    worker: int | None = None
    numbers: Numbers | None = None
    made: Gathering | None = None
    times: int = 0


def gather(
    htmls: Sequence[Html],
    project: Project,
    crew: Crew,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[Gathering, ...]:
    """The gatherings of a publication, typeset by `crew`. Raises `Refusal` as `typeset` does.

    Each is laid out with guessed page numbers, and numbered and painted as soon as those that it
    prints are known. `tell` hears how many of them are done.
    """
    everywhere = frozenset(name for html in htmls for name in ids(html.text))
    parts = [_Part(html) for html in htmls]
    waiting = list(parts)
    running: dict[Future[Any], _Part] = {}
    try:
        while True:
            laying = sum(part.layout is None for part in running.values())
            for part in waiting[: crew.size - laying]:
                waiting.remove(part)
                part.html = _guessed(part.html, parts)
                running[crew.submit(lay, part.html, project, _first(parts, part))] = part
            for part, numbers in _ready(parts, everywhere):
                part.numbers, part.times = numbers, part.times + 1
                away = links(part.html.text) & everywhere
                job = crew.submit(
                    press, part.html, project, numbers, away, at=part.worker, first=True
                )
                running[job] = part
            if not running:
                return tuple(part.made for part in parts if part.made)
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                part = running.pop(done)
                if part.layout is None:
                    part.layout, part.worker = done.result(), crew.worker_of(done)
                else:
                    part.layout, part.made = done.result()
                    tell(sum(p.made is not None for p in parts), len(parts))
    finally:
        for job in running:
            job.cancel()


def _guessed(html: Html, parts: Sequence[_Part]) -> Html:
    """`html` with a page number in every link: the right one, or one of as many digits, likely.

    What is not laid out yet is taken to fill as many pages for its length as what is.
    """
    done = [(len(part.html.text), part.layout.pages) for part in parts if part.layout]
    length = sum(size for size, _ in done) / max(1, sum(pages for _, pages in done)) or PAGE_LENGTH
    found: dict[str, int] = {}
    first: float = 1
    for part in parts:
        named = part.layout.anchors if part.layout else None
        if named is None:
            pages = max(1.0, len(part.html.text) / length)
            listed = list(ids(part.html.text))
            named = {name: int(pages * at / len(listed)) for at, name in enumerate(listed)}
        else:
            pages = part.layout.pages if part.layout else 0
        for name, page in named.items():
            found.setdefault(name, int(first) + page)
        first += pages
    return replace(html, text=with_folios(html.text, found))


def _first(parts: Sequence[_Part], part: _Part) -> int:
    """The first folio of a gathering, as far as those before it are counted."""
    return 1 + sum(p.layout.pages for p in parts[: parts.index(part)] if p.layout)


def _ready(parts: Sequence[_Part], everywhere: frozenset[str]) -> Iterator[tuple[_Part, Numbers]]:
    """The gatherings whose numbers are all known, and not those that they were painted with."""
    first: int = 1
    running: dict[str, str] = {}
    folios: dict[str, int] = {}
    numbered = []
    for part in parts:
        if part.layout is None:
            break
        numbered.append((part, part.layout, first, dict(running)))
        for name, page in part.layout.anchors.items():
            folios.setdefault(name, first + page)
        first += part.layout.pages
        running |= part.layout.running
    complete = len(numbered) == len(parts)
    for part, layout, first, before in numbered:
        asked = layout.asked & everywhere
        if complete or asked <= folios.keys():
            printed = {name: folios[name] for name in sorted(asked & folios.keys())}
            numbers = Numbers(first, before, printed)
            if numbers != part.numbers and part.times < TIMES:
                yield part, numbers


# What this process has laid out and not yet painted, by its HTML; so many pages, some 0.6 MB each.
_laid: dict[str, tuple[Laid, float]] = {}
HELD_PAGES = 160


def lay(html: Html, project: Project, first: int) -> Layout:
    """Lay out a gathering and keep it for `press`."""
    start = time.perf_counter()
    laid = lay_out(html, project, first=first)
    told = _told(laid)
    while _laid and told.pages + sum(len(h.document.pages) for h, _ in _laid.values()) > HELD_PAGES:
        del _laid[next(iter(_laid))]
    _laid[_key(html)] = laid, time.perf_counter() - start
    return told


def press(
    html: Html, project: Project, numbers: Numbers, away: frozenset[str]
) -> tuple[Layout, Gathering]:
    """Number and paint a gathering; a process that has not laid it out does so first."""
    start = time.perf_counter()
    laid, spent = _laid.pop(_key(html), (None, 0.0))
    if laid is None or not number(laid, numbers):
        again = replace(html, text=with_folios(html.text, numbers.folios))
        laid = lay_out(again, project, first=numbers.first)
        number(laid, numbers)
    told = _told(laid)
    made = paint(laid, project, away=away)
    return told, replace(made, seconds=round(time.perf_counter() - start + spent, 3))


def _told(laid: Laid) -> Layout:
    asked = frozenset(address.removeprefix("#") for address in laid.foliation.asked)
    return Layout(len(laid.document.pages), laid.anchors(), asked, laid.foliation.running())


def _key(html: Html) -> str:
    return hashlib.sha256(f"{html.name} {html.part} {html.text}".encode()).hexdigest()
