"""Unchanged: the answer of a build that has nothing to do, before anything else is imported.

To import what reads a command line and colours a terminal takes longer than to find out that all
files are as they should be; so the plainest command is answered here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from press.products import products_of
from press.project import Project, open_project
from press.stamps import standing_files
from press.write import PREFIX

FOLDERS = ("--project", "--output")


def standing(words: Sequence[str], home: Path) -> list[str] | None:
    """What is said of every publication when all of them are up to date, else None.

    `words` are those of the command line. None, too, where they say more than which publications
    to build, from which folder and to which: others must answer these.
    """
    asked: dict[str, str] = {}
    names = []
    rest = iter(words)
    for word in rest:
        option, told, value = word.partition("=")
        if option in FOLDERS:
            asked[option] = value if told else next(rest, "")
        elif word.startswith("-"):
            return None
        else:
            names.append(word)
    if names[:1] == ["build"]:
        del names[0]
    if not all(asked.values()):
        return None
    output = Path(asked["--output"]) if "--output" in asked else None
    try:
        project = open_project(Path(asked.get("--project", home)), output)
    except (NotADirectoryError, OSError, ValueError):
        return None
    if any(any(folder.glob(f"{PREFIX}*")) for folder in (project.root, project.output)):
        return None  # a build was cut off: it is finished or undone first
    files = standing_files(project, names)
    return None if files is None else [_said(project, file) for file in files.values()]


def said_of(project: Project, names: Iterable[str]) -> Iterator[str]:
    """A line for each publication that is left alone."""
    known = products_of(project)
    for name in sorted(names):
        yield _said(project, known[name].files[0])


def _said(project: Project, file: str) -> str:
    return f"= {project.output.name}/{file}  unchanged"
