"""Fonts: the families that the style sheets ask for, and those that this system has."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from press.content.typefaces import Typeface
from press.diagnostics import Diagnostic, Place
from press.files import below
from press.project import Project

# Which Debian package has the fonts that the styles name.
PACKAGES = {
    "Amiri": "fonts-hosny-amiri",
    "Noto Naskh Arabic": "fonts-noto-core",
    "Noto Kufi Arabic": "fonts-noto-core",
    "Noto Sans": "fonts-noto-core",
    "Noto Serif": "fonts-noto-core",
    "Noto Sans Math": "fonts-noto-core",
}
_LOCAL = re.compile(r'local\(\s*["\']([^"\']+)["\']\s*\)')
_TOKEN = re.compile(r"--font-[a-z-]+\s*:\s*([^;}]+)")
_FACE = re.compile(r"@font-face\s*{[^}]*font-family\s*:\s*[\"']?([^\"';}]+)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A family that a line of a style sheet asks for."""

    family: str
    place: Place


def wanted_fonts(project: Project) -> tuple[Wanted, ...]:
    """Every family named by `local()` or a `--font-…` token, where it is named.

    Names that a style sheet gives to faces of its own are no families to be installed.
    """
    sheets = [
        (project.shown(sheet), sheet.read_text("utf-8"))
        for folder in project.folders("styles")
        for sheet in below(folder, ".css")
    ]
    own = {match[1].strip() for _, css in sheets for match in _FACE.finditer(css)}
    return tuple(
        Wanted(family, Place(name, number))
        for name, css in sheets
        for number, line in enumerate(css.splitlines(), start=1)
        for family in _families(line)
        if family not in own
    )


def _families(line: str) -> Iterator[str]:
    for match in _LOCAL.finditer(line):
        yield match[1].removesuffix(" Bold").removesuffix(" Regular")
    for match in _TOKEN.finditer(line):
        names = [name.strip() for name in match[1].split(",")]
        # A list with a generic family, which has no quotes, takes what there is.
        if all(name[:1] in ("'", '"') for name in names):
            yield from (name.strip("\"'") for name in names)


@cache
def installed_fonts() -> frozenset[str]:
    """The families that fontconfig knows. Raises OSError or CalledProcessError without it."""
    listed = subprocess.run(
        ["fc-list", "--format", "%{family}\n"], capture_output=True, text=True, check=True
    ).stdout
    rows = (row.replace("\\-", "-").split(",") for row in listed.splitlines())
    return frozenset(family.strip() for row in rows for family in row)


@cache
def installed_faces() -> dict[str, tuple[str, int]]:
    """The file and the number in it of every face that fontconfig knows, by PostScript name."""
    asked = ["fc-list", "--format", "%{postscriptname}\t%{file}\t%{index}\n"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    rows = (row.split("\t") for row in listed.splitlines())
    return {name: (file, int(index)) for name, file, index in rows if name and int(index) < 1 << 16}


def missing_faces(faces: Iterable[Typeface]) -> Iterator[Diagnostic]:
    """A complaint for each family that a publication asks for and this system has not."""
    for face in faces:
        if not face.files and face.family not in installed_fonts():
            cure = "package" if face.family in PACKAGES else ""
            values = {"font": face.family, "package": PACKAGES.get(face.family, "")}
            yield Diagnostic("typeset/missing-font", face.typed, values, case="absent", cure=cure)
