"""QR: an address as a code to be photographed (ISO/IEC 18004), drawn as one path."""

from __future__ import annotations

import segno

from press.language.phrases import Phrase
from press.layout.poster.sheet import Code

# Light modules around the code, which readers need to find it (ISO/IEC 18004, 6.3.8).
QUIET = 4


def code_of(address: str) -> Code:
    """The code of `address`, with a quarter of it damaged still readable (level Q)."""
    rows = [list(row) for row in segno.make(address, error="q", micro=False).matrix]
    runs = []
    for y, row in enumerate(rows, start=QUIET):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append(f"M{x + QUIET} {y}h{length}v1h-{length}z")
            x += length or 1
    return Code(Phrase(address, "ltr"), len(rows) + 2 * QUIET, "".join(runs))
