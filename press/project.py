"""The project: its folders, its files and today's date, the only contact with the world."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from press.files import Why, below, is_own, strange

HOME = Path(__file__).resolve().parent.parent
FOLDERS = ("content", "templates", "styles")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with content/, templates/ and styles/; what it lacks is taken from ours (`home`).

    `today` is the only clock that a build may read.
    """

    root: Path
    output: Path
    today: datetime.date
    home: Path = HOME

    def own(self, name: str) -> Path | None:
        """The file `name` of this project, else None; a name that leads out of it is none."""
        path = self.root / name
        return path if is_own(path, self.root) else None

    def find(self, name: str) -> Path | None:
        """The file `name` (as `styles/brief.css`) of this project, else ours, else None."""
        for root in (self.root, self.home):
            if is_own(path := root / name, root):
                return path
        return None

    def folders(self, name: str) -> list[Path]:
        """The folders called `name`, this project's before ours, without repetition."""
        found = [self.root / name, self.home / name]
        return [p for p in dict.fromkeys(found) if p.is_dir()]

    def content_files(self) -> list[tuple[str, Path]]:
        """Every YAML file of content/ as (name below content/, path), sorted by name."""
        folder = self.root / "content"
        own: dict[str, Path] = {}
        for path in below(folder, ".yaml", ".yml"):
            # Windows shares change the case of an ending, and .yml is one that many type.
            name = path.relative_to(folder).with_suffix(".yaml").as_posix()
            own[path.relative_to(folder).as_posix() if name in own else name] = path
        return sorted(own.items())

    def lent_files(self, name: str) -> list[tuple[str, Path]]:
        """Our own content/`name` for a project that is not ours; none where there is no such."""
        path = self.home / "content" / name
        return [(name, path)] if self.root != self.home and is_own(path, self.home) else []

    def shown(self, path: Path) -> str:
        """`path` as it is named in messages: from the project's root where it lies below it."""
        for root in (self.root, self.home):
            if path.is_relative_to(root):
                return _readable(path.relative_to(root).as_posix())
        return _readable(path.name)

    def seen(self, name: str, here: Path) -> str:
        """A path of a message as it is named to who stands in the folder `here`.

        A file of the project, or one of ours that it is lent, is named from there, so that it is
        known whose it is; what is no such file, as an output, keeps its name.
        """
        if name.partition("/")[0] not in FOLDERS:
            return name
        ours = not (self.root / name).exists() and (self.home / name).exists()
        path = (self.home if ours else self.root) / name
        return str(path.relative_to(here) if path.is_relative_to(here) else path)

    def strange(self) -> Iterator[tuple[Path, Why]]:
        """What stands in its own folders where a file is expected, and why it cannot be read."""
        for name in FOLDERS:
            yield from strange(self.root / name)


def _readable(name: str) -> str:
    """A name that can be printed, whatever bytes the disk has for it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def open_project(root: Path, output: Path | None = None) -> Project:
    """The project in `root`; its output folder is `output` or `root`/output.

    Today's date is that of `SOURCE_DATE_EPOCH` (seconds, UTC) when it is set, so that two builds
    of the same content can give the same bytes. Raises NotADirectoryError without content/,
    OSError for a folder that cannot be looked into, ValueError for a wrong date.
    """
    root = root.resolve()
    if not (root / "content").is_dir():
        raise NotADirectoryError(f"{root} has no folder content/")
    return Project(root, (output or root / "output").resolve(), _today())


def _today() -> datetime.date:
    """Today's date, or that of `SOURCE_DATE_EPOCH`. Raises ValueError when it is no such number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(
            "SOURCE_DATE_EPOCH is no whole number of seconds since 1970 in the years 1 to 9999"
        ) from error
