"""Read amounts as an editor types them: figure, tolerance, scale, unit; say which agree."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from press.diagnostics import Unfit
from press.language.units import meant, unit_of

SCALES = {"thousand": 3, "million": 6, "billion": 9}
_SCALE_WORDS = {
    "ألف": "thousand", "آلاف": "thousand", "مليون": "million", "ملايين": "million",
    "مليار": "billion", "مليارات": "billion",
}  # fmt: skip
_SCALE = "|".join(SCALES)
_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
_TAIL = rf"(?:\s*(?P<scale>{_SCALE}))?(?:\s*(?P<unit>(?:[^\W\d_]|[%‰٪°µΩ$€£])\S*|per cent))?"
_AMOUNT = re.compile(
    rf"(?P<sign>[+−-]?)(?P<figure>{_FIGURE})(?:\s*(?:±|\+/-|\+-)\s*(?P<within>{_FIGURE}))?{_TAIL}"
)
_RANGE = re.compile(
    rf"(?P<from>[+−-]?{_FIGURE})\s?[–-]\s?(?P<to>[+−-]?{_FIGURE}){_TAIL}"
)  # fmt: skip
# One point alone is that of a decimal figure; two part thousands.
_GROUPS = r"(?P<by>[,'’ ])\d{3}(?:(?P=by)\d{3})*|(?:\.\d{3}){2,}(?!\.)"
_YEARS = re.compile(r"(1\d{3}|20\d\d|2100)[–-](1\d{3}|20\d\d|2100)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as typed, its `within` after ±, the power of ten of its scale, and its unit.

    `plus`: it was typed with the sign, which is then printed.
    """

    figure: Decimal
    within: Decimal | None = None
    scale: int = 0
    unit: str = ""
    plus: bool = False

    @property
    def number(self) -> Decimal:
        """The whole number that it is: 1.2 million is 1200000."""
        return self.figure.scaleb(self.scale)

    def __str__(self) -> str:
        within = f" ± {self.within:f}" if self.within is not None else ""
        said = f"{'+' * self.plus}{self.figure:f}{within}"
        words = {power: word for word, power in SCALES.items()}
        return " ".join(part for part in (said, words.get(self.scale, ""), self.unit) if part)


@dataclass(frozen=True, slots=True)
class Range:
    """From an amount to a larger one of the same scale and unit."""

    low: Amount
    high: Amount

    def __str__(self) -> str:
        tail = str(self.high)[len(f"{self.high.figure:f}") :]
        return f"{self.low.figure:f}–{self.high.figure:f}{tail}"


def read_amount(typed: str, unit: str = "") -> Amount | Range:
    """The amount or range typed as `12.4 m`, `1.2 million EUR`, `12 ± 0.5 °C`, `0.4–1.2 m`.

    `unit` is what stands beside the value and holds where `typed` names none. Raises ValueError
    with a sentence that names the figure to type.
    """
    text = " ".join(typed.split())
    ranged = _RANGE.fullmatch(text)
    match = ranged or _AMOUNT.fullmatch(text)
    if match is None or (match["unit"] and unit_of(match["unit"]) is None):
        raise _refusal(text, match)
    named = unit_of(match["unit"] or unit)
    if unit and named is None:
        near = meant(unit)
        raise Unfit("no-unit-near" if near else "no-unit", unit=unit, near=near or "")
    scale, id = SCALES.get(match["scale"] or "", 0), named.id if named else ""
    if not ranged:
        figure = _signed(match["sign"] + match["figure"])
        within = Decimal(match["within"]) if match["within"] else None
        return Amount(figure, within, scale, id, match["sign"] == "+")
    low, high = (Amount(_signed(match[key]), None, scale, id) for key in ("from", "to"))
    if low.figure >= high.figure:
        raise Unfit("range-order", text=text)
    return Range(low, high)


def is_years(typed: str) -> bool:
    """Whether `typed` is two bare years, 1000 to 2100, in order."""
    match = _YEARS.fullmatch(typed)
    return bool(match and match[1] < match[2])


def agree(one: Amount | Range, other: Amount | Range) -> bool:
    """Whether two readings say the same, to the last digit of the coarser one, in one unit.

    With ± or as ranges they agree when they overlap. Units that measure different things never do.
    """
    a, b = _spans(one), _spans(other)
    if a is None or b is None or a.measures != b.measures:
        return False
    if a.low == a.high and b.low == b.high:
        coarse, fine = (a, b) if a.last >= b.last else (b, a)
        # Half up, as a reader rounds: within half a last digit of what is coarser.
        return -coarse.last / 2 <= fine.low - coarse.low < coarse.last / 2 or a.low == b.low
    return a.low <= b.high and b.low <= a.high


@dataclass(frozen=True, slots=True)
class _Span:
    measures: str
    low: Fraction
    high: Fraction
    last: Fraction


def _spans(typed: Amount | Range) -> _Span | None:
    low, high = (typed.low, typed.high) if isinstance(typed, Range) else (typed, typed)
    unit = unit_of(low.unit) if low.unit else None
    if low.unit and unit is None:
        return None
    factor, zero = (unit.factor, unit.zero) if unit else (Fraction(1), Fraction(0))
    exponent = min(low.figure.as_tuple().exponent, high.figure.as_tuple().exponent)
    within = Fraction(low.within or 0) * 10**low.scale * factor
    return _Span(
        unit.measures if unit else "",
        Fraction(low.number) * factor + zero - within,
        Fraction(high.number) * factor + zero + within,
        Fraction(10) ** (int(exponent) + low.scale) * factor,
    )


def _signed(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").lstrip("+"))


def _refusal(text: str, match: re.Match[str] | None) -> Unfit:
    plain = "".join(str(unicodedata.digit(c, c)) for c in text)
    plain = plain.replace("٫", ".").replace("٬", ",").replace("٪", "%")
    grouped = re.match(rf"[+−-]?\d{{1,3}}(?:{_GROUPS})(?!\d)", plain)
    if grouped:
        bare = re.sub(r"[,'’ .]", "", grouped[0]) + plain[grouped.end() :]
        return Unfit("grouped", text=text, near=bare)
    if re.match(r"[+−-]?\d+,\d+(?!\d)", plain):
        return Unfit("comma", text=text, near=plain.replace(",", ".", 1))
    if plain != text:
        return Unfit("other-digits", text=text, near=plain)
    if match and match["unit"]:
        near = meant(match["unit"])
        figure = text[: text.rindex(match["unit"])].strip()
        if near:
            return Unfit("no-unit-near", unit=match["unit"], near=f"{figure} {near}")
        return Unfit("unknown-unit", unit=match["unit"])
    money = re.fullmatch(rf"(?P<unit>[A-Z]{{3}}|[$€£])\s*(?P<rest>{_FIGURE}.*)", text)
    if money:
        near = meant(money["unit"]) or money["unit"]
        return Unfit("unit-first", text=text, near=f"{money['rest']} {near}")
    words = re.fullmatch(rf"(?P<figure>{_FIGURE})\s*(?P<rest>\D+)", text)
    if words:
        said = words["rest"].split()
        scale = _SCALE_WORDS.get(said[0] if said else "", "")
        near = " ".join(part for part in (scale, meant(" ".join(said[bool(scale) :]))) if part)
        if near:
            return Unfit("unit-in-words", text=text, near=f"{words['figure']} {near}")
    return Unfit("no-figure", text=text)
