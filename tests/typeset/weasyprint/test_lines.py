"""lines: lines of a paragraph are set as they were chosen together."""

from contextlib import nullcontext
from itertools import pairwise

import pyphen
import pytest

from press.render.render import Html
from press.typeset import typeset as typesetting
from press.typeset.typeset import lay_out
from press.typeset.weasyprint import lines as planning
from press.typeset.weasyprint.lines import Tally
from tests.support.lines import STYLE, Edges, set_lines
from tests.support.projects import OURS

SYMBOL = '<bdi dir="ltr" class="latin">S/RES/1706 (2006)</bdi>'
DATE = '<bdi class="value"><span class="day">28 نيسان/أبريل</span> 2006</bdi>'
ARABIC = (
    f"قرر مجلس الأمن في القرار {SYMBOL} أن يبقي هذه المسألة قيد نظره، وأن يحيط علماً بتقرير الأمين "
    f'العام المؤرخ {DATE} بشأن <a href="#x">حماية المدنيين</a> في النزاع المسلح. '
)
ENGLISH = (
    "The Council decided to remain actively seized of the matter, and took note of recommendations "
    f"of the Secretary-General concerning the responsibility to protect ({SYMBOL}). "
)
FIT = """
p { --lines: fit; --last-line: 25mm; text-indent: 6.5mm; hyphens: auto }
.latin { --spaces: fixed } .value { --break-cost: 60 } .day { white-space: nowrap }
"""
WIDTHS = (90, 100, 110, 120, 130, 140)
NEAR_MM = 0.4


def lines_at(width: int, text: str = ARABIC, language: str = "ar") -> list[Edges]:
    return set_lines(f'<p id="x">{text * 4}</p>', FIT, width_mm=width, language=language)


def tally_of(body: str, style: str, width: int) -> Tally:
    head = f"<style>{STYLE.format(width=width)}{style}</style><title>x</title>"
    html = f'<html lang="ar" dir="rtl">{head}<body>{body}'
    return lay_out(Html("example", html), OURS).lines


def test_a_space_is_measured_once_for_a_paragraph(monkeypatch):
    measured = []
    space = planning.space_width

    def counted(style, context):
        measured.append(style)
        return space(style, context)

    monkeypatch.setattr(planning, "space_width", counted)
    assert tally_of(f"<p>{ARABIC * 4}</p>", FIT, 100).lines > 4
    assert len(measured) == 1


def is_justified(lines: list[Edges]) -> bool:
    return all(abs(line.left) < NEAR_MM for line in lines[:-1])


@pytest.mark.parametrize("width", WIDTHS)
def test_a_paragraph_is_justified_whole_or_ragged_whole(width):
    lines = lines_at(width)
    assert all(abs(line.right) < NEAR_MM for line in lines[1:])
    assert lines[0].right == pytest.approx(6.5, abs=NEAR_MM)
    if is_justified(lines):
        assert max(space for line in lines for space in line.spaces) <= 0.61
    else:
        assert max(space for line in lines for space in line.spaces) < 0.3  # as it comes
        assert min(line.left for line in lines) > -NEAR_MM


def test_wide_enough_lines_are_justified():
    assert [is_justified(lines_at(width)) for width in (120, 160)] == [True] * 2


@pytest.mark.parametrize("width", (70, 90, 110, 140))
def test_english_is_justified_and_hyphenated_by_its_dictionary(width):
    lines = lines_at(width, ENGLISH, "en")
    if is_justified(lines):
        assert all(abs(line.right) < NEAR_MM for line in lines[:-1])
    dictionary = pyphen.Pyphen(lang="en", left=2, right=2)
    ends = [(line.words[-1], below.words[0]) for line, below in pairwise(lines)]
    for first, rest in ends:
        if first.endswith("‐"):
            word = first[:-1] + rest.rstrip(".,")
            assert len(first) - 1 in dictionary.positions(word)


def test_narrow_english_is_hyphenated_and_justified_where_it_were_ragged_without():
    plain = ENGLISH.replace(SYMBOL, "1706")
    lines = lines_at(120, plain, "en")
    assert all(abs(line.right) < NEAR_MM for line in lines[:-1])
    assert any(line.words[-1].endswith("‐") for line in lines)
    whole = set_lines(f"<p>{plain * 4}</p>", f"{FIT} p {{ hyphens: manual }}", language="en",
                      width_mm=120)  # fmt: skip
    assert not all(abs(line.right) < NEAR_MM for line in whole[:-1])


def test_no_space_of_a_symbol_is_widened():
    lines = [line for width in (120, 140) for line in lines_at(width)]
    inside = [
        space
        for line in lines
        for word, space in zip(line.words, line.spaces, strict=False)
        if word.endswith("S/RES/1706")
    ]
    assert inside
    assert max(inside) - min(inside) < 0.01


@pytest.mark.parametrize("width", WIDTHS)
def test_no_last_line_is_a_single_short_word(width):
    last = lines_at(width)[-1]
    assert width - 20 - last.left - last.right >= 24.5


def test_lines_are_set_where_they_were_planned():
    for width in WIDTHS:
        tally = tally_of(f'<p id="x">{ARABIC * 4}</p>' * 3, FIT, width)
        assert tally.lines > 30
        assert tally.missed == 0


def test_a_plan_goes_on_overleaf_and_beside_a_column():
    body = f'<div style="column-count: 2"><p id="x">{ARABIC * 9}</p></div><p>{ARABIC * 12}</p>'
    assert tally_of(body, FIT, 200).missed == 0
    whole = set_lines(f'<p id="x">{ARABIC * 16}</p>', FIT)
    short = set_lines(f'<p id="x">{ARABIC * 16}</p>', FIT + "@page { size: 120mm 70mm }")
    assert [line.words for line in whole] == [line.words for line in short]


@pytest.mark.parametrize(
    "body",
    [
        'كلام<br>ثم <span style="float: left">عائم</span> كلام',
        'كلام <span style="position: absolute">مرفوع</span> كلام',
        'كلام <span style="display: inline-flex">مرن</span> كلام',
        '<span style="letter-spacing: 1pt">كلام</span> وكلام',
    ],
)
def test_what_only_weasyprint_can_place_is_left_to_it(body):
    assert tally_of(f"<p>{body}</p>", FIT, 120).lines == 0


def test_a_heading_of_two_lines_is_level():
    title = "القرار الذي اعتمده مجلس الأمن بشأن حماية المدنيين في النزاع"
    heading = "h1 { font: bold 14pt/8mm 'Noto Kufi Arabic'; %s }"
    level = set_lines(f"<h1>{title}</h1>", heading % "--lines: level")
    greedy = set_lines(f"<h1>{title}</h1>", heading % "")
    assert len(level) == len(greedy) == 2
    assert abs(level[0].left - level[1].left) < abs(greedy[0].left - greedy[1].left) / 2


def test_without_the_patch_lines_are_as_full_as_they_can_be(monkeypatch):
    def worst(lines: list[Edges]) -> float:
        return max(space for line in lines[:-1] for space in line.spaces)

    chosen = [worst(lines_at(width)) for width in (120, 130, 140)]
    monkeypatch.setattr(typesetting, "planned_lines", lambda: nullcontext(Tally()))
    justify = FIT + "p { text-align: justify }"
    greedy = [
        worst(set_lines(f'<p id="x">{ARABIC * 4}</p>', justify, width_mm=width))
        for width in (120, 130, 140)
    ]
    assert sum(chosen) < sum(greedy)
