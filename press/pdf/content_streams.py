"""Content streams: what a page draws, with the forms and patterns that it draws by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Stream

# Marked content ties what is drawn to the structure tree (ISO 32000-1, 14.6).
MARKS = frozenset(("BMC", "BDC", "EMC", "MP", "DP"))


def as_form(page: pikepdf.Page) -> pikepdf.Object:
    """The page as a form, in its own space and cut at its trim box, without marks."""
    form = page.as_form_xobject()
    for stream in (form, *drawn(form)):
        kept = [
            instruction
            for instruction in pikepdf.parse_content_stream(stream)
            if str(instruction.operator) not in MARKS
        ]
        stream.write(pikepdf.unparse_content_stream(kept))
        for key in ("/StructParent", "/StructParents"):
            if key in stream:
                del stream[key]
    return form


def drawn(content: pikepdf.Object, seen: set[tuple[int, int]] | None = None) -> Iterator[Stream]:
    """The forms and tiling patterns in the resources of `content`, and in theirs, once each."""
    seen = set() if seen is None else seen
    resources = content.get("/Resources", Dictionary())
    for kind in ("/XObject", "/Pattern"):
        for _, stream in resources.get(kind, Dictionary()).items():
            if not isinstance(stream, Stream) or stream.objgen in seen:
                continue
            seen.add(stream.objgen)
            if stream.get("/Subtype") == Name.Form or stream.get("/PatternType") == 1:
                yield stream
                yield from drawn(stream, seen)


def contents(page: pikepdf.Page) -> Iterator[tuple[Any, Any]]:
    """The content of a page, and of the forms and patterns that it draws, with their resources."""
    yield page, page.resources
    for stream in drawn(page.obj):
        yield stream, stream.get("/Resources")
