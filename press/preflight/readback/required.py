"""Required: what pages of a document must say and what else may stand there, whole or in parts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from press.content.edition import Edition
from press.content.resolved import Entry
from press.language.phrases import Direction
from press.layout.layout import Sheets
from press.preflight.readback.expected import Expected, brief_texts, poster_texts
from press.preflight.readback.furniture import furniture


@dataclass(frozen=True, slots=True)
class Owed:
    """An event that must be printed: its id, its title and its date as printed."""

    id: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Due:
    """The texts of a document in order, and the events that must be among them.

    `words` may stand on any page without being asked for, and numbers up to `highest`; `listed`
    says whether anything is known of the document at all. `base` is the direction that it runs in.
    """

    texts: tuple[Expected, ...] = ()
    entries: tuple[Owed, ...] = ()
    words: frozenset[str] = frozenset()
    highest: int = 0
    listed: bool = False
    base: Direction = "rtl"


def due(sheets: Sheets, edition: Edition, *, poster: bool) -> Due:
    """What the poster must say, or the brief; of a document without a sheet only its events."""
    entries = _on_poster(edition) if poster else tuple(edition.told())
    base = edition.masthead.house.language.direction
    owed = tuple(Owed(entry.id, entry.title.plain(), entry.date.text) for entry in entries)
    if poster:
        if sheets.poster is None:
            return Due(entries=owed, base=base)
        return Due(poster_texts(sheets.poster), owed, *furniture(sheets.poster, base), True, base)
    if sheets.brief is None:
        return Due(entries=owed, base=base)
    return Due(brief_texts(sheets.brief), owed, *furniture(sheets.brief, base), True, base)


def _on_poster(edition: Edition) -> tuple[Entry, ...]:
    """The events of the years that the poster shows, but those that it leaves out."""
    if edition.poster is None:
        return ()
    first, after = edition.poster.period
    return tuple(
        entry
        for entry in edition.entries.values()
        if first <= entry.when.begin
        and entry.when.end <= after
        and entry.id not in edition.poster.omit
    )


def parted(whole: Due, parts: Sequence[Collection[str]]) -> tuple[Due, ...]:
    """What each part of a document must say; `parts` are the ids of their elements.

    A text belongs to the part that has its anchor, one without to that of the text before it. An
    event belongs where its title or date is due; one that is due nowhere, to the first part, which
    will miss it.
    """
    where = {name: at for at, names in reversed(list(enumerate(parts))) for name in names}
    texts: list[list[Expected]] = [[] for _ in parts]
    homes: dict[str, int] = {}
    at = 0
    for text in whole.texts:
        at = where.get(text.anchor, at)
        texts[at].append(text)
        if text.what in ("title", "date"):
            homes.setdefault(text.record, at)
    return tuple(
        replace(
            whole,
            texts=tuple(held),
            entries=tuple(one for one in whole.entries if homes.get(one.id, 0) == at),
        )
        for at, held in enumerate(texts)
    )
