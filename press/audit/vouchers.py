"""Vouchers: every value that may be printed, and which of them a record's texts may use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from press.content.attestations import holders
from press.content.edition import Edition
from press.content.facts import Fact
from press.content.passages import Holder, Passage
from press.content.references import fields_of
from press.content.validate import Records
from press.content.values import Value

# Their texts speak of the whole publication: any fact may vouch for them.
BROAD = ("publication", "brief", "poster", "person", "actor", "glossary", "omitted")


@dataclass(frozen=True, slots=True)
class Voucher:
    """A value that may be printed: how a text refers to it, whose it is, the noun it counts.

    `fact` is the id of its fact, empty for a field of an event; `reference` is empty where no text
    can refer to it.
    """

    reference: str
    value: Value
    noun: str
    owner: Holder
    fact: str = ""


def own_vouchers(edition: Edition, records: Records) -> Mapping[Holder, tuple[Voucher, ...]]:
    """What each record says itself: its fields and its facts."""
    own: dict[Holder, list[Voucher]] = defaultdict(list)
    for event in records.events.values():
        me = ("event", event.id)
        own[me] += [Voucher(f, value, "", me) for f, value in fields_of(event).items()]
        if event.hijri:  # typed by hand it is vouched for; no reference prints it alone
            hijri = tuple(filter(None, (event.hijri.year, event.hijri.day)))
            own[me].append(Voucher("", Value("numbers", hijri), "", me))
    for holder, facts in holders(records):
        for id in map(str, facts):
            own[holder] += vouchers_of(edition.facts[id], holder)
    for omitted in records.omitted.values():
        me = ("omitted", omitted.id)
        own[me] += [Voucher(omitted.id, value, "", me) for value in omitted.readings()]
    return {holder: tuple(vouchers) for holder, vouchers in own.items()}


def vouchers_of(fact: Fact, holder: Holder) -> Iterator[Voucher]:
    """The values of `fact` by part; none for a fact of fields, which vouch for themselves."""
    if not fact.of:
        for part, value in fact.values.items():
            reference = f"{fact.id}.{part}" if part else fact.id
            yield Voucher(reference, value, fact.counts.get(part, ""), holder, fact.id)


def reach(
    edition: Edition, records: Records, texts: tuple[Passage, ...]
) -> Mapping[Holder, tuple[Holder, ...]]:
    """The records that each record leads to: `see`, people, entries, links and references."""
    home = {str(id): holder for holder, facts in holders(records) for id in facts}
    found: dict[Holder, dict[Holder, None]] = defaultdict(dict)
    for event in records.events.values():
        found["event", event.id] |= {("event", str(other)): None for other in event.see}
        found["event", event.id] |= {("person", str(person)): None for person in event.people}
    for chapter in chain.from_iterable(words.chapters for words in edition.products.values()):
        found["chapter", chapter.id] |= {("event", entry.id): None for entry in chapter.entries}
    for passage in texts:
        for mention in passage.mentions:
            if mention.target in records.events:
                found[passage.holder]["event", mention.target] = None
            elif mention.target in home:
                found[passage.holder][home[mention.target]] = None
    return defaultdict(tuple, {holder: tuple(others) for holder, others in found.items()})


def cited_vouchers(
    edition: Edition, records: Records, passage: Passage, stated: Mapping[str, Sequence[Fact]]
) -> Iterator[Voucher]:
    """What the note of a fact may name besides: what the sources of its record say and when.

    `stated` are all facts by record, see `facts.by_record`. Under double entry what a note names
    is typed as a reading.
    """
    if not passage.fact:
        return
    double = records.publication.audit == "double"
    for fact in stated[edition.facts[passage.fact].record]:
        for said in fact.said:
            for part, value in said.says.items():
                yield Voucher(fact.id, value, fact.counts.get(part, ""), passage.holder)
            if double:
                continue
            if said.where:
                yield Voucher(fact.id, Value("text", (said.where,)), "", passage.holder)
            source = records.sources[said.source]
            if source.date:
                yield Voucher(fact.id, Value("date", (source.date,)), "", passage.holder)
            if source.symbol:
                yield Voucher(fact.id, Value("symbol", (str(source.symbol),)), "", passage.holder)
