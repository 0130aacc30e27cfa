"""Brings pages that end a few lines early down to their foot, as a compositor leads them out.

What must stay together leaves lines free at the foot of a page, so pages that face each other would
not be level. A style sheet says with `--leads: LINES` that so many lines of `--grid` may be added
above a box; a page whose free lines its boxes can take gets them there, evenly. All stays on the
grid. A page with more to spare is left as it is: it ends a chapter, or is thin.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import background

from press.typeset.weasyprint.baseline_grid import length_of
from press.typeset.weasyprint.exchange import exchanged

_ASKED, _GRID = "__leads", "__grid"
# A page is brought down that lacks no more lines than this.
MOST_FREE = 8
# What a line may lack of fitting, as a share of it.
NEAR = 0.02


@contextmanager
def levelled_feet() -> Iterator[None]:
    """While the block runs, finished pages are brought down to their foot where they may be."""
    dress = background.layout_backgrounds

    def level_and_dress(page: Any, *rest: Any) -> Any:
        _level(page)
        return dress(page, *rest)

    with exchanged(dress, level_and_dress):
        yield


def _level(page: Any) -> None:
    root = page.children[0] if page.children else None
    if root is None or not root.style[_GRID]:
        return
    head = page.content_box_y()
    places = [box for box in _asking(root) if box.position_y > head + 1]
    if not places:
        return
    grid = length_of(root.style[_GRID])
    notes = [box.position_y for box in page.children[1:] if not isinstance(box, boxes.MarginBox)]
    foot = min([head + page.height, *notes])
    free = int((foot - _lowest(root)) / grid + NEAR)
    if 1 <= free <= MOST_FREE:
        _push(root, _shares(places, free), grid)


def _asking(box: Any) -> Iterator[Any]:
    """The boxes in the flow that say of themselves that lines may be added above them."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.BlockBox) and child.is_in_normal_flow():
            if _style(child) is not None:
                yield child
            yield from _asking(child)


def _style(box: Any) -> Any:
    """The style that asks for lines, of the box itself or of the table that it wraps."""
    held = box.get_wrapped_table() if box.is_table_wrapper else box
    return held.style if _ASKED in getattr(held.style, "cascaded", ()) else None


def _shares(places: list[Any], free: int) -> dict[int, int]:
    """How many lines are added above each box, by its identity: as many above each as can be."""
    most = {id(box): _lines(_style(box)[_ASKED]) for box in places}
    added = dict.fromkeys(most, 0)
    while free and any(added[key] < most[key] for key in most):
        for key in most:
            if free and added[key] < most[key]:
                added[key] += 1
                free -= 1
    return added


def _lines(tokens: Any) -> int:
    return next((int(token.value) for token in tokens if token.type == "number"), 0)


def _lowest(box: Any) -> float:
    """How far down a box is printed on: lines, pictures, what has a ground or a border."""
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
        return float(box.position_y + box.margin_height())
    found = 0.0
    if isinstance(box, boxes.BlockLevelBox) and _is_seen(box):
        found = box.border_box_y() + box.border_height()
    return max([found, *map(_lowest, getattr(box, "children", ()))])


def _is_seen(box: Any) -> bool:
    colour = box.style["background_color"]
    painted = colour == "currentcolor" or colour.alpha > 0
    return bool(painted or box.border_bottom_width or box.border_top_width)


def _push(box: Any, added: dict[int, int], grid: float) -> float:
    """Add the lines in a box; how much it grows by, in CSS px."""
    grown = 0.0
    for child in box.children:
        grown += added.get(id(child), 0) * grid
        child.translate(dy=grown)
        if isinstance(child, boxes.BlockBox) and child.is_in_normal_flow():
            grown += _push(child, added, grid)
    if grown:
        box.height += grown
    return grown
