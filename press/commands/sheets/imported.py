"""What an import writes and says: files, complaints, and the records that are new or changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from press.commands.sheets.drafted import Draft, TitleRow
from press.diagnostics import Diagnostic


@dataclass(slots=True)
class Import:
    """What an import writes, by path from the project's root, and what it says.

    `new`, `changed` and `same` are ids of records; `drafts` are all good rows.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    drafts: tuple[Draft, ...] = ()
    title: TitleRow | None = None

    def told(self, *, dry_run: bool) -> str:
        """One line: how many records are new, changed and unchanged, and how many rows refused."""
        counted = {"new": self.new, "changed": self.changed, "unchanged": self.same}
        told = ", ".join(f"{len(ids)} {word}" for word, ids in counted.items())
        left = len(
            {
                (one.place.path, line)
                for one in self.found
                if one.severity == "error"
                for line in _lines(one)
            }
        )
        refused = f", {left} rows with errors" if left else ""
        return f"{'would write: ' if dry_run else ''}{told}{refused}"

    @property
    def refused(self) -> bool:
        """Whether a row was refused or two values are in dispute."""
        return any(one.severity == "error" for one in self.found)


def _lines(found: Diagnostic) -> range:
    """The rows that a complaint is about: one, or those that a cell is merged over."""
    last = found.values.get("last")
    line = found.place.line
    return range(line, last + 1 if isinstance(last, int) else line + 1)
