"""Write whole or not at all: every file of a build takes its place at one switch.

What is new is written into a hidden folder of the output folder; a journal in it then says which
file goes where. Before the journal is there, nothing has happened, and what is found is thrown
away; from then on all has, and what is left to do is done by whoever comes next.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from press.diagnostics import Diagnostic, Place, Refusal
from press.files import inside, leads_below, own_json

# The hidden folder of a switch, and its journal: a list of [file in the folder, its place].
PREFIX = ".switch-"
JOURNAL = "journal.json"


def write(files: Mapping[Path, bytes], output: Path, gone: Iterable[Path] = ()) -> None:
    """Put every file of `files`, all below the folder `output`, in its place, and take `gone` away.

    All of it happens or nothing does, whenever the process is killed: see `finish`. Raises
    `Refusal` when a folder cannot be made or written, the disk is full, or a folder stands where
    a file is to go; then nothing is replaced.
    """
    import shutil
    import tempfile  # who asks whether there is anything to write does not wait for them

    switch: Path | None = None
    try:
        output.mkdir(parents=True, exist_ok=True)
        with _alone(output):
            _finish(output)
            for path in files:
                _make_room(path, output)
            switch = Path(tempfile.mkdtemp(prefix=PREFIX, dir=output))
            moves = []
            for number, (path, data) in enumerate(files.items()):
                _store(switch / str(number), data)
                moves.append([str(number), path.relative_to(output).as_posix()])
            taken = [path.relative_to(output).as_posix() for path in gone]
            _store(switch / "-", json.dumps({"put": moves, "take": taken}).encode())
            _sync(switch)
            (switch / "-").rename(switch / JOURNAL)
            _sync(switch)
            _finish(output)
    except OSError as error:
        if switch and not (switch / JOURNAL).exists():
            shutil.rmtree(switch, ignore_errors=True)
        raise Refusal([_cannot_write(error, output)]) from error


def finish(output: Path) -> None:
    """Finish a switch that was cut off below `output`, or undo it where it had not yet begun.

    Every command calls this before it looks at what is there. Raises `Refusal` when it cannot.
    """
    try:
        if any(output.glob(f"{PREFIX}*")):
            with _alone(output):
                _finish(output)
    except OSError as error:
        raise Refusal([_cannot_write(error, output)]) from error


def _finish(output: Path) -> None:
    """`finish` for who has the folder to itself. What is no journal of ours is thrown away."""
    for switch in sorted(output.glob(f"{PREFIX}*")):
        if switch.is_symlink() or not switch.is_dir():
            switch.unlink()  # none of ours; to open a pipe would never end
            continue
        put, take = _journal(switch, output)
        for source, place in put:
            if source.exists():  # else it was put there before we were cut off
                place.parent.mkdir(parents=True, exist_ok=True)
                source.replace(place)
        for place in take:
            place.unlink(missing_ok=True)
            # A folder that holds nothing any more is no output either.
            with suppress(OSError):
                if place.parent != output:
                    place.parent.rmdir()
        for folder in {output, *(place.parent for _, place in put)}:
            _sync(folder)
        import shutil

        shutil.rmtree(switch)


def _journal(switch: Path, output: Path) -> tuple[list[tuple[Path, Path]], list[Path]]:
    """What is to be put where and taken away; nothing where there is no journal that can be read.

    A place outside `output`, or one that is no name, is never followed: the folder may be handed
    over by others.
    """
    try:
        told = own_json(switch / JOURNAL, output)
        put = [(_inner(switch, file), _inner(output, place)) for file, place in told["put"]]
        return put, [_inner(output, place) for place in told["take"]]
    except (OSError, ValueError, KeyError, TypeError):
        return [], []


def _inner(folder: Path, name: str) -> Path:
    """What `name` means in `folder`. Raises ValueError where that is outside, by a link too."""
    if not leads_below(name) or not inside((folder / name).parent, folder):
        raise ValueError(f"{name} leads outside")
    return folder / name


def _make_room(path: Path, output: Path) -> None:
    """Make the folder of `path`. Raises OSError when a folder stands where the file is to go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        raise IsADirectoryError(0, "a folder of this name stands there", str(path))
    if not path.parent.resolve().is_relative_to(output.resolve()):
        raise PermissionError(0, "its folder is a link that leads outside", str(path))


def _store(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Have the disk hold the names in `folder`."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Wait until no other process switches files of `output`; the system lets go of a dead one."""
    handle = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _cannot_write(error: OSError, output: Path) -> Diagnostic:
    at = Path(error.filename or output)
    inside = at.relative_to(output.parent) if at.is_relative_to(output.parent) else at
    parts = [part for part in inside.parts if not part.startswith(PREFIX)]
    hidden = len(parts) < len(inside.parts)
    return Diagnostic(
        "write/cannot-write",
        Place(output.name if hidden else "/".join(parts)),
        {"said": error.strerror or ""},
    )
