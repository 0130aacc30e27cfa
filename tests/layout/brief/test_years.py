"""years: which years a brief names and stacks, before our era too."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import ImageFont

from press.content.values import House
from press.geometry import MM_PER_PT
from press.language.dates import Date
from press.layout.brief.page import page_on
from press.layout.brief.years import stack_years, strip_years
from press.layout.timescale import TimeScale

TOKENS = Path(__file__).resolve().parents[3] / "styles" / "shared" / "tokens.css"


def edition(tag: str, *dates: str) -> Any:
    """What a brief tells, as far as its years ask: events of these dates, one actor each."""
    told = [SimpleNamespace(when=Date.parse(date), dress="one") for date in dates]
    masthead = SimpleNamespace(house=House(tag), title="Water in the ground", subtitle="A week")
    return SimpleNamespace(masthead=masthead, told=lambda: iter(told))


@pytest.mark.parametrize(
    ("tag", "first", "last", "named"),
    [
        ("en", 2005, 2012, ["2005", "2006", "2007", "2008", "2009", "2010", "2011", "2012"]),
        ("en", -279, 190, ["200 BC", "100 BC", "100"]),
        (
            "ar", 1514, 1991,
            ["1550", "1600", "1650", "1700", "1750", "1800", "1850", "1900", "1950"],
        ),
    ],
)  # fmt: skip
def test_a_strip_names_round_years_with_their_era(tag, first, last, named):
    scale = TimeScale.of_years(first, last, 0.0, 150.0)
    assert [year.label.text for year in strip_years(scale, edition(tag))] == named


def test_no_stack_of_the_cover_is_a_year_naught():
    scale = TimeScale.of_years(-279, 520, 0.0, 150.0)
    told = edition("en", "-0279", "0001", "0520")
    stacks = stack_years(told, scale, page_on((210.0, 297.0))).stacks
    assert [stack.label.text for stack in stacks][:5] == [
        "280 BC", "200 BC", "100 BC", "AD 1", "100",
    ]  # fmt: skip
    assert sum(len(stack.actor_ids) for stack in stacks) == 3


@pytest.mark.parametrize("title", ["Water", "The conference on the water in the ground"])
@pytest.mark.parametrize("paper", [(148.0, 210.0), (210.0, 297.0), (176.0, 250.0)])
def test_the_dots_of_a_single_year_stay_below_the_title(title, paper):
    told = edition("en", *["2019"] * 15)
    told.masthead.title = title
    page = page_on(paper)
    years = stack_years(told, TimeScale.of_years(2019, 2019, 0.0, 150.0), page)
    lines = 1 if title == "Water" else 3
    # the title, its second line, and below the dots their year and the key
    free = page.height_mm - (4.5 + 3.25 * lines + 2 + 9) * page.grid_mm
    assert 15 * years.pitch_mm <= free + 0.01


@pytest.mark.parametrize("paper", [(148.0, 210.0), (176.0, 250.0), (210.0, 297.0)])
@pytest.mark.parametrize(("first", "last"), [(-2999, -1200), (-747, 1582), (1887, 2024)])
def test_the_labels_of_a_cover_stand_apart(paper, first, last):
    scale = TimeScale.of_years(first, last, 0.0, 150.0)
    told = edition("en", f"-{-first:04}" if first < 0 else f"{first:04}")
    found = stack_years(told, scale, page_on(paper))
    asked = ["fc-match", "--format", "%{file}", "Noto Sans:style=Regular"]
    file = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    pt = float(re.findall(r"--type-3:\s*([\d.]+)pt", TOKENS.read_text("utf-8"))[0])
    font = ImageFont.truetype(file, 1000)
    wide = [font.getlength(s.label.text) / 1000 * pt * MM_PER_PT for s in found.stacks]
    assert max(a / 2 + b / 2 for a, b in pairwise(wide)) + 1.0 < found.column_mm


@pytest.mark.parametrize("paper", [(148.0, 210.0), (210.0, 297.0)])
@pytest.mark.parametrize(("events", "written"), [(120, True), (400, False), (2500, False)])
def test_dots_stand_on_the_back_where_they_leave_room_for_the_colophon(paper, events, written):
    told = edition("en", *["2019"] * events)
    scale = TimeScale.of_years(2005, 2025, 0.0, 150.0)
    assert stack_years(told, scale, page_on(paper)).written is written
