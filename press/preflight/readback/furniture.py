"""Furniture: what stands on pages without being asked for, headings, labels, running titles."""

from __future__ import annotations

from collections.abc import Iterator

from press.content.prose import Prose
from press.language.phrases import Direction, Phrase
from press.layout.brief.exhibits import Exhibit
from press.layout.brief.sheet import BriefSheet
from press.layout.poster.sheet import PosterSheet
from press.preflight.readback.words import shown, words_of

# Signs that a template may set beside a word.
EDGES = "،؛;:.,·•()([]«»“”‘’-–…?؟!"
# Headings whose key begins so are read aloud in place of a drawing, and never printed.
ALOUD = "aloud-"


def furniture(sheet: BriefSheet | PosterSheet, base: Direction) -> tuple[frozenset[str], int]:
    """What stands on pages without being expected once: words, as seen, and the highest number.

    Headings and labels, the titles that run at the head of pages; numbers of chapters, notes and
    sources; years on a scale.
    """
    masthead = sheet.publication
    headings = [text for key, text in sheet.headings.items() if not key.startswith(ALOUD)]
    texts: list[Prose | Phrase | str] = [*headings, masthead.title, masthead.date]
    texts += [masthead.publisher, masthead.subtitle]
    highest = 0
    if isinstance(sheet, BriefSheet):
        texts += [chapter.title for chapter in sheet.chapters]
        texts += [page.title for page in sheet.pages.values()]
        texts += [actor.name for actor in sheet.actors]
        texts += [year.label for year in sheet.years.stacks]
        texts += [y.label for c in sheet.chapters for y in c.strip_years]
        texts += [year.label for year in sheet.summary.years] if sheet.summary else []
        texts += [source.language_name for source in sheet.sources]
        texts.append(masthead.sheets.get("notes", ""))
        # The head of a table stands again on every page that it runs over.
        texts += [column for exhibit in _exhibits(sheet) for column in exhibit.columns]
        highest = max(len(sheet.notes), len(sheet.sources), len(sheet.chapters))
    else:
        texts += [part.label for part in sheet.axis.parts if part.label]
        pillars = [sheet.header.pillars, *(p.panel.pillars for p in sheet.panels)]
        highest = max(*map(len, pillars), *(mark.count for mark in sheet.marks), 0)
    lines = (shown(paragraph) for text in texts for paragraph in words_of(text, base))
    return frozenset(word.strip(EDGES) for line in lines for word in line.split()), highest


def _exhibits(sheet: BriefSheet) -> Iterator[Exhibit]:
    for chapter in sheet.chapters:
        yield from chapter.exhibits
        for entry in chapter.entries:
            yield from entry.exhibits
