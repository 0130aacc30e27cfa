"""Say which columns a record has: those of its keys, and those of a map in it with a point."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping

from pydantic import BaseModel

from press.content.fact_records import FactRecord
from press.content.records import ActorRecord, Event, SourceRecord

# The records that have a sheet, by its name.
MODELS: Mapping[str, type[BaseModel]] = {
    "Events": Event,
    "Facts": FactRecord,
    "Sources": SourceRecord,
    "Actors": ActorRecord,
}
# What validate adds to records, and what has a sheet of its own.
NOT_TYPED = ("id", "place", "facts", "said")


def columns_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The columns of a record's keys, those of a map in it with a point: `image.file`."""
    found: list[str] = []
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key not in NOT_TYPED and not holds(info.annotation, dict):
            inner = _model_in(info.annotation)
            found += [f"{key}.{below}" for below in columns_of(inner)] if inner else [key]
    return tuple(found)


def several(model: type[BaseModel], key: str) -> bool:
    """Whether a list may be typed for `key`."""
    for name, info in model.model_fields.items():
        if (info.alias or name) == key.partition(".")[0]:
            inner = _model_in(info.annotation)
            if inner and "." in key:
                return several(inner, key.partition(".")[2])
            return holds(info.annotation, tuple)
    return False


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model of a map that is typed for a key, None for all else."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return next(filter(None, map(_model_in, typing.get_args(annotation))), None)
    return None


def holds(annotation: object, kind: type) -> bool:
    """Whether a value of `kind` may stand for a key of this annotation."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return any(holds(one, kind) for one in typing.get_args(annotation))
    return kind in (annotation, typing.get_origin(annotation))
