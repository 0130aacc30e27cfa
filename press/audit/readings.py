"""Reading: whether a fact is typed twice, as it is printed and as its sources have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from press.audit.audited import Audited
from press.audit.figures import TypedFigure, figures, figures_of, same_date
from press.codes.row import Part
from press.codes.row import Value as Told
from press.content.facts import Fact
from press.content.references import fields_of
from press.content.values import CLAIMS, House, Value
from press.diagnostics import Diagnostic
from press.language.amounts import Amount, Range
from press.language.dates import Date
from press.language.language import Language
from press.language.vowel_signs import without_signs


def unresolved_fact(audited: Audited) -> Iterator[Diagnostic]:
    """A printed value has a source that says it, and a note where another says otherwise."""
    for fact in audited.edition.facts.values():
        if fact.status == "unresolved":
            yield _unresolved(fact)
        elif fact.dissents() and audited.double:
            yield from _unnamed(fact, audited.edition.masthead.house)
            yield from _outvoted(fact)


def missing_reading(audited: Audited) -> Iterator[Diagnostic]:
    """Under double entry the own reading of each source is typed of every figure and list."""
    if not audited.double:
        return
    for fact in audited.edition.facts.values():
        parts = {part for part, value in fact.values.items() if value.kind not in CLAIMS}
        for said in fact.said:
            if parts and not parts & said.says.keys():
                yield Diagnostic(
                    "audit/missing-reading",
                    said.place,
                    {"fact": fact.id, "source": said.source},
                )


def missing_source(audited: Audited) -> Iterator[Diagnostic]:
    """Under double entry a fact vouches for the date, symbol and meeting of every event."""
    if not audited.double:
        return
    for event in audited.records.events.values():
        vouched = {str(field) for fact in event.facts.values() for field in fact.of}
        for field in fields_of(event):
            if field not in vouched:
                yield Diagnostic(
                    "audit/missing-source",
                    event.typed_at.of(field),
                    {"field": field, "event": event.id},
                )


def _unresolved(fact: Fact) -> Diagnostic:
    for part, printed in fact.values.items():
        if not fact.witnesses(part):
            read = tuple(
                Part("says", {"source": a.source, "value": _typed(a.says[part])})
                for a in fact.said
                if part in a.says
            )
            values = {
                "fact": f"{fact.id}.{part}" if part else fact.id,
                "printed": _typed(printed),
                "read": read or Part("unread"),
            }
            return Diagnostic("audit/unresolved-fact", fact.place, values, case="unsaid")
    against = tuple(dict.fromkeys(said.source for _, said, _ in fact.dissents()))
    told: dict[str, Told] = {"fact": fact.id, "sources": against}
    return Diagnostic("audit/unresolved-fact", fact.place, told, case="disputed")


def _unnamed(fact: Fact, house: House) -> Iterator[Diagnostic]:
    """The note of a disputed figure names it as printed and as each source reads it."""
    found = figures(fact.note, house.symbols)
    for part in dict.fromkeys(part for part, _, _ in fact.dissents()):
        printed = fact.values[part]
        sought = [("", printed)]
        sought += [(a.source, a.says[part]) for a in fact.said if part in a.says]
        for who, value in sought:
            apart = value is printed or (value.held != printed.held and not value.covers(printed))
            if apart and not _named(value, printed, fact.note, found, house.language):
                yield Diagnostic(
                    "audit/unresolved-fact",
                    fact.place,
                    {"source": who, "value": _typed(value), "fact": fact.id},
                    case="unnamed" if who else "unnamed-print",
                )


def _outvoted(fact: Fact) -> Iterator[Diagnostic]:
    """What is printed is what most sources say of it, or what the source says that it follows."""
    for part in dict.fromkeys(part for part, _, _ in fact.dissents()):
        printed, mine = fact.values[part], fact.witnesses(part)
        others = Counter(theirs.held for p, _, theirs in fact.dissents() if p == part)
        (held, most), *_ = others.most_common(1)
        followed = fact.follows in mine if fact.follows else len(mine) > most
        if not followed and printed.kind not in CLAIMS:
            told = {"value": _typed(printed), "fact": fact.id, "other": _typed(Value("text", held))}
            yield Diagnostic("audit/unresolved-fact", fact.place, told, case="outvoted")


def _named(
    value: Value, printed: Value, note: str, found: tuple[TypedFigure, ...], language: Language
) -> bool:
    said = without_signs(note)
    for held in value.held:
        if isinstance(held, Date):
            if not any(f.when and same_date(f.when, [held]) and _whole(f, held) for f in found):
                return False
        elif isinstance(held, int):
            spelt = value.kind == "ordinal" and any(
                without_signs(language.say_ordinal(held, gender)) in said
                for gender in language.genders or ("",)
            )
            if not spelt and str(held) not in [f.text for f in found]:
                return False
        elif isinstance(held, Amount | Range):
            if not {*figures_of(held)} & {f.text for f in found}:
                return False
        elif value.kind in CLAIMS:
            return True
        elif held not in printed.held and without_signs(held) not in said:
            return False
    return True


def _whole(figure: TypedFigure, date: Date) -> bool:
    """Whether `figure` is written as finely as `date`."""
    return bool(figure.when and figure.when.days) == bool(date.days)


def _typed(value: Value) -> str:
    return ", ".join(map(str, value.held))
