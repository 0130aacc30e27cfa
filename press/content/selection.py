"""Select what a product tells of an edition: its words, and the events that it asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from operator import is_

from press.content.edition import Edition, Saying, Selection
from press.content.picture_files import Picture
from press.content.prose import Linked, Piece, Prose
from press.content.resolved import Chapter, Entry, Exhibited

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
        entries = {id: _of_entry(entry, entries.keys()) for id, entry in entries.items()}
        poster = replace(
            words.poster,
            introduction=without_links(words.poster.introduction, entries.keys()),
            pillars=tuple(without_links(p, entries.keys()) for p in words.poster.pillars),
            figures=tuple(
                replace(figure, label=without_links(figure.label, entries.keys()))
                for figure in words.poster.figures
            ),
            promise=without_links(words.poster.promise, entries.keys()),
            headline=words.poster.headline and _saying(words.poster.headline, entries.keys()),
            fillers=tuple(_saying(s, entries.keys()) for s in words.poster.fillers),
        )
        return replace(
            edition, products={product: words}, brief=None, poster=poster, chapters=(),
            entries=entries, glossary=(),
            omissions=(), texts=(), passages=(), corrigendum={}, web={},
        )  # fmt: skip
    parts = words.brief.parts if words.brief else ()
    said = words.chapters if "chapters" in parts else ()
    told = {e.id for chapter in said for e in chapter.entries if e.id in entries}
    chapters = [_of_chapter(chapter, told) for chapter in said]
    kept = [c for c in chapters if c.entries or (c.text and not words.select)]
    kept = kept if words.select else chapters
    numbered = tuple(replace(c, number=n if c.number else 0) for n, c in enumerate(kept, start=1))
    brief = words.brief and replace(
        words.brief,
        introduction=without_links(words.brief.introduction, told),
        findings=tuple(without_links(finding, told) for finding in words.brief.findings),
        summary=without_links(words.brief.summary, told),
        figures=tuple(
            replace(figure, label=without_links(figure.label, told))
            for figure in words.brief.figures
        ),
        blurb=without_links(words.brief.blurb, told),
        colophon=without_links(words.brief.colophon, told),
        notes_lead=without_links(words.brief.notes_lead, told),
        sources_lead=without_links(words.brief.sources_lead, told),
        image=_captioned(words.brief.image, told),
        pages=tuple(
            replace(
                page,
                title=without_links(page.title, told),
                text=without_links(page.text, told),
                image=_captioned(page.image, told),
            )
            for page in words.brief.pages
        ),
    )
    return replace(
        edition,
        brief=brief,
        poster=None,
        chapters=numbered,
        entries={id: _of_entry(entry, told) for id, entry in edition.entries.items()},
        people={
            id: replace(
                person,
                about=without_links(person.about, told),
                image=_captioned(person.image, told),
            )
            for id, person in edition.people.items()
            if "people" in parts
        },
        glossary=tuple(
            replace(term, definition=without_links(term.definition, told))
            for term in edition.glossary
            if "glossary" in parts
        ),
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


def without_links(prose: Prose, told: Collection[str]) -> Prose:
    """`prose`, in which links to what is not told are words."""
    links = (p for paragraph in prose.paragraphs for p in paragraph if isinstance(p, Linked))
    if all(link.entry in told for link in links):
        return prose
    return Prose(tuple(tuple(_pieces(paragraph, told)) for paragraph in prose.paragraphs))


def _pieces(paragraph: tuple[Piece, ...], told: Collection[str]) -> Iterator[Piece]:
    for piece in paragraph:
        if isinstance(piece, Linked) and piece.entry not in told:
            yield from piece.pieces
        else:
            yield piece


def _captioned(image: Picture | None, told: Collection[str]) -> Picture | None:
    if image is None or (caption := without_links(image.caption, told)) is image.caption:
        return image
    return replace(image, caption=caption)


def _of_entry(entry: Entry, told: Collection[str]) -> Entry:
    before = entry.title, entry.brief, entry.poster
    title, brief, poster = (without_links(prose, told) for prose in before)
    image = _captioned(entry.image, told)
    if image is entry.image and all(map(is_, before, (title, brief, poster))):
        return entry  # of many records few lead to what is not told
    return replace(entry, title=title, brief=brief, poster=poster, image=image)


def _of_chapter(chapter: Chapter, told: Collection[str]) -> Chapter:
    exhibits = [e for e in chapter.exhibits if not e.after or e.after in told]
    return replace(
        chapter,
        title=without_links(chapter.title, told),
        lead=without_links(chapter.lead, told),
        text=without_links(chapter.text, told),
        entries=tuple(_of_entry(entry, told) for entry in chapter.entries if entry.id in told),
        exhibits=tuple(_of_exhibit(exhibit, told) for exhibit in exhibits),
    )


def _of_exhibit(exhibit: Exhibited, told: Collection[str]) -> Exhibited:
    return replace(
        exhibit,
        title=without_links(exhibit.title, told),
        text=without_links(exhibit.text, told),
        points=tuple(
            (without_links(head, told), without_links(text, told)) for head, text in exhibit.points
        ),
        columns=tuple(without_links(column, told) for column in exhibit.columns),
        rows=tuple(
            tuple(None if cell is None else without_links(cell, told) for cell in row)
            for row in exhibit.rows
        ),
    )


def _saying(saying: Saying, told: Collection[str]) -> Saying:
    return replace(saying, text=without_links(saying.text, told))
