"""Texts that a web page owes: all that its sheet says, record by record, as letters to be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from press.content.values import House
from press.language.phrases import Direction, Phrase
from press.layout.web.sheet import WebSheet, WebTimeline
from press.preflight.readback.expected import Expected, brief_texts
from press.preflight.readback.furniture import ALOUD, EDGES
from press.preflight.readback.words import words_of

# The parts of a brief that have an id of their own.
PARTS = frozenset((
    "summary", "introduction", "people", "glossary", "notes", "sources", "documents", "colophon",
))  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Letters:
    """A paragraph as a page must show it: its letters, and the direction that each must have.

    A direction is empty where the letter stands in the line itself.
    """

    text: str
    directions: tuple[str, ...]


def web_texts(sheet: WebSheet) -> tuple[Expected, ...]:
    """The texts of the page in the order of its parts."""
    masthead = sheet.publication
    found = [
        Expected("publication", "title", masthead.title, part("top")),
        Expected("publication", "subtitle", masthead.subtitle, part("top")),
        Expected("publication", "publisher", masthead.publisher, part("top")),
        Expected("publication", "date of the edition", masthead.date, part("top")),
    ]
    if masthead.draft:
        found.append(
            Expected("publication", "draft", masthead.sheets.get("draft", ""), part("top"))
        )
    if sheet.timeline:
        found += _timeline(sheet.timeline)
    if sheet.brief:
        # The cover is the head of the page; who acted when is drawn on the scale.
        left_out = ("title", "subtitle", "publisher")
        for text in brief_texts(sheet.brief):
            cover = text.record == "publication" and text.what in left_out and not text.anchor
            if not cover and text.what != "name of a lane":
                anchor = _anchor(text)
                found.append(replace(text, anchor=anchor))
        for document in sheet.brief.documents:
            found += [
                Expected(document.symbol.text, "place of a document", place.title, document.anchor)
                for place in document.places
            ]
        found += [
            Expected(source.id, "place of a source", place.title, f"source-{source.id}")
            for source in sheet.brief.sources
            for place in source.places
        ]
        found += [
            Expected(source.id, "language", source.language_name, f"source-{source.id}")
            for source in sheet.brief.sources
        ]
        # Own pages are led to from the head of the page too.
        found += [
            Expected(page.id, "title in the head", page.title, "")
            for page in sheet.brief.pages.values()
        ]
    if not sheet.brief or "colophon" not in sheet.brief.parts:
        found += [
            Expected("publication", "publisher", masthead.publisher, part("colophon")),
            Expected("publication", "date of the edition", masthead.date, part("colophon")),
            Expected(
                "publication", "fingerprint", Phrase(sheet.fingerprint, "ltr"), part("colophon")
            ),
        ]
    for file in sheet.downloads:
        found.append(Expected("web", "word for a file", sheet.words[file.word], part("downloads")))
        found.append(Expected("web", "file", Phrase(file.file, "ltr"), part("downloads")))
        if file.size:
            found.append(Expected("web", "size of a file", file.size, part("downloads")))
    return tuple(text for text in found if text.text)


def _timeline(timeline: WebTimeline) -> Iterator[Expected]:
    here = part("timeline")
    yield Expected("poster", "promise", timeline.promise, here)
    yield Expected("poster", "introduction", timeline.introduction, here)
    for number, pillar in enumerate(timeline.pillars, start=1):
        yield Expected("poster", f"pillar {number}", pillar, here)
    for figure in timeline.figures:
        if figure.value:
            yield Expected(figure.fact, "printed value", figure.value, here)
        yield Expected("poster", "label of a figure", figure.label, here)
    for actor in timeline.legend if len(timeline.legend) > 1 else ():
        yield Expected(actor.id, "name in the legend", actor.short, here)
    if timeline.scale:
        for era in timeline.scale.eras:
            yield Expected("poster", "era", era.name, here)
        for ticks in timeline.scale.ticks:
            for tick in ticks:
                if tick.label:
                    yield Expected("poster", "year on the axis", tick.label, here)
        for mark in timeline.scale.marks:
            yield Expected(mark.event.id, "date on the scale", mark.event.date, here)
            yield Expected(mark.event.id, "title on the scale", mark.event.title.plain(), here)
    for year in timeline.years:
        yield Expected("poster", "year", year.label, here)
        for event in year.events:
            yield Expected(event.id, "date", event.date, event.anchor)
            yield Expected(event.id, "title", event.title, event.anchor)
            yield Expected(event.id, "poster", event.text, event.anchor)
            for actor in event.actors:
                yield Expected(event.id, "actor", actor.short, event.anchor)
            if event.symbol:
                yield Expected(event.id, "symbol", event.symbol, event.anchor)
    yield Expected("poster", "sources-line", timeline.sources_line, here)


def part(name: str) -> str:
    """The id of a part of the page; an event may have the name of one."""
    return f"part-{name}"


def _anchor(text: Expected) -> str:
    """The id on the page of the element that holds a text of the brief."""
    if text.what == "title in the contents":
        return part("contents")
    of_part = text.anchor in PARTS and text.record != text.anchor
    return part(text.anchor) if of_part else text.anchor


def letters_of(text: Expected, base: Direction, house: House) -> tuple[Letters, ...]:
    """The paragraphs of a text as letters; the mark of a note is its number in brackets."""
    found = []
    for words in words_of(text.text, base):
        said: list[str] = []
        directions: list[str] = []
        for word in words:
            for run in word.runs:
                plain = run.text
                # A note mark is held as a raised number of a fact's (press/preflight/readback).
                marked = bool(run.fact) and not plain.strip("⁰¹²³⁴⁵⁶⁷⁸⁹")
                if marked:
                    number = int(plain.translate(_RAISED))
                    said_number = house.language.say_number(
                        number, grouped=False, digits=house.digits
                    )
                    plain = f"({said_number.text})"
                for letter in plain:
                    if letter not in "\u200b\u200c\u200e\u200f":
                        said.append(" " if letter.isspace() else letter)
                        directions.append(run.direction if run.isolate and not marked else "")
            if word.space:
                said.append(" ")
                directions.append("")
        while said and said[-1] == " ":
            said.pop()
            directions.pop()
        if said:
            found.append(Letters("".join(said), tuple(directions)))
    return tuple(found)


def furniture(sheet: WebSheet) -> tuple[frozenset[str], int]:
    """What stands on the page without being expected once: words, and the highest number.

    Headings, labels and buttons; numbers of chapters, notes and sources; pages of files.
    """
    texts = [*sheet.words.values()]
    highest = max((file.pages for file in sheet.downloads), default=0)
    if sheet.timeline:
        texts += sheet.timeline.headings.values()
        highest = max(highest, len(sheet.timeline.events))
    if brief := sheet.brief:
        texts += [word for key, word in brief.headings.items() if not key.startswith(ALOUD)]
        highest = max(highest, len(brief.notes), len(brief.sources), len(brief.chapters))
    highest = max(highest, sheet.publication.number)
    return frozenset(bare(word) for text in texts for word in text.split()), highest


def bare(word: str) -> str:
    """A word without the signs that a template may set beside it."""
    return word.strip(f"{EDGES}↑−+")
