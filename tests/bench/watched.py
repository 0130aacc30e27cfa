"""How long an editor who watches waits, from saving a record: for its page, for its verdict."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Error, Page

from tests.support.browser import browsing

ROOT = Path(__file__).resolve().parent.parent.parent
# Every page as it is shown, in a few letters each: a picture is its own text in the proof.
PICTURES = """[...document.querySelectorAll('#pages a.leaf img')]
    .map((i) => i.src.length + i.src.slice(-48)).join()"""
PATIENCE_S = 180.0
# What the frame says of the pages that are shown.
STATE = "document.getElementById('watch-frame')?.dataset.state ?? ''"
# How often is looked, in s: to ask a browser takes time from the processes that build.
LOOK_S = 0.1

T = TypeVar("T")


def waits(folder: Path, runs: int, change: Callable[[], None]) -> tuple[list[float], list[float]]:
    """Watch the project in `folder`, `change` it `runs` times: s until seen, s until judged.

    The first change, in which the processes warm up, is not counted. Raises TimeoutError.
    """
    env = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "build.py"), "watch", "--project", str(folder)],
            stdout=said, stderr=said, start_new_session=True, env=env,
        )  # fmt: skip
        try:
            address = _until(lambda: _address(said.fileno()))
            with browsing() as browser:
                page = browser.new_page()
                page.goto(address)
                _until(lambda: _shown(page) and _said(page) == "passed")
                seen, judged = [], []
                for _ in range(runs + 1):
                    before = _shown(page)
                    start = time.perf_counter()
                    change()
                    _until(lambda before=before: _shown(page) not in ("", before))
                    seen.append(time.perf_counter() - start)
                    _until(lambda: _said(page) == "passed")
                    judged.append(time.perf_counter() - start)
                    time.sleep(1.0)  # what is still being drawn or kept is not of the next
                return seen[1:], judged[1:]
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(30)


def _address(said: int) -> str:
    told = os.pread(said, 10_000, 0).decode("utf-8", "replace")
    return told.split("the proof: ")[1].split()[0] if "Ctrl-C" in told else ""


def _shown(page: Page) -> str:
    try:
        return str(page.evaluate(PICTURES))
    except Error:
        return ""  # it is just being loaded again


def _said(page: Page) -> str:
    try:
        return str(page.evaluate(STATE))
    except Error:
        return ""


def _until(ask: Callable[[], T]) -> T:
    """What is answered once it is anything."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(LOOK_S)
    raise TimeoutError(f"nothing came in {PATIENCE_S:.0f} s")
