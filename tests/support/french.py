"""French as a third language: what docs/languages.md asks of a module, and nothing more."""

from collections.abc import Sequence

from press.language.date_words import DateWords
from press.language.language import Language, ListStyle
from press.language.phrases import Digits, Phrase, Style

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _century(number: int, style: Style) -> str:
    roman = ""
    for value, letters in _ROMAN:
        while number >= value:
            roman, number = roman + letters, number - value
    ending = "er" if roman == "I" else "e"
    return f"{'' if style == 'label' else 'le '}{roman}{ending} siècle"


def _decade(year: int, style: Style) -> str:
    return f"années {year}" if style == "label" else f"les années {year}"


def _join(items: Sequence[str]) -> str:
    return " et ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


class French(Language):
    tag = "fr"
    direction = "ltr"
    months = ("français",)
    quotes = ("«\u202f", "\u202f»")
    dates = DateWords(
        year=("{}", "{}"),
        before_era="{} av. J.-C.",
        of_era="{} apr. J.-C.",
        day="{day} {month}",
        month="{month} {year}",
        about=("vers {}", "vers {}"),
        uncertain=("{} (date incertaine)", "{}\u202f?"),
        between=("entre {} et {}", "{}–{}"),
        from_to=("de {} à {}", "{} – {}"),
        until=("jusqu’en {}", "jusqu’en {}"),
        since=("depuis {}", "depuis {}"),
        at=("{} à {}", "{}, {}"),
        hours=("{}, de {} à {}", "{}, {}–{}"),
        clock="{hour} h {minute:02}",
        decade=_decade,
        century=_century,
        join=_join,
        day_number=lambda day: "1er" if day == 1 else str(day),
    )

    def say_ordinal(self, number: int, gender: str = "", *, case: str = "") -> str:
        return "1er" if number == 1 else f"{number}e"

    def say_vote(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        return self.phrase(f"{for_} voix pour, {against} contre et {abstained} abstentions")

    def say_tally(self, for_: int, against: int, abstained: int, *, digits: Digits) -> Phrase:
        return self.phrase(f"{for_} pour, {against} contre, {abstained} abstentions")

    def join_list(self, items: Sequence[str], *, style: ListStyle = "auto") -> str:
        return _join(items)


LANGUAGE = French()
