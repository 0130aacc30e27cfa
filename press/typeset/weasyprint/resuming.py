"""Lays out a document again after an edit: only the pages that the edit may move.

WeasyPrint 70 makes page after page, each from the state that the one before has left: where in the
boxes it begins, and counters. Here the states, pages and boxes of a layout are held. When the same
document comes again with an edit, its pages before the edit are taken over as they are, and it is
laid out from one page before the first that holds what differs, since what does not fit a page
decides where that ends. As soon as a page begins as it did before, with nothing different after it,
it and all that follow are taken over too. Pages are the same as of a layout from nothing.

What asks for more than the page that it stands on, as foot notes, boxes on every page and counters
of other pages, is laid out from nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import tostring

import weasyprint.layout
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import set_page_type_computed_styles

from press.typeset.weasyprint.exchange import replaced
from press.typeset.weasyprint.likeness import (
    BoxDifference,
    Likeness,
    Orders,
    Path,
    is_moved,
    order_of,
    orders_along,
    path_of,
    put,
    typed,
)


@dataclass(slots=True)
class Held:
    """A layout that another may go on from, which uses it up.

    `bodies` are the pages without their margins, and `clean` says after which nothing goes on
    overleaf that is out of the flow. `orders` is how the children of the boxes stood that go on on
    a page, where some of them had been moved. `heads` are the margins of the pages that were
    taken over from an earlier layout, and what stood there. All are by the number of the page, from
    0.
    """

    context: Any = None
    root: Any = None
    plain: bool = True
    pages: list[Any] = field(default_factory=list)
    bodies: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    orders: dict[int, tuple[Path, Orders]] = field(default_factory=dict)
    clean: dict[int, bool] = field(default_factory=dict)
    heads: dict[int, tuple[list[Any], Any]] = field(default_factory=dict)

    def changed(self) -> list[int]:
        """The pages that are not as they were in the earlier layout, or may not be."""
        pages = enumerate(self.pages)
        return [n for n, page in pages if n not in self.heads or self.heads[n][1] != _head(page)]

    def note(self, number: int, page: Any) -> None:
        """Keep what a page that was just made leaves for the next."""
        context = self.context
        self.heads.pop(number, None)
        self.bodies[number] = tuple(page.children)
        self.clean[number] = not (context.broken_out_of_flow or context.reported_footnotes)
        self.plain = self.plain and not page.fixed_boxes
        path = _begin(context, number + 1)
        # One that is made again finds boxes as they were moved in the end.
        if self.orders.get(number + 1, (None,))[0] != path:
            self.orders[number + 1] = path, orders_along(self.root, path)


@contextmanager
def resuming(last: Held | None, *, headed: bool = False) -> Iterator[Held]:
    """While the block runs, WeasyPrint lays out one document, and goes on from `last`.

    `headed`: what stands before it, and is told in its margins, is the same as then.
    """
    kept = Held()
    make, fill = weasyprint.layout.make_all_pages, weasyprint.layout.make_margin_boxes
    dress = weasyprint.layout.layout_backgrounds
    taking: list[_Taking] = []

    def make_or_take(context: Any, root: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        if kept.context is None:
            kept.context, kept.root = context, root
            lookups = context.target_collector.counter_lookup_items
            kept.plain = not (context.footnotes or lookups)
            if last and last.plain and kept.plain:
                taking.append(_Taking(last, kept, html))
                pages = taking[0].pages
        kept.pages = []
        for number, page in enumerate(make(context, root, html, pages)):
            kept.pages.append(page)
            if not (number < len(pages) and page is pages[number]):
                kept.note(number, page)
                for taken in taking:
                    if pages is taken.pages:
                        taken.go_on(number + 1)
            yield page
        for by_page in context.running_elements.values():
            for page_number, held in list(by_page.items()):
                kept.plain = kept.plain and not any(box.is_note() for box in held)
                if page_number > len(kept.pages):  # of an earlier layout, which was longer
                    del by_page[page_number]

    def margins(context: Any, page: Any, state: Any) -> Iterator[Any]:
        number = context.current_page - 1
        page.margins = None
        if headed and number in kept.heads and taking[0].is_headed_alike(number):
            page.margins = kept.heads[number][0]
        yield from fill(context, page, state)

    def dress_once(page: Any, *rest: Any) -> None:
        if kept.context.current_page - 1 not in kept.heads:
            dress(page, *rest)
        elif page.margins is None:
            layout_backgrounds(page, *rest)  # its foot was brought down before

    with (
        replaced(weasyprint.layout, "make_all_pages", make_or_take),
        replaced(weasyprint.layout, "make_margin_boxes", margins),
        replaced(weasyprint.layout, "layout_backgrounds", dress_once),
    ):
        yield kept


class _Taking:
    """Pages taken from an earlier layout: `pages` is what WeasyPrint takes for made already."""

    def __init__(self, last: Held, kept: Held, html: Any) -> None:
        self.last, self.kept, self.html = last, kept, html
        self.like = Likeness(last.root, kept.root)
        self.difference = self.like.difference
        within = [(a, b) for a, *_ in self.like.moved for b, *_ in self.like.moved if a != b]
        if any(inner[: len(outer)] == outer for outer, inner in within):
            self.difference = BoxDifference((), (), counted=False)
        self.pages: list[Any] = []
        self._alike: bool | None = None
        context = kept.context
        context.style_for.initial_page_sizes.update(last.context.style_for.initial_page_sizes)
        for name, by_page in last.context.running_elements.items():
            for held in by_page.values():
                for box in held:
                    self._name(box)
            context.running_elements[name].update(by_page)
        self.first = self._first()
        context.page_maker = last.context.page_maker[: self.first + 1]
        context.page_maker[-1][-1]["content_changed"] = True
        begin = _begin(last.context, self.first)
        for path, old, new in self.like.moved:
            if path < begin and begin[: len(path)] != path:
                put(new, order_of(old))
        for _, new, order in self._along(begin, self.first):
            put(new, order)
        for number in range(self.first):
            self._take(number)

    def _first(self) -> int:
        """The first page that is laid out."""
        last = len(self.last.pages)
        if self.difference is None:
            number = last - 1
        else:
            start = self.difference.start
            begun = [n for n in range(1, last) if () < _begin(self.last.context, n) <= start]
            number = max(begun, default=0) - 1
        while number > 0 and not self._may_begin(number):
            number -= 1
        return max(0, number)

    def _may_begin(self, number: int) -> bool:
        """Whether what is laid out from a page on depends on nothing but how that began."""
        path = _begin(self.last.context, number)
        # The lines of a paragraph are chosen from its first on.
        return bool(path and self.last.clean[number - 1]) and not any(
            isinstance(old, boxes.LineBox) for old, _, _ in self._along(path, number)
        )

    def _along(self, path: Path, number: int) -> Iterator[tuple[Any, Any, list[int] | None]]:
        """The boxes on the way to where a page began, old and new, and how their children stood
        then where some had been moved."""
        old, new = self.last.root, self.kept.root
        for depth, at in enumerate(path):
            if not isinstance(old, boxes.ParentBox):
                return  # what follows counts letters
            order = self.last.orders[number][1].get(path[:depth])
            yield old, new, order
            child = order[at] if order else at
            old, new = typed(old)[child], typed(new)[child]

    def go_on(self, number: int) -> None:
        """Take the pages from `number` on, where they are what they were."""
        states, before = self.kept.context.page_maker, self.last.context.page_maker
        if not self.first < number < len(self.last.pages):
            return
        path = path_of(states[number][0])
        if not (
            path
            and (self.difference is None or self.difference.is_before(path))
            and _counted(states[number]) == _counted(before[number])
            and self.kept.clean[number - 1]
            and self.last.clean[number - 1]
            and self.kept.orders[number] == self.last.orders[number]
        ):
            return
        states[number][-1].update(content_changed=False, pages_wanted=False)
        self.kept.context.page_maker = states[: number + 1] + before[number + 1 :]
        for at, old, new in self.like.moved:
            if at >= path:
                put(new, order_of(old))
        for old, new, _ in self._along(path, number):
            if is_moved(old):
                put(new, order_of(old))
        self.pages += self.kept.pages[self.first :]
        for following in range(number, len(self.last.pages)):
            self._take(following)

    def is_headed_alike(self, number: int) -> bool:
        """Whether all that a page tells of those before it is what it told."""
        if number >= self.first and self._alike is None:
            self._alike = self._told(self.kept) == self._told(self.last)
        alike = number < self.first or self._alike
        return bool(alike) and len(self.kept.pages) == len(self.last.pages)

    def _told(self, held: Held) -> Any:
        """What the pages that were laid out say in the margins of those after them."""
        made = [n + 1 for n in range(len(held.pages)) if n not in self.kept.heads]
        context = held.context
        strings = {
            name: [by_page[n] for n in made if by_page.get(n)]
            for name, by_page in context.string_set.items()
        }
        running = {
            name: [tostring(box.element) for n in made for box in by_page.get(n, ())]
            for name, by_page in context.running_elements.items()
        }
        return {n: s for n, s in strings.items() if s}, {n: r for n, r in running.items() if r}

    def _take(self, number: int) -> None:
        """Have WeasyPrint take a page for made."""
        page = self.last.pages[number]
        margins = [box for box in page.children if isinstance(box, boxes.MarginBox)]
        self.kept.heads[number] = margins, _head(page)
        self._name(page)
        page.children = list(self.last.bodies[number])
        set_page_type_computed_styles(page.page_type, self.html, self.kept.context.style_for)
        self.kept.context.page_maker[number][-1].update(content_changed=False, pages_wanted=False)
        self.kept.bodies[number] = self.last.bodies[number]
        self.kept.clean[number] = self.last.clean[number]
        self.kept.orders[number + 1] = self.last.orders[number + 1]
        self.pages.append(page)

    def _name(self, held: Any) -> None:
        """Give what was laid out before the edit the elements that are the same now."""
        for box in _boxes(held):
            box.element = self.like.elements.get(id(box.element), box.element)


def _head(page: Any) -> list[Any]:
    """What is printed in the margins of a page, and where."""
    margins = (box for box in page.children if isinstance(box, boxes.MarginBox))
    return [
        (box.element_tag, getattr(box, "text", ""), box.position_x, box.position_y, said)
        for margin in margins
        for box in _boxes(margin)
        for said in [sorted(box.element.attrib.items()) if hasattr(box.element, "attrib") else ()]
    ]


def _begin(context: Any, number: int) -> Path:
    """Where a page began; nowhere where it goes on in several boxes side by side."""
    return path_of(context.page_maker[number][0])


def _counted(state: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a page begins with, but for how many pages there are."""
    resume_at, next_page, right, (depth, counters, scopes, groups), _ = state
    return resume_at, next_page, right, depth, {**counters, "pages": 0}, scopes, groups


def _boxes(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)  # where it was taken out of the flow
    yield box
    for child in box.all_children() if hasattr(box, "all_children") else ():
        yield from _boxes(child)
