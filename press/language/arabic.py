"""How Arabic says a value: dates, figures, ordinals, counted nouns, votes and lists in words."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal, cast, get_args

from babel import Locale

from press.language.dates import Date as Date  # one name space for all that Arabic says
from press.language.months import Months as Months
from press.language.months import month_name

Direction = Literal["rtl", "ltr"]
Digits = Literal["european", "arabic"]
Gender = Literal["مذكر", "مؤنث"]
Case = Literal["رفع", "نصب", "جر"]
GENDERS: tuple[Gender, ...] = get_args(Gender)
CASES: tuple[Case, ...] = get_args(Case)

_ARABIC_INDIC = str.maketrans("0123456789.%", "٠١٢٣٤٥٦٧٨٩٫٪")
_MINUS, _DASH, _NO_BREAK_SPACE = "\u2212", "\u2013", "\u00a0"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One printed element that is isolated on its line: `text` in logical order, no markup."""

    text: str
    direction: Direction


def say_date(date: Date, *, digits: Digits, months: Months) -> Phrase:
    """`date` in words: «28 نيسان/أبريل 2006», «23 و24 تموز/يوليو 2009», «كانون الأول/ديسمبر 2007».

    Three or more days in a row are a range, «14–16 أيلول/سبتمبر 2005»: unlike «من 14 إلى 16» it
    can follow «في», and it reads as ranges of years do.
    """
    days = date.days
    if date.precision == "year":
        text = f"{date.year}"
    elif date.precision == "month":
        text = f"{month_name(date.first.month, months)} {date.year}"
    elif len(days) > 2 and date.last - date.first == datetime.timedelta(len(days) - 1):
        text = _say_days((date.first, date.last), months, _span)
    else:
        text = _say_days(days, months, join_list)
    return _figures(text, digits, "rtl")


def _say_days(
    days: Iterable[datetime.date], months: Months, join: Callable[[Sequence[str]], str]
) -> str:
    """Each month named once, after its days, and each year once, after its months."""
    years = []
    for year, of_year in groupby(days, key=lambda day: day.year):
        parts = [
            f"{join([str(day.day) for day in of_month])} {month_name(month, months)}"
            for month, of_month in groupby(of_year, key=lambda day: day.month)
        ]
        years.append(f"{join(parts)} {year}")
    return join(years)


def _span(ends: Sequence[str]) -> str:
    return (_DASH if ends[0].isdigit() else f" {_DASH} ").join(ends)


def _figures(text: str, digits: Digits, direction: Direction) -> Phrase:
    return Phrase(text.translate(_ARABIC_INDIC) if digits == "arabic" else text, direction)


def say_years(first: int, last: int, *, digits: Digits) -> Phrase:
    """A range of years, paragraphs or the like, «2005–2012», which reads from right to left.

    The element is right-to-left: then the en dash, a neutral between two numbers, lets the first
    number stand right. A hyphen would tie both into one left-to-right number.
    """
    if not 0 <= first < last:
        raise ValueError(f"a range runs from a smaller number to a larger, not {first} to {last}")
    return _figures(f"{first}{_DASH}{last}", digits, "rtl")


def say_number(number: int, *, grouped: bool, digits: Digits) -> Phrase:
    """`number` in figures; `grouped` parts five digits and more, «17 300», never an identifier."""
    figure = str(abs(number))
    if grouped and len(figure) > 4:
        figure = f"{abs(number):,}".replace(",", _NO_BREAK_SPACE)
    return _signed(figure, digits, negative=number < 0)


def say_percent(percent: int | Decimal, *, digits: Digits) -> Phrase:
    """`percent` with its sign and nothing between: «−12%», «١٢٫٥٪»."""
    return _signed(f"{abs(Decimal(percent)):f}%", digits, negative=percent < 0)


def _signed(figure: str, digits: Digits, *, negative: bool) -> Phrase:
    # As CLDR's marks ask: European figures have the minus left of them and the percent sign
    # right, Arabic-Indic figures the other way round.
    text = f"{_MINUS}{figure}" if negative else figure
    return _figures(text, digits, "ltr" if digits == "european" else "rtl")


def say_identifier(text: str) -> Phrase:
    """A document symbol, telephone number or address, as it is; ValueError if it holds Arabic."""
    if any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text):
        raise ValueError(f"{text} is no symbol, telephone number or address: it holds Arabic")
    return Phrase(text, "ltr")


_UNITS = (
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس",
    "السادس", "السابع", "الثامن", "التاسع", "العاشر",
)  # fmt: skip
_TENS = ("العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع")


def say_ordinal(number: int, gender: Gender = "مذكر", *, case: Case = "رفع") -> str:
    """The definite ordinal of 1 to 99 in words: «الثامن», «الثانية عشرة», «الحادي والعشرين».

    Case shows in the tens only. Raises ValueError for other numbers.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"ordinals are said in words from 1 to 99, not {number}")
    ten, unit = divmod(number, 10)
    word = ""
    if number <= 10 or unit:
        word = "الحادي" if unit == 1 and ten else _UNITS[number - 1 if number <= 10 else unit - 1]
        if gender == "مؤنث":
            word = "الأولى" if number == 1 else f"{word}ة"
    if number <= 10:
        return word
    if ten == 1:
        return f"{word} {'عشر' if gender == 'مذكر' else 'عشرة'}"
    tens = _TENS[ten - 2] + ("ون" if case == "رفع" else "ين")
    return f"{word} و{tens}" if word else tens


Form = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun as it follows numbers, by CLDR plural category; a form is one text or one a case.

    `one` and `two` stand without the number (دولة واحدة, دولتان), the others after the digits.
    `zero` is a phrase (لا دولة) or the noun alone, which then follows «لا».
    """

    gender: Gender
    zero: Form
    one: Form
    two: Form
    few: Form
    many: Form
    other: Form


_FORMS = ("zero", "one", "two", "few", "many", "other")
_NEGATIONS = ("لا", "ولا", "بلا", "ما", "ليس", "ليست", "دون", "بدون", "من", "صفر")


def read_noun(raw: Mapping[str, object]) -> CountedNoun:
    """The noun typed as a map of gender and forms. Raises ValueError with a sentence."""
    if strange := [key for key in raw if key not in ("gender", *_FORMS)]:
        raise ValueError(f"a counted noun has no {strange[0]}; it has gender, {', '.join(_FORMS)}")
    if missing := [key for key in ("gender", *_FORMS) if not raw.get(key)]:
        raise ValueError(f"this counted noun lacks {', '.join(missing)}")
    if raw["gender"] not in GENDERS:
        raise ValueError(f"the gender of a noun is {' or '.join(GENDERS)}, not {raw['gender']}")
    forms = {key: _read_form(key, raw[key]) for key in _FORMS}
    return CountedNoun(gender=cast(Gender, str(raw["gender"])), **forms)


def _read_form(key: str, raw: object) -> Form:
    if isinstance(raw, str) and raw.strip():
        return " ".join(raw.split())
    texts = dict(raw) if isinstance(raw, Mapping) else {}
    if set(texts) == set(CASES) and all(isinstance(t, str) and t.strip() for t in texts.values()):
        return {str(case): " ".join(text.split()) for case, text in texts.items()}
    raise ValueError(f"the form {key} is one text, or one text for each of {'، '.join(CASES)}")


def say_count(number: int, noun: CountedNoun, *, case: Case = "رفع", digits: Digits) -> Phrase:
    """`number` of `noun` in agreement: «لا دولة», «دولتان», «3 دول», «42 دولة», «17 300 عنصر».

    The category is CLDR's for Arabic. Raises ValueError for a negative number.
    """
    if number < 0:
        raise ValueError(f"nothing is counted {number} times")
    category = Locale("ar").plural_form(number)
    form: Form = getattr(noun, category)
    said = form if isinstance(form, str) else form[case]
    if category == "zero":
        text = said if said.split()[0] in _NEGATIONS else f"لا {said}"
    elif category in ("one", "two"):
        text = said
    else:
        text = f"{say_number(number, grouped=True, digits=digits).text} {said}"
    return Phrase(text, "rtl")


_VOTES = CountedNoun(
    "مذكر", "لا شيء", {"رفع": "صوت واحد", "نصب": "صوتاً واحداً", "جر": "صوت واحد"},
    {"رفع": "صوتان", "نصب": "صوتين", "جر": "صوتين"}, "أصوات", "صوتاً", "صوت",
)  # fmt: skip
_MEMBERS = CountedNoun(
    "مذكر", "لا عضو", "عضو واحد", {"رفع": "عضوان", "نصب": "عضوين", "جر": "عضوين"},
    "أعضاء", "عضواً", "عضو",
)  # fmt: skip


def say_vote(for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
    """A vote: «12 صوتاً مقابل لا شيء، وامتناع 3 أعضاء عن التصويت», to stand after «بأغلبية».

    All three parts are said, zeros too, since each is a figure of the record.
    """
    ayes, noes = (say_count(n, _VOTES, case="جر", digits=digits).text for n in (for_, against))
    members = say_count(abstained, _MEMBERS, case="جر", digits=digits).text
    rest = f"وامتناع {members}" if abstained else "دون امتناع أي عضو"
    return Phrase(f"{ayes} مقابل {noes}، {rest} عن التصويت", "rtl")


def say_tally(for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
    """A vote in figures, «12–0–3»: for, against, abstained, from right to left as Arabic reads."""
    return _figures(_DASH.join(str(n) for n in (for_, against, abstained)), digits, "rtl")


ListStyle = Literal["auto", "plain", "commas"]


def join_list(items: Sequence[str], *, style: ListStyle = "auto") -> str:
    """`items` joined with و: «أ وب وج» (plain, as CLDR) or «أ، وب، وج» (commas).

    `auto` sets commas where an item is long or itself holds a comma or a word that begins with و
    (joined or not: a comma too many is harmless). Raises ValueError for an empty list.
    """
    if not items:
        raise ValueError("an empty list cannot be said")
    heavy = any(len(item) > 32 or "،" in item or " و" in item for item in items)
    return ("، و" if style == "commas" or (style == "auto" and heavy) else " و").join(items)
