"""Write whole or not at all: a temporary file beside the old one, then one rename."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from press.diagnostics import Diagnostic, Place, Refusal


def write(files: Mapping[Path, bytes]) -> None:
    """Write every file of `files`; when one cannot be written, none replaces an earlier one.

    Raises `Refusal` when a folder cannot be made, the disk is full, or writing is not allowed.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            ready.append((Path(temporary), path))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp makes files that only their owner may read; output is for everybody.
            Path(temporary).chmod(0o644)
        for new, path in ready:
            new.replace(path)
    except OSError as error:
        for new, _ in ready:
            new.unlink(missing_ok=True)
        at = Path(error.filename or "output").name
        raise Refusal(
            [
                Diagnostic(
                    "write/cannot-write",
                    Place(at),
                    f"cannot be written: {error.strerror}",
                    "look at the folder's permissions and at the free space; nothing was replaced",
                )
            ]
        ) from error
