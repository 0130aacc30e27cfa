"""Where the card of an event may stand so that its period is certain, in design mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from press.language.dates import Date
from press.layout.poster.axis import name_room
from press.layout.poster.cards.item import ANYWHERE, Item, Stretch
from press.layout.poster.sheet import Axis, AxisPart


def kept(item: Item, when: Date, axis: Axis) -> Item:
    """An item that is held to its period: its card's middle there, and over no other's name.

    `axis`: in design mm, with time running towards smaller x.
    """
    parts = axis.parts
    own = own_parts(when, parts)
    before = [_name(p)[1] for p in parts[: own.start] if p.label]
    after = [_name(p)[0] for p in parts[own.stop :] if p.label]
    return replace(
        item,
        own=(parts[own.start].x_mm + parts[own.start].width_mm, parts[own.stop - 1].x_mm),
        clear=(min(before, default=ANYWHERE[0]), max(after, default=ANYWHERE[1])),
    )


def own_parts(when: Date, parts: Sequence[AxisPart]) -> range:
    """Which of the parts of an axis a date covers, one after the other: its period.

    What an end of the axis cuts too short for a name is one with its neighbour.
    """
    until = when.begin + 1 if when.precision in ("day", "minute") else when.end
    begin = parts[0].begin if when.open == "start" else when.begin
    until = parts[-1].after if when.open == "end" else until
    first = next((n for n, p in enumerate(parts) if begin < p.after), len(parts) - 1)
    last = max((n for n, p in enumerate(parts) if p.begin < until), default=0)
    if len(parts) > 1 and not parts[0].label:
        first, last = (0, max(last, 1)) if first <= 1 else (first, last)
    if len(parts) > 1 and not parts[-1].label and last >= len(parts) - 2:
        first, last = min(first, len(parts) - 2), len(parts) - 1
    return range(first, max(first, last) + 1)


def _name(part: AxisPart) -> Stretch:
    """What the name of a part takes of the axis."""
    begin = part.x_mm + part.width_mm
    assert part.label
    return begin, begin - name_room(part.label, wordy=part.wordy)
