"""Vouchers: every value that may be printed, and which of them a record's texts may use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from press.content.facts import Fact
from press.content.passages import Holder
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


def vouchers_of(fact: Fact, holder: Holder) -> Iterator[Voucher]:
    """The values of `fact` by part; none for a fact of fields, which vouch for themselves."""
    if not fact.of:
        for part, value in fact.values.items():
            reference = f"{fact.id}.{part}" if part else fact.id
            yield Voucher(reference, value, fact.counts.get(part, ""), holder, fact.id)
