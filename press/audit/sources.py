"""Sources: whether every fact has its sources, its attribution, its use and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.audit.audited import Audited
from press.audit.mentions import facts_of, sentences
from press.content.attestations import holders
from press.content.facts import Fact
from press.content.ledger import uses_of
from press.content.record_files import EVENT_FILE
from press.content.validate import Records
from press.diagnostics import Diagnostic, Place
from press.language.vowel_signs import without_signs

# Words that give a sentence to a source, without vowel signs.
_VERBS = """
وفق وفقا بحسب حسب حسبما نقلا رأي برأي قول ذكر ذكرت يذكر تذكر قال قالت يقول تقول أفاد أفادت يفيد
تفيد رأى رأت يرى ترى أورد أوردت يورد تورد ورد يرد جاء وصف وصفت يصف تصف عد عدت يعد تعد أرخ يؤرخ
تؤرخ نسب ينسب تنسب أشار أشارت يشير تشير حدد حددت يحدد تحدد روى روت يروي تروي عزا يعزو تعزو لاحظ
يلاحظ تلاحظ اعتبر اعتبرت يعتبر تعتبر سجل سجلت يسجل تسجل كتب كتبت يكتب تكتب أعلن أعلنت يعلن تعلن
"""
_BY = frozenset(_VERBS.split())
# So many words may stand between such a word and the source: «كما ورد في صحيفة التحالف».
_BETWEEN = 3


def unattributed(audited: Audited) -> Iterator[Diagnostic]:
    """A fact in doubt is given to its source in every sentence that prints it."""
    for passage in audited.texts:
        for mention in passage.mentions:
            for fact in facts_of(mention, passage.holder, audited.edition.facts, audited.stated):
                if fact.status != "unconfirmed":
                    continue
                start, end = next(
                    (s, e) for s, e in sentences(passage.words) if s <= mention.start < e
                )
                if not _attributed(passage.words[start:end], fact, audited.records):
                    yield Diagnostic(
                        "audit/unattributed",
                        passage.at(mention.start),
                        {"fact": fact.id, "words": f"وفق {_issuer(fact, audited.records)}"},
                    )


def idle_note(audited: Audited) -> Iterator[Diagnostic]:
    """A note speaks of a disagreement; without one it is never printed."""
    for _, facts in holders(audited.records):
        for id, record in facts.items():
            if record.note and not audited.edition.facts[str(id)].dissents():
                yield Diagnostic(
                    "audit/idle-note",
                    record.note.place,
                    {"fact": str(id)},
                    severity="advice",
                )


def unused_fact(audited: Audited) -> Iterator[Diagnostic]:
    """A fact is printed by some text, field or note."""
    uses = uses_of(audited.edition)
    period = str(audited.records.publication.period or "").split(".")[0]
    for fact in audited.edition.facts.values():
        if not uses.get(fact.id) and not fact.dissents() and fact.id != period:
            yield Diagnostic(
                "audit/unused-fact",
                fact.place,
                {"fact": fact.id},
                severity="advice",
            )


def unused_event(audited: Audited) -> Iterator[Diagnostic]:
    """An event is told in the brief or stands on the poster."""
    if not audited.told:
        return
    printed: set[str] = set()
    for seen in audited.told.values():
        shown = set(seen.entries) - set(seen.poster.omit) if seen.poster else set()
        printed |= {entry.id for entry in seen.told()} | shown
    for event in audited.records.events.values():
        if event.id not in printed:
            yield Diagnostic(
                "audit/unused-event",
                Place(event.place.path),
                {"event": event.id},
                severity="advice",
            )


def repeated_event(audited: Audited) -> Iterator[Diagnostic]:
    """An event is told once."""
    found: dict[Diagnostic, None] = {}
    for brief in audited.records.briefs.values():
        told: dict[str, str] = {}
        for chapter, plan in brief.chapters.items():
            for entry in plan.entries:
                if str(entry) in told:
                    values = {"event": str(entry), "chapter": told[str(entry)]}
                    found[Diagnostic("audit/repeated-event", entry.place, values)] = None
                told.setdefault(str(entry), str(chapter))
    yield from found


def file_name(audited: Audited) -> Iterator[Diagnostic]:
    """The file of an event is named for the day on which it begins, or for its month or year."""
    for event in audited.records.events.values():
        name = event.place.path.partition("content/")[2]
        match = EVENT_FILE.fullmatch(name)
        date = event.date.moments[0].stem
        if match is None or not match["date"]:
            continue
        # 185X, as a decade is typed, is as good as its first year.
        named = match["date"].replace("X", "0")
        if named != date and not date.startswith(f"{named}-"):
            yield Diagnostic(
                "audit/file-name",
                event.typed_at.of("date"),
                {"date": date, "named": match["date"], "event": event.id},
                severity="advice",
            )


def _attributed(sentence: str, fact: Fact, records: Records) -> bool:
    """Whether a word of `_BY` stands near the name of a source of `fact`, before it or after."""
    said = without_signs(sentence)
    words = [(m.start(), m[0]) for m in re.finditer(r"\w+", said)]
    spoken = [i for i, (_, word) in enumerate(words) if _is_by(word)]
    for name in _names(fact, records):
        for match in re.finditer(rf"(?<!\w)[وف]?(?:[بلك]|لل)?{re.escape(name)}(?!\w)", said):
            first = sum(start < match.start() for start, _ in words)
            last = sum(start < match.end() for start, _ in words) - 1
            near = range(first - 1 - _BETWEEN, last + 2 + _BETWEEN)
            if any(i in near for i in spoken):
                return True
    return False


def _is_by(word: str) -> bool:
    return word in _BY or (word[:1] in "وف" and word[1:] in _BY)


def _issuer(fact: Fact, records: Records) -> str:
    """The first source of `fact`, by its issuer's name."""
    source = records.sources[fact.said[0].source]
    return str(source.by or source.title).split("،")[0]


def _names(fact: Fact, records: Records) -> set[str]:
    """How a text may call the sources of `fact`: by their issuer's name or its first words."""
    names = set()
    for said in fact.said:
        source = records.sources[said.source]
        issuer = without_signs(str(source.by or source.title)).split("،")[0].split()
        names.add(" ".join(issuer))
        if len(issuer) > 1 and issuer[1].startswith("ال"):
            names.add(" ".join(issuer[:2]))
        if len(issuer) > 2 and issuer[0].startswith("ال"):
            names.add(issuer[0])
        own = [
            brief.headings["sheet"]
            for brief in records.briefs.values()
            if "sheet" in brief.headings
        ]
        sheet = own[0] if own else records.headings.brief.get("sheet")
        if source.id == records.publication.sheet and sheet:
            names |= {str(sheet), f"ال{sheet.split()[0]}"}
    return names
