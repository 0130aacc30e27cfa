"""Ranks of events, and what is tried in any composition where a sheet does not hold them all."""

from __future__ import annotations

from press.content.edition import PosterWords

RANKS = ("turning-point", "major", "minor")
# Distances in m that are tried when too many events are to be read from farther away.
NEARER_M = (1.2, 1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2)


def lowest_text(words: PosterWords) -> str:
    """The lowest rank whose events carry their text, as long as all of them fit."""
    return RANKS[-1] if words.texts == "auto" else words.texts
