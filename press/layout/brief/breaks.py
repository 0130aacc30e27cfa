"""Parting: where what is long begins a new gathering, by the names of its members alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

# A part of a long chapter, in entries; one takes about half a page.
LEAST, MOST = 24, 40


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
