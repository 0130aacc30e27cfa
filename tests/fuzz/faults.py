"""Breaks builds: kills them, fills their disk, damages what they kept, lets two run at once.

A small brief is built in one edition and then, with another word, in the next. Whatever happens to
that second build, the files that stand after the next command are those of one edition, and the
build after that makes the second, whole.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from press.project import HOME
from press.stamps import STAMPS
from tests.support.processes import begin
from tests.support.small import tiny

EVENT = "content/events/opening.yaml"
LONG_S = 300  # a bound on every wait, for a busy machine
# Runs the front door in a process where one step of so many that touch a file ends it, or fails.
STEPS = """
import os, runpy, sys
sys.path.insert(0, os.getcwd())
from tests.fuzz.steps import fail_at
fail_at(int(sys.argv[1]), sys.argv[2])
sys.argv = ["build.py", *sys.argv[3:]]
runpy.run_path("build.py", run_name="__main__")
"""


@dataclass(slots=True)
class Came:
    """What came of a fault; a word each for what is wrong."""

    name: str
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bench:
    """A project in two editions: the first as it was built, and the files of both."""

    first: Path
    editions: tuple[dict[str, bytes], dict[str, bytes]]
    seconds: float


def command(root: Path, *words: str) -> list[str]:
    return [sys.executable, "build.py", "--project", str(root), *words]


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(root, *words),
        cwd=HOME,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=LONG_S,
    )


def files(root: Path) -> dict[str, bytes]:
    """The products that stand in the output of a project."""
    return {path.name: path.read_bytes() for path in sorted((root / "output").glob("*.pdf"))}


def change(root: Path) -> None:
    path = root / EVENT
    path.write_text(path.read_text("utf-8").replace("افتُتحت", "فُتحت"), "utf-8")


def bench(folder: Path) -> Bench:
    """Both editions, built in peace."""
    first = tiny(folder / "first").root
    (first / "content" / "publication.yaml").write_text(
        "title: كتاب صغير\nlanguage: ar\noutputs: {booklet: no}\n", "utf-8"
    )
    assert run(first, "build", "brief").returncode == 0
    second = folder / "second"
    shutil.copytree(first, second)
    change(second)
    start = time.monotonic()
    assert run(second, "build", "brief").returncode == 0
    seconds = time.monotonic() - start
    made = files(first), files(second)
    assert made[0] != made[1]
    return Bench(first, made, seconds)


Fault = Callable[[Path, "Bench"], str]


def killed(share: float, number: int) -> Fault:
    """A signal at a share of the time that a build takes."""

    def fault(root: Path, held: Bench) -> str:
        building = begin(
            command(root, "build", "--jobs", "2", "brief"), cwd=HOME,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        time.sleep(share * held.seconds)
        building.send_signal(number)
        _, said = building.communicate(timeout=LONG_S)
        _reap(building.pid)
        return said

    return fault


def _reap(group: int) -> None:
    """Until the processes of a build are gone; what is left of them then is ended."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    raise AssertionError("processes were left behind")


def at_step(number: int, how: str) -> Fault:
    """A step that touches a file ends the process, or finds the disk full or read-only."""

    def fault(root: Path, held: Bench) -> str:
        words = [
            sys.executable, "-c", STEPS, str(number), how, "--project", str(root), "build", "brief",
        ]  # fmt: skip
        done = subprocess.run(
            words, cwd=HOME, capture_output=True, text=True, errors="replace", timeout=LONG_S
        )
        return done.stderr

    return fault


def two_at_once(root: Path, held: Bench) -> str:
    """Two builds of one project begin at the same time."""
    both = [
        subprocess.Popen(
            command(root, "build", "--force", "brief"), cwd=HOME, text=True, errors="replace",
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]  # fmt: skip
    return "".join(one.communicate(timeout=LONG_S)[1] for one in both)


def damaged(seed: int, pattern: str) -> Fault:
    """What was kept is changed, cut, filled, or a folder or link stands in its place."""

    def fault(root: Path, held: Bench) -> str:
        draw = random.Random(seed)
        kept = sorted(path for path in (root / "output").rglob(pattern) if path.is_file())
        for path in kept:
            data = bytearray(path.read_bytes())
            match draw.randrange(5):
                case 0 if data:
                    data[draw.randrange(len(data))] ^= 0xFF
                    path.write_bytes(data)
                case 1:
                    path.write_bytes(data[: len(data) // 2])
                case 2:
                    path.write_bytes(b"[" * 100_000)
                case 3 if path.name != STAMPS:  # somebody's folder is left where it is, and named
                    path.unlink()
                    path.mkdir()
                case _:
                    path.unlink()
                    path.symlink_to("/dev/zero")
        return run(root, "build", "brief").stderr

    return fault


def all_faults() -> dict[str, Fault]:
    """Sixty faults and a few more, by name."""
    found: dict[str, Fault] = {}
    for n in range(14):
        found[f"killed at {n / 13:.2f} of the build"] = killed(0.1 + 0.9 * n / 13, signal.SIGKILL)
    for n in range(4):
        found[f"ended at {n / 3:.2f} of the build"] = killed(0.15 + 0.8 * n / 3, signal.SIGTERM)
        found[f"interrupted at {n / 3:.2f} of the build"] = killed(
            0.15 + 0.8 * n / 3, signal.SIGINT
        )
    for n in range(18):
        found[f"killed at step {n}"] = at_step(n, "kill")
    for n in range(0, 18, 3):
        found[f"disk full at step {n}"] = at_step(n, "full")
        found[f"read-only at step {n}"] = at_step(n, "read-only")
    found["two builds at once"] = two_at_once
    found["two builds at once, again"] = two_at_once
    for n in range(4):
        found[f"kept work damaged, {n}"] = damaged(n, ".kept/**/*")
        found[f"stamps damaged, {n}"] = damaged(n, STAMPS)
    return found


def suffer(name: str, fault: Fault, held: Bench, folder: Path) -> Came:
    """What came of a fault in a copy of the bench."""
    came = Came(name)
    root = folder / "project"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(held.first, root)
    change(root)
    try:
        said = fault(root, held)
        after = run(root, "check")  # finishes or undoes what was begun
        stand = files(root)
        again = run(root, "build", "brief")
    except subprocess.TimeoutExpired:
        came.wrong.append("hang")
        return came
    except AssertionError:
        came.wrong.append("leaked")
        return came
    if "Traceback" in said + after.stderr + again.stderr:
        came.wrong.append("traceback")
    whole = stand in held.editions
    if not whole or again.returncode != 0 or files(root) != held.editions[1]:
        came.wrong.append("lost")
    known = {STAMPS, ".kept"}
    if any(p.name.startswith(".") and p.name not in known for p in (root / "output").iterdir()):
        came.wrong.append("leaked")
    return came


def faults(folder: Path, names: tuple[str, ...] = ()) -> Iterator[Came]:
    """What came of every fault, or of those named."""
    held = bench(folder)
    for name, fault in all_faults().items():
        if not names or name in names:
            yield suffer(name, fault, held, folder)
