"""doctor: a report that can be made whatever is missing, and says what to do about it."""

import json
from pathlib import Path

import pytest

from press.commands import doctor
from press.commands.doctor import Sign, examine_system, lines
from press.diagnostics import Place
from press.project import Project
from press.typeset.fonts import Wanted, installed_fonts, wanted_fonts
from tests.support.door import door, said
from tests.support.projects import project_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one style sheet of its own."""
    (tmp_path / "styles").mkdir()
    (tmp_path / "content").mkdir()
    sheet = '@font-face { font-family: "Mine"; src: local("No Such Font Bold") }\n'
    tokens = ':root { --font-text: "Absent Naskh", "Mine"; --font-page: "Screen", sans-serif }'
    (tmp_path / "styles" / "x.css").write_text(sheet + tokens, "utf-8")
    return project_in(tmp_path, home=tmp_path, day="2026-11-23")


def of(signs: tuple[Sign, ...], name: str) -> Sign:
    return next(sign for sign in signs if sign.name == name)


def test_a_system_that_prints_is_found_well():
    done = door("doctor")
    assert str(ROOT) not in done.stdout  # nothing of this machine but versions
    assert (done.returncode, done.stderr) == (0, "")
    assert "✗" not in done.stdout
    assert done.stdout.startswith("```\nsystem\n") and done.stdout.endswith("\n```\n")
    for name in ("Pango", "HarfBuzz", "weasyprint", "Noto Naskh Arabic", "Python"):
        assert f"✓ {name} " in done.stdout


def test_json_holds_the_same():
    told = json.loads(said("doctor", "--json").stdout)
    assert {sign["group"] for sign in told} == {
        "system", "libraries", "packages", "fonts", "programs", "project",
    }  # fmt: skip


def test_families_are_those_of_local_and_of_tokens_without_a_generic_one(project):
    assert wanted_fonts(project) == (
        Wanted("No Such Font", Place("styles/x.css", 1)),
        Wanted("Absent Naskh", Place("styles/x.css", 2)),
    )


def test_a_missing_font_is_named_with_the_line_that_asks_for_it(project):
    sign = of(examine_system(project), "Absent Naskh")
    assert sign == Sign(
        "fonts", "Absent Naskh", "", ok=False, hint="install it; styles/x.css:2 names it"
    )


def test_a_missing_library_is_named_with_its_package(project, monkeypatch):
    gone = tuple((name, ("libnowhere.so.9",), teller) for name, _, teller in doctor.LIBRARIES)
    monkeypatch.setattr(doctor, "LIBRARIES", gone)
    told = [" ".join(line.split()) for line in lines(examine_system(project))]
    assert "✗ Pango missing (install libpango-1.0-0)" in told
    assert "✗ HarfBuzz subset missing (install libharfbuzz-subset0)" in told


def test_a_package_of_another_version_or_none_is_told(project, monkeypatch, tmp_path):
    pins = '[project]\nversion = "9"\ndependencies = ["click==0.1", "no-such-package==2"]\n'
    (tmp_path / "pyproject.toml").write_text(pins)
    monkeypatch.setattr(doctor, "HOME", tmp_path)
    signs = examine_system(project)
    assert of(signs, "click").hint == "0.1 is pinned; type make"
    assert of(signs, "no-such-package") == Sign(
        "packages", "no-such-package", "", ok=False, hint="type make"
    )


def test_an_engine_that_cannot_be_loaded_is_told_in_its_own_words(project, monkeypatch):
    def broken(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'\nmore")

    monkeypatch.setattr(doctor.importlib, "import_module", broken)
    found = [sign for sign in examine_system(project) if sign.name == "weasyprint"]
    assert found[-1].found == "cannot load library 'libpango-1.0-0'"
    assert not found[-1].ok


def test_without_fontconfig_the_rest_is_told_all_the_same(tmp_path):
    done = door("doctor", PATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (1, "")
    assert "fc-list" in done.stdout
    assert "install fontconfig" in done.stdout
    assert "✓ weasyprint" in done.stdout


def test_what_cannot_be_looked_at_at_all_is_a_line_of_the_report(project, monkeypatch):
    monkeypatch.setattr(doctor, "HOME", Path("/nowhere"))
    sign = of(examine_system(project), "could not be looked at")
    assert "FileNotFoundError" in sign.found
    assert of(examine_system(project), "made").found == "nothing yet"


def test_our_own_fonts_are_asked_for_and_installed():
    ours = project_in(ROOT, day="2026-11-23")
    wanted = {one.family for one in wanted_fonts(ours)}
    assert {"Noto Naskh Arabic", "Noto Kufi Arabic", "Noto Sans"} <= wanted
    assert wanted <= installed_fonts()
