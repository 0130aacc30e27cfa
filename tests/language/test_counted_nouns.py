"""counting: numbers with the noun that they count."""

import pytest

from press.language.counted_nouns import counted_at, counted_in_words
from press.language.nouns import CountedNoun

FORMS = ("zero", "one", "two", "few", "many", "other")
DUAL = {"رفع": "دولتان", "نصب": "دولتين", "جر": "دولتين"}
STATE = CountedNoun(
    "مؤنث", dict(zip(FORMS, ("لا دول", "دولة واحدة", DUAL, "دول", "دولة", "دولة"), strict=True))
)
MEMBERS = "لا دول", "دولة عضو واحدة", "دولتان عضوان", "دول أعضاء", "دولة عضواً", "دولة عضو"
MEMBER_STATE = CountedNoun("مؤنث", dict(zip(FORMS, MEMBERS, strict=True)))
LEXICON = {"دولة": STATE, "دولة عضو": MEMBER_STATE}


def counted(text: str) -> list[tuple[int, str]]:
    """The numbers in words of `text`, with what they count."""
    return [(found.number, found.noun) for found in counted_in_words(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("امتنعت ثلاث دول", [(3, "دولة")]),
        ("امتنعت دولة واحدة", [(1, "دولة")]),
        ("أيدته ثلاث دول أعضاء", [(3, "دولة عضو")]),
        ("أيدته خمس عشرة دولة", [(15, "دولة")]),
        ("ثلاثُ دولٍ", [(3, "دولة")]),
    ],
)
def test_a_number_in_words_counts_the_noun_beside_it(text, found):
    assert counted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "منها ثلاث دول أفريقية",
        "وأيدته ثلاث دول أخرى",
        "لم تعترض عليه أي دولة واحدة",
        "ثلاث مرات في دول",
        "الدول الثلاث",
    ],
)
def test_a_part_a_rest_and_an_idiom_count_nothing(text):
    assert counted(text) == []


def test_figures_count_the_noun_in_the_form_that_they_ask_for():
    assert counted_at("تكلمت 42 دولة", 6, 8, 42, LEXICON) == "دولة"
    assert counted_at("في 2042 دول عدة", 3, 7, 2042, LEXICON) == ""


def test_a_year_and_a_number_that_names_count_nothing():
    assert counted_at("في عام 2005 دول عدة", 7, 11, 2005, LEXICON) == ""
