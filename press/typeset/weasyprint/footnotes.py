"""Feet: a note stays at the foot of the page that cites it, and stands there once.

WeasyPrint 70 moves notes of lines that already stand to the next page where that makes room for
one line more, of which a paragraph needs two. Only in columns it does not; here it never does: the
paragraph goes to the next page with its notes.

A note that a page cites twice has a foot for each mark, and WeasyPrint sets both. Here the first
stands for all with the same attribute `NOTE`, and the links to the others lead to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import LayoutContext, block

# The attribute of a foot that names its note.
NOTE = "data-note"


class _Kept:
    """WeasyPrint's context, as it would be in a column for who asks it and not its own methods."""

    in_column = True

    def __init__(self, context: Any) -> None:
        object.__setattr__(self, "_context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._context, name, value)


@contextmanager
def keeping_feet() -> Iterator[None]:
    """While the block runs, WeasyPrint moves no note away from the line that cites it.

    Nor does it set two feet of one note on a page.
    """
    lay_out, fill = block._linebox_layout, LayoutContext._update_footnote_area

    def fill_with_each_note_once(context: Any) -> Any:
        every = context.current_page_footnotes
        context.current_page_footnotes = list(_once(every))
        try:
            return fill(context)
        finally:
            context.current_page_footnotes = every

    block._linebox_layout = lambda context, *rest: lay_out(_Kept(context), *rest)
    LayoutContext._update_footnote_area = fill_with_each_note_once
    try:
        yield
    finally:
        block._linebox_layout, LayoutContext._update_footnote_area = lay_out, fill


def _once(feet: list[Any]) -> Iterator[Any]:
    """The first foot of each note; those that name none are all kept."""
    seen = set()
    for foot in feet:
        note = foot.element.get(NOTE)
        if note is None or note not in seen:
            yield foot
        seen.add(note)


def share_feet(html: Any, document: Any) -> frozenset[str]:
    """Lead links to the foot of the same note on their page where their own is not set.

    Returns the ids of the feet that are not set.
    """
    notes = {e.get("id"): e.get(NOTE) for e in html.etree_element.iter() if e.get(NOTE)}
    set_here = {name for page in document.pages for name in page.anchors if name in notes}
    for page in document.pages:
        standing = {notes[name]: name for name in page.anchors if name in notes}
        page.links[:] = [
            (kind, standing.get(notes[goal], goal), *rest)
            if goal in notes and goal not in set_here
            else (kind, goal, *rest)
            for kind, goal, *rest in page.links
        ]
    return frozenset(notes) - set_here
