"""Small projects of the tests: the base project with some of its files written otherwise."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from press.audit.audit import audit
from press.content.load import load
from press.content.resolve import resolve
from press.content.validate import validate
from press.diagnostics import Diagnostic, Refusal
from press.pdf.pages import Page, read_pages
from press.pipeline import Watch, build
from press.products import FORMS
from press.project import Project
from tests.support.projects import project_in, typed_in

BASE = Path(__file__).resolve().parents[1] / "cases" / "base" / "content"
# A place in a file of the base: what stands there, and what is typed instead.
Change = tuple[str, str]


def files_alone(folder: Path) -> Path:
    """A project of which each product is made as its file alone, in no other form; its folder."""
    path = folder / "content" / "publication.yaml"
    others = ", ".join(f"{form}: no" for form in FORMS if form != "pdf")
    path.write_text(f"{path.read_text('utf-8')}\noutputs: {{{others}}}\n", "utf-8")
    return folder


def tiny(folder: Path) -> Project:
    """A brief of one event in `folder`: whatever a build does, it does to four pages soonest."""
    files = {
        "publication.yaml": "title: كتاب صغير\nlanguage: ar\n",
        "brief.yaml": "chapters:\n  only:\n    title: المكتبة\n    entries: [opening]\n",
        "events/opening.yaml": (
            "title: افتتاح المكتبة\ndate: 2006-08-31\nbrief: |\n  افتُتحت المكتبة في {date}.\n"
        ),
    }
    typed_in(folder, files)
    return project_in(files_alone(folder))


def project(folder: Path, changes: Mapping[str, bytes | str | Change | None]) -> Project:
    """The base project in `folder` with files written anew, changed at one place, or taken away."""
    shutil.copytree(BASE, folder / "content")
    for name, change in changes.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match change:
            case None:
                path.unlink()
            case bytes():
                path.write_bytes(change)
            case str():
                path.write_text(change, "utf-8")
            case (old, new):
                text = path.read_text("utf-8")
                assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {name}"
                path.write_bytes(text.replace(old, new).encode())
    return project_in(folder)


def complaints(made: Project) -> tuple[Diagnostic, ...]:
    """What `check` says of a project, by place."""
    try:
        records = validate(load(made))
        found = audit(resolve(records), records)
    except Refusal as refusal:
        found = refusal.diagnostics
    return tuple(sorted(found, key=lambda d: (d.place, d.code, d.message)))


def printed(made: Project, *names: str) -> dict[str, tuple[Page, ...]]:
    """The pages of the publications `names` of a project. Raises `Refusal` as the build does."""
    files_alone(made.root)
    build(made, names, Watch())
    return {name: read_pages((made.output / f"{name}.pdf").read_bytes()) for name in names}
