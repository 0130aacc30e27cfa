"""Terms of office: a bar for each on the scale of the axis, in any composition."""

from __future__ import annotations

from press.content.edition import Edition
from press.layout.poster.composition import TERM_PAD, TERM_PITCH
from press.layout.poster.sheet import TermBar
from press.layout.timescale import Paces, TimeScale

# A term shorter than this shows the name without the post, in design mm.
POST_FITS = 170.0


def terms(edition: Edition, scale: TimeScale | Paces) -> tuple[TermBar, ...]:
    """The terms that reach into the period, each on the first line where it meets no other.

    In design mm, from the foot of the years.
    """
    bars: list[TermBar] = []
    ends: list[float] = []
    told = [(t, p) for p in edition.people.values() for t in p.terms]
    for term, person in sorted(told, key=lambda pair: pair[0].since.begin):
        since = scale.at(term.since.begin)
        begin, early = min(since, scale.start_mm), since > scale.start_mm
        end = scale.extent(term.until)[1] if term.until else scale.end_mm
        end = max(end, scale.end_mm)
        if begin <= scale.end_mm or end >= scale.start_mm:
            continue
        line = next((i for i, last in enumerate(ends) if last >= begin - 0.01), len(ends))
        ends[line : line + 1] = [end]
        post = term.post if begin - end > POST_FITS else ""
        y = TERM_PAD / 2 + line * TERM_PITCH
        office = (term.post, term.start, term.end)
        bars.append(TermBar(person.name, post, end, y, begin - end, *office, early))
    return tuple(bars)
