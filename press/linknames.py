"""Link names: what a screen reader says of a link, so that it makes sense out of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from press.elements import Node
from press.structure import Annotation, Content

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A link of no more words than these may say too little ("صفحة", "3"): its goal is named after it.
FEW_WORDS = 2

Kids = Iterable[Node | Content | Annotation]


def link_names(body: Kids) -> dict[tuple[str, int, str], str]:
    """The name of each link by the key of its element.

    A label in the template goes before all; else it is the text of the link, and what it leads
    to where the text alone would not tell.
    """
    goals = dict(_goals(body, ""))
    names = {}
    for kid in body:
        for node in kid.nodes() if isinstance(kid, Node) else ():
            if node.origin.tag == "a":
                names[node.origin.key] = _name(node, goals)
    return names


def _name(node: Node, goals: dict[str, str]) -> str:
    text = node.origin.text
    if node.origin.label:
        return node.origin.label
    goal = goals.get(_goal(node), "")
    if goal and (goal.startswith(text.removesuffix("…")) or f" {text} " in f" {goal} "):
        return goal
    return f"{text}: {goal}" if goal and len(text.split()) <= FEW_WORDS else text


def _goal(node: Node) -> str:
    """The id that a link leads to; empty for an address."""
    for inner in node.nodes():
        for kid in inner.kids:
            if isinstance(kid, Annotation):
                return str(kid.held.get("/Dest", ""))
    return ""


def _goals(body: Kids, around: str) -> Iterator[tuple[str, str]]:
    """Each id with what stands there: its heading, its first words, or what it stands in."""
    for kid in body:
        if not isinstance(kid, Node):
            continue
        here = around
        if kid.origin.id or kid.origin.tag in ("article", "section"):
            heading = next((n for n in kid.nodes() if n.origin.tag in _HEADINGS), None)
            own = heading.origin.text if heading else kid.origin.text
            # A note's mark is a figure; what stands there is the entry.
            here = own if any(c.isalpha() for c in own) else around
        if kid.origin.id:
            yield kid.origin.id, here
        yield from _goals(kid.kids, here)
