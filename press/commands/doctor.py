"""Doctor: what this system has of all that Warraq works with, to paste into a bug report.

Nothing here needs what it looks for: a library that is not there is a line of the report.
"""

from __future__ import annotations

import ctypes
import importlib.metadata
import json
import locale
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from press.project import HOME, Project
from press.typeset.fonts import PACKAGES, installed_fonts, wanted_fonts

# The system's libraries: the names under which the loader finds each, and what tells its version.
LIBRARIES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("Pango", ("libpango-1.0.so.0", "libpango-1.0.dylib"), "pango_version_string"),
    ("PangoFT2", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"), ""),
    ("HarfBuzz", ("libharfbuzz.so.0", "libharfbuzz.0.dylib"), "hb_version_string"),
    ("HarfBuzz subset", ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"), ""),
    ("fontconfig", ("libfontconfig.so.1", "libfontconfig.1.dylib"), "FcGetVersion"),
)
# Which Debian package has each.
HOLDERS = {
    "Pango": "libpango-1.0-0",
    "PangoFT2": "libpangoft2-1.0-0",
    "HarfBuzz": "libharfbuzz0b",
    "HarfBuzz subset": "libharfbuzz-subset0",
    "fontconfig": "fontconfig",
}
# Programs, and what lacks without each; only the first is needed to print.
PROGRAMS = {
    "fc-list": "fonts cannot be looked up: install fontconfig",
    "pdftotext": "optional: the report lacks what poppler copies",
    "chromium": "optional: the tests skip the proof in a browser",
    "gs": "optional: the tests skip the plates of the press file; the package is ghostscript",
}
VARIABLES = ("SOURCE_DATE_EPOCH", "WARRAQ_TERMINAL", "LANG", "LC_ALL", "TERM")


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked for: its version as found, `ok`, and what to do where it is not."""

    group: str
    name: str
    found: str
    ok: bool
    hint: str = ""


def examine_system(project: Project) -> tuple[Sign, ...]:
    """Everything that was looked for, found or not; raises nothing."""
    groups: tuple[tuple[str, Callable[[Project], Iterator[Sign]]], ...] = (
        ("system", _system),
        ("libraries", _libraries),
        ("packages", _packages),
        ("fonts", _fonts),
        ("programs", _programs),
        ("project", _project),
    )
    signs: list[Sign] = []
    for name, look in groups:
        try:
            signs += look(project)
        except Exception as error:  # a doctor does not fall ill
            told = f"{type(error).__name__}: {error}"
            signs.append(Sign(name, "could not be looked at", told, ok=False))
    return tuple(signs)


def _system(project: Project) -> Iterator[Sign]:
    try:
        said = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        said = ""
    kernel = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield Sign("system", "system", f"{said}, {kernel}".removeprefix(", "), ok=True)
    version = f"{platform.python_implementation()} {platform.python_version()}"
    old = sys.version_info < (3, 11)
    yield Sign("system", "Python", version, ok=not old, hint="3.11 or later" if old else "")
    yield Sign("system", "cores", str(os.cpu_count() or "?"), ok=True)
    coding = f"{locale.getpreferredencoding(False)}, output {sys.stdout.encoding}"
    yield Sign("system", "encoding", coding, ok=True)
    for name in VARIABLES:
        if value := os.environ.get(name):
            yield Sign("system", name, value, ok=True)


def _libraries(project: Project) -> Iterator[Sign]:
    for name, files, teller in LIBRARIES:
        library = _load(files)
        if library is None:
            yield Sign("libraries", name, "", ok=False, hint=f"install {HOLDERS[name]}")
        else:
            yield Sign("libraries", name, _version(library, teller), ok=True)


def _load(files: tuple[str, ...]) -> ctypes.CDLL | None:
    """The first of `files` that the loader finds."""
    for file in files:
        try:
            return ctypes.CDLL(file)
        except OSError:
            continue
    return None


def _version(library: ctypes.CDLL, teller: str) -> str:
    if not teller:
        return "found"
    told: Any = getattr(library, teller)
    if teller == "FcGetVersion":  # 2 × 10 000 + 14 × 100 + 1
        number = int(told())
        return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    told.restype = ctypes.c_char_p
    return bytes(told()).decode()


def _packages(project: Project) -> Iterator[Sign]:
    """The libraries that pyproject.toml pins, each with its version against the pinned one."""
    held = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    yield Sign("packages", "warraq", str(held["version"]), ok=True)
    for pin in held["dependencies"]:
        name, _, pinned = pin.partition("==")
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            yield Sign("packages", name, "", ok=False, hint="type make")
            continue
        other = version != pinned
        hint = f"{pinned} is pinned; type make" if other else ""
        yield Sign("packages", name, version, ok=not other, hint=hint)
    try:
        importlib.import_module("weasyprint")
    except Exception as error:  # whatever it lacks, its own words say it best
        told = (str(error).strip().splitlines() or [type(error).__name__])[0]
        yield Sign("packages", "weasyprint", told, ok=False, hint="it cannot be loaded")


def _fonts(project: Project) -> Iterator[Sign]:
    try:
        installed = installed_fonts()
    except (OSError, subprocess.CalledProcessError) as error:
        yield Sign("fonts", "fontconfig", str(error), ok=False, hint="install fontconfig")
        return
    places = {wanted.family: wanted.place for wanted in reversed(wanted_fonts(project))}
    for family, place in sorted(places.items()):
        if family in installed:
            yield Sign("fonts", family, _font_version(family), ok=True)
        else:
            package = PACKAGES.get(family)
            hint = f"install {package}" if package else f"install it; {place} names it"
            yield Sign("fonts", family, "", ok=False, hint=hint)


def _font_version(family: str) -> str:
    """The file name and version of a family's upright face; fontconfig counts in 65,536ths."""
    form = "%{file|basename} %{fontversion}"
    asked = ["fc-match", "--format", form, f"{family}:style=Regular"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    file, _, number = told.rpartition(" ")
    return f"{int(number) / 65536:.3f}, {file}" if number.isdecimal() else told


def _programs(project: Project) -> Iterator[Sign]:
    for name, lack in PROGRAMS.items():
        there = shutil.which(name) is not None
        optional = lack.startswith("optional")
        found = "found" if there else ""
        yield Sign("programs", name, found, ok=there or optional, hint="" if there else lack)


def _project(project: Project) -> Iterator[Sign]:
    files = len(project.content_files())
    yield Sign("project", "content", f"{files} files", ok=files > 0)
    own = [name for name in ("templates", "styles") if (project.root / name).is_dir()]
    ours = project.root == project.home or not own
    yield Sign("project", "dress", "Warraq's" if ours else f"its own {', '.join(own)}", ok=True)
    folder = project.output if project.output.exists() else project.output.parent
    if os.access(folder, os.W_OK):
        yield Sign("project", "output", "can be written", ok=True)
    else:
        yield Sign("project", "output", "", ok=False, hint="look at the folder's permissions")
    made = sorted(p.name for p in project.output.glob("*") if p.suffix in (".pdf", ".html"))
    yield Sign("project", "made", ", ".join(made) or "nothing yet", ok=True)


def lines(signs: tuple[Sign, ...]) -> Iterator[str]:
    """The report as Markdown, which trackers of issues show as it is meant."""
    width = max(len(sign.name) for sign in signs)
    yield "```"
    group = ""
    for sign in signs:
        if sign.group != group:
            group = sign.group
            yield group
        mark = "✓" if sign.ok else "✗"
        told = sign.found or ("missing" if not sign.ok else "not there")
        hint = f"  ({sign.hint})" if sign.hint else ""
        yield f"  {mark} {sign.name:<{width}}  {told}{hint}"
    yield "```"


def as_json(signs: tuple[Sign, ...]) -> str:
    """The report as JSON, keys as in `Sign`."""
    return json.dumps([asdict(sign) for sign in signs], ensure_ascii=False, indent=1)
