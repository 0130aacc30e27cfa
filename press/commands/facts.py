"""Tells the fact ledger: as a table for a terminal, as CSV or JSON; and what no text uses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import click
from rich.console import Console
from rich.table import Table

from press.commands.asked import Asked
from press.commands.terminal import shown
from press.content.edition import Edition
from press.content.ledger import LedgerRow, as_csv, as_json, choose, ledger, own_dates
from press.fingerprint import content_fingerprint
from press.pipeline import Watch, check
from press.report.report import NAME, printed_in

HEADS = ("fact", "value", "status", "sources", "texts", "printed")


def tell_facts(asked: Asked, status: str | None, source: str | None, *, comma: bool) -> None:
    """Print the facts of this status that this source attests; all where neither is named."""
    with asked.complaining():
        edition, _ = check(asked.project, Watch())
    if source and source not in edition.sources:
        raise click.UsageError(f"there is no source {source}; content/sources.yaml has them")
    rows = choose(ledger(edition), status, source)
    if asked.as_json:
        print(as_json(rows))
    elif comma:
        print(as_csv(rows), end="")
    else:
        told = asked.project.output / NAME
        printed = printed_in(
            told.read_bytes() if told.is_file() else b"", content_fingerprint(asked.project)
        )
        wide = None if sys.stdout.isatty() else 200
        Console(width=wide).print(table(rows, printed, lambda text: shown(text, sys.stdout)))
        for line in summary(edition, rows):
            asked.say(line)


def table(
    rows: Sequence[LedgerRow], printed: Mapping[str, str], order: Callable[[str], str]
) -> Table:
    """The rows as a table; `printed` says where each fact stands, empty where nothing was built.

    `order` turns a text into what the terminal can order.
    """
    made = Table(*HEADS, box=None, header_style="bold")
    for row in rows:
        said = "\n".join(f"{by}: {says}" if says else by for by, says in row.said)
        where = printed.get(row.id, "" if printed else "?")
        cells = (row.id, row.value, row.status, said, "\n".join(row.texts), where)
        made.add_row(*map(order, cells))
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
