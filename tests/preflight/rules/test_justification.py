"""justification: the first brief is set as a compositor would set it, in numbers of its pages."""

import io
from pathlib import Path

import pikepdf
import pytest

from press.preflight.lines import Setting, read_setting
from press.preflight.rules.justification import (
    justified,
    looseness,
    overfull_line,
    river,
    too_many,
    widest_space,
)
from press.preflight.rules.pagination import fills
from press.project import open_project
from press.render.render import render
from press.typeset.typeset import lay_out
from tests.support.built import Run

ROOT = Path(__file__).resolve().parents[3]
MISSED_SHARE = 0.005


@pytest.fixture(scope="module")
def setting(run: Run) -> Setting:
    data = (run.output / "brief.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return read_setting(pdf, data, run.brief)


def test_most_of_its_text_is_justified(setting):
    _, count = looseness(setting)
    assert count > 150


def test_few_lines_are_loose_and_none_is_wide(setting):
    assert not too_many(*looseness(setting))
    lines = [line for one in justified(setting) for line in one.lines]
    assert max(map(widest_space, lines)) <= 0.61


def test_no_line_stands_out_and_no_river_runs_through_three(setting):
    assert list(overfull_line(setting)) == []
    assert list(river(setting)) == []


def test_the_white_of_the_first_publication_is_placed(setting):
    """No page is thin, and no more is left by chance than four fifths of a page in all."""
    found = fills(setting)
    thin = [page for page, (full, ends) in found.items() if full < (0.4 if ends else 0.6)]
    assert thin == []
    by_chance = {page: 1 - full for page, (full, _) in found.items() if full < 0.75}
    assert sum(share * setting.areas[page].height_mm for page, share in by_chance.items()) <= 200


def test_nearly_every_line_is_set_where_it_was_planned(run):
    project = open_project(ROOT)
    (htmls,) = (made for name, made in render(run.built.sheets, project).items() if name == "brief")
    tallies = [lay_out(html, project).lines for html in htmls[1:5]]
    lines = sum(tally.lines for tally in tallies)
    assert lines > 100
    assert sum(tally.missed for tally in tallies) <= MISSED_SHARE * lines
