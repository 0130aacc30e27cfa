"""Gather: typeset a publication's gatherings, each numbered after those before it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from typing import Any

from press.cache import Store
from press.codes.row import Value
from press.diagnostics import Diagnostic, Place, Refusal, refuse_errors
from press.project import Project
from press.render.folios import blocks, links, places, repeats, room, with_folios
from press.render.render import Html
from press.typeset.gathering import Gathering, Layout, Numbers, place_of
from press.typeset.tasks import lay, press
from press.workers import Crew

# What a page of the brief holds, in letters as `room` counts, to guess a folio before pages are
# counted; and how many pages of that weigh against those that are.
PAGE_ROOM, USUAL = 2450, 8
# Contents of more pages are laid out before all else.
LONG = 5
# The share of the gatherings after it that contents lead to at least.
LED = 0.75
# Page numbers that change may move lines, and lines pages: a gathering is painted so often at most.
TIMES = 6
# What cannot be set at all, or not in its time, spoils every gathering, each in its own way.
FAILED = "typeset/failed"
# A gathering, the numbers that it is told, the ids in others that it leads to.
_Told = tuple[Html, Numbers, frozenset[str]]
# The room, pages and anchors of what was never laid out.
_Last = tuple[int, int, Mapping[str, int]]
_NEVER: _Last = (1, 0, {})
# What a gathering is when it is painted: with which numbers, how laid out, its pages.
_Done = tuple[Numbers, Layout, Gathering]


@dataclass(slots=True)
class _Part:
    """A gathering on its way; its HTML holds guesses where a folio is not known yet."""

    html: Html
    room: int
    blocks: int
    # The ids in it, each with the room that what stands before it takes.
    places: tuple[tuple[str, int], ...]
    # The ids that its links lead to; whether page numbers that repeat are left out of its lists.
    goals: frozenset[str]
    repeats: bool
    layout: Layout | None = None
    worker: int | None = None
    numbers: Numbers | None = None
    made: Gathering | None = None
    times: int = 0
    refused: bool = False
    # Its room, pages and anchors when a build last laid it out, whatever it held then.
    last: _Last | None = None
    # Where it is kept, and as what: it is taken again when its numbers are the same.
    key: str = ""
    kept: _Done | None = None
    done: _Done | None = None


def gather(
    htmls: Sequence[Html],
    project: Project,
    crew: Crew,
    tell: Callable[[int, int], None] = lambda done, of: None,
    store: Store | None = None,
) -> tuple[Gathering, ...]:
    """The gatherings of a publication, typeset by `crew`. Raises `Refusal` as `typeset` does.

    Each is laid out with guessed page numbers, and numbered and painted as soon as those that it
    prints are known. What `store` has of an earlier build is taken from there where its numbers
    are right. `tell` hears how many are done. Numbers that have not settled when a gathering was
    painted `TIMES` times are refused. Where one is refused, the others are tried all the same, with
    guessed numbers of it, and the complaints of all are raised together, but for what cannot be
    set at all.
    """
    parts = [_part(html, store) for html in htmls]
    everywhere = frozenset(name for part in parts for name, _ in part.places)
    waiting = sorted((p for p in parts if not p.layout), key=lambda p: _turn(p, parts))
    running: dict[Future[Any], _Part] = {}
    refused: list[Diagnostic] = []
    try:
        while True:
            laying = sum(part.layout is None for part in running.values())
            known = [part for part in waiting if not _early(part, parts)]
            for part in (known or waiting[: not running])[: crew.size - laying]:
                waiting.remove(part)
                part.html = _guessed(part.html, parts)
                begun = part.html, project, _first(parts, part), _running(parts, part)
                near, at = place_of(part.html, project), None if running else _freest(parts, crew)
                running[crew.submit(lay, *begun, at=at, first=True, near=near)] = part
            for part, numbers in _ready(parts, everywhere):
                if part.times == TIMES:
                    refused.append(_unsettled(part, numbers))
                    part.refused = True
                    continue
                part.numbers, part.times = numbers, part.times + 1
                if part.kept and part.kept[0] == numbers:
                    _, part.layout, part.made = part.kept
                    tell(sum(p.made is not None for p in parts), len(parts))
                    continue
                told = part.html, project, numbers, part.goals & everywhere
                near, at = place_of(part.html, project), part.worker
                running[crew.submit(press, *told, at=at, first=True, near=near)] = part
            if not (running or waiting):
                refuse_errors(dict.fromkeys(refused))
                return tuple(replace(p.made, worker=p.worker) for p in parts if p.made)
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                part = running.pop(done)
                try:
                    result = done.result()
                except Refusal as refusal:
                    refused += refusal.diagnostics
                    if any(one.code == FAILED for one in refusal.diagnostics):
                        raise Refusal(dict.fromkeys(refused)) from refusal
                    part.refused = True
                    part.layout = part.layout or _likeness(part, parts)
                    continue
                if part.layout is None:
                    part.layout, part.worker = result, crew.worker_of(done)
                elif part.numbers:
                    part.layout, part.made = result
                    part.worker = crew.worker_of(done)
                    part.done = part.numbers, part.layout, part.made
                    tell(sum(p.made is not None for p in parts), len(parts))
    finally:
        for job in running:
            job.cancel()
        for part in parts if store else ():
            if store and part.done:
                store.put(part.key, part.done)
                _, layout, _ = part.done
                store.put(_last(store, part.html), (part.room, layout.pages, layout.anchors))


def foretold(htmls: Sequence[Html], wanted: Container[int], store: Store) -> Iterator[_Told]:
    """The gatherings at `wanted` with the numbers that they had, likely; the links out of each."""
    parts = [_part(html, store) for html in htmls]
    everywhere = frozenset(name for part in parts for name, _ in part.places)
    for at, part in enumerate(parts):
        if at in wanted:
            told = Numbers(_first(parts, part), _running(parts, part), {})
            yield _guessed(part.html, parts), told, part.goals & everywhere


def _part(html: Html, store: Store | None) -> _Part:
    """A gathering as it begins: nothing is known of it, or all that an earlier build knew."""
    text = html.text
    size = room(text), blocks(text), tuple(places(text)), links(text), repeats(text)
    if store is None:
        return _Part(html, *size)
    key = store.key("gathering", html.name, str(html.part), html.text)
    kept = store.get(key, _Done)
    if kept is None:
        return _Part(html, *size, last=store.get(_last(store, html), _Last), key=key)
    numbers, layout, made = kept
    kept = numbers, layout, replace(made, seconds=None)
    return _Part(html, *size, layout, key=key, kept=kept)


def _last(store: Store, html: Html) -> str:
    """Where it is kept how a gathering was last laid out."""
    return store.key("laid", html.name, str(html.part))


def _freest(parts: Sequence[_Part], crew: Crew) -> int | None:
    """Who has fewest pages to paint, so that others are painted beside; None where none has any."""
    pages = [0] * crew.size
    for part in parts:
        if part.layout and part.worker is not None and not part.made:
            pages[part.worker] += part.layout.pages
    return pages.index(min(pages)) if any(pages) else None


def _guessed(html: Html, parts: Sequence[_Part]) -> Html:
    """`html` with a page number in every link: the right one, or one of as many digits, likely."""
    found: dict[str, int] = {}
    first = 1
    for part, pages in zip(parts, _counted(parts), strict=True):
        if part.layout:
            named = part.layout.anchors
        else:
            named = {n: int(pages * at / part.room) for n, at in part.places}
            named |= {n: page for n, page in (part.last or _NEVER)[2].items() if n in named}
        for name, page in named.items():
            found.setdefault(name, first + page)
        first += pages
    return replace(html, text=with_folios(html.text, found))


def _counted(parts: Sequence[_Part]) -> list[int]:
    """The pages of every gathering.

    What is not laid out yet is taken to fill as many for its room as what is and some more pages of
    the usual room.
    """
    done = [(part.room, part.layout.pages) for part in parts if part.layout]
    done.append((USUAL * PAGE_ROOM, USUAL))
    usual = sum(size for size, _ in done) / sum(pages for _, pages in done)
    return [part.layout.pages if part.layout else _likely(part, usual) for part in parts]


def _likely(part: _Part, usual: float) -> int:
    """The pages of a gathering that is not laid out: as full as they were, or of the usual room."""
    before, pages, _ = part.last or _NEVER
    if pages:
        return max(1, round(pages * part.room / before))
    return max(1, part.blocks, round(part.room / usual))


def _likeness(part: _Part, parts: Sequence[_Part]) -> Layout:
    """What stands in for the layout of a gathering that was refused, so that others are tried."""
    pages = _counted(parts)[parts.index(part)]
    nothing: frozenset[str] = frozenset()
    return Layout(pages, {name: 0 for name, _ in part.places}, nothing, {}, nothing)


def _turn(part: _Part, parts: Sequence[_Part]) -> int:
    """Whether a gathering is laid out first, -1, in its turn, 0, or last, 1.

    Contents of several pages come first: until they are counted, all that follows is on a wrong
    page, and set twice for it. Short ones come last, when what they print is known.
    """
    if not _foretells(part, parts):
        return 0
    return -1 if part.room > LONG * PAGE_ROOM else 1


def _foretells(part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether a gathering leads to nearly all after it, as contents do.

    Guesses of so many page numbers are seldom all of the right length: it would be set twice.
    """
    after = parts[parts.index(part) + 1 :]
    found = sum(any(name in part.goals for name, _ in other.places) for other in after)
    return len(after) > 2 and found > LED * len(after)


def _early(part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether the lines of a gathering hang on where others stand that are not laid out yet.

    That of an earlier build is guessed well enough.
    """
    others = (other for other in parts if other is not part and other.layout is None)
    waits = part.last is None and (part.repeats or _turn(part, parts) == 1)
    return waits and any(name in part.goals for other in others for name, _ in other.places)


def _first(parts: Sequence[_Part], part: _Part) -> int:
    """The first folio of a gathering, likely; sure when all before it are laid out."""
    return 1 + sum(_counted(parts)[: parts.index(part)])


def _running(parts: Sequence[_Part], part: _Part) -> dict[str, str]:
    """The running strings in force before a gathering, of the layouts that are known."""
    before: dict[str, str] = {}
    for other in parts[: parts.index(part)]:
        before |= other.layout.running if other.layout else {}
    return before


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
    for part, layout, first, before in numbered:
        asked = layout.asked & everywhere
        if len(numbered) == len(parts) or asked <= folios.keys():
            printed = {name: folios[name] for name in sorted(asked & folios.keys())}
            leans = {name: before[name] for name in sorted(layout.leans & before.keys())}
            numbers = Numbers(first, leans, printed)
            if numbers != part.numbers and not part.refused:
                yield part, numbers


def _unsettled(part: _Part, right: Numbers) -> Diagnostic:
    """The complaint about a gathering whose page numbers move what they count, again and again."""
    printed = part.numbers.folios if part.numbers else {}
    values: dict[str, Value] = {"times": TIMES, "gathering": part.html.part}
    for name, page in right.folios.items():
        if printed.get(name) != page:
            values |= {"id": name, "said": printed.get(name, 0), "page": page}
            break
    case = "goal" if "id" in values else "gathering"
    return Diagnostic("typeset/unsettled-numbers", Place(part.html.name), values, case=case)
