"""Terms of office: a bar's edge is a date only where the axis reaches back to it."""

from pathlib import Path

import pytest

from press.layout.poster.terms import terms
from press.layout.timescale import TimeScale
from tests.support.projects import project_in, resolved

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(("first", "early"), [(2005, {"خوان منديز"}), (2004, set())])
def test_a_term_that_began_before_the_axis_is_told_from_one_that_begins_on_it(first, early):
    """Juan Méndez was appointed in July 2004, the others after 2005."""
    edition = resolved(project_in(ROOT, day="2026-11-23"))
    bars = terms(edition, TimeScale.of_years(first, 2012, 800.0, 20.0))
    assert len(bars) == 4
    assert {bar.name for bar in bars if bar.early} == early
