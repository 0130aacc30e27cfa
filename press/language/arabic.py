"""How Arabic says a value: dates, figures, ordinals, counted nouns, votes and lists in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import cast

from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from press.language.date_words import DateWords
from press.language.language import Language, ListStyle
from press.language.months import FAMILIES, Months, month_name, month_names
from press.language.nouns import CountedNoun
from press.language.phrases import Digits, Phrase, Style, in_digits

_NO_BREAK_SPACE = "\u00a0"
_SIGNS = str.maketrans(".,", "٫٬")

_UNITS = (
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس",
    "السادس", "السابع", "الثامن", "التاسع", "العاشر",
)  # fmt: skip
_TENS = ("العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع")


def _ordinal(number: int, gender: str = "مذكر", case: str = "رفع") -> str:
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


_VOTES = CountedNoun("مذكر", {
    "zero": "لا شيء",
    "one": {"رفع": "صوت واحد", "نصب": "صوتاً واحداً", "جر": "صوت واحد"},
    "two": {"رفع": "صوتان", "نصب": "صوتين", "جر": "صوتين"},
    "few": "أصوات", "many": "صوتاً", "other": "صوت",
})  # fmt: skip
_MEMBERS = CountedNoun("مذكر", {
    "zero": "لا عضو",
    "one": "عضو واحد",
    "two": {"رفع": "عضوان", "نصب": "عضوين", "جر": "عضوين"},
    "few": "أعضاء", "many": "عضواً", "other": "عضو",
})  # fmt: skip
_VOTERS = tuple(
    CountedNoun("مذكر", {
        "zero": f"لا {voter}",
        "one": f"{voter} واحد",
        "two": {"رفع": f"{voter}ان", "نصب": f"{voter}ين", "جر": f"{voter}ين"},
        "few": f"{voter}ين", "many": f"{voter}اً", "other": voter,
    })
    for voter in ("مؤيد", "معارض", "ممتنع")
)  # fmt: skip
_NEGATIONS = ("لا", "ولا", "بلا", "ما", "ليس", "ليست", "دون", "بدون", "من", "صفر")
# The decades that have a name of their own, from the twenties on.
_DECADES = (
    "عشرينيات", "ثلاثينيات", "أربعينيات", "خمسينيات", "ستينيات", "سبعينيات", "ثمانينيات",
    "تسعينيات",
)  # fmt: skip


def _century(number: int, style: Style) -> str:
    """«القرن السادس عشر»; in a text it mostly follows a preposition, «في القرن العشرين»."""
    return f"القرن {_ordinal(number, case='رفع' if style == 'label' else 'جر')}"


def _decade(year: int, style: Style) -> str:
    """«خمسينيات القرن التاسع عشر»; the first two of a century are counted."""
    century, decade = f"القرن {_ordinal(year // 100 + 1, case='جر')}", year % 100 // 10
    if decade >= 2:
        return f"{_DECADES[decade - 2]} {century}"
    return f"العقد {_ordinal(decade + 1)} من {century}"


def _join(items: Sequence[str], style: ListStyle = "auto") -> str:
    if not items:
        raise ValueError("an empty list cannot be said")
    heavy = any(len(item) > 32 or "،" in item or " و" in item for item in items)
    return ("، و" if style == "commas" or (style == "auto" and heavy) else " و").join(items)


class Arabic(Language):
    """Arabic as the United Nations and the Arab press write it."""

    tag = "ar"
    direction = "rtl"
    months = FAMILIES
    digits = ("european", "arabic")
    genders = ("مذكر", "مؤنث")
    cases = ("رفع", "نصب", "جر")
    quotes = ("«", "»")
    comma = "، "
    hijri_months = (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    )  # fmt: skip
    hijri_eras = ("{}\u00a0هـ", "{}\u00a0م")  # no line begins with the sign of an era
    semicolon = "؛ "
    dates = DateWords(
        year=("عام {}", "{}"),
        before_era="{} ق.م",
        of_era="{} م",
        day="{day} {month}",
        month="{month} {year}",
        about=("نحو {}", "نحو {}"),
        uncertain=("{} (تاريخ غير مؤكد)", "{}؟"),
        between=("بين {} و{}", "{}–{}"),
        from_to=("من {} إلى {}", "{} – {}"),
        until=("حتى {}", "حتى {}"),
        since=("منذ {}", "منذ {}"),
        at=("{}، الساعة {}", "{}، {}"),
        hours=("{}، من الساعة {} إلى الساعة {}", "{}، {}–{}"),
        clock="{hour:02}:{minute:02}",
        decade=_decade,
        century=_century,
        join=_join,
    )

    def month(self, number: int, family: str) -> str:
        """The name of month `number` in a family; of those that write both, with a slash."""
        return month_name(number, cast(Months, family))

    def month_forms(self) -> Mapping[str, int]:
        """Every name that the Arab countries give a month, however spelt."""
        return month_names()

    def say_number(self, number: int, *, grouped: bool, digits: Digits) -> Phrase:
        """`number` in figures; `grouped` parts five digits and more: «17 300»."""
        figure = str(abs(number))
        if grouped and len(figure) > 4:
            figure = f"{abs(number):,}".replace(",", _NO_BREAK_SPACE)
        return self.signed(figure, digits, negative=number < 0)

    def figure(self, number: Decimal, digits: Digits) -> str:
        """A number: «17 300» and «12.4»; in Arabic-Indic digits as CLDR: «١٧٬٣٠٠», «١٢٫٤»."""
        whole, point, decimals = f"{number:f}".partition(".")
        if digits == "arabic":
            return in_digits(f"{int(whole):,}{point}{decimals}", digits).translate(_SIGNS)
        grouped = f"{int(whole):,}" if len(whole) > 4 else whole
        return f"{grouped.replace(',', _NO_BREAK_SPACE)}{point}{decimals}"

    def with_unit(self, figure: str, number: Decimal, id: str, digits: Digits) -> str:
        """`figure` with its unit: «45%», «٤٥٪», «12.4 متر»; tanwin stands before its alif."""
        if id == "%":
            return f"{figure}{'٪' if digits == 'arabic' else '%'}"
        if id == "‰" and digits == "european":
            return f"{figure}‰"
        # A metre and two metres are words of their own, of a case that nobody can tell here.
        shown = number if number not in (1, 2) else Decimal(100)
        said = super().with_unit(figure, shown, id, digits)
        return said.replace("\u064b\u0627", "\u0627\u064b").replace("ط.م", "طن")

    def money(self, number: Decimal, code: str) -> str:
        """A number of a currency by its name: «3 دولارات أمريكية»."""
        name = get_currency_name(code, count=number, locale="ar")
        return f"{format_decimal(number, locale='ar')} {name}"

    def say_ordinal(self, number: int, gender: str = "مذكر", *, case: str = "رفع") -> str:
        """The definite ordinal of 1 to 99 in words: «الثامن», «الثانية عشرة», «الحادي والعشرين».

        Case shows in the tens only. Raises ValueError for other numbers.
        """
        return _ordinal(number, gender or "مذكر", case or "رفع")

    def say_count(
        self, number: int, noun: CountedNoun, *, case: str = "رفع", digits: Digits
    ) -> Phrase:
        """`number` of `noun` in agreement: «لا دولة», «دولتان», «3 دول», «42 دولة», «17 300 عنصر».

        `one` and `two` stand without the number (دولة واحدة, دولتان), the others after the digits;
        `zero` is a phrase (لا دولة) or the noun alone, which then follows «لا». Raises ValueError
        for a negative number.
        """
        if number < 0:
            raise ValueError(f"nothing is counted {number} times")
        category = Locale("ar").plural_form(number)
        form = noun.form(category)
        said = form if isinstance(form, str) else form[case or "رفع"]
        if category == "zero":
            text = said if said.split()[0] in _NEGATIONS else f"لا {said}"
        elif category in ("one", "two"):
            text = said
        else:
            text = f"{self.say_number(number, grouped=True, digits=digits).text} {said}"
        return Phrase(text, "rtl")

    def say_vote(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        """A vote: «12 صوتاً مقابل لا شيء، وامتناع 3 أعضاء عن التصويت», to stand after «بأغلبية».

        All three parts are said, zeros too, since each is a figure of the record.
        """
        ayes, noes = (
            self.say_count(n, _VOTES, case="جر", digits=digits).text for n in (for_, against)
        )
        members = self.say_count(abstained, _MEMBERS, case="جر", digits=digits).text
        rest = f"وامتناع {members}" if abstained else "دون امتناع أي عضو"
        return Phrase(f"{ayes} مقابل {noes}، {rest} عن التصويت", "rtl")

    def say_tally(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        """A vote in short: «12 مؤيداً، ولا معارض، و3 ممتنعين»."""
        counts = zip((for_, against, abstained), _VOTERS, strict=True)
        parts = [self.say_count(n, voters, digits=digits).text for n, voters in counts]
        return Phrase("، و".join(parts), "rtl")

    def join_list(self, items: Sequence[str], *, style: ListStyle = "auto") -> str:
        """`items` joined with و: «أ وب وج» (plain, as CLDR) or «أ، وب، وج» (commas).

        `auto` sets commas where an item is long or itself holds a comma or a word that begins with
        و (joined or not: a comma too many is harmless). Raises ValueError for an empty list.
        """
        return _join(items, style)


LANGUAGE = Arabic()
