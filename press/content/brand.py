"""Brand: what an editor asks of a publication's look, colours, faces and logos."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, model_validator

from press.content.fields import Beside, Colour, Typed, many
from press.content.nodes import Text
from press.diagnostics import Unfit


def _face(raw: object) -> object:
    return {"family": raw} if isinstance(raw, Text) else raw


class PaletteRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """Colours of the pages; those that are not typed are ours."""

    ink: Colour | None = None
    paper: Colour | None = None
    ground: Colour | None = None
    accent: Colour | None = None
    rule: Colour | None = None


class FaceRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A face: a family that is installed, or the project's own files beside the records."""

    family: Typed | None = None
    files: Annotated[tuple[Beside, ...], BeforeValidator(many)] = ()

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.family is None) == (not self.files):
            raise Unfit("face")
        return self


Face = Annotated[FaceRecord, BeforeValidator(_face)]


class Typefaces(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """The faces of reading, of display and of Latin words: a family or files."""

    text: Face | None = None
    display: Face | None = None
    latin: Face | None = None


class LogoRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A logo: a file beside the records, and what it is to who cannot see it."""

    file: Beside
    alt: Typed
