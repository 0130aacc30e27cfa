"""Imports in press/ run one way: a module imports only what stands before it in this list."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# fmt: off
ORDER = [
    "box", "diagnostics", "digest", "project", "fonts", "doctor", "raw", "dates", "months",
    "arabic", "numerals", "bidi", "terminal", "facts",
    "typed", "plans", "records", "prose", "edition", "ledger", "timescale", "exhibits", "sheets",
    "postersheet",
    "kept", "standing", "load", "validate",
    "references", "attest", "places", "resolve", "passages", "figures", "counting", "attestation",
    "vouchers", "vouching", "naming", "chronology", "hygiene", "audit", "notes",
    "showing", "parting", "indexing", "brief",
    "columns", "placing", "composition", "legibility", "qr", "arranging", "capacity",
    "drafting", "poster",
    "layout", "filters", "folios", "render", "origins", "foliation", "rhythm", "feet", "recall",
    "dress",
    "gathering", "overflow", "typeset", "letterforms", "lettering", "structure", "elements",
    "linknames", "roles", "tags", "mending", "crew", "forme", "store", "gather", "heights",
    "joining", "bind", "glyphs", "pages",
    "wording", "copying", "expected", "due", "readback", "opened",
    "colours", "grid", "tilewords", "bounds", "graphics",
    "paints", "setting", "pagination", "lines", "letters", "baselines", "contrast",
    "written", "inspected", "nesting", "matterhorn", "typefaces", "archivefile", "xmp", "archive",
    "ways", "anatomy", "appearance", "timeline", "bleed",
    "afar", "pdfx", "plates", "officesheets", "pictured", "rules", "preflight",
    "printed", "changed", "review",
    "profiles", "streams", "inks", "repaint",
    "tiles", "separate", "picture", "sameness", "parts", "derived", "copies",
    "rewording", "snapshot", "comparison", "release", "whereabouts", "errata",
    "inuse", "reported", "report", "verdict", "carried", "since", "views", "counsel", "faults",
    "materials", "proofsheet", "proof", "prove", "write",
    "stages", "publish", "pipeline",
]
# Uses of the path: what is done with a whole build. Only they and the front door import it.
USES = ["current", "changes", "listing", "corrigendum", "pictures", "desk", "watch"]
ORDER += USES
# fmt: on
MODULES = sorted(p.stem for p in (ROOT / "press").glob("*.py") if p.stem != "__init__")


def imported(path: Path) -> set[str]:
    """The modules of press that the file at `path` imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            first, _, rest = node.module.partition(".")
            if first == "press":
                found |= {rest} if rest else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("press.") for a in node.names if "press." in a.name}
    return found


def test_every_module_has_its_place_in_the_order() -> None:
    assert sorted(ORDER) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_stands_before_it(module: str) -> None:
    later = imported(ROOT / "press" / f"{module}.py") - set(ORDER[: ORDER.index(module)])
    assert not later


def test_only_the_front_door_and_the_uses_of_the_path_import_the_pipeline() -> None:
    users = [m for m in MODULES if "pipeline" in imported(ROOT / "press" / f"{m}.py")]
    assert set(users) <= set(USES)


@pytest.mark.parametrize("module", MODULES)
def test_no_module_holds_two_ideas(module: str) -> None:
    lines = (ROOT / "press" / f"{module}.py").read_text("utf-8").count("\n")
    assert lines <= 420  # a file that grows past 300 is asked to split; this is the hard stop
