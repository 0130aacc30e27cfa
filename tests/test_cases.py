"""Golden cases: for every complaint that can be made, a project that has just this fault.

`tests/cases/<stage>/<what>/` holds only the files of content, templates or styles that differ
from `tests/cases/base/` or from ours, in `absent.txt` the names of those taken away, and in
`expected.txt` the lines that a check prints.
`pytest --accept tests/test_cases.py` writes them anew; read the difference before you commit it.
"""

import shutil
from pathlib import Path

import pytest

from press.audit.audit import audit
from press.codes.codes import CODES
from press.colour.profiles import open_press
from press.content.load import load
from press.content.resolve import resolve
from press.content.validate import validate
from press.diagnostics import Diagnostic, Refusal
from press.layout.brief.brief import lay_out_brief
from press.layout.layout import Sheets
from press.render.render import render
from press.typeset.gather import gather
from press.workers import alone
from tests.support.projects import project_in, resolved

CASES = Path(__file__).resolve().parent / "cases"
BASE = CASES / "base" / "content"
FOUND = sorted(
    f"{p.parent.name}/{p.name}" for p in CASES.glob("*/*") if p.is_dir() and p.parent.name != "base"
)
# Content files alone make no fault here; the tests of these modules hold their codes.
ELSEWHERE = {
    "layout": "the fault is in what the poster measures: test_poster",
    "crew": "the fault is in a process of the build: test_crew",
    "preflight": "the fault is in a finished PDF",
    "bind": "the fault is in what a press cannot print or a sheet not hold, but for the profile",
    "changes": "the fault is in the words of a corrigendum: test_corrigendum",
    "release": "the fault is in a name or in the output folder: test_release",
    "write": "the fault is in the output folder",
    "sheet": "the fault is in a spreadsheet: test_import_sheet",
    "editions": "the fault is in a folder among many: test_editions",
    "new": "the fault is in the folder that a publication is begun in: test_new",
}
STAGES = ("load", "validate", "resolve", "audit")
PROFILE = ["bind/missing-profile", "bind/wrong-profile"]
CHECKED = [code for code in CODES if code.split("/")[0] in STAGES] + PROFILE
# These lay a template or a style over ours and set the brief.
SET = ("render", "typeset")
PRINTED = [code for code in CODES if code.split("/")[0] in SET]


def check(folder: Path) -> tuple[Diagnostic, ...]:
    """What `build.py check` says about the project in `folder`, sorted by place."""
    project = project_in(folder, home=folder)
    try:
        records = validate(load(project))
        edition = resolve(records)
        found = audit(edition, records)
        if edition.poster and edition.poster.press.profile:
            open_press(project, edition.poster.press)
    except Refusal as refusal:
        found = refusal.diagnostics
    return tuple(sorted(found, key=lambda d: (d.place, d.code, d.message)))


def lay_over(case: Path, folder: Path) -> Path:
    """The base project in `folder`, with the files of `case` laid over it."""
    shutil.copytree(BASE, folder / "content")
    if (case / "content").is_dir():
        shutil.copytree(case / "content", folder / "content", dirs_exist_ok=True)
    for part in ("templates", "styles"):
        if (case / part).is_dir():
            shutil.copytree(case / part, folder / part)
    for name in absent(case):
        (folder / "content" / name).unlink()
    return folder


def absent(case: Path) -> list[str]:
    """The content files that `case` takes away."""
    listed = case / "absent.txt"
    return listed.read_text("utf-8").split() if listed.is_file() else []


def test_the_base_project_has_no_fault(tmp_path):
    shutil.copytree(BASE, tmp_path / "content")
    assert check(tmp_path) == ()


def test_every_code_has_its_case():
    assert [code for code in (*CHECKED, *PRINTED) if code not in FOUND] == []


def test_a_stage_without_cases_has_its_reason():
    stages = {code.split("/")[0] for code in CODES}
    assert stages <= {*STAGES, *SET, *ELSEWHERE}


def test_every_code_without_a_case_is_shown_by_a_test():
    """Those of preflight by a damaged PDF each, which test_preflight holds."""
    tests = (path for path in CASES.parent.rglob("test_*.py") if path.name != "test_cases.py")
    told = "\n".join(path.read_text("utf-8") for path in tests)
    others = [c for c in CODES if c.split("/")[0] in ELSEWHERE and not c.startswith("preflight/")]
    assert others
    assert [code for code in others if code not in told] == []


def test_every_case_is_of_a_code():
    assert [case for case in FOUND if case not in CODES] == []


@pytest.mark.parametrize("code", [case for case in FOUND if case in CHECKED])
def test_a_case_holds_only_what_differs_from_the_base(code):
    content = CASES / code / "content"
    names = [p.relative_to(content) for p in content.rglob("*.yaml")]
    assert names or absent(CASES / code)
    for name in names:
        base = BASE / name
        assert not base.is_file() or base.read_bytes() != (content / name).read_bytes()


def set_brief(folder: Path) -> tuple[Diagnostic, ...]:
    """What render and typeset say about the brief of the project in `folder`."""
    project = project_in(folder)
    edition = resolved(project)
    try:
        sheets = Sheets(lay_out_brief(edition, "0123456789ab"), None)
        gather(render(sheets, project)["brief"], project, alone())
    except Refusal as refusal:
        return refusal.diagnostics
    return ()


@pytest.mark.parametrize("code", [*CHECKED, *PRINTED])
def test_a_case_gives_its_lines_and_triggers_no_other_rule(code, tmp_path, request):
    folder = lay_over(CASES / code, tmp_path)
    found = check(folder) if code in CHECKED else set_brief(folder)
    lines = "".join(f"{complaint.lines()}\n" for complaint in found)
    expected = CASES / code / "expected.txt"
    if request.config.getoption("--accept"):
        expected.write_text(lines, "utf-8")
    assert {complaint.code for complaint in found} == {code}
    assert lines == expected.read_text("utf-8")
