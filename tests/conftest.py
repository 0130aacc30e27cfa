"""What the tests can be asked on the command line."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from press.crew import hire
from press.pages import read_pages
from press.pipeline import Watch, build
from press.project import Project
from tests.built import Run

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what the golden cases give now as what they must give."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/cases/**/expected.txt")


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The real content, built once."""
    output = tmp_path_factory.mktemp("output")
    project = Project(ROOT, output, datetime.date(2026, 11, 23))
    with hire(2) as crew:
        built = build(project, ("brief", "poster"), Watch(), crew)
    brief = read_pages((output / "brief.pdf").read_bytes())
    (poster,) = read_pages((output / "poster.pdf").read_bytes())
    return Run(built, output, brief, poster)
