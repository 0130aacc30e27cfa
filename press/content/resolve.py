"""Resolve ids to things and references to values: records become an edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from press.content import edition as made
from press.content.attestations import attest
from press.content.edition import Edition
from press.content.facts import Value, is_symbol, say, say_symbol
from press.content.icons import read_icon
from press.content.nodes import Text
from press.content.passages import Holder, texts_of
from press.content.plans import JOINED, ExhibitRecord, FigureRecord, PressPlan
from press.content.positions import places_of
from press.content.prose import Prose, Words
from press.content.records import Event, KindRecord, PosterPlan
from press.content.references import References, fields_of, line
from press.content.validate import Records
from press.diagnostics import Place, Refusal, Unfit, unfit
from press.language.dates import Date, Instant
from press.language.hijri import HijriDate
from press.language.phrases import Phrase
from press.language.steps import around

POSTER = ("poster", "poster")
NOWHERE = Place("")


def resolve(records: Records) -> Edition:
    """The edition that `records` make. Raises `Refusal` with every reference that leads nowhere."""
    return _Resolver(records).edition()


class _Resolver:
    """Holds what references may lead to while texts are resolved; gathers all problems."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.house = records.publication.house
        fields = {id: fields_of(event) for id, event in records.events.items()}
        self.refs = References(records, self.house, fields)

    def edition(self) -> Edition:
        records = self.records
        attest(self.refs)
        self._check_symbols()
        actors = {id: self._actor(id) for id in records.actors}
        entries = {}
        for event in sorted(records.events.values(), key=lambda e: (e.date.begin, e.id)):
            acting = tuple(self.refs.one(actor, actors, "actor") for actor in event.actor)
            entries[event.id] = self._entry(event, tuple(a for a in acting if a))
        for event in records.events.values():
            for other in event.see:
                self.refs.one(other, entries, "event")
            for person in event.people:
                self.refs.one(person, records.people, "person")
        result = Edition(
            masthead=self._masthead(),
            brief=self._brief_words(),
            poster=self._poster_words(entries),
            chapters=self._chapters(entries),
            entries=entries,
            actors=actors,
            people=self._people(),
            sources={s.id: self._source(s.id) for s in records.sources.values()},
            glossary=tuple(self._definition(id) for id in records.glossary),
            omissions=tuple(self._omission(id) for id in records.omitted),
            facts=self.refs.facts,
            lexicon=records.lexicon,
            texts=tuple(self.refs.texts),
            passages=tuple(self.refs.passages),
            places=places_of(records),
            corrigendum=self._words(("brief", "headings"), records.headings.corrigendum, {}),
        )
        if self.refs.problems:
            raise Refusal(self.refs.problems)
        return result

    def _actor(self, id: str) -> made.Actor:
        actor, me = self.records.actors[id], ("actor", id)
        name = self.refs.line(me, actor.name, "label")
        icon = None
        if actor.icon:
            try:
                icon = read_icon(actor.icon, self.records.folder)
            except Unfit as error:
                self.refs.problems.append(unfit("resolve/wrong-value", actor.icon.place, error))
        return made.Actor(
            id,
            name,
            self.refs.line(me, actor.short, "label") or name,
            self.refs.line(me, actor.about),
            actor.colour.removeprefix("#").lower() if actor.colour else "",
            icon,
            actor.side or "",
        )

    def _kind(self, kind: Text | None, kinds: Mapping[str, KindRecord], what: str) -> str:
        """The name of a kind, empty for none."""
        record = self.refs.one(kind, kinds, what) if kind else None
        return line(record.name) if record else ""

    def _definition(self, id: str) -> made.Definition:
        term, me = self.records.glossary[id], ("glossary", id)
        return made.Definition(
            id,
            self.refs.line(me, term.term, "label"),
            self.refs.line(me, term.latin, "quoted"),
            self.refs.prose("glossary", me, term.definition),
        )

    def _omission(self, id: str) -> made.Omission:
        omitted, me = self.records.omitted[id], ("omitted", id)
        for said in omitted.said.values():
            self.refs.lines(me, "locator", said.where)
            self.refs.lines(me, "quoted", *texts_of(said.says))
        return made.Omission(
            id, self.refs.line(me, omitted.about), self.refs.line(me, omitted.reason)
        )

    def _check_symbols(self) -> None:
        """Complain of the symbols that have not the form which the publication gives them."""
        symbols = self.house.symbols
        held = [s for e in self.records.events.values() for s in (e.symbol, e.meeting)]
        held += [source.symbol for source in self.records.sources.values()]
        for symbol in held:
            if symbol and symbols and not is_symbol(symbol, symbols):
                self.refs.problems.append(
                    unfit("resolve/wrong-value", symbol.place, Unfit("symbol", text=str(symbol)))
                )

    def _entry(self, event: Event, actors: tuple[made.Actor, ...]) -> made.Entry:
        me = "event", event.id
        phrases = {
            name: say(value, self.house) for name, value in self.refs.fields[event.id].items()
        }
        return made.Entry(
            id=event.id,
            place=event.place,
            title=self.refs.prose("title", me, event.title),
            when=event.date,
            date=self._date(event),
            actors=actors,
            kind=self._kind(event.kind, self.records.kinds.events, "event-kind"),
            rank=event.rank,
            symbol=phrases.get("symbol"),
            meeting=phrases.get("meeting"),
            people=tuple(str(p) for p in event.people),
            see=tuple(str(s) for s in event.see),
            tags=tuple(str(t) for t in event.tags),
            brief=self.refs.prose("brief", me, event.brief),
            poster=self.refs.prose("poster", me, event.poster),
            facts=tuple(str(f) for f in event.facts),
        )

    def _date(self, event: Event) -> Phrase:
        """The date as it stands over the text of an event: in words of its record or its own form.

        A Hijri date stands before it: that of the record, or computed of a whole day.
        """
        speak, digits = self.house.language, self.house.digits
        if event.shown:
            shown = self.refs.line(("event", event.id), event.shown, "line")
            said = speak.phrase(shown)
        else:
            months = self.house.months
            said = speak.say_date(event.date, digits=digits, months=months, style="label")
        hijri = event.hijri
        computed = "hijri" in self.records.publication.calendars and event.date.precision == "day"
        if hijri is None and computed:
            hijri = HijriDate.of_day(event.date.first)
        return speak.say_hijri(hijri, said, digits=digits) if hijri else said

    def _chapters(self, entries: Mapping[str, made.Entry]) -> tuple[made.Chapter, ...]:
        plan = self.records.brief
        if plan is None:
            return ()
        if not plan.chapters:
            return (self._only_chapter(entries),)
        chapters = []
        for number, (id, chapter) in enumerate(plan.chapters.items(), start=1):
            me = "chapter", str(id)
            told = [self.refs.one(e, entries, "event") for e in chapter.entries]
            chapters.append(
                made.Chapter(
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
                )
            )
        return tuple(chapters)

    def _only_chapter(self, entries: Mapping[str, made.Entry]) -> made.Chapter:
        """A brief without chapters of its own tells every event in the order of time."""
        title = Prose(((Words(line(self.records.publication.title), NOWHERE),),))
        told = tuple(entries.values())
        return made.Chapter("events", 0, title, Prose(), Prose(), told, (), ())

    def _exhibit(
        self, chapter: str, id: str, typed: ExhibitRecord, told: tuple[Text, ...]
    ) -> made.Exhibited:
        me = "chapter", chapter

        def prose(text: Text | None) -> Prose:
            return self.refs.prose("exhibits", me, text)

        chart, table = typed.chart, typed.table
        if typed.after:
            self.refs.one(typed.after, {str(e): e for e in told}, "entry")
        return made.Exhibited(
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
        )

    def _shown(
        self, holder: Holder, where: str, figures: tuple[FigureRecord, ...]
    ) -> tuple[made.Shown, ...]:
        found = []
        for figure in figures:
            label = self.refs.prose(where, holder, figure.label)
            if printed := self.refs.printed(holder[1], where, figure.fact):
                found.append(made.Shown(printed[1], printed[0], label))
        return tuple(found)

    def _people(self) -> dict[str, made.Person]:
        people = {}
        for person in self.records.people.values():
            me = "person", person.id
            terms = []
            for term in person.terms:
                post = self.refs.line(me, term.post)
                start, end = self._day(term.start), self._day(term.end)
                if start is None:
                    continue
                terms.append(
                    made.Term(
                        post,
                        start,
                        self._say_date(start),
                        end,
                        self._say_date(end) if end else None,
                    )
                )
            people[person.id] = made.Person(
                person.id, self.refs.line(me, person.name, "label"),
                self.refs.line(me, person.latin, "quoted"), self.refs.line(me, person.role),
                self.refs.prose("people", me, person.about), tuple(terms),
                tuple(
                    str(day).partition(".")[0]
                    for term in person.terms
                    for day in (term.start, term.end)
                    if day
                ),
            )  # fmt: skip
        return people

    def _day(self, reference: Text | None) -> Date | None:
        if reference is None:
            return None
        target, _, part = str(reference).partition(".")
        value = self.refs.lookup("", target, part, reference.place, whole=False)
        if value is None:
            return None
        if not isinstance(value.held[0], Date):
            self.refs.complain(
                "resolve/wrong-value",
                reference.place,
                "no-term",
                fact=str(reference),
                kind=value.kind,
            )
            return None
        return value.held[0]

    def _say_date(self, date: Date) -> Phrase:
        return say(Value("date", (date,)), self.house)

    def _source(self, id: str) -> made.Source:
        source, me = self.records.sources[id], ("source", id)
        self._kind(source.kind, self.records.kinds.sources, "source-kind")
        return made.Source(
            id=id,
            kind=str(source.kind or ""),
            title=self.refs.line(me, source.title, "label"),
            original=self.refs.line(me, source.original, "quoted"),
            language=str(source.language or ""),
            by=self.refs.line(me, source.by, "label"),
            date=self._say_date(source.date) if source.date else None,
            symbol=say_symbol(str(source.symbol)) if source.symbol else None,
            address=self.refs.line(me, source.address, "quoted"),
        )

    def _masthead(self) -> made.Masthead:
        p, me = self.records.publication, ("publication", "publication")
        if p.period:
            self.refs.lookup("", str(p.period), "", p.period.place, whole=True)
        if p.sheet:
            self.refs.one(p.sheet, self.records.sources, "source")
        for kind in self.records.kinds.events.values():
            if kind.after:
                self.refs.one(kind.after, self.records.kinds.events, "event-kind")
        edition = p.edition.date or Date.parse(str(self.records.today))
        return made.Masthead(
            title=self.refs.line(me, p.title),
            subtitle=self.refs.prose("masthead", me, p.subtitle),
            language=p.language,
            number=p.edition.number,
            edition=edition,
            date=self._say_date(edition),
            publisher=self.refs.line(me, p.publisher),
            subject=self.refs.line(me, p.subject),
            keywords=tuple(self.refs.line(me, k) for k in p.keywords),
            house=self.house,
            address=str(p.address or ""),
            sheets=self._words(("brief", "headings"), self.records.headings.sheets, {}),
            sheet=str(p.sheet or ""),
            palette={
                name: colour.removeprefix("#").lower()
                for name, colour in p.palette
                if colour is not None
            },
        )

    def _brief_words(self) -> made.BriefWords | None:
        plan, me = self.records.brief, ("brief", "brief")
        if plan is None:
            return None
        return made.BriefWords(
            introduction=self.refs.prose("brief", me, plan.introduction),
            summary=self.refs.prose("summary", me, plan.summary.text if plan.summary else None),
            figures=self._shown(me, "summary", plan.summary.figures if plan.summary else ()),
            headings=self._words(me, self.records.headings.brief, plan.headings),
            notes_lead=self.refs.prose("brief", me, plan.notes_lead),
            sources_lead=self.refs.prose("brief", me, plan.sources_lead),
            colophon=self.refs.prose("brief", me, plan.colophon),
            press=_press_spec(plan.press, 3.0),
            creep_mm=plan.booklet.creep,
        )

    def _figures(self, plan: PosterPlan) -> Iterator[made.Figure]:
        for figure in plan.figures:
            target, _, part = str(figure.fact).partition(".")
            label = self.refs.prose("poster", POSTER, figure.label)
            value = self.refs.lookup("", target, part, figure.fact.place, whole=False)
            if value:
                yield made.Figure(target, value, label)

    def _poster_words(self, entries: Mapping[str, made.Entry]) -> made.PosterWords | None:
        plan: PosterPlan | None = self.records.poster
        if plan is None:
            return None
        for id in plan.omit:
            self.refs.one(id, entries, "event")
        return made.PosterWords(
            title=self.refs.line(POSTER, plan.title or self.records.publication.title),
            subtitle=self.refs.prose("poster", POSTER, plan.subtitle),
            introduction=self.refs.prose("poster", POSTER, plan.introduction),
            headings=self._words(POSTER, self.records.headings.poster, plan.headings),
            sources_line=self.refs.prose("poster", POSTER, plan.sources_line),
            pillars=tuple(self.refs.prose("poster", POSTER, p) for p in plan.pillars),
            figures=tuple(self._figures(plan)),
            period=(
                (plan.period[0].begin, plan.period[-1].end)
                if plan.period
                else self._period(entries)
            ),
            omit=tuple(str(o) for o in plan.omit),
            paper=plan.paper,
            orientation=plan.orientation,
            texts=plan.texts,
            distance=plan.reading.distance,
            letter=plan.reading.letter / 100,
            press=_press_spec(plan.press, 5.0),
            overlap_mm=plan.tiles.overlap,
            place=plan.place,
        )

    def _period(self, entries: Mapping[str, made.Entry]) -> tuple[Instant, Instant]:
        """The whole years about all events; months, days or hours where they lie in one."""
        today = Date.parse(str(self.records.today))
        dates = [entry.when for entry in entries.values()] or [today]
        return around(min(d.begin for d in dates), max(d.end for d in dates))

    def _words(
        self, holder: Holder, lent: Mapping[str, Text], own: Mapping[str, Text]
    ) -> dict[str, str]:
        """The headings of a publication: its own words, and the lent ones where it has none."""
        self.refs.lines(("brief", "headings"), "line", *lent.values())
        self.refs.lines(holder, "line", *own.values())
        return {str(key): line(text) for key, text in {**lent, **own}.items()}


def _press_spec(plan: PressPlan, bleed_mm: float) -> made.PressSpec:
    """What the print shop asks for; `bleed_mm` is left where no bleed is asked for."""
    bleed = bleed_mm if plan.bleed is None else plan.bleed
    return made.PressSpec(bleed, plan.profile, plan.ink_limit / 100)
