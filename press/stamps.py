"""Stamps: what the last build made of which inputs, to tell which products are up to date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from press.files import leads_below, own_bytes, own_json
from press.fingerprint import input_states, inputs_fingerprint
from press.products import SITE, order, products_of
from press.project import Project

# The stamps of the last build, beside its outputs.
STAMPS = ".stamps.json"


def unchanged(project: Project, names: Iterable[str]) -> set[str]:
    """The products of `names` that an earlier build left up to date, in all their forms.

    The site holds what is made of the others: it is up to date when all that are asked for are.
    """
    stamps = _read(project)
    return _good(project, stamps, set(names)) if _same_inputs(project, stamps) else set()


def standing_files(project: Project, names: Iterable[str]) -> dict[str, str] | None:
    """The first file of each product of `names`, of all unless any is given, by its name.

    None where one is not up to date or there is none of that name. No record is asked which
    products there are: the last build has told.
    """
    stamps = _read(project)
    if not _same_inputs(project, stamps):
        return None
    known: dict[str, str] = stamps["known"]
    wanted = set(names) or set(known)
    if not wanted <= set(known) or _good(project, stamps, wanted) != wanted:
        return None
    return {name: known[name] for name in sorted(wanted)}


def _same_inputs(project: Project, stamps: Mapping[str, Any]) -> bool:
    """Whether all that the build depended on is as it was."""
    if not stamps:
        return False
    states = input_states(project)
    if states and stamps.get("states") == states:
        return True
    return bool(stamps.get("inputs") == inputs_fingerprint(project))


def _good(project: Project, stamps: Mapping[str, Any], wanted: set[str]) -> set[str]:
    """The products of `wanted` whose files are as they were written."""
    known = _stamped(stamps)
    same = {
        name
        for name in wanted
        if known.get(name)
        and all(_sha256(project, file) == sha for file, sha in known[name].items())
    }
    return same if same == wanted else same - {SITE}


def made_by_last_build(project: Project) -> dict[str, tuple[str, ...]]:
    """The files of each product that is stamped, in the order in which forms are made."""
    return {
        name: tuple(sorted(files, key=order)) for name, files in _stamped(_read(project)).items()
    }


def stamps_for(project: Project, made: Mapping[str, Mapping[str, bytes]], inputs: str) -> bytes:
    """The stamps after a build that `made` files by product; others are kept if still true.

    `inputs` is their fingerprint from before they were read: what was saved while the build ran
    is not in its files.
    """
    states = input_states(project)
    same = states and inputs_fingerprint(project) == inputs
    old = _read(project)
    kept = _stamped(old) if old.get("inputs") == inputs else {}
    new = {
        name: {file: hashlib.sha256(data).hexdigest() for file, data in files.items()}
        for name, files in made.items()
    }
    said = {
        "inputs": inputs,
        "states": states if same else "",
        "known": {product.name: product.files[0] for product in products_of(project).values()},
        "products": {**kept, **new},
    }
    return json.dumps(said, indent=1, sort_keys=True).encode()


def gone(project: Project, made: Mapping[str, Iterable[str]]) -> list[Path]:
    """The files of earlier builds that no product of the project makes any more.

    `made` are those of this build by product: a product that is not in it keeps its own. What was
    changed by somebody else since is not ours to take.
    """
    wanted = {file for files in made.values() for file in files}
    left_alone = set(products_of(project)) - set(made)
    old = {
        file: sha
        for name, files in _stamped(_read(project)).items()
        if name not in left_alone
        for file, sha in files.items()
        if file not in wanted
    }
    return [project.output / file for file, sha in old.items() if _sha256(project, file) == sha]


def _read(project: Project) -> dict[str, Any]:
    """The stamps of the last build; empty when there are none or they are not of our shape."""
    try:
        stamps = own_json(project.output / STAMPS, project.output)
        held = [one for files in stamps["products"].values() for one in files.items()]
        sound = all(isinstance(sha, str) and leads_below(file) for file, sha in held)
        sound = sound and all(leads_below(file) for file in stamps["known"].values())
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return {}
    return stamps if sound else {}


def _stamped(stamps: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The hash of each file by product."""
    held: dict[str, dict[str, str]] = stamps.get("products", {})
    return held


def _sha256(project: Project, file: str) -> str:
    """The hash of a file of the output folder; empty where there is none that can be read."""
    try:
        return hashlib.sha256(own_bytes(project.output / file, project.output)).hexdigest()
    except OSError:
        return ""
