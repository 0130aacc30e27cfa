"""Links: rules on bookmarks and links: all lead somewhere, and what is named leads back."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any
from urllib.parse import urlsplit

import pikepdf

from press.geometry import MM_PER_PT, Box
from press.language.bidi import fold
from press.language.phrases import Phrase
from press.layout.brief.sheet import BriefSheet
from press.pdf.objects import held
from press.pdf.structure import Annotation, Element
from press.preflight.document import Opened
from press.preflight.finding import Finding

# Stands for the contents, whatever the id of their list.
_CONTENTS = "the contents"


def missing_link(opened: Opened) -> Iterator[Finding]:
    """Contents, references, notes and index lead to what they name, and it leads back."""
    sheet = opened.sheets.brief
    if opened.kind == "poster" or sheet is None:
        return
    links = set(_tagged_links(opened.tree(), ()))
    if not links:
        return  # preflight/tagged or matterhorn-28 says so
    pages = {name: _page(goal) for name, goal in opened.names().items()}
    # Of places in a list that stand on one page the first is led to.
    reached = {(start, pages.get(goal)) for start, goal in links}
    listed = dict.fromkeys(_listed(sheet))
    for start, goal in dict.fromkeys((*_wanted(sheet), *listed)):
        if (start, goal) in listed and (start, pages.get(goal)) in reached:
            continue
        if (start, goal) not in links:
            yield Finding(
                0,
                {"start": start, "goal": goal},
                {"": "text", _CONTENTS: "contents"}.get(start, "record"),
                record=start if start not in ("", _CONTENTS) else goal,
            )


def _wanted(sheet: BriefSheet) -> Iterator[tuple[str, str]]:
    """Where each link must start and what it must lead to, by the ids of the elements."""
    symbols: dict[str, tuple[Phrase | None, ...]] = {}
    for chapter in sheet.chapters:
        yield _CONTENTS, f"chapter-{chapter.id}"
        yield f"chapter-{chapter.id}", "contents"
        for entry in chapter.entries:
            yield _CONTENTS, entry.id
            yield from ((entry.id, see.id) for see in entry.see)
            symbols[entry.id] = entry.symbol, entry.meeting
    for note in sheet.notes:
        own = f"note-{note.id}"
        if note.marked:
            yield "", own
            yield own, f"mark-{note.id}"
        elif note.entry:
            yield own, note.entry.id
        sources = note.sources
        yield from ((own, f"source-{source.id}") for source in sources)
    for document in sheet.documents:
        for place in document.places:
            if document.symbol in symbols.get(place.anchor, ()):
                yield place.anchor, document.anchor


def _listed(sheet: BriefSheet) -> Iterator[tuple[str, str]]:
    """The same for the lists of page numbers, of documents and of sources."""
    for document in sheet.documents:
        yield from ((document.anchor, place.anchor) for place in document.places)
    for source in sheet.sources:
        yield from ((f"source-{source.id}", place.anchor) for place in source.places)


def _page(goal: object) -> object:
    """What tells the page of a named destination from others."""
    return getattr(goal[0], "objgen", None) if isinstance(goal, pikepdf.Array) else None


def _tagged_links(element: Element, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every link's goal with each element that it stands in, and with the text as a whole."""
    inside = (*above, element.id) if element.id else above
    if element.type == "TOC":
        inside = (*inside, _CONTENTS)
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _tagged_links(kid, inside)
        elif isinstance(kid, Annotation) and "/Dest" in kid.held:
            goal = str(kid.held.Dest)
            yield from ((start, goal) for start in ("", *inside))


def bookmarks(opened: Opened) -> Iterator[Finding]:
    """Each chapter and each entry of the brief has a bookmark, in order."""
    sheet = opened.sheets.brief
    if opened.kind == "poster" or sheet is None:
        return
    wanted = []
    for chapter in sheet.chapters:
        wanted.append((f"chapter-{chapter.id}", chapter.title.plain()))
        wanted += [(entry.id, entry.title.plain()) for entry in chapter.entries]
    labels = [fold(label, "logical") for label, _ in _outline(opened)]
    after = 0
    for record, label in wanted:
        folded = fold(label, "logical")
        place = next((n for n in range(after, len(labels)) if folded in labels[n]), None)
        if place is not None:
            after = place + 1
            continue
        yield Finding(
            0,
            {"record": record, "label": label},
            "none" if folded not in labels else "order",
            record=record,
            key=(record, "title"),
        )


def _outline(opened: Opened) -> Iterator[tuple[str, object]]:
    """Every bookmark with what it leads to, in order."""
    waiting = [held(opened.pdf.Root, "/Outlines", "/First")]
    while waiting:
        if (here := waiting.pop()) is not None:
            yield str(here.get("/Title", "")), held(here, "/Dest") or held(here, "/A", "/D")
            waiting += [held(here, "/Next"), held(here, "/First")]


def dead_link(opened: Opened) -> Iterator[Finding]:
    """A link leads to a place in the file, or to a well-formed address."""
    names = set(opened.names())
    pages = set(opened.page_numbers())
    for number, at, goal in _goals(opened):
        if not _resolves(goal, names, pages):
            named = isinstance(goal, str | pikepdf.String)
            values = {"goal": str(goal) if named else ""}
            yield Finding(number, values, "place" if named else "page", at)
    printed = (source for source in opened.edition.sources.values() if source.address)
    sources = {source.address: f"source-{source.id}" for source in printed}
    for number, at, address in _addresses(opened):
        parts = urlsplit(address)
        host = parts.hostname or ""
        whole = "." in host if parts.scheme in ("http", "https") else parts.scheme == "mailto"
        if not whole or re.search(r"\s", address):
            record = sources.get(address.partition("://")[2], "")
            yield Finding(
                number,
                {"address": address},
                at=at,
                record=record,
                key=(record, "address"),
                case="address",
            )


def _resolves(goal: object, names: Container[str], pages: Container[object]) -> bool:
    if isinstance(goal, pikepdf.Array):
        return len(goal) > 1 and getattr(goal[0], "objgen", None) in pages
    return str(goal).removeprefix("/") in names


def _goals(opened: Opened) -> Iterator[tuple[int, Box | None, object]]:
    """What links, bookmarks and named destinations lead to, with page and place of the link."""
    for number, at, link in _links(opened):
        if "/Dest" in link:
            yield number, at, link.Dest
        elif held(link, "/A", "/URI") is None:
            yield number, at, held(link, "/A", "/D") or "nowhere"
    for _, goal in _outline(opened):
        yield 0, None, goal
    for goal in opened.names().values():
        yield 0, None, goal


def _addresses(opened: Opened) -> Iterator[tuple[int, Box, str]]:
    for number, at, link in _links(opened):
        if (address := held(link, "/A", "/URI")) is not None:
            yield number, at, str(address)


def _links(opened: Opened) -> Iterator[tuple[int, Box, Any]]:
    """Every link with its page and its place there."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        for link in held(page.obj, "/Annots") or []:
            if held(link, "/Subtype") == "/Link":
                yield number, _place(link, page), link


def _place(link: Any, page: pikepdf.Page) -> Box:
    left, low, right, high = (float(edge) for edge in link.get("/Rect", (0, 0, 0, 0)))
    x0, top = float(page.trimbox[0]), float(page.trimbox[3])
    sides = (min(left, right) - x0, top - max(low, high), abs(right - left), abs(high - low))
    return Box(*(side * MM_PER_PT for side in sides))
