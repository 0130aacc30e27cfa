"""A tag that is read in one piece says what the parser reads letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinyhtml5 import parse
from tinyhtml5.tokenizer import HTMLTokenizer

from press.typeset.weasyprint.tags import reading_tags


def tokens(text):
    """What the parser is told of `text`, its complaints too."""
    return list(HTMLTokenizer(text))


PIECES = (
    "<", "</", ">", "/>", " ", "\n", "\f", "=", '"', "'", "&", "&amp;", "\0", "\r\n", "!", "?", "-",
    "p", "BR", "svg", "viewBox", "xlink:href", "data-x", "é", "س", ' a="1"', ' a="1"', " b='2'",
    ' c="&lt;"', " d=e", ' F="ش <p>"', "<p>", "</p>", "<br/>", '<a href="#x" hidden>', "<!-- -->",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_a_tag_says_the_same(pieces):
    text = "<p>" + "".join(pieces) + " " * 200
    letters = tokens(text)
    with reading_tags():
        assert tokens(text) == letters


@pytest.mark.parametrize("at", range(10_225, 10_245))
def test_a_tag_that_is_read_in_two_pieces_is_whole(at):
    text = "x" * at + '<p class="a">b</p>'
    letters = tokens(text)
    with reading_tags():
        assert tokens(text) == letters


def test_tags_are_read_in_one_piece(monkeypatch):
    monkeypatch.setattr(HTMLTokenizer, "tag_name_state", None)  # where letters are read
    with pytest.raises(TypeError):
        parse("<p>a</p>")
    with reading_tags():
        assert parse("<p>a</p>", namespace_html_elements=False).find("body/p").text == "a"
