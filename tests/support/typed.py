"""Small projects, typed in a test."""

from collections.abc import Mapping
from pathlib import Path

from press.content.edition import Edition
from tests.support.projects import resolved, typed_in

PUBLICATION = "title: جسور المدينة\nlanguage: ar\n"


def edition_of(folder: Path, files: Mapping[str, str]) -> Edition:
    """The edition of a project with these files in content/."""
    return resolved(typed_in(folder, {"publication.yaml": PUBLICATION, **files}))
