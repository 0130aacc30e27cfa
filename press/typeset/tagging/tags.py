"""Tags: the structure tree of a bound PDF written anew, as the templates mean it.

What WeasyPrint 70 tags is put together again by element (elements.py), takes the standard types
(roles.py), and is written with what it leaves out: languages, alternatives, scopes, ids, names of
links. What is not of the text becomes an artifact (ISO 32000-1, 14.8.2.2).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from press.geometry import PT_PER_PX
from press.pdf.structure import Annotation, MarkedContent, read_structure
from press.typeset.gathering import Call
from press.typeset.tagging.elements import rebuild
from press.typeset.tagging.link_names import Key, link_names
from press.typeset.tagging.roles import Tag, tagged

_MARK = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")
_ARTIFACTS = {
    "layout": b"/Artifact <</Type /Layout>> BDC",
    "head": b"/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "foot": b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}
# The height at which text begins, in CSS px from the page's upper edge.
_HEIGHT = re.compile(rb"([-\d.]+) Tm")


def mend_tags(pdf: pikepdf.Pdf) -> tuple[dict[str, str], tuple[Call, ...]]:
    """Write the tags of `pdf` anew; a PDF without any stays as it is.

    Returns what stands at each id, and the links that are named by what stands in other gatherings.
    """
    tree = read_structure(pdf)
    if not tree.kids:
        return {}, ()
    in_boxes = set(tree.contents())
    body = rebuild(tree)
    names, waiting, goals = link_names(body)
    document = tagged(body)
    links = _write(pdf, document, names)
    kept = _kept(document)
    for number, page in enumerate(pdf.pages, start=1):
        _make_artifacts(pdf, page, number, kept, in_boxes)
    return goals, tuple(
        Call(number, place, *waiting[links[link.objgen]])
        for number, page in enumerate(pdf.pages)
        for place, link in enumerate(page.obj.get("/Annots", ()))
        if links.get(link.objgen) in waiting
    )


def _kept(tag: Tag) -> set[MarkedContent]:
    found: set[MarkedContent] = set()
    waiting = [tag]
    while waiting:
        for kid in waiting.pop().kids:
            if isinstance(kid, MarkedContent):
                found.add(kid)
            elif isinstance(kid, Tag):
                waiting.append(kid)
    return found


def _make_artifacts(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    number: int,
    kept: set[MarkedContent],
    in_boxes: set[MarkedContent],
) -> None:
    """Mark as artifacts what no tag holds: the margins' as heads and feet, the rest as layout."""
    drawn = page.Contents.read_bytes()
    middle = float(page.mediabox[3]) / PT_PER_PX / 2

    def marked(match: re.Match[bytes]) -> bytes:
        content = MarkedContent(number, int(match[1]))
        if content in kept:
            return match[0]
        if content in in_boxes:
            return _ARTIFACTS["layout"]
        height = _HEIGHT.search(drawn, match.end())
        return _ARTIFACTS["head" if height and float(height[1]) < middle else "foot"]

    changed = _MARK.sub(marked, drawn)
    if changed != drawn:
        page.Contents = pdf.make_stream(changed)


def _write(pdf: pikepdf.Pdf, document: Tag, names: dict[Key, str]) -> dict[tuple[int, int], Key]:
    """The tree with its indices: by page and annotation, and by id (ISO 32000-1, 14.7.4.4).

    Returns the element of every link that stands in it, by the link's number in the file.
    """
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in pdf.pages]
    owners: list[dict[int, Any]] = [{} for _ in pages]
    linked: list[tuple[Any, Any]] = []
    keys: dict[tuple[int, int], Key] = {}
    ids: dict[str, Any] = {}

    def element(tag: Tag, parent: Any) -> Any:
        made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.type}"), P=parent))
        home = _page_of(tag)
        if home:
            made.Pg = pages[home - 1]
        inside = Array()
        for kid in tag.kids:
            if isinstance(kid, Tag):
                inside.append(element(kid, made))
            elif isinstance(kid, MarkedContent):
                owners[kid.page - 1][kid.number] = made
                inside.append(
                    kid.number
                    if kid.page == home
                    else Dictionary(Type=Name.MCR, Pg=pages[kid.page - 1], MCID=kid.number)
                )
            elif kid.held.objgen not in nested:
                linked.append((kid.held, made))
                inside.append(Dictionary(Type=Name.OBJR, Pg=pages[kid.page - 1], Obj=kid.held))
                if tag.node:
                    kid.held.Contents = String(names[tag.node.origin.key])
                    keys[kid.held.objgen] = tag.node.origin.key
        made.K = inside
        _say(tag, made, pages, ids)
        return made

    nested = _nested(document)
    root.K = Array([element(document, root)])
    kept = {annotation.objgen for annotation, _ in linked}
    numbers = Array()
    for index, page in enumerate(pages):
        page.StructParents = index
        held = owners[index]
        row = Array([held.get(n) for n in range(max(held, default=-1) + 1)])
        numbers.append(index)
        numbers.append(pdf.make_indirect(row))
        if "/Annots" in page:
            # A link in what is hidden from screen readers leads nobody.
            page.Annots = Array([a for a in page.Annots if a.objgen in kept])
    for index, (annotation, owner) in enumerate(linked, start=len(pages)):
        annotation.StructParent = index
        numbers.append(index)
        numbers.append(owner)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages) + len(linked)
    if ids:
        pairs = [part for key in sorted(ids) for part in (String(key), ids[key])]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(pairs)))
    pdf.Root.StructTreeRoot = root
    return keys


def _say(tag: Tag, made: Any, pages: list[Any], ids: dict[str, Any]) -> None:
    """Write beside a tag what its element says of itself."""
    if tag.node is None:
        return
    origin = tag.node.origin
    if origin.language:
        made.Lang = String(origin.language)
    if tag.type == "Span" and origin.label:
        made.ActualText = String(origin.label)
    if tag.type == "Figure":
        if origin.label:
            made.Alt = String(origin.label)
        if origin.box and (page := _page_of(tag)):
            left, top, right, bottom = (edge * PT_PER_PX for edge in origin.box)
            height = float(pages[page - 1].MediaBox[3])
            box = Array([left, height - bottom, right, height - top])
            made.A = Dictionary(O=Name.Layout, BBox=box)
    if tag.type == "L" and origin.tag == "ol" and _numbered(tag):
        made.A = Dictionary(O=Name.List, ListNumbering=Name.Decimal)
    if tag.type in ("TH", "TD"):
        said = tag.node.held.get("/A", {})
        spans = {key: said[key] for key in ("/ColSpan", "/RowSpan") if key in said}
        if tag.scope:
            spans["/Scope"] = Name(f"/{tag.scope}")
        if spans:
            made.A = Dictionary({"/O": Name.Table, **spans})
    # A note must have an id; that of another says which record stands there.
    key = origin.id or ("note-{}-{}".format(*origin.key[:2]) if tag.type == "Note" else "")
    if key and key not in ids:
        made.ID = String(key)
        ids[key] = made


def _numbered(tag: Tag) -> bool:
    """Whether the items of a list have labels."""
    return any(
        isinstance(part, Tag) and part.type == "Lbl"
        for item in tag.kids
        if isinstance(item, Tag)
        for part in item.kids
    )


def _page_of(tag: Tag) -> int:
    """The page that a tag begins on; 0 for one without content."""
    for kid in tag.kids:
        if page := _page_of(kid) if isinstance(kid, Tag) else kid.page:
            return page
    return 0


def _nested(document: Tag) -> set[tuple[int, int]]:
    """Annotations that lie in another of the same link: WeasyPrint makes one of every box."""
    found: set[tuple[int, int]] = set()
    for tag in _links(document):
        boxes = defaultdict(list)
        for kid in tag.kids:
            if isinstance(kid, Annotation):
                boxes[kid.page].append((kid.held.objgen, [float(edge) for edge in kid.held.Rect]))
        for others in boxes.values():
            kept: list[list[float]] = []
            # The larger first, so that what lies in it is met later.
            for key, box in sorted(others, key=lambda o: -_area(o[1])):
                if any(_within(box, other) for other in kept):
                    found.add(key)
                else:
                    kept.append(box)
    return found


def _links(tag: Tag) -> Iterator[Tag]:
    if tag.type == "Link":
        yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _links(kid)


def _area(box: list[float]) -> float:
    return abs((box[2] - box[0]) * (box[3] - box[1]))


def _within(box: list[float], other: list[float]) -> bool:
    x0, x1 = sorted((box[0], box[2]))
    y0, y1 = sorted((box[1], box[3]))
    left, right = sorted((other[0], other[2]))
    low, high = sorted((other[1], other[3]))
    # Half a point more: a line box may stand out of its block by its leading.
    return left - 0.5 <= x0 and x1 <= right + 0.5 and low - 0.5 <= y0 and y1 <= high + 0.5
