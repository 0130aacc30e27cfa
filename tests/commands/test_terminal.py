"""Arabic stands on a terminal as it is read, where the terminal cannot see to it itself."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from press.commands.terminal import for_terminal
from press.language.bidi import fold, visual


@given(st.text(alphabet="ابتلأإآمنهوي لا", max_size=40))
def test_shaped_text_in_visual_order_folds_to_the_visual_order_of_its_letters(text):
    assert fold(for_terminal(text)) == fold(visual(text))


def test_a_line_without_arabic_is_left_alone_in_a_terminal():
    line = "error: 12 (of 34) [audit/unsourced-number]"
    assert for_terminal(line) == line


def test_arabic_is_shaped_and_ordered_for_a_terminal():
    shown = for_terminal("بيت 12")
    assert shown == "12 \ufe96\ufef4\ufe91"


def test_arabic_inside_a_latin_line_keeps_the_order_of_the_line_in_a_terminal():
    shown = for_terminal("error: \u2068قلم\u2069 is unknown")
    assert unicodedata.normalize("NFKC", shown) == "error: ملق is unknown"


def test_brackets_open_towards_their_words_in_a_terminal():
    shown = for_terminal("أ (ب) «ج [1]» S/1 (2)")
    assert unicodedata.normalize("NFKC", shown) == "S/1 (2) «[1] ج» (ب) أ"


def test_brackets_beside_each_other_open_towards_their_words_in_a_terminal():
    shown = for_terminal("a: ((ب)) (c)")
    assert unicodedata.normalize("NFKC", shown) == "a: ((ب)) (c)"


def test_each_line_of_a_terminal_is_ordered_by_itself():
    shown = for_terminal("a: ب\nplain (1)")
    assert shown.split("\n")[1] == "plain (1)"
