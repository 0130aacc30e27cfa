from press.language.phrases import Phrase
from press.preflight.readback.extraction import copied_share, copied_text
from press.preflight.readback.words import words_of
from tests.support.pdfs import set_pages


def test_the_text_that_a_reader_copies_is_in_logical_order():
    assert copied_text(set_pages("<p>سلم وأمن")).split() == ["سلم", "وأمن"]


def test_copied_words_are_counted():
    text = "القرار الأول بشأن دارفور، ثم غيره"
    share = copied_share("القرار الأول بشأن ثم غيره", [words_of(text)])
    assert (share.words, share.words_copied) == (6, 5)


def test_copied_symbols_are_counted_by_letter_and_order():
    symbols = [words_of(Phrase(symbol, "ltr")) for symbol in ("S/RES/1706 (2006)", "A/60/L.1")]
    page = '<p dir="ltr" class="latin">S/RES/1706 (2006)<p dir="ltr" class="latin">A/L.1/60'
    share = copied_share(copied_text(set_pages(page)), symbols)
    assert (share.symbols, share.symbols_copied) == (2, 1)
