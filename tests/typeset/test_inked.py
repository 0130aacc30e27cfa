"""What was laid out for a screen is painted for a press: every colour in its inks, at its place."""

import io

import pikepdf
import pytest
from PIL import Image

from press.colour.inks import Press, mix
from press.colour.profiles import DEFAULT_PROFILE
from press.project import Project
from press.render.render import Html
from press.typeset import worker
from press.typeset.gathering import Gathering, Numbers
from press.typeset.typeset import inked, lay_out, paint, typeset
from tests.support.projects import project_in

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 3.0, 3.0)
ACCENT, ACTOR, RULE, DRAWN = (
    (0x1F, 0x5A, 0x7A),
    (0x7A, 0x1F, 0x2B),
    (0x20, 0x70, 0x30),
    (90, 36, 87),
)
HTML = """<!doctype html><html lang="en" style="--accent: #1f5a7a"><head><title>Inks</title><style>
@page { size: 200mm 200mm; margin: 10mm }
:root { --accent: #a2371f; --rule: #207030; --ink: #000000; --given: #ffffff;
  --given-cmyk: device-cmyk(0 0.9 0 0.1) }
body { color: var(--ink); font: 30pt "Noto Sans" }
.actor { color: var(--actor) } .actor i { border-top: 1pt solid var(--actor) }
table { border-collapse: collapse } td { border: 2pt solid var(--rule); background: var(--given) }
h1::before { content: "a"; color: var(--accent) }
</style></head><body><h1>Word</h1><p class="actor" style="--actor: #7a1f2b">one <i>two</i></p>
<table><tr><td>x</td><td>y</td></tr></table><img src="photo.png" alt="a photograph" width="40">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="30" height="30">
<path d="M0 0h9v9z" fill="#5a2457"/></svg>
<svg viewBox="0 0 9 9" width="9" style="position: absolute"><path d="M0 0h9v9z" fill="#fff"/></svg>
</body></html>"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("inks")
    Image.new("RGB", (60, 40), (200, 30, 60)).save(folder / "photo.png")
    return project_in(folder, day="2026-01-01")


@pytest.fixture(scope="module")
def pressed(project: Project) -> Gathering:
    return typeset(Html("brief", HTML), project, press=PRESS)


def operators(pdf: bytes, *names: str) -> list[tuple[float, ...]]:
    """The operands of these operators in the first page and the forms that it draws, in order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        drawn = [
            opened.pages[0],
            *opened.pages[0].get("/Resources", {}).get("/XObject", {}).values(),
        ]
        return [
            tuple(round(float(operand), 3) for operand in operands)
            for held in drawn
            if not isinstance(held, pikepdf.Object) or held.get("/Subtype") == "/Form"
            for operands, operator in pikepdf.parse_content_stream(held)
            if str(operator) in names
        ]


def shares(colour: tuple[int, int, int]) -> tuple[float, ...]:
    return tuple(round(share, 3) for share in mix(colour, PRESS))


def test_every_colour_is_the_inks_of_what_says_it_last(pressed):
    assert not operators(pressed.pdf, "rg", "RG", "g", "G")
    inks = set(operators(pressed.pdf, "k", "K", "scn", "SCN", "sc", "SC"))
    said = {shares(colour) for colour in (ACCENT, ACTOR, RULE, DRAWN)}
    assert said | {(0.0, 0.9, 0.0, 0.1), (0.0, 0.0, 0.0, 1.0)} <= inks
    assert shares((0xA2, 0x37, 0x1F)) not in inks  # another style says another accent later


def test_pictures_are_in_four_inks(pressed):
    with pikepdf.open(io.BytesIO(pressed.pdf)) as opened:
        (picture,) = opened.pages[0].get_images().values()
        assert "CMYK" in str(picture.ColorSpace) or picture.ColorSpace[1].N == 4


def test_everything_stands_where_a_reader_sees_it(project, pressed):
    shown = typeset(Html("brief", HTML), project)
    assert len(operators(shown.pdf, "Tm")) > 5
    assert operators(shown.pdf, "Tm") == operators(pressed.pdf, "Tm")
    with pikepdf.open(io.BytesIO(pressed.pdf)) as opened:
        bled = opened.pages[0]
        trim, bleed = (list(map(float, bled[box])) for box in ("/TrimBox", "/BleedBox"))
        assert [
            round((trim[0] - bleed[0]) * 25.4 / 72, 2),
            round((bleed[2] - trim[2]) * 25.4 / 72, 2),
        ] == [3, 3]


def test_painted_after_what_readers_have_it_is_the_same(project, pressed):
    laid = lay_out(Html("brief", HTML), project)
    shown = paint(laid, project).pdf
    for _ in range(2):
        with inked(laid, project, PRESS) as in_its_inks:
            assert paint(in_its_inks, project).pdf == pressed.pdf
        assert paint(laid, project).pdf == shown


def test_all_is_put_back_where_painting_fails(project):
    laid = lay_out(Html("brief", HTML), project)
    shown = paint(laid, project).pdf
    with pytest.raises(ZeroDivisionError), inked(laid, project, PRESS):
        raise ZeroDivisionError
    assert paint(laid, project).pdf == shown


def test_what_is_still_laid_out_is_not_laid_out_again(project, monkeypatch):
    html, numbers = Html("brief", HTML), Numbers(1, {}, {})
    monkeypatch.setattr(worker, "_kept", {})
    worker.lay(html, project, 1, {})
    _, made = worker.press(html, project, numbers, frozenset())
    worker._kept.clear()
    anew = worker.set_for_press(html, project, PRESS, made)
    worker._kept.clear()
    worker.lay(html, project, 1, {})
    monkeypatch.setattr(worker, "lay_out", None)
    for _ in range(2):
        _, again = worker.press(html, project, numbers, frozenset())
        assert again.pdf == made.pdf
        assert worker.set_for_press(html, project, PRESS, again) == anew


def test_what_was_laid_out_with_another_picture_is_laid_out_again(tmp_path, monkeypatch):
    project, html = project_in(tmp_path, day="2026-01-01"), Html("brief", HTML)
    made = []
    for width in (60, 30):
        Image.new("RGB", (width, 40), (200, 30, 60)).save(tmp_path / "photo.png")
        made.append(worker.press(html, project, Numbers(1, {}, {}), frozenset())[1].pdf)
    monkeypatch.setattr(worker, "_kept", {})
    assert made[1] == worker.press(html, project, Numbers(1, {}, {}), frozenset())[1].pdf != made[0]


def test_memory_is_swept_before_more_is_set_or_when_that_is_asked_for(project, monkeypatch):
    html, swept = Html("brief", HTML), []
    monkeypatch.setattr(worker, "lighten", lambda: swept.append(1))
    monkeypatch.setattr(worker, "SWEEP_PAGES", 1)
    monkeypatch.setattr(worker, "_unswept", 0)
    _, made = worker.press(html, project, Numbers(1, {}, {}), frozenset())
    assert not swept  # who waits for the pages has them first
    worker.sweep()
    worker.sweep()
    assert len(swept) == 1
    worker.set_for_press(html, project, PRESS, made)
    worker.lay(html, project, 1, {})
    assert len(swept) == 2
