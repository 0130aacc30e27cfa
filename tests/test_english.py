"""A small English project, built whole: everything in it runs from left to right."""

import shutil
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from press.bind.grid import lay_grid
from press.geometry import PAPERS_MM
from press.pdf.pages import read_pages
from press.preflight.derived import bared
from tests.support import door

ROOT = Path(__file__).resolve().parent.parent
FILES = ("brief.pdf", "poster.pdf", "poster-press.pdf", "poster-tiles-a4.pdf")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the project leaves, every rule of preflight passed."""
    folder = tmp_path_factory.mktemp("english")
    shutil.copytree(ROOT / "tests" / "projects" / "english", folder / "project")
    told = door.said("--project", folder / "project", "--output", folder / "out")
    assert told.exit_code == 0, told.stderr
    return folder / "out"


def printed(file: Path) -> list[str]:
    """The lines of a file, from left to right."""
    return lines_of(file.read_bytes())


def lines_of(pdf: bytes) -> list[str]:
    """The lines of a PDF, from left to right."""
    return [
        "".join(" " * space + glyph.character for glyph, space in row.spaced()).strip()
        for page in read_pages(pdf)
        for row in page.rows
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_that_it_is_english_and_opens_on_the_right(output, name):
    with pikepdf.open(output / name) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.Root.ViewerPreferences.Direction) == "/L2R"


def test_dates_and_values_are_said_in_english(output):
    text = " ".join(printed(output / "brief.pdf"))
    for said in ("about 2020", "From January to March 2022", "20 December 2018, 06:30"):
        assert said in text
    for said in ("3,150 m³/s", "45% of the town", "€1.2 million", "7 bridges", "0.4–1.2 m"):
        assert said in text
    assert "The bulletin gives 12.1 m, the reading of the staff gauge" in text
    assert "the yearbook gives 12.4 m, which is printed here." in text


def test_no_arabic_letter_is_printed(output):
    for name in FILES:
        assert not [line for line in printed(output / name) if any("؀" <= c <= "ۿ" for c in line)]


def test_time_runs_from_left_to_right_on_the_poster(output):
    (page,) = read_pages((output / "poster.pdf").read_bytes())
    axis = max(page.rows, key=lambda row: sum(g.size for g in row.glyphs if g.character.isdigit()))
    years = "".join(" " * space + g.character for g, space in axis.spaced()).split()
    assert years == [str(year) for year in range(2018, 2025)]


def test_office_sheets_run_from_left_to_right(output):
    sheets = bared((output / "poster-tiles-a4.pdf").read_bytes())
    labels = [line for line in lines_of(sheets) if " · Sheet " in line]
    assert labels[0].startswith(f"Row 1 · Column 1 · Sheet 1 of {len(labels)}")
    assert len(labels) >= 8
    grid = lay_grid((594, 420), PAPERS_MM["A4"], overlap_mm=10, border_mm=12, direction="ltr")
    columns = [tile.part.x_mm for tile in grid.tiles if tile.row == 1]
    assert columns[0] == 0 and all(a < b for a, b in pairwise(columns))


def test_the_outline_and_the_tags_are_in_reading_order(output):
    with pikepdf.open(output / "brief.pdf") as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "Summary"
    assert titles.index("The crest of the century") < titles.index("The years after")
