"""The fact ledger: every fact with its printed value, its sources, its status and its uses."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from press.content.edition import Edition
from press.content.facts import Fact, Status
from press.content.prose import Printed, Vouched
from press.content.values import Value, say, say_counted

# What a spreadsheet reckons; a signed figure is one already.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d\s.,]+%?$)")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A fact as the ledger shows it; `said` pairs a source with what it says otherwise or "".

    `untyped` are the sources of which no reading is typed.
    """

    id: str
    record: str
    about: str
    value: str
    status: Status
    said: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]
    place: str
    untyped: tuple[str, ...] = ()


def ledger(edition: Edition) -> tuple[LedgerRow, ...]:
    """Every fact of `edition`, in the order of the records."""
    uses = uses_of(edition)
    return tuple(
        LedgerRow(
            fact.id,
            fact.record,
            fact.about,
            _join(edition, fact, fact.values),
            fact.status,
            tuple((a.source, _join(edition, fact, a.says) if a.says else "") for a in fact.said),
            tuple(sorted(uses.get(fact.id, ()))),
            str(fact.place),
            fact.untyped(),
        )
        for fact in edition.facts.values()
    )


def uses_of(edition: Edition) -> Mapping[str, set[str]]:
    """Where each fact is said: `record/field` for every text, `record/entry` for its own fields."""
    uses: dict[str, set[str]] = defaultdict(set)
    vouchers: dict[str, list[Fact]] = defaultdict(list)
    for fact in edition.facts.values():
        for field in fact.of:
            vouchers[f"{fact.record}.{field}"].append(fact)
            if fact.record in edition.entries:
                uses[fact.id].add(f"{fact.record}/entry")
    for where, record, prose in edition.texts:
        for piece in prose.pieces():
            if isinstance(piece, Printed | Vouched):
                uses[piece.fact].add(f"{record}/{where}")
                for fact in vouchers.get(piece.fact, ()):
                    uses[fact.id].add(f"{record}/{where}")
    for person in edition.people.values():
        for fact_id in person.dated_by:
            uses[fact_id].add(f"{person.id}/terms")
    for stem, words in edition.products.items():
        for figure in words.poster.figures if words.poster else ():
            uses[figure.fact].add(f"{stem}/figures")
    return uses


def own_dates(edition: Edition) -> tuple[str, ...]:
    """The events whose date no fact vouches for: their record alone says it."""
    vouched = {fact.record for fact in edition.facts.values() if "date" in fact.of}
    return tuple(id for id in edition.entries if id not in vouched)


def choose(
    rows: Iterable[LedgerRow], status: str | None = None, source: str | None = None
) -> tuple[LedgerRow, ...]:
    """The rows of one status, and those that the source `source` attests."""
    return tuple(
        row
        for row in rows
        if status in (None, row.status) and (source is None or source in dict(row.said))
    )


def as_json(rows: Iterable[LedgerRow]) -> str:
    """The rows as JSON, keys as in `LedgerRow`."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)


def as_csv(rows: Iterable[LedgerRow]) -> str:
    """The rows as CSV, one line a fact, attestations parted by semicolons.

    It begins with a byte order mark: without one, spreadsheets take Arabic for another encoding.
    """
    out = io.StringIO()
    out.write("\ufeff")
    table = csv.writer(out)
    table.writerow(["id", "record", "about", "value", "status", "said", "texts", "place"])
    for row in rows:
        said = "; ".join(f"{by}: {says}" if says else by for by, says in row.said)
        texts = "; ".join(row.texts)
        cells = [row.id, row.record, row.about, row.value, row.status, said, texts, row.place]
        table.writerow(map(_cell, cells))
    return out.getvalue()


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _join(edition: Edition, fact: Fact, values: Mapping[str, Value]) -> str:
    house = edition.masthead.house
    said = []
    for part, value in values.items():
        noun = edition.lexicon.get(fact.counts.get(part, ""))
        if noun and value.kind == "count":
            said.append(say_counted(value, noun, "", house).text)
        else:
            said.append(say(value, house).text)
    return house.language.comma.join(said)
