"""A gradient runs between the inks of a press, with the patch alone."""

import io
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pikepdf
import pytest

from press.colour.inks import Press, mix
from press.colour.profiles import DEFAULT_PROFILE
from press.diagnostics import Refusal
from press.project import Project
from press.render.render import Html
from press.typeset import typeset as typesetting
from press.typeset.typeset import typeset
from tests.support.projects import project_in

PRESS = Press(DEFAULT_PROFILE.read_bytes(), 5.0, 3.0)
BRICK, NAVY = mix((0xA2, 0x37, 0x1F), PRESS), mix((0x12, 0x30, 0x5A), PRESS)


def page(gradient: str) -> Html:
    return Html(
        "poster",
        f"""<!doctype html><html lang="ar"><title>ت</title><style>
        html {{ font-family: "Noto Naskh Arabic" }}
        :root {{ --brick: #a2371f; --navy: #12305a }} @page {{ size: 60mm 60mm; margin: 5mm }}
        p {{ background: {gradient}; height: 30mm }}</style><p></p>""",
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return project_in(tmp_path, day="2026-01-01")


def ends(pdf: bytes) -> Iterator[tuple[float, ...]]:
    """The colours at the ends of every part of every gradient."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for held in opened.objects:
            shading = held.get("/ColorSpace") if isinstance(held, pikepdf.Dictionary) else None
            if shading is not None and "/Function" in held:
                assert shading == "/DeviceCMYK"
                for part in held.Function.Functions:
                    yield from (tuple(float(v) for v in part[key]) for key in ("/C0", "/C1"))


@pytest.mark.parametrize(
    "gradient",
    ["linear-gradient(var(--brick), var(--navy))", "radial-gradient(var(--brick), var(--navy))"],
)
def test_a_gradient_runs_from_the_inks_of_one_token_to_those_of_another(gradient, project):
    assert set(ends(typeset(page(gradient), project, press=PRESS).pdf)) == {BRICK, NAVY}


def test_without_the_patch_no_gradient_can_be_set_in_inks(project, monkeypatch):
    monkeypatch.setattr(typesetting, "running_in_inks", nullcontext)
    with pytest.raises(Refusal, match="bind/not-in-inks"):
        typeset(page("linear-gradient(var(--brick), var(--navy))"), project, press=PRESS)


def test_a_gradient_for_the_screen_is_weasyprints_own(project):
    pdf = typeset(page("linear-gradient(var(--brick), var(--navy))"), project).pdf
    assert b"DeviceCMYK" not in pdf
