"""Hashes what a value says and what a build depends on, to tell whether work is still good."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from press.diagnostics import Place
from press.files import below, leads_below, own_bytes, own_json
from press.products import SITE, order, products_of
from press.project import HOME, Project

# How many hexadecimal digits of a digest are printed.
PRINTED = 12
# The stamps of the last build, beside its outputs.
STAMPS = ".stamps.json"
ENGINES = ("icalendar", "weasyprint", "jinja2", "pydantic", "pikepdf", "babel", "pydyf")


def digest(*values: object, shared: bool = False) -> str:
    """Sixty-four hexadecimal digits that change with whatever the values say.

    Values are texts, numbers, dates, None, sequences, sets, maps and dataclasses of these. Places
    say nothing, nor do fields that two equal values may differ in: a text that moved down a line is
    the same.

    Of `shared` values each is looked at once: an edition holds each of its entries several times.
    """
    held = hashlib.sha256()
    _feed(values, held.update, {} if shared else None)
    return held.hexdigest()


def _feed(value: Any, write: Callable[[bytes], object], met: dict[int, int] | None) -> None:
    """Write what `value` says; of what was `met` before, by its identity, its number."""
    if isinstance(value, str):
        text = value.encode()
        write(b"s%d:" % len(text) + text)
    elif value is None or isinstance(value, bool | int | float | Decimal | datetime.date):
        write(b"n%a;" % (value,))
    elif isinstance(value, bytes):
        write(b"b%d:" % len(value) + value)
    elif isinstance(value, tuple | list):
        write(b"(")
        for one in value:
            _feed(one, write, met)
        write(b")")
    elif isinstance(value, frozenset):
        _feed(sorted(map(digest, value)), write, met)
    elif isinstance(value, Mapping):
        write(b"{")
        for key, one in value.items():
            _feed(key, write, met)
            _feed(one, write, met)
        write(b"}")
    elif met is not None and id(value) in met:
        write(b"@%d;" % met[id(value)])
    elif not isinstance(value, Place):
        if met is not None:
            met[id(value)] = len(met)
        kind = type(value)
        write(f"<{kind.__qualname__}".encode())
        for name in _names(kind):  # type: ignore[arg-type]
            _feed(getattr(value, name), write, met)
        write(b">")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass that tell its values apart. Raises TypeError for anything else."""
    return tuple(field.name for field in fields(kind) if field.compare)


def inputs_fingerprint(project: Project) -> str:
    """A hash of all that a build depends on: content, templates, styles, engine and fonts."""
    held = hashlib.sha256()
    for path in inputs_of(project):
        held.update(os.fsencode(path))
        held.update(b"\0")
        held.update(hashlib.sha256(path.read_bytes()).digest())
    held.update(engines().encode())
    for folder in (
        Path("/usr/share/fonts/truetype/noto"),
        Path("/usr/share/fonts/opentype"),
        Path("/usr/share/color/icc/ghostscript"),
    ):
        if folder.is_dir():
            held.update(f"{folder} {folder.stat().st_mtime_ns}".encode())
    return held.hexdigest()


def engines() -> str:
    """The versions of the libraries that make the pages, as they are installed, one a line."""
    found = []
    for folder in sys.path:
        if folder.endswith("-packages") and Path(folder).is_dir():
            for path in Path(folder).iterdir():
                package, _, number = path.name.removesuffix(".dist-info").partition("-")
                if path.suffix == ".dist-info" and package.lower() in ENGINES:
                    found.append(f"{package.lower()}={number}\n")
    return "".join(sorted(found))


def content_fingerprint(project: Project) -> str:
    """`PRINTED` hexadecimal digits that stand for what content/ says; printed in the colophon."""
    held = hashlib.sha256()
    for name, path in project.content_files():
        held.update(os.fsencode(name) + b"\0" + path.read_bytes() + b"\0")
    return held.hexdigest()[:PRINTED]


def unchanged(project: Project, names: Iterable[str]) -> set[str]:
    """The products of `names` that an earlier build left up to date, in all their forms.

    The site holds what is made of the others: it is up to date when all that are asked for are.
    """
    stamps = _read(project)
    if stamps.get("inputs") != inputs_fingerprint(project):
        return set()
    known = _stamped(stamps)
    wanted = set(names)
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
    old = _read(project)
    kept = _stamped(old) if old.get("inputs") == inputs else {}
    new = {
        name: {file: hashlib.sha256(data).hexdigest() for file, data in files.items()}
        for name, files in made.items()
    }
    text = json.dumps({"inputs": inputs, "products": {**kept, **new}}, indent=1, sort_keys=True)
    return text.encode()


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


def inputs_of(project: Project) -> list[Path]:
    """The files of records, templates, styles and engine that a build reads, sorted."""
    found = [path for _, path in project.content_files()]
    # What a record names beside it: the profile of the press.
    found += [p for p in below(project.root / "content") if p.suffix != ".yaml"]
    for folder in ("templates", "styles"):
        for root in project.folders(folder):
            found += below(root)
    found += [*(HOME / "press").rglob("*.py"), HOME / "build.py"]
    return sorted(set(found))


def _read(project: Project) -> dict[str, Any]:
    """The stamps of the last build; empty when there are none or they are not of our shape."""
    try:
        stamps = own_json(project.output / STAMPS, project.output)
        held = [one for files in stamps["products"].values() for one in files.items()]
        sound = all(isinstance(sha, str) and leads_below(file) for file, sha in held)
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
