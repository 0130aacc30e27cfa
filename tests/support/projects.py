"""Projects of the tests on a day that does not change."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from press.content.edition import Edition
from press.content.load import load
from press.content.resolve import resolve
from press.content.validate import validate
from press.project import HOME, Project


def project_in(folder: Path, *, home: Path = HOME, day: str = "2026-01-31") -> Project:
    """The project in a folder, whose files go to `output` below it."""
    return Project(folder, folder / "output", datetime.date.fromisoformat(day), home)


def typed_in(folder: Path, files: Mapping[str, str]) -> Project:
    """The project in a folder, with these files in its content/ besides those that it has."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project_in(folder)


def resolved(project: Project) -> Edition:
    """load … resolve: the edition of a project."""
    return resolve(validate(load(project)))


OURS = project_in(HOME)
