"""Examples: each is printed whole, with every rule green, by what is said in its own records."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from press.geometry import MM_PER_PT
from press.pipeline import Built, Watch, build
from press.processes import Crew, hire
from press.products import products_of
from press.project import Project

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
# The profile of a press is that of a print shop; no example has one.
ASKED = {"bind/default-profile"}


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with hire(2) as hired:
        yield hired


def printed(name: str, output: Path, crew: Crew) -> Built:
    """The example `name` with all its products and forms; raises a refusal for any error."""
    project = Project(EXAMPLES / name, output, datetime.date(2026, 11, 23))
    return build(project, tuple(products_of(project)), Watch(), crew)


def advice(built: Built) -> list[str]:
    return [str(found) for found in built.advice if found.code not in ASKED]


def size_mm(path: Path) -> tuple[int, int]:
    """The trim of the first page of a file, in whole mm."""
    with pikepdf.open(path) as pdf:
        left, bottom, right, top = (float(side) * MM_PER_PT for side in pdf.pages[0].trimbox)
    return round(right - left), round(top - bottom)


def test_ten_titles_and_dates_make_a_poster(tmp_path, crew):
    built = printed("minimal", tmp_path, crew)
    assert advice(built) == []
    assert len(built.sheets.poster.cards) == 10
    assert not (tmp_path / "brief.pdf").exists()


def test_an_invented_river_is_told_in_english_on_three_papers(tmp_path, crew):
    built = printed("floods", tmp_path, crew)
    assert advice(built) == []
    assert size_mm(tmp_path / "brief.pdf") == (210, 297)
    assert size_mm(tmp_path / "brief-a5.pdf") == (148, 210)
    assert size_mm(tmp_path / "poster.pdf") == (841, 594)


def test_four_centuries_of_printing_are_told_in_arabic(tmp_path, crew):
    built = printed("printing", tmp_path, crew)
    assert advice(built) == []
    assert size_mm(tmp_path / "poster.pdf") == (420, 594)
    assert len(built.edition.entries) == 16
    assert sum(bool(card.picture) for card in built.sheets.poster.cards) == 3
    assert {fact.status for fact in built.edition.facts.values()} <= {
        "agreed",
        "single",
        "resolved",
    }
