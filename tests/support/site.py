"""Web pages of small projects, without what is printed: for the tests of what a page holds."""

from dataclasses import dataclass
from pathlib import Path

from press.content.edition import Edition
from press.diagnostics import Diagnostic
from press.fingerprint import content_fingerprint
from press.layout.web.sheet import Download, WebSheet
from press.layout.web.web import lay_out_web
from press.pipeline import Watch, check
from press.preflight.web.web import judge_web
from press.project import Project, open_project
from press.render.web import render_web
from press.render.web_pictures import size_web_pictures

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "tests" / "projects" / "english"
FILES = ("timeline.json",)


@dataclass(frozen=True)
class Shown:
    """A page with the edition and the sheet that it was made of."""

    html: str
    sheet: WebSheet
    edition: Edition

    def complaints(self, html: str) -> list[Diagnostic]:
        """What is wrong with `html` as the page of this edition."""
        return judge_web(html, FILES, self.sheet, self.edition)[0]


def shown(project: Project) -> Shown:
    """The page of a project that offers its data and nothing else."""
    edition, _ = check(project, Watch())
    files = tuple(Download(file, "data", 0, None, True) for file in FILES)
    sheet = lay_out_web(edition, content_fingerprint(project), files)
    pictures = size_web_pictures(sheet.brief, project, None)
    return Shown(render_web(sheet, project, pictures).text, sheet, edition)


def english() -> Shown:
    """The page of the English project of the tests."""
    return shown(open_project(ENGLISH))
