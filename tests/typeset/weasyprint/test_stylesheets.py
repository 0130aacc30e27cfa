"""stylesheets: sheets parsed once and handed to `render` change nothing but time."""

from pathlib import Path

import pytest

from press.diagnostics import Refusal
from press.project import Project
from press.render.render import Html
from press.typeset import laid
from press.typeset import typeset as typesetting
from press.typeset.typeset import measure, typeset
from press.typeset.weasyprint import stylesheets
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parents[3]
LINK = '<link rel="stylesheet" href="styles/{}">'
PAGE = (
    '<!doctype html><html lang="ar" dir="rtl"><head><title>x</title>{}</head>'
    '<body><p id="box">كلمة <bdi dir="ltr" class="latin">S/RES/1 (2006)</bdi></p></body></html>'
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "styles").mkdir()
    return project_in(tmp_path, home=ROOT, day="2026-01-01")


def page(*sheets: str, head: str = "") -> Html:
    return Html("page", PAGE.format("".join(LINK.format(sheet) for sheet in sheets) + head))


def left_to_weasyprint(html: Html, project: Project) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typesetting, "take_sheets", lambda source, dress: [])
        return typeset(html, project).pdf


@pytest.mark.parametrize("head", ["", "<style>#box { color: #a2371f; margin: 9mm }</style>"])
@pytest.mark.parametrize("sheet", ["brief.css", "poster.css"])
def test_a_document_has_the_bytes_that_it_has_when_weasyprint_reads_its_sheets(
    project, sheet, head
):
    html = page(sheet, head=head)
    assert typeset(html, project).pdf == left_to_weasyprint(html, project)


def test_the_second_document_in_the_same_sheets_has_them_from_the_first(project):
    stylesheets._worn = None
    first = typeset(page("brief.css"), project)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stylesheets, "_parsed", None)  # nothing is parsed a second time
        assert typeset(page("brief.css"), project) == first


def test_fonts_are_looked_for_once_in_the_same_sheets(project):
    stylesheets._worn = None
    asked: list[Project] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(laid, "check_fonts", asked.append)
        for _ in range(2):
            measure(page("brief.css"), project)
        assert asked == [project]
        (project.root / "styles" / "own.css").write_text("p { margin: 0 }", "utf-8")
        measure(page("brief.css"), project)
    assert asked == [project] * 2


def test_every_document_is_refused_whose_sheets_name_a_font_that_is_not_there(project):
    (project.root / "styles" / "own.css").write_text(":root { --font-text: 'Absent' }", "utf-8")
    for _ in range(2):
        with pytest.raises(Refusal, match="typeset/missing-font"):
            measure(page("own.css"), project)


def test_a_document_in_other_sheets_is_dressed_in_its_own(project):
    stylesheets._worn = None
    alone = typeset(page("poster.css"), project)
    typeset(page("brief.css"), project)
    assert typeset(page("poster.css"), project) == alone


def test_a_sheet_that_was_edited_is_read_again(project):
    sheet = project.root / "styles" / "own.css"
    heights = []
    for height in (10, 30):
        sheet.write_text(f"#box {{ height: {height}mm }}", "utf-8")
        heights.append(measure(page("own.css"), project)["box"])
    assert heights == [pytest.approx(10), pytest.approx(30)]


def test_of_sheets_that_say_the_same_of_a_box_the_last_wins(project):
    (project.root / "styles" / "low.css").write_text("#box { height: 10mm }", "utf-8")
    (project.root / "styles" / "high.css").write_text("#box { height: 30mm }", "utf-8")
    inner = "<style>#box { height: 20mm }</style>"
    assert measure(page("low.css", "high.css"), project)["box"] == pytest.approx(30)
    assert measure(page("high.css", "low.css"), project)["box"] == pytest.approx(10)
    assert measure(page("high.css", head=inner), project)["box"] == pytest.approx(20)


@pytest.mark.parametrize(
    "rule",
    [
        "@layer low { #box { height: 10mm } } #box { height: 30mm }",
        "#box { height: 30mm } @layer low { #box { height: 10mm } }",
        "@media screen { #box { height: 10mm } } #box { height: 30mm }",
    ],
)
def test_what_belongs_to_all_sheets_of_a_document_is_left_to_weasyprint(project, rule):
    (project.root / "styles" / "own.css").write_text(rule, "utf-8")
    assert measure(page("own.css"), project)["box"] == pytest.approx(30)


def test_a_counter_style_counts(project):
    named = '@counter-style own { system: cyclic; symbols: "×××××××××" }'
    rule = "#box { counter-reset: n 1; } #box::before { content: counter(n, %s) }"
    made = []
    for style in ("own", "decimal"):
        (project.root / "styles" / "own.css").write_text(named + rule % style, "utf-8")
        made.append(typeset(page("own.css"), project).pdf)
    assert made[0] != made[1]


def test_every_document_in_a_sheet_with_a_fault_complains_of_it(project):
    (project.root / "styles" / "own.css").write_text("p { colour: red }", "utf-8")
    for _ in range(2):
        with pytest.raises(Refusal, match="typeset/ignored-style"):
            typeset(page("own.css"), project)


def test_every_document_complains_of_a_sheet_that_is_not_there(project):
    for _ in range(2):
        with pytest.raises(Refusal, match="typeset/missing-stylesheet"):
            typeset(page("absent.css"), project)
