"""Brief fields: what an editor may type of a brief alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, PlainValidator, WithJsonSchema

from press.content.fields import Title, Typed, between, numbers
from press.content.nodes import Items, Text
from press.content.picture_fields import ImageRecord
from press.content.typed_at import PlacedRecord
from press.diagnostics import Unfit
from press.geometry import PAPERS_MM, Size

# The parts of a brief in their order, unless it says otherwise; its own pages follow the contents.
PARTS = (
    "cover", "summary", "contents", "introduction", "chapters", "people", "glossary", "notes",
    "sources", "documents", "colophon",
)  # fmt: skip
_PAGE = re.compile(r"[a-z0-9][a-z0-9-]*")
# What a brief is printed on: a paper by its name, or the sides of another, in mm.
PAPERS = ("A4", "A5", "B5", "Letter")
SIDES_MM = (105.0, 420.0)


def _paper(raw: object) -> Size:
    if isinstance(raw, Items) and len(raw) == 2:
        side = between(*SIDES_MM, "mm")
        return side(raw[0]), side(raw[1])
    if not isinstance(raw, Text) or raw not in PAPERS:
        text = ", ".join(map(str, raw)) if isinstance(raw, Items) else str(raw)
        raise Unfit("brief-paper", text=text, papers=PAPERS)
    return PAPERS_MM[raw]


BriefPaper = Annotated[
    Size,
    PlainValidator(_paper),
    WithJsonSchema(
        {
            "description": "a paper by its name, or its width and height in mm",
            "anyOf": [{"enum": list(PAPERS)}, numbers(2)],
        }
    ),
]


class SignatureRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """Who signs a page: a name, what this person is, the signature as a picture."""

    name: Typed
    role: Typed | None = None
    image: ImageRecord | None = None


class PageRecord(PlacedRecord, BaseModel):
    """A page of the brief's own, such as a foreword: its title, text, picture, who signs it."""

    title: Title
    text: Typed | None = None
    image: ImageRecord | None = None
    sign: SignatureRecord | None = None


def once(parts: Sequence[Text]) -> Sequence[Text]:
    """The parts of a brief, of which none stands twice. Raises `Unfit`."""
    for number, part in enumerate(parts):
        if part in parts[:number]:
            raise Unfit("part-twice", part=str(part))
    return parts


def named(pages: Mapping[str, PageRecord]) -> Mapping[str, PageRecord]:
    """Pages by names that no part of a brief has. Raises `Unfit`."""
    for id in pages:
        if id in PARTS or not _PAGE.fullmatch(id):
            raise Unfit("page-name", id=str(id), parts=PARTS)
    return pages
