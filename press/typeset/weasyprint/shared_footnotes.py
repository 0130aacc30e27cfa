"""Sets a note once on a page that cites it several times.

WeasyPrint 70 sets a foot for each mark. Here the first stands for all with the same attribute
`NOTE`, and the links to the others lead to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import LayoutContext

# The attribute of a foot that names its note.
NOTE = "data-note"


@contextmanager
def sharing_footnotes() -> Iterator[None]:
    """While the block runs, WeasyPrint does not set two feet of one note on a page."""
    fill = LayoutContext._update_footnote_area

    def fill_with_each_note_once(context: Any) -> Any:
        every = context.current_page_footnotes
        context.current_page_footnotes = list(_once(every))
        try:
            return fill(context)
        finally:
            context.current_page_footnotes = every

    LayoutContext._update_footnote_area = fill_with_each_note_once
    try:
        yield
    finally:
        LayoutContext._update_footnote_area = fill


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
