"""page_floats: what does not fit lets what follows it stand first, and nothing is lost."""

from weasyprint import HTML
from weasyprint.formatting_structure.boxes import BlockBox

from press.typeset.weasyprint.page_floats import floating_down

STYLE = (
    "@page { size: 400px 300px; margin: 0 } body, p { margin: 0; font: 20px/20px Noto Sans }"
    ".box { --float: down; break-inside: avoid; height: 100px } p { orphans: 2; widows: 2 }"
    ".head { break-after: avoid; height: 20px }"
)
LINES = "<br>".join(["line"] * 12)


def order(body: str) -> list[list[str]]:
    """The ids on each page, in the order of their boxes."""
    with floating_down():
        document = HTML(string=f"<style>{STYLE}</style>{body}").render()
    return [
        [
            box.element.get("id")
            for box in page._page_box.descendants()
            if type(box) is BlockBox and box.element.get("id")
        ]
        for page in document.pages
    ]


def test_text_stands_before_a_box_that_no_longer_fits():
    body = f'<p id="a">{LINES}</p><div id="box" class="box"></div><p id="b">{LINES}</p>'
    assert order(body) == [["a", "b"], ["b", "box"]]


def test_a_box_that_fits_stays_where_it_is():
    body = '<p id="a">x</p><div id="box" class="box"></div><p id="b">x</p>'
    assert order(body) == [["a", "box", "b"]]


def test_a_box_at_the_head_of_a_page_stays_there():
    body = '<div id="one" class="box"></div><div id="two" class="box"></div><p id="a">x</p>'
    assert order(body) == [["one", "two", "a"]]


def test_several_boxes_keep_their_order_and_go_past_several_texts():
    box = '<div id="{}" class="box"></div>'
    body = (
        f'<p id="a">{LINES}</p>{box.format("one")}{box.format("two")}<p id="b">x</p><p id="c">y</p>'
    )
    assert order(body) == [["a", "b", "c"], ["one", "two"]]


def test_a_heading_does_not_part_from_the_text_that_comes_to_stand_below_it():
    body = (
        f'<p id="a">{LINES}</p><div id="h" class="head">x</div>'
        f'<div id="box" class="box"></div><p id="b">{LINES}</p>'
    )
    assert order(body) == [["a", "h", "b"], ["b", "box"]]


def test_where_nothing_follows_it_begins_the_next_page():
    assert order(f'<p id="a">{LINES}</p><div id="box" class="box"></div>') == [["a"], ["box"]]


def test_without_the_patch_the_page_ends_in_white(monkeypatch):
    monkeypatch.setattr("press.typeset.weasyprint.page_floats.floats", lambda box: False)
    body = f'<p id="a">{LINES}</p><div id="box" class="box"></div><p id="b">{LINES}</p>'
    assert order(body)[0] == ["a"]
