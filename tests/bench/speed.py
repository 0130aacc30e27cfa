"""Measures how long a build takes beside other makers of the same pages, as a Markdown table.

Usage: python tests/bench/speed.py [--case NAME]... [--runs N] [--scratch DIR]

Everything is timed as a command from a shell would be, start of the program included, but for
`plain WeasyPrint`, whose process does nothing else. Each figure is the median of its runs: five,
or fewer where one takes minutes, as the table says. What is not installed is skipped and named.

The peers set the same HTML: Chromium prints it; plain WeasyPrint sets it in one piece, with page
numbers given to it, which it would have to find by itself. Typst compiles its own form of the
generated publication, without records, checks, tags or a poster.
"""

import argparse
import datetime
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.bench.generated import change_one, generate  # noqa: E402 (the root comes first)
from tests.bench.watched import waits  # noqa: E402

PYTHON = sys.executable
DAY = datetime.date(2026, 11, 23)
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
PLAIN = (
    "import sys; from weasyprint import HTML;"
    "HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/a-2a')"
)


@dataclass
class Took:
    """What the runs of a command took, in s, and the largest process of its tree, in MB."""

    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def as_a_user() -> dict[str, str]:
    """The environment, in which Python keeps what it compiled, as it does for who uses it."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def timed(command: list[str | Path], runs: int, before: Callable[[], None] = lambda: None) -> Took:
    """Run `command` `runs` times, `before` each of them."""
    took = Took()
    for _ in range(runs):
        before()
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=as_a_user(),
        )
        watcher = threading.Thread(target=_weigh, args=(process.pid, took), daemon=True)
        watcher.start()
        said = process.communicate()[0]
        took.seconds.append(time.perf_counter() - start)
        if process.returncode:
            sys.exit(f"{' '.join(map(str, command))} failed:\n{said.decode('utf-8', 'replace')}")
    return took


def _weigh(pid: int, took: Took) -> None:
    """Note the largest process below `pid` while it runs."""
    if not find_spec("psutil"):
        return
    import psutil

    try:
        top = psutil.Process(pid)
        while top.is_running() and top.status() != psutil.STATUS_ZOMBIE:
            for process in (top, *top.children(recursive=True)):
                try:
                    took.megabytes = max(took.megabytes, process.memory_info().rss / 1e6)
                except psutil.Error:
                    continue
            time.sleep(0.03)
    except psutil.Error:
        return


@dataclass
class Bench:
    """A project and its peers, made once and measured in one run; what of an event is edited."""

    folder: Path
    names: tuple[str, ...]
    runs: int
    edited: str = "brief"
    waits: tuple[list[float], list[float]] | None = None

    @property
    def door(self) -> list[str | Path]:
        return [PYTHON, ROOT / "build.py", "--project", self.folder, *self.names]

    def clear(self) -> None:
        """Nothing was ever built here."""
        shutil.rmtree(self.folder / "output", ignore_errors=True)

    def nothing(self) -> Took:
        self.clear()
        timed(self.door, 1)
        return timed(self.door, self.runs)

    def everything(self) -> Took:
        return timed(self.door, self.runs, self.clear)

    def one_event(self) -> Took:
        """A word or two more in the text of one event, another time each run."""
        self.clear()
        timed(self.door, 1)
        words = iter(("جديدة", "أخرى", "ثانية", "مهمة", "واضحة", "لازمة", "قصيرة", "صريحة"))
        return timed(self.door, self.runs, lambda: change_one(self.folder, f"عبارة {next(words)}"))

    def seen(self) -> Took | str:
        """From saving the text of one event to the picture of its page in a browser."""
        waited = self._waited()
        return waited if isinstance(waited, str) else Took(waited[0])

    def watched(self) -> Took | str:
        """The same to its verdict, less the half second that the bar allows beside."""
        waited = self._waited()
        return waited if isinstance(waited, str) else Took([s - 0.5 for s in waited[1]])

    def _waited(self) -> tuple[list[float], list[float]] | str:
        if not (find_spec("playwright") and shutil.which("chromium")):
            return "playwright or chromium is not installed"
        if not self.waits:
            self.clear()
            timed(self.door, 1)
            words = iter(("جديدة", "أخرى", "ثانية", "مهمة", "واضحة", "لازمة", "قصيرة", "صريحة"))
            self.waits = waits(
                self.folder,
                self.runs,
                lambda: change_one(self.folder, f"عبارة {next(words)}", self.edited),
            )
        return self.waits

    def pages(self) -> list[Path]:
        """The same HTML in one piece each, every link with its page number."""
        from press.fingerprint import content_fingerprint
        from press.layout.layout import layout
        from press.pipeline import Watch, check
        from press.project import Project
        from press.render.folios import ids, with_folios
        from press.render.render import plain_dress, render
        from press.typeset.measure import heights
        from press.workers import alone

        project = Project(self.folder, self.folder / "output", DAY)
        edition, _ = check(project, Watch())
        house = edition.masthead.house
        sheets = layout(
            edition,
            content_fingerprint(project),
            [name for name in self.names if name != "web"],
            lambda trials: heights(trials, house, plain_dress("poster"), project, alone(), None),
        )
        made = []
        for name, parts in render(sheets, project).items():
            text = parts[0].text
            for part in parts[1:]:
                body = part.text[part.text.index("<body") : part.text.rindex("</body>")]
                text = text.replace("</body>", body[body.index(">") + 1 :] + "</body>")
            listed = list(ids(text))
            guess = {one: 1 + at * 40 // len(listed) for at, one in enumerate(listed)}
            path = self.folder / f"{name}.html"
            path.write_text(with_folios(text, guess), "utf-8")
            made.append(path)
        for styles in (ROOT / "styles", self.folder / "styles"):
            if styles.is_dir() and styles != self.folder / "styles":
                shutil.copytree(styles, self.folder / "styles", dirs_exist_ok=True)
        return made

    def chromium(self) -> Took | str:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if not program:
            return "chromium is not installed"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
        whole = Took([0.0] * self.runs)
        for page in self.pages():
            out = page.with_suffix(".chromium.pdf")
            took = timed(
                [program, *flags, *quiet, f"--print-to-pdf={out}", page.as_uri()], self.runs
            )
            whole.seconds = [a + b for a, b in zip(whole.seconds, took.seconds, strict=True)]
            whole.megabytes = max(whole.megabytes, took.megabytes)
        return whole

    def typst(self) -> Took | str:
        if not find_spec("typst"):
            return "typst is not installed (pip install typst)"
        source = self.folder / "brief.typ"
        return timed([PYTHON, "-c", TYPST, source, source.with_suffix(".typst.pdf")], self.runs)

    def plain(self) -> Took:
        (page, *_) = self.pages()
        return timed([PYTHON, "-c", PLAIN, page, page.with_suffix(".plain.pdf")], self.runs)


# What was made when the bars were set; tests/bench/prices.py has the price of each form since.
FORMS_OF_OLD = {
    "publication": "{booklet: no, tiles-a4-smaller: no, tiles-a3-smaller: no, web: no}",
    "brief": "{press: no}",
}


def real(scratch: Path, runs: int) -> Bench:
    """A copy of the first publication, with a Typst source of as many events."""
    folder = scratch / "real"
    if not folder.exists():
        shutil.copytree(ROOT / "content", folder / "content")
        for stem, forms in FORMS_OF_OLD.items():
            with (folder / "content" / f"{stem}.yaml").open("a") as told:
                told.write(f"\noutputs: {forms}\n")
        count = len(list((ROOT / "content" / "events").glob("*.yaml")))
        generate(scratch / "as many", count)
        shutil.copy(scratch / "as many" / "brief.typ", folder)
    return Bench(folder, ("brief", "poster"), runs)


def poster(scratch: Path, runs: int) -> Bench:
    """A copy of the first publication that makes nothing but its poster."""
    folder = scratch / "poster"
    if not folder.exists():
        shutil.copytree(ROOT / "content", folder / "content")
        for brief in (folder / "content").glob("brief*.yaml"):
            brief.unlink()
        with (folder / "content" / "publication.yaml").open("a") as told:
            told.write("\noutputs: {web: no}\n")
    return Bench(folder, ("poster",), runs, "poster")


def whole(scratch: Path, runs: int) -> Bench:
    """A copy of the first publication with all files of today, the web page too."""
    folder = scratch / "whole"
    if not folder.exists():
        shutil.copytree(ROOT / "content", folder / "content")
    return Bench(folder, ("brief", "poster", "web"), runs)


def made(scratch: Path, runs: int, count: int) -> Bench:
    """A generated publication of `count` events, in the form that it had when the bars were set."""
    folder = scratch / str(count)
    if not folder.exists():
        folder.mkdir(parents=True)
        generate(folder, count)
        with (folder / "content" / "publication.yaml").open("a") as told:
            told.write("outputs: {press: no, booklet: no, web: no}\n")
    return Bench(folder, ("brief",), runs)


# Instead of a number of events.
REAL, WHOLE, POSTER = 0, -1, -2
# Name: what is measured, of how many events (`REAL`: the first publication; `WHOLE`: in all its
# files of today; `POSTER`: its poster alone), with so many runs, beside which peers: name and bar.
CASES: dict[str, tuple[str, int, int, tuple[tuple[str, float], ...]]] = {
    "real-nothing": ("nothing", REAL, 5, (("typst", 0.7),)),
    "real-all": ("everything", REAL, 3, (("chromium", 2.5),)),
    "real-today": ("everything", WHOLE, 3, (("chromium", 0),)),
    "real-one": ("one_event", REAL, 5, (("chromium", 1.0),)),
    "real-seen": ("seen", REAL, 5, (("chromium", 0.3),)),
    "real-watch": ("watched", REAL, 5, (("chromium", 0.6),)),
    "poster-seen": ("seen", POSTER, 5, (("chromium", 1.0),)),
    "25-all": ("everything", 25, 5, (("chromium", 0), ("typst", 0), ("plain", 0))),
    "250-all": ("everything", 250, 3, (("chromium", 0), ("typst", 0), ("plain", 0))),
    "250-seen": ("seen", 250, 5, (("chromium", 0.35),)),
    "250-one": ("one_event", 250, 5, (("chromium", 1.0), ("typst", 0))),
    "2500-all": ("everything", 2500, 1, (("plain", 0.55), ("chromium", 2.0))),
    "2500-seen": ("seen", 2500, 3, (("chromium", 0.06),)),
    "2500-watch": ("watched", 2500, 3, (("chromium", 0.35),)),
    "2500-one": ("one_event", 2500, 3, (("typst", 0), ("chromium", 0.35))),
}


def main() -> None:
    """Print a row for each case and peer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", action="append", choices=CASES, help="only this; again for more")
    parser.add_argument("--runs", type=int, help="as many runs of everything")
    parser.add_argument("--scratch", type=Path, help="keep the projects here")
    asked = parser.parse_args()
    scratch = asked.scratch or Path(tempfile.mkdtemp(prefix="warraq-bench-"))
    print("| case | runs | ours, s | largest process, MB | beside | s | MB | ratio | bar |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    times: dict[str, float] = {}
    benches: dict[tuple[int, int], Bench] = {}
    skipped = []
    for name in asked.case or CASES:
        what, count, runs, peers = CASES[name]
        key = count, asked.runs or runs
        if key not in benches:
            copies = {REAL: real, WHOLE: whole, POSTER: poster}
            benches[key] = (
                copies[count](scratch, key[1]) if count in copies else made(scratch, key[1], count)
            )
        bench = benches[key]
        ours: Took | str = getattr(bench, what)()
        if isinstance(ours, str):
            skipped.append(f"{name}: {ours}")
            continue
        times[name] = ours.median
        for peer, bar in peers:
            theirs = getattr(bench, peer)()
            if isinstance(theirs, str):
                skipped.append(f"{name}: {theirs}")
                continue
            ratio = ours.median / theirs.median
            verdict = f"{bar:g} {'met' if ratio <= bar else 'MISSED'}" if bar else ""
            print(
                f"| {name} | {bench.runs} | {ours.median:.2f} | {ours.megabytes:.0f} | {peer} | "
                f"{theirs.median:.2f} | {theirs.megabytes:.0f} | {ratio:.2f} | {verdict} |",
                flush=True,
            )
    if {"250-all", "2500-all"} <= times.keys():
        growth = times["2500-all"] / times["250-all"]
        print(f"\ngrowth, 2,500 events over 250: {growth:.1f} (bar 10.5)")
    print("".join(f"\nskipped: {line}" for line in skipped))
    if asked.scratch is None:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
