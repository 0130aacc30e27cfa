"""What the tests can be asked on the command line."""

from __future__ import annotations

import datetime
import threading
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from press.pdf.pages import read_pages
from press.pipeline import Watch, build
from press.processes import hire
from press.project import Project
from tests.support.built import Run

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what the golden cases give now as what they must give."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/cases/**/expected.txt")


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The real content, built once."""
    output = tmp_path_factory.mktemp("output")
    project = Project(ROOT, output, datetime.date(2026, 11, 23))
    threads = set()
    begin = pypdfium2.PdfDocument.__init__

    def noted(self: Any, *given: Any, **named: Any) -> None:
        threads.add(threading.current_thread().name)
        begin(self, *given, **named)

    with hire(2) as crew, pytest.MonkeyPatch.context() as patch:
        patch.setattr(pypdfium2.PdfDocument, "__init__", noted)
        built = build(project, ("brief", "poster"), Watch(), crew)
    brief = read_pages((output / "brief.pdf").read_bytes())
    (poster,) = read_pages((output / "poster.pdf").read_bytes())
    return Run(built, output, brief, poster, frozenset(threads))
