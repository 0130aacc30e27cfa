"""Pictures: the proof as it is sent by a desk, with its pictures apart.

The proof on disk holds all its pictures, so that it is one file. A browser that loads it again at
every save would read all of them again; sent apart, it asks for those alone that it has not seen.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

# Where a desk answers with them.
FOLDER = "pictures"
_SMALL = re.compile(r'src="data:image/jpeg;base64,([A-Za-z0-9+/=]+)"')
# Where the proof on disk allows pictures to come from, and one that is served.
_OWN, _SERVED = "img-src data:;", "img-src 'self' data:;"
_LARGE = re.compile(r'(<script type="text/plain" data-of="[^"]*")>([A-Za-z0-9+/=]+)</script>')


@dataclass(frozen=True, slots=True)
class Parted:
    """A proof that names its pictures, and these as they stood in it, by the hash of each."""

    html: str
    held: dict[str, str]

    def jpeg(self, name: str) -> bytes | None:
        """The picture of that name, None when the proof has no such."""
        found = self.held.get(name)
        return None if found is None else base64.b64decode(found)


def part_pictures(html: str) -> Parted:
    """`html` with an address in place of each picture: proof.js looks at `data-src` first."""
    held: dict[str, str] = {}

    def address(picture: str) -> str:
        name = hashlib.sha256(picture.encode()).hexdigest()[:32]
        held[name] = picture
        return f"{FOLDER}/{name}"

    html = _SMALL.sub(lambda found: f'src="{address(found[1])}"', html)
    html = html.replace(_OWN, _SERVED, 1)
    html = _LARGE.sub(lambda found: f'{found[1]} data-src="{address(found[2])}"></script>', html)
    return Parted(html, held)
