"""The finished page shows every token in the order that was written by hand."""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from press.content.prose import Prose, Words
from press.diagnostics import Place
from press.language.isolates import said
from press.language.phrases import Direction
from press.pdf.pages import GlyphRow, Page, read_pages
from press.preflight.readback.readback import Found, Reader, Span
from press.preflight.readback.words import words_of
from press.render.filters import phrase_in, plain_in
from tests.support.orders import Order, orders
from tests.support.pdfs import set_pages

# In mid-line, where a line begins and where one ends, before the marks of a sentence, in brackets,
# behind a word of one letter; words of another line stand above each.
PLACES = {
    "mid-line": ("قالوا ", " ثم ذهبوا"),
    "line begins": ("", " ثم ذهبوا"),
    "line ends": ("قالوا ", ""),
    "before a comma": ("قالوا ", "، ثم"),
    "before a full stop": ("قالوا ", "."),
    "in brackets": ("قالوا (", ") ثم"),
    "in guillemets": ("قالوا «", "» ثم"),
    "behind a letter": ("قالوا و", " ثم"),
}
LATIN = {
    "mid-line": ("they said ", " and left"), "line begins": ("", " and left"),
    "line ends": ("they said ", ""), "before a comma": ("they said ", ", and"),
    "in brackets": ("they said (", ") and"),
}  # fmt: skip
PAPER = "@page { size: 297mm 4000mm; margin: 10mm } p { line-height: 9mm; white-space: nowrap }"


def lines(base: Direction) -> list[tuple[Order, str, str]]:
    """Every token at every place, with the text of its line."""
    places = PLACES if base == "rtl" else LATIN
    return [
        (order, place, before + order.typed + after)
        for order in orders()
        for place, (before, after) in places.items()
    ]


@cache
def rows(base: Direction) -> tuple[GlyphRow, ...]:
    """The rows of a page with a paragraph for each of `lines`."""
    body = "".join(f"<p>{plain_in(text, base)}</p>" for _, _, text in lines(base))
    turn = "html { direction: ltr }" if base == "ltr" else ""
    return tuple(row for page in read_pages(set_pages(body, PAPER + turn)) for row in page.rows)


# A font gives both brackets of a pair one text where one is printed mirrored; ½ and № come apart.
BRACKETS = str.maketrans(")»", "(«")


def bare(text: str) -> str:
    """Signs as they are compared: no white space, one bracket of each pair."""
    signs = unicodedata.normalize("NFKC", "".join(text.split()).translate(BRACKETS))
    return signs.replace("\u2044", "/")


def said_by(row: GlyphRow) -> str:
    """The signs of a row from left to right."""
    return bare("".join(glyph.character for glyph in row.glyphs))


@pytest.mark.parametrize("base", ["rtl", "ltr"])
def test_every_token_is_printed_in_the_order_written_by_hand(base):
    wanted = lines(base)
    assert len(rows(base)) == len(wanted)
    wrong = [
        f"{order.typed} {place}: {said_by(row)}"
        for (order, place, _), row in zip(wanted, rows(base), strict=True)
        if bare(order.rtl if base == "rtl" else order.ltr) not in said_by(row)
    ]
    assert not wrong


def test_a_value_by_reference_is_printed_in_the_same_order():
    body = "".join(f"<p>قالوا {phrase_in(said(order.typed), 'rtl')}، ثم</p>" for order in orders())
    printed = [row for page in read_pages(set_pages(body, PAPER)) for row in page.rows]
    wrong = [
        f"{order.typed}: {said_by(row)}"
        for order, row in zip(orders(), printed, strict=True)
        if bare(order.rtl) not in said_by(row)
    ]
    assert not wrong


def mutants(row: GlyphRow, span: Span, seed: random.Random) -> Iterator[GlyphRow]:
    """`row` with two signs of a token exchanged, with the token reversed, with one sign dropped."""
    whole, token = row.glyphs, row.glyphs[span.first : span.last]
    signs = [glyph.character for glyph in token]
    pairs = [(i, j) for i in range(len(signs)) for j in range(i) if differ(signs[i], signs[j])]
    turned = [signs[::-1]] if bare("".join(signs)) != bare("".join(signs[::-1])) else []
    for i, j in seed.sample(pairs, min(1, len(pairs))):
        signs[i], signs[j] = signs[j], signs[i]
        turned.append(signs)
    for held in turned:
        new = (g._replace(character=c) for g, c in zip(token, held, strict=True))
        yield replace(row, glyphs=(*whole[: span.first], *new, *whole[span.last :]))
    gone = seed.randrange(span.first, span.last)
    yield replace(row, glyphs=(*whole[:gone], *whole[gone + 1 :]))


def differ(one: str, other: str) -> bool:
    return bare(one) != bare(other)


def test_a_sign_of_a_token_swapped_turned_or_dropped_is_noticed_by_readback():
    """The page is changed, the record is not; the places of a token are told by the table alone."""
    seed = random.Random(15)
    tried = 0
    missed = []
    for (order, place, text), row in zip(lines("rtl"), rows("rtl"), strict=True):
        if place not in ("mid-line", "before a full stop"):
            continue
        at = said_by(row).find(bare(order.rtl))
        if len(said_by(row)) != len(row.glyphs):
            continue  # a glyph of several letters: places are not counted in it
        words = words_of(Prose(((Words(text, Place("")),),)))
        for mutant in mutants(row, Span(0, at, at + len(bare(order.rtl))), seed):
            tried += 1
            page = Page(1, 297.0, 4000.0, (mutant,))
            if isinstance(Reader([page]).find(words), Found):
                missed.append(f"{order.typed}: {said_by(mutant)}")
        assert isinstance(Reader([Page(1, 297.0, 4000.0, (row,))]).find(words), Found), text
    print(
        f"\nread-back, signs of tokens changed on the page: {tried - len(missed)} of {tried} caught"
    )
    assert not missed
    assert tried >= 200
