"""The schemas say what the records allow, of every content file that there is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from press.commands.schema import files, name_of

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMAS = {name: json.loads(data) for name, data in files().items()}
CONTENT = [
    path
    for folder in (ROOT / "content", *(ROOT / "examples").glob("*/content"))
    for path in sorted(folder.rglob("*.yaml"))
    if not path.name.startswith("lexicon")
]


def typed(path: Path) -> Any:
    """A file as an editor's language server reads it, but for its days, which are texts there."""

    class Days(yaml.SafeLoader):
        pass

    Days.add_constructor("tag:yaml.org,2002:timestamp", Days.construct_yaml_str)
    return yaml.load(path.read_text("utf-8"), Days)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_json_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_content_file_keeps_its_schema(path: Path) -> None:
    content = path.parents[len(path.parts) - path.parts.index("content") - 2]
    schema = SCHEMAS[name_of(path.relative_to(content).as_posix())]
    judge = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in judge.iter_errors(typed(path))] == []


def test_a_wrong_key_and_a_missing_one_are_told_by_the_schema_of_events() -> None:
    judge = jsonschema.Draft202012Validator(SCHEMAS["event.json"])
    assert {e.validator for e in judge.iter_errors({"tittle": "x", "date": "2006"})} == {
        "additionalProperties", "required"
    }  # fmt: skip
    assert list(judge.iter_errors({"title": "x", "date": "2006"})) == []


def test_nobody_is_asked_for_an_id_or_a_place() -> None:
    told = json.dumps(
        [s.get("properties", s.get("additionalProperties")) for s in SCHEMAS.values()]
    )
    assert '"id"' not in told
    assert '"place"' not in told
