"""Read icons: a letter, or the one path of a drawing that stands beside the records."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from press.diagnostics import Unfit

ARTICLE = "ال"
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon: a `letter`, or a path (SVG 2, 9.3) and the box that it stands in (`viewBox`)."""

    letter: str = ""
    path: str = ""
    box: str = "0 0 24 24"


def read_icon(typed: str, folder: Path) -> Icon:
    """The icon that a record names: itself if it is one letter, else an SVG file below `folder`.

    Raises `Unfit`.
    """
    if len(typed) == 1 and typed.isalnum():
        return Icon(letter=typed)
    path = PurePosixPath(typed)
    if path.suffix.lower() != ".svg" or path.is_absolute() or ".." in path.parts:
        raise Unfit("icon", text=typed)
    try:
        root = ElementTree.fromstring((folder / path).read_bytes())
    except OSError as error:
        raise Unfit("no-file", text=typed) from error
    except ElementTree.ParseError as error:
        raise Unfit("icon-svg", text=typed, detail=str(error)) from error
    drawn = [element for element in root.iter() if element.tag not in (f"{SVG}title", f"{SVG}desc")]
    paths = [element for element in drawn if element.tag == f"{SVG}path"]
    if root.tag != f"{SVG}svg" or len(paths) != 1 or len(drawn) != 2 or not paths[0].get("d"):
        raise Unfit("icon-path", text=typed)
    box = root.get("viewBox", "")
    try:
        sides = [float(side) for side in box.replace(",", " ").split()]
    except ValueError:
        sides = []
    if len(sides) != 4 or sides[2] <= 0 or sides[2] != sides[3]:
        raise Unfit("icon-box", text=typed)
    return Icon(path=paths[0].get("d", ""), box=" ".join(f"{side:g}" for side in sides))


def initial(name: str) -> str:
    """The first letter of a name, after an article."""
    bare = name.removeprefix(ARTICLE) or name
    return next((letter for letter in bare if letter.isalnum()), "·").upper()
