"""Refuse a skyline that does not fit, with settings that were tried and hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from press.codes.row import Part
from press.content.edition import PosterWords
from press.content.resolved import Entry
from press.diagnostics import Diagnostic, Place
from press.layout.poster.composition import Paper, larger_papers
from press.layout.poster.ranks import NEARER_M, RANKS

# Whether some events stand on a sheet with some settings.
Holds = Callable[[PosterWords, Sequence[Entry]], bool]


def too_many_for(
    words: PosterWords, sheet: Paper, entries: Sequence[Entry], holds: Holds
) -> Diagnostic:
    """Says how many events there are, how many fit, and what was tried and holds them all."""
    return Diagnostic(
        "layout/too-many-cards",
        Place(words.place.path),
        {
            "events": len(entries),
            "paper": words.paper,
            "orientation": sheet.orientation,
            "most": _most(words, entries, holds),
            "remedies": tuple(_remedies(words, sheet, entries, holds)),
        },
    )


def _most(words: PosterWords, entries: Sequence[Entry], holds: Holds) -> int:
    """How many stand: those of higher rank first, of one rank the earlier first; by halving."""
    ranked = sorted(range(len(entries)), key=lambda n: (RANKS.index(entries[n].rank), n))
    low, high = 0, len(entries)
    while high - low > 1:
        middle = (low + high) // 2
        kept = [entries[n] for n in sorted(ranked[:middle])]
        low, high = (middle, high) if holds(words, kept) else (low, middle)
    return low


def _remedies(
    words: PosterWords, sheet: Paper, entries: Sequence[Entry], holds: Holds
) -> Iterator[Part]:
    """What was tried and does, the least change first."""
    for lowest in ("major", "turning-point"):
        kept = [e for e in entries if RANKS.index(e.rank) <= RANKS.index(lowest)]
        if kept and len(kept) < len(entries) and holds(words, kept):
            yield Part("omit-minor" if lowest == "major" else "omit-major", {"kept": len(kept)})
            break
    else:
        yield Part("omit")
    fewer = () if words.texts == "auto" else RANKS[: RANKS.index(words.texts)][::-1]
    if texts := next((t for t in fewer if holds(replace(words, texts=t), entries)), None):
        yield Part("texts", {"rank": texts})
    if words.pictures in RANKS and holds(replace(words, pictures="none"), entries):
        yield Part("pictures")
    now = words.distance or sheet.read_from_m
    least = words if not fewer else replace(words, texts=fewer[-1])
    for told in (words, *((least,) if fewer and not texts else ())):
        beside = {} if told is words else {"rank": told.texts}
        nearer = next(
            (m for m in NEARER_M if m < now and holds(replace(told, distance=m), entries)), None
        )
        if nearer:
            yield Part(
                "texts-nearer" if beside else "nearer", {**beside, "distance": f"{nearer:g}"}
            )
        larger = next(
            (p for p in larger_papers(words.paper) if holds(replace(told, paper=p), entries)), None
        )
        if larger:
            yield Part("texts-larger" if beside else "larger", {**beside, "larger": larger})
