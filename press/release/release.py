"""Release: freeze an edition under output/releases/, whole or not at all, and read it again."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.codes.row import Value
from press.diagnostics import Diagnostic, Place, Refusal, nearest
from press.files import inside, own_bytes, own_json
from press.project import Project
from press.release.snapshot import Snapshot, as_json, from_json

FOLDER = "releases"
SNAPSHOT = "snapshot.json"
# What makes a folder a release: the name, the number in the series, the hash of every file.
SEAL = "release.json"
# Letters of any script, digits, and single dots, hyphens or underscores between them.
NAME = re.compile(r"[^\W_]+(?:[._-][^\W_]+)*")
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen edition: its folder, its place in the series from 1, what it says."""

    name: str
    number: int
    folder: Path
    files: tuple[str, ...]
    said: Snapshot

    def read(self, file: str) -> bytes:
        """The bytes of one of its files."""
        return (self.folder / file).read_bytes()


def check_name(project: Project, name: str) -> None:
    """Raise `Refusal` when an edition cannot be frozen as `name`: a bad name, or one taken."""
    place = Place(f"{project.output.name}/{FOLDER}/{name}")
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        folder = Place(f"{project.output.name}/{FOLDER}")
        values: dict[str, Value] = {"name": name, "longest": LONGEST}
        raise Refusal([Diagnostic("release/bad-name", folder, values)])
    if (project.output / FOLDER / name).exists():
        raise Refusal([Diagnostic("release/taken", place, {"name": name})])


def refuse_draft(*, draft: bool) -> None:
    """Raise `Refusal` for what is still a draft."""
    if draft:
        raise Refusal([Diagnostic("release/draft", Place("content/publication.yaml"))])


def freeze(
    project: Project, name: str, files: Sequence[str], said: Snapshot, beside: Sequence[str] = ()
) -> Release:
    """Freeze `files` of the output folder and what they say as the release `name`.

    `beside` are files of the project that go with them, by their paths from its root.
    All is copied to a hidden folder first, which then takes its name in one step: a release is
    there whole or not at all. Raises `Refusal` for a name that is bad or taken, and when the
    folder cannot be written.
    """
    check_name(project, name)
    root = project.output / FOLDER
    number = max((known.number for known in releases(project)), default=0) + 1
    held = {file: own_bytes(project.output / file, project.output) for file in files}
    held |= {file: own_bytes(project.root / file, project.root) for file in beside}
    held[SNAPSHOT] = as_json(said)
    seal = {
        "name": name,
        "number": number,
        "date": str(project.today),
        "content": said.content,
        "files": {file: hashlib.sha256(data).hexdigest() for file, data in sorted(held.items())},
    }
    held[SEAL] = (json.dumps(seal, ensure_ascii=False, indent=1) + "\n").encode()
    hidden: Path | None = None
    try:
        root.mkdir(parents=True, exist_ok=True)
        if not inside(root, project.output):
            raise PermissionError(0, "its folder is a link that leads outside", str(root))
        hidden = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=root))
        for file, data in held.items():
            (hidden / file).parent.mkdir(parents=True, exist_ok=True)
            with (hidden / file).open("wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        hidden.chmod(0o755)  # mkdtemp makes folders for their owner alone
        # Fails where another process froze the same name meanwhile: its folder is not empty.
        hidden.rename(root / name)
    except OSError as error:
        if hidden:
            shutil.rmtree(hidden, ignore_errors=True)
        check_name(project, name)
        place = Place(f"{project.output.name}/{FOLDER}/{name}")
        why = {"said": error.strerror or ""}
        raise Refusal([Diagnostic("write/cannot-write", place, why, cure="release")]) from error
    return Release(name, number, root / name, tuple(sorted((*files, *beside))), said)


def as_told(made: Release) -> str:
    """A release as one JSON object: where it lies, and its seal with the hash of every file."""
    seal = json.loads((made.folder / SEAL).read_bytes())
    folder = f"{made.folder.parent.parent.name}/{FOLDER}/{made.name}"
    return json.dumps({"folder": folder, **seal}, ensure_ascii=False, indent=1)


def releases(project: Project) -> list[Release]:
    """Every release of `project`, oldest first; folders without a seal are none.

    Raises `Refusal` for one that is not as it was frozen.
    """
    root = project.output / FOLDER
    sealed = sorted(p.parent for p in root.glob(f"*/{SEAL}") if not p.parent.name.startswith("."))
    return sorted((_read(project, folder) for folder in sealed), key=lambda known: known.number)


def find(project: Project, name: str | None) -> Release:
    """The release `name`, or the newest. Raises `Refusal` when there is none."""
    known = {folder.parent.name: folder.parent for folder in
             (project.output / FOLDER).glob(f"*/{SEAL}")}  # fmt: skip
    if name is None and known:
        return releases(project)[-1]
    if name in known:
        return _read(project, known[name])
    place = Place(f"{project.output.name}/{FOLDER}")
    if not known:
        raise Refusal([Diagnostic("release/none", place)])
    close = nearest(name or "", known)
    values: dict[str, Value] = {"name": name or "", "guess": close, "known": tuple(sorted(known))}
    cure = "guess" if close else ""
    raise Refusal([Diagnostic("release/unknown", place, values, cure=cure)])


def _read(project: Project, folder: Path) -> Release:
    """A release as it was frozen; every file is held against its hash."""
    try:
        seal = own_json(folder / SEAL, project.output)
        files: Mapping[str, str] = seal["files"]
        for file, digest in files.items():
            if hashlib.sha256(own_bytes(folder / file, folder)).hexdigest() != digest:
                raise _damaged(project, folder, "touched", file)
        said = from_json(own_bytes(folder / SNAPSHOT, folder))
        names = tuple(file for file in files if file != SNAPSHOT)
        return Release(folder.name, int(seal["number"]), folder, names, said)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        said_why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _damaged(project, folder, "unread", said_why) from error


def _damaged(project: Project, folder: Path, case: str, said: str) -> Refusal:
    place = Place(f"{project.output.name}/{FOLDER}/{folder.name}")
    return Refusal([Diagnostic("release/damaged", place, {"said": said}, case=case)])
