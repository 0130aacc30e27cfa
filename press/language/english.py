"""How English says a value: dates, figures, ordinals, counted nouns, votes and lists in words."""

from __future__ import annotations

from collections.abc import Sequence

from press.language.date_words import DateWords
from press.language.language import Language, ListStyle
from press.language.phrases import Digits, Phrase, Style

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def _th(number: int) -> str:
    """«1st», «22nd», «113th»."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def _century(number: int, style: Style) -> str:
    return f"{_th(number)} century" if style == "label" else f"the {_th(number)} century"


def _decade(year: int, style: Style) -> str:
    """«the 1850s»; «1900s» would mean the century, so the first decade of one is spelt out."""
    if year % 100 == 0:
        return f"{year}–{year + 9}" if style == "label" else f"the years {year}–{year + 9}"
    return f"{year}s" if style == "label" else f"the {year}s"


def _join(items: Sequence[str]) -> str:
    """«a, b and c»; where an item holds a comma or an «and», semicolons part them."""
    if not items:
        raise ValueError("an empty list cannot be said")
    if len(items) == 1:
        return items[0]
    comma = "; " if any("," in item for item in items) else ", "
    last = "; and " if comma == "; " else " and "
    return f"{comma.join(items[:-1])}{last}{items[-1]}"


class English(Language):
    """English as international bodies write it: day, month and year without commas."""

    tag = "en"
    direction = "ltr"
    months = ("english",)
    spelled = frozenset({"s", "min", "h", "d", "wk", "a"})
    quotes = ("“", "”")
    dates = DateWords(
        year=("{}", "{}"),
        before_era="{} BC",
        of_era="AD {}",
        day="{day} {month}",
        month="{month} {year}",
        about=("about {}", "c. {}"),
        uncertain=("{} (date uncertain)", "{}?"),
        between=("between {} and {}", "{}–{}"),
        from_to=("{} to {}", "{} – {}"),
        until=("until {}", "until {}"),
        since=("since {}", "since {}"),
        at=("{}, {}", "{}, {}"),
        hours=("{}, {} to {}", "{}, {}–{}"),
        clock="{hour:02}:{minute:02}",
        decade=_decade,
        century=_century,
        join=_join,
    )

    def say_ordinal(self, number: int, gender: str = "", *, case: str = "") -> str:
        """«eighth» up to ten, «63rd» beyond. Raises ValueError below one."""
        if number < 1:
            raise ValueError(f"ordinals are said from 1 on, not {number}")
        return _ORDINALS[number - 1] if number <= len(_ORDINALS) else _th(number)

    def say_vote(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        """A vote: «12 votes in favour, none against and 3 abstentions»."""
        ayes = f"{for_ or 'no'} vote{'s' * (for_ != 1)} in favour"
        rest = f"{abstained or 'no'} abstention{'s' * (abstained != 1)}"
        return self.phrase(f"{ayes}, {against or 'none'} against and {rest}", digits)

    def say_tally(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        """A vote in short: «12 for, none against, 3 abstaining»."""
        said = (
            f"{for_ or 'none'} for, {against or 'none'} against, {abstained or 'none'} abstaining"
        )
        return self.phrase(said, digits)

    def join_list(self, items: Sequence[str], *, style: ListStyle = "auto") -> str:
        """«a, b and c»; semicolons where an item holds a comma. ValueError for an empty list."""
        return _join(items)


LANGUAGE = English()
