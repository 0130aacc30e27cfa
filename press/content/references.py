"""References: what `{fact}` and `[words]{fact}` in a text lead to, in house form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from press.codes.row import Value as Told
from press.content.brand import LogoRecord
from press.content.facts import Fact
from press.content.nodes import Text
from press.content.passages import Holder, Passage, Voice, line_passage, prose_passage
from press.content.picture_fields import ImageRecord
from press.content.picture_files import Picture, read_picture
from press.content.prose import (
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
from press.content.records import Event
from press.content.validate import Records
from press.content.values import House, Value, say, say_counted
from press.diagnostics import Diagnostic, Place, Unfit, nearest, unfit
from press.language.nouns import CountedNoun, categories
from press.language.phrases import Phrase

# The fields of an event that a fact may vouch for and a text may print.
FIELDS = ("date", "symbol", "meeting")
# The parts of a vote, which is typed as one value.
VOTE = ("for", "against", "abstained")

# So many ids are listed where none looks like the one that was typed.
FEW = 12

T = TypeVar("T")


@dataclass(slots=True)
class References:
    """All that references may lead to; gathers the problems of those that lead nowhere."""

    records: Records
    house: House
    fields: Mapping[str, Mapping[str, Value]]
    facts: dict[str, Fact] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    texts: list[tuple[str, str, Prose]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    seen: set[Place] = field(default_factory=set)

    def prose(self, where: str, holder: Holder, text: Text | None) -> Prose:
        """The prose that `text` makes when the record `holder` says it in `where`."""
        if text is None:
            return Prose()
        paragraphs, problems = parse(text)
        self.problems += problems
        if text.place not in self.seen:  # a product may have it from another
            self.seen.add(text.place)
            self.passages.append(prose_passage(holder, text, paragraphs))
        record = holder[1]
        prose = Prose(tuple(tuple(self._piece(record, piece) for piece in p) for p in paragraphs))
        self.texts.append((where, record, prose))
        return prose

    def lines(self, holder: Holder, voice: Voice, *texts: Text | None, fact: str = "") -> None:
        """Note that `holder` says `texts` letter by letter; `fact` is the id of theirs, if any."""
        for text in texts:
            if text is not None and text.place not in self.seen:
                self.seen.add(text.place)
                self.passages.append(line_passage(holder, voice, text, fact))

    def line(self, holder: Holder, text: Text | None, voice: Voice = "line") -> str:
        """`text` as it is printed on a line, empty for None."""
        self.lines(holder, voice, text)
        return line(text or "")

    def picture(self, where: str, holder: Holder, typed: ImageRecord | None) -> Picture | None:
        """The picture that `holder` names, with its texts; None for none, or for a broken one."""
        if typed is None:
            return None
        texts = {
            "alt": self.line(holder, typed.alt),
            "credit": self.line(holder, typed.credit, "label"),
            "licence": self.line(holder, typed.licence, "label"),
        }
        caption = self.prose(where, holder, typed.caption)
        try:
            return read_picture(typed, self.records.folder, caption=caption, **texts)
        except Unfit as error:
            self.problems.append(unfit("resolve/wrong-value", typed.file.place, error))
            return None

    def logos(self, holder: Holder, typed: Sequence[LogoRecord]) -> tuple[Picture, ...]:
        """The logos of a publication: pictures without words of their own."""
        records = (ImageRecord.model_construct(file=logo.file, alt=logo.alt) for logo in typed)
        found = (self.picture("masthead", holder, record) for record in records)
        return tuple(logo for logo in found if logo)

    def words(
        self, holder: Holder, lent: Mapping[str, Text], own: Mapping[str, Text]
    ) -> dict[str, str]:
        """The headings of a publication: its own words, and the lent ones where it has none."""
        self.lines(("brief", "headings"), "line", *lent.values())
        self.lines(holder, "line", *own.values())
        return {str(key): line(text) for key, text in {**lent, **own}.items()}

    def printed(self, record: str, where: str, typed: Text) -> tuple[Value, Prose] | None:
        """The value that `fact` or `fact.part` names, and the prose that prints it alone."""
        target, _, part = str(typed).partition(".")
        value = self.lookup(record, target, part, typed.place, whole=False)
        if value is None:
            return None
        piece = Printed(show(value, self.house), target, part, typed.place)
        prose = Prose(((piece,),))
        self.texts.append((where, record, prose))
        return value, prose

    def _piece(self, record: str, piece: TypedPiece) -> Piece:
        if isinstance(piece, Words):
            return piece
        if isinstance(piece, Reference):
            return self._printed(record, piece)
        inner = tuple(cast(Words | Printed, self._piece(record, p)) for p in piece.pieces)
        if piece.target in self.records.events and not piece.part:
            return Linked(inner, piece.target, piece.place)
        self.lookup(record, piece.target, piece.part, piece.place, whole=True)
        return Vouched(inner, piece.target, piece.place)

    def _printed(self, record: str, ref: Reference) -> Printed:
        value = self.lookup(record, ref.target, ref.part, ref.place, whole=False)
        fact = f"{record}.{ref.target}" if ref.target in FIELDS else ref.target
        if ref.target in self.fields:
            fact = f"{ref.target}.{ref.part}"
        speak = self.house.language
        blank = Printed(speak.phrase(""), fact, ref.part, ref.place)
        if value is None:
            return blank
        if not ref.form:
            part = "" if ref.part in VOTE else ref.part
            return Printed(say(value, self.house), fact, part, ref.place)
        case = ref.case or (speak.cases[0] if speak.cases else "")
        if case and case not in speak.cases:
            self.complain(
                "resolve/unknown-form", ref.place, "case", "" if speak.cases else "no-case",
                form=ref.case, allowed=tuple(speak.cases),
            )  # fmt: skip
            return blank
        if value.kind == "ordinal":
            if ref.form not in speak.genders:
                self.complain(
                    "resolve/unknown-form", ref.place, "gender",
                    "" if speak.genders else "uncounted",
                    form=ref.form, allowed=tuple(speak.genders),
                )  # fmt: skip
                return blank
            number = cast(int, value.held[0])
            try:
                words = speak.say_ordinal(number, ref.form, case=case)
            except ValueError:
                self.complain("resolve/unknown-form", ref.place, "ordinal", number=number)
                return blank
            return Printed(speak.phrase(words), fact, ref.part, ref.place)
        noun = self.noun(ref.form, ref.place)
        if noun is None:
            return blank
        if not value.countable:
            self.complain(
                "resolve/unknown-form", ref.place, "uncounted", fact=ref.target, kind=value.kind
            )
            return blank
        said = say_counted(value, noun, case, self.house)
        return Printed(said, fact, ref.part, ref.place)

    def noun(self, named: str, place: Place) -> CountedNoun | None:
        """A counted noun of the lexicon; a complaint where it has none of that name."""
        found, speak = self.records.lexicon.get(named), self.house.language
        if found is None:
            guess = nearest(named, self.records.lexicon)
            gender = [f"gender: {' / '.join(speak.genders)}"] if speak.genders else []
            forms = [f"{form}: …" for form in categories(speak.tag)]
            self.complain(
                "resolve/unknown-noun", place, "", "guess" if guess else "",
                noun=named, guess=guess, file=f"lexicon.{speak.tag}.yaml",
                entry=f"{named}: {{{', '.join([*gender, *forms])}}}",
            )  # fmt: skip
        return found

    def lookup(
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
            own = FIELDS if record in self.fields else ()
            guess = nearest(target, [*self.facts, *self.fields, *own])
            cure = "field" if target in FIELDS else "guess" if guess else ""
            self.complain(
                "resolve/unknown-id",
                place,
                "fact",
                cure,
                id=target,
                guess=guess,
            )
            return None
        if part in values or (whole and not part):
            return values.get(part)
        if part in VOTE and "" in values and values[""].kind == "vote":
            return Value("number", (values[""].held[VOTE.index(part)],))
        if not values:  # a fact of fields that its record lacks: complained of already
            return None
        cure = "whole" if "" in values else ""
        self.complain(
            "resolve/unknown-part",
            place,
            "part" if part else "several",
            cure,
            fact=target,
            part=part,
            parts=tuple(values),
        )
        return None

    def one(self, id: Text, things: Mapping[str, T], kind: str) -> T | None:
        """The thing called `id`, or None and a problem that names the nearest."""
        if str(id) in things:
            return things[str(id)]
        guess = nearest(str(id), things)
        ids = tuple(map(str, things))
        cure = "guess" if guess else "" if ids else "none"
        if cure == "" and len(ids) > FEW:
            cure = "more"
        self.complain(
            "resolve/unknown-id",
            id.place,
            kind,
            cure,
            id=str(id),
            guess=guess,
            ids=ids[:FEW],
            more=len(ids) - FEW,
        )
        return None

    def complain(
        self, code: str, place: Place, case: str = "", cure: str = "", /, **values: Told
    ) -> None:
        """Note a problem, as a `Diagnostic` has it."""
        self.problems.append(Diagnostic(code, place, values, case=case, cure=cure))


def show(value: Value, house: House) -> Phrase:
    """A value as it stands large or in a drawing: a vote in short, all else in house form."""
    if value.kind != "vote":
        return say(value, house)
    return house.language.say_tally(*(cast(int, n) for n in value.held), digits=house.digits)


def fields_of(event: Event) -> dict[str, Value]:
    """The fields of `event` that a fact may vouch for, as values."""
    fields = {"date": Value("date", (event.date,))}
    for name in ("symbol", "meeting"):
        if symbol := getattr(event, name):
            fields[name] = Value("symbol", (str(symbol),))
    return fields


def line(text: str) -> str:
    """A text without references, its line ends turned into spaces."""
    return " ".join(text.split())
