"""What the tests can be asked on the command line."""

import datetime
import fcntl
import os
import pickle
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
    """The real content, built once for all processes of the tests: the first to ask builds it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    kept = shared / "run.pickle"
    with (shared / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(_first_publication(shared / "output")))
    made = pickle.loads(kept.read_bytes())
    assert isinstance(made, Run)
    return made


def _first_publication(output: Path) -> Run:
    """The first publication, built into `output`."""
    output.mkdir()
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
