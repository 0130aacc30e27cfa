"""The brief's running order: chapters with their strips, notes and numbered sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from string import Template

from press.colour.scheme import scheme
from press.content.edition import BriefWords, Edition
from press.content.prose import Prose
from press.content.resolved import Chapter, Entry
from press.language.tags import direction_of, name_of
from press.layout.brief.breaks import openings
from press.layout.brief.charts import draw, draw_lanes, show_exhibit
from press.layout.brief.exhibits import Summary
from press.layout.brief.gathering import with_gatherings
from press.layout.brief.illustrated import cover_picture, entry_picture, own_page, portraits
from press.layout.brief.index import index_documents, index_sources
from press.layout.brief.notes import Notes
from press.layout.brief.page import BriefPage, page_on
from press.layout.brief.sheet import (
    BriefChapter,
    BriefEntry,
    BriefSheet,
    ListedSource,
    OwnPage,
    See,
    StripMark,
)
from press.layout.brief.side import side_of
from press.layout.brief.years import stack_years, strip_scale, strip_years
from press.layout.timescale import TimeScale

# Figures beside each other, what parts them, and how wide a letter of each size is, in mm.
ABREAST, FIGURE_GAP_MM, FIGURE_MM = 3, 5.0, (8.0, 5.0, 3.3, 2.4)
# A part of long contents, in lines; a page has room for some eighty.
LISTED = 80
# A mark that stands for a day or an interval is never narrower than the eye can see, in mm.
NARROWEST_MM = 1.2
# Years that are named or stacked are so many years apart, and the names so many mm.


def lay_out_brief(edition: Edition, fingerprint: str) -> BriefSheet | None:
    """The brief of `edition` in running order, or None when the project has none."""
    words = edition.brief
    if words is None:
        return None
    sources = _list_sources(edition, words)
    notes = Notes(edition, sources, annexed="notes" in words.parts)
    page = page_on(words.paper)
    scale = strip_scale(edition, page.measure_mm)
    summary = _summary(edition, words, page)
    coloured = {actor.id for entry in edition.told() for actor in entry.actors}
    introduction = Prose()
    chapters: tuple[BriefChapter, ...] = ()
    pages: dict[str, OwnPage] = {}
    own = {free.id: free for free in words.pages}
    for part in words.parts:  # notes are numbered as they are read
        if part == "introduction":
            introduction = notes.mark(words.introduction, None)
        elif part == "chapters":
            chapters = tuple(
                _chapter(edition, number, chapter, notes, scale, page)
                for number, chapter in enumerate(edition.chapters)
            )
        elif free := own.get(part):
            pages[part] = own_page(free, notes, page)
    listed = notes.listed()
    cited = tuple(sources.values()) if "sources" in words.parts else ()
    if not cited:
        listed = tuple(replace(note, sources=()) for note in listed)
    sheet = BriefSheet(
        publication=edition.masthead,
        page=page,
        chosen=words.parts,
        pages=pages,
        cover=cover_picture(words.image, notes, page),
        portraits=portraits(edition.people.values(), notes, page),
        years=stack_years(edition, scale, page),
        actors=tuple(a for a in edition.actors.values() if a.id in coloured or a.about),
        scheme=scheme(edition.masthead.palette, edition.actors.values()),
        headings=words.headings,
        summary=summary,
        introduction=introduction,
        chapters=chapters,
        people=tuple(edition.people.values()),
        glossary=edition.glossary,
        notes_lead=words.notes_lead,
        notes=listed,
        omitted=edition.omissions,
        doubted=notes.doubted(),
        sources_lead=words.sources_lead,
        sources=index_sources(edition, cited, listed),
        documents=index_documents(edition, cited, words.headings)
        if "documents" in words.parts
        else (),
        parted=frozenset(),
        blurb=words.blurb,
        colophon=words.colophon,
        lines=words.lines,
        fingerprint=fingerprint,
        press=words.press,
        creep_mm=words.creep_mm,
    )
    return with_gatherings(sheet)


def _list_sources(edition: Edition, words: BriefWords) -> dict[str, ListedSource]:
    """The sources that some fact cites, numbered in the order of sources.yaml."""
    cited = {a.source for fact in edition.facts.values() for a in fact.said}
    listed = (s for s in edition.sources.values() if s.id in cited)
    return {
        s.id: ListedSource(
            number,
            s.id,
            s.title,
            s.original,
            s.language,
            direction_of(s.language),
            _language(s.language, edition, words),
            s.by,
            s.date,
            s.symbol,
            s.address,
        )
        for number, s in enumerate(listed, start=1)
    }


def _language(tag: str, edition: Edition, words: BriefWords) -> str:
    """In which language a source is: in words of the publication, or by the language's name."""
    spoken = edition.masthead.language
    if not tag:
        return ""
    own = words.headings.get(f"language-{tag}")
    return own or Template(words.headings.get("in-language", "$language")).safe_substitute(
        language=name_of(tag, spoken)
    )


def _summary(edition: Edition, words: BriefWords, page: BriefPage) -> Summary | None:
    if not (words.summary or words.findings or words.figures):
        return None
    scale = strip_scale(edition, page.column_mm)
    return Summary(
        findings=words.findings,
        text=words.summary,
        figures=draw(words.figures, page.bar_mm),
        size=_figure_size(words, page),
        lanes=tuple(draw_lanes(edition.actors.values(), edition.told(), scale)),
        years=strip_years(scale, edition),
    )


def _figure_size(words: BriefWords, page: BriefPage) -> int:
    """The largest of the four sizes, from 1, in which every figure stands on a line of a column."""
    longest = max((len(figure.said.plain()) for figure in words.figures), default=0)
    column = page.measure_mm / ABREAST - FIGURE_GAP_MM
    sizes = (n for n, letter in enumerate(FIGURE_MM, 1) if longest * letter * page.scale <= column)
    return next(sizes, len(FIGURE_MM))


def _chapter(
    edition: Edition,
    number: int,
    chapter: Chapter,
    notes: Notes,
    scale: TimeScale,
    page: BriefPage,
) -> BriefChapter:
    here = {entry.id for entry in chapter.entries}
    told = {entry.id for entry in edition.told()}
    opening = openings([entry.id for entry in chapter.entries])
    column = strip_scale(edition, page.side_mm_wide)
    return BriefChapter(
        id=chapter.id,
        number=chapter.number,
        title=chapter.title,
        lead=notes.mark(chapter.lead, None),
        text=notes.mark(chapter.text, None),
        exhibits=tuple(
            show_exhibit(e, notes, page.bar_mm) for e in chapter.exhibits if not e.after
        ),
        entries=tuple(
            _entry(edition, chapter, entry, notes, told, page, column, opens=entry.id in opening)
            for entry in chapter.entries
        ),
        strip=_thinned(
            (
                _strip_mark(entry, scale, in_chapter=entry.id in here)
                for entry in edition.told()
                if scale.holds(entry.when)
            ),
            scale.end_mm,
        ),
        strip_years=strip_years(scale, edition),
        opens=chapter.id in parted_contents(edition.chapters),
        begins=True,
        dress=_dress(chapter.entries),
        tab_mm=page.tab_mm(number) if len(edition.chapters) > 1 else None,
    )


def _dress(entries: Sequence[Entry]) -> str:
    """The actor whose colour most of a chapter's entries have, the first of several; or `none`."""
    worn = Counter(entry.dress for entry in entries)
    return worn.most_common(1)[0][0] if worn else "none"


def parted_contents(chapters: Sequence[Chapter]) -> frozenset[str]:
    """The chapters that begin a new part of the contents: one of `LISTED` lines or more.

    Two columns are balanced by being set again and again, all that is left of them each time.
    """
    found = []
    lines = 0
    for chapter in chapters:
        if lines >= LISTED:
            found.append(chapter.id)
            lines = 0
        lines += len(chapter.entries) + 1
    return frozenset(found)


def _thinned(marks: Iterable[StripMark], strip_mm: float) -> tuple[StripMark, ...]:
    """The marks of a strip; of more than have room side by side, those of other chapters once.

    What would be drawn over another mark is not drawn.
    """
    every = tuple(marks)
    if len(every) <= strip_mm / NARROWEST_MM:
        return every
    kept: list[StripMark] = []
    seen: set[tuple[int, int]] = set()
    for mark in every:
        place = round(mark.x_mm / NARROWEST_MM), round(mark.width_mm / NARROWEST_MM)
        if mark.in_chapter or place not in seen:
            kept.append(mark)
            seen.add(place)
    return tuple(kept)


def _strip_mark(entry: Entry, scale: TimeScale, *, in_chapter: bool) -> StripMark:
    begin, end = scale.extent(entry.when)
    width = max(end - begin, NARROWEST_MM)
    middle = (begin + end) / 2
    # A widened mark stays on the strip.
    x = min(max(middle - width / 2, 0.0), scale.end_mm - width)
    return StripMark(round(x, 2), round(width, 2), entry.dress, in_chapter, entry.title.plain())


def _entry(
    edition: Edition,
    chapter: Chapter,
    entry: Entry,
    notes: Notes,
    told: Container[str],
    page: BriefPage,
    column: TimeScale,
    *,
    opens: bool,
) -> BriefEntry:
    me = See(entry.id, entry.title)
    return BriefEntry(
        id=entry.id,
        title=entry.title,
        date=entry.date,
        actors=entry.actors,
        dress=entry.dress,
        kind=entry.kind,
        symbol=entry.symbol,
        meeting=entry.meeting,
        rank=entry.rank,
        brief=notes.mark(entry.brief, me),
        see=tuple(See(s, edition.entries[s].title) for s in entry.see if s in told),
        exhibits=tuple(
            show_exhibit(e, notes, page.bar_mm) for e in chapter.exhibits if e.after == entry.id
        ),
        side=side_of(entry, notes.vote(entry.id), column),
        opens=opens,
        image=entry_picture(entry.image, notes, page, me),
    )
