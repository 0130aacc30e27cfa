from functools import cache
from itertools import pairwise

import pytest

from press.content.prose import NoteMark, Piece, Printed, Prose, Words
from press.diagnostics import Place
from press.geometry import Box
from press.language.phrases import Phrase
from press.pdf.pages import read_pages
from press.preflight.readback.readback import Found, Lost, Reader
from press.preflight.readback.words import shown, unshown, words_of
from press.render.render import Html
from press.typeset.tagging.mend import mend
from press.typeset.typeset import lay_out, paint
from tests.support.html import as_html
from tests.support.pdfs import finished, set_pages
from tests.support.projects import OURS

HERE = Place("content/events/x.yaml", 7, 3)
LONG = (
    "في عام 2006 اتخذ مجلس الأمن القرار 1674 بالإجماع، وأعاد فيه تأكيد ما جاء في الفقرتين 138 و139 "
    "من الوثيقة الختامية للقمة العالمية (انظر الفصل الأول). ثم أذن، في القرار 1706، بنشر قوة في "
    "«دارفور» قوامها ما بين 10 و17 ألفاً؛ غير أن الخرطوم رفضت، فلم تنتشر القوة."
)


def prose(*pieces: Piece | str) -> Prose:
    return Prose((tuple(Words(p, HERE) if isinstance(p, str) else p for p in pieces),))


def printed(text: str, direction="rtl") -> Printed:
    return Printed(Phrase(text, direction), "a-fact", "", HERE)


def look(text: Prose | Phrase | str, body: str, style: str = "") -> Found | Lost:
    """Where `text` is found on the pages of `body`."""
    reader = Reader(read_pages(set_pages(body, style)))
    return reader.find(words_of(text))


def look_for_itself(text: Prose, style: str = "") -> Found | Lost:
    return look(text, as_html(text), style)


@cache
def page_of_long() -> Reader:
    return Reader(read_pages(set_pages(f"<p>{LONG}", "p { width: 70mm }")))


@pytest.mark.parametrize("align", ["start", "justify", "center"])
def test_a_paragraph_is_found_line_by_line(align):
    found = look(LONG, f"<p>{LONG}", f"p {{ width: 60mm; text-align: {align} }}")
    assert isinstance(found, Found)
    assert len(found.spans) > 4


def test_values_and_symbols_are_found_in_their_order():
    text = prose(
        "في ", printed("28 نيسان/أبريل 2006"), " أذن القرار ", printed("S/RES/1706 (2006)", "ltr"),
        " بنشر ", printed("17\u00a0300 عنصر"), " في الفترة ", printed("2005–2012"), " أي ",
        printed("−12%", "ltr"), " منهم.",
    )  # fmt: skip
    assert isinstance(look_for_itself(text), Found)
    assert isinstance(look_for_itself(text, "p { width: 45mm }"), Found)


def latin(text: str) -> str:
    return f'<bdi dir="ltr" class="latin">{text}</bdi>'


NARROW = '<p dir="ltr" class="latin" style="width: 45mm; white-space: normal">'
TITLE = "Report of the Secretary-General on implementing the responsibility to protect"
ADDRESS = "globalr2p.org/international-coalition-for-the-responsibility-to-protect"
IN_LATIN = prose("عنوانه (Report of the Secretary-General, 2009) بالإنكليزية")
TWO = Prose(((Words("أولاً هذا", HERE),), (Words("وثانياً ذاك", HERE),)))
FEET = """
@page { size: 120mm 60mm; @top-right { content: "رأس الصفحة" }
  @bottom-center { content: counter(page) } }
"""
FOUND = {
    "Latin words in an Arabic sentence": (IN_LATIN, as_html(IN_LATIN)),
    "a text that runs over to the next page": (LONG, f"<p>{LONG}", FEET),
    "a text that goes on in the next column": (
        LONG, f"<div>{LONG}</div>", "div { columns: 3; height: 40mm; column-fill: auto }",
    ),
    "lines from left to right": (Phrase(TITLE, "ltr"), NARROW + TITLE),
    "an address that breaks behind its signs": (Phrase(ADDRESS, "ltr"), NARROW + ADDRESS),
    "paragraphs that follow each other": (TWO, "<p>أولاً هذا<p>وثانياً ذاك"),
}  # fmt: skip


@pytest.mark.parametrize("what", FOUND)
def test_what_stands_on_a_page_is_found(what):
    assert isinstance(look(*FOUND[what]), Found)


SYMBOL, PERIOD = printed("S/RES/1706 (2006)", "ltr"), printed("2005–2012")
NINE, REST = " ".join(LONG.split()[:9]), " ".join(LONG.split()[9:])
APART = "<p style='break-before: page'>"
LOST = {
    "a symbol with two figures exchanged": (
        prose("القرار ", SYMBOL), f"<p>القرار {latin('S/RES/1076 (2006)')}",
    ),
    "a range turned round": (prose("الفترة ", PERIOD), f"<p>الفترة {latin('2005–2012')}"),
    "a lost space": ("القرار 1706", "<p>القرار1706"),
    "a space inside a word": ("مجلس", "<p>مج لس"),
    "two Latin elements that changed places": (
        "وقالت Human Rights Watch ذلك",
        '<p>وقالت <b class="latin">Human Rights</b> <b class="latin">Watch</b> ذلك',
    ),
    "words on a wrong page": (
        f"{NINE} {REST}", f"<p>{NINE}{APART}غيره{APART}{REST}", "@page { size: 200mm 60mm }",
    ),
    "a line too far below": ("أعاد المجلس تأكيد القرار", "<p>أعاد المجلس<p>بعد ذلك<p>تأكيد القرار"),
    "paragraphs that changed places": (TWO, "<p>وثانياً ذاك<p>أولاً هذا"),
}  # fmt: skip
LOST |= {
    f"another letter: {page}": ("المسؤولية", f"<p>{page}")
    for page in ("المسؤولة", "المسؤوليية", "المسئولية", "مسؤولية", "والمسؤولية")
}
LOST |= {
    f"a longer number: {page}": ("42", f"<p>{latin(page)}")
    for page in ("142", "421", "4−2", "42%", "4 2", "1−42", "42/1")
}


@pytest.mark.parametrize("what", LOST)
def test_what_is_printed_otherwise_is_not_found(what):
    assert isinstance(look(*LOST[what]), Lost)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_same_words_in_two_columns_are_found_in_the_order_of_the_columns(direction):
    column = "<p dir=ltr>Bulletin<p dir=ltr>Office of the Alder"
    style = f"html {{ direction: {direction} }} body {{ columns: 2 }} p {{ margin: 0 }}"
    reader = Reader(read_pages(set_pages(column * 2, style)), direction)
    first, second = (reader.find(words_of("Office of the Alder", "ltr")) for _ in range(2))
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    begins = first.spans[0].first, second.spans[0].first
    assert (begins[0] < begins[1]) == (direction == "ltr")


def test_a_number_in_reverse_is_not_found():
    lost = look(prose("شاركت 24 دولة"), "<p>شاركت 42 دولة")
    assert isinstance(lost, Lost)
    assert (lost.text, lost.before, lost.page) == ("24", "شاركت", 1)


def test_every_exchange_of_two_letters_is_noticed():
    reader = page_of_long()
    for index, (one, other) in enumerate(pairwise(LONG)):
        if one == other or not (one + other).isalnum():
            continue
        wrong = f"{LONG[:index]}{other}{one}{LONG[index + 2 :]}"
        assert isinstance(reader.find(words_of(wrong)), Lost), wrong[index:]


def test_every_letter_left_out_is_noticed():
    reader = page_of_long()
    for index, letter in enumerate(LONG):
        if letter.isalnum():
            wrong = LONG[:index] + LONG[index + 1 :]
            assert isinstance(reader.find(words_of(wrong)), Lost)


def test_a_lost_word_is_named_with_its_fact_and_place():
    text = prose("وأذن بنشر ", printed("13\u00a0700 عنصر"), " منهم")
    lost = look(text, "<p>وأذن بنشر 17&nbsp;300 عنصر منهم")
    assert isinstance(lost, Lost)
    assert (lost.text, lost.before) == ("13\u00a0700 عنصر", "وأذن بنشر")
    assert (lost.word.runs[0].fact, lost.word.runs[0].place) == ("a-fact", HERE)


def test_cells_side_by_side_are_told_apart():
    cells = ["أول مناقشة مفتوحة بشأن حماية المدنيين", "أول مناقشة مفتوحة بعد القرار 1674"]
    body = "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</table>"
    style = "td { width: 22mm; padding-inline-end: 5mm; vertical-align: top }"
    reader = Reader(read_pages(set_pages(body, style)))
    for cell in cells:
        assert isinstance(reader.find(words_of(cell)), Found)


def test_what_was_found_is_taken():
    reader = Reader(read_pages(set_pages("<p>نعم<p>لا<p>نعم")))
    results = [reader.find(words_of("نعم"), 0, 3) for _ in range(3)]
    assert [type(result) for result in results] == [Found, Found, Lost]


def test_a_text_is_looked_for_among_the_lines_given():
    reader = Reader(read_pages(set_pages("<p>نعم<p>لا")))
    assert isinstance(reader.find(words_of("نعم"), 1, 2), Lost)


def test_a_text_is_not_taken_to_go_on_in_the_box_beside_it():
    """«عن» stands on the second line of the first box, and alone beside its first line."""
    body = "<p id=one>المجلس يقرر عن<p id=two>عن"
    style = """p { position: absolute; top: 0; margin: 0 }
    #one { right: 0; width: 21mm } #two { right: 24mm; width: 19mm }"""
    (page,) = read_pages(set_pages(body, style))
    reader = Reader((page,))
    right = max(glyph.end for row in page.rows for glyph in row.glyphs)
    one = reader.find(words_of("المجلس يقرر عن"), box=Box(right - 21, 0, 21, page.height_mm))
    assert isinstance(one, Found)
    assert len(one.spans) == 2
    two = reader.find(words_of("عن"), box=Box(right - 43, 0, 19, page.height_mm))
    assert isinstance(two, Found)


def test_a_text_is_looked_for_in_its_box():
    columns = "<table style='width: 100%'><tr><td>نعم</td><td>نعم</td></table>"
    reader = Reader(read_pages(set_pages(columns)))
    left_half = Box(0, 0, 110, 120)
    found = reader.find(words_of("نعم"), 0, 1, left_half)
    assert isinstance(found, Found)
    assert all(glyph.right < 110 for _, glyph in reader.glyphs(found))


def test_a_note_mark_stands_behind_its_word():
    text = prose("في ", printed("2006"), NoteMark(13, "a-fact"), "، أذن")
    assert isinstance(look_for_itself(text), Found)


def test_another_number_on_a_note_mark_is_noticed():
    text = prose("في ", printed("2006"), NoteMark(13, "a-fact"), " أذن")
    other = prose("في ", printed("2006"), NoteMark(31, "a-fact"), " أذن")
    assert isinstance(look(other, as_html(text)), Lost)


def test_a_line_is_shown_as_the_bidirectional_algorithm_asks():
    (words,) = words_of(prose("القرار ", printed("S/RES/1 (2006)", "ltr"), "، و12"))
    assert shown(words) == "12و ،S/RES/1 (2006( رارقلا"


def test_a_line_for_a_message_is_put_back_in_order():
    assert unshown("12و ،S/RES/1 رارقلا") == "القرار S/RES/1، و12"
    assert unshown("٣٫٥ ىلإ ٢٠٠٦ بآ ٣١") == "٣١ آب ٢٠٠٦ إلى ٣٫٥"


def test_words_break_behind_a_slash_but_not_inside_a_number():
    (words,) = words_of("نيسان/أبريل 63/308 في 2005–2012")
    assert [w.text for w in words] == ["نيسان/", "أبريل", "63/308", "في", "2005–", "2012"]


def test_the_small_brief_is_read_back_whole():
    one = finished("brief")
    reader = Reader(read_pages(one.document.pdf))
    for chapter in one.sheets.brief.chapters:
        for entry in chapter.entries:
            assert isinstance(reader.find(words_of(entry.brief)), Found)


@pytest.mark.parametrize("width_mm", [40, 46, 52, 64])
def test_a_verse_is_read_wherever_its_lines_break(width_mm):
    """High marks part a line for pdfium, which then gives a lam and its alef in no order."""
    verse = "﴿وَلَا تَعۡتَدُوٓاْۚ إِنَّ ٱللَّهَ لَا يُحِبُّ ٱلۡمُعۡتَدِينَ﴾"
    style = f"@page {{ size: {width_mm}mm 200mm; margin: 9mm }} html {{ font: 12pt %s }}"
    head = f"<title>x</title><style>{style % 'Noto Naskh Arabic'}</style>"
    text = f"<html lang=ar dir=rtl>{head}<p>{verse}"
    made = mend(paint(lay_out(Html("x", text), OURS), OURS))
    assert isinstance(Reader(read_pages(made.pdf)).find(words_of(prose(verse))), Found)
