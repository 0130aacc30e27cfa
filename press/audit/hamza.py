"""Hamza: common Arabic words have it, and names are written as their records write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from press.audit.audited import Audited
from press.content.validate import Records
from press.diagnostics import Diagnostic
from press.language.vowel_signs import IN_WORDS, without_signs

# Records that name somebody: what they say as a label is a name.
NAMED = ("person", "actor", "state")
# Words that are often typed without their hamza, as they should be; و ف ب ل ك may precede them.
_WITH_HAMZA = """
الأمم الأمن الأمين الأمناء الأعضاء الأول الأولى الأولية الأساسي الأساسية الأسلحة الأطفال الأطراف
الأشخاص الأقليات الأعمال الأزمة الأزمات الأخرى الأخيرة الأكثر الأفعال الأحكام الأهداف الأمريكية
الأسترالي الأسترالية الأفريقي الأفريقية الأوروبي الأوروبية الأرجنتيني الألماني الإنسان الإنسانية
الإنساني الإبادة الإنذار الإقليمي الإقليمية الإجراء الإجراءات الإطار الإدارة الإعلان الإعلام
الإرهاب الإشارة الإجماع الإسلامي الإسلامية الآن الآلية الآليات الآراء أفريقيا أستراليا آسيا
أوروبا ألمانيا إسرائيل إيران إيطاليا إسبانيا إندونيسيا أمريكا أغسطس أيلول أبريل آذار أيار أكتوبر
أيضا أحاط أشار أشارت أعلن أعلنت أكد أكدت أنشأ إنشاء إطار أكثر أثناء أعضاء
"""
HAMZA = {re.sub("[أإآ]", "ا", word): word for word in _WITH_HAMZA.split()}
# Short ones, which are another word after any of these but و: «كان», «بان كي مون».
HAMZA_ALONE = {
    "الى": "إلى", "او": "أو", "ان": "أن", "اي": "أي", "انه": "أنه", "اذا": "إذا", "الا": "إلا",
    "اذن": "أذن",
}  # fmt: skip
# After «و» this is as often the name of a letter or a foreign word: «واي فاي».
NOT_JOINED = frozenset(("اي",))


def hygiene_hamza(audited: Audited) -> Iterator[Diagnostic]:
    """Common words have their hamza; a name is written as its record writes it."""
    named = _named(audited.records)
    for passage in audited.texts:
        if passage.voice == "quoted" or (passage.voice == "label" and passage.holder[0] in NAMED):
            continue
        typed = re.findall(f"[{IN_WORDS}]+", passage.words)
        if not any(map(_right, typed)):
            continue
        names = [found.span() for name in named for found in re.finditer(name, passage.words)]
        for match in re.finditer(f"[{IN_WORDS}]+", passage.words):
            right = _right(match[0])
            if right and not any(a <= match.start() < b for a, b in names):
                told = {"word": match[0], "right": right}
                yield Diagnostic("audit/hygiene-hamza", passage.at(match.start()), told)


def _named(records: Records) -> list[str]:
    """The names of people, actors and states that look as if they lacked a hamza, as patterns."""
    names: set[str] = set()
    for person in records.people.values():
        names |= {str(name) for name in (person.name, *person.variants)}
    for actor in records.actors.values():
        names |= {str(name) for name in (actor.name, actor.short or actor.name, *actor.variants)}
    for state in records.states.values():
        names |= {str(name) for name in (state.name, *state.variants)}
    return [
        rf"(?<![{IN_WORDS}]){re.escape(name)}(?![{IN_WORDS}])"
        for name in sorted(names)
        if any(_right(word) for word in name.split())
    ]


@lru_cache(maxsize=20_000)
def _right(typed: str) -> str:
    """A word as typed, as it should be spelt when it lacks its hamza, else an empty string."""
    return _with_hamza(without_signs(typed))


def _with_hamza(word: str) -> str:
    """`word` as it should be spelt when it lacks its hamza, else an empty string."""
    rest = word.removeprefix("و")
    if rest in HAMZA_ALONE and not (rest != word and rest in NOT_JOINED):
        return word.removesuffix(rest) + HAMZA_ALONE[rest]
    for length in range(4):
        clitics, rest = word[:length], word[length:]
        if re.fullmatch("[وف]?[بلك]?", clitics) and rest in HAMZA:
            return clitics + HAMZA[rest]
        if re.fullmatch("[وف]?لل", clitics) and f"ال{rest}" in HAMZA:
            return clitics + HAMZA[f"ال{rest}"][2:]
    return ""
