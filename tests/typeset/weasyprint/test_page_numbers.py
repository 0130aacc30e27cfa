"""page_numbers: pages take their numbers after they are laid out, without another layout."""

from typing import Any

import weasyprint.document
from weasyprint import HTML

from press.render.render import Html
from press.typeset.gathering import Numbers
from press.typeset.typeset import lay_out, number, paint
from press.typeset.weasyprint.page_numbers import foliating
from tests.support.projects import OURS

PAGE = """<html lang="ar" dir="rtl"><style>
html { font-family: "Noto Naskh Arabic" }
@page { size: 100mm 60mm; margin: 10mm; @bottom-center { content: counter(page) } }
@page :left { @top-left { content: "يسار" } }
body { font: 12pt/8mm "Noto Naskh Arabic" }
h1 { break-before: page }
</style><title>مثال</title><body><p>كلام</p><h1>ثان</h1></body></html>"""


def test_pages_numbered_afterwards_are_those_laid_out_with_their_numbers():
    later = lay_out(Html("example", PAGE), OURS)
    assert number(later, Numbers(8, {}, {}))
    at_once = lay_out(Html("example", PAGE), OURS, first=8)
    assert paint(later, OURS).pdf == paint(at_once, OURS).pdf


def test_without_the_patch_every_other_first_number_is_another_layout(monkeypatch):
    layouts = 0
    lay = weasyprint.document.layout_document

    def counted(*args: Any) -> Any:
        nonlocal layouts
        layouts += 1
        return lay(*args)

    monkeypatch.setattr(weasyprint.document, "layout_document", counted)
    laid = lay_out(Html("example", PAGE), OURS)
    assert all(number(laid, Numbers(first, {}, {})) for first in (8, 9, 30))
    assert layouts == 1
    # WeasyPrint alone begins elsewhere only where a style sheet says so, and is asked again.
    for first in (8, 9, 30):
        HTML(
            string=PAGE.replace("</style>", f"html {{ counter-reset: page {first - 1} }}")
        ).render()
    assert layouts == 4


def test_the_patch_leaves_weasyprint_as_it_was():
    import weasyprint.layout
    from weasyprint.formatting_structure import build

    before = weasyprint.layout.initialize_page_maker, build.content_to_boxes
    with foliating(5):
        assert weasyprint.layout.initialize_page_maker is not before[0]
    assert (weasyprint.layout.initialize_page_maker, build.content_to_boxes) == before
