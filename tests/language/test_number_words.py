import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.language.number_words import number_words
from tests.support.tables import table


def values(text: str) -> list[int]:
    return [value for _, _, value in number_words(text)]


@pytest.mark.parametrize(("words", "value"), table(__file__, "cardinals"))
def test_cardinals_are_read_in_both_genders_and_all_cases(words, value):
    assert number_words(words) == [(0, len(words), int(value))]


@pytest.mark.parametrize(("words", "value"), table(__file__, "larger numbers"))
def test_larger_numbers_are_read_whole(words, value):
    assert number_words(words) == [(0, len(words), int(value))]


@pytest.mark.parametrize(
    "word", ["وثلاث", "فثلاثة", "بثلاث", "لثلاثة", "كثلاثة", "الثلاث", "للثلاثة", "وبالثلاث"]
)
def test_prefixes_belong_to_the_number(word):
    assert number_words(word) == [(0, len(word), 3)]


NONE = "أسبوع السبت الأربعاء الثلاثاء الخميس خمسينيات مسبعة وحدة وحيد عشرات عشيرة استند ثلث"


@pytest.mark.parametrize("text", NONE.split())
def test_words_that_hold_a_number_word_are_none(text):
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "الدورة الثامنة",
        "ثاني تقرير",
        "الفقرة الثانية عشرة",
        "القرن الحادي والعشرين",
        "الذكرى الخامسة والعشرون",
        "أولاً",
    ],
)
def test_ordinals_are_no_cardinals(text):
    assert values(text) == []


@pytest.mark.parametrize("text", ["أحد الأعضاء", "وأحد الأعضاء", "وإحدى الدول", "الأحد"])
def test_one_of_is_no_number(text):
    assert values(text) == []


@pytest.mark.parametrize("text", ["آلاف الضحايا", "مئات", "ملايين"])
def test_vague_multitudes_are_no_numbers(text):
    assert values(text) == []


def test_monday_is_no_number():
    assert values("يوم الاثنين") == []
    assert values("التقريران الاثنان بين الاثنين") == [2, 2]


def test_i_am_not_is_no_six():
    assert values("لست أدري") == []


def test_he_wrote_is_no_thousand():
    assert values("ألّف كتاباً بألف صفحة") == [1_000]


def test_two_numbers_side_by_side_stay_two():
    assert values("خمسة وعشرة") == [5, 10]


def test_punctuation_parts_numbers():
    assert values("ثلاثة، وعشرون") == [3, 20]


def test_places_are_those_of_the_text_with_its_marks():
    text = "في سَبْعِ دولٍ"
    assert number_words(text) == [(3, 9, 7)]
    assert text[3:9] == "سَبْعِ"


def test_a_hamza_left_out_does_not_hide_a_number():
    assert values("اربع دول") == [4]


@given(st.text(alphabet="ابثحخدرسعفلمنوةأآ ّ،", max_size=60))
def test_places_are_in_order_and_never_overlap(text):
    ends = [place for start, end, _ in number_words(text) for place in (start, end)]
    assert ends == sorted(set(ends))
