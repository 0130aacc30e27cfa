"""Ways: rules on links: from contents, references, index and notes to what they name, and back."""

from __future__ import annotations

from collections.abc import Iterator

from press.arabic import Phrase
from press.opened import Finding, Opened
from press.sheets import BriefSheet
from press.structure import Annotation, Element, read_structure

# Stands for the contents, whatever the id of their list.
_CONTENTS = "the contents"


def missing_link(opened: Opened) -> Iterator[Finding]:
    """Contents, references, notes and index lead to what they name, and it leads back."""
    sheet = opened.sheets.brief
    if opened.is_poster or sheet is None:
        return
    links = set(_links(read_structure(opened.pdf), ()))
    if not links:
        return  # preflight/tagged or matterhorn-28 says so
    for start, goal in dict.fromkeys(_wanted(sheet)):
        if (start, goal) not in links:
            yield Finding(
                0,
                f"no link leads from {start or 'the text'} to {goal}",
                "see the <a> in the template; a link inside `aria-hidden` leads nobody",
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
        sources = (*(dissent.source for dissent in note.dissents), *note.sources)
        yield from ((own, f"source-{source.id}") for source in sources)
    for document in sheet.documents:
        for place in document.places:
            yield document.anchor, place.anchor
            if document.symbol in symbols.get(place.anchor, ()):
                yield place.anchor, document.anchor


def _links(element: Element, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every link's goal with each element that it stands in, and with the text as a whole."""
    inside = (*above, element.id) if element.id else above
    if element.type == "TOC":
        inside = (*inside, _CONTENTS)
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _links(kid, inside)
        elif isinstance(kid, Annotation) and "/Dest" in kid.held:
            goal = str(kid.held.Dest)
            yield from ((start, goal) for start in ("", *inside))
