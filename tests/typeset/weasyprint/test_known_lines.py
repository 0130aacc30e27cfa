"""Patches that remember: they change nothing but time."""

import re
from contextlib import nullcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint.css import ComputedStyle
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import inline as inline_layout
from weasyprint.layout import percent
from weasyprint.pdf import fonts
from weasyprint.text import line_break

from press.render.render import Html
from press.typeset import typeset as typesetting
from press.typeset.typeset import lay_out, paint
from press.typeset.weasyprint.array_types import unsized_arrays
from tests.support.projects import OURS

STYLE = """
@page { size: 90mm 70mm; margin: 8mm; @bottom-center { content: counter(page) } }
html { font: 10pt/6mm "Noto Naskh Arabic"; --edge: 2mm; --half: calc(var(--edge) / 2) }
body, p { margin: 0 }
.pair { column-count: 2; column-gap: 4mm }
.level { column-fill: balance }
.whole { break-inside: avoid; padding: calc(1mm + 1%) 2%; border-block-start: 1pt solid #333 }
.even { text-align: justify; padding-inline-start: var(--half) }
.narrow { box-sizing: border-box; inline-size: 70%; min-height: 8mm; padding: 5% 3mm; margin: auto }
.beside { float: right; inline-size: 18mm; border: 1pt solid #333 }
.apart { position: absolute; top: 50%; inset-inline-start: 3mm }
.around { position: relative; padding-block-end: 4mm }
.line { text-decoration: underline overline; letter-spacing: 0.2pt }
table { border-spacing: 1mm; inline-size: 100% } table.joined { border-collapse: collapse }
td { border: 1pt solid #333; padding: 1% }
"""
SENTENCE = "قرر مجلس الأمن أن يبقي هذه المسألة قيد نظره وأن يحيط علماً بتقرير الأمين العام"

texts = st.lists(st.sampled_from(SENTENCE.split()), min_size=1, max_size=14).map(" ".join)
inline = st.one_of(
    texts,
    texts.map(lambda text: f'<bdi dir="ltr" lang="en">S/RES/1706 (2006)</bdi> {text}'),
    texts.map(lambda text: f'<span class="line">{text}</span>'),
    texts.map(lambda text: f'<span class="around">{text}<span class="apart">{text}</span></span>'),
    texts.map(lambda text: f'<span class="beside">{text}</span>{text}'),
    texts.map(lambda text: f'{text}<span class="apart">٤</span>'),
)


def paragraphs(of: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(
        st.sampled_from(["even", "whole", "narrow", "narrow even", "whole even"]),
        st.lists(of, min_size=1, max_size=2).map(" ".join),
    ).map(lambda held: '<p class="{}">{}</p>'.format(*held))


tables = st.tuples(st.sampled_from(["", "joined"]), inline, inline).map(
    lambda held: '<table class="{}"><tr><td>{}</td><td>{}</td></tr></table>'.format(*held)
)
columns = st.tuples(
    st.sampled_from(["pair", "pair level"]),
    st.lists(paragraphs(inline), min_size=1, max_size=6).map("".join),
).map(lambda held: '<div class="{}">{}</div>'.format(*held))
bodies = st.lists(st.one_of(paragraphs(inline), tables, columns), min_size=1, max_size=3).map(
    "".join
)


def pdf_of(body: str) -> bytes:
    html = f'<html lang="ar" dir="rtl"><style>{STYLE}</style><title>مثال</title><body>{body}'
    return paint(lay_out(Html("example", html), OURS), OURS).pdf


REMEMBERING = (
    "setting_lines_once",
    "knowing_lines", "knowing_lengths", "knowing_initial_values", "knowing_struts", "knowing_flow",
    "unsized_arrays",
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(bodies)
def test_pages_are_the_same_with_and_without(body):
    remembered = pdf_of(body)
    with pytest.MonkeyPatch.context() as patch:
        for name in REMEMBERING:
            patch.setattr(typesetting, name, nullcontext)
        assert pdf_of(body) == remembered


TABLE = "<table>" + "<tr><td>قرر المجلس أن يبقي</td><td>هذه المسألة قيد نظره</td></tr>" * 6


def asked(switched: str, owner: object, name: str, body: str = TABLE) -> tuple[int, int]:
    """How often WeasyPrint calls a function of its own, with the patch and without it."""
    function, count = getattr(owner, name), 0

    def counted(*args: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        return function(*args, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, counted)
        pdf_of(body)
        with_it, count = count, 0
        patch.setattr(typesetting, switched, nullcontext)
        pdf_of(body)
    return with_it, count


def test_without_known_lines_pango_sets_the_lines_of_a_table_several_times():
    known, unknown = asked("knowing_lines", line_break, "create_layout")
    assert unknown > 3 * known


def test_without_set_lines_each_line_from_right_to_left_is_set_twice():
    known, unknown = asked("setting_lines_once", inline_layout, "split_inline_level")
    assert unknown >= 2 * known > 0


def test_without_known_lengths_those_of_each_box_are_worked_out_several_times():
    known, unknown = asked("knowing_lengths", percent, "resolve_one_percentage")
    assert unknown > 2 * known


def test_without_initial_values_each_property_of_each_box_is_looked_into():
    known, unknown = asked("knowing_initial_values", ComputedStyle, "__missing__")
    assert unknown > 3 * known


def test_without_unsized_arrays_cffi_parses_a_type_for_every_size_of_font():
    def kinds(arrays: Any) -> set[str]:
        heard: set[str] = set()

        class Listening:
            def __getattr__(self, name: str) -> Any:
                return getattr(ffi, name)

            def new(self, kind: str, *held: Any) -> Any:
                heard.add(kind)
                return ffi.new(kind, *held)

        ffi = fonts.ffi
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(fonts, "ffi", Listening())
            patch.setattr(typesetting, "unsized_arrays", arrays)
            pdf_of('<p>كلام <b>غليظ</b> <i style="font-family: Noto Sans">Latin</i>')
        return {kind for kind in heard if re.search(r"\[\d+\]$", kind)}

    assert len(kinds(nullcontext) - kinds(unsized_arrays)) > 2


def test_without_known_struts_the_height_of_a_line_is_looked_up_for_every_piece_of_text():
    known, unknown = asked("knowing_struts", line_break, "_font_style_cache_key")
    assert unknown > 3 * known


def test_without_known_flow_every_box_is_asked_whether_it_is_a_note():
    known, unknown = asked("knowing_flow", Box, "is_note")
    assert unknown > 2 * known
