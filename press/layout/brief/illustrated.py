"""Illustrate the brief: the pictures of its cover, entries, people and own pages, each sized."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from press.content.picture_files import Picture
from press.content.resolved import FreePage, Person
from press.layout.brief.notes import Notes
from press.layout.brief.page import BriefPage
from press.layout.brief.sheet import OwnPage, See
from press.layout.pictures import (
    OF_COVER,
    OF_ENTRY,
    OF_PAGE,
    OF_PERSON,
    OF_SIGNATURE,
    SizedPicture,
    size_picture,
)


def cover_picture(image: Picture | None, notes: Notes, page: BriefPage) -> SizedPicture | None:
    """The picture of the cover, as wide as the text of a page."""
    high = int(OF_COVER * page.height_mm / page.grid_mm / 46)
    return _sized(image, notes, page, page.measure_mm, high)


def entry_picture(
    image: Picture | None, notes: Notes, page: BriefPage, entry: See
) -> SizedPicture | None:
    """The picture of an entry, in the column of its text."""
    return _sized(image, notes, page, page.column_mm, min(OF_ENTRY, page.lines // 2), entry)


def portraits(
    people: Iterable[Person], notes: Notes, page: BriefPage
) -> Mapping[str, SizedPicture]:
    """The pictures of people by their ids, in the narrow column."""
    found = {p.id: _sized(p.image, notes, page, page.side_column_mm, OF_PERSON) for p in people}
    return {id: sized for id, sized in found.items() if sized}


def own_page(free: FreePage, notes: Notes, page: BriefPage) -> OwnPage:
    """A page of the brief's own: its picture in the column of its text, the signature small."""
    lines = min(OF_PAGE, page.lines // 2)
    sign = free.sign.image if free.sign else None
    return OwnPage(
        free.id,
        free.title,
        notes.mark(free.text, None),
        _sized(free.image, notes, page, page.column_mm, lines),
        free.sign,
        _sized(sign, notes, page, page.column_mm / 2, OF_SIGNATURE),
    )


def _sized(
    image: Picture | None,
    notes: Notes,
    page: BriefPage,
    width_mm: float,
    lines: int,
    entry: See | None = None,
) -> SizedPicture | None:
    marked = image and replace(image, caption=notes.mark(image.caption, entry))
    return size_picture(marked, width_mm=width_mm, grid_mm=page.grid_mm, lines=lines)
