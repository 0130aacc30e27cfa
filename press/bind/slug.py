"""Set the slug of a press file: the line outside its bleed that says which job a sheet is of."""

from __future__ import annotations

from press.colour.inks import Press
from press.colour.profiles import output_condition
from press.content.edition import Masthead
from press.diagnostics import Place
from press.project import Project
from press.render.render import render_page
from press.typeset.gathering import Gathering

# The line, and how far it stays off the crop marks at both ends, in mm.
HEIGHT_MM, INSET_MM = 4.0, 10.0


def set_slug(
    masthead: Masthead,
    press: Press,
    project: Project,
    *,
    fingerprint: str,
    width_mm: float,
    pages: int,
) -> Gathering:
    """A line for every page: title, edition, fingerprint, profile, date, and which page it is.

    Each is a page of its own, `HEIGHT_MM` high and narrower than the trim, `width_mm`.
    """
    from press.typeset.typeset import typeset

    said = {
        "masthead": masthead,
        "fingerprint": fingerprint,
        "condition": output_condition(press.profile, Place("press/slug")),
        "pages": pages,
        "width": width_mm - 2 * INSET_MM,
        "height": HEIGHT_MM,
    }
    html = render_page("press/slug", project, masthead.house, said)
    return typeset(html, project, press=Press(press.profile, 0.0, press.ink_limit))
