"""Bring the pictures of a brief to its web page in two sizes: one in the page, one beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from press.cache import Store, kept
from press.colour.pictures import cut, picture_on_screen
from press.content.picture_fields import Crop
from press.layout.brief.sheet import BriefSheet
from press.layout.pictures import SizedPicture
from press.project import Project

# As wide as a telephone shows it finely, and a column of the page well: it is loaded with the page.
SMALL_PX = 800
# As wide as a screen: it is loaded when a reader asks for it.
LARGE_PX = 2400


@dataclass(frozen=True, slots=True)
class WebPicture:
    """A picture as the page brings it along, a `data:` address, and the large one beside the page.

    `file` is the name of the large one, `large` its bytes; both are empty where the small one has
    all that there is to see.
    """

    shown: str
    file: str
    large: bytes


def size_web_pictures(
    brief: BriefSheet | None, project: Project, store: Store | None
) -> Mapping[str, WebPicture]:
    """The pictures of `brief` by the addresses that it is typeset with."""
    return dict(_sized(brief, project, store)) if brief else {}


def _sized(
    brief: BriefSheet, project: Project, store: Store | None
) -> Iterator[tuple[str, WebPicture]]:
    for asked in _pictures(brief):
        held = asked.picture
        if (path := project.find(held.file)) is None:
            continue
        data = path.read_bytes()
        if not held.pixels:  # a drawing, as fine as any screen
            yield asked.address, WebPicture(_address("image/svg+xml", data), "", b"")
            continue
        ending = "jpg" if path.suffix.lower() in (".jpg", ".jpeg") else "png"
        yield asked.address, kept(store, two_sizes, data, held.crop, ending)


def two_sizes(data: bytes, crop: Crop | None, ending: str) -> WebPicture:
    """A picture in both sizes, as files with the `ending` jpg or png.

    Raises OSError for what is no picture.
    """
    photograph = ending == "jpg"
    cut_out = cut(data, crop, LARGE_PX)
    kind, large = picture_on_screen(cut_out, photograph=photograph)
    _, small = picture_on_screen(cut(cut_out, None, SMALL_PX), photograph=photograph)
    if large == small:
        return WebPicture(_address(kind, small), "", b"")
    name = f"picture-{hashlib.sha256(large).hexdigest()[:12]}.{ending}"
    return WebPicture(_address(kind, small), name, large)


def _address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _pictures(brief: BriefSheet) -> Iterator[SizedPicture]:
    found = [brief.cover, *brief.portraits.values()]
    for page in brief.pages.values():
        found += [page.image, page.signed]
    found += [entry.image for chapter in brief.chapters for entry in chapter.entries]
    yield from (sized for sized in found if sized)
