"""Measures what each patch of WeasyPrint gives: the first brief laid out and painted without it.

Prints a Markdown table: processor seconds of one process, the best of several runs that take turns,
and the pages. Usage: python tests/bench/patches.py [runs]
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from press.layout.layout import layout  # noqa: E402
from press.project import Project, open_project  # noqa: E402
from press.render.render import Html, render  # noqa: E402
from press.typeset import typeset as typesetting  # noqa: E402
from press.typeset.weasyprint.lines import Tally  # noqa: E402
from tests.support.projects import resolved  # noqa: E402

# What is put in the place of a patch to switch it off.
SWITCHES: dict[str, dict[str, Callable[..., Any]]] = {
    "all": {},
    "without stylesheets": {"take_sheets": lambda source, dress: []},
    "without known_lines": {"knowing_lines": nullcontext},
    "without set_lines": {"setting_lines_once": nullcontext},
    "without known_lengths": {"knowing_lengths": nullcontext},
    "without initial_values": {"knowing_initial_values": nullcontext},
    "without late_styles": {"styling_late": nullcontext},
    "without tags": {"reading_tags": nullcontext},
    "without array_types": {"unsized_arrays": nullcontext},
    "without lines": {"planned_lines": lambda: nullcontext(Tally())},
    "without trailing_space": {"mended_trailing_space": nullcontext},
    "without text_indent": {"mended_text_indent": nullcontext},
    "without glyph_strings": {"without_empty_strings": nullcontext},
    "without baseline_grid": {"on_grid": nullcontext},
    "without origins": {"keeping_origins": nullcontext},
}


@contextmanager
def switched(instead: dict[str, Callable[..., Any]]) -> Iterator[None]:
    """While the block runs, typesetting does without some patches."""
    before = {name: getattr(typesetting, name) for name in instead}
    for name, function in instead.items():
        setattr(typesetting, name, function)
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(typesetting, name, function)


def set_all(htmls: tuple[Html, ...], project: Project) -> tuple[float, float, int]:
    """Seconds to lay out and to paint all gatherings, and their pages."""
    laying = painting = 0.0
    pages = 0
    for html in htmls:
        start = time.process_time()
        laid = typesetting.lay_out(html, project)
        between = time.process_time()
        pages += len(laid.document.pages)
        away = frozenset(goal for _, goal in _goals(laid))
        typesetting.paint(laid, project, away=away)
        laying += between - start
        painting += time.process_time() - between
    return laying, painting, pages


def _goals(laid: Any) -> Iterator[tuple[str, str]]:
    """The inner links of what was laid out."""
    for page in laid.document.pages:
        yield from ((kind, goal) for kind, goal, *_ in page.links if kind == "internal")


def main(runs: int) -> None:
    project = open_project(ROOT)
    sheets = layout(resolved(project), "0123456789ab", ("brief",), lambda trials: {})
    htmls = render(sheets, project)["brief"]
    set_all(htmls, project)  # fonts and sheets are read
    best: dict[str, tuple[float, float, int]] = {}
    for _ in range(runs):
        for name, instead in SWITCHES.items():
            with switched(instead):
                found = set_all(htmls, project)
            held = best.get(name, found)
            best[name] = min(held[0], found[0]), min(held[1], found[1]), found[2]
    print("| | layout, s | painting, s | pages |\n| --- | --- | --- | --- |")
    for name, (laying, painting, pages) in best.items():
        print(f"| {name} | {laying:.2f} | {painting:.2f} | {pages} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
