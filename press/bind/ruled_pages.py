"""Set the ruled pages that fill the last sheet of a brief, before its back cover."""

from __future__ import annotations

from press.bind.furnishing import furnish
from press.cache import Store
from press.colour.inks import Press
from press.content.edition import Masthead
from press.geometry import Size
from press.project import Project
from press.render.render import render_page
from press.typeset.gathering import Gathering

# Pages of a sheet that is folded once: so many, or twice as many, fill what is stapled or folded.
LEAVES = 4
# What a page leaves above and below its lines and its head, and what a line takes, in mm.
AROUND_MM, LINE_MM = 65.0, 9.75


def missing_pages(pages: int) -> int:
    """How many pages a brief of `pages` lacks to fill its sheets."""
    return -pages % LEAVES


def set_ruled_pages(
    masthead: Masthead,
    project: Project,
    press: Press | None,
    *,
    pages: int,
    size_mm: Size,
    store: Store | None = None,
) -> Gathering:
    """So many pages of `size_mm` with rules to write on, for a screen or for `press`."""
    width, height = size_mm
    said = {
        "masthead": masthead,
        "pages": pages,
        "width": width,
        "height": height,
        "lines": max(1, int((height - AROUND_MM) / LINE_MM)),
    }
    html = render_page("press/notes", project, masthead.house, said)
    return furnish(html, project, store, press)
