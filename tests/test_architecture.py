"""A room of press/ imports only what stands before it, and no imports run in a circle."""

import ast
import graphlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRESS = ROOT / "press"

# The files of press/ itself that every room may use, and those that use every room.
GROUND = {
    "__init__", "begun", "bounds", "cache", "cluster", "diagnostics", "files", "fingerprint",
    "geometry", "machine", "processes", "products", "project", "stages", "stamps", "tasks",
    "workers",
}  # fmt: skip
ROOF = {"pipeline", "publication", "website", "write"}
ROOMS = [
    "language", "content", "colour", "audit", "layout", "render", "pdf", "typeset", "bind",
    "preflight", "release", "report",
]  # fmt: skip
ORDER = ["codes", "ground", *ROOMS, "roof", "commands"]
MODULES = sorted(PRESS.rglob("*.py"))


def dotted(path: Path) -> str:
    """`press/pdf/pages.py` as `press.pdf.pages`; a room's `__init__` as the room."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {dotted(path) for path in MODULES}


def room(module: str) -> str:
    """The room in which `module` stands."""
    _, _, rest = module.partition(".")
    first, _, inner = rest.partition(".")
    if inner or (PRESS / first).is_dir():
        return first or "ground"
    return "roof" if first in ROOF else "ground"


def imported(path: Path) -> set[str]:
    """The modules of press that the file at `path` imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("press"):
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & NAMES
            found |= inner or {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("press")}
    return found


def test_every_file_of_press_stands_in_a_room_of_the_list():
    assert {room(name) for name in NAMES} == set(ORDER)
    assert {path.stem for path in PRESS.glob("*.py")} == GROUND | ROOF


def test_a_room_imports_only_earlier_rooms():
    backwards = [
        f"{module} -> {other}"
        for module, path in ((dotted(path), path) for path in MODULES)
        for other in imported(path)
        if ORDER.index(room(other)) > ORDER.index(room(module))
    ]
    assert not backwards


def test_no_imports_run_in_a_circle():
    graph = {dotted(path): imported(path) for path in MODULES}
    assert list(graphlib.TopologicalSorter(graph).static_order())  # raises CycleError


ROWS = PRESS / "codes"  # tables, which may be long


@pytest.mark.parametrize("path", [p for p in MODULES if not p.is_relative_to(ROWS)], ids=dotted)
def test_no_module_holds_two_ideas(path):
    assert path.read_text("utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", sorted(PRESS.rglob("__init__.py")), ids=dotted)
def test_a_room_says_in_one_sentence_what_it_holds_and_imports_nothing(path):
    (said,) = ast.parse(path.read_text("utf-8")).body
    assert isinstance(said, ast.Expr)


# Tests of a whole path, or of damage done to finished files, name no module.
OF_MORE = {
    "test_damaged_copies", "test_damaged_pages", "test_damaged_press", "test_mutation",
    "test_orders", "test_outside", "test_papers", "test_sandbox",
}  # fmt: skip


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.stem
)
def test_a_test_stands_in_the_room_of_its_module_and_has_its_name(path):
    rooms = path.relative_to(ROOT / "tests").parent.parts
    if rooms and rooms[0] not in ("cases", "bench", "fuzz") and path.stem not in OF_MORE:
        module = path.stem.removeprefix("test_")
        places = [PRESS.joinpath(*rooms, f"{module}.py"), PRESS.joinpath(*rooms, module)]
        assert any(place.exists() for place in places)


def test_no_class_name_means_two_things():
    where: dict[str, set[str]] = {}
    for path in MODULES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                where.setdefault(node.name, set()).add(dotted(path))
    assert {name: files for name, files in where.items() if len(files) > 1} == {}


# The docstring of a room says what it holds.
HEADED = [path for path in MODULES if path.stem != "__init__"]


@pytest.mark.parametrize("path", HEADED, ids=dotted)
def test_a_module_that_opens_with_a_name_opens_with_its_own(path: Path) -> None:
    """One or two words before a colon begin as a word of the file's name does."""
    said = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").removeprefix("The ")
    if head := re.match(r"(\w+(?:[ /]\w+)?):", said):
        words = head[1].lower().replace("/", "").split()
        own = path.stem.split("_")
        assert any(word[:4] == name[:4] for word in words for name in own), said
