"""The README says what the program does: every command, option, stage and exit code."""

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest

import build as front
from tests.test_architecture import GROUND, ORDER, ROOF

CODES = Path(__file__).resolve().parent.parent / "press" / "codes"
ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = front.main.commands
OPTIONS = sorted(
    {
        option
        for command in (front.main, *COMMANDS.values())
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_readme(command):
    assert f"`python build.py {command}" in README


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_in_the_readme(option):
    assert re.search(rf"`{option}\b", README)


def test_the_front_door_knows_every_status_of_a_fact():
    from press.content.facts import Status

    assert get_args(Status) == front.STATUSES


def test_the_readme_names_no_command_that_is_not_there():
    named = set(re.findall(r"`python build\.py ([a-z]+)", README))
    assert named <= set(COMMANDS)


def test_the_ten_stages_are_the_same_in_readme_and_code():
    from press.pipeline import STAGES

    listed = re.findall(r"^\d+\. \*\*(\w+)\*\*", README, re.MULTILINE)
    assert tuple(listed) == STAGES


def test_every_stage_is_a_module_with_one_function_of_its_name():
    from press import pipeline

    for stage in pipeline.STAGES:
        (path,) = set((ROOT / "press").rglob(f"{stage}.py")) - set(CODES.glob("*.py"))
        text = path.read_text("utf-8")
        assert re.search(rf"^def {stage}\(", text, re.MULTILINE)


def test_the_authoring_guide_shows_every_family_of_months_in_both_languages():
    from press.language.arabic import LANGUAGE as ARABIC
    from press.language.dates import Date
    from press.language.months import FAMILIES

    guide = (ROOT / "docs" / "authoring.md").read_text("utf-8")
    shown = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", guide, re.MULTILINE)
    said = [
        (months, ARABIC.say_date(Date.parse("2009-07-23"), digits="european", months=months).text)
        for months in FAMILIES
    ]
    assert [pair for pair in shown if pair[0] in FAMILIES] == [*said, *said]


def test_the_pictures_and_files_that_the_readme_links_to_are_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).is_file(), target


def test_the_example_record_in_the_readme_is_one_that_the_content_holds():
    record = (ROOT / "content" / "events" / "2006-08-31-resolution-1706.yaml").read_text("utf-8")
    for line in ("date: 2006-08-31", "value: 17300", "counts: فرد", "actor: security-council"):
        assert line in README
        assert line in record


def test_python_without_the_environment_says_in_one_line_what_to_do(tmp_path):
    bare = tmp_path / "مشروع بلا بيئة"
    bare.mkdir()
    (bare / "build.py").write_text((ROOT / "build.py").read_text("utf-8"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(bare / "build.py")], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.strip().count("\n") == 0
    assert "make" in done.stderr


TEXTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
# A path of ours; one with a placeholder in it (<page>, NAME, *) names no file.
PATH = re.compile(r"\b(?:press|tests|templates|styles|docs)/[\w./-]*\w(?![\w*<{])/?(?!\*|<|NAME)")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_file_that_the_guides_name_is_there(path):
    named = PATH.findall(path.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_guide_has_every_room_in_its_order_and_what_it_says_of_itself():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("\n## The rooms\n")[1]
    rows = re.findall(r"^\| `press/(\w+)/` \| (.*) \|$", guide, re.MULTILINE)
    own = [room for room in ORDER if room not in ("ground", "roof")]
    assert [room for room, _ in rows] == own
    for room, holds in rows:
        says = (ROOT / "press" / room / "__init__.py").read_text("utf-8")
        assert holds.lower() == says.strip().strip('".').lower()
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [room for room in own if f"`{room}/`" not in readme] == []


def test_the_guide_and_the_complaint_have_the_pixels_an_inch_that_are_asked_for() -> None:
    from press.codes.codes import CODES as TOLD
    from press.preflight.rules.images import FINE_POSTER_PPI, FINE_PPI, LEAST_POSTER_PPI, LEAST_PPI

    guide = (ROOT / "docs" / "preflight.md").read_text("utf-8")
    for text in (guide, TOLD["preflight/coarse-image"].say_rule("en")):
        assert f"{FINE_PPI} pixels an inch" in text
        assert f"{FINE_POSTER_PPI} on a poster" in text
        assert f"never under {LEAST_PPI} and {LEAST_POSTER_PPI}" in text


def test_the_guide_has_every_file_of_the_ground_and_of_the_roof() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    listed = re.findall(r"^\| `press/(\w+)\.py` \|", guide, re.MULTILINE)
    assert sorted(listed) == sorted((GROUND | ROOF) - {"__init__"})


def test_every_patch_of_weasyprint_has_its_fault_and_its_change():
    told = (ROOT / "docs" / "upstream.md").read_text("utf-8")
    folder = ROOT / "press" / "typeset" / "weasyprint"
    patches = {path.name for path in folder.glob("*.py")} - {"__init__.py", "exchange.py"}
    assert [name for name in sorted(patches) if f"`{name}`" not in told] == []


def test_what_a_newcomer_wants_is_found_in_files_that_are_there():
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("open …\n")[1].split("\n## ")[0]
    rows = [row.split("|")[1:-1] for row in table.splitlines() if row.startswith("| ")][2:]
    assert len(rows) > 10
    for wish, where in rows:
        files = [name for name in re.findall(r"`([^`]+)`", where) if "/" in name or "." in name]
        files = [name for name in files if not name.startswith("preflight/")]
        assert files, wish
        assert [name for name in files if not (ROOT / name).exists()] == [], wish


def test_every_command_has_a_module_of_its_own_or_is_a_stage():
    modules = {path.stem for path in (ROOT / "press" / "commands").glob("*.py")}
    stages = {"build", "check", "facts", "release"}
    assert {name for name in COMMANDS if name not in stages} <= {
        word for module in modules for word in (module, module.removesuffix("_sheet"))
    }
