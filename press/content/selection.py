"""Select what a product tells of an edition: its words, and the events that it asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from operator import is_
from typing import Any, TypeVar, cast

from press.content.edition import BriefWords, Edition, Era, Figure, PosterWords, Saying, Selection
from press.content.picture_files import Picture
from press.content.prose import Linked, Piece, Prose
from press.content.resolved import (
    Chapter,
    Definition,
    Entry,
    Exhibited,
    FreePage,
    Person,
    Shown,
    Signature,
)

T = TypeVar("T")
# What has texts that may lead to an event.
_TELLING = (
    BriefWords, PosterWords, Figure, Saying, Era, Picture,
    Chapter, Definition, Entry, Exhibited, FreePage, Person, Shown, Signature,
)  # fmt: skip
RANKS = ("turning-point", "major", "minor")


def edition_of(edition: Edition, product: str) -> Edition:
    """The edition as the product of this stem tells it: its own words, its events.

    What it does not tell is not led to: a link to it is words. A poster sees nothing of what only
    a brief says, so that a new word there does not make another poster.
    """
    words = edition.products[product]
    entries = {id: e for id, e in edition.entries.items() if is_selected(e, words.select)}
    if words.select:
        edition = replace(edition, masthead=replace(edition.masthead, years=None))
    if words.poster:
        entries = {id: replace(entry, brief=Prose()) for id, entry in entries.items()}
        left = entries.keys()
        return replace(
            edition, products={product: words}, brief=None, poster=_told(words.poster, left),
            chapters=(), entries={id: _told(entry, left) for id, entry in entries.items()},
            glossary=(), omissions=(), texts=(), passages=(), corrigendum={}, web={},
        )  # fmt: skip
    parts = words.brief.parts if words.brief else ()
    said = words.chapters if "chapters" in parts else ()
    told = {e.id for chapter in said for e in chapter.entries if e.id in entries}
    chapters = [_of_chapter(chapter, told) for chapter in said]
    kept = [c for c in chapters if c.entries or (c.text and not words.select)]
    kept = kept if words.select else chapters
    numbered = tuple(replace(c, number=n if c.number else 0) for n, c in enumerate(kept, start=1))
    people = edition.people if "people" in parts else {}
    return replace(
        edition,
        brief=_told(words.brief, told),
        poster=None,
        chapters=numbered,
        entries={id: _told(entry, told) for id, entry in edition.entries.items()},
        people={id: _told(person, told) for id, person in people.items()},
        glossary=_told(edition.glossary, told) if "glossary" in parts else (),
        omissions=edition.omissions if "notes" in parts else (),
        web={},
    )


def is_selected(entry: Entry, select: Selection | None) -> bool:
    """Whether an event is all that a product asks for; any of several is enough."""
    if select is None:
        return True
    begin, end = select.period or (entry.when.first, entry.when.last)
    return (
        (not select.actors or any(actor.id in select.actors for actor in entry.actors))
        and (not select.kinds or entry.kind_id in select.kinds)
        and (not select.rank or RANKS.index(entry.rank) <= RANKS.index(select.rank))
        and (not select.tags or any(tag in select.tags for tag in entry.tags))
        and (not select.events or entry.id in select.events)
        and begin <= entry.when.first
        and entry.when.last <= end
    )


def _of_chapter(chapter: Chapter, told: Collection[str]) -> Chapter:
    entries = tuple(entry for entry in chapter.entries if entry.id in told)
    exhibits = tuple(e for e in chapter.exhibits if not e.after or e.after in told)
    return _told(replace(chapter, entries=entries, exhibits=exhibits), told)


def _told(held: T, told: Collection[str]) -> T:
    """`held`, a text or what has texts in it: links in it to what is not told are words.

    Of many records few have such a link; what has none is the same again.
    """
    new: Any = held
    if isinstance(held, Prose):
        links = (p for paragraph in held.paragraphs for p in paragraph if isinstance(p, Linked))
        if not all(link.entry in told for link in links):
            new = Prose(tuple(tuple(_pieces(paragraph, told)) for paragraph in held.paragraphs))
    elif isinstance(held, tuple):
        within = tuple(_told(one, told) for one in held)
        new = held if all(map(is_, within, held)) else within
    elif isinstance(held, _TELLING):
        pairs = ((part.name, getattr(held, part.name)) for part in fields(held))
        changed = {name: one for name, was in pairs if (one := _told(was, told)) is not was}
        new = replace(held, **changed) if changed else held
    return cast(T, new)


def _pieces(paragraph: tuple[Piece, ...], told: Collection[str]) -> Iterator[Piece]:
    for piece in paragraph:
        if isinstance(piece, Linked) and piece.entry not in told:
            yield from piece.pieces
        else:
            yield piece
