"""Unsourced figures: whether a record vouches for each that is typed, in digits or in words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from press.audit.audited import Audited
from press.audit.figures import (
    TypedFigure,
    days_apart,
    same_date,
    same_symbol,
    vouched_dates,
    vouched_numbers,
    vouched_symbols,
)
from press.audit.vouchers import BROAD, Voucher, vouchers_of
from press.codes.row import Value as Told
from press.content.edition import Edition
from press.content.passages import Mention, Passage
from press.content.references import FIELDS
from press.content.values import CLAIMS
from press.diagnostics import Diagnostic, nearest
from press.language.counted_nouns import Counted, counted_at, counted_in_words
from press.language.dates import Date


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure typed by hand, and all that may vouch for it, the nearest record first.

    `case` says where it was looked for, as the rows of press/codes/audit.py have it.
    """

    passage: Passage
    figure: TypedFigure
    vouchers: tuple[Voucher, ...]
    case: str
    record: str = ""


def unsourced_number(audited: Audited) -> Iterator[Diagnostic]:
    """A number typed by hand is that of a fact; one with its noun, of a fact that counts it."""
    symbols = audited.symbols
    # A text asks the same vouchers for each of its numbers.
    asked: tuple[Voucher, ...] = ()
    vouched: set[str] = set()
    near: dict[str, Voucher | None] = {}
    for typed in _typed(audited):
        if typed.figure.kind != "number":
            continue
        vouchers = tuple(_counts(audited.edition, typed)) or typed.vouchers
        if vouchers is not asked:
            asked, near = vouchers, {}
            vouched = {n for v in vouchers for n in vouched_numbers(v.value, symbols)}
        text = typed.figure.text
        if text not in vouched:
            if text not in near:
                near[text] = _nearest_number(text, vouchers, symbols)
            yield _unsourced("audit/unsourced-number", typed, near[text])


def unsourced_date(audited: Audited) -> Iterator[Diagnostic]:
    """A date typed by hand is that of a record, or lies in it when it is written more coarsely."""
    for typed in _typed(audited):
        when = typed.figure.when
        dates = [d for v in typed.vouchers for d in vouched_dates(v.value, audited.symbols)]
        if when is None or same_date(when, dates):
            continue
        dated = [(v, d) for v in typed.vouchers for d in v.value.held if isinstance(d, Date)]
        near = min(dated, key=lambda pair: days_apart(when, pair[1]), default=None)
        case = "months" if when.month < 0 else typed.case
        yield _unsourced("audit/unsourced-date", typed, near[0] if near else None, case)


def unsourced_symbol(audited: Audited) -> Iterator[Diagnostic]:
    """A document symbol typed by hand is that of a record."""
    for typed in _typed(audited):
        symbols = {
            s: v
            for v in reversed(typed.vouchers)
            for s in vouched_symbols(v.value, audited.symbols)
        }
        if typed.figure.kind == "symbol" and not same_symbol(typed.figure.text, symbols):
            near = symbols.get(nearest(typed.figure.text, symbols))
            yield _unsourced("audit/unsourced-symbol", typed, near)


def contradicting_word(audited: Audited) -> Iterator[Diagnostic]:
    """A count in words agrees with the facts of its record that count the same."""
    for passage in audited.texts:
        if passage.voice not in ("prose", "line") or not _may_count(audited, passage):
            continue
        cited = {
            n for v in audited.cited(passage) for n in vouched_numbers(v.value, audited.symbols)
        }
        for word in counted_in_words(passage.words, audited.edition.lexicon):
            near = _beside(audited.edition, passage, word, audited.own.get(passage.holder, ()))
            counts = [v for v in near if v.noun == word.noun]
            said = {
                n
                for v in near
                if _same(v, word.noun)
                for n in vouched_numbers(v.value, audited.symbols)
            }
            if counts and str(word.number) not in said | cited:
                yield Diagnostic(
                    "audit/contradicting-word",
                    passage.at(word.start),
                    {
                        "words": word.text,
                        "number": word.number,
                        "fact": counts[0].reference,
                        "value": str(counts[0].value.held[0]),
                        "written": f"{{{counts[0].reference}:{word.noun}}}",
                    },
                )


def _may_count(audited: Audited, passage: Passage) -> bool:
    """Whether anything counts a noun that a count in the words of `passage` must agree with."""
    tied = any(mention.tied for mention in passage.mentions)
    return tied or any(voucher.noun for voucher in audited.own.get(passage.holder, ()))


def _typed(audited: Audited) -> Iterator[Typed]:
    own, double = audited.own, audited.double
    everything = tuple(v for vouchers in own.values() for v in vouchers)
    voices = ("prose", "line", "claim") if double else ("prose", "line")
    for passage in audited.texts:
        if passage.voice not in voices or not (found := audited.figures(passage.words)):
            continue
        if passage.voice == "claim":
            yield from _claimed(passage, found, own.get(passage.holder, ()))
            continue
        broad = passage.holder[0] in BROAD
        case = "anywhere" if broad else "here"
        far = (own.get(other, ()) for other in audited.reached[passage.holder])
        near = (*own.get(passage.holder, ()), *audited.cited(passage))
        wide = everything if broad else tuple(chain.from_iterable(far))
        vouchers = near if double else near + wide
        for figure in found:
            # Words that lead to an entry speak of that entry: «[الجسر]{old-bridge}».
            for tie in passage.tied_at(figure.start):
                if told := _told(audited, tie):
                    yield Typed(passage, figure, told, "there", tie.target)
                    break
            else:
                yield Typed(passage, figure, vouchers, case)


def _told(audited: Audited, tie: Mention) -> tuple[Voucher, ...]:
    """What the entry says that `tie` leads to; under double entry, the record of its fact too."""
    if tie.target in audited.edition.entries:
        return audited.own["event", tie.target]
    if audited.double and tie.target in audited.edition.facts:
        record = audited.edition.facts[tie.target].record
        return tuple(chain.from_iterable(v for me, v in audited.own.items() if me[1] == record))
    return ()


def _claimed(
    passage: Passage, found: Sequence[TypedFigure], own: Sequence[Voucher]
) -> Iterator[Typed]:
    """The figures in a claim, for which another fact of the record vouches."""
    others = tuple(v for v in own if v.fact != passage.fact and v.value.kind not in CLAIMS)
    for figure in found:
        yield Typed(passage, figure, others, "other")


def _counts(edition: Edition, typed: Typed) -> list[Voucher]:
    """The facts of the record that count what the number counts.

    None in a note, which weighs what sources say: there a number may count what no fact does.
    """
    words, figure = typed.passage.words, typed.figure
    if typed.passage.fact or not figure.text.isdecimal():
        return []
    noun = counted_at(words, figure.start, figure.end, int(figure.text), edition.lexicon)
    me = typed.passage.holder
    return [v for v in typed.vouchers if noun and v.owner == me and _same(v, noun)]


def _same(voucher: Voucher, noun: str) -> bool:
    """Whether `voucher` counts `noun` or it with an epithet: «56 دولة» of a fact of دولة عضو."""
    shorter, longer = sorted((voucher.noun.split(), noun.split()), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter


def _beside(
    edition: Edition, passage: Passage, word: Counted, own: tuple[Voucher, ...]
) -> tuple[Voucher, ...]:
    """What `word` must agree with: the facts that vouch for it, else those of its own record."""
    tied = {mention.target for mention in passage.tied_at(word.start)}
    facts = [edition.facts[id] for id in sorted(tied) if id in edition.facts]
    return tuple(v for fact in facts for v in vouchers_of(fact, passage.holder)) if tied else own


# -- hints -----------------------------------------------------------------------------------------

# A number this much alike is suggested: half of its digits.
_NEAR = 0.5


def _unsourced(code: str, typed: Typed, near: Voucher | None, case: str = "") -> Diagnostic:
    """A figure that nothing vouches for, and the value that may be meant."""
    values: dict[str, Told] = {"typed": typed.figure.text, "record": typed.record}
    if near is not None:
        values |= _meant(near, typed.passage)
    cure = "none" if near is None else "own" if near.owner == typed.passage.holder else "other"
    if near is not None and typed.passage.voice == "line":  # which takes no references
        cure += "-line"
    at = typed.passage.at(typed.figure.start)
    return Diagnostic(code, at, values, case=case or typed.case, cure=cure)


def _meant(voucher: Voucher, reader: Passage) -> dict[str, Told]:
    reference, owner = voucher.reference, voucher.owner[1]
    if voucher.owner != reader.holder and voucher.owner[0] == "event" and reference in FIELDS:
        reference = f"{owner}.{reference}"
    return {
        "owner": owner,
        "fact": reference,
        "value": ", ".join(map(str, voucher.value.held)),
        "written": f"{{{reference}:{voucher.noun}}}" if voucher.noun else f"{{{reference}}}",
    }


def _nearest_number(typed: str, vouchers: Sequence[Voucher], symbols: str) -> Voucher | None:
    """The value that looks most like `typed`: a digit wrong, or two turned round."""
    ranked = [
        (_alike(typed, number), -place)
        for place, voucher in enumerate(vouchers)
        if voucher.reference
        for number in vouched_numbers(voucher.value, symbols)
    ]
    alike, place = max(ranked, default=(0.0, 0))
    return vouchers[-place] if alike >= _NEAR else None


def _alike(typed: str, number: str) -> float:
    """How alike two numbers look, from 0 to 1; those of other lengths less."""
    if sorted(typed) == sorted(number):
        return 0.9
    if len(typed) == len(number):
        return sum(a == b for a, b in zip(typed, number, strict=True)) / len(typed)
    return 0.8 * difflib.SequenceMatcher(None, typed, number).ratio()
