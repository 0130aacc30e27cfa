"""Numbers in words: where a text writes a cardinal number in Arabic words, and which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from press.language.vowel_signs import without_signs

_UNITS = {
    1: "واحد واحدة واحدا",
    2: "اثنان اثنين اثنتان اثنتين",
    3: "ثلاث ثلاثة ثلاثا",
    4: "أربع أربعة أربعا",
    5: "خمس خمسة خمسا",
    6: "ست ستة ستا",
    7: "سبع سبعة سبعا",
    8: "ثمان ثماني ثمانية ثمانيا",
    9: "تسع تسعة تسعا",
    10: "عشر عشرة عشرا",
}
_LARGE = {
    20: "عشرون عشرين",
    100: "مئة مائة",
    200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
    800: "ثمانيمئة ثمانيمائة",
    1_000: "ألف ألفا",
    2_000: "ألفان ألفين",
    1_000_000: "مليون مليونا",
    2_000_000: "مليونان مليونين",
    1_000_000_000: "مليار مليارا",
    2_000_000_000: "ملياران مليارين",
}
# The stem of a ten or of a hundred written as one word: ثلاثون, ثلاثمئة.
_STEMS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_TENS = {10 * n: f"{stem}ون {stem}ين" for n, stem in _STEMS.items()}
_HUNDREDS = {100 * n: f"{stem}مئة {stem}مائة" for n, stem in _STEMS.items()}


def _by_word(*tables: dict[int, str]) -> dict[str, int]:
    """The values by word; a hamza on an alif may be left out, as it often is."""
    found = {}
    for table in tables:
        for value, words in table.items():
            for word in words.split():
                found[word] = value
                found[re.sub("[أإآ]", "ا", word)] = value
    return found


_CARDINALS = _by_word(_UNITS, _LARGE, _TENS, _HUNDREDS)
# Numbers only with what follows: أحد alone is «one of», آلاف alone is «thousands».
_HEADS = _by_word({1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي"})
_SCALES = _by_word(
    {1_000: "ألف ألفا آلاف", 1_000_000: "مليون مليونا ملايين", 10**9: "مليار مليارا مليارات"}
)
_KNOWN = _CARDINALS.keys() | _HEADS.keys() | _SCALES.keys()
_ORDINALS = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")

_WORD = re.compile("[\u0621-\u065f\u0670\u0671]+")
_PREFIX = re.compile("[وف]?(?:لل|[بكل]?(?:ال)?)")
_SHADDA = "\u0651"
# «لست» is «I am not» far more often than «for six».
_NEVER = ("لست", "ولست", "فلست")
# After these الاثنين is Monday; elsewhere it is taken for «the two».
_BEFORE_MONDAY = ("يوم", "مساء", "صباح", "ليلة", "فجر", "ظهر")
_MONDAY = ("الاثنين", "الإثنين")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without marks; `prefix` and `stem` are empty unless the stem is a number's word."""

    start: int
    end: int
    bare: str
    prefix: str
    stem: str
    follows: bool  # nothing but white space parts it from the word before

    @property
    def joined(self) -> bool:
        return self.prefix.startswith("و")


def number_words(text: str) -> list[tuple[int, int, int]]:
    """Every cardinal written in words as (start, end, value), prefixes و ف ب ك ل ال within.

    Reads «ثلاث», «اثنتي عشرة», «خمسة وعشرين», «سبعة عشر ألفاً وثلاثمئة». Ordinals, fractions,
    «أحد» (one of), «مئات» and duals of nouns are no numbers here. Short vowels are not looked at,
    so خُمس (a fifth) reads as خمس.
    """
    words = _words(text)
    found = []
    at = 0
    while at < len(words):
        value, after = _read(words, at)
        if value:
            found.append((words[at].start, words[after - 1].end, value))
        at = after
    return found


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    before, end = "", 0
    for match in _WORD.finditer(text):
        bare = without_signs(match[0])
        prefix, stem = _split(bare)
        verb = _SHADDA in match[0] and _SCALES.get(stem) == 1_000  # ألّف: he wrote
        if verb or bare in _NEVER or (bare in _MONDAY and before.endswith(_BEFORE_MONDAY)):
            prefix = stem = ""
        follows = bool(words) and text[end : match.start()].isspace()
        words.append(_Word(match.start(), match.end(), bare, prefix, stem, follows))
        before, end = bare, match.end()
    return words


def _split(bare: str) -> tuple[str, str]:
    """The prefix and the number's word that `bare` is made of, the shortest prefix first."""
    for length in range(min(5, len(bare))):
        if bare[length:] in _KNOWN and _PREFIX.fullmatch(bare[:length]):
            return bare[:length], bare[length:]
    return "", ""


def _read(words: Sequence[_Word], at: int) -> tuple[int, int]:
    """The number that begins at word `at`, 0 when none does, and the word after it."""
    head = words[at]
    value = _CARDINALS.get(head.stem) or _HEADS.get(head.stem)
    if value is None or (head.follows and _ends_ordinal(head, words[at - 1])):
        return 0, at + 1
    total, group = (value, 0) if value >= 1_000 else (0, value)
    scale = value if value >= 1_000 else 10**12
    after = at + 1
    while after < len(words) and words[after].follows:
        word = words[after]
        more = _CARDINALS.get(word.stem, 0) or (_HEADS.get(word.stem, 0) if word.joined else 0)
        if not word.prefix and 1 <= group % 100 <= 9 and more == 10:
            group += 10  # ثلاثة عشر
        elif not word.prefix and 3 <= group <= 9 and more == 100:
            group *= 100  # ثلاث مئة
        elif not word.prefix and group and _SCALES.get(word.stem, scale) < scale:
            scale = _SCALES[word.stem]
            total, group = total + group * scale, 0  # ثلاثة آلاف
        elif word.joined and _adds(more, group):
            group += more
        elif word.joined and not group and 1_000 <= more < scale:
            total, scale = total + more, more  # مليون وألف
        else:
            break
        after += 1
    if head.stem in _HEADS and after == at + 1:
        return 0, after
    return total + group, after


def _ends_ordinal(word: _Word, before: _Word) -> bool:
    """Whether `word` is the second half of an ordinal: الثاني عشر, الحادية والعشرون."""
    ten = word.stem in ("عشر", "عشرة") and not word.prefix
    if not ten and word.prefix != "وال":
        return False
    bare = before.bare.removesuffix("ة")
    return any(bare.endswith(o) and _PREFIX.fullmatch(bare.removesuffix(o)) for o in _ORDINALS)


def _adds(more: int, group: int) -> bool:
    """Whether «و» and `more` go on with `group`: مئة وخمسة, خمسة وعشرون, ألف وثلاثمئة."""
    if group == 0:
        return 0 < more < 1_000
    if group % 100 == 0:
        return 0 < more < 100
    return group % 100 < 10 and 20 <= more < 100
