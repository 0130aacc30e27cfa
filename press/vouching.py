"""Vouching: whether a record vouches for each figure that is typed by hand, in digits or words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from press.counting import Counted, counted_at, counted_in_words
from press.dates import Date
from press.diagnostics import Diagnostic, nearest, quote
from press.edition import Edition
from press.figures import (
    Figure,
    figures,
    nearest_date,
    same_date,
    same_symbol,
    vouched_dates,
    vouched_numbers,
    vouched_symbols,
)
from press.passages import Holder, Passage
from press.validate import Records
from press.vouchers import BROAD, Voucher, cited_vouchers, own_vouchers, reach, vouchers_of


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one passage with all that may vouch for them, the nearest record first."""

    passage: Passage
    found: tuple[Figure, ...]
    vouchers: tuple[Voucher, ...]


def unsourced_number(
    edition: Edition, records: Records, texts: tuple[Passage, ...]
) -> Iterator[Diagnostic]:
    """A number typed by hand is that of a fact; one with its noun, of a fact that counts it."""
    for text in _figures(edition, records, texts):
        me = text.passage.holder
        for figure in text.found:
            if figure.kind != "number":
                continue
            counted = ""
            if figure.text.isdecimal():
                counted = counted_at(
                    text.passage.words, figure.start, figure.end, int(figure.text), edition.lexicon
                )
            # In a note, which weighs what sources say, a number may count what no fact counts.
            strict = counted and not text.passage.fact
            counts = [v for v in text.vouchers if strict and v.owner == me and _same(v, counted)]
            allowed = {n for v in counts or text.vouchers for n in vouched_numbers(v.value)}
            if figure.text not in allowed:
                yield Diagnostic(
                    "audit/unsourced-number",
                    text.passage.at(figure.start),
                    f"the number {figure.text} is in {_no_fact(me)}",
                    _number_hint(figure.text, counts or text.vouchers, me),
                )


def unsourced_date(
    edition: Edition, records: Records, texts: tuple[Passage, ...]
) -> Iterator[Diagnostic]:
    """A date typed by hand is that of a record, or lies in it when it is written more coarsely."""
    for text in _figures(edition, records, texts):
        dates = [d for v in text.vouchers for d in vouched_dates(v.value)]
        for figure in text.found:
            if figure.when is None or same_date(figure.when, dates):
                continue
            named = [
                (str(index), held)
                for index, v in enumerate(text.vouchers)
                for held in v.value.held
                if isinstance(held, Date)
            ]
            near = nearest_date(figure.when, named)
            message = f"the date {quote(figure.text)} is in {_no_fact(text.passage.holder)}"
            if figure.when.month < 0:
                message = f"{quote(figure.text)} names two different months"
            yield Diagnostic(
                "audit/unsourced-date",
                text.passage.at(figure.start),
                message,
                _hint(text.vouchers[int(near)], text.passage.holder) if near else _NOTHING_NEAR,
            )


def unsourced_symbol(
    edition: Edition, records: Records, texts: tuple[Passage, ...]
) -> Iterator[Diagnostic]:
    """A document symbol typed by hand is that of a record."""
    for text in _figures(edition, records, texts):
        symbols = {s: v for v in reversed(text.vouchers) for s in vouched_symbols(v.value)}
        for figure in text.found:
            if figure.kind == "symbol" and not same_symbol(figure.text, symbols):
                near = symbols.get(nearest(figure.text, symbols))
                yield Diagnostic(
                    "audit/unsourced-symbol",
                    text.passage.at(figure.start),
                    f"the symbol {figure.text} is in {_no_fact(text.passage.holder)}",
                    _hint(near, text.passage.holder) if near else _NOTHING_NEAR,
                )


def contradicting_word(
    edition: Edition, records: Records, texts: tuple[Passage, ...]
) -> Iterator[Diagnostic]:
    """A count in words agrees with the facts of its record that count the same."""
    own = own_vouchers(edition, records)
    for passage in texts:
        if passage.voice not in ("prose", "line"):
            continue
        cited = {
            n for v in cited_vouchers(edition, records, passage) for n in vouched_numbers(v.value)
        }
        for word in counted_in_words(passage.words, edition.lexicon):
            near = _beside(edition, passage, word, own.get(passage.holder, ()))
            counts = [v for v in near if v.noun == word.noun]
            said = {n for v in near if _same(v, word.noun) for n in vouched_numbers(v.value)}
            if counts and str(word.number) not in said | cited:
                yield Diagnostic(
                    "audit/contradicting-word",
                    passage.at(word.start),
                    f"{quote(word.text)} says {word.number}, "
                    f"the fact {counts[0].reference} says {counts[0].value.held[0]}",
                    f"write {{{counts[0].reference}:{word.noun}}} or correct the fact",
                )


def _figures(edition: Edition, records: Records, texts: tuple[Passage, ...]) -> Iterator[Figures]:
    own = own_vouchers(edition, records)
    reached = reach(edition, records, texts)
    everything = tuple(v for vouchers in own.values() for v in vouchers)
    for passage in texts:
        if passage.voice not in ("prose", "line") or not (found := figures(passage.words)):
            continue
        near = own.get(passage.holder, ())
        if passage.holder[0] in BROAD:
            far = everything
        else:
            far = tuple(v for other in reached[passage.holder] for v in own.get(other, ()))
        yield Figures(passage, found, (*near, *cited_vouchers(edition, records, passage), *far))


def _same(voucher: Voucher, noun: str) -> bool:
    """Whether `voucher` counts `noun` or it with an epithet: «56 دولة» of a fact of دولة عضو."""
    shorter, longer = sorted((voucher.noun.split(), noun.split()), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter


def _beside(
    edition: Edition, passage: Passage, word: Counted, own: tuple[Voucher, ...]
) -> tuple[Voucher, ...]:
    """What `word` must agree with: the facts that vouch for it, else those of its own record."""
    tied = {m.target for m in passage.mentions if m.tied and m.start <= word.start < m.end}
    facts = [edition.facts[id] for id in sorted(tied) if id in edition.facts]
    return tuple(v for fact in facts for v in vouchers_of(fact, passage.holder)) if tied else own


# -- hints -----------------------------------------------------------------------------------------

_NOTHING_NEAR = "add a fact with its source, or take it out"


def _no_fact(reader: Holder) -> str:
    return "no fact" if reader[0] in BROAD else "no fact of this record"


def _hint(voucher: Voucher, reader: Holder) -> str:
    reference, owner = voucher.reference, "the record"
    if voucher.owner != reader:
        owner = voucher.owner[1]
        if voucher.owner[0] == "event" and reference in ("date", "symbol", "meeting"):
            reference = f"{owner}.{reference}"
    held = ", ".join(str(h) for h in voucher.value.held)
    written = f"{{{reference}:{voucher.noun}}}" if voucher.noun else f"{{{reference}}}"
    return f"{owner} has {reference} = {held}; write {written} or correct the fact"


def _number_hint(typed: str, vouchers: Iterable[Voucher], reader: Holder) -> str:
    """The value that looks most like `typed`: digits turned round or one of them wrong."""
    ranked = []
    for place, voucher in enumerate(vouchers):
        for number in vouched_numbers(voucher.value):
            alike = difflib.SequenceMatcher(None, typed, number).ratio()
            turned = sorted(typed) == sorted(number)
            if alike > 0.5 or turned:
                ranked.append((-max(alike, 0.9 * turned), place, voucher))
    return _hint(min(ranked, key=lambda r: r[:2])[2], reader) if ranked else _NOTHING_NEAR
