"""Overflow: text that runs out of the box that it was given, though it runs into white.

On the finished page such a box has no trace. WeasyPrint still has it when the pages are laid out:
the width of the block that a line stands in, and the height of a box that has one of its own (CSS
2.1, 11.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from press.diagnostics import Diagnostic, Place
from press.geometry import MM_PER_PX, Box

# Text may stand out of its box by so much, in mm: letters of a line that is full do by a rounding.
NEAR_MM = 0.2
# So much of the text is quoted.
QUOTED = 40


def overflowing(document: Any, name: str, first: int) -> Iterator[Diagnostic]:
    """A complaint for each line that leaves its box; the first page has the folio `first`."""
    for number, page in enumerate(document.pages, start=first):
        for child in page._page_box.children:
            if not isinstance(child, boxes.MarginBox):
                for out, line, block in _lines_out(child, None, ()):
                    sides = (block.content_box_x(), line.position_y, block.width, line.height)
                    yield Diagnostic(
                        "typeset/overflow",
                        Place(f"{name}.pdf", number),
                        {"text": _said(line)[:QUOTED], "out": round(out * MM_PER_PX, 1)},
                        case="line",
                        at=Box(*(side * MM_PER_PX for side in sides)),
                    )


def too_narrow(document: Any, tag: str) -> Iterator[str]:
    """The ids of the elements of a kind whose text leaves its box."""
    waiting = [page._page_box for page in document.pages]
    while waiting:
        box = waiting.pop()
        if getattr(box, "element_tag", None) != tag:
            waiting += getattr(box, "children", ())
        elif any(True for _ in _lines_out(box, None, ())):
            yield box.element.get("id")


def _lines_out(box: Any, block: Any, fixed: tuple[Any, ...]) -> Iterator[tuple[float, Any, Any]]:
    """The lines in `box` that leave their block sideways, or at the foot a box of fixed height.

    Each with how far, in px, and its block.
    """
    box = getattr(box, "_box", box)  # what is placed absolutely stands for itself
    if isinstance(box, boxes.LineBox):
        texts = [t for t in box.descendants() if isinstance(t, boxes.TextBox) and t.text.strip()]
        if texts and block is not None:
            start = block.content_box_x()
            out = max(
                start - min(text.position_x for text in texts),
                max(text.position_x + text.width for text in texts) - start - block.width,
                *(box.position_y + box.height - f.content_box_y() - f.height for f in fixed),
            )
            if out * MM_PER_PX > NEAR_MM:
                yield out, box, block
    if isinstance(box, boxes.Box) and not box.is_in_normal_flow():
        fixed = ()  # it is placed where it is meant to be
    if isinstance(box, boxes.BlockContainerBox):
        block = box
        if box.style["height"] != "auto" and box.element_tag not in ("html", "body"):
            fixed = (*fixed, box)
    for child in getattr(box, "children", ()):
        yield from _lines_out(child, block, fixed)


def _said(line: Any) -> str:
    return "".join(text.text for text in line.descendants() if isinstance(text, boxes.TextBox))
