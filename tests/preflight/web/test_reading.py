"""reading: what a page shows, as a browser would have it."""

from press.preflight.web.reading import Stretch, read_html


def test_elements_of_a_line_are_one_text_and_blocks_are_apart():
    page = read_html("<p>The <b>river</b>\n rose.</p><p>It fell<br>again.</p>")
    assert page.text == "The river rose.\nIt fell\nagain.\n"
    assert page.elements["The river rose."] == [Stretch(0, 15)]
    assert page.elements["river"] == [Stretch(4, 9)]


def test_what_is_never_seen_is_not_read():
    html = "<head><title>t</title><style>p{}</style></head><body><script>x</script><p>a</p></body>"
    page = read_html(f"<html>{html}</html>")
    assert page.text == "a\n"


def test_a_drawing_says_nothing_and_what_follows_it_is_read():
    page = read_html('<p><svg viewBox="0 0 1 1"><title>x</title><path d="M0 0"/></svg> After</p>')
    assert page.text.strip() == "After"


def test_each_letter_has_the_direction_of_its_element():
    page = read_html('<html dir="rtl"><body><p>قال <bdi dir="ltr">A/1</bdi> ثم</p></body></html>')
    held = dict(zip(page.text, page.directions, strict=True))
    assert held["ق"] == held["ث"] == "rtl"
    assert held["A"] == held["1"] == "ltr"


def test_marks_of_direction_and_breaks_are_no_letters_and_entities_are():
    page = read_html("<p>\u200f1&lt;2 &amp; a\u200bb<wbr>c\u00a0d</p>")
    assert page.text == "1<2 & abc d\n"


def test_an_id_is_known_with_its_place_and_one_that_comes_twice_is_told():
    page = read_html('<p id="a">one</p><p id="b">two</p><p id="a">three</p>')
    assert page.text[page.ids["b"].start : page.ids["b"].end].strip() == "two"
    assert page.twice == ["a"]


def test_links_and_what_is_loaded_are_told_apart():
    page = read_html(
        '<link rel="stylesheet" href="a.css"><link rel="alternate" href="b.json">'
        '<a href="#c">c</a><img src="d.png"><script src="e.js"></script>'
    )
    assert page.links == ["b.json", "#c"]
    assert page.loads == ["a.css", "d.png", "e.js"]


def test_an_element_that_is_left_open_ends_with_the_one_about_it():
    page = read_html("<ul><li>one<li>two</ul><p>three</p>")
    assert page.elements["three"]
    assert page.text == "one\ntwo\nthree\n"
