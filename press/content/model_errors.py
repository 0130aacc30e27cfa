"""Turn what pydantic finds wrong with a record into complaints at their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from press.content.nodes import Entries, place_of
from press.diagnostics import Diagnostic, Place, Unfit, nearest, unfit

# What pydantic calls a value of a wrong form, by its beginning, and what we call it.
_FORMS = {
    "model_": "map",
    "dict_": "map",
    "mapping_": "map",
    "list_": "list",
    "tuple_": "list",
    "int_": "whole",
}
# Keys that validate adds itself; an editor who types one has made a mistake.
OURS = {"id", "place"}


def model_errors(
    model: type[BaseModel], raw: Entries, error: ValidationError
) -> Iterator[Diagnostic]:
    """A complaint for each thing that pydantic refuses in `raw`, where the editor typed it."""
    all_found = error.errors(include_url=False)
    lacking = {found["loc"][:-1] for found in all_found if found["type"] == "missing"}
    misspelt = {
        (found["loc"][:-1], _meant(model, found["loc"]))
        for found in all_found
        if found["type"] == "extra_forbidden" and found["loc"][:-1] in lacking
    }
    for found in all_found:
        route = found["loc"]
        place = place_of(raw, route)
        # What is typed as a key of a map is a value of that map.
        last = str(route[-3] if route[-1] == "[key]" else route[-1]) if route else ""
        match found["type"]:
            case "extra_forbidden":
                holder = raw
                for step in route[:-1]:
                    if isinstance(holder, Entries) and step in holder:
                        holder = cast(Entries, holder[str(step)])
                    elif isinstance(holder, tuple) and isinstance(step, int):
                        holder = cast(Entries, holder[step])
                at = holder.key_place(last) if isinstance(holder, Entries) else place
                yield unknown_key(model, route, at)
            case "missing" if (route[:-1], last) in misspelt:
                pass  # the key is there, and named as one that is unknown
            case "missing":
                yield Diagnostic("validate/missing-key", place, {"key": last})
            case "literal_error":
                allowed = str(found["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
                typed = str(found["input"])
                choices = tuple(allowed.split(", "))
                guess = nearest(typed, choices)
                yield Diagnostic(
                    "validate/not-a-choice",
                    place,
                    {"typed": typed, "key": last, "guess": guess, "allowed": choices},
                    cure="guess" if guess else "",
                )
            case _:
                yield unfit("validate/wrong-value", place, _unfit(found, model))


def _unfit(found: ErrorDetails, model: type[BaseModel]) -> ValueError:
    """What pydantic found, as one of our own readers would say it."""
    if isinstance(error := found.get("ctx", {}).get("error"), ValueError):
        return error
    if found["type"] == "too_short":
        return Unfit("too-few", least=found["ctx"]["min_length"])
    case = next((case for form, case in _FORMS.items() if found["type"].startswith(form)), "")
    if case == "map" and (needed := _node_at(model, found["loc"]).get("required")):
        return Unfit("map-of", form=f"{{{', '.join(f'{key}: …' for key in needed)}}}")
    return Unfit(case) if case else Unfit("detail", detail=found["msg"])


def unknown_key(model: type[BaseModel], route: tuple[int | str, ...], place: Place) -> Diagnostic:
    """The complaint about a key that `model` does not know at `route`, with the nearest it does."""
    allowed = sorted(_keys_at(model, route[:-1]) - OURS)
    guess = _meant(model, route)
    return Diagnostic(
        "validate/unknown-key",
        place,
        {"key": str(route[-1]), "guess": guess, "allowed": tuple(allowed)},
        cure="guess" if guess else "",
    )


def _meant(model: type[BaseModel], route: tuple[int | str, ...]) -> str:
    """The key that `model` knows at `route` and that looks most like the one typed there."""
    return nearest(str(route[-1]), sorted(_keys_at(model, route[:-1]) - OURS))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _keys_at(model: type[BaseModel], route: tuple[int | str, ...]) -> set[str]:
    """The keys that the JSON Schema of `model` allows at `route`."""
    return set(_node_at(model, route).get("properties", {}))


def _node_at(model: type[BaseModel], route: tuple[int | str, ...]) -> dict[str, Any]:
    """What the JSON Schema of `model` says of the value at `route`."""
    schema = _schema(model)
    definitions = schema.get("$defs", {})

    def open_up(node: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in node:
            return cast(dict[str, Any], definitions[node["$ref"].rsplit("/", 1)[-1]])
        # What may be left out is one form or null.
        forms = [form for form in node.get("anyOf", ()) if form.get("type") != "null"]
        return open_up(forms[0]) if len(forms) == 1 else node

    here = schema
    for step in route:
        here = open_up(here)
        if isinstance(step, int):
            here = here.get("items", here)
        else:
            here = here.get("properties", {}).get(step, here.get("additionalProperties", here))
    return open_up(here)
