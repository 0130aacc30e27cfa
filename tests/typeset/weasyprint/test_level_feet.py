"""level_feet: pages are led out to their foot by whole lines, where boxes may take them."""

from weasyprint import HTML

from press.typeset.weasyprint.level_feet import levelled_feet

# A page of twelve lines of 20 px.
STYLE = (
    "@page { size: 400px 260px; margin: 10px } :root { --grid: 20px } body, p { margin: 0 }"
    " p { line-height: 20px; font-size: 12px } article { --leads: 2 } .free { --leads: 0 }"
    " article { position: relative } i { position: absolute; top: 0 }"
)


def tops(*lines: int, kind: str = "") -> list[list[int]]:
    """By page, on which of its lines each article of so many lines begins."""
    articles = "".join(
        f"<article class='{kind}'><i>y</i>" + "<p>x</p>" * count + "</article>" for count in lines
    )
    style = f"<style>{STYLE} article {{ break-inside: avoid }}</style>"
    with levelled_feet():
        document = HTML(string=f"{style}<section>{articles}</section>").render()
    found = []
    for page in document.pages:
        drawn = list(page._page_box.descendants(placeholders=True))
        found.append([round((b.position_y - 10) / 20) for b in drawn if b.element_tag == "article"])
        beside = [round((b.position_y - 10) / 20) for b in drawn if b.element_tag == "i"]
        assert set(beside) <= set(found[-1])  # what stands beside an article moves with it
    return found


def test_free_lines_stand_between_entries_and_not_at_the_foot():
    assert tops(3, 3, 3, 8)[0] == [0, 5, 9]  # three lines free: two, and one
    assert tops(5, 5, 8)[0] == [0, 7]


def test_what_may_take_no_line_and_a_page_that_is_full_or_thin_stay():
    assert tops(3, 3, 3, 8, kind="free")[0] == [0, 3, 6]
    assert tops(6, 6, 8)[0] == [0, 6]
    assert tops(1, 2)[0] == [0, 1]


def test_a_page_that_begins_with_an_entry_begins_at_its_head():
    assert [page[0] for page in tops(5, 5, 5, 5, 8)] == [0, 0, 0]
