"""Describe a language to all stages: its direction, its words, how it says each value."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from babel import Locale
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    get_decimal_symbol,
)
from babel.units import format_compound_unit, format_unit

from press.language.amounts import Amount, Range
from press.language.date_words import DASH, DateWords, SayDate
from press.language.dates import Date
from press.language.hijri import HijriDate
from press.language.nouns import CountedNoun, read_noun
from press.language.phrases import Digits, Direction, Phrase, Style, in_digits
from press.language.units import units

MINUS = "\u2212"
HIJRI_MONTHS = (
    "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir", "Jumada al-Ula", "Jumada al-Akhira",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
)  # fmt: skip
_BABELS = r"[0-9](?:[0-9.,'\u00a0\u202f]*[0-9])?"
ListStyle = Literal["auto", "plain", "commas"]


class Language(ABC):
    """One language; a module press/language/<name>.py makes one and calls it LANGUAGE.

    Only what is abstract must be said; the rest is CLDR's, through Babel, until a language knows
    better. `months` are its families of month names, the first is the one that is taken; `digits`
    are the families of digits that it may be printed in, `genders` and `cases` the words by which
    a reference asks for them, empty in a language that has none. `quotes` open and close;
    `comma` parts items. `zero_unsaid`: the categories whose forms stand without the number.
    """

    tag: ClassVar[str]
    direction: ClassVar[Direction]
    dates: ClassVar[DateWords]
    months: ClassVar[tuple[str, ...]] = ("standard",)
    digits: ClassVar[tuple[Digits, ...]] = ("european",)
    genders: ClassVar[tuple[str, ...]] = ()
    cases: ClassVar[tuple[str, ...]] = ()
    quotes: ClassVar[tuple[str, str]]
    comma: ClassVar[str] = ", "
    hijri_months: ClassVar[tuple[str, ...]] = HIJRI_MONTHS
    # The era of a Hijri year, and that of the other beside it.
    hijri_eras: ClassVar[tuple[str, str]] = ("{} AH", "{}")
    semicolon: ClassVar[str] = "; "
    # Units that are written out: their short forms are those of tables, not of sentences.
    spelled: ClassVar[frozenset[str]] = frozenset()

    def month(self, number: int, family: str) -> str:
        """The name of month `number`, from 1, in a family of names."""
        return str(Locale.parse(self.tag).months["format"]["wide"][number])

    def month_forms(self) -> Mapping[str, int]:
        """The month that each name stands for, full or short, as a text may write it."""
        names = Locale.parse(self.tag).months["format"]
        return {
            str(name): number for width in ("abbreviated", "wide")
            for number, name in names[width].items()
        }  # fmt: skip

    def say_date(
        self, date: Date, *, digits: Digits, months: str, style: Style = "phrase"
    ) -> Phrase:
        """`date` in words, for a running text or shorter as a label."""
        say = SayDate(self.dates, lambda number: self.month(number, months), style)
        return self.phrase(say(date), digits)

    def say_hijri(self, hijri: HijriDate, beside: Phrase, *, digits: Digits) -> Phrase:
        """A Hijri date before what is said of the same day, each with its era where it has one."""
        month = [self.hijri_months[hijri.month - 1]] if hijri.month else []
        parts = [*([str(hijri.day)] if hijri.day else []), *month, str(hijri.year)]
        said = in_digits(self.hijri_eras[0].format(" ".join(parts)), digits)
        return Phrase(f"{said} / {self.hijri_eras[1].format(beside.text)}", self.direction)

    def phrase(self, text: str, digits: Digits = "european") -> Phrase:
        """`text` as a phrase of this language, in its direction."""
        return Phrase(in_digits(text, digits), self.direction)

    def say_years(self, first: int, last: int, *, digits: Digits) -> Phrase:
        """A range of years, paragraphs or the like, the first one first in reading order.

        The element has the language's direction: in Arabic the en dash, a neutral between two
        numbers, lets the first number stand right; a hyphen would tie both into one number.
        """
        if not 0 <= first < last:
            raise ValueError(
                f"a range runs from a smaller number to a larger, not {first} to {last}"
            )
        return self.phrase(f"{first}{DASH}{last}", digits)

    def say_number(self, number: int, *, grouped: bool, digits: Digits) -> Phrase:
        """`number` in figures; `grouped` parts thousands, never those of an identifier."""
        figure = format_decimal(abs(number), locale=self.tag) if grouped else str(abs(number))
        return self.signed(figure, digits, negative=number < 0)

    def say_percent(self, percent: int | Decimal, *, digits: Digits) -> Phrase:
        """`percent` with its sign, as CLDR has it."""
        number = abs(Decimal(percent))
        figure = self.with_unit(self.figure(number, digits), number, "%", digits)
        return self.signed(figure, digits, negative=percent < 0)

    def say_amount(self, amount: Amount | Range, *, digits: Digits) -> Phrase:
        """An amount or a range with its scale and unit, in the patterns of CLDR."""
        low, high = (amount.low, amount.high) if isinstance(amount, Range) else (None, amount)
        said = self._signed_figure(high, digits)
        if low is not None:
            said = f"{self._signed_figure(low, digits)}{DASH}{said}"
        if high.within is not None:
            said = f"{said} ± {self.figure(high.within, digits)}"
        if high.scale:
            said = self.scaled(said, abs(high.figure), high.scale)
        if high.unit:
            said = self.with_unit(said, abs(high.number), high.unit, digits)
        alone = low is None and high.within is None and not high.scale
        if alone and high.unit in ("", "%", "‰") and digits == "european":
            return Phrase(said, "ltr")
        return self.phrase(said, digits)

    def _signed_figure(self, amount: Amount, digits: Digits) -> str:
        sign = MINUS if amount.figure < 0 else "+" * amount.plus
        return f"{sign}{self.figure(abs(amount.figure), digits)}"

    def figure(self, number: Decimal, digits: Digits) -> str:
        """A number without sign as CLDR writes it, with all the decimals it was typed with."""
        whole, _, decimals = f"{number:f}".partition(".")
        grouped = format_decimal(int(whole), locale=self.tag)
        point = get_decimal_symbol(self.tag)
        return in_digits(f"{grouped}{point}{decimals}" if decimals else grouped, digits)

    def scaled(self, figure: str, number: Decimal, power: int) -> str:
        """`figure` with the word for thousands, millions or billions, as CLDR has it for it."""
        whole = number == int(number) and 0 < number < 1000
        sample = (int(number) if whole else 100) * 10**power
        word = format_compact_decimal(sample, format_type="long", locale=self.tag)
        return f"{figure}\u00a0{re.sub(r'^[0-9]+', '', word).strip()}"

    def with_unit(self, figure: str, number: Decimal, id: str, digits: Digits) -> str:
        """`figure` in CLDR's pattern of a unit, short unless it is `spelled`, or of a currency."""
        unit = units().get(id)
        if id == "%":
            said = format_percent(number / 100, locale=self.tag, decimal_quantization=False)
        elif unit is None:
            said = self.money(number, id)
        elif unit.per:
            said = str(
                format_compound_unit(
                    number, unit.cldr, denominator_unit=unit.per, length="short", locale=self.tag
                )
            )
        else:
            said = format_unit(
                number, unit.cldr, "long" if id in self.spelled else "short", locale=self.tag
            )
        # Babel rounds to three decimals and knows no scale: our figure stands in place of its own.
        return re.sub(_BABELS, lambda _: figure, said, count=1)

    def money(self, number: Decimal, code: str) -> str:
        """A number of a currency by its sign, or its code where CLDR has none for it."""
        said = format_currency(
            number, code, locale=self.tag, currency_digits=False, decimal_quantization=False
        )
        return re.sub(rf"^{code}(?=[0-9])", f"{code}\u00a0", str(said))

    def signed(self, figure: str, digits: Digits, *, negative: bool) -> Phrase:
        """A figure with its sign, which is one left-to-right element with European digits."""
        text = in_digits(f"{MINUS}{figure}" if negative else figure, digits)
        return Phrase(text, "ltr" if digits == "european" else self.direction)

    def say_count(
        self, number: int, noun: CountedNoun, *, case: str = "", digits: Digits
    ) -> Phrase:
        """`number` of `noun` in agreement. Raises ValueError for a negative number."""
        if number < 0:
            raise ValueError(f"nothing is counted {number} times")
        if number == 0 and "zero" in noun.forms:
            return self.phrase(str(noun.forms["zero"]))
        form = noun.form(Locale.parse(self.tag).plural_form(number))
        figure = self.say_number(number, grouped=True, digits=digits).text
        return self.phrase(f"{figure} {form}")

    def read_noun(self, raw: Mapping[str, object]) -> CountedNoun:
        """The noun typed as a map of its forms. Raises ValueError with a sentence."""
        return read_noun(raw, self.tag, self.genders, self.cases)

    @abstractmethod
    def say_ordinal(self, number: int, gender: str = "", *, case: str = "") -> str:
        """The ordinal of `number`, in words where the language does so; ValueError if it cannot."""

    @abstractmethod
    def say_vote(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        """A vote in words; all three parts are said, zeros too."""

    @abstractmethod
    def say_tally(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        """A vote in short, to stand by itself: each figure beside the word for what it counts.

        Three bare figures would be read from either end.
        """

    @abstractmethod
    def join_list(self, items: Sequence[str], *, style: ListStyle = "auto") -> str:
        """`items` joined with «and». Raises ValueError for an empty list."""
