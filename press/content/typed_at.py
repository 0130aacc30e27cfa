"""Where a record and each of its keys was typed, carried from the file to the printed page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import BaseModel, ModelWrapValidatorHandler, PrivateAttr, model_validator

from press.content.nodes import Entries, Text, place_of
from press.diagnostics import Place


@dataclass(frozen=True, slots=True)
class TypedAt:
    """The place of a record, and of those keys that it has."""

    place: Place
    keys: Mapping[str, Place] = field(default_factory=dict)

    def of(self, key: str) -> Place:
        """The place of `key`, of a longer name its first word; that of the record without it."""
        return self.keys.get(key) or self.keys.get(key.partition(" ")[0]) or self.place


NOWHERE = TypedAt(Place(""))


class PlacedRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """A record, or a part of one, that knows where it and its keys were typed."""

    # A default would be copied for every record.
    _typed_at: TypedAt = PrivateAttr(default_factory=lambda: NOWHERE)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_places(cls, raw: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(raw)
        if isinstance(raw, Entries):
            keys = {str(key): place_of(raw, (key,)) for key in raw if isinstance(key, Text)}
            made._typed_at = TypedAt(getattr(made, "place", raw.place), keys)
        return made

    @property
    def typed_at(self) -> TypedAt:
        """Where it was typed, of a part where its first key stands; and its keys."""
        return self._typed_at
