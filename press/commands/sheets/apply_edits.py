"""Type edits into the files of records: one key each, all else as it stands."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import LiteralScalarString

from press.commands.sheets.columns import MODELS, columns_of
from press.commands.sheets.returned import Edit
from press.commands.sheets.typed_yaml import closed, opened, put

# How wide a text stands in a file whose editor broke its lines.
_WIDTH = 98


def applied(edits: Iterable[Edit], read: Callable[[str], bytes]) -> dict[str, bytes]:
    """The files below content/ that `edits` change; `read` gives one as it is, empty for none."""
    documents: dict[str, Any] = {}
    for edit in edits:
        if edit.at.file not in documents:
            documents[edit.at.file] = opened(read(edit.at.file)) or CommentedMap()
        _type(documents[edit.at.file], edit)
    return {file: closed(document) for file, document in documents.items()}


def _type(document: Any, edit: Edit) -> None:
    if edit.sheet.name == "Attestations":
        *way, _, source = edit.at.route
        _attest(_held(document, way), source, edit.key, edit.value)
        return
    record = _held(document, edit.at.route)
    outer, _, inner = edit.key.partition(".")
    order = [key.partition(".")[0] for key in columns_of(MODELS[edit.sheet.name])]
    if not inner:
        _put(record, edit.key, edit.value, order)
        return
    if outer not in record:
        _insert(record, outer, CommentedMap(), order)
    put(record[outer], inner, edit.value)
    if not record[outer]:
        del record[outer]


def _held(document: Any, way: Iterable[str]) -> Any:
    """The map that `way` leads to, made where there is none."""
    for step in way:
        if not isinstance(document.get(step), Mapping):
            document[step] = CommentedMap()
        document = document[step]
    return document


def _put(record: Any, key: str, value: object, order: list[str]) -> None:
    """Have `record` say `value` of `key`, in the manner in which it was typed before."""
    before = record.get(key)
    if isinstance(value, str) and isinstance(before, LiteralScalarString):
        record[key] = LiteralScalarString(f"{_broken(value, before)}\n")
    elif key in record or value is None:
        put(record, key, value)
    else:
        typed = CommentedMap()
        put(typed, key, value)
        _insert(record, key, typed[key], order)


def _broken(text: str, before: str) -> str:
    """`text` with its lines broken where those of the text before it were."""
    if not any("\n" in paragraph for paragraph in before.strip().split("\n\n")):
        return text
    lines = [
        textwrap.fill(one, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for one in text.split("\n\n")
    ]
    return "\n\n".join(lines)


def _insert(record: Any, key: str, value: object, order: list[str]) -> None:
    """Put a new key before the first that stands after it in the order of records."""
    rest = [*order[order.index(key) + 1 :], "facts", "said"] if key in order else []
    place = next((i for i, there in enumerate(record) if there in rest), len(record))
    record.insert(place, key, value)


def _attest(fact: Any, source: str, key: str, value: object) -> None:
    """Have a fact's source say `value` of `key`, `says` or `where`, in the shortest form."""
    said = fact.get("said")
    if not isinstance(said, Mapping):
        ids = [said] if isinstance(said, str) and said else list(said or ())
        if ids == [source] and value is None:
            return
        said = fact["said"] = CommentedMap((id, "") for id in ids)
    word = said.get(source)
    if not (isinstance(word, Mapping) and set(word) & {"says", "where"}):
        if key == "says":
            put(said, source, "" if value is None else value)
            return
        said[source] = CommentedMap({"says": word} if word else {})
    _put(said[source], key, value, ["says", "where"])
