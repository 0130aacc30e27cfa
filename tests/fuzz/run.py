"""Tries thousands of hostile inputs and some sixty faults, and prints what came of them as a table.

`make fuzz` runs it. An input that is answered by an exception, by nothing in its time, by the end
of the process or with the words of a file outside the project is named with its number, by which
it can be made again: tests/fuzz/inputs.py draws it from the kind and the number alone.
"""

import importlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.fuzz.faults import faults  # noqa: E402
from tests.fuzz.hostile import SECRET  # noqa: E402
from tests.fuzz.inputs import KINDS, inputs  # noqa: E402

# An input that is not answered in so many seconds is taken to hang; so many share a process.
PATIENCE_S = 120
BATCH = 150
WRONG = ("traceback", "hang", "lost", "leaked")


def batch(kind: str, first: int, last: int) -> None:
    """Print a line of JSON for every input from `first` to `last`."""
    with tempfile.TemporaryDirectory() as folder:
        for number, came in inputs(kind, first, last, Path(folder)):
            if isinstance(came, BaseException):
                said, outcome = f"{type(came).__name__}: {came}"[:200], "traceback"
            else:
                said, outcome = "", "leaked" if SECRET in came.said else came.outcome
            print(json.dumps((number, outcome, said)), flush=True)


def tried(kind: str, first: int, last: int) -> Counter[str]:
    """What came of these inputs, counted; each batch in a process of its own, which may die."""
    count: Counter[str] = Counter()
    while first < last:
        words = [sys.executable, __file__, kind, str(first), str(min(last, first + BATCH))]
        began = first
        try:
            done = subprocess.run(
                words, capture_output=True, text=True, errors="replace", timeout=PATIENCE_S * 10
            )
            lines, lost = done.stdout.splitlines(), "lost" if done.returncode else ""
        except subprocess.TimeoutExpired as late:
            lines = (late.stdout or b"").decode("utf-8", "replace").splitlines()
            lost = "hang"
        for line in (line for line in lines if line.startswith("[")):
            number, outcome, said = json.loads(line)
            count[outcome] += 1
            first = number + 1
            if outcome in WRONG:
                print(f"{kind} {number}: {outcome} {said}", flush=True)
        if lost:
            print(f"{kind} {first}: {lost}", flush=True)
            count[lost] += 1
            first += 1
        elif first == began:
            raise SystemExit(f"nothing was tried of {kind} from {first} on")
    return count


def row(kind: str, count: Counter[str]) -> str:
    """A row of the table."""
    cells = (sum(count.values()), count["refused"], count["accepted"], *(count[w] for w in WRONG))
    return f"| {kind} | " + " | ".join(map(str, cells)) + " |"


def main() -> int:
    """Run all, print the table; 1 when anything is wrong."""
    rows, wrong = [], 0
    for kind, (_, number) in KINDS.items():
        count = tried(kind, 0, number)
        rows.append(row(kind, count))
        wrong += sum(count[word] for word in WRONG)
    with tempfile.TemporaryDirectory() as folder:
        count = Counter()
        for came in faults(Path(folder)):
            count.update(came.wrong[:1] or ["accepted"])
            if came.wrong:
                print(f"{came.name}: {', '.join(came.wrong)}", flush=True)
    rows.append(row("faults", count))
    wrong += sum(count[word] for word in WRONG)
    print("| kind | tried | refused | accepted | " + " | ".join(WRONG) + " |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: |", *rows, sep="\n")
    if importlib.util.find_spec("tests.fuzz.posters"):
        wrong += bool(importlib.import_module("tests.fuzz.posters").main())
    return bool(wrong)


if __name__ == "__main__":
    if sys.argv[1:]:
        batch(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main())
