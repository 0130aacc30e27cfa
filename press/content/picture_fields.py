"""Picture fields: what an editor may type of a picture."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, PlainValidator, WithJsonSchema

from press.content.fields import Beside, Typed, numbers
from press.content.nodes import Items
from press.diagnostics import Unfit

# Left, top, right and bottom edge of what is shown, as shares of a picture from its upper left.
Crop = tuple[float, float, float, float]


def _crop(raw: object) -> Crop:
    sides = tuple(map(str, raw)) if isinstance(raw, Items) else (str(raw),)
    try:
        left, top, right, bottom = map(float, sides)
    except ValueError:
        left = top = right = bottom = -1.0
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        raise Unfit("crop", text=", ".join(sides))
    return left, top, right, bottom


_SIDES = {"description": "left, top, right and bottom of what is shown, from 0 to 1", **numbers(4)}
CropTyped = Annotated[Crop, PlainValidator(_crop), WithJsonSchema(_SIDES)]


class ImageRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A picture beside the records: JPEG, PNG, WebP or SVG, and what it is to who cannot see it.

    Its caption may hold references; its credit and its licence say whose it is.
    """

    file: Beside
    alt: Typed
    caption: Typed | None = None
    credit: Typed | None = None
    licence: Typed | None = None
    crop: CropTyped | None = None
