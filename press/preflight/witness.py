"""Sums up what a finished document was read to say: where each fact stands, what readers copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.content.edition import Edition
from press.preflight.readback.extraction import Share
from press.preflight.readback.printed import Spot, printed_facts
from press.preflight.screen_reader import Heard


@dataclass(frozen=True, slots=True)
class Copied:
    """The share, 0 to 1, of words and of document symbols that a reader copies whole."""

    words: float
    symbols: float


@dataclass(frozen=True, slots=True)
class Witness:
    """What a finished document was read to say: where each fact stands, what readers copy, and
    what is heard of each page.
    """

    facts: Mapping[str, tuple[Spot, ...]]
    copied: Mapping[str, Copied]
    heard: Mapping[int, tuple[Heard, ...]]


def witness(
    spots: Mapping[str, tuple[Spot, ...]],
    copied: Share,
    heard: Mapping[int, tuple[Heard, ...]],
    edition: Edition,
) -> Witness:
    """What a finished document was read to say, by where it says it and what is copied of it.

    Only pdfium was asked what it copies, which is here wherever we are, so that the report of the
    same files is the same; `make bench` asks others.
    """
    return Witness(printed_facts(spots, edition), {"pdfium": _share(copied)}, heard)


def _share(share: Share) -> Copied:
    return Copied(
        round(share.words_copied / max(share.words, 1), 3),
        round(share.symbols_copied / max(share.symbols, 1), 3),
    )
