"""Bring the pictures of a brief along in its web page, as data beside what they are asked by."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping

from press.colour.pictures import cut, picture_on_screen
from press.layout.brief.sheet import BriefSheet
from press.layout.pictures import SizedPicture
from press.project import Project

# As wide as a column of the page is on a fine screen.
MOST_PX = 1200


def embedded(brief: BriefSheet | None, project: Project) -> Mapping[str, str]:
    """The pictures of `brief` as `data:` addresses, by the addresses that it is typeset with."""
    return dict(_embedded(brief, project)) if brief else {}


def _embedded(brief: BriefSheet, project: Project) -> Iterator[tuple[str, str]]:
    for sized in _pictures(brief):
        held = sized.picture
        if (path := project.find(held.file)) is None:
            continue
        kind, data = "image/svg+xml", path.read_bytes()
        if held.pixels:
            photograph = path.suffix.lower() in (".jpg", ".jpeg")
            shown = cut(data, held.crop, MOST_PX)
            kind, data = picture_on_screen(shown, photograph=photograph)
        yield sized.address, f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _pictures(brief: BriefSheet) -> Iterator[SizedPicture]:
    found = [brief.cover, *brief.portraits.values()]
    for page in brief.pages.values():
        found += [page.image, page.signed]
    found += [entry.image for chapter in brief.chapters for entry in chapter.entries]
    yield from (sized for sized in found if sized)
