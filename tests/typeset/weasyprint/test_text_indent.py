"""text_indent: a right-to-left paragraph is indented at its right edge."""

from contextlib import nullcontext

import pytest

from press.typeset import typeset as typesetting
from tests.support.lines import Edges, set_lines

SENTENCE = "قرر مجلس الأمن أن يبقي هذه المسألة قيد نظره " * 6


def first_lines(align: str) -> list[Edges]:
    return set_lines(f"<p>{SENTENCE}</p>", f"p {{ text-indent: 6.5mm; text-align: {align} }}")[:2]


@pytest.mark.parametrize("align", ["start", "justify"])
def test_the_first_line_is_indented_and_no_other(align):
    first, second = first_lines(align)
    assert first.right == pytest.approx(6.5, abs=0.1)
    assert second.right == pytest.approx(0, abs=0.1)
    if align == "justify":
        assert first.left == pytest.approx(0, abs=0.1)


def test_english_is_indented_at_its_left_edge():
    sentence = "The Council decided to remain seized of the matter. " * 6
    first, second = set_lines(f"<p>{sentence}</p>", "p { text-indent: 6.5mm }", language="en")[:2]
    assert first.left == pytest.approx(6.5, abs=0.1)
    assert second.left == pytest.approx(0, abs=0.1)


def test_without_the_patch_the_indent_is_left_at_the_end_of_the_line(monkeypatch):
    monkeypatch.setattr(typesetting, "mended_text_indent", nullcontext)
    assert first_lines("justify")[0].right == pytest.approx(0, abs=0.1)
    assert first_lines("justify")[0].left == pytest.approx(6.5, abs=0.1)
