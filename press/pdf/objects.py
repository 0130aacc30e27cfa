"""Looks up what a PDF holds: entries of dictionaries, pages by object, named destinations."""

from __future__ import annotations

from typing import Any

import pikepdf


def held(holder: Any, *keys: str) -> Any:
    """What a dictionary of a PDF holds under `keys`, one inside the other; None where one lacks."""
    for key in keys:
        if holder is None or key not in holder:
            return None
        holder = holder[key]
    return holder


def space_name(space: Any) -> str:
    """A colour space by its name; a separation with the colour that it is for."""
    if isinstance(space, pikepdf.Array) and len(space):
        name = str(space[0])[1:]
        return f"{name} {str(space[1])[1:]}" if name == "Separation" else name
    return str(space).removeprefix("/")


def page_numbers(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """The number of each page, from 1, by the number of its object."""
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}


def goals(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The named destinations."""
    tree = held(pdf.Root, "/Names", "/Dests")
    return dict(pikepdf.NameTree(tree).items()) if tree is not None else {}


def inherited(page: Any, key: str) -> Any:
    """What a page holds under `key`, or what it inherits (ISO 32000-1, 7.7.3.4)."""
    while page is not None:
        if key in page:
            return page[key]
        page = page.get("/Parent")
    return None
