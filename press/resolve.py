"""Resolve ids to things and references to values: records become an edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from press import arabic
from press import edition as made
from press.diagnostics import Diagnostic, Place, Refusal, nearest, quote
from press.edition import Edition
from press.facts import Attestation, Fact, House, Value, read_value, say, say_counted
from press.prose import (
    Linked,
    Piece,
    Printed,
    Prose,
    Reference,
    TypedPiece,
    Vouched,
    Words,
    parse,
)
from press.raw import Entries, Items, Raw, Text
from press.records import Event, FactRecord, PosterPlan, SaidRecord
from press.validate import Records

# The fields of an event that a fact may vouch for and a text may print.
FIELDS = ("date", "symbol", "meeting")

T = TypeVar("T")


def resolve(records: Records) -> Edition:
    """The edition that `records` make. Raises `Refusal` with every reference that leads nowhere."""
    return _Resolver(records).edition()


class _Resolver:
    """Holds what references may lead to while texts are resolved; gathers all problems."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.house = House(records.publication.digits, records.publication.months)
        self.problems: list[Diagnostic] = []
        self.fields: dict[str, dict[str, Value]] = {
            id: _fields(event) for id, event in records.events.items()
        }
        self.facts: dict[str, Fact] = {}
        self.texts: list[tuple[str, str, Prose]] = []

    def edition(self) -> Edition:
        records = self.records
        self._read_facts()
        organs = {
            o.id: made.Organ(o.id, str(o.name), str(o.short)) for o in records.organs.values()
        }
        entries = {}
        for event in sorted(records.events.values(), key=lambda e: (e.date.first, e.id)):
            organ = self._one(event.organ, organs, "organ")
            entries[event.id] = self._entry(event, organ or made.Organ(str(event.organ), "", ""))
        for event in records.events.values():
            for other in event.see:
                self._one(other, entries, "event")
            for person in event.people:
                self._one(person, records.people, "person")
        result = Edition(
            masthead=self._masthead(),
            brief=self._brief_words(),
            poster=self._poster_words(entries),
            chapters=self._chapters(entries),
            entries=entries,
            organs=organs,
            people=self._people(),
            sources={s.id: self._source(s.id) for s in records.sources.values()},
            glossary=tuple(
                made.Definition(
                    g.id,
                    str(g.term),
                    str(g.latin or ""),
                    self._prose("glossary", g.id, g.definition),
                )
                for g in records.glossary.values()
            ),
            omissions=tuple(
                made.Omission(o.id, _line(o.about), _line(o.reason))
                for o in records.omitted.values()
            ),
            facts=self.facts,
            lexicon=records.lexicon,
            texts=tuple(self.texts),
        )
        if self.problems:
            raise Refusal(self.problems)
        return result

    # -- facts ---------------------------------------------------------------------------------

    def _read_facts(self) -> None:
        records = self.records
        holders: list[tuple[str, Mapping[str, FactRecord]]] = [
            ("publication", records.publication.facts)
        ]
        holders += [(id, event.facts) for id, event in records.events.items()]
        holders += [(id, person.facts) for id, person in records.people.items()]
        if records.brief:
            holders.append(("brief", records.brief.facts))
            holders += [(str(id), c.facts) for id, c in records.brief.chapters.items()]
        if records.poster:
            holders.append(("poster", records.poster.facts))
        for holder, facts in holders:
            for key, record in facts.items():
                place = key.place if isinstance(key, Text) else record.about.place
                self._read_fact(holder, str(key), record, place)

    def _read_fact(self, holder: str, id: str, record: FactRecord, place: Place) -> None:
        taken = self.facts.get(id)
        if taken or id in self.fields:
            first = taken.place if taken else self.records.events[id].place
            self._complain(
                "resolve/duplicate-fact", place, f"the id {quote(id)} is taken already",
                f"it was first typed at {first}; facts and events share one set of ids",
            )  # fmt: skip
            return
        values = self._field_values(holder, record) if record.of else record.values()
        said = []
        for word in record.said:
            self._one(word.by, self.records.sources, "source")
            said.append(
                Attestation(
                    str(word.by),
                    _line(word.where) if word.where else "",
                    self._says(record, values, word),
                    word.by.place,
                )
            )
        self.facts[id] = Fact(
            id, holder, _line(record.about), values, record.counted(),
            tuple(str(f) for f in record.of), tuple(said),
            _line(record.note) if record.note else "",
            _line(record.doubt) if record.doubt else "",
            place,
        )  # fmt: skip

    def _field_values(self, holder: str, record: FactRecord) -> dict[str, Value]:
        have = self.fields.get(holder, {})
        values = {}
        for field in record.of:
            if field in have:
                values["" if len(record.of) == 1 else str(field)] = have[field]
            else:
                self._complain(
                    "resolve/unknown-field", field.place,
                    f"this record has no field {quote(field)} that a fact could vouch for",
                    f"the fields are: {', '.join(have) or 'none outside events'}",
                )  # fmt: skip
        return values

    def _says(
        self, record: FactRecord, values: Mapping[str, Value], word: SaidRecord
    ) -> dict[str, Value]:
        if word.says is None:
            return {}
        if not record.of:
            return record.read(word.says)
        raw = cast(Raw, word.says)
        parts: Iterable[tuple[str, Raw]] = (
            [(str(k), v) for k, v in raw.items()] if isinstance(raw, Entries) else [("", raw)]
        )
        says = {}
        for part, typed in parts:
            if part not in values:
                self._complain(
                    "resolve/unknown-part", typed.place,
                    f"this fact has no part {quote(part or '(whole)')}",
                    f"the parts are: {', '.join(p or '(whole)' for p in values)}",
                )  # fmt: skip
                continue
            texts = tuple(str(t) for t in typed) if isinstance(typed, Items) else str(typed)
            try:
                says[part] = read_value(texts, values[part].kind, counted=False)
            except ValueError as error:
                self._complain("resolve/wrong-value", typed.place, str(error), "")
        return says

    # -- texts ---------------------------------------------------------------------------------

    def _prose(self, where: str, record: str, text: Text | None) -> Prose:
        """The prose that `text` makes when the record `record` says it in `where`."""
        if text is None:
            return Prose()
        paragraphs, problems = parse(text)
        self.problems += problems
        prose = Prose(tuple(tuple(self._piece(record, piece) for piece in p) for p in paragraphs))
        self.texts.append((where, record, prose))
        return prose

    def _piece(self, record: str, piece: TypedPiece) -> Piece:
        if isinstance(piece, Words):
            return piece
        if isinstance(piece, Reference):
            return self._printed(record, piece)
        inner = tuple(cast(Words | Printed, self._piece(record, p)) for p in piece.pieces)
        if piece.target in self.records.events and not piece.part:
            return Linked(inner, piece.target, piece.place)
        self._lookup(record, piece.target, piece.part, piece.place, whole=True)
        return Vouched(inner, piece.target, piece.place)

    def _printed(self, record: str, ref: Reference) -> Printed:
        value = self._lookup(record, ref.target, ref.part, ref.place, whole=False)
        fact = f"{record}.{ref.target}" if ref.target in FIELDS else ref.target
        if ref.target in self.fields:
            fact = f"{ref.target}.{ref.part}"
        blank = Printed(arabic.Phrase("", "rtl"), fact, ref.part, ref.place)
        if value is None:
            return blank
        if not ref.form:
            return Printed(say(value, self.house), fact, ref.part, ref.place)
        case = ref.case or arabic.CASES[0]
        if case not in arabic.CASES:
            self._complain(
                "resolve/unknown-form", ref.place, f"{quote(ref.case)} is not a case",
                f"the cases are {'، '.join(arabic.CASES)}",
            )  # fmt: skip
            return blank
        if value.kind == "ordinal":
            if ref.form not in arabic.GENDERS:
                self._complain(
                    "resolve/unknown-form", ref.place, f"{quote(ref.form)} is not a gender",
                    f"an ordinal takes {' or '.join(arabic.GENDERS)}",
                )  # fmt: skip
                return blank
            words = arabic.say_ordinal(
                cast(int, value.held[0]),
                ref.form,
                case=case,
            )
            return Printed(arabic.Phrase(words, "rtl"), fact, ref.part, ref.place)
        noun = self.records.lexicon.get(ref.form)
        if noun is None:
            guess = nearest(ref.form, self.records.lexicon)
            self._complain(
                "resolve/unknown-noun", ref.place,
                f"the noun {quote(ref.form)} is not in lexicon.yaml",
                (f"did you mean {quote(guess)}? " if guess else "") + "add its forms there",
            )  # fmt: skip
            return blank
        if value.kind not in ("count", "number"):
            self._complain(
                "resolve/unknown-form", ref.place,
                f"{quote(ref.target)} is a {value.kind}, which takes no counted noun",
                "leave out what follows the colon",
            )  # fmt: skip
            return blank
        said = say_counted(value, noun, case, self.house)
        return Printed(said, fact, ref.part, ref.place)

    def _lookup(
        self, record: str, target: str, part: str, place: Place, *, whole: bool
    ) -> Value | None:
        """The value that a reference leads to; `whole`: a tie may name a fact of many parts."""
        if target in FIELDS and record in self.fields and not part:
            values: Mapping[str, Value] = self.fields[record]
            part = target
        elif target in self.facts:
            values = self.facts[target].values
        elif target in self.fields:
            values = self.fields[target]
        else:
            guess = nearest(target, [*self.facts, *self.fields, *FIELDS])
            self._complain(
                "resolve/unknown-id", place, f"there is no fact or event {quote(target)}",
                f"did you mean {guess}?" if guess else "see `build.py facts` for all ids",
            )  # fmt: skip
            return None
        if part in values or (whole and not part):
            return values.get(part)
        self._complain(
            "resolve/unknown-part", place,
            f"{quote(target)} has no part {quote(part)}" if part
            else f"{quote(target)} has several parts; name one",
            f"the parts are: {', '.join(p or '(whole)' for p in values)}",
        )  # fmt: skip
        return None

    # -- things --------------------------------------------------------------------------------

    def _entry(self, event: Event, organ: made.Organ) -> made.Entry:
        phrases = {name: say(value, self.house) for name, value in self.fields[event.id].items()}
        return made.Entry(
            id=event.id,
            place=event.place,
            title=self._prose("title", event.id, event.title),
            when=event.date,
            date=phrases["date"],
            organ=organ,
            kind=event.kind,
            rank=event.rank,
            symbol=phrases.get("symbol"),
            meeting=phrases.get("meeting"),
            people=tuple(str(p) for p in event.people),
            see=tuple(str(s) for s in event.see),
            brief=self._prose("brief", event.id, event.brief),
            poster=self._prose("poster", event.id, event.poster),
            facts=tuple(str(f) for f in event.facts),
        )

    def _chapters(self, entries: Mapping[str, made.Entry]) -> tuple[made.Chapter, ...]:
        plan = self.records.brief
        if plan is None:
            return ()
        chapters = []
        for number, (id, chapter) in enumerate(plan.chapters.items(), start=1):
            told = [self._one(e, entries, "event") for e in chapter.entries]
            chapters.append(
                made.Chapter(
                    id=str(id),
                    number=number,
                    title=self._prose("brief", str(id), chapter.title),
                    lead=self._prose("brief", str(id), chapter.lead),
                    text=self._prose("brief", str(id), chapter.text),
                    entries=tuple(e for e in told if e),
                    facts=tuple(str(f) for f in chapter.facts),
                )
            )
        return tuple(chapters)

    def _people(self) -> dict[str, made.Person]:
        people = {}
        for person in self.records.people.values():
            terms = []
            for term in person.terms:
                start, end = self._day(term.start), self._day(term.end)
                if start is None:
                    continue
                terms.append(
                    made.Term(
                        _line(term.post),
                        start,
                        self._say_date(start),
                        end,
                        self._say_date(end) if end else None,
                    )  # fmt: skip
                )
            people[person.id] = made.Person(
                person.id, str(person.name), str(person.latin or ""), _line(person.role),
                self._prose("people", person.id, person.about), tuple(terms),
            )  # fmt: skip
        return people

    def _day(self, reference: Text | None) -> arabic.Date | None:
        if reference is None:
            return None
        target, _, part = str(reference).partition(".")
        value = self._lookup("", target, part, reference.place, whole=False)
        if value is None:
            return None
        if not isinstance(value.held[0], arabic.Date):
            self._complain(
                "resolve/wrong-value", reference.place,
                f"{quote(reference)} is a {value.kind}; a term begins and ends with a date",
                "name a fact whose value is a date",
            )  # fmt: skip
            return None
        return value.held[0]

    def _say_date(self, date: arabic.Date) -> arabic.Phrase:
        return say(Value("date", (date,)), self.house)

    def _source(self, id: str) -> made.Source:
        source = self.records.sources[id]
        return made.Source(
            id=id,
            title=_line(source.title),
            original=_line(source.original) if source.original else "",
            language=source.language,
            by=_line(source.by),
            date=self._say_date(source.date) if source.date else None,
            symbol=arabic.Phrase(str(source.symbol), "ltr") if source.symbol else None,
            address=str(source.address or ""),
        )

    def _masthead(self) -> made.Masthead:
        p = self.records.publication
        self._lookup("", str(p.period), "", p.period.place, whole=True)
        return made.Masthead(
            title=_line(p.title),
            subtitle=self._prose("masthead", "publication", p.subtitle),
            language=p.language,
            number=p.edition.number,
            edition=p.edition.date,
            date=self._say_date(p.edition.date),
            publisher=_line(p.publisher),
            subject=_line(p.subject),
            keywords=tuple(str(k) for k in p.keywords),
            house=self.house,
        )

    def _brief_words(self) -> made.BriefWords | None:
        plan = self.records.brief
        if plan is None:
            return None
        return made.BriefWords(
            introduction=self._prose("brief", "brief", plan.introduction),
            headings={str(k): _line(v) for k, v in plan.headings.items()},
            notes_lead=self._prose("brief", "brief", plan.notes_lead),
            sources_lead=self._prose("brief", "brief", plan.sources_lead),
            colophon=self._prose("brief", "brief", plan.colophon),
        )

    def _poster_words(self, entries: Mapping[str, made.Entry]) -> made.PosterWords | None:
        plan: PosterPlan | None = self.records.poster
        if plan is None:
            return None
        for id in plan.omit:
            self._one(id, entries, "event")
        return made.PosterWords(
            title=_line(plan.title),
            subtitle=self._prose("poster", "poster", plan.subtitle),
            introduction=self._prose("poster", "poster", plan.introduction),
            headings={str(k): _line(v) for k, v in plan.headings.items()},
            sources_line=self._prose("poster", "poster", plan.sources_line),
            pillars=tuple(self._prose("poster", "poster", p) for p in plan.pillars),
            period=plan.period,
            omit=tuple(str(o) for o in plan.omit),
            paper=plan.paper,
            orientation=plan.orientation,
            place=plan.place,
        )

    def _one(self, id: Text, things: Mapping[str, T], kind: str) -> T | None:
        if str(id) in things:
            return things[str(id)]
        guess = nearest(str(id), things)
        self._complain(
            "resolve/unknown-id", id.place, f"there is no {kind} {quote(id)}",
            f"did you mean {guess}?" if guess else f"the ids are: {', '.join(things) or 'none'}",
        )  # fmt: skip
        return None

    def _complain(self, code: str, place: Place, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(code, place, message, hint))


def _fields(event: Event) -> dict[str, Value]:
    fields = {"date": Value("date", (event.date,))}
    for name in ("symbol", "meeting"):
        if symbol := getattr(event, name):
            fields[name] = Value("symbol", (str(symbol),))
    return fields


def _line(text: str) -> str:
    """A text without references, its line ends turned into spaces."""
    return " ".join(text.split())
