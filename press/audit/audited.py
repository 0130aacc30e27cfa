"""What is audited: an edition beside the records that it was made of, and who vouches for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from press.audit.figures import TypedFigure, figures
from press.audit.vouchers import Voucher, vouchers_of
from press.content.attestations import holders
from press.content.edition import Edition
from press.content.facts import Fact, by_record
from press.content.passages import Holder, Passage
from press.content.references import fields_of
from press.content.selection import edition_of
from press.content.validate import Records
from press.content.values import Value


@dataclass(frozen=True)
class Audited:
    """What every rule receives: what is to be printed, and how it was typed, with its places."""

    edition: Edition
    records: Records

    @property
    def texts(self) -> tuple[Passage, ...]:
        """Every text of the records."""
        return self.edition.passages

    @property
    def double(self) -> bool:
        """Whether the publication asks for double entry, `audit: double`."""
        return self.records.publication.audit == "double"

    @property
    def symbols(self) -> str:
        """The pattern of the publication's document symbols, or empty."""
        return self.edition.masthead.house.symbols

    @cached_property
    def _figures(self) -> dict[str, tuple[TypedFigure, ...]]:
        return {}

    def figures(self, words: str) -> tuple[TypedFigure, ...]:
        """The figures of a text, which is asked for its numbers, its dates and its symbols."""
        if words not in self._figures:
            self._figures[words] = figures(words, self.symbols)
        return self._figures[words]

    @cached_property
    def told(self) -> Mapping[str, Edition]:
        """The edition as each product tells it, by the product's stem."""
        return {stem: edition_of(self.edition, stem) for stem in self.edition.products}

    @cached_property
    def stated(self) -> Mapping[str, Sequence[Fact]]:
        """All facts by the id of their record."""
        return by_record(self.edition.facts)

    @cached_property
    def own(self) -> Mapping[Holder, tuple[Voucher, ...]]:
        """What each record says itself: its fields and its facts."""
        own: dict[Holder, list[Voucher]] = defaultdict(list)
        for event in self.records.events.values():
            me = ("event", event.id)
            own[me] += [Voucher(f, value, "", me) for f, value in fields_of(event).items()]
            if event.hijri:  # typed by hand it is vouched for; no reference prints it alone
                hijri = tuple(filter(None, (event.hijri.year, event.hijri.day)))
                own[me].append(Voucher("", Value("numbers", hijri), "", me))
        for holder, facts in holders(self.records):
            for id in map(str, facts):
                own[holder] += vouchers_of(self.edition.facts[id], holder)
        for omitted in self.records.omitted.values():
            me = ("omitted", omitted.id)
            own[me] += [Voucher(omitted.id, value, "", me) for value in omitted.readings()]
        return {holder: tuple(vouchers) for holder, vouchers in own.items()}

    @cached_property
    def reached(self) -> Mapping[Holder, tuple[Holder, ...]]:
        """The records that each record leads to: `see`, people, entries, links and references."""
        home = {str(id): holder for holder, facts in holders(self.records) for id in facts}
        found: dict[Holder, dict[Holder, None]] = defaultdict(dict)
        for event in self.records.events.values():
            found["event", event.id] |= {("event", str(other)): None for other in event.see}
            found["event", event.id] |= {("person", str(person)): None for person in event.people}
        products = self.edition.products.values()
        for chapter in chain.from_iterable(words.chapters for words in products):
            found["chapter", chapter.id] |= {("event", e.id): None for e in chapter.entries}
        for passage in self.texts:
            for mention in passage.mentions:
                if mention.target in self.records.events:
                    found[passage.holder]["event", mention.target] = None
                elif mention.target in home:
                    found[passage.holder][home[mention.target]] = None
        return defaultdict(tuple, {holder: tuple(others) for holder, others in found.items()})

    def cited(self, passage: Passage) -> Iterator[Voucher]:
        """What the note of a fact may name besides: what the sources of its record say and when.

        Under double entry what a note names is typed as a reading.
        """
        if not passage.fact:
            return
        for fact in self.stated[self.edition.facts[passage.fact].record]:
            for said in fact.said:
                for part, value in said.says.items():
                    yield Voucher(fact.id, value, fact.counts.get(part, ""), passage.holder)
                if self.double:
                    continue
                if said.where:
                    yield Voucher(fact.id, Value("text", (said.where,)), "", passage.holder)
                source = self.records.sources[said.source]
                if source.date:
                    yield Voucher(fact.id, Value("date", (source.date,)), "", passage.holder)
                if source.symbol:
                    yield Voucher(
                        fact.id, Value("symbol", (str(source.symbol),)), "", passage.holder
                    )
