"""Measures the price of the web page, as a Markdown table: seconds, bytes, first paint.

Usage: python tests/bench/web.py [--events N] [--runs N]

The first publication, and one of N generated events (250). Seconds are those of one process with
nothing kept from before, medians of the runs; the paint is the first with content in Chromium at
390 px, its processor four times slower than this one, as a telephone's may be.
"""

import argparse
import datetime
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from press.bind.web.faces import embed_faces  # noqa: E402 (the root comes first)
from press.fingerprint import content_fingerprint  # noqa: E402
from press.layout.web.web import lay_out_web  # noqa: E402
from press.pipeline import Watch, check  # noqa: E402
from press.preflight.web.web import judge_web  # noqa: E402
from press.project import Project  # noqa: E402
from press.render.web import render_web  # noqa: E402
from press.workers import alone  # noqa: E402
from tests.bench.generated import generate  # noqa: E402
from tests.support.browser import browsing  # noqa: E402

DAY = datetime.date(2026, 11, 23)
STEPS = ("laid out", "rendered", "faces", "read back")
BESIDE = ("timeline.json",)
T = TypeVar("T")


def measured(project: Project, runs: int) -> tuple[dict[str, float], str]:
    """The median seconds of each step for a project, and the page."""
    edition, _ = check(project, Watch())
    fingerprint = content_fingerprint(project)
    took: dict[str, list[float]] = {step: [] for step in STEPS}

    def timed(step: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        made = work()
        took[step].append(time.perf_counter() - start)
        return made

    html = ""
    for _ in range(runs):
        sheet = timed("laid out", lambda: lay_out_web(edition, fingerprint, ()))
        bare = timed("rendered", lambda held=sheet: render_web(held, project, {}).text)
        html = timed("faces", lambda held=bare: embed_faces(held, alone(), None))
        found, _ = timed(
            "read back", lambda held=html, of=sheet: judge_web(held, BESIDE, of, edition)
        )
        if found:
            sys.exit("\n".join(one.lines() for one in found[:5]))
    return {step: statistics.median(seconds) for step, seconds in took.items()}, html


def first_paint(html: str, runs: int) -> float:
    """Milliseconds to the first paint with content."""
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        path = Path(folder) / "index.html"
        path.write_text(html, "utf-8")
        found = []
        for _ in range(runs):
            page = browser.new_page(viewport={"width": 390, "height": 844})
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(path.as_uri())
            page.wait_for_function(
                "performance.getEntriesByName('first-contentful-paint').length > 0"
            )
            found.append(
                page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            )
            page.close()
        return statistics.median(found)


def main() -> None:
    """Print a row for each publication."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=250)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    heads = [f"{step}, s" for step in STEPS]
    print(f"| publication | {' | '.join(heads)} | page, kB | first paint, ms |")
    print("| --- " * (len(STEPS) + 3) + "|")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        generate(folder, asked.events)
        projects = {
            "the first": Project(ROOT, ROOT / "output", DAY),
            f"{asked.events} events": Project(folder, folder / "output", DAY),
        }
        for name, project in projects.items():
            took, html = measured(project, asked.runs)
            cells = [f"{took[step]:.2f}" for step in STEPS]
            paint = first_paint(html, asked.runs)
            size = len(html.encode()) / 1000
            print(f"| {name} | {' | '.join(cells)} | {size:.0f} | {paint:.0f} |", flush=True)


if __name__ == "__main__":
    main()
