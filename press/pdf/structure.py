"""Structure: the tags of a PDF as a tree (ISO 32000-1, 14.7), read once and shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """Marked content: what a page draws under one number. Pages count from 1."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that stands in the tree: a link."""

    page: int
    held: Any


@dataclass(frozen=True, slots=True)
class Element:
    """A tag: its standard type and id, its entries as the file holds them, what stands in it."""

    type: str
    id: str
    held: Any
    kids: tuple[Element | MarkedContent | Annotation, ...]

    def elements(self) -> Iterator[Element]:
        """The element and all in it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()

    def contents(self) -> Iterator[MarkedContent]:
        """The marked content in the element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, MarkedContent):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.contents()

    def annotations(self) -> Iterator[Annotation]:
        """The annotations in the element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Annotation):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.annotations()


def read_structure(pdf: pikepdf.Pdf) -> Element:
    """The tags of a PDF under one element of type StructTreeRoot; empty when it has none.

    A type that the file maps to another is given as that (ISO 32000-1, 14.7.3).
    """
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return Element("StructTreeRoot", "", pikepdf.Dictionary(), ())
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    roles = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
    return _element(root, "StructTreeRoot", 0, pages, roles)


def _element(
    held: Any, kind: str, page: int, pages: dict[tuple[int, int], int], roles: dict[str, str]
) -> Element:
    if "/Pg" in held:
        page = pages.get(held.Pg.objgen, 0)
    inside = held.get("/K", ())
    if not isinstance(inside, pikepdf.Array):
        inside = (inside,)
    kids: list[Element | MarkedContent | Annotation] = []
    for kid in inside:
        if isinstance(kid, int):
            kids.append(MarkedContent(page, kid))
            continue
        known = kid.get("/Type")
        if known == "/MCR":
            where = pages.get(kid.Pg.objgen, 0) if "/Pg" in kid else page
            kids.append(MarkedContent(where, int(kid.MCID)))
        elif known == "/OBJR":
            where = pages.get(kid.Pg.objgen, 0) if "/Pg" in kid else page
            kids.append(Annotation(where, kid.Obj))
        else:
            named = str(kid.S)
            for _ in roles:  # a role may lead to another, but not for ever
                named = roles.get(named, named)
            kids.append(_element(kid, named[1:], page, pages, roles))
    return Element(kind, str(held.get("/ID", "")), held, tuple(kids))
