"""Pages are set while records are audited, and what was just read is not read again."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from press import pipeline
from press.audit.audit import audit
from press.cache import open_store
from press.diagnostics import Refusal
from press.pipeline import Watch, build, read
from press.workers import Crew
from tests.support.small import tiny

ROOT = Path(__file__).resolve().parent.parent
LONG_S = 300  # a bound on every wait, for a busy machine


class Crowd(Crew):
    """A crew of one, which tells when it is asked for something."""

    def __init__(self):
        super().__init__([ThreadPoolExecutor(1)])
        self.asked = threading.Event()

    def submit(self, *of, **how):
        promise = super().submit(*of, **how)
        self.asked.set()
        return promise


@pytest.fixture
def crew(monkeypatch):
    """A crew that is asked for pages before the audit ends."""

    def audit_late(*of):
        assert crew.asked.wait(LONG_S)
        return audit(*of)

    monkeypatch.setattr("press.pipeline.audit", audit_late)
    with Crowd() as crew:
        yield crew


def test_pages_are_asked_for_before_the_audit_ends(crew, tmp_path):
    made = tiny(tmp_path)
    build(made, ("brief",), Watch(), crew, open_store(made))
    assert (made.output / "brief.pdf").is_file()


def test_what_the_audit_refuses_is_told_alone_and_nothing_is_kept(crew, tmp_path):
    made = tiny(tmp_path)
    event = tmp_path / "content" / "events" / "opening.yaml"
    event.write_text(
        event.read_text("utf-8").replace("{date}.", "{date} ومعها 17400 كتاب."), "utf-8"
    )
    with pytest.raises(Refusal) as refused:
        build(made, ("brief",), Watch(), crew, open_store(made))
    assert [one.code for one in refused.value.diagnostics] == ["audit/unsourced-number"]
    assert not made.output.exists()


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The projects that are read from now on."""
    made: list[object] = []
    load = pipeline.load
    monkeypatch.setattr(pipeline, "load", lambda *told: made.append(told) or load(*told))
    return made


def test_what_was_read_is_read_once(tmp_path, loads):
    project = tiny(tmp_path)
    before = read(project, Watch())
    assert read(project, Watch(), before) is before
    assert len(loads) == 1


def test_what_was_changed_since_is_read_again_though_it_says_the_same(tmp_path, loads):
    project = tiny(tmp_path)
    before = read(project, Watch())
    path = project.root / "content" / "publication.yaml"
    state = path.stat()
    text = path.read_bytes()
    path.write_bytes(text + b"# other\n")
    path.write_bytes(text)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert read(project, Watch(), before).edition == before.edition
    assert len(loads) == 2


def test_what_was_read_on_another_day_is_read_again(tmp_path, loads):
    project = tiny(tmp_path)
    before = read(replace(project, today=project.today - timedelta(1)), Watch())
    assert read(project, Watch(), before) == read(project, Watch())
    assert len(loads) == 3


def test_what_makes_the_web_page_is_imported_when_pages_are_set():
    asked = "import sys, press.pipeline; sys.exit('press.website' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=False).returncode == 0
