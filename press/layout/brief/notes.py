"""Editorial notes: numbered where the text meets a disagreement among the sources."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from press.content.edition import Edition
from press.content.facts import Fact, by_record
from press.content.prose import NoteMark, Piece, Printed, Prose, Vouched
from press.content.values import Value
from press.layout.brief.sheet import Doubted, ListedSource, Note, See


@dataclasses.dataclass(slots=True)
class Notes:
    """Gives out note numbers in reading order; filled by `mark`, read by `listed`."""

    edition: Edition
    sources: Mapping[str, ListedSource]
    annexed: bool = True
    _numbers: dict[str, int] = dataclasses.field(default_factory=dict)
    _turns: dict[str, int] = dataclasses.field(default_factory=dict)
    _entries: dict[str, See] = dataclasses.field(default_factory=dict)
    _stated: Mapping[str, Sequence[Fact]] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self._stated = by_record(self.edition.facts)

    def mark(self, prose: Prose, entry: See | None) -> Prose:
        """`prose` with a mark after every value or wording that a source disputes.

        A fact is marked once in a text; its number is that of its first mark in the brief. Where
        the notes are not printed, nothing is marked.
        """
        if not self.annexed:
            return prose
        marked: set[str] = set()
        paragraphs = []
        for paragraph in prose.paragraphs:
            pieces: list[Piece] = []
            for piece in paragraph:
                pieces.append(piece)
                for fact in self._disputed(piece):
                    if fact.id not in marked:
                        marked.add(fact.id)
                        pieces.append(self._number(fact, entry))
            paragraphs.append(tuple(pieces))
        return Prose(tuple(paragraphs))

    def listed(self) -> tuple[Note, ...]:
        """The notes in order; after those marked, the disputed facts that no text prints."""
        if not self.annexed:
            return ()
        titles = {e.id: See(e.id, e.title) for e in self.edition.told()}
        for fact in self.edition.facts.values():
            if fact.dissents() and fact.id not in self._numbers:
                self._numbers[fact.id] = len(self._numbers) + 1
                if fact.record in titles:
                    self._entries[fact.id] = titles[fact.record]
                self._numbers[fact.id] *= -1  # listed, but nothing on the page leads to it
        return tuple(
            self._note(self.edition.facts[id], abs(number), marked=number > 0)
            for id, number in self._numbers.items()
        )

    def _number(self, fact: Fact, entry: See | None) -> NoteMark:
        if fact.id not in self._numbers:
            self._numbers[fact.id] = len(self._numbers) + 1
            if entry:
                self._entries[fact.id] = entry
        turn = self._turns[fact.id] = self._turns.get(fact.id, 0) + 1
        return NoteMark(self._numbers[fact.id], fact.id, turn)

    def _disputed(self, piece: Piece) -> Iterator[Fact]:
        facts = self.edition.facts
        if isinstance(piece, Vouched):
            for inner in piece.pieces:
                yield from self._disputed(inner)
            if piece.fact in facts and facts[piece.fact].dissents():
                yield facts[piece.fact]
        elif isinstance(piece, Printed):
            if piece.fact in facts:
                fact = facts[piece.fact]
                if any(part == piece.part for part, _, _ in fact.dissents()):
                    yield fact
                return
            record, _, field = piece.fact.partition(".")
            for fact in self._stated.get(record, ()):
                if field in fact.of:
                    part = "" if len(fact.of) == 1 else field
                    if any(p == part for p, _, _ in fact.dissents()):
                        yield fact

    def vote(self, record: str) -> Value | None:
        """The vote that a record tells of, the first of several."""
        values = (v for fact in self._stated.get(record, ()) for v in fact.values.values())
        return next((value for value in values if value.kind == "vote"), None)

    def doubted(self) -> tuple[Doubted, ...]:
        """What rests on the audited source alone, in the order of the brief."""
        titles = {e.id: See(e.id, e.title) for e in self.edition.told()}
        stated = self._stated
        told = (fact for id in titles for fact in stated.get(id, ()) if fact.doubt)
        return tuple(Doubted(f.id, f.about, f.doubt, titles[f.record]) for f in told)

    def _note(self, fact: Fact, number: int, *, marked: bool) -> Note:
        heard = dict.fromkeys(attestation.source for attestation in fact.said)
        return Note(
            number=number,
            id=fact.id,
            about=fact.about,
            reason=fact.note,
            sources=tuple(sorted((self.sources[s] for s in heard), key=lambda s: s.number)),
            entry=self._entries.get(fact.id),
            marked=marked,
        )
