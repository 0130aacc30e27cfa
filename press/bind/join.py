"""Joining: gatherings become one PDF, as if they had been typeset in one piece.

Copying pages from file to file leaves their tags, bookmarks and named goals behind; they are
joined here by hand (ISO 32000-1: 7.9.6 name trees, 12.3.3 outline, 14.7.4.4 parent tree).
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from press.pdf.page_keys import hash_of
from press.typeset.gathering import Bookmark, Gathering
from press.typeset.tagging.link_names import named


def join(gatherings: Sequence[Gathering]) -> pikepdf.Pdf:
    """One PDF with the pages of all, in order; metadata and output intent are those of the first.

    Links lead across gatherings, tags stand in one Document element, bookmarks in one outline, and
    a font or image that several hold alike is kept once.
    """
    pdf = pikepdf.open(io.BytesIO(gatherings[0].pdf))
    if len(gatherings) == 1:
        return pdf
    goals = dict(_goals(pdf.Root, gatherings[0]))
    ids = _tagged_ids(pdf.Root)
    tree = pdf.Root.StructTreeRoot
    body = tree.K[0]
    owners: list[Any] = list(tree.ParentTree.Nums)
    next_key = _next_key(owners)
    resources = [pdf.pages[0].obj.Resources]
    for gathering in gatherings[1:]:
        before = len(pdf.pages)
        with pikepdf.open(io.BytesIO(gathering.pdf)) as source:
            _add_pages(pdf, source)
            # qpdf knows the pages that it copied: what points at them does not copy them again.
            root = pdf.copy_foreign(source.make_indirect(Dictionary(_told(source))))
        for page in pdf.pages[before:]:
            page.obj.StructParents += next_key
            for link in page.obj.get("/Annots", ()):
                if "/StructParent" in link:
                    link.StructParent += next_key
        nums = list(root.StructTreeRoot.ParentTree.Nums)
        for number, owner in zip(nums[::2], nums[1::2], strict=True):
            owners += [number + next_key, owner]
        next_key += _next_key(nums)
        for kid in root.StructTreeRoot.K[0].K:
            kid.P = body
            body.K.append(kid)
        for name, goal in _goals(root, gathering):
            goals.setdefault(name, goal)
        ids |= _tagged_ids(root)
        resources.append(pdf.pages[before].obj.Resources)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(owners)))
    tree.ParentTreeNextKey = next_key
    if ids:
        tagged = [part for name in sorted(ids) for part in (String(name), ids[name])]
        tree.IDTree = pdf.make_indirect(Dictionary(Names=Array(tagged)))
    _name_links(pdf, gatherings)
    pairs = [part for name in sorted(goals) for part in (String(name), goals[name])]
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(pairs)))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    _write_outline(pdf, gatherings)
    share(resources, pdf.Root.OutputIntents)
    return pdf


def _add_pages(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    with warnings.catch_warnings():
        # It says that goals and tags stay behind; they are brought here.
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        pdf.pages.extend(source.pages)


def _told(source: pikepdf.Pdf) -> dict[str, Any]:
    """What a file says beside its pages, to be copied in one go."""
    root = source.Root
    return {key: root[key] for key in ("/StructTreeRoot", "/Names") if key in root}


def _next_key(nums: list[Any]) -> int:
    return 1 + max((int(number) for number in nums[::2]), default=-1)


def _goals(root: Any, gathering: Gathering) -> Iterator[tuple[str, Any]]:
    """The named destinations of a gathering, but those that stand for what lies in another."""
    if "/Names" in root and "/Dests" in root.Names:
        held = list(root.Names.Dests.Names)
        for name, goal in zip(held[::2], held[1::2], strict=True):
            if str(name) not in gathering.away:
                yield str(name), goal


def _tagged_ids(root: Any) -> dict[str, Any]:
    """The tags of a file by the ids that they have."""
    if "/StructTreeRoot" not in root or "/IDTree" not in root.StructTreeRoot:
        return {}
    held = list(root.StructTreeRoot.IDTree.Names)
    return {str(name): tag for name, tag in zip(held[::2], held[1::2], strict=True)}


def _name_links(pdf: pikepdf.Pdf, gatherings: Sequence[Gathering]) -> None:
    """Name every link that leads from one gathering to another by what it leads to."""
    names: dict[str, str] = {}
    for gathering in reversed(gatherings):
        names |= gathering.names
    first = 0
    for gathering in gatherings:
        for call in gathering.calls:
            link = pdf.pages[first + call.page].obj.Annots[call.place]
            link.Contents = String(named(call.text, names.get(call.goal, "")))
        first += gathering.pages


def _write_outline(pdf: pikepdf.Pdf, gatherings: Sequence[Gathering]) -> None:
    """The bookmarks of all gatherings, each under the last of a higher level before it."""
    firsts = accumulate((g.pages for g in gatherings[:-1]), initial=0)
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    above: list[tuple[int, Any]] = [(0, root)]
    kids: dict[tuple[int, int], list[tuple[Any, Bookmark]]] = {}
    for first, gathering in zip(firsts, gatherings, strict=True):
        for mark in gathering.bookmarks:
            while above[-1][0] >= mark.level:
                above.pop()
            parent = above[-1][1]
            goal = Array([pdf.pages[first + mark.page].obj, Name.XYZ, mark.x, mark.y, 0])
            made = pdf.make_indirect(
                Dictionary(Title=String(mark.label), Dest=goal, Parent=parent, Count=0)
            )
            kids.setdefault(parent.objgen, []).append((made, mark))
            above.append((mark.level, made))
    if not kids:
        if "/Outlines" in pdf.Root:
            del pdf.Root.Outlines
        return
    root.Count = _chain(root, kids)
    pdf.Root.Outlines = root


def _chain(parent: Any, kids: dict[tuple[int, int], list[tuple[Any, Bookmark]]]) -> int:
    """Chain the bookmarks under `parent`; how many are shown below it when it is open."""
    here = kids.get(parent.objgen, [])
    shown = len(here)
    for index, (made, mark) in enumerate(here):
        if index:
            made.Prev = here[index - 1][0]
            here[index - 1][0].Next = made
        below = _chain(made, kids)
        made.Count = below if mark.open else -below
        shown += below if mark.open else 0
    if here:
        parent.First, parent.Last = here[0][0], here[-1][0]
    return shown


def share(resources: Sequence[Any], intents: Any) -> None:
    """Keep once what the resources of several gatherings hold alike; subsets have their own name.

    Two subsets of a font must not have one name (ISO 32000-1, 9.6.4); WeasyPrint names them for
    the font alone.
    """
    known: dict[bytes, Any] = {}
    hashes: dict[tuple[int, int], bytes] = {}
    for intent in intents:
        known[hash_of(intent.DestOutputProfile, hashes)] = intent.DestOutputProfile
    for held in resources:
        for kind in ("/Font", "/XObject", "/Pattern", "/Shading", "/ExtGState"):
            shelf = held.get(kind, {})
            for name in list(shelf.keys()):
                shelf[name] = known.setdefault(hash_of(shelf[name], hashes), shelf[name])
        for space in dict(held.get("/ColorSpace", {})).values():
            if isinstance(space, Array) and space[0] == "/ICCBased":
                space[1] = known.setdefault(hash_of(space[1], hashes), space[1])
    named: dict[str, int] = {}
    for font in known.values():
        if isinstance(font, Dictionary) and "/DescendantFonts" in font:
            name = str(font.BaseFont)
            named[name] = named.get(name, -1) + 1
            if named[name]:
                _rename(font, name, named[name])


def _rename(font: Any, name: str, number: int) -> None:
    """Give a subset the tag of its number: six letters that no other of this font has."""
    digest = hashlib.sha256(f"{name} {number}".encode()).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    own = Name(f"/{tag}{name[7:]}")
    font.BaseFont = own
    for inner in font.DescendantFonts:
        inner.BaseFont = own
        inner.FontDescriptor.FontName = own
