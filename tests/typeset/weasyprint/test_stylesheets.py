"""dress: style sheets parsed once change nothing but time."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from press.diagnostics import Refusal
from press.project import Project
from press.render.render import Html
from press.typeset.typeset import measure, typeset
from press.typeset.weasyprint import stylesheets as dress

ROOT = Path(__file__).resolve().parents[3]
LINK = '<link rel="stylesheet" href="styles/{}">'
PAGE = (
    '<!doctype html><html lang="ar" dir="rtl"><head><title>x</title>{}</head>'
    '<body><p id="box">كلمة <bdi dir="ltr" class="latin">S/RES/1 (2006)</bdi></p></body></html>'
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "styles").mkdir()
    return Project(tmp_path, tmp_path / "output", datetime.date(2026, 1, 1), home=ROOT)


def page(*sheets: str) -> Html:
    return Html("page", PAGE.format("".join(LINK.format(sheet) for sheet in sheets)))


def test_the_second_document_in_the_same_sheets_has_the_same_bytes(project: Project) -> None:
    dress._worn = None
    first = typeset(page("brief.css"), project)
    worn = dress._worn
    assert typeset(page("brief.css"), project) == first
    assert dress._worn is worn
    dress._worn = None
    assert typeset(page("brief.css"), project) == first


def test_a_document_in_other_sheets_is_dressed_in_its_own(project: Project) -> None:
    dress._worn = None
    alone = typeset(page("poster.css"), project)
    typeset(page("brief.css"), project)
    assert typeset(page("poster.css"), project) == alone


def test_a_sheet_that_was_edited_is_read_again(project: Project) -> None:
    sheet = project.root / "styles" / "own.css"
    heights = []
    for height in (10, 30):
        sheet.write_text(f"#box {{ height: {height}mm }}", "utf-8")
        heights.append(measure(page("own.css"), project)["box"])
    assert heights == [pytest.approx(10), pytest.approx(30)]


def test_every_document_in_a_sheet_with_a_fault_complains_of_it(project: Project) -> None:
    (project.root / "styles" / "own.css").write_text("p { colour: red }", "utf-8")
    for _ in range(2):
        with pytest.raises(Refusal, match="typeset/ignored-style"):
            typeset(page("own.css"), project)
