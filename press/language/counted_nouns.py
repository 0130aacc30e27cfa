"""Counting: counted nouns of the lexicon in a running text, after digits and after words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from press.language.nouns import CountedNoun
from press.language.number_words import number_words
from press.language.vowel_signs import SIGNS, without_signs

# After these a number counts a part of what the fact counts, or nothing («أي دولة واحدة»).
_PARTS = ("منها", "ومنها", "بينها", "منهم", "ومنهم", "بينهم", "أي", "لا", "ولا", "غير", "كل", "من")
_WORD_NEXT = re.compile(r"\s+[^\W\d_]")
# Before these too.
_REST = ("منها", "منهم", "أخرى", "آخرين", "آخرون")
# After these a number is a name: «في عام 2011 دول عدة» counts nothing.
_NAMED = ("عام", "العام", "سنة", "القرار", "الفقرة", "البند", "المادة", "الجلسة", "الدورة")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in words with the noun beside it; `noun` is a lemma of the lexicon."""

    start: int
    text: str
    number: int
    noun: str


def counted_at(
    text: str, start: int, end: int, number: int, lexicon: Mapping[str, CountedNoun]
) -> str:
    """The lemma that `number`, written in figures at `start` to `end`, counts, or empty."""
    named = (without_signs(text[:start]).split() or [""])[-1].lstrip("وفبلك") in _NAMED
    return "" if named else _noun_after(text, end, number, lexicon)[0]


def counted_in_words(text: str, lexicon: Mapping[str, CountedNoun]) -> Iterator[Counted]:
    """Every number in words with its noun, but for those that count a part of something."""
    for start, end, number in number_words(text):
        if number == 1:  # one follows its noun: دولة واحدة
            noun, start = _noun_before(text, start, end, lexicon)
            stop = end
        else:
            noun, stop = _noun_after(text, end, number, lexicon)
        before = without_signs(text[:start]).split()[-1:]
        after = without_signs(text[stop:]).strip("،.؛ \n").split()[:1]
        of_more = before and before[0] in _PARTS
        of_rest = after and after[0].strip("،.؛") in _REST
        if noun and not of_more and not of_rest:
            yield Counted(start, text[start:stop], number, noun)


def _noun_after(
    text: str, end: int, number: int, lexicon: Mapping[str, CountedNoun]
) -> tuple[str, int]:
    """The longest lemma whose form for `number` follows at `end`, and where that form ends."""
    best, stop = "", end
    if not _WORD_NEXT.match(text, end):
        return best, stop
    for lemma, noun in lexicon.items():
        for form in noun.texts(_category_after(number)):
            match = _following(form).match(text, end)
            if match and match.end() > stop:
                best, stop = lemma, match.end()
    return best, stop


@lru_cache(maxsize=4096)
def _following(form: str) -> re.Pattern[str]:
    """A pattern of `form` behind a number."""
    return re.compile(rf"\s+{_spelt(form)}(?!\w)")


def _category_after(number: int) -> str:
    """CLDR's plural categories of Arabic from three upwards: few, many, other."""
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def _noun_before(
    text: str, start: int, end: int, lexicon: Mapping[str, CountedNoun]
) -> tuple[str, int]:
    """The lemma whose form for one, number included, ends at `end`, and where that begins."""
    for lemma, noun in lexicon.items():
        for form in noun.texts("one"):
            match = re.search(rf"(?<!\w){_spelt(form)}$", text[:end])
            if match and match.start() < start:
                return lemma, match.start()
    return "", start


def _spelt(form: str) -> str:
    """A pattern of `form`, with white space and vowel signs as an editor may type them."""
    marks = f"[{SIGNS}]*"
    return "".join(r"\s+" if c == " " else re.escape(c) + marks for c in without_signs(form))
