"""Link names: what a screen reader says of a link, so that it makes sense out of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from press.pdf.structure import Annotation, MarkedContent
from press.typeset.tagging.elements import Node

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A link of no more words than these may say too little ("صفحة", "3"): its goal is named after it.
FEW_WORDS = 2

Kids = Iterable[Node | MarkedContent | Annotation]
Key = tuple[str, int, str]


def link_names(body: Kids) -> tuple[dict[Key, str], dict[Key, tuple[str, str]], dict[str, str]]:
    """The name of each link by the key of its element; which of them wait; what stands at each id.

    A label in the template goes before all; else it is the text of the link, and what it leads
    to where the text alone would not tell. A link to what is not in `body` waits, with its text
    and the id that it leads to, to be `named` by it.
    """
    goals = dict(_goals(body, ""))
    names: dict[Key, str] = {}
    waiting: dict[Key, tuple[str, str]] = {}
    for kid in body:
        for node in kid.nodes() if isinstance(kid, Node) else ():
            if node.origin.tag == "a":
                key, text, goal = node.origin.key, node.origin.text, _goal(node)
                names[key] = node.origin.label or named(text, goals.get(goal, ""))
                if goal and goal not in goals and not node.origin.label:
                    waiting[key] = text, goal
    return names, waiting, goals


def named(text: str, goal: str) -> str:
    """The name of a link with a text, to a place where `goal` stands; that may be empty."""
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
