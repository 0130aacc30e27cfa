"""Tells what a machine has of all that pages depend on, to compare it with another."""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from press.files import below
from press.fingerprint import engines, inputs_of
from press.project import HOME, Project

# A font that is installed or taken away changes its folder.
FONTS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)


@dataclass(frozen=True, slots=True)
class Machine:
    """What pages depend on: hashes of engine and fonts, the versions of libraries, one each.

    `folder` is a hash of what it sees of a project, and `shares` whether it sees a file that was
    just put into the output folder.
    """

    engine: str
    libraries: tuple[str, ...]
    fonts: str
    folder: str
    shares: bool


def examine(project: Project, sign: Path) -> Machine:
    """This machine, as it sees the project, and the file `sign` in its output folder."""
    engine = hashlib.sha256()
    for path in sorted((HOME / "press").rglob("*.py")):
        engine.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    python = f"python={'.'.join(platform.python_version_tuple()[:2])}"
    libraries = (*engines().split(), python, f"pango={_pango()}")
    fonts = hashlib.sha256("".join(font_files()).encode("utf-8", "surrogateescape"))
    return Machine(engine.hexdigest(), libraries, fonts.hexdigest(), _seen(project), sign.is_file())


def font_files() -> Iterator[str]:
    """The font files of this machine, by name and size: another version seldom has the same."""
    for folder in FONTS:
        for path in below(folder, ".ttf", ".otf", ".ttc"):
            yield f"{path.name} {path.stat().st_size}\n"


def _seen(project: Project) -> str:
    """A hash of records, templates and styles where they are expected; empty without them."""
    if not (project.root / "content").is_dir():
        return ""
    held = hashlib.sha256()
    for path in inputs_of(project):
        if not path.is_relative_to(HOME / "press"):
            held.update(os.fsencode(path) + b"\0" + path.read_bytes() + b"\0")
    return held.hexdigest()


def _pango() -> str:
    """The version of the library that shapes and breaks lines."""
    found = ctypes.util.find_library("pango-1.0")
    if not found:
        return "?"
    told = ctypes.CDLL(found).pango_version_string
    told.restype = ctypes.c_char_p
    return bytes(told()).decode()
