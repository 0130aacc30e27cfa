"""Tokens become inks wherever they are declared; what is given by hand stays."""

from pathlib import Path

from press.colour.inks import Press, in_black, mix
from press.colour.profiles import DEFAULT_PROFILE
from press.colour.tokens import read_palette, read_tokens, tokens_of
from press.project import HOME, Project
from tests.support.projects import project_in

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 3.0)
NAVY, RED = (0x12, 0x30, 0x5A), (255, 0, 0)
CSS = """:root { --space: 3mm; /* --old: #000000; */ --navy: #12305a; --warm: rgb(255 0 0 / 50%);
  --given: #12305a; --given-cmyk: device-cmyk(1 0.8 0 0.5); --font-text: "Amiri" }"""


def palette(folder: Path) -> Project:
    """A project whose tokens are `CSS`."""
    (folder / "styles" / "shared").mkdir(parents=True)
    (folder / "styles" / "shared" / "tokens.css").write_text(CSS, "utf-8")
    return project_in(folder, home=folder, day="2026-01-01")


def test_colours_are_told_from_other_tokens():
    assert [(t.name, t.rgb, t.alpha) for t in tokens_of(CSS)] == [
        ("navy", NAVY, 1.0), ("warm", RED, 0.5), ("given", NAVY, 1.0),
    ]  # fmt: skip


def test_the_inks_of_a_token_are_mixed_unless_they_are_given(tmp_path):
    navy, warm, given = read_tokens(palette(tmp_path))
    assert navy.inks(PRESS) == mix(NAVY, PRESS)
    assert (warm.inks(PRESS), warm.alpha) == (mix(RED, PRESS), 0.5)
    assert given.inks(PRESS) == (1.0, 0.8, 0.0, 0.5)


def test_a_mixture_has_the_name_of_its_token_also_as_small_text(tmp_path):
    named = read_palette(palette(tmp_path), PRESS)
    navy = mix(NAVY, PRESS)
    assert named.by_rgb == {NAVY: "--navy", RED: "--warm"}
    assert named.by_inks[navy] == ("--navy", NAVY)
    assert named.by_inks[in_black(navy, PRESS)] == ("--navy", NAVY)
    assert named.by_inks[1.0, 0.8, 0.0, 0.5] == ("--given", NAVY)


def test_our_palette_keeps_the_limit_of_ink():
    project = project_in(HOME, day="2026-01-01")
    mixed = read_palette(project, PRESS).by_inks
    assert len(mixed) > 12
    assert all(sum(inks) <= PRESS.ink_limit for inks in mixed)
