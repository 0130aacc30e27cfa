"""Where a record and each of its keys was typed, carried from the file to the printed page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import BaseModel, ModelWrapValidatorHandler, PrivateAttr, model_validator

from press.content.nodes import Entries, place_of
from press.diagnostics import Place


@dataclass(frozen=True, slots=True)
class TypedAt:
    """The place of a record, and of those keys that it has."""

    place: Place
    keys: Mapping[str, Place] = field(default_factory=dict)

    def of(self, key: str) -> Place:
        """The place of `key`, of a longer name its first word; that of the record without it."""
        return self.keys.get(key) or self.keys.get(key.partition(" ")[0]) or self.place


class PlacedRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A record, or a part of one, that knows where its keys were typed."""

    _keys: dict[str, Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_places(cls, raw: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(raw)
        if isinstance(raw, Entries):
            made._keys = {str(key): place_of(raw, (key,)) for key in raw}
        return made

    def typed_at(self, place: Place) -> TypedAt:
        """Where it was typed: itself at `place`, and its keys."""
        return TypedAt(place, self._keys)
