"""Write the JSON Schemas of all records, by which editors complete keys and say what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from pydantic import BaseModel

from press.codes.row import pair
from press.commands.keys.keys import KEYS
from press.content.record_files import KEYED, PLAN_FILE, PLANS, WHOLE
from press.content.records import Event

# Where they stand in a project, beside content/.
FOLDER = "schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """The schema of each kind of content file by the file's stem; that of events as `event`."""
    whole: dict[str, type[BaseModel]] = {**WHOLE, **PLANS, "event.yaml": Event}
    for name, model in whole.items():
        yield name.removesuffix(".yaml"), {"$schema": _DIALECT, **_schema(model)}
    for name, model in KEYED.items():
        schema = _schema(model)
        definitions = {"$defs": schema.pop("$defs")} if "$defs" in schema else {}
        yield (
            name.removesuffix(".yaml"),
            {"$schema": _DIALECT, **definitions, "type": "object", "additionalProperties": schema},
        )


def files() -> dict[str, bytes]:
    """Every schema by the name of its file in `FOLDER`."""
    return {
        f"{stem}.json": (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for stem, schema in schemas()
    }


def name_of(content_file: str) -> str:
    """The schema's file for a file below content/: `event.json` for `events/opening.yaml`.

    Every product of a kind has the schema of that kind: `poster.json` for `poster-a3.yaml`.
    """
    if content_file.startswith("events/"):
        return "event.json"
    if plan := PLAN_FILE.fullmatch(content_file):
        return f"{plan['kind']}.json"
    stem = content_file.removesuffix(".yaml")
    return f"{stem.partition('.')[0]}.json"


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of what is typed, without the keys that validate adds, short forms included."""
    told = model.model_json_schema(by_alias=True)
    for name, one in {model.__name__: told, **told.get("$defs", {})}.items():
        _describe(name, one.get("properties", {}))
    schema = cast(dict[str, Any], _with_short_forms(told))
    for ours in ("id", "place"):
        schema["properties"].pop(ours, None)
    needed = [key for key in schema.pop("required", ()) if key not in ("id", "place")]
    return {**schema, "required": needed} if needed else schema


def _describe(model: str, properties: dict[str, Any]) -> None:
    """Say of every key of a model what it means, in both languages."""
    for key, node in properties.items():
        if both := KEYS.get(model, {}).get(key):
            node["description"] = "\n\n".join(pair(both))


_TEXT = {"type": ["string", "number", "boolean", "null"]}
_TEXTS = {"type": "array", "items": _TEXT}
# Records in place of which their first text may be typed alone.
_BARE = ("/SayingRecord", "/FaceRecord")
# A reading typed alone is what a source says: press/content/fields.py, `by_source`.
_ALONE = [_TEXT, _TEXTS, {"type": "object"}]


def _with_short_forms(node: object) -> object:
    """A schema that allows one value for a list of one, and what may stand for `said`."""
    if isinstance(node, list):
        return [_with_short_forms(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {key: _with_short_forms(value) for key, value in node.items()}
    if str(node.get("$ref", "")).endswith(_BARE):
        node = {"anyOf": [{"$ref": node.pop("$ref")}, _TEXT], **node}
    if node.get("type") == "string" and "enum" not in node:
        # What an editor's YAML takes for a number or a truth is a text to us: 2004, 12.4, no.
        node["type"] = ["string", "number", "boolean"]
    if node.get("enum") == ["yes", "no"]:  # truths to some readers of YAML, words to others
        node.pop("type", None)
        node["enum"] = ["yes", "no", True, False]
    if isinstance(said := node.get("said"), dict) and "additionalProperties" in said:
        word = {"anyOf": [said["additionalProperties"], *_ALONE]}
        sources = {**said, "additionalProperties": word}
        told = {"description": said["description"]} if "description" in said else {}
        node["said"] = {**told, "anyOf": [sources, _TEXT, _TEXTS]}
    if node.get("type") == "array" and "items" in node:
        told = {key: node.pop(key) for key in ("title", "description", "default") if key in node}
        return {**told, "anyOf": [node["items"], node]}
    return node
