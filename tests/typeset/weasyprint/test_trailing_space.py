"""trailing_space: a line that loses the space at its end stays in the measure."""

from contextlib import nullcontext

import pytest

from press.typeset import typeset as typesetting
from tests.support.lines import set_lines

SYMBOL = '<bdi dir="ltr" class="latin">S/RES/1706 (2006)</bdi>'
SENTENCE = f"قرر مجلس الأمن في القرار {SYMBOL} أن يبقي هذه المسألة قيد نظره "
SENT = f"The Council decided in resolution <b>{SYMBOL}</b> to remain seized of the matter "
NEAR_MM = 0.1


def out_of_measure(body: str, align: str, language: str = "ar") -> list[int]:
    """The numbers of the lines, but the last, that do not reach both margins, or the first one."""
    lines = set_lines(f"<p>{body}</p>", f"p {{ text-align: {align} }}", language=language)[:-1]
    assert len(lines) > 6
    both = align == "justify"
    start = [line.right if language == "ar" else line.left for line in lines]
    end = [line.left if language == "ar" else line.right for line in lines]
    return [
        number
        for number, (near, far) in enumerate(zip(start, end, strict=True))
        if abs(near) > NEAR_MM or (both and abs(far) > NEAR_MM)
    ]


@pytest.mark.parametrize("align", ["justify", "start"])
@pytest.mark.parametrize("pad", ["", "كلمة ", "في هذا ", "من قبل ومن بعد "])
def test_every_line_of_arabic_stands_in_the_measure(align, pad):
    assert out_of_measure(pad + SENTENCE * 8, align) == []


@pytest.mark.parametrize("align", ["justify", "start"])
def test_so_does_every_line_of_english(align):
    assert out_of_measure(SENT * 8, align, "en") == []


def test_so_does_a_line_that_ends_in_an_element_of_the_other_direction():
    body = 'قرر المجلس <bdi dir="ltr" lang="en">the matter of which it remains seized </bdi>' * 8
    assert out_of_measure(body, "start") == []


def test_without_the_patch_a_justified_line_before_an_element_stands_a_space_to_the_left(
    monkeypatch,
):
    monkeypatch.setattr(typesetting, "mended_trailing_space", nullcontext)
    texts = [pad + SENTENCE * 8 for pad in ("", "كلمة ", "في هذا ", "من قبل ومن بعد ")]
    assert any(out_of_measure(text, "justify") for text in texts)
