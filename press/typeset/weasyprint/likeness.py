"""Finds where the boxes of a document differ from those of the same document before an edit.

Boxes are compared as WeasyPrint 70 has made them of elements and styles, before they are laid out.
A place among them is a path: the number of a child, of a child of that, and so on from the root.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import tostring

import tinycss2.ast
from tinycss2 import serialize
from weasyprint.formatting_structure import boxes

from press.typeset.weasyprint.page_floats import ChildOrder, floats

Path = tuple[int, ...]
# The order of the children of boxes by their path, of those where it is not that of the HTML.
Orders = dict[Path, list[int]]
# What WeasyPrint says of a box beside its text, its style and its children.
_SAID = ("element_tag", "text", "bookmark_label", "string_set", "link", "colspan", "rowspan")
_HELD = (boxes.TableBox, boxes.FlexBox, boxes.InlineFlexBox, boxes.GridBox, boxes.InlineGridBox)


@dataclass(frozen=True, slots=True)
class BoxDifference:
    """Where boxes begin to differ for who lays them out, and where they no longer do.

    `start` is where what may be laid out otherwise begins, and `after` where it ends, as the old
    boxes stand when they are laid out; not `counted` where those beside it have other numbers now.
    """

    start: Path
    after: Path
    counted: bool

    def is_before(self, path: Path) -> bool:
        """Whether all that follows from `path` on is what followed there before the edit."""
        beside = path[: max(0, len(self.after) - 1)] == self.after[:-1]
        return path >= self.after and (self.counted or not beside)


class Likeness:
    """Compares two trees of boxes, and remembers which elements are the same in both."""

    def __init__(self, old: Any, new: Any) -> None:
        # The new element for each old one, by its identity.
        self.elements: dict[int, Any] = {}
        # Boxes whose children stand in another order than they were made in: path, old and new box.
        self.moved: list[tuple[Path, Any, Any]] = []
        self._styles: dict[tuple[int, int], bool] = {}
        self.same = self._same(old, new, ())
        self.difference = None if self.same else self._difference(old, new)

    def _difference(self, old: Any, new: Any) -> BoxDifference:
        """Where two trees differ, with all that is laid out as one with what differs."""
        path: Path = ()
        start: Path | None = None
        moved = False
        while True:
            alike = self._own(old, new)
            olds, news = typed(old), typed(new)
            first = self._alike(olds, news, path, 1)
            last = self._alike(olds[first:], news[first:], path, -1)
            one = len(olds) - first - last == len(news) - first - last == 1
            if path and (
                not alike
                or _is_held(old)
                or _is_held(new)
                or (is_moved(old) and (moved or not one))
            ):
                return BoxDifference(start or path, (*path[:-1], path[-1] + 1), counted=True)
            if not alike:
                return BoxDifference((), (), counted=False)
            moved = moved or is_moved(old)
            held = old.children if one else olds
            at = order_of(old).index(first) if one else first
            # What stood further down for want of room was tried before what follows it.
            floating = at
            while floating and floats(held[floating - 1]):
                floating -= 1
            if start is None and floating < at:
                start = (*path, floating)
            path = (*path, at)
            if not one:
                counted = len(olds) == len(news)
                after = (*path[:-1], max(len(olds), len(news)) - last)
                return BoxDifference(start or path, after, counted)
            old, new = olds[first], news[first]

    def _alike(self, olds: Sequence[Any], news: Sequence[Any], path: Path, step: int) -> int:
        """How many are the same from the beginning on, or from the end back."""
        count = 0
        for old, new in zip(olds[::step], news[::step], strict=False):
            at = count if step > 0 else len(news) - 1 - count
            if not self._same(old, new, (*path, at)):
                break
            count += 1
        return count

    def _same(self, old: Any, new: Any, path: Path) -> bool:
        """Whether two boxes are the same, with all in them."""
        if not self._own(old, new):
            return False
        olds, news = typed(old), typed(new)
        if len(olds) != len(news):
            return False
        pairs = enumerate(zip(olds, news, strict=True))
        if not all(self._same(before, now, (*path, at)) for at, (before, now) in pairs):
            return False
        if is_moved(old):
            self.moved.append((path, old, new))
        return True

    def _own(self, old: Any, new: Any) -> bool:
        """Whether two boxes are the same but for their children."""
        if type(old) is not type(new):
            return False
        if any(getattr(old, name, None) != getattr(new, name, None) for name in _SAID):
            return False
        before, now = old.element, new.element
        if before is None or now is None:
            if before is not now:
                return False
        elif before.tag != now.tag or before.attrib != now.attrib:
            return False
        if not all(
            self._dressed(getattr(old, name), getattr(new, name))
            for name in ("style", "first_letter_style", "first_line_style")
        ):
            return False
        if isinstance(old, boxes.ReplacedBox) and old.replacement is not new.replacement:
            return before.tag.endswith("}svg") and tostring(before) == tostring(now)
        if getattr(old, "column_groups", ()) or getattr(new, "column_groups", ()):
            return False
        if before is not None:
            self.elements[id(before)] = now
        return True

    def _dressed(self, old: Any, new: Any) -> bool:
        """Whether two styles say the same."""
        if old is None or new is None:
            return old is new
        key = id(old), id(new)
        known = self._styles.get(key)
        if known is None:
            known = self._styles[key] = (
                type(old) is type(new)
                and _says(getattr(old, "cascaded", {}), getattr(new, "cascaded", {}))
                and self._dressed(
                    getattr(old, "parent_style", None), getattr(new, "parent_style", None)
                )
            )
        return known


def typed(box: Any) -> Sequence[Any]:
    """The children of a box in the order that they were made in."""
    held = getattr(box, "children", ())
    return held.typed if isinstance(held, ChildOrder) else held


def is_moved(box: Any) -> bool:
    """Whether the children of a box stand in another order than they were made in."""
    held = box.children
    return isinstance(held, ChildOrder) and list(map(id, held)) != list(map(id, held.typed))


def order_of(box: Any) -> list[int]:
    """The numbers that the children of a box were made with, as they stand."""
    held = box.children
    if not isinstance(held, ChildOrder):
        return list(range(len(held)))
    numbers = {id(child): at for at, child in enumerate(held.typed)}
    return [numbers[id(child)] for child in held]


def path_of(resume_at: Any) -> Path:
    """Where WeasyPrint goes on; the root where that is in several boxes side by side."""
    path = []
    while resume_at:
        if len(resume_at) > 1:
            return ()
        ((at, resume_at),) = resume_at.items()
        path.append(at)
    return tuple(path)


def put(box: Any, order: list[int] | None) -> None:
    """Have the children of a box stand in an order, given by the numbers they were made with."""
    if order:
        made = ChildOrder(typed(box))
        made[:] = [made.typed[at] for at in order]
        box.children = made


def orders_along(box: Any, path: Path) -> Orders:
    """How the children of the boxes on a path stand, where they have been moved."""
    found = {}
    for depth, at in enumerate(path):
        if not isinstance(box, boxes.ParentBox):
            break
        if is_moved(box):
            found[path[:depth]] = order_of(box)
        box = box.children[at]
    return found


def _is_held(box: Any) -> bool:
    """Whether all of a box may be laid out otherwise for what one place of it says."""
    style = box.style
    return (
        not isinstance(box, boxes.BlockBox)
        or isinstance(box, _HELD)
        or box.is_table_wrapper
        or not box.is_in_normal_flow()
        or style["break_inside"] != "auto"
        or style["column_count"] != "auto"
        or style["column_width"] != "auto"
    )


def _says(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether two sets of declarations are the same, whatever objects say it."""
    if old == new:
        return True
    return old.keys() == new.keys() and all(_plain(old[name]) == _plain(new[name]) for name in old)


def _plain(value: Any) -> Any:
    """A value of CSS as what can be compared; what is not known is the same as itself alone."""
    if isinstance(value, list | tuple):
        return type(value), *map(_plain, value)
    if isinstance(value, tinycss2.ast.Node):
        return serialize([value])
    if hasattr(value, "tokens"):  # of which custom properties are put in later
        return type(value), value.name, _plain(value.tokens)
    return value
