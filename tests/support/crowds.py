"""Editions with any number of events, made from a seed out of the real texts."""

import datetime
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from press.content.edition import Edition
from press.content.prose import Prose
from press.content.resolved import Entry
from press.language.arabic import LANGUAGE as ARABIC
from press.language.dates import Date
from tests.support.projects import project_in, resolved

ROOT = Path(__file__).resolve().parents[2]
DAYS = 2922  # 2005 to 2012


@cache
def real_edition() -> Edition:
    """The first publication's edition."""
    return resolved(project_in(ROOT, day="2026-11-23"))


def crowd(count: int, seed: int = 1, **words: Any) -> Edition:
    """The real edition with `count` events in place of its own, and other poster settings.

    Days, actors and texts are drawn by `seed`; one event in ten is a turning point, three are
    major ones, one covers a month.
    """
    draw = random.Random(seed)
    edition = real_edition()
    models = [e for e in edition.entries.values() if e.when.year >= 2005]
    days = sorted(draw.sample(range(DAYS), count))
    ranks = ["turning-point"] + ["major"] * 3 + ["minor"] * 6
    entries: dict[str, Entry] = {}
    for index, number in enumerate(days):
        day = datetime.date(2005, 1, 1) + datetime.timedelta(days=number)
        when = Date.parse(f"{day:%Y-%m}" if draw.random() < 0.1 else str(day))
        model = draw.choice(models)
        entries[f"e{index}"] = replace(
            model,
            id=f"e{index}",
            when=when,
            date=ARABIC.say_date(when, digits="european", months="both"),
            rank=ranks[draw.randrange(10)] if index else "turning-point",
        )
    free = {"promise": Prose(), "headline": None, "fillers": ()}
    words = {"composition": "cards", **free, **words}
    poster = replace(edition.poster, omit=(), **words)
    return replace(edition, entries=entries, poster=poster)
