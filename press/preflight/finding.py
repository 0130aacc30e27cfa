"""Says what a rule found in a finished file, and where."""

from __future__ import annotations

from dataclasses import dataclass

from press.diagnostics import Place, Severity
from press.geometry import Box


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: on which page (0 for the file as a whole), and what to do about it.

    `at`: the place on the page in mm from the trim's upper left corner, where there is one;
    `record`: the id of the record whose text stands there, where the rule knows it; `typed`: where
    in that record the text was typed, when it is not the record as a whole; `key`: else the record
    and its key as `Edition.typed` takes them.
    """

    page: int
    message: str
    hint: str
    at: Box | None = None
    record: str = ""
    typed: Place | None = None
    severity: Severity = "error"
    key: tuple[str, str] = ("", "")
