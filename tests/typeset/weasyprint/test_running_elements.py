"""running_elements: the margins have the running element of what stands on the finished page."""

from weasyprint import HTML

from press.typeset.weasyprint.page_numbers import foliating

# Five lines a page; the second chapter's title does not fit below four lines of the first.
PAGE = """<style>
@page { size: 200px 120px; margin: 10px; @left-top { content: element(tab, last) } }
body, p { margin: 0 } p { line-height: 20px; font-size: 12px }
header { break-inside: avoid; string-set: tab attr(data-tab) }
.end { string-set: tab "" } i { position: running(tab); display: block }
</style>
<section><i data-running="one"></i><header data-tab="one"><p>1</p></header>
<p>x</p><p>x</p><p>x</p></section>
<section><i data-running="two"></i><header data-tab="two"><p>2</p><p>2</p></header></section>
<section><p class="end">x</p></section><p>x</p><p>x</p><p>x</p>"""


def tabs() -> list[list[str]]:
    with foliating(1):
        document = HTML(string=PAGE).render()
    return [
        [box.element.get("data-running") for box in page._page_box.descendants() if _is_tab(box)]
        for page in document.pages
    ]


def _is_tab(box: object) -> bool:
    return getattr(box, "element_tag", "") == "i"


def test_a_page_has_the_tab_of_the_last_chapter_on_it_and_none_behind_the_last():
    assert tabs() == [["one"], ["two"], []]


def test_without_the_patch_it_has_that_of_a_chapter_moved_overleaf(monkeypatch):
    module = "press.typeset.weasyprint.page_numbers.found_by_strings"
    monkeypatch.setattr(module, lambda context: None)
    assert tabs()[0] == ["two"]
