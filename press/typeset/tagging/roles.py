"""Roles: which standard type each element of HTML takes (ISO 32000-1, 14.8.4).

Templates say what a thing is with an element or with a role of ARIA or DPUB-ARIA: `doc-toc` for
contents, `doc-footnote` and `doc-noteref` for a note and its mark, `img` with `aria-label` for a
drawing made of boxes, `aria-hidden` for what is mere decoration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from press.pdf.structure import Annotation, MarkedContent
from press.typeset.tagging.elements import Node

# What is not here and has no role is seen through.
_TYPES = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "p": "P", "section": "Sect", "article": "Art", "main": "Part", "blockquote": "BlockQuote",
    "q": "Quote", "ul": "L", "ol": "L", "dl": "L", "li": "LI", "dt": "Lbl", "dd": "LBody",
    "table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR",
    "th": "TH", "td": "TD", "caption": "Caption", "a": "Link", "img": "Figure",
    "{http://www.w3.org/2000/svg}svg": "Figure",
}  # fmt: skip
_PSEUDO = {"marker": "Lbl", "footnote-marker": "Lbl", "footnote-call": "Reference"}
_ROLES = {
    "doc-toc": "TOC",
    "doc-footnote": "Note",
    "doc-endnote": "Note",
    "doc-index": "Index",
    "img": "Figure",
    "none": "",
    "presentation": "",
}
_HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
# These run along in a line.
_INLINE = frozenset(("Span", "Quote", "Link", "Reference", "Note"))
# These hold paragraphs, not words.
_GROUPS = frozenset(("Document", "Part", "Sect", "Art", "BlockQuote", "Index", "TOCI"))
_BOXES = frozenset(("div", "header", "footer", "nav", "aside", "figure", "figcaption", "address"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element to be written; `node` is the element of HTML that it stands for."""

    type: str
    kids: tuple[Tag | MarkedContent | Annotation, ...]
    node: Node | None = None
    scope: str = ""


Kid = Tag | MarkedContent | Annotation


def tagged(body: Iterable[Node | MarkedContent | Annotation]) -> Tag:
    """The whole of a document's body as one tag."""
    return Tag("Document", tuple(_grouped(_all(body, ("Document",)))))


def _all(kids: Iterable[Node | MarkedContent | Annotation], above: tuple[str, ...]) -> list[Kid]:
    found: list[Kid] = []
    for kid in kids:
        found += _one(kid, above) if isinstance(kid, Node) else [kid]
    return found


def _one(node: Node, above: tuple[str, ...]) -> list[Kid]:
    """The tags of an element in others of the types `above`; those in it when it has none."""
    origin = node.origin
    if origin.hidden:
        return []
    kind = _type(node, above)
    kids = _all(node.kids, (*above, "TOC" if origin.role == "doc-toc" else kind))
    if not kids:
        return []
    match kind:
        case "Figure":  # what it shows is told by its text alone; links in it still lead
            return [Tag(kind, tuple(c for kid in kids for c in _drawn(kid)), node)]
        case "L":
            return [Tag(kind, tuple(_items(kids)), node)]
        case "TOC":  # what parts its items is no item
            return [Tag(kind, tuple(kid for kid in kids if isinstance(kid, Tag)), node)]
        case "LI":
            return [Tag(kind, tuple(_labelled(kids)), node)]
        case "TH":
            return [Tag(kind, tuple(kids), node, "Column" if "THead" in above else "Row")]
        case "Link":
            link = Tag(kind, tuple(kids), node)
            refers = "TOCI" in above or origin.role == "doc-noteref"
            return [Tag("Reference", (link,))] if refers else [link]
        case "Note" if _is_number(kids[0]):
            return [Tag(kind, (Tag("Lbl", (kids[0],)), *kids[1:]), node)]
        case "" if _says(node) and all(_runs_along(kid) for kid in kids):
            return [Tag("Span", tuple(kids), node)]
        case "" if origin.tag in _BOXES and above[-1] != "L":
            return _grouped(kids)
        case "":
            return kids
        case "Art":
            return [Tag(kind, tuple(_headed(_grouped(kids))), node)]
        case _ if kind in _GROUPS:
            return [Tag(kind, tuple(_grouped(kids)), node)]
        case _:
            return [Tag(kind, tuple(kids), node)]


def _says(node: Node) -> bool:
    """Whether what runs along in a line has a language of its own, or is read aloud otherwise."""
    return bool(node.origin.language or node.origin.label)


def _type(node: Node, above: tuple[str, ...]) -> str:
    name, _, pseudo = node.origin.tag.partition("::")
    if pseudo:
        return _PSEUDO.get(pseudo, "")
    if any(isinstance(k, Node) and k.origin.tag.endswith("::footnote-marker") for k in node.kids):
        return "Note"
    kind = _TYPES.get(name, "")
    role = _ROLES.get(node.origin.role, kind)
    if "TOC" in above and kind in ("L", "LI"):
        return "TOC" if kind == "L" else "TOCI"
    # Of a section that is the contents, the list in it is what the standard calls so.
    return kind if role == "TOC" and kind != "L" else role


def _is_number(kid: Kid) -> bool:
    """Whether a tag is a link that is called by a figure: the number of a note."""
    return isinstance(kid, Tag) and kid.node is not None and kid.node.origin.text.isdigit()


def _runs_along(kid: Kid) -> bool:
    return not isinstance(kid, Tag) or kid.type in _INLINE


def _grouped(kids: list[Kid]) -> list[Kid]:
    """`kids` with every run of words among them made a paragraph."""
    found: list[Kid] = []
    for along, group in groupby(kids, _runs_along):
        run = tuple(group)
        found += [Tag("P", run)] if along else run
    return found


def _headed(kids: list[Kid]) -> list[Kid]:
    """The heading of an article before all else: who goes from heading to heading must not miss
    the date that is printed above it, or take it for that of the article before."""
    at = next((i for i, k in enumerate(kids) if isinstance(k, Tag) and k.type in _HEADINGS), 0)
    return [*kids[at : at + 1], *kids[:at], *kids[at + 1 :]]


def _items(kids: list[Kid]) -> list[Kid]:
    """The items of a list; a term and what follows it, up to the next term, are one."""
    items: list[Kid] = []
    pair: list[Tag] = []
    for kid in kids:
        if not isinstance(kid, Tag):
            continue  # the space between two items
        if kid.type in ("Lbl", "LBody"):
            if kid.type == "Lbl" and any(part.type == "LBody" for part in pair):
                items.append(Tag("LI", tuple(pair)))
                pair = []
            pair.append(kid)
        else:
            items.append(kid)
    return [*items, Tag("LI", tuple(pair))] if pair else items


def _labelled(kids: list[Kid]) -> list[Kid]:
    """The label of an item, where it has one, and all else as its body."""
    labels = [kid for kid in kids if isinstance(kid, Tag) and kid.type == "Lbl"]
    body = [kid for kid in kids if kid not in labels]
    return [*labels, Tag("LBody", tuple(body))] if body else [*labels]


def _drawn(kid: Kid) -> Iterator[Kid]:
    if isinstance(kid, Tag) and kid.type != "Link":
        for inner in kid.kids:
            yield from _drawn(inner)
    else:
        yield kid
