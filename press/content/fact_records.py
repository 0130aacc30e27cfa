"""Fact records: a fact as an editor types it, with what each source says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field

from press.content.fields import AsTyped, Key, Several, Typed, by_source
from press.content.nodes import Entries, Items
from press.content.typed_at import PlacedRecord
from press.content.values import FIGURES, Value, read_value
from press.diagnostics import Unfit


class SaidRecord(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True):
    """One source's word: `where` in it, and its own reading, `says`."""

    where: Typed | None = None
    says: AsTyped = None


class FactRecord(PlacedRecord, BaseModel):
    """A fact as typed: a value of its own, or `of` the record's fields that it vouches for.

    `follows` names the source whose reading is printed where as many others read otherwise.
    """

    about: Typed
    value: AsTyped = None
    of: Several = ()
    kind: Annotated[AsTyped, Field(alias="is")] = None
    unit: AsTyped = None
    counts: AsTyped = None
    said: Annotated[dict[Key, SaidRecord], BeforeValidator(by_source), Field(min_length=1)]
    follows: Typed | None = None
    note: Typed | None = None
    doubt: Typed | None = None

    def counted(self) -> dict[str, str]:
        """The noun counted, by part."""
        if self.counts is None:
            return {}
        if isinstance(self.counts, Entries):
            return {str(part): str(noun) for part, noun in self.counts.items()}
        return {"": str(self.counts)}

    def values(self, symbols: str) -> dict[str, Value]:
        """The typed value by part, empty for a fact `of` fields. Raises ValueError.

        `symbols` is the pattern of the publication's document symbols.
        """
        if self.value is None:
            return {}
        return self.read(self.value, symbols)

    def read(
        self, raw: object, symbols: str, like: Mapping[str, Value] | None = None
    ) -> dict[str, Value]:
        """`raw` typed as this fact's value is, by part; of the kinds of `like`. ValueError."""
        counted = self.counted()
        parts = raw.items() if isinstance(raw, Entries) else [("", raw)]
        values = {}
        for part, typed in parts:
            if isinstance(typed, Entries):
                raise Unfit("part-map")
            texts = tuple(map(str, typed)) if isinstance(typed, Items) else str(typed)
            kind = self.kind.get(part) if isinstance(self.kind, Entries) else self.kind
            unit = self.unit.get(part) if isinstance(self.unit, Entries) else self.unit
            if like and part in like:
                kind = like[part].kind
                if kind in FIGURES:  # a source may say a range of what is printed as an amount
                    kind = None
            try:
                values[str(part)] = read_value(
                    texts,
                    str(kind) if kind else None,
                    counted=str(part) in counted,
                    unit=str(unit or ""),
                    symbols=symbols,
                )
            except Unfit as error:
                error.typed = typed
                raise
        return values


Facts = dict[Key, FactRecord]
