"""Begin a publication: records with comments that build at once, schemas, a README, .gitignore."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from press.commands import schema
from press.diagnostics import Diagnostic, Place, Refusal
from press.project import HOME
from press.write import write

_IGNORED = "/output/*\n"


def begin(folder: Path, language: str) -> tuple[str, ...]:
    """Write the first files of a publication in `language` into `folder`; their names, sorted.

    Raises `Refusal` when `folder` cannot be taken or written: nothing is then.
    """
    return take(folder, first_files(language))


def take(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the files of a publication into `folder`, all or none; their names, sorted.

    Raises `Refusal` when `folder` is a file, holds anything or cannot be written.
    """
    look_at(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    write({folder / name: data for name, data in files.items()}, folder)
    return tuple(sorted(files))


def look_at(folder: Path) -> None:
    """Raise `Refusal` when `folder` is a file, holds anything or cannot be looked into."""
    shown = folder.name or str(folder)
    if folder.exists() and not folder.is_dir():
        raise Refusal([Diagnostic("new/not-empty", Place(shown), case="file")])
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise Refusal([Diagnostic("new/not-empty", Place(shown), case="")])
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _cannot_write(folder: Path, error: OSError) -> Refusal:
    said = {"said": error.strerror or ""}
    return Refusal([Diagnostic("new/cannot-write", Place(folder.name or str(folder)), said)])


def first_folder(language: str) -> Path:
    """The publication in `language` that new ones are copied from."""
    return HOME / "examples" / f"first.{language}"


def first_files(language: str) -> dict[str, bytes]:
    """The files of a new publication by name, those of content/ with the line of their schema."""
    first = first_folder(language)
    files = {".gitignore": _IGNORED.encode()}
    for path in sorted(p for p in first.rglob("*") if p.is_file()):
        name = path.relative_to(first).as_posix()
        inner = name.removeprefix("content/")
        if inner == name and name != "README.md":
            continue  # what a build left there, or what is said of a spreadsheet
        head = f"{schema_line(inner)}\n" if inner != name else ""
        files[name] = head.encode() + path.read_bytes()
    for name, data in schema.files().items():
        files[f"{schema.FOLDER}/{name}"] = data
    return files


def schema_line(content_file: str) -> str:
    """The comment that names its schema to editors, for a file below content/."""
    up = "../" * (content_file.count("/") + 1)
    return f"# yaml-language-server: $schema={up}{schema.FOLDER}/{schema.name_of(content_file)}"
