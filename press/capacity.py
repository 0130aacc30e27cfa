"""Capacity: how many events a sheet holds at a legible size, and what would hold them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from press.arranging import Event, Room, arrangements
from press.composition import PAPERS_MM, READ_FROM_M, paper
from press.diagnostics import Diagnostic, Place
from press.edition import PosterWords

RANKS = ("turning-point", "major", "minor")
NAMED = {"turning-point": "turning points", "major": "turning points and major events"}
# Distances in m that are tried when too many events are to be read from farther away.
NEARER_M = (1.2, 1.0, 0.8, 0.6, 0.5)
# How many events more than halving found are tried: a few cards may fit better than fewer did.
FURTHER = 4


def fits(events: Sequence[Event], room: Room) -> bool:
    """Whether all `events` stand at the least legible size."""
    return any(arrangements(events, room, room.least_fit, "plain"))


def most(events: Sequence[Event], room: Room) -> int:
    """How many of `events` stand: those of higher rank first, of one rank the earlier first.

    Found by halving: those that are counted do stand, and a few more were tried in vain.
    """
    ranked = sorted(range(len(events)), key=lambda i: (RANKS.index(events[i].item.rank), i))

    def stand(count: int) -> bool:
        return fits([events[i] for i in sorted(ranked[:count])], room)

    low, high = 0, len(events)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if stand(middle) else (low, middle)
    for count in range(min(low + FURTHER, len(events) - 1), low, -1):
        if stand(count):
            return count
    return low


def too_many(
    events: Sequence[Event],
    told: Callable[[str], Sequence[Event]],
    room: Room,
    words: PosterWords,
) -> Diagnostic:
    """Says how many events there are, how many fit, and what would hold them all.

    `told` gives the events with texts on cards down to a rank only.
    """
    return Diagnostic(
        "layout/too-many-cards",
        Place(words.place.path),
        f"{len(events)} events do not fit on {words.paper} {words.orientation} at a legible size; "
        f"{most(events, room)} do",
        "; or ".join(_remedies(events, told, room, words)),
    )


def _remedies(
    events: Sequence[Event],
    told: Callable[[str], Sequence[Event]],
    room: Room,
    words: PosterWords,
) -> Iterator[str]:
    """What was tried and does, the least change first."""
    for lowest in ("major", "turning-point"):
        kept = [e for e in events if RANKS.index(e.item.rank) <= RANKS.index(lowest)]
        if kept and len(kept) < len(events) and fits(kept, room):
            yield f"name some under `omit`: the {len(kept)} {NAMED[lowest]} fit"
            break
    else:
        yield "name some under `omit`"
    for texts in RANKS[RANKS.index(words.texts) - 1 :: -1] if words.texts != RANKS[0] else ():
        if fits(told(texts), room):
            yield f"`texts: {texts}`, and all fit, those of lower rank by date and title"
            break
    now = words.distance or READ_FROM_M[words.paper]
    for distance in NEARER_M:
        near = replace(room, least_fit=room.least_fit * distance / now)
        if distance < now and fits(events, near):
            yield f"`reading: {{distance: {distance:g}}}`, and all fit, to be read from there"
            break
    for name in reversed(list(PAPERS_MM)[: list(PAPERS_MM).index(words.paper)]):
        sheet = paper(name, words.orientation)
        share = (words.distance or READ_FROM_M[name]) / now * room.sheet.scale / sheet.scale
        if fits(events, replace(room, sheet=sheet, least_fit=room.least_fit * share)):
            yield f"`paper: {name}`, and all fit"
            break
