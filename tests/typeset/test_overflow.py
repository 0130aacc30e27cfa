"""overflow: text leaves the box that it was given, sideways or at the foot; or stays in it."""

from pathlib import Path

import pytest

from press.render.render import Html
from press.typeset.overflow import overflowing
from press.typeset.typeset import lay_out
from tests.support.projects import OURS

ROOT = Path(__file__).resolve().parents[2]
WORDS = "كلمات عربية تملأ السطر"
PLACED = f'<div style="height: 5mm; position: relative"><p style="position: absolute">{WORDS}</p>'


def said(body: str) -> list[str]:
    style = "p, td { font: 12pt Noto Sans, Noto Naskh Arabic; margin: 0 }"
    text = f'<html lang="ar" dir="rtl"><style>{style}</style>{body}'
    laid = lay_out(Html("page", text), OURS)
    return [f"{found.place} {found.message}" for found in overflowing(laid.document, "page", 7)]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{WORDS * 20}</p>",
        f'<p style="width: 60mm">{WORDS}</p>',
        f'<p style="height: 9mm">{WORDS}</p>',
        f'<p style="width: 20mm">{WORDS}</p>',
        # What is placed stands where it is meant to be.
        PLACED.replace("absolute", "absolute; inset-block-start: 20mm") + "</div>",
        '<table style="width: 60mm"><tr><td>نص<td>نص آخر</table>',
    ],
)
def test_text_that_stays_in_its_box_is_nothing_to_complain_of(body):
    assert said(body) == []


@pytest.mark.parametrize(
    "body",
    [
        f'<p style="width: 20mm; white-space: nowrap">{WORDS}</p>',
        '<p style="width: 15mm">A/66/874-S/2012/578-A/66/874</p>',
        f'<p style="height: 9mm; width: 20mm">{WORDS}</p>',
        f'<div style="height: 4mm"><p>{WORDS}</p><p>{WORDS}</p></div>',
        '<table style="width: 20mm; table-layout: fixed"><tr><td>نص<td>A/66/874-S/2012/578</table>',
    ],
)
def test_text_that_leaves_its_box_is_named_with_its_page(body):
    found = said(body)
    assert found
    assert all(one.startswith("page.pdf:7 ") and "out of its box" in one for one in found)
