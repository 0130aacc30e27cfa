"""Hashes what a value says and what a build depends on, to tell whether work is still good."""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from press.diagnostics import Place
from press.files import below
from press.project import HOME, Project

# How many hexadecimal digits of a digest are printed.
PRINTED = 12
# Folders of the machine whose files go onto pages.
BESIDE = (
    Path("/usr/share/fonts/truetype/noto"),
    Path("/usr/share/fonts/opentype"),
    Path("/usr/share/color/icc/ghostscript"),
)
# A file that was changed in the last so many seconds may change again and look the same.
SETTLED_S = 3
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
    held.update(_beside().encode())
    return held.hexdigest()


def input_states(project: Project, *, settled: bool = True) -> str:
    """A hash of which files a build depends on and of when each was changed, without reading them.

    It is taken before they are read: where it is the same later, so are they. Empty where one is
    gone, or was changed just now and all must have `settled`.
    """
    held = hashlib.sha256(engines().encode() + _beside().encode())
    latest = time.time_ns() - SETTLED_S * 10**9
    try:
        for path in inputs_of(project):
            state = path.stat()
            if settled and max(state.st_mtime_ns, state.st_ctime_ns) > latest:
                return ""
            said = state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns
            held.update(os.fsencode(path) + b"%d %d %d %d %d" % said)
    except OSError:
        return ""
    return held.hexdigest()


def _beside() -> str:
    """When the folders of fonts and profiles were changed."""
    there = (folder for folder in BESIDE if folder.is_dir())
    return "".join(f"{folder} {folder.stat().st_mtime_ns}" for folder in there)


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
