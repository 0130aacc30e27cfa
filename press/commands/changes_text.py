"""Changes as text: what differs from a release, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain

from press.commands.asked import Asked
from press.commands.changes import Differences, changes
from press.commands.corrigendum import corrigendum
from press.commands.progress import watched
from press.commands.terminal import shown
from press.products import products_of
from press.release.comparison import FactChange, RecordChange, TextChange
from press.release.word_diff import Step
from press.report.page_diff import ChangedPage

# So many words are shown on both sides of a change.
AROUND = 4
# So many places on a page are told to people; programs are told all.
SHOWN = 5
SIGNS = {"added": "+", "removed": "−", "moved": "↕", "reworded": "~"}


def tell_changes(asked: Asked, since: str | None) -> bool:
    """Print what changed since the release of this name, or the newest; makes the corrigendum.

    Returns whether anything is to be printed again.
    """
    project = asked.project
    products = tuple(products_of(project))
    with asked.complaining():
        found = watched(asked.as_json, lambda watch: changes(project, products, since, watch))
        sheet = corrigendum(project, found)
    if asked.as_json:
        print(as_json(found, f"{project.output.name}/{sheet.file}" if sheet else ""))
    else:
        for line in lines(found):
            print(shown(line, sys.stdout))
        if sheet:
            pages = f"{sheet.pages} page{'s' if sheet.pages != 1 else ''}"
            asked.say(f"[green]✓[/green] {project.output.name}/{sheet.file}  {pages}")
    return bool(found.reprint)


def lines(found: Differences) -> Iterator[str]:
    """What has changed, line by line, logical text; Arabic stands on lines of its own."""
    since = found.since
    yield f"since release {since.name} (content {since.said.content})"
    for head, told in (
        ("facts", [_fact(fact) for fact in found.said.facts]),
        ("records", [_record(record) for record in found.said.records]),
        ("pages that differ", [_page(page) for page in found.pages]),
    ):
        yield from ["", f"{head}: {len(told)}", *chain.from_iterable(told)] if told else ()
    yield ""
    yield f"to be printed again: {', '.join(found.reprint) or 'nothing'}"


def _fact(fact: FactChange) -> Iterator[str]:
    kind = "reworded" if fact.before and fact.after else "added" if fact.after else "removed"
    yield f"  {SIGNS[kind]} {fact.id}"
    yield f"    {fact.about}"
    if fact.before:
        yield f"    − «{fact.before}»"
    if fact.after:
        yield f"    + «{fact.after}»"
    for source in fact.sources:
        yield f"    ({source})"


def _record(change: RecordChange) -> Iterator[str]:
    record = change.record
    yield f"  {SIGNS[change.kind]} {record.output}: {record.kind} {record.id}, {change.kind}"
    yield f"    {record.name}"
    if change.kind == "moved":
        yield f"    behind {change.behind.id}" if change.behind else "    to the beginning"
        if change.behind:
            yield f"    {change.behind.name}"
    for text in change.texts:
        yield f"    {text.what}:"
        yield from _text(text)


def _text(text: TextChange) -> Iterator[str]:
    """The old words above the new ones, what changed between brackets."""
    if text.before:
        yield f"    − {_shown(text.steps, 'before')}"
    if text.after:
        yield f"    + {_shown(text.steps, 'after')}"


def _shown(steps: Sequence[Step], side: str) -> str:
    out = ""
    for index, step in enumerate(steps):
        text: str = getattr(step, side)
        words = text.split(" ")
        if not step.kept:
            held = text.strip()
            out += text.replace(held, f"[{held}]") if held else ""
            continue
        head = AROUND + (not words[0]) if index else 0
        tail = AROUND if index + 1 < len(steps) else 0
        if len(words) > head + tail + 1:
            words = [*words[:head], "…", *words[len(words) - tail :]]
        out += " ".join(words)
    return re.sub("[ \n]+", " ", out).strip()  # not the no-break space within a figure


def _page(page: ChangedPage) -> Iterator[str]:
    if not page.before:
        yield f"  + {page.file} {page.after}, new"
    elif not page.after:
        yield f"  − {page.file} {page.before}, gone"
    else:
        was = f" (was {page.before})" if page.before != page.after else ""
        yield f"  ~ {page.file} {page.after}{was}"
        for box in page.regions[:SHOWN]:
            size = f"{box.width_mm:g} × {box.height_mm:g} mm"
            yield f"      {size} at {box.x_mm:g}, {box.y_mm:g} mm from the upper left corner"
        if len(page.regions) > SHOWN:
            yield f"      and {len(page.regions) - SHOWN} more places"


def as_json(found: Differences, corrigendum: str = "") -> str:
    """What has changed as one JSON object; lengths in mm, values isolated by U+2066…U+2069.

    `corrigendum` is the file that was printed, empty where nothing was to be corrected.
    """
    said = found.said
    told = {
        "since": found.since.name,
        "before": {"number": found.since.said.number, "content": found.since.said.content},
        "after": {"number": found.now.number, "content": found.now.content},
        "facts": [asdict(fact) for fact in said.facts],
        "records": [
            {
                "change": change.kind,
                "output": change.record.output,
                "kind": change.record.kind,
                "id": change.record.id,
                "name": change.record.name,
                "behind": change.behind.id if change.behind else "",
                "texts": [
                    {
                        "what": text.what,
                        "before": text.before,
                        "after": text.after,
                        "steps": [{"kept": s.kept, **asdict(s)} for s in text.steps],
                    }
                    for text in change.texts
                ],
            }
            for change in said.records
        ],
        "pages": [asdict(page) for page in found.pages],
        "reprint": list(found.reprint),
        "corrigendum": corrigendum,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)
