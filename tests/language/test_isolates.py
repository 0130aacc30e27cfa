import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.language.bidi import isolate, visual
from press.language.isolates import (
    IN_A_TOKEN,
    PASSED,
    TOKEN,
    Phrase,
    address_parts,
    said,
    tokens,
    tokens_of,
)
from press.language.phrases import Direction
from tests.support.orders import orders

# Tokens are looked for at every letter.
EVERYWHERE = re.compile(TOKEN.pattern.replace(f"(?![{PASSED}])", ""))
assert EVERYWHERE.pattern != TOKEN.pattern


def on_paper(text: str, base: Direction) -> str:
    """`text` from left to right, each token isolated, without white space."""
    parts = (
        part.text if part.kind == "words" else isolate(Phrase(part.text, part.direction))
        for part in tokens(text, base)
    )
    return "".join(visual("".join(parts), base).split())


def test_the_table_has_at_least_a_hundred_tokens_of_both_families():
    assert len(orders()) >= 100
    assert sum(any("٠" <= c <= "٩" for c in order.typed) for order in orders()) >= 20


@pytest.mark.parametrize("order", orders(), ids=lambda order: order.typed)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("في ", " ثم"), ("و", "،"), ("(", ")")])
def test_signs_stand_as_written_by_hand_wherever_the_token_stands(order, before, after):
    assert "".join(order.rtl.split()) in on_paper(before + order.typed + after, "rtl")


@pytest.mark.parametrize("order", orders(), ids=lambda order: order.typed)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("in ", " and"), ("", ","), ("(", ")")])
def test_signs_stand_as_typed_in_a_text_from_left_to_right(order, before, after):
    assert "".join(order.ltr.split()) in on_paper(before + order.typed + after, "ltr")


@pytest.mark.parametrize("order", orders(), ids=lambda order: order.typed)
def test_a_token_is_the_same_typed_by_hand_and_as_a_value(order):
    by_hand = [(t.text, t.direction) for t in tokens(order.typed) if t.kind != "words"]
    as_value = [(t.text, t.direction) for t in tokens_of(said(order.typed)) if t.kind != "words"]
    assert by_hand == as_value


@given(st.text(alphabet='اب 012٣۴½{lang f:}—+-%٪$#@("“‘é/\ufffcي،.', max_size=30))
def test_what_is_passed_over_at_once_is_in_no_token(text):
    spans = [match.span() for match in EVERYWHERE.finditer(text)]
    assert [match.span() for match in TOKEN.finditer(text)] == spans
    if spans:
        assert IN_A_TOKEN.search(text)


@given(st.text(alphabet='اب 0123٤٥-–%°/.:()@#Aa+±«»،؟?"', max_size=30))
def test_nothing_of_a_text_is_lost_or_doubled_in_its_tokens(text):
    for base in ("rtl", "ltr"):
        ends = [0]
        for token in tokens(text, base):
            assert token.start == ends[-1] < token.end
            bare = token.text.replace("\u200e", "").replace("\u200f", "").replace("\u00a0", " ")
            assert bare == text[token.start : token.end]
            ends.append(token.end)
        assert ends[-1] == len(text)


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("كوفيد-19 في", None),
        ("في عام 2006 أذن", None),
        ("1427 هـ", None),
        ("في 2006 Human Rights Watch", "Human Rights Watch"),
        ("«What?»", "What?"),
        ("هل RtoP؟", "RtoP"),
        ("www.example.org/ar.", "www.example.org/ar"),
        ("هاتف: 555-1234", "555-1234"),
        ("بين 555-1234 و", "\u200e555\u200f-\u200f\u200e1234\u200f\u200f"),
        ("(انظر Protect)", "Protect"),
    ],
)
def test_a_token_ends_where_its_words_end(text, token):
    assert next((t.text for t in tokens(text) if t.kind != "words"), None) == token


def test_a_passage_in_arabic_is_one_token_of_an_english_text():
    found = tokens("the word «مسؤولية الحماية» of 2005", "ltr")
    assert [(t.text, t.direction) for t in found if t.kind == "phrase"] == [
        ("مسؤولية الحماية", "rtl")
    ]


def test_an_address_is_broken_behind_its_signs_and_before_its_escapes():
    address = "https://example.org/a-b?c=%D9%85&d=" + "x" * 50
    assert "".join(address_parts(address)) == address
    assert address_parts(address)[:4] == ["https://", "example.org/", "a-", "b?"]
    assert max(map(len, address_parts(address))) <= 24
