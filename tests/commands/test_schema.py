"""The schemas say what the records allow, of every content file that there is."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from press.commands.keys.keys import KEYS
from press.commands.keys.page import every_model, keys_of, records_page
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
def test_a_schema_is_one_of_json_schema(name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_content_file_keeps_its_schema(path):
    content = path.parents[len(path.parts) - path.parts.index("content") - 2]
    schema = SCHEMAS[name_of(path.relative_to(content).as_posix())]
    judge = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in judge.iter_errors(typed(path))] == []


def test_a_wrong_key_and_a_missing_one_are_told_by_the_schema_of_events():
    judge = jsonschema.Draft202012Validator(SCHEMAS["event.json"])
    assert {e.validator for e in judge.iter_errors({"tittle": "x", "date": "2006"})} == {
        "additionalProperties", "required"
    }  # fmt: skip
    assert list(judge.iter_errors({"title": "x", "date": "2006"})) == []


def test_a_face_is_a_family_or_files_and_a_saying_a_sentence_or_a_figure():
    judge = jsonschema.Draft202012Validator(SCHEMAS["publication.json"])
    for face in ("Amiri", {"files": ["a.otf"]}):
        found = {"title": "x", "language": "ar", "typefaces": {"text": face}}
        assert list(judge.iter_errors(found)) == []
    judge = jsonschema.Draft202012Validator(SCHEMAS["poster.json"])
    for saying in ("One sentence.", {"figure": "guests", "text": "guests"}):
        assert list(judge.iter_errors({"headline": saying, "fillers": [saying]})) == []


def test_nobody_is_asked_for_an_id_or_a_place():
    told = json.dumps(
        [s.get("properties", s.get("additionalProperties")) for s in SCHEMAS.values()]
    )
    assert '"id"' not in told
    assert '"place"' not in told


def completed(schema: dict[str, Any], *route: str) -> dict[str, str]:
    """The keys that an editor offers at a place of a file, with what it says of each."""

    def opened(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for node in nodes:
            if "$ref" in node:
                name = node["$ref"].rsplit("/", 1)[-1]
                found += opened([schema["$defs"][name]])
            found.append(node)
            found += opened(node.get("anyOf", []))
        return found

    here = opened([schema])
    for step in route:
        below = []
        for node in here:
            if step in node.get("properties", {}):
                below.append(node["properties"][step])
            elif isinstance(node.get("additionalProperties"), dict):
                below.append(node["additionalProperties"])
            below += [node["items"]] if step == "-" and "items" in node else []
        here = opened(below)
    return {
        key: node.get("description", "")
        for one in here
        for key, node in one.get("properties", {}).items()
    }


@pytest.mark.parametrize(
    ("name", "route", "keys"),
    [
        ("event.json", (), {"title", "date", "actor", "brief", "poster", "facts"}),
        ("event.json", ("facts", "any"), {"about", "value", "is", "counts", "said", "note"}),
        ("event.json", ("facts", "any", "said", "guide"), {"says", "where"}),
        ("publication.json", ("palette",), {"ink", "paper", "ground", "accent", "rule"}),
        ("publication.json", ("typefaces", "text"), {"family", "files"}),
        ("brief.json", ("chapters", "any", "exhibits", "x", "table"), {"columns", "rows"}),
        ("poster.json", ("eras", "-"), {"name", "from", "to"}),
        ("poster.json", ("press",), {"bleed", "profile", "ink-limit"}),
        ("sources.json", ("any",), {"title", "by", "date", "address"}),
        ("people.json", ("any", "terms", "-"), {"post", "from", "to"}),
        ("kinds.json", ("events", "any"), {"name", "after"}),
    ],
)
def test_an_editor_completes_the_keys_of_a_place_and_says_what_they_mean(name, route, keys):
    offered = completed(SCHEMAS[name], *route)
    assert keys <= offered.keys()
    for key, said in offered.items():
        english, _, arabic = said.partition("\n\n")
        assert re.search("[A-Za-z]{2}", english) and re.search("[\u0621-\u064a]", arabic), key


def test_every_key_of_every_record_has_a_meaning_and_no_meaning_is_of_another():
    known = {model.__name__: set(keys_of(model)) for model in every_model()}
    assert {name: set(keys) - set(KEYS.get(name, {})) for name, keys in known.items()} == {
        name: set() for name in known
    }
    for name, keys in KEYS.items():
        assert set(keys) <= known.get(name, set()), name


def test_the_page_of_all_keys_is_that_of_the_models():
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    assert page == f"{records_page()}\n", "write it again as its first line says"
    heads = set(re.findall("^#{2,3} (.*)$", page, re.MULTILINE))
    named = {re.sub(r"[^\w\s-]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= named
