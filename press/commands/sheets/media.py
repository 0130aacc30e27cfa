"""Take the picture that a row names, from beside the sheet into the project."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from press.content.fields import ADDRESS
from press.files import is_own

# Where pictures stand below content/, and what a picture may be; other media are kept as notes.
FOLDER = "images"
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
# What is read of one picture, in bytes.
LARGEST = 100_000_000


class NoMedia(ValueError):
    """Raised for a medium that is not there or is no picture; `case` is one of sheet/no-media."""

    def __init__(self, case: str) -> None:
        self.case = case
        super().__init__(case)


@dataclass(slots=True)
class Media:
    """The pictures beside a sheet, and those that were taken: by their files below content/."""

    folder: Path
    taken: dict[str, bytes] = field(default_factory=dict)

    def picture(self, typed: str) -> str:
        """The file of a picture as a record names it, empty for an address or another medium.

        Raises `NoMedia`.
        """
        if not typed or ADDRESS.match(typed) or typed.startswith("<"):
            return ""
        path = self.folder / typed
        try:
            if not is_own(path, self.folder):
                raise NoMedia("")
            if path.suffix.lower() not in PICTURES:
                return ""
            if path.stat().st_size > LARGEST:
                raise NoMedia("broken")
            data = path.read_bytes()
        except (OSError, ValueError) as error:
            raise error if isinstance(error, NoMedia) else NoMedia("") from error
        if not _is_picture(data, path.suffix.lower()):
            raise NoMedia("broken")
        return self._keep(PurePosixPath(typed).name, data)

    def _keep(self, name: str, data: bytes) -> str:
        stem, dot, ending = name.rpartition(".")
        names = (f"{FOLDER}/{stem}{n}{dot}{ending}" for n in ("", *(f"-{i}" for i in range(2, 99))))
        free = next(one for one in names if self.taken.get(one, data) == data)
        self.taken[free] = data
        return free


def _is_picture(data: bytes, ending: str) -> bool:
    if ending == ".svg":
        return b"<svg" in data[:4000]
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.verify()
    except Exception:
        return False
    return True
