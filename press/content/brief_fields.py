"""Brief fields: what an editor may type of a brief alone."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from press.content.fields import between
from press.content.nodes import Items, Text
from press.diagnostics import Unfit
from press.geometry import PAPERS_MM, Size

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
            "anyOf": [
                {"enum": list(PAPERS)},
                {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            ],
        }
    ),
]
