"""Resolve ids to things and references to values: records become an edition."""

from __future__ import annotations

from collections.abc import Mapping

from press.content import edition as made
from press.content import resolved
from press.content.attestations import attest
from press.content.edition import Edition
from press.content.house_style import complete_house
from press.content.icons import read_icon
from press.content.nodes import Text
from press.content.passages import texts_of
from press.content.period import period_about, years_of
from press.content.product_words import Products
from press.content.records import Event, KindRecord
from press.content.references import References, fields_of, line
from press.content.validate import Records
from press.content.values import Value, is_symbol, say, say_symbol
from press.diagnostics import Refusal, Unfit, unfit
from press.language.dates import Date
from press.language.hijri import HijriDate
from press.language.phrases import Phrase


def resolve(records: Records) -> Edition:
    """The edition that `records` make. Raises `Refusal` with every reference that leads nowhere."""
    return _Resolver(records).edition()


class _Resolver:
    """Holds what references may lead to while texts are resolved; gathers all problems."""

    def __init__(self, records: Records) -> None:
        self.records = records
        fields = {id: fields_of(event) for id, event in records.events.items()}
        self.refs = References(records, records.publication.house, fields)
        self.house = self.refs.house = complete_house(self.refs)

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
        masthead = self._masthead()
        products = Products(self.refs).resolve(period_about(entries, records), entries)
        briefs = [words for words in products.values() if words.brief]
        posters = [words.poster for words in products.values() if words.poster]
        result = Edition(
            masthead=masthead,
            brief=briefs[0].brief if briefs else None,
            poster=posters[0] if posters else None,
            chapters=briefs[0].chapters if briefs else (),
            products=products,
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
            corrigendum=self.refs.words(("brief", "headings"), records.headings.corrigendum, {}),
            web=self.refs.words(("brief", "headings"), records.headings.web, {}),
        )
        if self.refs.problems:
            raise Refusal(dict.fromkeys(self.refs.problems))
        return result

    def _actor(self, id: str) -> resolved.Actor:
        actor, me = self.records.actors[id], ("actor", id)
        name = self.refs.line(me, actor.name, "label")
        icon = None
        if actor.icon:
            try:
                icon = read_icon(actor.icon, self.records.folder)
            except Unfit as error:
                self.refs.problems.append(unfit("resolve/wrong-value", actor.icon.place, error))
        return resolved.Actor(
            id,
            name,
            self.refs.line(me, actor.short, "label") or name,
            self.refs.line(me, actor.about),
            actor.colour.removeprefix("#").lower() if actor.colour else "",
            icon,
            actor.side or "",
            actor.typed_at,
        )

    def _kind(self, kind: Text | None, kinds: Mapping[str, KindRecord], what: str) -> str:
        """The name of a kind, empty for none."""
        record = self.refs.one(kind, kinds, what) if kind else None
        return line(record.name) if record else ""

    def _definition(self, id: str) -> resolved.Definition:
        term, me = self.records.glossary[id], ("glossary", id)
        return resolved.Definition(
            id,
            self.refs.line(me, term.term, "label"),
            self.refs.line(me, term.latin, "quoted"),
            self.refs.prose("glossary", me, term.definition),
            term.typed_at,
        )

    def _omission(self, id: str) -> resolved.Omission:
        omitted, me = self.records.omitted[id], ("omitted", id)
        for said in omitted.said.values():
            self.refs.lines(me, "locator", said.where)
            self.refs.lines(me, "quoted", *texts_of(said.says))
        return resolved.Omission(
            id,
            self.refs.line(me, omitted.about),
            self.refs.line(me, omitted.reason),
            omitted.typed_at,
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

    def _entry(self, event: Event, actors: tuple[resolved.Actor, ...]) -> resolved.Entry:
        me = "event", event.id
        phrases = {
            name: say(value, self.house) for name, value in self.refs.fields[event.id].items()
        }
        return resolved.Entry(
            id=event.id,
            typed_at=event.typed_at,
            title=self.refs.prose("title", me, event.title),
            when=event.date,
            date=self._date(event),
            actors=actors,
            kind=self._kind(event.kind, self.records.kinds.events, "event-kind"),
            kind_id=str(event.kind or ""),
            rank=event.rank,
            symbol=phrases.get("symbol"),
            meeting=phrases.get("meeting"),
            people=tuple(str(p) for p in event.people),
            see=tuple(str(s) for s in event.see),
            tags=tuple(str(t) for t in event.tags),
            brief=self.refs.prose("brief", me, event.brief),
            poster=self.refs.prose("poster", me, event.poster),
            facts=tuple(str(f) for f in event.facts),
            image=self.refs.picture("brief", me, event.image),
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

    def _people(self) -> dict[str, resolved.Person]:
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
                    resolved.Term(
                        post,
                        start,
                        self._say_date(start),
                        end,
                        self._say_date(end) if end else None,
                    )
                )
            people[person.id] = resolved.Person(
                person.id, self.refs.line(me, person.name, "label"),
                self.refs.line(me, person.latin, "quoted"), self.refs.line(me, person.role),
                self.refs.prose("people", me, person.about), tuple(terms),
                tuple(
                    str(day).partition(".")[0]
                    for term in person.terms
                    for day in (term.start, term.end)
                    if day
                ),
                person.typed_at,
                self.refs.picture("people", me, person.image),
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

    def _source(self, id: str) -> resolved.Source:
        source, me = self.records.sources[id], ("source", id)
        self._kind(source.kind, self.records.kinds.sources, "source-kind")
        return resolved.Source(
            id=id,
            kind=str(source.kind or ""),
            title=self.refs.line(me, source.title, "label"),
            original=self.refs.line(me, source.original, "quoted"),
            language=str(source.language or ""),
            by=self.refs.line(me, source.by, "label"),
            date=self._say_date(source.date) if source.date else None,
            symbol=say_symbol(str(source.symbol)) if source.symbol else None,
            address=self.refs.line(me, source.address, "quoted"),
            typed_at=source.typed_at,
        )

    def _masthead(self) -> made.Masthead:
        p, me = self.records.publication, ("publication", "publication")
        period = None
        if p.period:
            period = self.refs.lookup("", str(p.period), "", p.period.place, whole=True)
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
            sheets=self.refs.words(("brief", "headings"), self.records.headings.sheets, {}),
            draft=p.audit == "draft",
            logos=self.refs.logos(me, p.logos),
            sheet=str(p.sheet or ""),
            years=years_of(period),
            palette={
                name: colour.removeprefix("#").lower()
                for name, colour in p.palette
                if colour is not None
            },
            typed_at=p.typed_at,
        )
