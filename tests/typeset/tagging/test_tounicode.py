import io
import unicodedata

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.pdf.pages import UNMAPPED, read_pages
from press.preflight.readback.extraction import copied_text
from press.typeset.tagging.glyph_texts import letterforms
from press.typeset.tagging.tounicode import _runs_by_font, _texts, mend_lettering
from tests.support.pdfs import set_pages


def mended(body: str, style: str = "") -> tuple[bytes, int]:
    with pikepdf.open(io.BytesIO(set_pages(body, style))) as pdf:
        count = mend_lettering(pdf)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue(), count


def test_a_letter_that_its_mark_had_taken_gets_its_text_back():
    assert UNMAPPED in {g.character for g in read_pages(set_pages("<p>القارئَ"))[0].rows[0].glyphs}
    pdf, count = mended("<p>القارئَ")
    assert count == 2
    assert "".join(g.character for g in read_pages(pdf)[0].rows[0].glyphs) == "ئراقلا"


def test_a_mark_gives_back_the_letter_that_it_had_taken():
    pdf, _ = mended("<p>أُلقي أب", "p { font-weight: bold }")
    assert copied_text(pdf).count("أ") == 2


def test_a_page_without_marks_is_left_alone():
    assert mended("<p>القارئ أب")[1] == 0


NASKH, BOLD, KUFI = "", "p { font-weight: bold }", 'p { font-family: "Noto Kufi Arabic" }'
AMIRI = 'p { font-family: "Amiri" }'
VOWELS = ["", "", "َ", "ُ", "ِ", "ْ", "ً", "ٌ", "ٍ", "ّ", "َّ", "ُّ", "ِّ", "ًّ"]
letters = st.builds(
    str.__add__, st.sampled_from("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"), st.sampled_from(VOWELS)
)
ligatures = st.builds(
    "{}{}{}{}".format,
    *(st.sampled_from(parts) for parts in (["ل", "لل"], VOWELS, ["ا", "أ", "إ", "آ", "ه"], VOWELS)),
)
words = st.lists(letters | ligatures, min_size=1, max_size=4).map("".join)


def drawn(pdf: bytes) -> str:
    """The texts of the glyphs of a line in the order in which they are read, spaces included."""
    out = ""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for font, runs in _runs_by_font(opened):
            texts = _texts(font)
            assert all(texts[glyph] for run in runs for glyph in run)
            out += "".join(texts[glyph] for run in runs for glyph in reversed(run))
    return out


def told(text: str) -> list[tuple[str, list[str]]]:
    """The letters of each word in their order, and its marks: a ligature has its marks after it."""
    found = []
    for word in unicodedata.normalize("NFC", text).split():
        bare = "".join(c for c in word if unicodedata.category(c) != "Mn")
        found.append((bare, sorted(unicodedata.normalize("NFD", word))))
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=3).map(" ".join), st.sampled_from([NASKH, BOLD, KUFI]))
def test_every_glyph_of_vowelled_words_has_its_own_text(text, style):
    assert told(drawn(mended(f"<p>{text}", style)[0])) == told(text)


@pytest.mark.parametrize("style", [NASKH, BOLD, KUFI, AMIRI])
def test_a_letter_that_always_bears_the_mark_of_another_letter_has_its_text(style):
    assert drawn(mended("<p>أُ مُ", style)[0]) == "أُ مُ"
    assert told(drawn(mended("<p>اللَّهُ لِلَّهِ", style)[0])) == told("اللَّهُ لِلَّهِ")


def test_a_glyph_of_a_font_that_is_not_installed_is_judged_by_those_beside_it(monkeypatch):
    pdf = set_pages("<p>القارئَ")
    monkeypatch.setattr("press.typeset.tagging.glyph_texts.installed_faces", dict)
    letterforms.cache_clear()
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert mend_lettering(opened) == 2
            out = io.BytesIO()
            opened.save(out)
    finally:
        letterforms.cache_clear()
    assert drawn(out.getvalue()) == "القارئَ"
