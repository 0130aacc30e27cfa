"""Read the faces that a publication asks for: families of the system, or files of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTFont, TTLibError

from press.content.brand import FaceRecord
from press.diagnostics import Place, Unfit

Slot = Literal["text", "display", "latin"]
# Ends of files of faces that are read: TrueType, OpenType (CFF too), and those in WOFF.
KINDS = (".ttf", ".otf", ".woff")
# Names of a family in a file: the one of all its styles, else that of four of them.
_FAMILY, _PLAIN = 16, 1
_ITALIC = 1


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A file of a face by its path from the project's root, and what it says of itself.

    `path` is where it lies.
    """

    file: str
    path: str
    family: str
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True)
class Typeface:
    """What a publication is set in at a slot: a `family` of the system, or `files`; `typed` where.

    The family of files is the name that style sheets call them by.
    """

    slot: Slot
    family: str
    files: tuple[FaceFile, ...]
    typed: Place

    @property
    def names(self) -> tuple[str, ...]:
        """What its glyphs may be told to be of, in a finished file."""
        return (self.family, *(file.family for file in self.files))


def read_face(slot: Slot, typed: FaceRecord, folder: Path) -> Typeface:
    """The face that a record names, its files below `folder`. Raises `Unfit`."""
    if typed.family is not None:
        return Typeface(slot, str(typed.family), (), typed.family.place)
    files = tuple(_read(str(name), folder) for name in typed.files)
    return Typeface(slot, f"Own {slot.title()}", files, typed.files[0].place)


def _read(name: str, folder: Path) -> FaceFile:
    path = folder / name
    if path.suffix.lower() not in KINDS:
        raise Unfit("face-kind", text=name, kinds=KINDS)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Unfit("elsewhere", text=name)
    if not path.is_file():
        raise Unfit("no-file", text=name)
    try:
        with TTFont(path, lazy=True) as font:
            family = font["name"].getDebugName(_FAMILY) or font["name"].getDebugName(_PLAIN)
            os2 = font["OS/2"]
            font.getBestCmap().keys()
            italic = bool(os2.fsSelection & _ITALIC)
            weight = int(os2.usWeightClass)
            return FaceFile(f"content/{name}", str(path.resolve()), str(family), weight, italic)
    except (TTLibError, KeyError, AttributeError, OSError, ValueError, AssertionError) as error:
        raise Unfit("face-broken", text=name) from error
