"""The page of a brief follows from its paper: type, margins, lines and what is drawn."""

import re
from pathlib import Path

import pytest

from press.geometry import PAPERS_MM, Size
from press.layout.brief.page import DOT_FREE_MM, GRID_MM, HANG_MM, SIDE_MM, page_on
from press.render.page_tokens import scaled_tokens
from tests.support.projects import OURS

HOME = Path(__file__).resolve().parents[3]
TOKENS = (HOME / "styles" / "shared" / "tokens.css").read_text("utf-8")
PAPERS: list[Size] = [*(PAPERS_MM[name] for name in ("A4", "A5", "B5", "Letter")), (170.0, 240.0)]


def token(name: str) -> float:
    """A length of the style sheets, in its own unit."""
    found = re.search(rf"--{name}: ([\d.]+)(?:mm|pt);", TOKENS)
    assert found
    return float(found[1])


def test_the_page_of_the_style_sheets_is_an_a4():
    page = page_on(PAPERS_MM["A4"])
    assert (page.scale, page.display, page.lines, page.columns) == (1, 1, 38, 2)
    assert (page.measure_mm, page.bar_mm, page.dots_mm) == (160, 92, token("dots"))
    assert (token("grid"), token("page-side"), token("hang")) == (GRID_MM, SIDE_MM, HANG_MM)
    assert (page.head_mm, page.foot_mm) == (token("page-head"), token("page-foot"))
    assert token("dot-free") == DOT_FREE_MM
    assert scaled_tokens(page, OURS) == {}


@pytest.mark.parametrize("paper", PAPERS)
def test_whole_lines_fill_a_page_between_its_margins(paper):
    page = page_on(paper)
    assert page.head_mm + page.lines * page.grid_mm + page.foot_mm == pytest.approx(paper[1])
    assert page.foot_mm >= 16
    assert 2 * page.side_mm + page.measure_mm == pytest.approx(paper[0])
    assert page.hang_mm < page.measure_mm / 2


def test_a_wide_page_has_wide_margins_and_no_longer_lines():
    assert page_on((297.0, 210.0)).measure_mm == pytest.approx(168)


def test_type_that_is_read_shrinks_less_than_titles():
    said = scaled_tokens(page_on(PAPERS_MM["A5"]), OURS)
    reading, title = (float(said[name].removesuffix("pt")) for name in ("type-4", "type-9"))
    assert 11.5 <= reading < token("type-4")
    assert title / token("type-9") < reading / token("type-4")
    assert min(float(v.removesuffix("pt")) for v in said.values() if v.endswith("pt")) >= 9
    assert said["page-height"] == "210.0000mm"
    assert "hair" not in said


@pytest.mark.parametrize("paper", PAPERS)
def test_tabs_step_down_the_edge_and_begin_again_where_they_have_no_room(paper):
    page = page_on(paper)
    tabs = [page.tab_mm(number) for number in range(40)]
    assert tabs[0] == 0
    assert tabs[1] > token("thumb-length") * page.scale
    assert max(tabs) + token("thumb-length") * page.scale <= page.lines * page.grid_mm
    assert tabs.index(0.0, 1) == len(set(tabs))
