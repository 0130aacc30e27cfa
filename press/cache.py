"""Cache, or the store: finished work of earlier builds, by the hash of all that it depends on.

An entry is written under another name and renamed, and read only when its own hash is right: two
builds at once, a build that is killed and a disk that fails lose time and nothing else. It is
MessagePack, which holds values and never code, and is held against the type that is asked for:
an output folder may come from somebody else.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

from press.files import below, is_ours
from press.fingerprint import digest, engines
from press.machine import FONTS
from press.project import HOME, Project

# Where work is kept, below the output folder, and how much of it, in bytes: the oldest goes first.
KEPT = Path(".kept") / "work"
LIMIT = 400_000_000
_SIGN = 32

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of kept work; `base` stands for engine, styles and fonts, `reads` is off for a
    build that must not trust what is there; `leave` is asked before anything is kept, and may wait
    or raise.
    """

    folder: Path
    base: str
    reads: bool = True
    leave: Callable[[], object] | None = None

    def key(self, *parts: str) -> str:
        """The name of the entry that depends on `parts`, on the engine and on the styles."""
        digest = hashlib.sha256(self.base.encode())
        for part in parts:
            digest.update(f"{len(part)} {part}".encode())
        return digest.hexdigest()[:40]

    def get(self, key: str, kind: Any) -> Any:
        """What was kept under `key`, of the type `kind`.

        None when there is nothing, something damaged, or something of another type.
        """
        path = self.folder / key
        if not (self.reads and is_ours(self.folder)):
            return None
        with suppress(OSError):
            if not stat.S_ISREG(path.lstat().st_mode):
                return None  # a pipe would never end, a link leads elsewhere
            data = path.read_bytes()
            held = memoryview(data)[_SIGN:]
            if _sign(key, held) == data[:_SIGN]:
                with suppress(msgspec.MsgspecError, RecursionError):
                    found = msgspec.msgpack.decode(held, type=kind)
                    os.utime(path)
                    return found
            path.unlink()
        return None

    def put(self, key: str, held: Any) -> None:
        """Keep `held` under `key`; where that cannot be done, nothing is kept.

        Raises TypeError for what is no data.
        """
        if self.leave:
            self.leave()
        data = msgspec.msgpack.encode(held)
        if not is_ours(self.folder):
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".new-", dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_sign(key, data))
                    file.write(data)
                Path(name).replace(self.folder / key)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def tidy(self, limit: int = LIMIT) -> None:
        """Throw away what was not used for longest, until no more than `limit` bytes are kept."""
        found = []
        if not is_ours(self.folder):
            return
        with suppress(OSError):
            for path in self.folder.iterdir():
                with suppress(OSError):
                    state = path.stat()
                    found.append((state.st_mtime_ns, state.st_size, path))
        kept = 0
        for _, size, path in sorted(found, reverse=True):
            kept += size
            if kept > limit:
                with suppress(OSError):
                    path.unlink()


def _sign(key: str, held: bytes | memoryview) -> bytes:
    """What an entry begins with, of so many bytes as `_SIGN` says."""
    digest = hashlib.sha256(key.encode())
    digest.update(held)
    return digest.digest()


def kept(store: Store | None, make: Callable[..., T], *values: object) -> T:
    """`make(*values)`, or what an earlier build made of values that say the same."""
    if store is None:
        return make(*values)
    key = store.key(make.__qualname__, digest(*values))
    held: T | None = store.get(key, get_type_hints(make)["return"])
    if held is None:
        held = make(*values)
        store.put(key, held)
    return held


def open_store(project: Project, *, reads: bool = True) -> Store:
    """The store of a project's output folder, for this engine and these styles."""
    digest = hashlib.sha256()
    digest.update(engines().encode())
    files = [*(HOME / "press").rglob("*.py")]
    for folder in ("styles", "content"):
        for root in project.folders(folder):
            files += [path for path in below(root) if path.suffix != ".yaml"]
    for path in sorted(set(files)):
        digest.update(os.fsencode(path.name) + b"\0" + path.read_bytes() + b"\0")
    for fonts in FONTS:
        for inner in sorted(p for p in fonts.rglob("*") if p.is_dir()):
            digest.update(f"{inner} {inner.stat().st_mtime_ns}\n".encode())
    return Store(project.output / KEPT, digest.hexdigest(), reads)
