"""Pages are set while records are audited; what the audit refuses is told as if none were."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from press.audit.audit import audit
from press.cache import open_store
from press.diagnostics import Refusal
from press.pipeline import Watch, build
from press.workers import Crew
from tests.support.small import tiny

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
