"""streams: what a command says and how it ends, whatever becomes of its streams and signals."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.door import DOOR
from tests.support.processes import alive, begin

ROOT = Path(__file__).resolve().parents[2]
# A bound on every wait, for a busy machine; what is measured is printed, not held.
LONG_S = 120


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "cases" / "base" / "content", tmp_path / "content")
    return tmp_path


def told(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*DOOR, "--project", str(project), *words],
        capture_output=True,
        text=True,
        errors="replace",
        env={**os.environ, **environment},
        timeout=LONG_S,
    )


def advised(said: str) -> str:
    """What stands on stderr below the one advice that a check of the base gives, which is held."""
    advice, hint, *rest = said.splitlines(keepends=True)
    assert "content/brief.yaml: advice: no profile of a press is named" in advice
    assert advice.endswith("[bind/default-profile]\n")
    assert hint.startswith("  hint: ask the print shop")
    return "".join(rest)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_stream_of_another_encoding_gets_replacements(project, encoding):
    done = told(project, "check", PYTHONIOENCODING=encoding)
    assert (done.returncode, advised(done.stderr)) == (0, "")
    assert "3 records" in done.stdout
    rows = told(project, "facts", PYTHONIOENCODING=encoding)
    assert (rows.returncode, rows.stderr) == (0, "")
    (line,) = told(project, "--json", "check", PYTHONIOENCODING=encoding).stdout.splitlines()
    assert "المطبعة" in json.loads(line)["hint_ar"]  # nothing of it is lost


@pytest.mark.parametrize("epoch", ["abc", "1.5", "99999999999999"])
def test_a_date_of_the_build_that_is_none_is_wrong_usage(project, epoch):
    done = told(project, "check", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH is no whole number" in done.stderr


@pytest.mark.parametrize(
    "words", [("facts", "--status", "nosuch"), ("facts", "--source", "nosuch")]
)
def test_a_status_or_source_that_is_not_there_is_wrong_usage(project, words):
    done = told(project, *words)
    assert done.returncode == 2
    assert "nosuch" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_stream_that_is_full_ends_in_a_sentence(project):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*DOOR, "--project", str(project), "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=LONG_S,
        )
    assert done.returncode == 1
    assert advised(done.stderr) == "what was to be said cannot be: No space left on device\n"


def test_a_stream_that_is_closed_is_no_fault(project):
    command = ["sh", "-c", 'exec "$@" >&-', "sh", *DOOR, "--project", str(project), "check"]
    done = subprocess.run(command, stderr=subprocess.PIPE, timeout=LONG_S)
    assert (done.returncode, advised(done.stderr.decode())) == (0, "")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look into")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_build_at_once_and_leaves_nothing_running(project, number):
    command = [*DOOR, "--project", str(project), "build", "--jobs", "2", "brief"]
    build = begin(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + LONG_S
    # Its processes: itself, two that help Python start others, and the two that typeset.
    while len(alive(build.pid)) < 5 and time.monotonic() < until:
        assert build.poll() is None, build.communicate()
        time.sleep(0.05)
    build.send_signal(number)
    sent = time.monotonic()
    _, said = build.communicate(timeout=LONG_S)
    print(f"ended after {time.monotonic() - sent:.1f} s")
    assert build.returncode in (1, 130)
    assert "Traceback" not in said
    while alive(build.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert alive(build.pid) == []
    left = [path.name for path in (project / "output").glob("*") if path.name != ".kept"]
    assert left == []


# Runs the front door after these words.
FRONT = """
import os, runpy, signal, sys
{before}
sys.argv = ["build.py", *sys.argv[1:]]
runpy.run_path("build.py", run_name="__main__")
"""
WHEN_CLICK_IS_IMPORTED = """
class Finder:
    def find_spec(self, name, *rest):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
"""
ENDLESS = """
sys.path.insert(0, os.getcwd())
from press.processes import processes
processes.__defaults__ = (("tests.support.endless",),)
"""


def front(before: str, *words: str) -> subprocess.Popen[str]:
    code = FRONT.format(before=before)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return begin([sys.executable, "-c", code, *words], cwd=ROOT, **streams)


def test_who_is_interrupted_while_python_imports_ends_without_a_word(project):
    check = front(WHEN_CLICK_IS_IMPORTED, "--project", str(project), "check")
    assert check.communicate(timeout=LONG_S) == ("", "")
    assert check.returncode == -signal.SIGINT


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look into")
def test_who_is_interrupted_does_not_wait_for_processes_to_begin(project):
    """The one that starts the others imports the engine first, here without end."""
    build = front(ENDLESS, "--project", str(project), "build", "--jobs", "2", "brief")
    tasks = Path(f"/proc/{build.pid}/task")
    while len(alive(build.pid)) < 3 or len(list(tasks.iterdir())) < 2:
        assert build.poll() is None, build.communicate()
        time.sleep(0.05)
    build.send_signal(signal.SIGINT)
    _, said = build.communicate(timeout=LONG_S)
    assert build.returncode in (1, 130)
    assert "Traceback" not in said
    until = time.monotonic() + LONG_S
    while alive(build.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert alive(build.pid) == []
