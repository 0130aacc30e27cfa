"""Resolve the words of products: running orders, exhibits, figures, and what is selected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from press.content import edition as made
from press.content import resolved
from press.content.brief_fields import PARTS, PageRecord
from press.content.nodes import Text
from press.content.passages import Holder
from press.content.poster_fields import SayingRecord
from press.content.product_records import (
    BRIEF_BLEED_MM,
    JOINED,
    POSTER_BLEED_MM,
    BriefPlan,
    ExhibitRecord,
    FigureRecord,
    PosterPlan,
    PressPlan,
    SelectRecord,
)
from press.content.prose import Prose, Words
from press.content.references import References, line
from press.content.typed_at import PlacedRecord, TypedAt
from press.diagnostics import Place
from press.language.dates import Instant

NOWHERE = Place("")


class Products:
    """Resolves what the products of an edition say; `refs` gathers all problems."""

    def __init__(self, refs: References) -> None:
        self.refs = refs

    def resolve(
        self, period: tuple[Instant, Instant], entries: Mapping[str, resolved.Entry]
    ) -> dict[str, made.ProductWords]:
        """The words of every product by its stem; a poster shows `period` unless it has its own."""
        return dict(self._products(period, entries))

    def _products(
        self, period: tuple[Instant, Instant], entries: Mapping[str, resolved.Entry]
    ) -> Iterator[tuple[str, made.ProductWords]]:
        for stem, brief in sorted(self.refs.records.briefs.items()):
            chapters = self._chapters(brief, entries)
            select = self._selection(brief.select, entries)
            words = self._brief_words(stem, brief)
            yield stem, made.ProductWords("brief", words, chapters, None, select)
        for stem, poster in sorted(self.refs.records.posters.items()):
            select = self._selection(poster.select, entries)
            said = self._poster_words(stem, poster, period, entries)
            yield stem, made.ProductWords("poster", None, (), said, select)

    def _selection(
        self, typed: SelectRecord | None, entries: Mapping[str, resolved.Entry]
    ) -> made.Selection | None:
        if typed is None:
            return None
        tags = {tag: tag for entry in entries.values() for tag in entry.tags}
        asked = (
            (typed.actor, self.refs.records.actors, "actor"),
            (typed.kind, self.refs.records.kinds.events, "event-kind"),
            (typed.tags, tags, "tag"),
            (typed.events, entries, "event"),
        )
        actors, kinds, tagged, events = (
            tuple(str(id) for id in ids if self.refs.one(id, things, what))
            for ids, things, what in asked
        )
        period = (typed.period.first, typed.period.last) if typed.period else None
        return made.Selection(actors, kinds, typed.rank or "", tagged, events, period)

    def _chapters(
        self, plan: BriefPlan, entries: Mapping[str, resolved.Entry]
    ) -> tuple[resolved.Chapter, ...]:
        if not plan.chapters:
            return (self._only_chapter(plan, entries),)
        chapters = []
        for number, (id, chapter) in enumerate(plan.chapters.items(), start=1):
            me = "chapter", str(id)
            told = [self.refs.one(e, entries, "event") for e in chapter.entries]
            chapters.append(
                resolved.Chapter(
                    id=str(id),
                    number=number,
                    title=self.refs.prose("brief", me, chapter.title),
                    lead=self.refs.prose("brief", me, chapter.lead),
                    text=self.refs.prose("brief", me, chapter.text),
                    entries=tuple(e for e in told if e),
                    exhibits=tuple(
                        self._exhibit(str(id), str(key), exhibit, chapter.entries)
                        for key, exhibit in chapter.exhibits.items()
                    ),
                    facts=tuple(str(f) for f in chapter.facts),
                    typed_at=_typed_at(id, chapter),
                )
            )
        return tuple(chapters)

    def _only_chapter(
        self, plan: BriefPlan, entries: Mapping[str, resolved.Entry]
    ) -> resolved.Chapter:
        """A brief without chapters of its own tells every event in the order of time."""
        title = Prose(((Words(line(self.refs.records.publication.title), NOWHERE),),))
        told = tuple(entries.values())
        return resolved.Chapter("events", 0, title, Prose(), Prose(), told, (), (), plan.typed_at)

    def _exhibit(
        self, chapter: str, id: str, typed: ExhibitRecord, told: tuple[Text, ...]
    ) -> resolved.Exhibited:
        me = "chapter", chapter

        def prose(text: Text | None) -> Prose:
            return self.refs.prose("exhibits", me, text)

        chart, table = typed.chart, typed.table
        if typed.after:
            self.refs.one(typed.after, {str(e): e for e in told}, "entry")
        return resolved.Exhibited(
            id=id,
            title=prose(typed.title),
            text=prose(typed.text),
            points=tuple((prose(p.head), prose(p.text)) for p in typed.points),
            drawn=self._shown(me, "exhibits", chart.figures if chart else ()),
            aloud=prose(chart.aloud if chart else None),
            columns=tuple(prose(column) for column in table.columns) if table else (),
            rows=tuple(
                tuple(None if cell == JOINED else prose(cell) for cell in row)
                for row in (table.rows if table else ())
            ),
            after=str(typed.after or ""),
            exceptional=frozenset(table.exceptional if table else ()),
        )

    def _shown(
        self, holder: Holder, where: str, figures: tuple[FigureRecord, ...]
    ) -> tuple[resolved.Shown, ...]:
        found = []
        for figure in figures:
            label = self.refs.prose(where, holder, figure.label)
            if printed := self.refs.printed(holder[1], where, figure.fact):
                found.append(resolved.Shown(printed[1], printed[0], label))
        return tuple(found)

    def _brief_words(self, stem: str, plan: BriefPlan) -> made.BriefWords:
        me = "brief", stem
        return made.BriefWords(
            introduction=self.refs.prose("brief", me, plan.introduction),
            findings=tuple(
                self.refs.prose("summary", me, finding)
                for finding in (plan.summary.findings if plan.summary else ())
            ),
            summary=self.refs.prose("summary", me, plan.summary.text if plan.summary else None),
            figures=self._shown(me, "summary", plan.summary.figures if plan.summary else ()),
            headings=self.refs.words(me, self.refs.records.headings.brief, plan.headings),
            notes_lead=self.refs.prose("brief", me, plan.notes_lead),
            sources_lead=self.refs.prose("brief", me, plan.sources_lead),
            blurb=self.refs.prose("brief", me, plan.blurb),
            colophon=self.refs.prose("brief", me, plan.colophon),
            lines=plan.lines,
            press=_press_spec(plan.press, BRIEF_BLEED_MM),
            creep_mm=plan.booklet.creep,
            paper=plan.paper,
            parts=self._parts(plan),
            image=self.refs.picture("brief", me, plan.image),
            pages=tuple(self._page(me, id, page) for id, page in plan.pages.items()),
            typed_at=plan.typed_at,
        )

    def _parts(self, plan: BriefPlan) -> tuple[str, ...]:
        """What a brief prints, in order; unless it says so, its own pages follow the contents."""
        if not plan.parts:
            after = PARTS.index("contents") + 1
            return (*PARTS[:after], *(str(id) for id in plan.pages), *PARTS[after:])
        known = {part: part for part in (*PARTS, *(str(id) for id in plan.pages))}
        return tuple(str(typed) for typed in plan.parts if self.refs.one(typed, known, "part"))

    def _page(self, me: Holder, id: str, page: PageRecord) -> resolved.FreePage:
        sign = None
        if page.sign:
            name = self.refs.line(me, page.sign.name, "label")
            role = self.refs.line(me, page.sign.role)
            sign = resolved.Signature(name, role, self.refs.picture("brief", me, page.sign.image))
        return resolved.FreePage(
            str(id),
            self.refs.prose("brief", me, page.title),
            self.refs.prose("brief", me, page.text),
            sign,
            _typed_at(id, page),
            self.refs.picture("brief", me, page.image),
        )

    def _figures(self, me: Holder, plan: PosterPlan) -> Iterator[made.Figure]:
        for figure in plan.figures:
            target, _, part = str(figure.fact).partition(".")
            label = self.refs.prose("poster", me, figure.label)
            value = self.refs.lookup("", target, part, figure.fact.place, whole=False)
            if value:
                yield made.Figure(target, value, label)

    def _saying(self, me: Holder, typed: SayingRecord) -> made.Saying:
        text = self.refs.prose("poster", me, typed.text)
        if typed.figure is None:
            return made.Saying("", None, text)
        target, _, part = str(typed.figure).partition(".")
        value = self.refs.lookup("", target, part, typed.figure.place, whole=False)
        return made.Saying(target, value, text)

    def _poster_words(
        self,
        stem: str,
        plan: PosterPlan,
        period: tuple[Instant, Instant],
        entries: Mapping[str, resolved.Entry],
    ) -> made.PosterWords:
        me = "poster", stem
        for id in plan.omit:
            self.refs.one(id, entries, "event")
        return made.PosterWords(
            title=self.refs.line(me, plan.title or self.refs.records.publication.title),
            subtitle=self.refs.prose("poster", me, plan.subtitle),
            introduction=self.refs.prose("poster", me, plan.introduction),
            headings=self.refs.words(me, self.refs.records.headings.poster, plan.headings),
            sources_line=self.refs.prose("poster", me, plan.sources_line),
            pillars=tuple(self.refs.prose("poster", me, p) for p in plan.pillars),
            figures=tuple(self._figures(me, plan)),
            period=((plan.period[0].begin, plan.period[-1].end) if plan.period else period),
            omit=tuple(str(o) for o in plan.omit),
            paper=str(plan.paper),
            orientation=plan.orientation,
            composition=plan.composition,
            paces=(
                plan.paces
                if isinstance(plan.paces, str)
                else tuple((first.begin, last.end) for first, last in plan.paces)
            ),
            eras=tuple(
                made.Era(self.refs.prose("poster", me, e.name), e.begin.begin, e.end.end)
                for e in plan.eras
            ),
            promise=self.refs.prose("poster", me, plan.promise),
            headline=self._saying(me, plan.headline) if plan.headline else None,
            fillers=tuple(self._saying(me, filler) for filler in plan.fillers),
            texts=plan.texts,
            pictures=plan.pictures,
            distance=plan.reading.distance,
            letter=plan.reading.letter / 100,
            press=_press_spec(plan.press, POSTER_BLEED_MM),
            overlap_mm=plan.tiles.overlap,
            typed_at=plan.typed_at,
        )


def _typed_at(key: str, part: PlacedRecord) -> TypedAt:
    """Where a part of a plan was typed: itself at its key."""
    return replace(part.typed_at, place=key.place) if isinstance(key, Text) else part.typed_at


def _press_spec(plan: PressPlan, bleed_mm: float) -> made.PressSpec:
    """What the print shop asks for; `bleed_mm` is left where no bleed is asked for."""
    bleed = bleed_mm if plan.bleed is None else plan.bleed
    return made.PressSpec(bleed, plan.profile, plan.ink_limit / 100)
