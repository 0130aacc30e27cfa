"""Foreign letters: a passage in letters of another language says which language that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fontTools.unicodedata import script

from press.audit.audited import Audited
from press.content.passages import Passage
from press.diagnostics import Diagnostic
from press.language.tags import language_in, script_of

# A letter inside a Latin word was taken for a Latin one: audit/miscopied.
_JOINED = re.compile(r"^[A-Za-z]\w|\w[A-Za-z]$")
# A word of Persian, Urdu or Kurdish: with letters that Arabic has not, or parted without a space.
_PERSIAN = re.compile("[\u0621-\u064a]*[پچژگکیےٹڈڑں\u200c][\u0621-\u06d3\u200c]*")
# Of every script, of the letter before, of none; and two that have faces in every text.
_ANY = {"Zyyy", "Zinh", "Zzzz", "Latn", "Arab"}


def foreign_letters(audited: Audited) -> Iterator[Diagnostic]:
    """Words in other letters are marked with their language; the first is named once a script.

    Only then have they faces, an order and a voice of their own. A Greek letter that stands alone
    is a sign of science.
    """
    own = {*_ANY, script_of(audited.edition.masthead.house.language.tag)}
    passed: set[str] = set()
    for passage in audited.texts:
        told: set[str] = set()
        new = {letter for letter in set(passage.words) - passed if script(letter) in own}
        passed |= new
        if passed.issuperset(passage.words):
            continue
        for at, words, of in _runs(passage, own):
            if of not in told and not (of == "Grek" and len(words) == 1):
                told.add(of)
                values = {"words": words, "language": language_in(of)}
                yield Diagnostic("audit/foreign-letters", passage.at(at), values, case="text")
    for source in audited.records.sources.values():
        named = str(source.language or audited.edition.masthead.house.language.tag)
        if named == "ar" and source.original and (other := _PERSIAN.search(source.original)):
            values = {"words": other[0], "language": "fa"}
            at_letter = source.original.at(other.start())
            yield Diagnostic("audit/foreign-letters", at_letter, values, case="source")


def _runs(passage: Passage, own: set[str]) -> Iterator[tuple[int, str, str]]:
    """Stretches of words in one script that is not `own`: where, what, and the script."""
    if passage.voice not in ("prose", "line", "label", "claim") or passage.words.isascii():
        return
    words, at = passage.words, 0
    while at < len(words):
        of, start = script(words[at]), at
        at += 1
        if of not in own:
            while at < len(words) and (script(words[at]) in (of, "Zinh") or words[at] == " "):
                at += 1
            if not _JOINED.search(words[max(0, start - 1) : at + 1]):
                yield start, words[start:at].rstrip(), of
