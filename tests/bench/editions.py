"""Measures many small editions in one run beside each in a process of its own, as Markdown tables.

Usage: python tests/bench/editions.py [--count N] [--own N] [--scratch DIR]

The editions are made from seeds; each is a brief of `EVENTS` events with a press file and a
booklet. An edition alone is built by a process of its own; a run makes all of them with one worker
and with two, and once more with one that is killed on the way. Seconds of the processor are told
beside those of the clock: the latter depend on what else the machine does.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.bench.generated import generate  # noqa: E402
from tests.bench.speed import as_a_user  # noqa: E402

EVENTS = 4
PARTS = "parts: [cover, contents, chapters, sources, colophon]\n"
DOOR = [sys.executable, str(ROOT / "build.py")]


@dataclass(frozen=True)
class Cost:
    """What a run took, by the clock and of the processor, in s; the largest process, in MB."""

    clock: float
    processor: float
    megabytes: float


def cost(command: list[str], kill_after: float = 0.0) -> Cost:
    """What `command` takes with all its processes; a worker is killed after so many seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=as_a_user()
    )
    largest = [0.0]
    spent: dict[int, float] = {}
    watched = (process.pid, largest, spent, kill_after)
    watcher = threading.Thread(target=_watch, args=watched, daemon=True)
    watcher.start()
    said = process.communicate()[0]
    clock = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    return Cost(clock, sum(spent.values()), largest[0])


def _watch(pid: int, largest: list[float], spent: dict[int, float], kill_after: float) -> None:
    """Note the largest process below `pid` and what each spent, and kill a worker once.

    Workers are no children of the process that is waited for, so the system counts none of theirs.
    """
    import psutil

    end = time.monotonic() + kill_after if kill_after else float("inf")
    try:
        top = psutil.Process(pid)
        while top.is_running() and top.status() != psutil.STATUS_ZOMBIE:
            tree = top.children(recursive=True)
            for process in (top, *tree):
                try:
                    largest[0] = max(largest[0], process.memory_info().rss / 1e6)
                    times = process.cpu_times()
                except psutil.Error:
                    continue
                spent[process.pid] = times.user + times.system
            if time.monotonic() > end:
                end = float("inf")
                max(tree, key=lambda one: spent.get(one.pid, 0.0)).kill()
            time.sleep(0.05)
    except psutil.Error:
        return


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="so many editions in a run")
    parser.add_argument("--own", type=int, default=5, help="so many built alone")
    parser.add_argument("--scratch", type=Path, help="keep the editions here")
    asked = parser.parse_args()
    scratch = asked.scratch or Path(tempfile.mkdtemp(prefix="warraq-editions-"))
    for number in range(asked.count):
        if not (folder := scratch / f"edition-{number:03}").exists():
            generate(folder, EVENTS, seed=number)
            with (folder / "content" / "brief.yaml").open("a", encoding="utf-8") as brief:
                brief.write(PARTS)

    def run(workers: int, few: int = 0, kill_after: float = 0.0) -> Cost:
        for output in scratch.glob("*/output"):
            shutil.rmtree(output)
        shutil.rmtree(scratch / ".kept", ignore_errors=True)
        share = ["--shard", f"1/{asked.count // few}"] if few else []
        pattern = ["--projects", f"{scratch}/edition-*", *share]
        made = cost([*DOOR, "build", *pattern, "--jobs", str(workers)], kill_after)
        summary = "editions.json" if not share else f"editions-1-of-{asked.count // few}.json"
        told = json.loads((scratch / summary).read_bytes())
        if told["refused"] or not told["done"]:
            sys.exit(json.dumps(told["editions"][0], ensure_ascii=False, indent=1))
        return made

    own = [
        cost([*DOOR, "build", "--project", str(folder), "--jobs", "1"])
        for folder in sorted(scratch.glob("edition-*"))[: asked.own]
    ]
    quarter = run(1, few=max(2, asked.count // 4))
    one, two = run(1), run(2)
    killed = run(2, kill_after=two.clock / 2)
    print("| run | editions | by the clock, s an edition | of the processor, s an edition | MB |")
    print("| --- | --- | --- | --- | --- |")
    alone = Cost(
        sum(c.clock for c in own), sum(c.processor for c in own), max(c.megabytes for c in own)
    )
    rows = [("each alone", asked.own, alone), ("one worker", asked.count, one)]
    rows += [("two workers", asked.count, two), ("two, one killed", asked.count, killed)]
    for name, count, made in rows:
        print(
            f"| {name} | {count} | {made.clock / count:.2f} | {made.processor / count:.2f} "
            f"| {made.megabytes:.0f} |"
        )
    each = one.clock / asked.count
    print(f"\nan hour on two workers, of that on one: {one.clock / two.clock:.2f} (bar 1.8)")
    print(f"an edition in a run, of one alone: {each / (alone.clock / asked.own):.2f} (bar 0.6)")
    spent = one.processor / asked.count / (alone.processor / asked.own)
    print(f"the same, of the processor: {spent:.2f}")
    print(f"a killed worker costs, in editions: {(killed.clock - two.clock) / each:.2f} (bar 1)")
    lost = (killed.processor - two.processor) / (one.processor / asked.count)
    print(f"the same, of the processor of both: {lost:.2f}")
    print(f"memory, of that after a quarter: {one.megabytes / quarter.megabytes:.2f}")
    if asked.scratch is None:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
