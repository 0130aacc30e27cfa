"""page_head: what begins a page reaches its edge, and what begins below keeps its place."""

from weasyprint import HTML
from weasyprint.formatting_structure.boxes import BlockBox

from press.typeset.weasyprint.page_head import reaching_the_head

STYLE = (
    "@page { size: 400px 300px; margin: 40px 0 } p { height: 100px }"
    "body, p { margin: 0; font-family: Noto Sans }"
    ":root { --bleed: 10px } .band { --at-head: 40px; background: #eee; margin-top: 30px;"
    " padding-top: 20px; height: 60px }"
)


def bands(body: str) -> list[tuple[float, float]]:
    """Where each band's colour begins on its page, and where its content does, in px."""
    with reaching_the_head():
        document = HTML(string=f"<style>{STYLE}</style>{body}").render()
    return [
        (box.border_box_y(), box.content_box_y())
        for page in document.pages
        for box in page._page_box.descendants()
        if type(box) is BlockBox and box.element.get("class") == "band"
    ]


def test_a_band_that_begins_a_page_reaches_into_the_bleed_and_its_text_stays():
    assert bands('<div class="band">x</div>') == [(-10, 60)]


def test_so_does_one_that_no_longer_fitted_on_the_page_before():
    assert bands('<p>x</p><p>x</p><div class="band">x</div>') == [(-10, 60)]


def test_a_band_below_other_text_has_its_own_space_above():
    assert bands('<p>x</p><div class="band">x</div>') == [(170, 190)]


def test_without_the_patch_it_begins_at_the_margin(monkeypatch):
    monkeypatch.setattr("press.typeset.weasyprint.page_head._asks", lambda box: False)
    ((begin, _),) = bands('<p>x</p><p>x</p><div class="band">x</div>')
    assert begin >= 40
