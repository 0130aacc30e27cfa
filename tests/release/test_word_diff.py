"""rewording: differences word by word, and corrections that can be followed to the letter."""

from hypothesis import given
from hypothesis import strategies as st

from press.release.word_diff import (
    Correction,
    Step,
    corrected,
    corrections,
    places_of,
    reword,
    tidy,
)

BEFORE = (
    "وأذن المجلس بأن تُنشر في دارفور قوة لحفظ السلام قوامها ما يصل إلى \u206717,300 عنصر\u2069 "
    "عسكري و\u20673,300 عنصر\u2069 من الشرطة المدنية."
)
WORDS = st.sampled_from(
    ["في", "دارفور", "المجلس", "و\u206717,300 عنصر\u2069", "\u2066S/RES/1706 (2006)\u2069", "قوة",
     "السلام", "من", "،", "؛", "«", "»", ".", "\n", "(", ")"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


def glue(text: str) -> str:
    """A text whose marks stand at their words, as in print."""
    for mark in "،؛.»)":
        text = text.replace(f" {mark}", mark)
    return text.replace("« ", "«").replace("( ", "(")


@given(TEXTS.map(glue), TEXTS.map(glue))
def test_the_steps_joined_are_the_old_text_and_the_new_one(before, after):
    steps = reword(before, after)
    assert "".join(step.before for step in steps) == tidy(before)
    assert "".join(step.after for step in steps) == tidy(after)


@given(TEXTS.map(glue), TEXTS.map(glue))
def test_no_step_begins_or_ends_inside_a_word_or_a_value(before, after):
    for step in reword(before, after):
        for text in (step.before, step.after):
            assert text.count("\u2066") + text.count("\u2067") == text.count("\u2069")
    for side in ("before", "after"):
        text, at = "".join(getattr(step, side) for step in reword(before, after)), 0
        for step in reword(before, after):
            around = text[at - 1 : at + 1] if at else ""
            assert not (len(around) == 2 and all(c.isalnum() for c in around))
            at += len(getattr(step, side))


@given(TEXTS.map(glue))
def test_a_text_that_has_not_changed_gives_no_step_that_changes_and_no_correction(text):
    assert all(step.kept for step in reword(text, text))
    assert corrections(text, text) == ()


@given(TEXTS.map(glue), TEXTS.map(glue))
def test_whoever_follows_the_corrections_has_the_new_text(before, after):
    assert corrected(tidy(before), corrections(before, after)) == tidy(after)


@given(TEXTS.map(glue), TEXTS.map(glue))
def test_what_a_correction_quotes_stands_once_in_the_old_text(before, after):
    for one in corrections(before, after):
        if not one.whole:
            assert len(places_of(one.behind or one.before, tidy(before))) == 1


def test_a_figure_with_its_noun_is_one_word():
    after = BEFORE.replace("17,300", "17,500")
    assert corrections(BEFORE, after) == (
        Correction("\u206717,300 عنصر\u2069", "\u206717,500 عنصر\u2069"),
    )


def test_words_put_in_are_named_by_what_they_follow():
    after = BEFORE.replace("المدنية.", "المدنية والسجون.")
    assert corrections(BEFORE, after) == (Correction("", "والسجون", "المدنية"),)


def test_words_taken_out_are_quoted():
    assert corrections(BEFORE, BEFORE.replace(" في دارفور", "")) == (Correction("في دارفور", ""),)


def test_a_mark_is_quoted_with_its_word():
    assert corrections(BEFORE, BEFORE.replace("قوة", "قوة،")) == (Correction("قوة", "قوة،"),)


def test_a_word_that_stands_twice_is_quoted_with_its_neighbour():
    before = "أقام المجلس في جنيف لجنة للتحقيق في الانتهاكات التي وقعت هناك"
    assert corrections(before, before.replace("في الانتهاكات", "عن الانتهاكات")) == (
        Correction("في الانتهاكات", "عن الانتهاكات"),
    )


def test_two_changes_with_one_word_between_are_one():
    before = "ناقشت الجمعية العامة تقرير الأمين العام في ثلاث جلسات"
    after = "ناقشت الجمعية العامة تقرير المفوض السامي عن ثلاث جلسات"
    changed = [step for step in reword(before, after) if not step.kept]
    assert changed == [Step(" الأمين العام في", " المفوض السامي عن")]


def test_a_text_of_which_little_is_kept_is_given_anew():
    (one,) = corrections(BEFORE, "رحب المجلس بالبيان")
    assert one.whole


def test_a_short_text_of_which_little_is_kept_is_quoted_whole():
    before, after = "ناقشت الجمعية العامة التقرير", "رحب المجلس بالبيان"
    assert corrections(before, after) == (Correction(before, after),)
