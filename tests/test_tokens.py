"""Sizes, spaces and colours are tokens, and those of the brief are shares of one line."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOKENS = (ROOT / "styles" / "shared" / "tokens.css").read_text("utf-8")
SHEETS = [ROOT / "styles" / "brief.css", *sorted((ROOT / "styles" / "brief").glob("*.css"))]
# What may stand in a sheet of the brief beside tokens, and why.
ALLOWED = {"vertical-align": "a note's mark is raised in shares of the type beside it"}


def token(name: str) -> float:
    """The length of a token, in its own unit."""
    return float(re.search(rf"--{name}: ([\d.]+)(?:mm|pt);", TOKENS)[1])


def declared(css: str) -> list[tuple[str, str]]:
    """Property and value of every declaration."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.findall(r"([\w-]+)\s*:\s*([^;{}]+);", bare)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_sheet_of_the_brief_holds_a_raw_length_or_colour(sheet):
    raw = [
        (name, value)
        for name, value in declared(sheet.read_text("utf-8"))
        if name not in ALLOWED
        and re.search(r"[\d.](mm|cm|in|pt|px|r?em|ex|ch)\b|#[0-9a-f]{3}", value)
    ]
    assert raw == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_lines_of_text_are_led_in_shares_of_the_grid(sheet):
    """0 and 1 are for icons and numerals; lanes and strokes are drawn, with a label in them."""
    led = [value for name, value in declared(sheet.read_text("utf-8")) if name == "line-height"]
    shares = r"[01]$|(calc\()?[\d. *]*var\(--(grid|lead-\w+|lane|stroke)\)"
    assert [value for value in led if not re.match(shares, value)] == []


def test_leading_and_spaces_of_the_brief_are_shares_of_a_line():
    line = token("grid")
    spaces = [token(f"space-{number}") / line for number in range(1, 10)]
    assert spaces == pytest.approx([1 / 8, 1 / 4, 1 / 2, 3 / 4, 1, 3 / 2, 2, 3, 4])
    leads = [token(f"lead-{name}") / line for name in ("note", "head", "title")]
    assert leads == pytest.approx([3 / 4, 5 / 4, 2])
    assert token("page-head") / line == 4  # the grid begins at the upper edge of the page
    page = token("page-height") - token("page-head") - token("page-foot")
    assert page / line == 38
