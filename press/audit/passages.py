"""Passages: every text that may be printed, as a reader sees it, with the place of each letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from press.content.facts import Fact
from press.content.nodes import Entries, Items, Text
from press.content.plans import JOINED, ExhibitRecord
from press.content.prose import TARGET, TOKEN, unfolded
from press.content.records import FactRecord
from press.content.references import FIELDS
from press.content.validate import Records
from press.diagnostics import Place

# Who speaks: we do, with references or without; it is a name or claim that needs no voucher; it
# leads to a place in a source and may repeat its words; or it is quoted letter by letter, so that
# only what nobody can see is a fault in it.
Voice = Literal["prose", "line", "label", "locator", "quoted"]
# The kind of record and its id. A chapter and an event may share an id.
Holder = tuple[str, str]
# Stands in a passage for a value that a reference prints.
VALUE = "\ufffc"


@dataclass(frozen=True, slots=True)
class Mention:
    """What a reference leads to, and where in the words: a value, or (`tied`) words it vouches."""

    start: int
    end: int
    target: str
    part: str
    tied: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a record. `words` has `VALUE` for each printed value and no other markup.

    `offsets` leads from a letter of `words` to the one of `text`; `fact` is the id of the fact
    whose field this is, or empty.
    """

    holder: Holder
    voice: Voice
    text: Text
    words: str
    offsets: tuple[int, ...]
    mentions: tuple[Mention, ...] = ()
    fact: str = ""

    def at(self, position: int) -> Place:
        """The place in the file of the letter `position` of the words."""
        return self.text.at(self.offsets[position])

    def tied_at(self, position: int) -> tuple[Mention, ...]:
        """What vouches for the letter `position`, or what it leads to."""
        return tuple(m for m in self.mentions if m.tied and m.start <= position < m.end)


def passages(records: Records) -> tuple[Passage, ...]:
    """Every text of `records` that may be printed, record by record."""
    return tuple(_all(records))


def holders(records: Records) -> Iterator[tuple[Holder, dict[str, FactRecord]]]:
    """Every record that may hold facts, with its facts by id."""
    yield ("publication", "publication"), records.publication.facts
    for id, event in records.events.items():
        yield ("event", id), event.facts
    for id, person in records.people.items():
        yield ("person", id), person.facts
    if records.brief:
        yield ("brief", "brief"), records.brief.facts
        for id, chapter in records.brief.chapters.items():
            yield ("chapter", str(id)), chapter.facts
    if records.poster:
        yield ("poster", "poster"), records.poster.facts


def facts_of(
    mention: Mention,
    holder: Holder,
    facts: Mapping[str, Fact],
    stated: Mapping[str, Sequence[Fact]],
) -> Iterator[Fact]:
    """The facts that `mention`, in a text of `holder`, prints or is vouched for by.

    `stated` are the `facts` by record, see `facts.by_record`.
    """
    if mention.target in facts:
        yield facts[mention.target]
        return
    own = mention.target in FIELDS and not mention.part
    record, field = (holder[1], mention.target) if own else (mention.target, mention.part)
    yield from (fact for fact in stated.get(record, ()) if field in fact.of)


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of `words` begins and ends; a point inside a symbol ends none."""
    start = 0
    for end in re.finditer(r"[.!؟][»)\]]*(?=\s|$)|\n[ \t]*\n", words):
        yield start, end.end()
        start = end.end()
    if start < len(words):
        yield start, len(words)


def _all(records: Records) -> Iterator[Passage]:
    for holder, facts in holders(records):
        for id, fact in facts.items():
            yield from _of_fact(holder, str(id), fact)
    p = records.publication
    yield from _said(("publication", "publication"), "prose", p.subtitle)
    yield from _said(
        ("publication", "publication"), "line", p.title, p.publisher, p.subject, *p.keywords
    )
    for event in records.events.values():
        yield from _said(("event", event.id), "prose", event.title, event.brief, event.poster)
    for person in records.people.values():
        me = ("person", person.id)
        yield from _said(me, "prose", person.about)
        yield from _said(me, "line", person.role, *(t.post for t in person.terms))
        yield from _said(me, "label", person.name)
        yield from _said(me, "quoted", person.latin)
    for organ in records.organs.values():
        yield from _said(("organ", organ.id), "line", organ.about)
        yield from _said(("organ", organ.id), "label", organ.name, organ.short)
    for term in records.glossary.values():
        yield from _said(("glossary", term.id), "prose", term.definition)
        yield from _said(("glossary", term.id), "label", term.term)
        yield from _said(("glossary", term.id), "quoted", term.latin)
    for source in records.sources.values():
        yield from _said(("source", source.id), "label", source.title, source.by)
        yield from _said(("source", source.id), "quoted", source.original, source.address)
    for omitted in records.omitted.values():
        me = ("omitted", omitted.id)
        yield from _said(me, "line", omitted.about, omitted.reason)
        yield from _said(me, "locator", *(said.where for said in omitted.said))
    yield from _of_plans(records)


def _of_plans(records: Records) -> Iterator[Passage]:
    """The texts that only the brief or only the poster says, and the fixed words of both."""
    fixed = records.headings
    me = ("brief", "headings")
    yield from _said(me, "line", *fixed.brief.values(), *fixed.poster.values())
    yield from _said(me, "line", *fixed.corrigendum.values())
    if brief := records.brief:
        me = ("brief", "brief")
        yield from _said(me, "prose", brief.introduction, brief.notes_lead, brief.sources_lead)
        yield from _said(me, "prose", brief.colophon)
        if summary := brief.summary:
            yield from _said(me, "prose", summary.text, *(f.label for f in summary.figures))
        yield from _said(me, "line", *brief.headings.values())
        for id, chapter in brief.chapters.items():
            yield from _said(
                ("chapter", str(id)), "prose", chapter.title, chapter.lead, chapter.text
            )
            for exhibit in chapter.exhibits.values():
                yield from _said(("chapter", str(id)), "prose", *_of_exhibit(exhibit))
    if poster := records.poster:
        me = ("poster", "poster")
        yield from _said(me, "prose", poster.subtitle, poster.introduction, poster.sources_line)
        yield from _said(me, "prose", *poster.pillars)
        yield from _said(me, "line", poster.title, *poster.headings.values())


def _of_exhibit(exhibit: ExhibitRecord) -> Iterator[Text | None]:
    yield from (exhibit.title, exhibit.text)
    for point in exhibit.points:
        yield from (point.head, point.text)
    if chart := exhibit.chart:
        yield chart.aloud
        yield from (figure.label for figure in chart.figures)
    if table := exhibit.table:
        yield from table.columns
        yield from (cell for row in table.rows for cell in row if cell != JOINED)


def _of_fact(holder: Holder, id: str, fact: FactRecord) -> Iterator[Passage]:
    yield from _said(holder, "line", fact.about, fact.note, fact.doubt, fact=id)
    yield from _said(holder, "label", *_texts(fact.value), fact=id)
    for said in fact.said:
        yield from _said(holder, "locator", said.where, fact=id)
        yield from _said(holder, "quoted", *_texts(said.says), fact=id)


def _texts(raw: object) -> Iterator[Text]:
    """The texts of a value as typed: one, a list of them, or either by part."""
    if isinstance(raw, Text):
        yield raw
    elif isinstance(raw, Items):
        yield from (item for item in raw if isinstance(item, Text))
    elif isinstance(raw, Entries):
        for value in raw.values():
            yield from _texts(value)


def _said(holder: Holder, voice: Voice, *texts: Text | None, fact: str = "") -> Iterator[Passage]:
    for text in texts:
        if text is None:
            continue
        letters, mentions = _read(text, voice)
        words = "".join(letter for letter, _ in letters)
        offsets = tuple(offset for _, offset in letters)
        yield Passage(holder, voice, text, words, offsets, tuple(mentions), fact)


def _read(text: Text, voice: Voice) -> tuple[list[tuple[str, int]], list[Mention]]:
    """Each letter that a reader sees with its offset in `text`, and the references."""
    letters: list[tuple[str, int]] = []
    mentions: list[Mention] = []

    def read(start: int, end: int) -> None:
        done = start
        for match in TOKEN.finditer(text, start, end):
            letters.extend((text[i], i) for i in range(done, match.start()))
            done = match.end()
            if match["stray"]:
                letters.append((match[0], match.start()))
                continue
            begin = len(letters)
            tied = match["tie"] is not None
            if tied:
                read(match.start("words"), match.end("words"))
            else:
                letters.append((VALUE, match.start()))
            target = TARGET.fullmatch(unfolded(match["tie"] if tied else match["reference"]))
            if target:
                part = target["part"] or ""
                mentions.append(Mention(begin, len(letters), target["target"], part, tied))
        letters.extend((text[i], i) for i in range(done, end))

    if voice == "prose":
        read(0, len(text))
    else:
        letters.extend((letter, i) for i, letter in enumerate(text))
    return letters, mentions
