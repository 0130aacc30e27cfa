"""Spelling: names and terms stand in every text as their records spell them."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from press.audit.audited import Audited
from press.content.passages import Passage
from press.content.validate import Records
from press.diagnostics import Diagnostic
from press.language.vowel_signs import SIGN, without_signs

_LETTER = "[\u0621-\u064a\u0671]"
# So alike is a misspelt part of a name to the right one, as difflib counts.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Sought:
    """A form that is not used, the one that is, how it is found, and the names that may hold it."""

    wrong: str
    spelt: str
    needle: str
    pattern: re.Pattern[str]
    allowed: tuple[str, ...]


def variant(audited: Audited) -> Iterator[Diagnostic]:
    """A name or term is written as its record spells it, not as a variant or nearly so.

    An issuer's own name may hold a variant of a term: التحالف الدولي لمسؤولية الحماية. A note may
    quote in «» what a source of its fact says.
    """
    right = dict(_variants(audited.records))
    people = [_bare(p.name) for p in audited.records.people.values()]
    issuers = {_bare(s.by).split("،")[0] for s in audited.records.sources.values() if s.by}
    known = {*people, *map(_bare, right.values())}
    sought = [
        _Sought(wrong, spelt, *_pattern(wrong), tuple(n for n in issuers | known if wrong in n))
        for wrong, spelt in right.items()
    ]
    quoted: dict[str, str] = defaultdict(str)
    for passage in audited.texts:
        if passage.fact and passage.voice == "quoted":
            quoted[passage.fact] += f"{_bare(passage.words)}\n"
    for passage in audited.texts:
        if passage.voice in ("locator", "quoted"):
            continue
        bare = without_signs(passage.words)
        taken: list[tuple[int, int]] = []
        for one in sought:
            if one.needle not in bare:
                continue
            for match in one.pattern.finditer(bare):
                start, end = match.span()
                quotes = passage.fact and one.wrong in quoted[passage.fact]
                if quotes and _in_quotes(bare, start):
                    continue
                if not _inside(start, end, _spans(bare, one.allowed)):
                    taken.append((start, end))
                    yield _complaint(passage, start, one.wrong, one.spelt)
        for start, end, name in _misspelt(bare, people):
            if not _inside(start, end, [*taken, *_spans(bare, issuers)]):
                yield _complaint(passage, start, bare[start:end], name)


def _variants(records: Records) -> Iterator[tuple[str, str]]:
    """Each form that is not used, without vowel signs, with the one that is."""
    for person in records.people.values():
        yield from ((_bare(v), str(person.name)) for v in person.variants)
    for actor in records.actors.values():
        yield from ((_bare(v), str(actor.name)) for v in actor.variants)
    for state in records.states.values():
        yield from ((_bare(v), str(state.name)) for v in state.variants)
    for term in records.glossary.values():
        yield from ((_bare(v), str(term.term)) for v in term.variants)


def _pattern(wrong: str) -> tuple[str, re.Pattern[str]]:
    """What stands wherever `wrong` does, and the pattern of it as whole words.

    It may follow و ف ب ل ك and the article.
    """
    first, *rest = wrong.split()
    if first.startswith("ال"):
        stem = re.escape(first[2:])
        head = rf"[وف]?(?:[بك]?ال|لل){stem}"
    else:
        head = rf"[وف]?(?:[بلك]?(?:ال)?|لل){re.escape(first)}"
    tail = "".join(rf"\s+{re.escape(word)}" for word in rest)
    needle = (rest or [first.removeprefix("ال")])[-1]
    return needle, re.compile(rf"(?<!{_LETTER}){head}{tail}(?!{_LETTER})")


def _spans(bare: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    for name in names:
        pattern = r"\s+".join(map(re.escape, name.split()))
        yield from (match.span() for match in re.finditer(pattern, bare))


def _misspelt(bare: str, people: list[str]) -> Iterator[tuple[int, int, str]]:
    """Words that are a person's name but for one part, which looks like the right one."""
    named = ((name, name.split()) for name in people)
    near = [(name, parts) for name, parts in named if any(part in bare for part in parts)]
    if not near:
        return
    words = [(m.start(), m.end(), m[0]) for m in re.finditer(f"{_LETTER}+", bare)]
    for name, parts in near:
        for at in range(len(words) - len(parts) + 1):
            window = words[at : at + len(parts)]
            typed = [word for _, _, word in window]
            typed[0] = _without_clitic(typed[0], parts[0])
            wrong = [(t, p) for t, p in zip(typed, parts, strict=True) if t != p]
            if len(parts) > 1 and len(wrong) == 1 and _looks_like(*wrong[0]):
                yield window[0][0], window[-1][1], name


def _without_clitic(typed: str, right: str) -> str:
    """`typed` without و ف ب ل ك, so that «لخوان» and «بباسكال» are no misspellings."""
    for length in range(3):
        if re.fullmatch("[وف]?[بلك]?", typed[:length]) and typed[length:] == right:
            return right
    if right.startswith("ال") and re.fullmatch(f"[وف]?لل{re.escape(right[2:])}", typed):
        return right
    return typed[1:] if typed[:1] in "وفبلك" and typed[:1] != right[:1] else typed


def _looks_like(typed: str, right: str) -> bool:
    """The same first letter, hamza or not, and most of the others: «مندير» for «منديز»."""
    typed, right = (re.sub("[أإآ]", "ا", word) for word in (typed, right))
    alike = difflib.SequenceMatcher(None, typed, right).ratio()
    return len(typed) > 2 and typed[0] == right[0] and alike >= _ALIKE


def _in_quotes(bare: str, position: int) -> bool:
    return bare[:position].count("«") > bare[:position].count("»")


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= end - 1 and start <= last - 1 for first, last in spans)


def _complaint(passage: Passage, position: int, wrong: str, spelt: str) -> Diagnostic:
    """`position` is that of a letter among those that are no vowel signs."""
    letters = (at for at, letter in enumerate(passage.words) if not SIGN.match(letter))
    at = next(islice(letters, position, None))
    return Diagnostic("audit/variant", passage.at(at), {"wrong": wrong, "right": spelt})


def _bare(text: str) -> str:
    return " ".join(without_signs(text).split())
