"""Digest: a hash of what a value says, wherever it was typed."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from press.diagnostics import Place

# How many hexadecimal digits of a digest are printed.
PRINTED = 12


def digest(*values: object) -> str:
    """Sixty-four hexadecimal digits that change with whatever the values say.

    Values are texts, numbers, dates, None, sequences, maps and dataclasses of these. Places say
    nothing, nor do fields that two equal values may differ in: a text that moved down a line is the
    same.
    """
    held = hashlib.sha256()
    _feed(values, held.update)
    return held.hexdigest()


def _feed(value: Any, write: Callable[[bytes], object]) -> None:
    if isinstance(value, str):
        text = value.encode()
        write(b"s%d:" % len(text) + text)
    elif value is None or isinstance(value, bool | int | float | datetime.date):
        write(b"n%a;" % (value,))
    elif isinstance(value, bytes):
        write(b"b%d:" % len(value) + value)
    elif isinstance(value, tuple | list):
        write(b"(")
        for one in value:
            _feed(one, write)
        write(b")")
    elif isinstance(value, Mapping):
        write(b"{")
        for key, one in value.items():
            _feed(key, write)
            _feed(one, write)
        write(b"}")
    elif not isinstance(value, Place):
        kind = type(value)
        write(f"<{kind.__qualname__}".encode())
        for name in _names(kind):  # type: ignore[arg-type]
            _feed(getattr(value, name), write)
        write(b">")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass that tell its values apart. Raises TypeError for anything else."""
    return tuple(field.name for field in fields(kind) if field.compare)
