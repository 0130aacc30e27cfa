"""Lays the fact ledger out as a table for a terminal, and says what no text uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.table import Table

from press.content.edition import Edition
from press.content.ledger import LedgerRow, own_dates

HEADS = ("fact", "value", "status", "sources", "texts", "printed")


def table(
    rows: Sequence[LedgerRow], printed: Mapping[str, str], shown: Callable[[str], str]
) -> Table:
    """The rows as a table; `printed` says where each fact stands, empty where nothing was built.

    `shown` turns a text into what the terminal can order.
    """
    made = Table(*HEADS, box=None, header_style="bold")
    for row in rows:
        said = "\n".join(f"{by}: {says}" if says else by for by, says in row.said)
        where = printed.get(row.id, "" if printed else "?")
        cells = (row.id, row.value, row.status, said, "\n".join(row.texts), where)
        made.add_row(*map(shown, cells))
    return made


def summary(edition: Edition, rows: Sequence[LedgerRow]) -> tuple[str, ...]:
    """How many facts there are, which no text uses, and which events no chapter tells."""
    unused = [row.id for row in rows if not row.texts]
    in_chapters = {entry.id for entry in edition.told()}
    untold = [id for id in edition.entries if id not in in_chapters]
    return (
        f"{len(rows)} facts",
        f"facts with a reading that is not typed: {sum(bool(row.untyped) for row in rows)}",
        f"dates that rest on their record alone: {len(own_dates(edition))}",
        f"facts that no text uses: {', '.join(unused) or 'none'}",
        f"events in no chapter: {', '.join(untold) or 'none'}",
    )
