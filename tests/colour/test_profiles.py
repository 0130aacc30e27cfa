"""The profile of the press: named by the publication, else the default, which is told."""

from datetime import date
from pathlib import Path

from press.colour.profiles import advise_profile
from press.content.edition import PressSpec
from press.content.nodes import Text
from press.diagnostics import Place
from press.pipeline import Watch, check
from press.project import Project

FILE = "content/poster.yaml"
PLACE = Place(FILE, 3, 12)
DAY = date(2026, 11, 23)


def test_a_press_file_made_for_no_press_in_particular_is_advised_against():
    (advice,) = advise_profile({FILE: PressSpec(5.0, None, 3.0)})
    assert (advice.code, advice.severity) == ("bind/default-profile", "advice")
    assert "default_cmyk.icc" in advice.message
    assert "content/poster.yaml" in advice.hint


def test_a_profile_that_is_named_needs_no_advice():
    named = Text.placed("ours.icc", PLACE)
    assert advise_profile({FILE: PressSpec(5.0, named, 3.0)}) == ()


def test_who_makes_no_press_file_is_not_asked_for_a_profile(tmp_path):
    root = Path(__file__).resolve().parents[2] / "examples"
    (said,) = check(Project(root / "first.en", tmp_path, DAY), Watch())[1]
    assert said.code == "bind/default-profile"
    assert check(Project(root / "printing", tmp_path, DAY), Watch())[1] == ()
