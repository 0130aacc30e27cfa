"""baseline_grid: what asks for it stands on the grid; without the patch it does not."""

from contextlib import nullcontext

import pytest

from press.render.render import Html
from press.typeset import typeset as typesetting
from press.typeset.typeset import lay_out
from tests.support.projects import OURS

PX_PER_MM = 96 / 25.4
STYLE = """
@page { size: 100mm 100mm; margin: 10mm }
html { font: 12pt/8mm "Noto Naskh Arabic"; --grid: 8mm }
body, p, h1, div { margin: 0 }
h1 { font-size: 12pt; line-height: 11mm }
.start { --on-grid: start } .end { --on-grid: end }
"""


def tops(body: str) -> dict[str, float]:
    """How far below the upper edge of the page each box with an id begins, in mm."""
    html = f'<html lang="ar" dir="rtl"><style>{STYLE}</style><title>مثال</title><body>{body}'
    (page,) = lay_out(Html("example", html), OURS).document.pages
    return {name: place[1] / PX_PER_MM for name, place in page.anchors.items()}


BODY = '<h1>عنوان</h1><p id="text" class="{}">كلام</p>'


def test_what_asks_for_it_begins_on_the_next_line_of_the_grid():
    assert tops(BODY.format(""))["text"] == pytest.approx(21)
    assert tops(BODY.format("start"))["text"] == pytest.approx(24)


def test_what_follows_a_box_that_asks_for_it_stands_on_the_grid():
    found = tops('<h1 class="end" id="head">عنوان</h1><p id="text">كلام</p>')
    assert found["text"] == pytest.approx(24)
    assert found["head"] == pytest.approx(13)


def test_a_wish_is_not_inherited():
    found = tops('<div class="start"><h1>عنوان</h1><p id="text">كلام</p></div>')
    assert found["text"] == pytest.approx(16 + 11)


def test_without_the_patch_it_stands_where_the_heading_ends(monkeypatch):
    monkeypatch.setattr(typesetting, "on_grid", nullcontext)
    assert tops(BODY.format("start"))["text"] == pytest.approx(21)
