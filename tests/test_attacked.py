"""Attacks that once ended in a traceback, a hang or another's file: refused, or passed over.

The id of each test is the name of the attack; `ELSEWHERE` says where others are tried.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from press.colour.profiles import open_press
from press.diagnostics import Diagnostic, Refusal
from press.fingerprint import inputs_fingerprint
from press.layout.brief.brief import lay_out_brief
from press.layout.layout import Sheets
from press.project import HOME, Project
from press.render.render import render
from press.typeset import complaints as setting
from press.typeset.gather import gather
from press.workers import alone
from tests.support.met import EVENT, LEAD, POSTER
from tests.support.projects import resolved
from tests.support.small import Change, complaints, project, tiny

ROOT = Path(__file__).resolve().parent
PERIOD = "[2005, 2012]"
WORDY = "14:3 validate/wrong-value"
BESIDE = "events/2001-01-01-x.yaml"
ELSEWHERE = {
    "epoch-not-a-number": "commands/test_streams.py::test_a_date_of_the_build_that_is_none",
    "kept-pickle": "test_cache.py::test_an_entry_of_another_type_is_data_and_is_thrown_away",
    "latin-in-chapter-title": "test_typed_and_read.py::test_what_arabic_writes_is_printed",
}


def test_what_is_tried_elsewhere_is_there():
    for test in ELSEWHERE.values():
        file, name = test.split("::")
        assert f"def {name}" in (ROOT / file).read_text("utf-8")


def deep(levels: int) -> Change:
    """Lists in lists in the value of a key."""
    return POSTER, f"poster: {'[' * levels}{']' * levels}"


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        pytest.param(*one[1:], id=one[0])
        for one in (
            ("cyclic-alias", EVENT, (POSTER, "poster: &a [*a]"), "13:9 load/too-much"),
            ("nested-1000", EVENT, deep(1_000), "13:58 load/too-much"),
            ("nested-100000", EVENT, deep(100_000), "13:58 load/too-much"),
            ("nul-no-line", EVENT, ("title: القرار", "title: \x00القرار"), "1:8 load/invisible"),
            ("digits-4301-in-text", "brief.yaml", (LEAD, "9" * 4_301), "12:7 load/too-much"),
            ("digits-3999-in-text", "brief.yaml", (LEAD, "9" * 3_999), "12:7 audit/unsourced-n"),
            ("period-0-9999", "poster.yaml", (PERIOD, "[0, 9999]"), "5:10 validate/wrong-value"),
            ("period-99999999", "poster.yaml", (PERIOD, "[2005, 99999999]"), "5:16 validate/w"),
            ("period-backwards", "poster.yaml", (PERIOD, "[2012, 2005]"), "5:1 audit/wrong-period"),
            ("references-20000", EVENT, (POSTER, f"poster: |\n  {'{date} ' * 20_000}"), WORDY),
            ("words-20000", EVENT, (POSTER, f"{POSTER}\nshown: |\n  {'كلمة ' * 20_000}"), "15:3 v"),
        )
    ],
)  # fmt: skip
def test_a_record_that_attacks(name, change, said, tmp_path):
    found = complaints(project(tmp_path, {name: change}))
    told = [f"{one.place.line}:{one.place.column} {one.code}" for one in found]
    assert all(one.startswith(said) for one in told[:1]) and bool(told) == bool(said)


def linked(to: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(to)


@pytest.mark.parametrize(
    ("name", "make", "case"),
    [
        pytest.param(BESIDE, linked("/nonexistent"), "broken", id="broken-link-record"),
        pytest.param(BESIDE, linked("/dev/zero"), "outside", id="dev-zero-record"),
        pytest.param(BESIDE, Path.mkdir, "folder", id="folder-record"),
        pytest.param("events.old", Path.mkdir, "", id="folder-with-a-dot"),
        pytest.param("x.png", os.mkfifo, "special", id="fifo-beside"),
        pytest.param(os.fsdecode(b"\xff\xfe.png"), Path.touch, "", id="name-not-utf8-beside"),
    ],
)
def test_a_file_that_attacks(name, make, case, tmp_path):
    made = project(tmp_path, {})
    make(made.root / "content" / name)
    assert [one.case for one in complaints(made)] == [case][: bool(case)]
    assert inputs_fingerprint(made)


def test_a_profile_with_a_zero_byte_in_its_name_is_missing(tmp_path):
    """profile-nul."""
    text = 'press: {profile: "a\\0b"}\nperiod:'
    made = project(tmp_path, {"poster.yaml": ("period:", text)})
    edition = resolved(made)
    with pytest.raises(Refusal) as refusal:
        open_press(made, edition.poster.press)
    assert refusal.value.diagnostics[0].code.endswith("/missing-profile")


USES = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><g id="a0"/>{USES}</defs>'
)
COVER, SHEET = "templates/brief/cover.html", "styles/brief.css"
SECRET = "zq-secret.css"


def first_part(made: Project) -> tuple[Diagnostic, ...]:
    """What is said when the first gathering of a brief is set."""
    try:
        edition = resolved(made)
        sheets = Sheets(lay_out_brief(edition, "0123456789ab"), None)
        gather(render(sheets, made)["brief"][:1], made, alone())
    except Refusal as refusal:
        return refusal.diagnostics
    return ()


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        pytest.param(*one[1:], id=one[0])
        for one in (
            ("template-zero-division", COVER, "{{ 1 / 0 }}", "render/template-failed"),
            ("template-value-error", COVER, "{{ 'x'.index('y') }}", "render/template-failed"),
            ("template-memory", COVER, "{{ 'a' * 10 ** 10 }}", "render/template-value"),
            ("html-svg-nan", COVER, "<svg viewBox='a b c d' width=x></svg>", "typeset/failed"),
            ("image-outside", COVER, "<img src='file:///project//SECRET'>", "typeset/missing"),
            ("svg-use-bomb", COVER, "<img src='content/x.svg' alt=x>", "typeset/failed"),
            ("style-columns", SHEET, "section, main, body { columns: 100000 }", "typeset/failed"),
            ("style-empty", SHEET, "", "typeset/"),
            ("style-font-huge", SHEET, ".cover-title { font-size: 1e7px }", "typeset/"),
            ("style-nested", SHEET, "a{" * 5_000 + "}" * 5_000, "typeset/failed"),
            ("style-not-utf8", SHEET, ".x { content: '\udcff' }", "load/not-utf8"),
            ("style-page-20mm", SHEET, "@page { size: 20mm 20mm; margin: 0 }", "typeset/failed"),
            ("style-outside-percent", SHEET, "@import url('%2e%2e/SECRET');", "typeset/missing"),
            ("style-outside-slashes", SHEET, "@import url(file:///project//SECRET);", "typeset/m"),
        )
    ],
)  # fmt: skip
def test_a_template_or_style_that_attacks(file, text, code, tmp_path, monkeypatch):
    monkeypatch.setattr(setting, "SET_S", 1)
    (tmp_path / SECRET).write_text(".zqsecret { color: red }", "utf-8")
    made = tiny(tmp_path / "project")
    (made.root / "content" / "x.svg").write_text(f'{SVG}<use href="#a8"/></svg>', "utf-8")
    ours = (HOME / file).read_text("utf-8")
    path = made.root / file
    path.parent.mkdir(parents=True)
    text = text.replace("SECRET", str(tmp_path / SECRET) if "//SECRET" in text else SECRET)
    whole = text if not text else f"{text}\n{ours}" if text.startswith("@import") else ours + text
    path.write_bytes(whole.encode("utf-8", "surrogateescape"))
    found = first_part(made)
    assert found and found[0].code.startswith(code), [one.lines() for one in found]
    assert not any("zqsecret" in one.lines() for one in found)


def test_a_folder_with_the_name_of_a_style_is_named(tmp_path):
    """style-folder."""
    made = tiny(tmp_path)
    (made.root / "styles" / "old.css").mkdir(parents=True)
    assert [one.case for one in first_part(made)] == ["folder"]
