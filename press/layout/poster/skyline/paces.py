"""Pace a skyline's axis: one pace, those that are asked for, or up to four that the events need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from press.content.edition import PosterWords
from press.content.resolved import Entry
from press.language.dates import Instant
from press.language.steps import STEPS, divide
from press.layout.poster.composition import Paper
from press.layout.timescale import Paces, TimeScale

# Between two paces the axis is broken, in design mm; no more paces than these are tried.
BREAK, MOST = 14.0, 4
# Of the width of a pace so much goes by its events, the rest is shared evenly.
BY_EVENTS = 0.5

Stretch = tuple[Instant, Instant]


def paced(
    words: PosterWords,
    sheet: Paper,
    entries: Sequence[Entry],
    line: tuple[float, float] | None = None,
) -> Iterator[Paces]:
    """The axes to be tried, the one with the fewest paces first.

    `line`: where time begins and ends, in design mm, the greater first; from margin to margin
    unless given.
    """
    line = line or (sheet.width - sheet.margin, sheet.margin)
    if not isinstance(words.paces, str):
        yield _laid(_holding(words.paces, entries), line, entries)
        return
    yield _laid((words.period,), line, entries)
    told = 1
    for count in range(2, MOST + 1) if words.paces == "auto" else ():
        stretches = _split(words.period, entries, count)
        if len(stretches) > told:
            told = len(stretches)
            yield _laid(stretches, line, entries)


def _holding(asked: Sequence[Stretch], entries: Sequence[Entry]) -> tuple[Stretch, ...]:
    """The stretches that are asked for, in order and apart, widened to what lies beside them."""
    stretches = [list(stretch) for stretch in sorted(asked)]
    for one, other in pairwise(stretches):
        one[1] = min(one[1], other[0])
    for entry in entries:
        begin, end = entry.when.begin, entry.when.end
        if any(first <= begin < after for first, after in stretches):
            continue
        earlier = [s for s in stretches if s[1] <= begin]
        if earlier:
            earlier[-1][1] = end
        else:
            stretches[0][0] = begin
    stretches[-1][1] = max(stretches[-1][1], *(e.when.end for e in entries))
    return tuple((first, after) for first, after in stretches if first < after)


def _split(period: Stretch, entries: Sequence[Entry], count: int) -> tuple[Stretch, ...]:
    """The period in up to so many stretches with about as many events each.

    It is cut where the coarsest division of the calendar begins between two events.
    """
    begins = [entry.when.begin for entry in entries]
    cuts: list[Instant] = []
    for number in range(1, count):
        middle = round(len(begins) * number / count)
        around = sorted(range(1, len(begins)), key=lambda n: (abs(n - middle), n))
        cut = next(
            (
                cut
                for n in around[: max(1, len(begins) // (2 * count))]
                if (cut := _round(begins[n - 1], begins[n], period)) is not None
            ),
            None,
        )
        if cut is not None and period[0] < cut < period[1] and cut not in cuts:
            cuts.append(cut)
    edges = [period[0], *sorted(cuts), period[1]]
    return tuple(pairwise(edges))


def _round(before: Instant, at: Instant, period: Stretch) -> Instant | None:
    """Where the coarsest division begins after one event and not after the next; None of none."""
    if before >= at:
        return None
    for step in reversed(STEPS):
        cuts = [begin for begin, _ in divide(before, at + 1, step) if before < begin <= at]
        if cuts:
            return cuts[-1]
    return None


def _laid(
    stretches: Sequence[Stretch], line: tuple[float, float], entries: Sequence[Entry]
) -> Paces:
    """The stretches on the line, from right to left, with breaks between."""
    room = line[0] - line[1] - BREAK * (len(stretches) - 1)
    counts = [sum(first <= e.when.begin < after for e in entries) for first, after in stretches]
    whole = sum(counts) or 1
    right, scales = line[0], []
    for (first, after), count in zip(stretches, counts, strict=True):
        share = BY_EVENTS * count / whole + (1 - BY_EVENTS) / len(stretches)
        if not sum(counts):
            share = 1 / len(stretches)
        scales.append(TimeScale(first, after, right, right - room * share))
        right -= room * share + BREAK
    return Paces(tuple(scales))
