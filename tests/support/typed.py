"""Small projects, typed in a test."""

from collections.abc import Mapping
from pathlib import Path

from press.content.edition import Edition
from tests.support.projects import project_in, resolved

PUBLICATION = "title: جسور المدينة\nlanguage: ar\n"


def edition_of(folder: Path, files: Mapping[str, str]) -> Edition:
    """The edition of a project with these files in content/."""
    for name, text in {"publication.yaml": PUBLICATION, **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    project = project_in(folder)
    return resolved(project)
