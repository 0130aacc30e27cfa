"""Values: what a fact may hold, how it is read from what is typed, and how it is said."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, assert_never, get_args

from press.content.typefaces import Typeface
from press.diagnostics import Unfit
from press.language.amounts import Amount, Range, agree, is_years, read_amount
from press.language.dates import Date
from press.language.isolates import said, tokens
from press.language.language import Language
from press.language.languages import language_of
from press.language.nouns import CountedNoun
from press.language.phrases import Digits, Direction, Phrase, in_digits

Kind = Literal[
    "date", "years", "count", "number", "numbers", "amount", "range", "ordinal", "vote", "symbol",
    "names", "url", "phone", "time", "place", "text",
]  # fmt: skip
# What an editor may type after `is:`; `counts` makes a count, a list of numbers is one by itself.
KINDS = tuple(kind for kind in get_args(Kind) if kind not in ("count", "numbers"))
# Said in words of ours, which no source repeats: who attests them is taken to agree.
CLAIMS = ("text", "place")
# Figures that are compared as such, however each is typed.
FIGURES = ("count", "number", "amount", "range")


@dataclass(frozen=True, slots=True)
class House:
    """The house style of a publication: language, digit family and month names.

    `symbols` is the pattern of its document symbols, if there is one; `faces` are not ours.
    """

    tag: str = "ar"
    digits: Digits = "european"
    months: str = "both"
    symbols: str = ""
    faces: tuple[Typeface, ...] = ()

    @property
    def language(self) -> Language:
        """The language by its tag."""
        return language_of(self.tag)


Held = Date | Amount | Range | int | str


@dataclass(frozen=True, slots=True)
class Value:
    """One typed value. `held` is a `Date` for dates, integers or amounts for figures, else texts.

    date: (Date,) · count, number, ordinal: (n,) · numbers: (n, …) · years: (first, last) ·
    amount: (Amount,) · range: (Range,) · vote: (for, against, abstained) · names: (text, …) ·
    the rest: (text,)
    """

    kind: Kind
    held: tuple[Held, ...]

    @property
    def figures(self) -> tuple[int, ...]:
        """The integers that this value vouches for, those of dates and symbols included."""
        found: list[int] = []
        for item in self.held:
            if isinstance(item, int):
                found.append(item)
            else:
                found += [int(n) for n in re.findall(r"\d+", str(item))]
        return tuple(found)

    def stated_by(self, reading: Value) -> bool:
        """Whether `reading` says this, or more exactly: a day states its month, not it the day."""
        return self.covers(reading) or (self.kind != "date" and self.agrees(reading))

    @property
    def countable(self) -> bool:
        """Whether it is a whole number, which a noun can follow."""
        held = self.held[0]
        if isinstance(held, Amount):
            return not held.unit and held.figure >= 0 and held.number == int(held.number)
        return self.kind in ("count", "number")

    @property
    def amount(self) -> Amount | Range:
        """A figure as an amount, to be compared. Raises TypeError for any other kind."""
        (held,) = self.held
        if isinstance(held, int):
            return Amount(Decimal(held))
        if isinstance(held, Amount | Range):
            return held
        raise TypeError(f"a {self.kind} is no figure")

    def covers(self, other: Value) -> bool:
        """Whether this is a coarser date, in which `other` lies."""
        mine, theirs = self.held[0], other.held[0]
        if not isinstance(mine, Date) or not isinstance(theirs, Date):
            return False
        # Who names several days does not say one of them more coarsely.
        return mine == theirs if mine.precision == "days" else mine.covers(theirs)

    def agrees(self, other: Value) -> bool:
        """Whether `other` says the same; a coarser date agrees with a finer one inside it."""
        if self.kind in FIGURES and other.kind in FIGURES:
            return agree(self.amount, other.amount)
        if self.kind == "names":
            return sorted(map(str, self.held)) == sorted(map(str, other.held))
        if self.kind == "symbol":
            mine, read = str(self.held[0]), str(other.held[0])
            # Many leave out the year in brackets.
            return mine == read or f"{read} (" == mine[:-5] or f"{mine} (" == read[:-5]
        return self.held == other.held or self.covers(other) or other.covers(self)


def is_symbol(text: str, symbols: str) -> bool:
    """Whether `text` has the form of a publication's document symbols; without one nothing has."""
    return bool(symbols) and re.fullmatch(symbols, text) is not None


def read_value(
    raw: str | tuple[str, ...],
    kind: str | None,
    *,
    counted: bool,
    unit: str = "",
    symbols: str = "",
) -> Value:
    """The value that an editor typed as `raw`, of `kind` or of the kind that its look suggests.

    `unit` is what was typed beside the value, of amounts and ranges that name none; `symbols` is
    the pattern of document symbols. Raises ValueError with a sentence for the editor.
    """
    guess = kind or _guess(raw, unit, symbols, counted=counted)
    if guess not in get_args(Kind):
        raise Unfit("no-kind", kind=guess, kinds=KINDS)
    texts = (raw,) if isinstance(raw, str) else raw
    if counted and guess == "text" and not kind:  # «نحو 17300», "some 17,300"
        raise Unfit("integer", text=_single(texts, guess))
    match guess:
        case "date":
            return Value("date", (Date.parse(raw if isinstance(raw, str) else list(raw)),))
        case "count" | "number" | "ordinal":
            return Value(guess, (_integer(_single(texts, guess)),))
        case "numbers":
            return Value("numbers", tuple(_integer(t) for t in texts))
        case "amount" | "range":
            held = read_amount(_single(texts, guess), unit)
            if isinstance(held, Range) != (guess == "range"):
                raise Unfit("amount" if guess == "amount" else "range", text=str(held))
            value = Value(guess, (held,))
            if counted and guess == "amount" and not value.countable:
                text = _single(texts, guess)
                whole = text.replace(".", "")
                if re.fullmatch(r"\d{1,3}(\.\d{3})+", text):  # as some languages group thousands
                    raise Unfit("grouped", text=text, near=whole)
                raise Unfit("integer", text=text)
            return value
        case "time":
            return Value("time", (_clock(_single(texts, guess)),))
        case "vote" | "years":
            text = _single(texts, guess).replace("–", "-")
            parts = tuple(_integer(t) for t in text.split("-"))
            if len(parts) != (3 if guess == "vote" else 2):
                raise Unfit("vote" if guess == "vote" else "years", kind=guess, text=text)
            return Value(guess, parts)
        case "names":
            return Value("names", tuple(" ".join(t.split()) for t in texts))
        case "symbol":
            text = _single(texts, guess)
            if symbols and not is_symbol(text, symbols):
                raise Unfit("symbol", text=text)
            return Value("symbol", (text,))
        case _:
            return Value(guess, (" ".join(_single(texts, guess).split()),))  # type: ignore[arg-type]


# A date that no other figure looks like: a year alone is a number, two are a range of years.
_DATED = re.compile(
    r"\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?[~?%]?(?:/\S+)?|-?\d{4}[~?%](?:/\S+)?|\d{3}X[~?%]?"
    r"|\d\dXX[~?%]?|\.\./\S+|-?\d{4}[~?%]?/(?:\.\.|-?\d{4}\S*)",
    re.ASCII,
)


def _clock(text: str) -> str:
    match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise Unfit("no-clock", text=text)
    return f"{int(match[1]):02}:{match[2]}"


def _guess(raw: str | tuple[str, ...], unit: str, symbols: str, *, counted: bool) -> Kind:
    if not isinstance(raw, str):
        if all(re.fullmatch(r"\d{4}-\d\d-\d\d", t) for t in raw):
            return "date"
        return "numbers" if all(t.isdecimal() for t in raw) else "names"
    if _DATED.fullmatch(raw):
        return "date"
    if is_years(raw) and not unit:
        return "years"
    if re.fullmatch(r"\d+-\d+-\d+", raw):
        return "vote"
    if re.fullmatch(r"\d{1,2}:\d\d", raw):
        return "time"
    if re.fullmatch(r"\+\d[\d ()/-]{6,}", raw):
        return "phone"
    if re.match(r"(?:https?://|www\.)\S+$", raw):
        return "url"
    if re.fullmatch(r"[0-9]{1,4}", raw) and not unit:
        return "count" if counted else "number"
    if is_symbol(raw, symbols):
        return "symbol"
    if re.match(r"[+−–-]?\d|[$€£]\d", raw):
        if counted and raw.isascii() and raw.isdecimal():
            return "count"
        return "range" if isinstance(read_amount(raw, unit), Range) else "amount"
    return "text"


def _single(texts: tuple[str, ...], kind: str) -> str:
    if len(texts) != 1:
        raise Unfit("one-value", kind=kind, count=len(texts))
    return texts[0]


def _integer(text: str) -> int:
    if not re.fullmatch(r"[0-9]+", text):
        raise Unfit("integer", text=text)
    return int(text)


def say_symbol(text: str) -> Phrase:
    """A document symbol as it is typed; from right to left when it has a letter that runs so."""
    held = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return Phrase(text, "rtl" if held else "ltr")


def say(value: Value, house: House) -> Phrase:
    """`value` in its house form, one element that keeps its order on a line of either direction."""
    first = value.held[0]
    numbers = [n for n in value.held if isinstance(n, int)]
    speak = house.language
    match value.kind:
        case "date":
            assert isinstance(first, Date)
            return speak.say_date(first, digits=house.digits, months=house.months)
        case "years":
            return speak.say_years(numbers[0], numbers[1], digits=house.digits)
        case "count":
            return speak.say_number(numbers[0], grouped=True, digits=house.digits)
        case "number":
            return speak.say_number(numbers[0], grouped=False, digits=house.digits)
        case "numbers":
            each = [speak.say_number(n, grouped=False, digits=house.digits) for n in numbers]
            return speak.phrase(speak.join_list([p.text for p in each]))
        case "ordinal":
            return speak.phrase(speak.say_ordinal(numbers[0]))
        case "vote":
            return speak.say_vote(*numbers, digits=house.digits)
        case "names":
            return speak.phrase(speak.join_list([str(t) for t in value.held]))
        case "amount" | "range":
            return speak.say_amount(value.amount, digits=house.digits)
        case "time":
            hour, minute = map(int, str(first).split(":"))
            clock = speak.dates.clock.format(hour=hour, minute=minute)
            way: Direction = "ltr" if house.digits == "european" else speak.direction
            return Phrase(in_digits(clock, house.digits), way)
        case "symbol":
            return say_symbol(str(first))
        case "url" | "phone":
            return Phrase(str(first), "ltr")
        case "text" | "place":
            return said(_in_house(str(first), house), speak.direction)
        case _:
            assert_never(value.kind)


def _in_house(text: str, house: House) -> str:
    """A text with its figures in the digits of the house, but for identifiers and other scripts."""
    return "".join(
        in_digits(text[t.start : t.end], house.digits)
        if t.kind in ("words", "value")
        else text[t.start : t.end]
        for t in tokens(text, house.language.direction)
    )


def say_counted(value: Value, noun: CountedNoun, case: str, house: House) -> Phrase:
    """The count `value` with its noun in agreement: «42 دولة», «دولتان», «4 ممثلين»."""
    number = value.held[0]
    whole = int(number.number) if isinstance(number, Amount) else number
    assert isinstance(whole, int)
    return house.language.say_count(whole, noun, case=case, digits=house.digits)
