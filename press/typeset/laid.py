"""Laid: a gathering laid out, and what tells whether it is still as it would be laid out now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint import HTML

from press.colour.inks import Press
from press.diagnostics import Diagnostic
from press.project import Project
from press.render.render import Html
from press.typeset.complaints import check_fonts
from press.typeset.files import Files
from press.typeset.weasyprint.lines import Tally
from press.typeset.weasyprint.page_numbers import Foliation
from press.typeset.weasyprint.resuming import Held
from press.typeset.weasyprint.stylesheets import Dress, dress_of


@dataclass(slots=True)
class Laid:
    """A gathering laid out and not yet painted, with what WeasyPrint complained of so far.

    `lines` counts what became of those that were planned; `pictures` has what was read from files,
    by address, and `read` when they were changed; `press` is whose inks it is in, None for a
    screen. It was laid out in `dress`; another for which the same is `asked` may go on from what is
    `held`.
    """

    html: Html
    source: HTML
    document: Any
    foliation: Foliation
    heard: list[Diagnostic]
    lines: Tally
    pictures: dict[str, Any]
    read: dict[str, Any]
    asked: tuple[Any, ...]
    dress: Dress
    held: Held
    press: Press | None = None

    def anchors(self) -> dict[str, int]:
        """The page, from 0, of every id."""
        found: dict[str, int] = {}
        for number, page in enumerate(self.document.pages):
            for name in page.anchors:
                found.setdefault(name, number)
        return found

    def is_of(self, project: Project) -> bool:
        """Whether the files of a project that it was laid out with are as they were."""
        read = Files(project).states(self.read)
        return self.read == read and self.dress == dressed(project)

    def may_go_on(self, project: Project) -> bool:
        """Whether another may go on from it: of the same files, and nothing was complained of."""
        turned = (self.foliation.first - self.asked[2]) % 2
        return self.is_of(project) and not (self.heard or turned)


def dressed(project: Project) -> Dress:
    """What was made of the sheets of `project`; `Refusal` is raised where a font is missing."""
    dress = dress_of(project)
    if not dress.checked:
        check_fonts(project)
        dress.checked = True
    return dress
