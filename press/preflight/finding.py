"""Says what a rule found in a finished file, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from press.diagnostics import Place, Severity
from press.geometry import Box

# What a value may be: such as can be kept, and read again as it was.
Said = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, and on which page; 0 for the file as a whole.

    `values` and `case` are those of the rule's row in press/codes/preflight/, which words them.
    `at`: the place on the page in mm from the trim's upper left corner, where there is one;
    `record`: the id of the record whose text stands there, where the rule knows it; `typed`: where
    in that record the text was typed, when it is not the record as a whole; `key`: else the record
    and its key as `Edition.typed` takes them.
    """

    page: int
    values: Mapping[str, Said] = field(default_factory=dict, hash=False)
    case: str = ""
    at: Box | None = None
    record: str = ""
    typed: Place | None = None
    severity: Severity = "error"
    key: tuple[str, str] = ("", "")
