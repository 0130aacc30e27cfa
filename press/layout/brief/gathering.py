"""Gather: which parts of a brief run on after each other, and which begin a gathering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from press.layout.brief.breaks import gathered
from press.layout.brief.sheet import BriefSheet

# Parts that run on after what stands before them: so many of their members take the room of an
# entry.
AN_ENTRY: Mapping[str, int] = {
    "people": 4,
    "glossary": 4,
    "notes": 6,
    "sources": 10,
    "documents": 15,
}
# What runs on after each other in one gathering takes the room of so many entries at most.
MOST = 44


def with_gatherings(sheet: BriefSheet) -> BriefSheet:
    """`sheet` with the chapters and parts marked that begin a gathering.

    What follows a part that has pages of its own begins one.
    """
    counts = {
        "people": len(sheet.people),
        "glossary": len(sheet.glossary),
        "notes": len(sheet.notes) + len(sheet.omitted) + len(sheet.doubted),
        "sources": len(sheet.sources),
        "documents": len(sheet.documents),
    }
    runs: list[list[tuple[str, float]]] = [[]]
    for part in sheet.parts:
        if part == "chapters":
            runs[-1] += [(c.id, float(max(1, len(c.entries)))) for c in sheet.chapters]
        elif part in AN_ENTRY:
            runs[-1].append((f"part {part}", counts[part] / AN_ENTRY[part]))
        else:
            runs.append([])
    begin = {
        name
        for run in runs
        for (name, _), begins in zip(run, gathered([size for _, size in run], MOST), strict=True)
        if begins
    }
    return replace(
        sheet,
        chapters=tuple(replace(c, begins=c.id in begin) for c in sheet.chapters),
        parted=frozenset(part for part in AN_ENTRY if f"part {part}" in begin),
    )
