"""Editorial notes: numbered where the text meets a disagreement among the sources."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from press.content.edition import Edition
from press.content.facts import Attestation, Fact, Value, by_record, say, say_counted
from press.content.prose import Foot, NoteMark, Piece, Printed, Prose, Vouched, Words
from press.diagnostics import Place
from press.language.phrases import Phrase
from press.layout.brief.sheet import Dissent, ListedSource, Note, See

# A printed value of so many characters is said again at the foot; a longer one stands above.
SHORT = 40


@dataclasses.dataclass(slots=True)
class Notes:
    """Gives out note numbers in reading order; filled by `mark`, read by `listed`."""

    edition: Edition
    sources: Mapping[str, ListedSource]
    words: Mapping[str, str]
    _numbers: dict[str, int] = dataclasses.field(default_factory=dict)
    _turns: dict[str, int] = dataclasses.field(default_factory=dict)
    _entries: dict[str, See] = dataclasses.field(default_factory=dict)
    _stated: Mapping[str, Sequence[Fact]] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self._stated = by_record(self.edition.facts)

    def mark(self, prose: Prose, entry: See | None) -> Prose:
        """`prose` with a mark after every value or wording that a source disputes.

        A fact is marked once in a text; its number is that of its first mark in the brief.
        """
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
        foot = Foot(self._foot(fact), self.words.get("details", ""))
        return NoteMark(self._numbers[fact.id], fact.id, turn, foot)

    def _foot(self, fact: Fact) -> Prose:
        """In a line: who says what otherwise, and what is printed when that is short."""
        nowhere = Place("")
        dissents, speak = fact.dissents(), self.edition.masthead.house.language
        said: dict[Phrase, list[Attestation]] = {}
        for part, attestation, theirs in dissents:
            said.setdefault(self._say(fact, part, theirs), []).append(attestation)
        pieces: list[Piece] = []
        for phrase, attestations in said.items():
            names = speak.join_list(list(dict.fromkeys(self._name(a.source) for a in attestations)))
            pieces.append(Words(f"{speak.semicolon if pieces else ''}{names}: ", nowhere))
            pieces.append(Printed(phrase, attestations[0].source, "", nowhere))
        for part in dict.fromkeys(part for part, _, _ in dissents):
            phrase = self._say(fact, part, fact.values[part])
            if len(phrase.text) <= SHORT:
                pieces.append(Words(f". {self.words.get('printed', '')}: ", nowhere))
                pieces.append(Printed(phrase, fact.id, part, nowhere))
        return Prose(((*pieces, Words(".", nowhere)),))

    def _name(self, source: str) -> str:
        """What a note at the foot calls a source: the sheet by what it is, others by who speaks."""
        listed = self.sources[source]
        by = listed.by or listed.title
        return self.words.get("sheet", by) if source == self.edition.masthead.sheet else by

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

    def _note(self, fact: Fact, number: int, *, marked: bool) -> Note:
        dissents = fact.dissents()
        parts = dict.fromkeys(part for part, _, _ in dissents)
        return Note(
            number=number,
            id=fact.id,
            about=fact.about,
            dissents=tuple(
                Dissent(self.sources[a.source], self._say(fact, part, theirs))
                for part, a, theirs in dissents
            ),
            printed=tuple(self._say(fact, part, fact.values[part]) for part in parts),
            reason=fact.note,
            sources=tuple(
                sorted((self.sources[s] for s in fact.supporters), key=lambda s: s.number)
            ),
            entry=self._entries.get(fact.id),
            marked=marked,
        )

    def _say(self, fact: Fact, part: str, value: Value) -> Phrase:
        house = self.edition.masthead.house
        noun = self.edition.lexicon.get(fact.counts.get(part, ""))
        if noun and value.kind == "count":
            return say_counted(value, noun, "", house)
        return say(value, house)
