"""Find the period of a publication: about all its events, or the years that it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from press.content.resolved import Entry
from press.content.validate import Records
from press.content.values import Value
from press.language.dates import Date, Instant
from press.language.steps import around


def period_about(entries: Mapping[str, Entry], records: Records) -> tuple[Instant, Instant]:
    """The whole years about all events; months, days or hours where they lie in one."""
    today = Date.parse(str(records.today))
    dates = [entry.when for entry in entries.values()] or [today]
    return around(min(d.begin for d in dates), max(d.end for d in dates))


def years_of(period: Value | None) -> tuple[int, int] | None:
    """The first and the last year of a period that is a range of years or a date."""
    held = period.held if period else ()
    if len(held) == 2 and all(isinstance(year, int) for year in held):
        return cast(int, held[0]), cast(int, held[1])
    if held and isinstance(held[0], Date):
        return held[0].year, held[0].last_year
    return None
