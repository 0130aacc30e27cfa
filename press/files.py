"""Finds the files of a folder, and keeps to it: nothing outside is read, nothing strange is opened.

A folder may have been handed over by somebody else, or lie on a shared disk: a link that leads
out of it, a pipe that never ends and a device are no files of it.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

# Why something that stands where a file is expected cannot be read.
Why = Literal["outside", "broken", "folder", "linked-folder", "special", "forbidden"]


def inside(path: Path, root: Path) -> bool:
    """Whether `path` leads to something below `root`, whatever links stand on the way."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):  # no name at all, or links that lead in a circle
        return False


def is_own(path: Path, root: Path) -> bool:
    """Whether `path` is a file that can be read, and stands below `root`."""
    return fault(path, root) is None


def is_ours(folder: Path) -> bool:
    """Whether neither a folder of kept work, as .kept/work, nor the one that it is in is a link.

    What is old is thrown away in it.
    """
    return not (folder.is_symlink() or folder.parent.is_symlink())


def own_bytes(path: Path, root: Path) -> bytes:
    """What is in a file below `root`. Raises OSError for anything else that stands there."""
    if fault(path, root) in ("outside", "folder", "special"):
        raise OSError(0, "Not a file of its folder", str(path))
    return path.read_bytes()


def own_json(path: Path, root: Path) -> Any:
    """What a file below `root` says as JSON. Raises OSError for no file, ValueError for no JSON."""
    return read_json(own_bytes(path, root))


def read_json(said: bytes) -> Any:
    """What `said` says as JSON. Raises ValueError for anything else, however deep."""
    try:
        return json.loads(said)
    except RecursionError as error:
        raise ValueError("this is nested too deep") from error


def leads_below(name: str) -> bool:
    """Whether a name leads to something below the folder that it is read in."""
    path = Path(name)
    return "\0" not in name and not path.is_absolute() and ".." not in path.parts and name != ""


def below(folder: Path, *endings: str) -> list[Path]:
    """The files below `folder`, sorted: all, or those whose names end so, in any case.

    What is hidden, what is no file and what a link brings in from outside the folder's own parent
    is passed over; see `strange`.
    """
    return sorted(
        path
        for place, _, names in _walked(folder)
        for path, why in _faults(
            place, (n for n in names if not endings or n.lower().endswith(endings)), folder.parent
        )
        if why is None
    )


def strange(folder: Path) -> Iterator[tuple[Path, Why]]:
    """What stands below `folder` and looks like a file of ours, and why it cannot be read.

    Hidden names are others' (editors', systems'), and pass.
    """
    for place, folders, names in _walked(folder):
        yield from ((path, why) for path, why in _faults(place, names, folder.parent) if why)
        for name in folders:
            if (place / name).is_symlink():
                yield place / name, "linked-folder"
            elif name.lower().endswith((".yaml", ".yml", ".html", ".css")):
                yield place / name, "folder"


def _walked(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Every folder from `folder` down, with the folders and the other things in it, sorted."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(place), folders, sorted(name for name in names if not name.startswith("."))


def _faults(place: Path, names: Iterable[str], root: Path) -> Iterator[tuple[Path, Why | None]]:
    """Each of `names` in the folder `place`, and its `fault`.

    Where links lead is asked once a folder, and of links.
    """
    here = inside(place, root)
    for name in names:
        path = place / name
        try:
            plain = here and stat.S_ISREG(path.lstat().st_mode) and os.access(path, os.R_OK)
        except OSError:
            plain = False
        yield path, None if plain else fault(path, root)


def fault(path: Path, root: Path) -> Why | None:
    """Why `path` is no file below `root` that can be read; None when it is."""
    try:
        if not inside(path, root):
            return "outside" if path.exists() else "broken"
        mode = path.stat().st_mode
    except PermissionError:
        return "forbidden"
    except (OSError, ValueError):
        return "broken"
    if stat.S_ISDIR(mode):
        return "folder"
    if not stat.S_ISREG(mode):
        return "special"
    return None if os.access(path, os.R_OK) else "forbidden"
