"""What each output adds to a build from nothing: the first publication, form by form, as a table.

Usage: python tests/bench/prices.py [--runs N]

Every row is a build of one product in its PDF and in one form beside, from nothing, against the
build of its PDF alone in the same run.
"""

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from press.products import FORMS, SITE, Kind, forms_of  # noqa: E402 (the root comes first)
from tests.bench.speed import Bench, Took  # noqa: E402

KINDS: tuple[Kind, ...] = ("brief", "poster")
# What a form may add at most, as a share of the PDF alone.
BARS = {("brief", "press"): 0.35}


def made(scratch: Path, names: tuple[str, ...], form: str, runs: int) -> Took:
    """The first publication's products `names` from nothing, in their PDF and in `form`."""
    folder = scratch / "real"
    if not folder.exists():
        shutil.copytree(ROOT / "content", folder / "content")
    switches = "".join(
        f"  {name}: {'yes' if name == form else 'no'}\n" for name in FORMS if name != "pdf"
    )
    typed = (ROOT / "content" / "publication.yaml").read_text("utf-8")
    typed = re.sub(r"^outputs:.*\n(?:[ #].*\n)*", "", typed, flags=re.MULTILINE)
    (folder / "content" / "publication.yaml").write_text(f"{typed}\noutputs:\n{switches}", "utf-8")
    return Bench(folder, names, runs).everything()


def main() -> None:
    """Print a row for each form of each product."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    print("| product | in | s | beside its PDF alone, s | adds | bar |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory(prefix="warraq-bench-") as scratch:
        for kind in KINDS:
            alone = made(Path(scratch), (kind,), "pdf", runs).median
            forms = [(form, (kind,)) for form in forms_of(kind) if form != "pdf"]
            forms += [("web", (kind, SITE))] if kind == "brief" else []
            for form, names in forms:
                took = made(Path(scratch), names, form, runs).median
                adds, bar = took / alone - 1, BARS.get((kind, form))
                verdict = f"{bar:.0%} {'met' if adds <= bar else 'MISSED'}" if bar else ""
                row = f"| {kind} | {form} | {took:.1f} | {alone:.1f} | {adds:+.0%} | {verdict} |"
                print(row, flush=True)


if __name__ == "__main__":
    main()
