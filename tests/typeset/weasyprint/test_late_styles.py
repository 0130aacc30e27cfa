"""late_styles: markers and calls of notes look the same, and others get no style."""

from contextlib import nullcontext
from typing import Any

import pytest
from weasyprint.css import StyleFor

from press.render.render import Html
from press.typeset import typeset as typesetting
from press.typeset.typeset import lay_out, paint
from tests.support.projects import OURS

STYLE = """
@page { size: 90mm 70mm; margin: 8mm } html { font: 10pt/6mm "Noto Sans" }
i { float: footnote } i.own::footnote-call { color: red; vertical-align: sub; font-size: 6pt }
i.own::footnote-marker { content: "* " } ol.own > li::marker { color: blue; font-size: 6pt }
li.sign::marker { font-weight: bold; white-space: normal !important }
summary { display: list-item }
"""
BODY = """<p>one<i>a note</i> two<i class="own">another</i></p><ul><li>a<li class="sign">b</ul>
<ol start="3"><li>c<li>d</ol><ol class="own"><li class="sign">e<li>f</ol><p>three</p>"""
HTML = f'<html lang="en"><style>{STYLE}</style><title>Notes</title><body>{BODY}'


def pdf_and_styles(monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, int]:
    """The pages, and how many styles were set."""
    count = 0
    set_styles = StyleFor.set_computed_styles

    def counted(*args: Any, **named: Any) -> None:
        nonlocal count
        count += 1
        set_styles(*args, **named)

    with monkeypatch.context() as patch:
        patch.setattr(StyleFor, "set_computed_styles", counted)
        return paint(lay_out(Html("example", HTML), OURS), OURS).pdf, count


def test_pages_are_the_same_with_and_without_and_fewer_styles_are_set(monkeypatch):
    late, few = pdf_and_styles(monkeypatch)
    monkeypatch.setattr(typesetting, "styling_late", nullcontext)
    early, many = pdf_and_styles(monkeypatch)
    assert late == early
    assert many > 2 * few


def test_the_patch_leaves_weasyprint_as_it_was():
    from weasyprint.html import UA_STYLESHEET

    from press.typeset.weasyprint.late_styles import LATE, styling_late

    rules = UA_STYLESHEET.matcher.other_selectors
    before = StyleFor.__init__, StyleFor.__call__, list(rules)
    with styling_late():
        assert StyleFor.__init__ is not before[0]
    assert (StyleFor.__init__, StyleFor.__call__, UA_STYLESHEET.matcher.other_selectors) == before
    assert {kind for _, _, _, kind, _ in rules} >= LATE
