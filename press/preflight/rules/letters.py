"""Letters: rules on single letters as printed: joins, stretching, marks, digits, sizes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from press.language.isolates import tokens
from press.pdf.pages import RAISED, SPACE_EM, Glyph
from press.preflight.finding import Finding, Said
from press.preflight.lines import Block, SetLine, Setting
from press.preflight.rules.spacing import finding_at, lines_of

# Ink of joined letters overlaps by 0.018 em at least in Noto Naskh and Noto Kufi; where a join is
# broken it does not touch.
JOIN_EM = -0.005
# Letters may be wider or narrower than they were drawn by so much.
STRETCH = 0.02
BODY_PT, NOTE_PT = 11.5, 8.5
# A paragraph of so many lines is read, not looked at.
BODY_LINES = 3
# A column of the text is at least so wide, in mm; the dates beside it take up 40.4 (`--hang`).
BODY_MM = 41.0
# These letters never join the one after them; hamza joins neither.
_ENDING = frozenset("اأإآٱدذرزوؤةىء")
_STRAIGHT = "\"'“”‘’"
_LATIN_MARKS = {",": "،", ";": "؛", "?": "؟"}
_MARKS = frozenset(_STRAIGHT).union(_LATIN_MARKS)
_FOREIGN, _HEX = re.compile(r"[a-z]{2}"), re.compile(r"^(?=.*\d)[0-9a-f]{6,}$")
_TATWEEL = "\u0640"
_STRETCHED = re.compile("[\u0620-\u063f\u0641-\u064a]\u0640+[\u0620-\u063f\u0641-\u064a]")
# The number of a document without its letters, 63/308.
_NUMBER_OF_DOCUMENT = re.compile(r"(?<![\w/])[0-9]{1,3}/[0-9]{1,4}(?![\w/])")
_WESTERN, _ARABIC = "0123456789", "٠١٢٣٤٥٦٧٨٩"
_DIGITS = frozenset(_WESTERN + _ARABIC)


def broken_join(setting: Setting) -> Iterator[Finding]:
    """Letters that join in Arabic are joined: nothing stands between, no style parts them."""
    for block, line in lines_of(setting):
        for left, right in pairwise(line.glyphs):
            if not _join(right.character, left.character) or _one_shape(left, right):
                continue
            near = right.begin - left.end < SPACE_EM * left.em
            if not near or right.left - left.right <= JOIN_EM * left.em:
                continue
            # A Persian word may part letters that join.
            if not _foreign(setting, line, left):
                yield finding_at(
                    block,
                    line,
                    {"first": right.character, "second": left.character, "text": line.said()},
                )
                break


def _foreign(setting: Setting, line: SetLine, glyph: Glyph) -> bool:
    """Whether a glyph stands in a passage that is typed with another language."""
    return not setting.languages.get((line.page, glyph.mark), setting.language).startswith("ar")


def _join(first: str, second: str) -> bool:
    """Whether one letter joins the next (ArabicShaping: dual- and right-joining)."""
    return _is_letter(first) and _is_letter(second) and first not in _ENDING and second != "ء"


def _is_letter(character: str) -> bool:
    return "\u0620" <= character <= "\u064a" and character != _TATWEEL


def _one_shape(one: Glyph, other: Glyph) -> bool:
    """Whether two letters are printed as one ligature."""
    return (one.begin, one.end) == (other.begin, other.end)


def stretched_type(setting: Setting) -> Iterator[Finding]:
    """No word is stretched: neither with tatweels nor by drawing its letters wider."""
    for block, line in lines_of(setting):
        drawn = [g for g in line.glyphs if abs(g.stretch - 1) > STRETCH]
        tatweels = _TATWEEL in line.text and any(map(_between_letters, line.words))
        if drawn or tatweels:
            stretch = drawn[0].stretch if drawn else 1.0
            values: dict[str, Said] = {"text": line.said(), "stretch": stretch}
            yield finding_at(block, line, values, "drawn" if drawn else "tatweel")


def _between_letters(word: tuple[Glyph, ...]) -> bool:
    """Whether tatweels stand between two letters of a word."""
    return bool(_STRETCHED.search("".join(glyph.character for glyph in word)))


def house_marks(setting: Setting) -> Iterator[Finding]:
    """Arabic is printed with Arabic commas, semicolons, question marks and guillemets."""
    for block, line in lines_of(setting):
        if _MARKS.isdisjoint(line.text):
            continue
        # A reader of Arabic reads what stands right of a character before it.
        beside = ["", *("" if _foreign(setting, line, g) else g.character for g in line.glyphs), ""]
        for after, character, before in zip(beside, beside[1:], beside[2:], strict=False):
            if character in _LATIN_MARKS and _is_letter(before):
                wanted = _LATIN_MARKS[character]
            elif character and character in _STRAIGHT and any(map(_is_letter, (before, after))):
                wanted = "«»"
            else:
                continue
            values = {"mark": character, "text": line.said(), "wanted": wanted}
            yield finding_at(block, line, values)
            break


def foreign_phrase(setting: Setting) -> Iterator[Finding]:
    """Words in Latin letters say their language, so that a screen reader does not spell them."""
    for block, line in lines_of(setting):
        if not _FOREIGN.search(line.text) or block.inside("Figure"):
            continue  # a figure is told by its alternative text alone
        for word in line.words:
            text = "".join(glyph.character for glyph in word)
            # Symbols and fingerprints are read letter by letter in any language.
            if not _FOREIGN.search(text) or _HEX.search(text):
                continue
            foreign = next(glyph for glyph in word if "a" <= glyph.character <= "z")
            if setting.language.startswith("ar") and not _foreign(setting, line, foreign):
                yield finding_at(block, line, {"text": line.said()})
                break


def mixed_digits(setting: Setting) -> Iterator[Finding]:
    """Figures are printed in one family of digits throughout."""
    count: Counter[str] = Counter()
    where: dict[str, tuple[Block, SetLine]] = {}
    for block, line in lines_of(setting):
        for sign in _figures(setting, line):
            for family in (_WESTERN, _ARABIC):
                if sign in family:
                    count[family] += 1
                    where.setdefault(family, (block, line))
    if len(count) == 2:
        (_, most), (rare, few) = count.most_common()
        block, line = where[rare]
        yield finding_at(block, line, {"few": few, "rare": rare, "most": most, "text": line.said()})


def _figures(setting: Setting, line: SetLine) -> str:
    """The signs of a line without identifiers and other languages, which keep their digits.

    They run from left to right, as the line is read here: a symbol is a token of it. Of a line
    without digits none are told.
    """
    if _DIGITS.isdisjoint(line.text):
        return ""
    said = " ".join(
        "".join(" " if _foreign(setting, line, g) else g.character for g in word)
        for word in line.words
    )
    # A font may give both brackets one text, where one of them is printed mirrored.
    said = re.sub(r"(?<=[0-9]) [()]([12][0-9]{3})[()]", r" (\1)", said)
    kept = "".join(t.text for t in tokens(said) if t.kind in ("words", "value"))
    return _NUMBER_OF_DOCUMENT.sub("", kept)


def digits(setting: Setting) -> frozenset[str]:
    """The families of digits in which figures are printed."""
    there = {sign for _, line in lines_of(setting) for sign in _figures(setting, line)}
    return frozenset(family for family in (_WESTERN, _ARABIC) if not there.isdisjoint(family))


def small_type(setting: Setting) -> Iterator[Finding]:
    """What is read is set in 11.5 pt at least, notes and labels in 8.5 pt."""
    told: set[float] = set()
    for block in setting.blocks:
        body = is_body(block)
        for line in block.lines:
            letters = [g for g in line.glyphs if _is_letter(g.character)]
            sizes = [round(g.size, 2) for g in letters or line.glyphs if g.character not in RAISED]
            small = min(sizes, default=NOTE_PT)
            least = BODY_PT if body and letters else NOTE_PT
            if small < least and small not in told:
                told.add(small)
                yield finding_at(block, line, {"text": line.said(), "small": small, "least": least})


def is_body(block: Block) -> bool:
    """Whether a block is a paragraph of the text: lines of a column, of no table, note or list."""
    by_itself = not block.inside("Table", "Note", "TOC", "L", "Figure", "Index")
    if block.type != "P" or not by_itself or len(block.lines) < BODY_LINES:
        return False
    if max(line.right - line.left for line in block.lines) < BODY_MM:
        return False  # the words of a date in the column beside the text
    marks = linked(block)
    led = [(line.page, g.mark) in marks for line in block.lines for g in line.glyphs]
    return sum(led) * 2 < len(led)  # a list of links is looked up, not read


def linked(block: Block) -> set[tuple[int, int]]:
    """Page and number of the marked content of every link in a block."""
    links = (element for element in block.element.elements() if element.type == "Link")
    return {(held.page, held.number) for link in links for held in link.contents()}
