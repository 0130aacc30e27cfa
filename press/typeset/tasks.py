"""What is done with a gathering, in the process that takes the task.

Only there is WeasyPrint needed.
"""

from __future__ import annotations

from collections.abc import Mapping

from press.colour.inks import Press
from press.project import Project
from press.render.render import Html
from press.typeset.gathering import Gathering, Layout, Numbers


def lay(html: Html, project: Project, first: int, running: Mapping[str, str]) -> Layout:
    """Lay out a gathering, and keep it there to be painted."""
    from press.typeset.worker import lay

    return lay(html, project, first, running)


def press(
    html: Html, project: Project, numbers: Numbers, away: frozenset[str]
) -> tuple[Layout, Gathering]:
    """Number and paint a gathering."""
    from press.typeset.worker import press

    return press(html, project, numbers, away)


def set_for_press(html: Html, project: Project, press: Press, as_is: Gathering) -> Gathering:
    """Paint a gathering for a press."""
    from press.typeset.worker import set_for_press

    return set_for_press(html, project, press, as_is)


def sweep() -> None:
    """Free the memory of what was painted."""
    from press.typeset.worker import sweep

    sweep()
