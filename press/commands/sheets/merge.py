"""Bring a record and its row together again after edits on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from press.commands.sheets.typed_yaml import closed, opened, plain, put


@dataclass(frozen=True, slots=True)
class Conflict:
    """A key that was changed in the record and in the sheet, each in its own way."""

    key: str
    record: str
    sheet: str


def merged(
    data: bytes, before: Mapping[str, object], now: Mapping[str, object]
) -> tuple[bytes, tuple[Conflict, ...]]:
    """The file `data` with what the sheet changed from `before` to `now`; what is in dispute.

    Of a key that both changed the record's value stays. The bytes are the same where nothing is
    to be changed.
    """
    document = opened(data)
    conflicts = tuple(_merge(document, "", before, now))
    changed = plain(document) != plain(opened(data))
    return (closed(document) if changed else data), conflicts


def _merge(
    document: object, path: str, before: Mapping[str, object], now: Mapping[str, object]
) -> Iterator[Conflict]:
    assert isinstance(document, dict)
    for key in dict.fromkeys([*now, *before]):
        old, new = before.get(key), now.get(key)
        mine = document.get(key)
        if path == "" and key == "row":
            continue
        if path == "" and key in ("facts", "notes-of-import"):
            parts = [one if isinstance(one, Mapping) else {} for one in (old, new)]
            if mine is None and parts[1] == parts[0]:
                continue
            if mine is None:
                document[key] = mine = type(document)()
            yield from _merge(mine, f"{key}.", parts[0], parts[1])
            if not mine:
                del document[key]
            continue
        was, wanted, held = _compared(old), _compared(new), _compared(mine)
        if wanted in (was, held):
            continue
        if held == was:
            put(document, key, new)
        else:
            yield Conflict(f"{path}{key}", _shown(mine), _shown(new))


def _compared(value: object) -> object:
    """A value without the rows that sources are cited by, which move when one is put in above."""
    if isinstance(value, Mapping):
        return {str(key): _compared(one) for key, one in value.items() if key != "where"}
    return None if value is None else plain(value)


def _shown(value: object) -> str:
    """A value in a complaint."""
    if value is None:
        return "—"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_shown(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value))
    return " ".join(str(value).split())
