"""Capacity: how many events a sheet holds at a legible size, and what would hold them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from press.codes.row import Part
from press.content.edition import PosterWords
from press.diagnostics import Diagnostic, Place
from press.layout.poster.cards.arrangement import PosterEvent, Room, arrangements
from press.layout.poster.composition import larger_papers, paper
from press.layout.poster.ranks import NEARER_M, RANKS, lowest_text

# How many events more than halving found are tried: a few cards may fit better than fewer did.
FURTHER = 4


def fits(events: Sequence[PosterEvent], room: Room) -> bool:
    """Whether all `events` stand at the least legible size."""
    return any(arrangements(events, room, room.least_fit, "plain"))


def most(events: Sequence[PosterEvent], room: Room) -> int:
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
    events: Sequence[PosterEvent],
    told: Callable[[str], Sequence[PosterEvent]],
    room: Room,
    words: PosterWords,
) -> Diagnostic:
    """Says how many events there are, how many fit, and what would hold them all.

    `told` gives the events with texts on cards down to a rank only.
    """
    return Diagnostic(
        "layout/too-many-cards",
        Place(words.place.path),
        {
            "events": len(events),
            "paper": words.paper,
            "orientation": room.sheet.orientation,
            "most": most(events, room),
            "remedies": tuple(_remedies(events, told, room, words)),
        },
    )


def _remedies(
    events: Sequence[PosterEvent],
    told: Callable[[str], Sequence[PosterEvent]],
    room: Room,
    words: PosterWords,
) -> Iterator[Part]:
    """What was tried and does, the least change first; two changes where one is not enough."""
    for lowest in ("major", "turning-point"):
        kept = [e for e in events if RANKS.index(e.item.rank) <= RANKS.index(lowest)]
        if kept and len(kept) < len(events) and fits(kept, room):
            yield Part("omit-minor" if lowest == "major" else "omit-major", {"kept": len(kept)})
            break
    else:
        yield Part("omit")
    fewer = [(t, told(t)) for t in reversed(RANKS[: RANKS.index(lowest_text(words))])]
    texts = next((t for t, short in fewer if fits(short, room)), None)
    if texts:
        yield Part("texts", {"rank": texts})
    distance = _nearer(events, room, words)
    if distance:
        yield Part("nearer", {"distance": f"{distance:g}"})
    larger = _larger(events, room, words)
    if larger:
        yield Part("larger", {"larger": larger})
    for rank, short in fewer if not texts and not larger else ():
        if larger := _larger(short, room, words):
            yield Part("texts-larger", {"rank": rank, "larger": larger})
        nearer = _nearer(short, room, words)
        if nearer and nearer > (distance or 0.0):
            yield Part("texts-nearer", {"rank": rank, "distance": f"{nearer:g}"})
        if larger or nearer:
            return


def _nearer(events: Sequence[PosterEvent], room: Room, words: PosterWords) -> float | None:
    """The distance in m, less than what is asked for, from which all would be read."""
    now = words.distance or room.sheet.read_from_m
    return next(
        (
            distance
            for distance in NEARER_M
            if distance < now
            and fits(events, replace(room, least_fit=room.least_fit * distance / now))
        ),
        None,
    )


def _larger(events: Sequence[PosterEvent], room: Room, words: PosterWords) -> str | None:
    """The next larger paper on which all stand."""
    now = words.distance or room.sheet.read_from_m
    for name in larger_papers(words.paper):
        sheet = paper(name, words.orientation)
        share = (words.distance or sheet.read_from_m) / now * room.sheet.scale / sheet.scale
        if fits(events, replace(room, sheet=sheet, least_fit=room.least_fit * share)):
            return name
    return None
