"""Judge a proof in a sentence: it may be printed, after which decisions, or why it must not be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from press.report.schema import Report

# What stands against printing, and what a person decides first: each leads to where it is told.
Kind = Literal[
    "draft", "stale", "unresolved",
    "profile", "unconfirmed", "single", "resolved", "untyped", "own-dates", "advice",
]  # fmt: skip
AGAINST: tuple[Kind, ...] = ("draft", "stale", "unresolved")


@dataclass(frozen=True, slots=True)
class Reason:
    """So many of a kind; `status` is that of facts, by which the table of facts is chosen from."""

    kind: Kind
    count: int
    status: str = ""


@dataclass(frozen=True, slots=True)
class PrintVerdict:
    """`case` is yes, after or no; `reasons` are those of the case."""

    case: Literal["yes", "after", "no"]
    reasons: tuple[Reason, ...]


def judge(told: Report) -> PrintVerdict:
    """The verdict on what a report tells: what is against printing hides what is to be decided."""
    facts = Counter(fact.status for fact in told.facts)
    counts: dict[Kind, int] = {
        "draft": int(told.edition.draft),
        "stale": sum(not output.current for output in told.outputs),
        "unresolved": facts["unresolved"],
        "profile": len({o.profile.name for o in told.outputs if o.profile and o.profile.default}),
        "unconfirmed": facts["unconfirmed"],
        "single": facts["single"],
        "resolved": facts["resolved"],
        "untyped": told.readings.untyped,
        "own-dates": told.readings.own_dates,
        "advice": sum(len(check.places) for check in told.checks),
    }
    found = tuple(
        Reason(kind, count, kind if kind in facts else "")
        for kind, count in counts.items()
        if count
    )
    against = tuple(reason for reason in found if reason.kind in AGAINST)
    if against:
        return PrintVerdict("no", against)
    return PrintVerdict("after" if found else "yes", found)
