"""Elements: the tags of a typeset PDF put together again as the HTML that they came from.

WeasyPrint 70 tags boxes: a paragraph over two pages is two, a nested list stands beside its item,
a repeated table head is read twice, a footnote stands at the foot of its page and is not known
there. Here each element is one again, in the order of the HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from press.pdf.structure import Annotation, Element, MarkedContent
from press.typeset.weasyprint.origins import Origin, origin_of

_LISTS = ("ul", "ol")
# What a table says again at the head and foot of every page that it runs over.
_REPEATED = ("thead", "tfoot")
CALL = "::footnote-call"


@dataclass(slots=True)
class Node:
    """An element of the HTML with what is printed of it; `held` is its first tag in the PDF."""

    origin: Origin
    held: Any
    kids: list[Node | MarkedContent | Annotation] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        """The element and all in it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()


def rebuild(tree: Element) -> list[Node | MarkedContent | Annotation]:
    """The elements of the body in order; marked content that they lack is not of the text."""
    body = _joined(_kids(tree))
    _bring_notes_home(body)
    _bring_links_home(body)
    return body


def _kids(element: Element) -> list[Node | MarkedContent | Annotation]:
    """What stands in a tag, boxes without an element of their own seen through."""
    found: list[Node | MarkedContent | Annotation] = []
    for kid in element.kids:
        if not isinstance(kid, Element):
            found.append(kid)
            continue
        origin = origin_of(kid.held)
        inside = _kids(kid)
        if origin is None:
            found += inside
        elif origin.tag in _LISTS and found and _is_item(found[-1]):
            item = found[-1]
            assert isinstance(item, Node)
            item.kids.append(Node(origin, kid.held, list(_opened(origin, inside))))
        else:
            found.append(Node(origin, kid.held, list(_opened(origin, inside))))
    return found


def _is_item(kid: Node | MarkedContent | Annotation) -> bool:
    return isinstance(kid, Node) and kid.origin.tag == "li"


def _opened(
    origin: Origin, kids: Iterable[Node | MarkedContent | Annotation]
) -> Iterator[Node | MarkedContent | Annotation]:
    """`kids` with the second box of the same element taken off."""
    for kid in kids:
        if isinstance(kid, Node) and kid.origin.key == origin.key:
            yield from kid.kids
        else:
            yield kid


def _joined(
    kids: list[Node | MarkedContent | Annotation],
) -> list[Node | MarkedContent | Annotation]:
    """`kids` with the parts of one element, parted by lines or pages, as one."""
    whole: list[Node | MarkedContent | Annotation] = []
    known: dict[tuple[str, int, str], Node] = {}
    for kid in kids:
        if not isinstance(kid, Node):
            whole.append(kid)
        elif (first := known.get(kid.origin.key)) is None:
            known[kid.origin.key] = kid
            whole.append(kid)
        elif kid.origin.tag not in _REPEATED:
            first.kids += kid.kids
    for node in known.values():
        node.kids = _joined(node.kids)
    return whole


def _bring_links_home(body: Iterable[Node | MarkedContent | Annotation]) -> None:
    """What leads from a link stands in it, not in a foreign phrase that stands there."""
    for kid in body:
        for link in kid.nodes() if isinstance(kid, Node) else ():
            if link.origin.tag != "a":
                continue
            for inner in link.nodes():
                if inner is not link:
                    link.kids += [one for one in inner.kids if isinstance(one, Annotation)]
                    inner.kids = [one for one in inner.kids if not isinstance(one, Annotation)]


def _bring_notes_home(body: list[Node | MarkedContent | Annotation]) -> None:
    """Each footnote from the foot of its page to behind its call in the sentence."""
    callers = {}
    for kid in body:
        for node in kid.nodes() if isinstance(kid, Node) else ():
            for place, inner in enumerate(node.kids):
                if isinstance(inner, Node) and inner.origin.tag.endswith(CALL):
                    callers[(*inner.origin.key[:2], "")] = node, place
    called = [kid for kid in body if isinstance(kid, Node) and kid.origin.key in callers]
    # From the last to the first, so that a place counted before stays right.
    for note in reversed(called):
        caller, place = callers[note.origin.key]
        caller.kids.insert(place + 1, note)
        body.remove(note)
