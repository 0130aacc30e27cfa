"""Small projects, typed in a test."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from press.content.edition import Edition
from press.content.load import load
from press.content.resolve import resolve
from press.content.validate import validate
from press.project import Project

PUBLICATION = "title: جسور المدينة\nlanguage: ar\n"


def edition_of(folder: Path, files: Mapping[str, str]) -> Edition:
    """The edition of a project with these files in content/."""
    for name, text in {"publication.yaml": PUBLICATION, **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    project = Project(folder, folder / "output", datetime.date(2026, 1, 31))
    return resolve(validate(load(project)))
