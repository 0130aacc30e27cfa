"""Lets what may float stand further down where it does not fit, which WeasyPrint 70 does not know.

A box of which a style sheet says `--float: down` is not cut. Where the rest of a page is too low
for it, what follows it in its parent stands there first, and it stands after that: else its page
would end in white. Tags follow what is printed. CSS Page Floats has the like as `float-defer`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from press.typeset.weasyprint.exchange import replaced

# WeasyPrint's name for the custom property.
_ASKED = "__float"


class ChildOrder(list[Any]):
    """The children of a box; a loop over a part of them meets them in the order that they have
    when it comes to them. `typed` is the order that they had at first."""

    def __init__(self, held: Sequence[Any]) -> None:
        super().__init__(held)
        self.typed = tuple(held)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice) and at.stop is None and at.step is None:
            return _Rest(self, at.start or 0)
        return super().__getitem__(at)


class _Rest(Iterable[Any]):
    """The children of a box from one on."""

    def __init__(self, held: list[Any], first: int) -> None:
        self.held, self.first = held, first

    def __iter__(self) -> Iterator[Any]:
        for at in count(self.first):
            if at >= len(self.held):
                return
            yield self.held[at]


@contextmanager
def floating_down() -> Iterator[None]:
    """While the block runs, WeasyPrint lets the boxes float that ask for it."""
    of_container, in_flow = block.block_container_layout, block._in_flow_layout

    def container(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
        if not isinstance(box.children, ChildOrder) and any(map(floats, box.children)):
            box.children = ChildOrder(box.children)
        return of_container(context, box, *rest, **named)

    def flow(
        context: Any,
        box: Any,
        index: int,
        child: Any,
        new_children: list[Any],
        page_is_empty: bool,
        absolute_boxes: Any,
        fixed_boxes: Any,
        adjoining_margins: list[Any],
        bottom_space: float,
        position_y: float,
        *rest: Any,
        **named: Any,
    ) -> Any:
        def fits(one: Any) -> bool:
            one.position_x, one.position_y = child.position_x, child.position_y
            made: list[Any] = []
            result = block.block_level_layout(
                context, one, bottom_space, None, box, False, made, made, list(adjoining_margins)
            )
            block.remove_placeholders(context, [one], made, made)
            return result[0] is not None and not (
                floats(one)
                and context.overflows_page(
                    bottom_space, result[0].content_box_y() + result[0].height
                )
            )

        if (
            isinstance(box.children, ChildOrder)
            and floats(child)
            and (new_children or not page_is_empty)
        ):
            held = box.children
            after = next((n for n in range(index + 1, len(held)) if not floats(held[n])), None)
            if after is not None and not fits(child) and fits(held[after]):
                held.insert(index, held.pop(after))
                x, y = child.position_x, child.position_y
                child = held[index]
                child.position_x, child.position_y = x, y
        return in_flow(
            context, box, index, child, new_children, page_is_empty, absolute_boxes, fixed_boxes,
            adjoining_margins, bottom_space, position_y, *rest, **named,
        )  # fmt: skip

    with (
        replaced(block, "block_container_layout", container),
        replaced(block, "_in_flow_layout", flow),
    ):
        yield


def floats(box: Any) -> bool:
    """Whether a box in the flow asks to stand further down where it does not fit."""
    return isinstance(box, boxes.BlockBox) and _ASKED in getattr(box.style, "cascaded", ())
