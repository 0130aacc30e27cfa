"""Gatherings as data: what one is, what it is told of the others, what it tells of itself.

Nothing here imports WeasyPrint: the process that binds need not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from press.project import Project
from press.render.render import Html


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: `page` counts from 0 in its gathering, the point is in pt from lower left."""

    level: int
    label: str
    page: int
    x: float
    y: float
    open: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A link out of its gathering that is named by what it leads to: its text, the id of its goal.

    `page` counts from 0, `place` among the annotations of the page.
    """

    page: int
    place: int
    text: str
    goal: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """A run of pages typeset on its own: the PDF, and what binding it with others asks.

    `part` counts the gatherings of a publication, `first` is the folio of its first page. `away`:
    the ids in other gatherings that its links lead to; its PDF holds a destination for each that
    leads nowhere yet. `seconds` is what it took, None when it was kept from before. `names`
    is what stands at its ids, and `calls` are the links that are named by what stands in other
    gatherings: both are empty where it has no tags. It was painted with `numbers`, by the `worker`
    of a crew that may still have it laid out.
    """

    name: str
    pdf: bytes
    pages: int
    part: int = 1
    first: int = 1
    away: frozenset[str] = frozenset()
    bookmarks: tuple[Bookmark, ...] = ()
    seconds: float | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()
    numbers: Numbers | None = None
    worker: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a gathering is told of the others.

    `first`: its first folio. `running`: the running strings in force before it. `folios`: of ids.
    """

    first: int
    running: Mapping[str, str]
    folios: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the layout of a gathering tells of the others' numbers.

    `anchors`: the page, from 0, of each id. `asked`: the ids whose folio it prints. `running`: the
    running strings in force after it. `leans`: those that it takes from the gatherings before.
    """

    pages: int
    anchors: Mapping[str, int]
    asked: frozenset[str]
    running: Mapping[str, str]
    leans: frozenset[str]


def place_of(html: Html, project: Project) -> tuple[str, str, int]:
    """What a gathering is called, whatever stands in it: its project, its name and part."""
    return str(project.root), html.name, html.part
