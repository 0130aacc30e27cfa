"""Work that would take too long or too much memory is ended, and told so; other work is not."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from press.bounds import TooMuch, bounded
from press.render import render
from press.typeset import complaints as setting
from tests.support.projects import OURS
from tests.test_cases import lay_over, set_brief

COVER = "templates/brief/cover.html"
LOOPS = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x" + (
    "{% endfor %}" * 3
)
USES = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
BOMB = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="100"><defs>'
    f'<rect id="g0" width="1" height="1"/>{USES}</defs><use href="#g8"/></svg>'
)


def endless() -> None:
    while True:
        try:
            time.perf_counter()
        except Exception:  # what runs may take whatever it likes for its own fault
            continue


def test_what_does_not_end_is_ended():
    with pytest.raises(TooMuch, match="more than 0 seconds of the processor's time"), bounded(0.2):
        endless()


def test_what_fills_the_memory_is_ended():
    held = []
    with pytest.raises(TooMuch, match="50 megabytes of memory"), bounded(60, megabytes=50):
        while True:
            held.append(bytearray(1_000_000))


def test_who_waits_takes_no_time_and_nothing_is_left_behind():
    before = threading.active_count()
    with bounded(0.1):
        threading.Event().wait(0.5)
    assert threading.active_count() == before
    assert sum(range(100_000)) > 0  # nothing is raised in what comes after


def test_who_takes_every_exception_does_not_hide_it():
    def swallowing() -> None:
        try:
            endless()
        except BaseException:  # as WeasyPrint does around a drawing
            return

    with pytest.raises(TooMuch), bounded(0.2):
        swallowing()


def test_a_profiler_goes_on_after_it():
    code = (
        "import cProfile\nfrom press.bounds import TooMuch, bounded\n"
        "def work():\n"
        "    with bounded(9): sum(range(10))\n"
        "    try:\n"
        "        with bounded(0.1):\n"
        "            while True: pass\n"
        "    except TooMuch: return [str(n) for n in range(1000)]\n"
        "assert len(cProfile.Profile().runcall(work)) == 1000"
    )
    subprocess.run([sys.executable, "-c", code], timeout=60, check=True)


def test_another_thread_is_bounded_by_itself():
    found: list[BaseException] = []

    def work() -> None:
        try:
            with bounded(0.2):
                endless()
        except TooMuch as error:
            found.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(found) == 1


def cover(folder: Path, text: str) -> Path:
    """A project with the base's content, and a cover that holds `text`."""
    lay_over(Path("nothing"), folder)
    (folder / "templates" / "brief").mkdir(parents=True)
    ours = (OURS.home / COVER).read_text("utf-8")
    (folder / COVER).write_text(ours + text, "utf-8")
    return folder


def test_loops_in_loops_of_a_template_are_named_at_their_line(tmp_path, monkeypatch):
    monkeypatch.setattr(render, "FILL_S", 0.5)
    (found,) = set_brief(cover(tmp_path, LOOPS))
    assert found.code == "render/template-failed"
    assert found.place.path in (COVER, "templates/brief.html")  # that includes it
    assert found.place.line > 1
    assert "processor's time" in found.message


def test_a_drawing_of_drawings_of_drawings_is_named_with_its_part(tmp_path, monkeypatch):
    monkeypatch.setattr(setting, "SET_S", 4)
    (found,) = set_brief(cover(tmp_path, BOMB))
    assert found.code == "typeset/failed"
    assert "part 1" in found.message and "processor's time" in found.message
