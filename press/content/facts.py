"""Facts: values, the sources that attest them, and the status that follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from press.content.typed_at import TypedAt
from press.content.values import CLAIMS, Value
from press.diagnostics import Place

Status = Literal["agreed", "single", "resolved", "unresolved", "unconfirmed"]


@dataclass(frozen=True, slots=True)
class Attestation:
    """One source's word on a fact; `says` holds, by part, its own reading.

    `assumed` are the parts of which no reading is typed and which it is taken to say as printed.
    """

    source: str
    where: str
    says: Mapping[str, Value]
    place: Place
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a record: its value by part ("" when it has one only) and who attests it.

    `of` names the fields of the record that it vouches for, when it has no value of its own.
    """

    id: str
    record: str
    about: str
    values: Mapping[str, Value]
    counts: Mapping[str, str]
    of: tuple[str, ...]
    said: tuple[Attestation, ...]
    note: str
    doubt: str
    typed_at: TypedAt = field(compare=False)
    follows: str = ""

    @property
    def place(self) -> Place:
        """Where its id was typed."""
        return self.typed_at.place

    def untyped(self) -> tuple[str, ...]:
        """The sources that are named and not read: what they say of a figure or list is assumed."""
        claims = {part for part, value in self.values.items() if value.kind in CLAIMS}
        return tuple(a.source for a in self.said if a.assumed - claims)

    def dissents(self) -> tuple[tuple[str, Attestation, Value], ...]:
        """What sources say against the printed value: (part, attestation, their value)."""
        return tuple(
            (part, attestation, theirs)
            for attestation in self.said
            for part, theirs in attestation.says.items()
            if not self.values[part].agrees(theirs)
        )

    def witnesses(self, part: str) -> tuple[str, ...]:
        """The sources that say what is printed of `part`."""
        printed = self.values[part]
        return tuple(
            a.source
            for a in self.said
            if part in a.assumed or (part in a.says and printed.stated_by(a.says[part]))
        )

    @property
    def supporters(self) -> tuple[str, ...]:
        """The sources that say what is printed of some part, and nothing else of another."""
        against = {attestation.source for _, attestation, _ in self.dissents()}
        found = {source for part in self.values for source in self.witnesses(part)} - against
        return tuple(a.source for a in self.said if a.source in found)

    @property
    def typed(self) -> bool:
        """Whether every source's own reading is typed of every part that is a figure or a list."""
        parts = {part for part, value in self.values.items() if value.kind not in CLAIMS}
        return not any(parts & a.assumed for a in self.said)

    @property
    def status(self) -> Status:
        """What the attestations make of the fact, see the authoring guide.

        unresolved: nobody says what is printed of a part, or a dissent has no note ·
        unconfirmed: marked with a doubt · resolved: a dissent with its note · agreed: two sources
        or more say each part · single: one source.
        """
        fewest = min((len(self.witnesses(part)) for part in self.values), default=0)
        if not fewest:
            return "unresolved"
        if self.doubt:
            return "unconfirmed"
        if self.dissents():
            return "resolved" if self.note else "unresolved"
        return "single" if fewest == 1 else "agreed"


def by_record(facts: Mapping[str, Fact]) -> Mapping[str, Sequence[Fact]]:
    """The facts of each record, in order; none of a record without any."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts.values():
        found[fact.record].append(fact)
    return found
