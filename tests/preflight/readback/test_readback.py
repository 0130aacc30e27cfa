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


def test_latin_words_in_an_arabic_sentence_are_found():
    text = prose("عنوانه (Report of the Secretary-General, 2009) بالإنكليزية")
    assert isinstance(look_for_itself(text), Found)


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


def test_a_symbol_with_two_figures_exchanged_is_not_found():
    page = '<p>القرار <bdi dir="ltr" class="latin">S/RES/1076 (2006)</bdi>'
    assert isinstance(look(prose("القرار ", printed("S/RES/1706 (2006)", "ltr")), page), Lost)


@pytest.mark.parametrize("page", ["المسؤولة", "المسؤوليية", "المسئولية", "مسؤولية", "والمسؤولية"])
def test_a_word_with_another_letter_is_not_found(page):
    assert isinstance(look("المسؤولية", f"<p>{page}"), Lost)


@pytest.mark.parametrize("page", ["142", "421", "4−2", "42%", "4 2", "1−42", "42/1"])
def test_a_longer_number_is_not_taken_for_the_number(page):
    assert isinstance(look("42", f'<p><bdi dir="ltr" class="latin">{page}</bdi>'), Lost)


def test_a_lost_space_is_noticed():
    assert isinstance(look("القرار 1706", "<p>القرار1706"), Lost)


def test_a_space_inside_a_word_is_noticed():
    assert isinstance(look("مجلس", "<p>مج لس"), Lost)


def test_a_range_turned_round_is_not_found():
    page = '<p>الفترة <bdi dir="ltr" class="latin">2005–2012</bdi>'
    assert isinstance(look(prose("الفترة ", printed("2005–2012")), page), Lost)


def test_two_latin_elements_that_changed_places_are_not_found():
    page = '<p>وقالت <b class="latin">Human Rights</b> <b class="latin">Watch</b> ذلك'
    assert isinstance(look("وقالت Human Rights Watch ذلك", page), Lost)


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


FEET = """
@page { size: 120mm 60mm; @top-right { content: "رأس الصفحة" }
  @bottom-center { content: counter(page) } }
"""


def test_a_paragraph_runs_over_to_the_next_page():
    found = look(LONG, f"<p>{LONG}", FEET)
    assert isinstance(found, Found)


def test_a_word_on_a_wrong_page_is_not_found():
    words = LONG.split()
    body = f"<p>{' '.join(words[:9])}<p style='break-before: page'>غيره"
    body += f"<p style='break-before: page'>{' '.join(words[9:])}"
    style = "@page { size: 200mm 60mm }"
    assert isinstance(look(" ".join(words), body, style), Lost)


def test_a_line_too_far_below_is_not_of_the_paragraph():
    body = "<p>أعاد المجلس<p>بعد ذلك<p>تأكيد القرار"
    assert isinstance(look("أعاد المجلس تأكيد القرار", body), Lost)


def test_cells_side_by_side_are_told_apart():
    cells = ["أول مناقشة مفتوحة بشأن حماية المدنيين", "أول مناقشة مفتوحة بعد القرار 1674"]
    body = "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</table>"
    style = "td { width: 22mm; padding-inline-end: 5mm; vertical-align: top }"
    reader = Reader(read_pages(set_pages(body, style)))
    for cell in cells:
        assert isinstance(reader.find(words_of(cell)), Found)


def test_a_text_goes_on_in_the_next_column():
    found = look(LONG, f"<div>{LONG}</div>", "div { columns: 3; height: 40mm; column-fill: auto }")
    assert isinstance(found, Found)


def test_left_to_right_lines_are_found():
    title = "Report of the Secretary-General on implementing the responsibility to protect"
    page = f'<p dir="ltr" class="latin" style="width: 45mm; white-space: normal">{title}'
    assert isinstance(look(Phrase(title, "ltr"), page), Found)


def test_an_address_may_break_behind_its_signs():
    address = "globalr2p.org/international-coalition-for-the-responsibility-to-protect"
    page = f'<p dir="ltr" class="latin" style="width: 45mm; white-space: normal">{address}'
    assert isinstance(look(Phrase(address, "ltr"), page), Found)


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


def test_the_paragraphs_of_a_text_follow_each_other():
    text = Prose(((Words("أولاً هذا", HERE),), (Words("وثانياً ذاك", HERE),)))
    assert isinstance(look(text, "<p>أولاً هذا<p>وثانياً ذاك"), Found)
    assert isinstance(look(text, "<p>وثانياً ذاك<p>أولاً هذا"), Lost)


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
