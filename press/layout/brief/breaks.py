"""Breaks: where what is long begins a new gathering, by the names of its members alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

# A part of a long chapter, in entries; one takes about half a page.
LEAST, MOST = 24, 40


def gathered(sizes: Sequence[float], most: float) -> tuple[bool, ...]:
    """Which of several parts of so many entries begin a gathering; the others run on.

    A part runs on after the one before where they hold `most` entries or fewer together with all
    that runs on before them: what is short leaves no page half empty, what is long is set apart.
    """
    begins: list[bool] = []
    held = 0.0
    for size in sizes:
        begin = not begins or held + size > most
        held = size if begin else held + size
        begins.append(begin)
    return tuple(begins)


def openings(ids: Sequence[str], least: int = LEAST, most: int = MOST) -> frozenset[str]:
    """The members of a long run that begin a new part, on a new page.

    A part has `least` members or more, and no more than `most`; the last has up to their sum.
    Which member begins it depends on the ids alone, so that one that is added moves one or two
    parts.
    """
    found = []
    begin = 0
    while len(ids) - begin > most + least:
        window = ids[begin + least : begin + most + 1]
        opens = min(window, key=lambda id: hashlib.sha256(id.encode()).digest())
        begin += least + window.index(opens)
        found.append(opens)
    return frozenset(found)
