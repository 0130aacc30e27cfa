"""Gather: which parts of a brief run on after each other, and which begin a gathering."""

from __future__ import annotations

from dataclasses import replace

from press.layout.brief.breaks import gathered
from press.layout.brief.sheet import BriefSheet

# What runs on after each other in one gathering takes the room of so many entries at most.
MOST = 44


def with_gatherings(sheet: BriefSheet) -> BriefSheet:
    """`sheet` with the chapters and parts marked that begin a gathering.

    What follows a part that has pages of its own begins one.
    """
    # Parts that run on after what stands before them, by the room that they take, in entries.
    room = {
        "people": len(sheet.people) / 4,
        "glossary": len(sheet.glossary) / 4,
        "notes": (len(sheet.notes) + len(sheet.omitted) + len(sheet.doubted)) / 6,
        "sources": len(sheet.sources) / 10,
        "documents": len(sheet.documents) / 15,
    }
    runs: list[list[tuple[str, float]]] = [[]]
    for part in sheet.parts:
        if part == "chapters":
            runs[-1] += [(c.id, float(max(1, len(c.entries)))) for c in sheet.chapters]
        elif part in room:
            runs[-1].append((f"part {part}", room[part]))
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
        parted=frozenset(part for part in room if f"part {part}" in begin),
    )
